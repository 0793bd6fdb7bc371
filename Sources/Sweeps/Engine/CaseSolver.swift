import GameTheory

/// Solves one game of a sweep at blocks of samples, and writes its rows.
struct CaseSolver: Sendable {
  /// What play does at each sample of a block.
  struct Results: Sendable {
    /// The outcome where play settles; -1 in a cycle.
    var settled = [Int](repeating: -1, count: BlockEvaluator.capacity)
    /// The payoffs there, by sample.
    var payoffs = [[Double]](repeating: [], count: BlockEvaluator.capacity)
  }

  private var evaluator: BlockEvaluator
  private let start: Int
  private let predicateCount: Int
  private let format: RowFormat
  private let axisOfVariable: [Int]
  private let axisCount: Int
  /// The part of a row that says where play settles, by outcome.
  private var settlingParts: [Int: [UInt8]] = [:]
  private var equilibria = [[Int]](repeating: [], count: BlockEvaluator.capacity)
  private var parts = [[UInt8]](repeating: [], count: BlockEvaluator.capacity)
  private(set) var results = Results()

  init(_ sweepCase: SweepCase, _ form: Sweep.Form) {
    evaluator = BlockEvaluator(sweepCase.game, predicates: sweepCase.predicates)
    start = sweepCase.start
    predicateCount = sweepCase.predicates.count
    format = RowFormat(form, sweepCase.labels)
    axisCount = sweepCase.variables.count
    var axisOfVariable = [Int](repeating: -1, count: sweepCase.game.settings.count)
    for (axis, variable) in sweepCase.variables.enumerated() { axisOfVariable[variable] = axis }
    self.axisOfVariable = axisOfVariable
  }

  /// Solves a block; appends its rows and adds it to the counts.
  mutating func solve(_ block: SampleBlock, rows: inout [UInt8], summary: inout SweepSummary) {
    let axisCount = axisCount
    let axisOfVariable = axisOfVariable
    evaluator.load(count: block.count) { variable, point in
      block.values[point * axisCount + axisOfVariable[variable]]
    }
    summary.addSamples(block)
    for point in 0..<block.count { equilibria[point].removeAll(keepingCapacity: true) }
    for set in evaluator.equilibria() {
      summary.addEquilibrium(set)
      forEachPoint(of: set.points) { equilibria[$0].append(set.outcome) }
    }
    for point in 0..<block.count { summary.addEquilibriumCount(equilibria[point].count) }
    let claims = (0..<predicateCount).map { evaluator.points(ofPredicate: $0) }
    summary.addClaims(claims)
    for settling in evaluator.settle(from: start) {
      summary.add(settling, in: block)
      let part = settlingPart(settling)
      let isAtRest = settling.cycle.isEmpty
      var left = settling.points
      while left != 0 {
        let point = left.trailingZeroBitCount
        left &= left - 1
        parts[point] = part
        results.settled[point] = isAtRest ? settling.outcome : -1
        results.payoffs[point].removeAll(keepingCapacity: true)
        guard isAtRest else { continue }
        for player in 0..<evaluator.game.game.playerCount {
          let payoff = evaluator.payoff(of: player, in: settling.outcome, at: point)
          results.payoffs[point].append(payoff)
        }
      }
    }
    for point in 0..<block.count {
      format.appendStart(block.first + point, block.values(at: point), to: &rows)
      format.appendEquilibria(equilibria[point], to: &rows)
      rows += parts[point]
      let isAtRest = results.settled[point] >= 0
      format.appendPayoffs(isAtRest ? results.payoffs[point] : nil, to: &rows)
      format.appendEnd(claims: claims, point: point, to: &rows)
    }
  }

  private mutating func settlingPart(_ settling: BlockEvaluator.Settling) -> [UInt8] {
    let key = settling.cycle.isEmpty ? settling.outcome : -settling.cycle.count
    if let part = settlingParts[key] { return part }
    let part = format.settlingPart(
      outcome: settling.outcome,
      cycleLength: settling.cycle.count,
      options: evaluator.game.game.numbering.options(of: settling.outcome)
    )
    settlingParts[key] = part
    return part
  }

  private func forEachPoint(of points: UInt64, _ body: (Int) -> Void) {
    var left = points
    while left != 0 {
      body(left.trailingZeroBitCount)
      left &= left - 1
    }
  }
}
