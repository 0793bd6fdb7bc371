import GameTheory

/// The outcomes that have a partial target, by what they would take.
struct Completions {
  /// The cheapest.
  let best: Deal.Alternative
  /// How many there are.
  let count: Int
  /// How many are equilibria.
  let freeCount: Int
  /// Others that no completion undercuts, the cheapest first.
  let alternatives: [Deal.Alternative]

  /// How many alternatives are kept.
  private static let mostAlternatives = 5

  init(_ model: ScenarioModel, _ exact: ExactGame, _ target: Options, _ tolerance: Rational) {
    var fixed = [Int?](repeating: nil, count: model.scenario.decisions.count)
    for choice in target.choices { fixed[choice.decision] = choice.option }
    let players = model.game.playerCount
    let regrets = (0..<players).map { exact.strategic.regrets(of: $0) }
    // As whole numbers, until it is known which are of interest.
    let tolerances = exact.tolerances(tolerance)
    var cheapest: [[BigInteger]: Int] = [:]
    var count = 0
    var freeCount = 0
    model.game.forEachOutcome(having: fixed) { outcome in
      let profile = exact.profile(of: outcome)
      let regret = (0..<players).map { regrets[$0][profile] }
      let isFree = (0..<players).allSatisfy { regret[$0] <= tolerances[$0] }
      count += 1
      if isFree { freeCount += 1 }
      if cheapest[regret] == nil { cheapest[regret] = outcome }
    }
    let ranking = Ranking(model, exact)
    var found = cheapest.map { regret, outcome in
      let inducements = (0..<players).map {
        max(exact.truePayoff(regret[$0], of: $0) - tolerance, 0)
      }
      return (
        alternative: Deal.Alternative(outcome: outcome, inducements: inducements),
        cost: ranking.cost(of: inducements)
      )
    }
    found.sort { first, second in
      first.cost == second.cost
        ? first.alternative.outcome < second.alternative.outcome
        : first.cost.lexicographicallyPrecedes(second.cost)
    }
    guard let first = found.first else {
      preconditionFailure("the target is in keeping with held decisions")
    }
    best = first.alternative
    self.count = count
    self.freeCount = freeCount
    var kept: [Deal.Alternative] = []
    for (other, _) in found where kept.count <= Completions.mostAlternatives {
      let isUndercut = kept.contains { known in
        zip(known.inducements, other.inducements).allSatisfy { $0 <= $1 }
      }
      if !isUndercut { kept.append(other) }
    }
    alternatives = Array(kept.dropFirst().prefix(Completions.mostAlternatives))
  }
}

/// How dear inducements are.
private struct Ranking {
  private let rates: [Rational]?
  /// For each player the span of its payoffs.
  private let spans: [Rational]

  init(_ model: ScenarioModel, _ exact: ExactGame) {
    rates = model.scenario.exchange?.rates
    spans = (0..<model.game.playerCount).map { player in
      let payoffs = (0..<exact.strategic.profiles.count).map {
        exact.strategic.payoff(of: player, in: $0)
      }
      guard let low = payoffs.min(), let high = payoffs.max() else { return 0 }
      return exact.truePayoff(high - low, of: player)
    }
  }

  /// To be compared from the first number on.
  func cost(of inducements: [Rational]) -> [Rational] {
    if let rates { return [zip(rates, inducements).reduce(Rational(0)) { $0 + $1.0 * $1.1 }] }
    let shares = zip(inducements, spans).map { $0.signum == 0 ? 0 : $0 / $1 }
    return shares.sorted { $0 > $1 }
  }
}
