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
