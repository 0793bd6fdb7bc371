import GameTheory

/// Solves chunks of samples for all games of a sweep: one thread's part of it.
struct SampleSolver: Sendable {
  private let chunks: ChunkNumbering
  private var block: SampleBlock
  private var solvers: [CaseSolver]
  /// How each game is matched with the first.
  private let matches: [CaseMatch]
  private let predicateCounts: [Int]
  /// How long rows are, about, by game.
  private var bytesPerRow: [Int]

  init(_ cases: [SweepCase], _ design: Design, _ form: Sweep.Form) {
    let chunks = ChunkNumbering(samples: design.count)
    self.chunks = chunks
    block = SampleBlock(design)
    solvers = cases.map { CaseSolver($0, design, form, chunks) }
    bytesPerRow = cases.map { _ in 256 }
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
  /// `stepped` is told now and then how many samples are done since, and says whether to go on; a chunk
  /// that is broken off is nil.
  mutating func solve(_ index: Int, stepped: (Int) -> Bool) -> Chunk? {
    var chunk = emptyChunk
    let samples = chunks.samples(of: index)
    block.load(first: samples.lowerBound, count: samples.count)
    for index in solvers.indices {
      let isDone = solvers[index].solve(block, summary: &chunk.summaries[index]) { stepped(0) }
      if !isDone { return nil }
    }
    addPairs(to: &chunk)
    for index in solvers.indices {
      let isLast = index == solvers.count - 1
      // A little more than the last chunk took, so that rows are rarely moved.
      chunk.rows[index].reserveCapacity(samples.count * bytesPerRow[index] * 17 / 16)
      let isDone = solvers[index].write(
        block,
        to: &chunk.rows[index],
        summary: &chunk.summaries[index]
      ) { stepped(isLast ? $0 : 0) }
      if !isDone { return nil }
      bytesPerRow[index] = chunk.rows[index].count / samples.count + 1
    }
    chunk.checksums = chunk.rows.map { rows in
      var checksum = Checksum()
      checksum.add(rows)
      return checksum
    }
    return chunk
  }

  private func addPairs(to chunk: inout Chunk) {
    for index in solvers.indices.dropFirst() {
      let first = solvers[0].results
      let mine = solvers[index].results
      let match = matches[index]
      for point in 0..<block.count where first.settled[point] >= 0 && mine.settled[point] >= 0 {
        let payoffs = mine.payoffs(at: point)
        let firstPayoffs = first.payoffs(at: point)
        chunk.pairs[index - 1].add(
          isSame: match.outcome(Int(mine.settled[point])) == Int(first.settled[point]),
          payoffs: match.players.map { payoffs[payoffs.startIndex + $0.mine] },
          first: match.players.map { firstPayoffs[firstPayoffs.startIndex + $0.first] }
        )
      }
    }
  }
}
