internal import Dispatch
public import GameTheory
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

  /// How many samples make a chunk.
  static let chunkSize = 1024

  private let game: FoldedGame
  private let design: Design
  private let start: Int
  private let predicates: [Predicate]
  private let labels: SweepLabels

  /// Prepares a sweep.
  ///
  /// - Parameters:
  ///   - game: folded so that the design's variables vary over its ranges.
  ///   - start: the outcome from which play settles.
  ///   - predicates: what is decided at each sample, beside the equilibria.
  public init(
    _ game: FoldedGame,
    design: Design,
    from start: Int,
    predicates: [Predicate],
    labels: SweepLabels
  ) {
    self.game = game
    self.design = design
    self.start = start
    self.predicates = predicates
    self.labels = labels
  }

  /// The settings of a game's variables for a design: its axes vary, the others are fixed.
  public static func settings(for design: Design, values: [Rational]) -> [FoldedGame.Setting] {
    var settings = values.map { FoldedGame.Setting.fixed($0) }
    for axis in design.axes { settings[axis.variable] = .varying(axis.range) }
    return settings
  }

  /// Runs the sweep.
  ///
  /// - Parameters:
  ///   - threads: how many to use.
  ///   - form: the form of the rows.
  ///   - write: takes the next rows; gives the system's error number where that fails. Called by one
  ///     thread at a time, in order.
  ///   - progress: told now and then how many samples are done.
  ///   - isCancelled: asked before each chunk.
  public func run(
    threads: Int,
    form: Form,
    write: @escaping @Sendable ([UInt8]) -> Int32?,
    progress: @escaping @Sendable (Int) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> (summary: SweepSummary, ending: Ending) {
    let format = RowFormat(form == .csv ? .csv : .jsonLines, labels)
    let prototype = SampleSolver(
      game,
      design: design,
      start: start,
      predicates: predicates,
      format: format
    )
    var summary = prototype.emptySummary
    if let error = write(format.header) { return (summary, .failed(error)) }
    let chunks = (design.count + Sweep.chunkSize - 1) / Sweep.chunkSize
    let round = max(8, threads * 8)
    let workers = Workers(prototype, count: threads)
    var waiting: [Chunk] = []
    var next = 0
    var done = 0
    while next < chunks || !waiting.isEmpty {
      let range = next..<min(chunks, next + round)
      let results = Slots(count: range.count)
      let counter = Atomic<Int>(range.lowerBound)
      let failure = Atomic<Int32>(0)
      let written = waiting
      DispatchQueue.concurrentPerform(iterations: threads) { worker in
        if worker == 0 {
          for chunk in written where failure.load(ordering: .relaxed) == 0 {
            if let error = write(chunk.rows) { failure.store(error, ordering: .relaxed) }
          }
        }
        workers.withWorker(worker) { solver in
          while !isCancelled() {
            let chunk = counter.add(1, ordering: .relaxed).oldValue
            guard chunk < range.upperBound else { return }
            results.set(chunk - range.lowerBound, to: solver.solve(chunk))
          }
        }
      }
      for chunk in written { summary.merge(chunk.summary) }
      done += written.reduce(0) { $0 + $1.summary.samples }
      progress(done)
      if failure.load(ordering: .relaxed) != 0 {
        return (summary, .failed(failure.load(ordering: .relaxed)))
      }
      waiting = results.leading()
      next = range.upperBound
      if waiting.count < range.count { return finish(waiting, summary, write) }
    }
    return (summary, .complete)
  }

  /// Writes the whole rows that are there when a sweep is cancelled.
  private func finish(
    _ waiting: [Chunk],
    _ summary: SweepSummary,
    _ write: ([UInt8]) -> Int32?
  ) -> (summary: SweepSummary, ending: Ending) {
    var summary = summary
    for chunk in waiting {
      if let error = write(chunk.rows) { return (summary, .failed(error)) }
      summary.merge(chunk.summary)
    }
    return (summary, .cancelled)
  }
}

/// The rows and counts of a chunk.
struct Chunk: Sendable {
  var rows: [UInt8] = []
  var summary: SweepSummary
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
