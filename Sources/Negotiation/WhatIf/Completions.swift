import GameTheory

/// The outcomes that have a partial target, by what they would take.
struct Completions {
  /// The cheapest.
  let best: Deal.Alternative
  /// How many there are.
  let count: Int
  /// How many are equilibria.
  let freeCount: Int
  /// How many are as cheap as the best, itself included.
  let tieCount: Int
  /// Others that no completion undercuts, the cheapest first.
  let alternatives: [Deal.Alternative]
  /// How many more of these there are.
  let furtherCount: Int

  /// How many alternatives are kept.
  private static let mostAlternatives = 5

  init(_ model: ScenarioModel, _ exact: ExactGame, _ target: Options, _ tolerance: Rational) {
    let regrets = Regrets(model, exact, target, tolerance)
    let ranking = Ranking(model, exact)
    var count = 0
    var freeCount = 0
    var cheapest: [[BigInteger]: Int] = [:]
    regrets.forEach { outcome, regret in
      count += 1
      if regrets.isFree(regret) { freeCount += 1 }
      if cheapest[regret] == nil { cheapest[regret] = outcome }
    }
    let found = cheapest.map { regret, outcome in
      let inducements = regrets.inducements(regret)
      return (
        alternative: Deal.Alternative(outcome: outcome, inducements: inducements),
        regret: regret, cost: ranking.cost(of: inducements)
      )
    }.sorted { first, second in
      first.cost == second.cost
        ? first.alternative.outcome < second.alternative.outcome
        : first.cost.lexicographicallyPrecedes(second.cost)
    }
    guard let first = found.first else {
      preconditionFailure("the target is in keeping with held decisions")
    }
    let tied = found.prefix { $0.cost == first.cost }.map { $0.regret }
    (best, tieCount) = regrets.best(of: Set(tied)) ?? (first.alternative, 1)
    self.count = count
    self.freeCount = freeCount
    var kept = [best]
    for (other, _, _) in found {
      let isUndercut = kept.contains { known in
        zip(known.inducements, other.inducements).allSatisfy { $0 <= $1 }
      }
      if !isUndercut { kept.append(other) }
    }
    let others = kept.dropFirst()
    alternatives = Array(others.prefix(Completions.mostAlternatives))
    furtherCount = others.count - alternatives.count
  }
}

/// By how much each player's best deviation from each completion gains.
private struct Regrets {
  private let model: ScenarioModel
  private let exact: ExactGame
  private let fixed: [Int?]
  private let players: Range<Int>
  private let regrets: [[BigInteger]]
  private let tolerance: Rational
  private let tolerances: [BigInteger]

  init(_ model: ScenarioModel, _ exact: ExactGame, _ target: Options, _ tolerance: Rational) {
    self.model = model
    self.exact = exact
    var fixed = [Int?](repeating: nil, count: model.scenario.decisions.count)
    for choice in target.choices { fixed[choice.decision] = choice.option }
    self.fixed = fixed
    players = 0..<model.game.playerCount
    regrets = players.map { exact.strategic.regrets(of: $0) }
    self.tolerance = tolerance
    tolerances = exact.tolerances(tolerance)
  }

  /// Calls the body with each completion and the players' regrets there, as whole numbers.
  func forEach(_ body: (_ outcome: Int, _ regret: [BigInteger]) -> Void) {
    model.game.forEachOutcome(having: fixed) { outcome in
      let profile = exact.profile(of: outcome)
      body(outcome, players.map { regrets[$0][profile] })
    }
  }

  func isFree(_ regret: [BigInteger]) -> Bool {
    zip(regret, tolerances).allSatisfy { $0 <= $1 }
  }

  func inducements(_ regret: [BigInteger]) -> [Rational] {
    players.map { max(exact.truePayoff(regret[$0], of: $0) - tolerance, 0) }
  }

  /// Of the completions with some regrets the first that no other of them is better than, for somebody and
  /// worse for nobody; and how many they are.
  func best(of tied: Set<[BigInteger]>) -> (Deal.Alternative, count: Int)? {
    var best: (outcome: Int, regret: [BigInteger], payoffs: [BigInteger])?
    var count = 0
    forEach { outcome, regret in
      guard tied.contains(regret) else { return }
      count += 1
      let profile = exact.profile(of: outcome)
      let payoffs = players.map { exact.strategic.payoff(of: $0, in: profile) }
      if let best, payoffs == best.payoffs || !zip(payoffs, best.payoffs).allSatisfy({ $0 >= $1 }) {
        return
      }
      best = (outcome, regret, payoffs)
    }
    return best.map {
      (Deal.Alternative(outcome: $0.outcome, inducements: inducements($0.regret)), count)
    }
  }
}

/// How dear inducements are.
private struct Ranking {
  private let rates: [Rational]?
  /// For each player the span of its payoffs over all outcomes that held decisions leave.
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
