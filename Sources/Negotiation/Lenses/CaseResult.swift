public import GameTheory

/// What happens in a scenario as it stands, in short: for setting cases side by side.
public struct CaseResult: Sendable {
  /// The model.
  public let model: ScenarioModel
  /// The pure equilibria, as outcomes, ascending.
  public let equilibria: [Int]
  /// Where play settles; nil in a cycle.
  public let settled: Int?
  /// The outcomes of a cycle in order; empty at rest.
  public let cycle: [Int]
  /// The payoff of each player where play settles; empty in a cycle.
  public let payoffs: [Rational]
  /// For each claim, the scenario's own and then those inherited, whether it holds.
  public let claims: [(claim: Claim, holds: Bool)]

  /// Solves a model.
  public init(_ model: ScenarioModel, tolerance: Rational = 0) {
    self.model = model
    var evaluator = BlockEvaluator(model.folded(tolerance: tolerance))
    evaluator.load(count: 1) { _, _ in 0 }
    equilibria = evaluator.equilibria().map { $0.outcome }
    let settling = evaluator.settle(from: model.statusQuo)[0]
    let rest = settling.cycle.isEmpty ? settling.outcome : nil
    settled = rest
    cycle = settling.cycle
    payoffs =
      rest.map { outcome in
        (0..<model.game.playerCount).map { model.value(model.game.payoff(of: $0, in: outcome)) }
      } ?? []
    let judge = ClaimJudge(model, tolerance: tolerance)
    let scenario = model.scenario
    let all = scenario.claims + scenario.supersededClaims
    claims = judge.judge(all).map { ($0.claim, $0.holds) }
  }
}
