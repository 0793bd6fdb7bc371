/// Solves a game at every sample of a design, in parallel, with one row for each in order.
///
/// Samples are dealt in chunks whose size depends on their number alone. Threads take the next chunk
/// that nobody has; finished chunks are delivered in order while later ones are computed, and nobody
/// runs further ahead than a few chunks. So rows and counts are the same whatever the number of
/// threads, and memory does not grow with the number of samples.
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
    /// It was cancelled; the chunks delivered until then are whole.
    case cancelled
    /// A chunk could not be taken; the number is the system's.
    case failed(Int32)
  }

  /// What a sweep found.
  public struct Findings: Sendable {
    /// For each game what was found in it.
    public private(set) var summaries: [SweepSummary]
    /// For each game after the first how it differs from the first.
    public private(set) var pairs: [PairSummary]

    /// Creates findings; there is one summary for each game, and one pair for each after the first.
    public init(summaries: [SweepSummary], pairs: [PairSummary]) {
      self.summaries = summaries
      self.pairs = pairs
    }

    /// What is found in no samples of the same games.
    public var withoutSamples: Findings {
      Findings(
        summaries: summaries.map {
          SweepSummary(axes: $0.binCounts, claims: $0.claims.count)
        },
        pairs: pairs.map { PairSummary(players: $0.gains.count) }
      )
    }

    /// Adds what was found in the samples that follow.
    public mutating func add(_ next: Findings) {
      for index in summaries.indices { summaries[index].merge(next.summaries[index]) }
      for index in pairs.indices { pairs[index].merge(next.pairs[index]) }
    }
  }

  /// Which chunks are solved: every so many from a first one.
  public struct Part: Sendable {
    /// The first chunk.
    public let first: Int
    /// How many chunks further the next one is.
    public let step: Int

    /// Takes chunks `first`, `first + step`, and so on.
    public init(first: Int = 0, step: Int = 1) {
      self.first = first
      self.step = step
    }
  }

  private let cases: [SweepCase]
  private let design: Design

  /// Prepares a sweep of one or more games over the same samples.
  public init(_ cases: [SweepCase], over design: Design) {
    self.cases = cases
    self.design = design
  }

  /// How its samples are dealt in chunks.
  public var chunks: ChunkNumbering { ChunkNumbering(samples: design.count) }

  /// For each game the line above all its rows; empty for JSON Lines.
  public func headers(form: Form) -> [[UInt8]] {
    cases.map { RowFormat(form, $0.labels).header }
  }

  /// What is found in no samples.
  public var noFindings: Findings { SampleSolver(cases, design, .csv).emptyChunk.findings }

  /// Runs the sweep.
  ///
  /// - Parameters:
  ///   - part: which chunks are solved.
  ///   - threads: how many to use, beside the calling one, which delivers.
  ///   - form: the form of the rows.
  ///   - progress: tells how far it has come, and can stop it.
  ///   - isDone: tells whether a chunk need not be solved; asked by any thread.
  ///   - deliver: takes the next chunk with its number, in ascending order; gives the system's error
  ///     number where that fails.
  /// - Returns: how the sweep ended.
  public func run(
    _ part: Part = Part(),
    threads: Int,
    form: Form,
    progress: Progress = Progress(),
    isDone: @escaping @Sendable (_ chunk: Int) -> Bool = { _ in false },
    deliver: (_ number: Int, _ chunk: Chunk) -> Int32?
  ) -> Ending {
    let line = ChunkLine(part, end: chunks.count, threads: threads)
    line.start { queue in
      // Not a copy: threads that counted references to the same storage would wait for each other.
      var solver = SampleSolver(cases, design, form)
      while let number = queue.next() {
        if isDone(number) {
          queue.put(number, nil)
        } else if let chunk = solver.solve(number, stepped: progress.step) {
          queue.put(number, chunk)
        } else {
          return
        }
      }
    }
    var failure: Int32?
    while let (number, chunk) = line.take() {
      guard let chunk else { continue }
      failure = deliver(number, chunk)
      if failure != nil || progress.isCancelled { break }
    }
    let isWhole = line.isDelivered
    if !isWhole { progress.cancel() }
    line.finish()
    if let failure { return .failed(failure) }
    return isWhole ? .complete : .cancelled
  }

  /// Runs the sweep and adds up what it finds.
  ///
  /// - Parameters:
  ///   - threads: how many to use.
  ///   - form: the form of the rows.
  ///   - progress: tells how far it has come, and can stop it.
  ///   - write: takes the header and then the next rows of a game, by the game's number; gives the
  ///     system's error number where that fails.
  /// - Returns: what was found in the rows that were written, and how the sweep ended.
  public func run(
    threads: Int,
    form: Form,
    progress: Progress = Progress(),
    write: (_ game: Int, _ rows: [UInt8]) -> Int32?
  ) -> (findings: Findings, ending: Ending) {
    var total = noFindings
    for (game, header) in headers(form: form).enumerated() {
      if let error = write(game, header) { return (total, .failed(error)) }
    }
    let ending = run(threads: threads, form: form, progress: progress) { _, chunk in
      for (game, rows) in chunk.rows.enumerated() {
        if let error = write(game, rows) { return error }
      }
      total.add(chunk.findings)
      return nil
    }
    return (total, ending)
  }
}
