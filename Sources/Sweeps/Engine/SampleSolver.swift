import GameTheory

/// Solves chunks of samples for all games of a sweep: one thread's part of it.
struct SampleSolver: Sendable {
  private let chunks: ChunkNumbering
  private var block: SampleBlock
  private var solvers: [CaseSolver]
  /// How each game is matched with the first.
  private let matches: [CaseMatch]
  private let predicateCounts: [Int]

  init(_ cases: [SweepCase], _ design: Design, _ form: Sweep.Form) {
    chunks = ChunkNumbering(samples: design.count)
    block = SampleBlock(design)
    solvers = cases.map { CaseSolver($0, form) }
    predicateCounts = cases.map { $0.predicates.count }
    matches = cases.map { CaseMatch($0.labels, to: cases[0].labels) }
  }

  /// A chunk with no samples in it.
  var emptyChunk: Chunk {
    Chunk(
      rows: solvers.map { _ in [] },
      summaries: predicateCounts.map { SweepSummary(axes: block.binCounts, claims: $0) },
      pairs: matches.dropFirst().map { PairSummary(players: $0.players.count) }
    )
  }

  /// Solves a chunk.
  ///
  /// `stepped` is told after each block how many samples it had, and says whether to go on; a chunk that
  /// is broken off is nil.
  mutating func solve(_ index: Int, stepped: (Int) -> Bool) -> Chunk? {
    var chunk = emptyChunk
    let samples = chunks.samples(of: index)
    for row in chunk.rows.indices { chunk.rows[row].reserveCapacity(samples.count * 256) }
    var first = samples.lowerBound
    while first < samples.upperBound {
      let count = min(BlockEvaluator.capacity, samples.upperBound - first)
      block.load(first: first, count: count)
      for index in solvers.indices {
        solvers[index].solve(
          block,
          rows: &chunk.rows[index],
          summary: &chunk.summaries[index]
        )
      }
      addPairs(to: &chunk)
      first += count
      if !stepped(count) { return nil }
    }
    return chunk
  }

  private func addPairs(to chunk: inout Chunk) {
    for index in solvers.indices.dropFirst() {
      let first = solvers[0].results
      let mine = solvers[index].results
      for point in 0..<block.count where first.settled[point] >= 0 && mine.settled[point] >= 0 {
        let match = matches[index]
        chunk.pairs[index - 1].add(
          isSame: match.outcome(mine.settled[point]) == first.settled[point],
          payoffs: match.players.map { mine.payoffs[point][$0.mine] },
          first: match.players.map { first.payoffs[point][$0.first] }
        )
      }
    }
  }
}

/// The rows and counts of a chunk, for each game.
struct Chunk: Sendable {
  var rows: [[UInt8]]
  var summaries: [SweepSummary]
  /// For each later game how it differs from the first.
  var pairs: [PairSummary]

  /// Adds the counts of the next chunk.
  mutating func mergeCounts(of next: Chunk) {
    for index in summaries.indices { summaries[index].merge(next.summaries[index]) }
    for index in pairs.indices { pairs[index].merge(next.pairs[index]) }
  }
}

/// How samples are dealt in chunks: by their number alone, so that sums come out the same everywhere.
struct ChunkNumbering: Sendable {
  private let samples: Int
  private let size: Int

  /// The largest chunk.
  private static let limit = 1024

  init(samples: Int) {
    self.samples = samples
    let blocks = samples / (BlockEvaluator.capacity * 64)
    size = min(ChunkNumbering.limit, max(1, blocks) * BlockEvaluator.capacity)
  }

  var count: Int { (samples + size - 1) / size }

  func samples(of chunk: Int) -> Range<Int> {
    chunk * size..<min((chunk + 1) * size, samples)
  }
}
