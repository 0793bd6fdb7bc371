import GameTheory

/// Solves one game of a sweep at chunks of samples, and writes its rows.
struct CaseSolver: Sendable {
  /// Taken out while it is at work, so that no part of it is ever copied.
  private var evaluator: BlockEvaluator?
  private let numbering: OutcomeNumbering
  private var tree: SampleTree
  /// Takes the place of the tree where samples lie on lines that pay.
  private var lines: GridLines?
  private let start: Int
  private let predicateCount: Int
  private let playerCount: Int
  private let format: RowFormat
  /// The part of a row that says where play settles, and its number by outcome or length of the cycle.
  private var settlingParts: [[UInt8]] = []
  private var partNumbers: [Int: Int] = [:]
  private(set) var results: SampleResults

  init(
    _ sweepCase: SweepCase,
    _ design: Design,
    _ form: Sweep.Form,
    _ chunks: ChunkNumbering
  ) {
    var evaluator = BlockEvaluator(sweepCase.game, predicates: sweepCase.predicates)
    evaluator.unshare()
    tree = SampleTree(
      sweepCase.game,
      variables: sweepCase.variables,
      samples: min(chunks.size, chunks.samples),
      loads: chunks.count
    )
    lines = GridLines(sweepCase, design, chunks)
    if let lines { lines.prepare(&evaluator) } else { tree.prepare(&evaluator) }
    self.evaluator = evaluator
    numbering = sweepCase.game.game.numbering
    start = sweepCase.start
    predicateCount = sweepCase.predicates.count
    playerCount = sweepCase.game.game.playerCount
    format = RowFormat(form, sweepCase.labels)
    results = SampleResults(players: playerCount, claims: predicateCount)
  }

  /// Solves a chunk and adds it to the counts; false when `goesOn`, asked now and then, says to stop.
  mutating func solve(
    _ block: SampleBlock,
    summary: inout SweepSummary,
    goesOn: () -> Bool
  ) -> Bool {
    guard var evaluator = evaluator.take() else { return false }
    results.begin(count: block.count)
    var going = true
    if var lines = lines.take() {
      lines.load(block)
      lines.visit(&evaluator) { evaluator, samples in
        going = going && goesOn()
        if going { add(&evaluator, samples, block, &summary) }
      }
      self.lines = lines
    } else {
      tree.load(0..<block.count, of: block.values)
      let tree = tree
      tree.visit(&evaluator, loadingAll: true) { evaluator, samples in
        going = going && goesOn()
        if going { add(&evaluator, samples, block, &summary) }
      }
    }
    self.evaluator = evaluator
    summary.addSamples(block)
    for (sample, count) in results.equilibriumCounts.enumerated()
    where block.failures.isEmpty || block.failures[sample] == nil {
      summary.addEquilibriumCount(Int(count))
    }
    return going
  }

  /// Adds the answers at up to 64 samples, which are loaded.
  private mutating func add(
    _ evaluator: inout BlockEvaluator,
    _ samples: ArraySlice<Int32>,
    _ block: SampleBlock,
    _ summary: inout SweepSummary
  ) {
    let usable = block.usable(samples)
    for set in evaluator.equilibria().reversed() {
      let set = set.restricted(to: usable)
      if set.points == 0 { continue }
      summary.addEquilibrium(set)
      results.addEquilibrium(set.outcome, set.points, of: samples)
    }
    for claim in 0..<predicateCount {
      let points = evaluator.points(ofPredicate: claim) & usable
      summary.addClaim(claim, points)
      results.addClaim(claim, points, of: samples)
    }
    for settling in evaluator.settle(from: start) {
      let settling = settling.restricted(to: usable)
      if settling.points == 0 { continue }
      summary.add(settling, at: samples, of: block)
      let isAtRest = settling.cycle.isEmpty
      let part = part(of: settling)
      var left = settling.points
      while left != 0 {
        let sample = Int(samples[samples.startIndex + left.trailingZeroBitCount])
        left &= left - 1
        results.settle(sample, at: isAtRest ? settling.outcome : -1, part: part)
      }
      guard isAtRest else { continue }
      evaluator.forEachPayoff(in: settling.outcome, at: settling.points) { point, player, payoff in
        let sample = Int(samples[samples.startIndex + point])
        results.setPayoff(payoff, of: player, at: sample)
      }
    }
  }

  private mutating func part(of settling: BlockEvaluator.Settling) -> Int {
    let key = settling.cycle.isEmpty ? settling.outcome : -settling.cycle.count
    if let number = partNumbers[key] { return number }
    settlingParts.append(
      format.settlingPart(
        outcome: settling.outcome,
        cycleLength: settling.cycle.count,
        options: numbering.options(of: settling.outcome)
      )
    )
    partNumbers[key] = settlingParts.count - 1
    return settlingParts.count - 1
  }

  /// Appends the rows of the chunk solved last, in the order of the samples, and counts those of which
  /// not everything can be told.
  ///
  /// `stepped` is told after each 64 samples how many there were; false when it says to stop.
  func write(
    _ block: SampleBlock,
    to rows: inout [UInt8],
    summary: inout SweepSummary,
    stepped: (Int) -> Bool
  ) -> Bool {
    var equilibria: [Int] = []
    let axes = block.axisCount
    let values = block.values.span
    let payoffs = results.payoffs.span
    let claims = results.claims.span
    for sample in 0..<block.count {
      let point = values.extracting(sample * axes..<(sample + 1) * axes)
      if !block.failures.isEmpty, let reason = block.failures[sample] {
        format.append(block.first + sample, point, reason: reason, to: &rows)
      } else {
        results.equilibria(at: sample, into: &equilibria)
        let isAtRest = results.settled[sample] >= 0
        let word = sample >> 6
        let reason = format.append(
          block.first + sample,
          point,
          equilibria: equilibria,
          settling: settlingParts[Int(results.parts[sample])],
          payoffs: isAtRest
            ? payoffs.extracting(sample * playerCount..<(sample + 1) * playerCount) : nil,
          claims: claims.extracting(word * predicateCount..<(word + 1) * predicateCount),
          point: sample & 63,
          to: &rows
        )
        if let reason { summary.addFailure(reason) }
      }
      let isEnd = sample & 63 == 63 || sample == block.count - 1
      if isEnd, !stepped((sample & 63) + 1) { return false }
    }
    return true
  }
}
