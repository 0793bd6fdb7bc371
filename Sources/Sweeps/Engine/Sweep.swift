internal import Dispatch
import Synchronization

/// Solves a game at every sample of a design, in parallel, and streams one row for each in order.
///
/// Samples are dealt in chunks of fixed size. Threads take the next chunk that nobody has; the rows of
/// a round of chunks are written in order while the next round is computed. So rows, and the summary,
/// are the same whatever the number of threads, and memory does not grow with the number of samples.
public struct Sweep: Sendable {
  /// The form of the rows.
  public enum Form: Sendable {
    /// Comma-separated values with a header.
    case csv
    /// One JSON object for each line.
    case jsonLines
  }

  /// How a sweep ended.
  public enum Ending: Sendable {
    /// All samples are done.
    case complete
    /// It was cancelled; the rows of so many samples are written, whole.
    case cancelled
    /// Rows could not be written; the number is the system's.
    case failed(Int32)
  }

  /// What a sweep found.
  public struct Findings: Sendable {
    /// For each game what was found in it.
    public let summaries: [SweepSummary]
    /// For each game after the first how it differs from the first.
    public let pairs: [PairSummary]

    /// Creates findings; there is one summary for each game, and one pair for each after the first.
    public init(summaries: [SweepSummary], pairs: [PairSummary]) {
      self.summaries = summaries
      self.pairs = pairs
    }
  }

  /// How far a sweep has come; to be asked, and to be told to stop, by any thread.
  public final class Progress: Sendable {
    private let solved = Atomic<Int>(0)
    private let cancelled = Atomic<Bool>(false)

    /// Creates the progress of a sweep that has not begun.
    public init() {}

    /// How many samples are solved.
    public var samples: Int { solved.load(ordering: .relaxed) }

    /// Whether the sweep has been told to stop.
    public var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    /// Tells the sweep to stop soon; the rows written so far stay whole.
    public func cancel() { cancelled.store(true, ordering: .relaxed) }

    /// Counts samples; false when the sweep is to stop.
    func step(_ samples: Int) -> Bool {
      solved.add(samples, ordering: .relaxed)
      return !isCancelled
    }
  }

  private let cases: [SweepCase]
  private let design: Design

  /// Prepares a sweep of one or more games over the same samples.
  public init(_ cases: [SweepCase], over design: Design) {
    self.cases = cases
    self.design = design
  }

  /// Runs the sweep.
  ///
  /// - Parameters:
  ///   - threads: how many to use.
  ///   - form: the form of the rows.
  ///   - progress: tells how far it has come, and can stop it.
  ///   - write: takes the next rows of a game, by the game's number; gives the system's error number
  ///     where that fails. Called by one thread at a time, for each game in the order of its rows.
  /// - Returns: what was found in the rows that were written, and how the sweep ended.
  public func run(
    threads: Int,
    form: Form,
    progress: Progress = Progress(),
    write: @escaping @Sendable (_ game: Int, _ rows: [UInt8]) -> Int32?
  ) -> (findings: Findings, ending: Ending) {
    let prototype = SampleSolver(cases, design, form)
    var total = prototype.emptyChunk
    for (game, part) in cases.enumerated() {
      if let error = write(game, RowFormat(form, part.labels).header) {
        return (findings(total), .failed(error))
      }
    }
    let chunks = ChunkNumbering(samples: design.count).count
    let round = max(8, threads * 8)
    let workers = Workers(prototype, count: threads)
    var waiting: [Chunk] = []
    var next = 0
    while next < chunks || !waiting.isEmpty {
      let range = next..<min(chunks, next + round)
      let results = Slots(count: range.count)
      let counter = Atomic<Int>(range.lowerBound)
      let failure = Atomic<Int32>(0)
      let written = waiting
      DispatchQueue.concurrentPerform(iterations: threads) { worker in
        if worker == 0, let error = Sweep.write(written, write) {
          failure.store(error, ordering: .relaxed)
        }
        workers.withWorker(worker) { solver in
          while !progress.isCancelled, failure.load(ordering: .relaxed) == 0 {
            let chunk = counter.add(1, ordering: .relaxed).oldValue
            guard chunk < range.upperBound else { return }
            if let solved = solver.solve(chunk, stepped: progress.step) {
              results.set(chunk - range.lowerBound, to: solved)
            }
          }
        }
      }
      if failure.load(ordering: .relaxed) != 0 {
        return (findings(total), .failed(failure.load(ordering: .relaxed)))
      }
      for chunk in written { total.mergeCounts(of: chunk) }
      waiting = results.leading()
      next = range.upperBound
      if waiting.count < range.count {
        if let error = Sweep.write(waiting, write) { return (findings(total), .failed(error)) }
        for chunk in waiting { total.mergeCounts(of: chunk) }
        return (findings(total), .cancelled)
      }
    }
    return (findings(total), .complete)
  }

  private func findings(_ total: Chunk) -> Findings {
    Findings(summaries: total.summaries, pairs: total.pairs)
  }

  private static func write(_ chunks: [Chunk], _ write: (Int, [UInt8]) -> Int32?) -> Int32? {
    for chunk in chunks {
      for (game, rows) in chunk.rows.enumerated() {
        if let error = write(game, rows) { return error }
      }
    }
    return nil
  }
}

/// A place for the result of each chunk of a round.
private final class Slots: Sendable {
  private let slots: [Mutex<Chunk?>.Box]

  init(count: Int) {
    slots = (0..<count).map { _ in Mutex<Chunk?>.Box(nil) }
  }

  func set(_ index: Int, to chunk: Chunk) {
    slots[index].mutex.withLock { $0 = chunk }
  }

  /// The results up to the first that is missing.
  func leading() -> [Chunk] {
    var found: [Chunk] = []
    for slot in slots {
      guard let chunk = slot.mutex.withLock({ $0 }) else { break }
      found.append(chunk)
    }
    return found
  }
}

/// One solver for each thread, kept from round to round.
private final class Workers: Sendable {
  private let solvers: [Mutex<SampleSolver>.Box]

  init(_ prototype: SampleSolver, count: Int) {
    solvers = (0..<count).map { _ in Mutex<SampleSolver>.Box(prototype) }
  }

  func withWorker(_ index: Int, _ body: (inout sending SampleSolver) -> Void) {
    solvers[index].mutex.withLock { body(&$0) }
  }
}

extension Mutex where Value: Sendable {
  /// A mutex on the heap, since a mutex itself cannot stand in an array.
  fileprivate final class Box: Sendable {
    let mutex: Mutex<Value>

    init(_ value: Value) {
      mutex = Mutex(value)
    }
  }
}
