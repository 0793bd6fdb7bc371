public import GameTheory

/// What it would take for an outcome to hold: who would leave it, and what would keep each player to its part.
///
/// All numbers are exact. An inducement is paid to a player if it plays its part, all of it, whatever
/// the others do; it makes up for what the best deviation gains, no more.
public struct Deal: Sendable {
  /// What it takes of one player.
  public struct Part: Sendable {
    /// The player.
    public let player: Int
    /// The payoff when everybody plays its part.
    public let payoff: Rational
    /// The best deviation; nil where the player has no other strategy.
    public let deviation: Solution.Temptation?
    /// The least inducement that keeps the player to its part; 0 where it is willing.
    public let inducement: Rational
    /// What the player could give away and still be willing; nil where it has no other strategy.
    public let slack: Rational?
    /// The least change of the player's stakes that makes it willing.
    public let stakes: StakeChange
    /// The smallest sets of its own decisions that leave it willing once it is bound to their options.
    public let commitments: [[Int]]
    /// The payoff at the equilibrium that the deal is compared with; nil where there is none.
    public let equilibriumPayoff: Rational?
    /// What the player can make sure of, whatever the others do.
    public let securityLevel: Rational
  }

  /// What the sums come to, where a common unit is declared.
  public struct Totals: Sendable {
    /// All inducements.
    public let inducement: Rational
    /// What all willing players could give away; nil where some player has no other strategy.
    public let slack: Rational?
    /// For each player what it receives, negative where it pays, so that all sums to 0, everybody plays its part
    /// and nobody is worse off than at the equilibrium (or, without one, than its security level); nil where
    /// no transfers do that.
    public let fairTransfers: [Rational]?
    /// What is missing for such transfers; 0 where there are some.
    public let missing: Rational

    /// Whether those who are willing could pay all inducements and stay willing.
    public var areTransfersBalanced: Bool { slack.map { $0 >= inducement } ?? true }
  }

  /// Another completion of a partial target: none asks less of any player without asking more of another.
  public struct Alternative: Sendable {
    /// The outcome.
    public let outcome: Int
    /// The inducements, by player.
    public let inducements: [Rational]
  }

  /// The model.
  public let model: ScenarioModel
  /// What was asked for.
  public let target: Options
  /// The cheapest outcome that has it.
  public let outcome: Int
  /// How many outcomes have it.
  public let completionCount: Int
  /// How many of them are equilibria as things are.
  public let freeCount: Int
  /// How many of them are as cheap as the outcome, itself included; no other of these is better for somebody
  /// and worse for nobody.
  public let tieCount: Int
  /// The next best of the others that no other undercuts, up to five.
  public let alternatives: [Alternative]
  /// How many more of these there are.
  public let furtherAlternativeCount: Int
  /// What a gain may be at most to count as none.
  public let tolerance: Rational
  /// The equilibrium that the deal is compared with; nil where there is none.
  public let equilibrium: Int?
  /// What it takes of each player.
  public let parts: [Part]
  /// The sums; nil where the scenario declares no exchange rates.
  public let totals: Totals?

  /// Whether the outcome holds by itself.
  public var isEquilibrium: Bool { parts.allSatisfy { $0.inducement.signum == 0 } }

  /// What each player has more than at the equilibrium, without any payment; nil where there is none.
  public var gainsOverEquilibrium: [Rational]? {
    let gains = parts.compactMap { part in part.equilibriumPayoff.map { part.payoff - $0 } }
    return gains.count == parts.count ? gains : nil
  }

  /// What each player has more than it can make sure of, without any payment.
  public var gainsOverSecurity: [Rational] { parts.map { $0.payoff - $0.securityLevel } }

  /// Works out what an outcome takes.
  ///
  /// Of a partial target's completions the cheapest is taken: by the sum of inducements in the common unit;
  /// without one, by the largest inducement, each as a share of the span of that player's payoffs over the outcomes
  /// that held decisions leave, then by the next largest, and so on. Of equals the lowest is taken that no other of
  /// them is better than, for somebody and worse for nobody.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - target: the outcome, in full or in part, in keeping with held decisions.
  ///   - equilibrium: the equilibrium to compare with, if any.
  ///   - tolerance: a gain of at most this is no gain.
  /// - Complexity: O(*players* × *outcomes*), and a linear programme for each player.
  public init(
    _ model: ScenarioModel,
    target: Options,
    equilibrium: Int?,
    tolerance: Rational = 0
  ) {
    self.model = model
    self.target = target
    self.equilibrium = equilibrium
    let exact = ExactGame(model.game, at: model.values)
    let ranking = Completions(model, exact, target, tolerance)
    outcome = ranking.best.outcome
    completionCount = ranking.count
    freeCount = ranking.freeCount
    tieCount = ranking.tieCount
    alternatives = ranking.alternatives
    furtherAlternativeCount = ranking.furtherCount
    self.tolerance = tolerance
    let negotiation = Parts(model, exact, ranking.best.outcome, equilibrium, tolerance)
    let parts = (0..<model.game.playerCount).map { negotiation.part(of: $0) }
    self.parts = parts
    totals = model.scenario.exchange.map { Totals(parts, $0) }
  }
}

extension Deal.Totals {
  fileprivate init(_ parts: [Deal.Part], _ exchange: Exchange) {
    func sum(_ amounts: [Rational]) -> Rational { amounts.reduce(0) { $0 + $1 } }
    let rates = exchange.rates
    inducement = sum(parts.map { rates[$0.player] * $0.inducement })
    let slacks = parts.map { part in part.slack.map { rates[part.player] * $0 } }
    slack = slacks.contains { $0 == nil } ? nil : sum(slacks.compactMap { $0 })
    // The least that each must receive: to be willing, and to be no worse off.
    let least = parts.map { part in
      let rest = (part.equilibriumPayoff ?? part.securityLevel) - part.payoff
      let willing = part.slack.map { part.inducement - $0 } ?? rest
      return rates[part.player] * max(rest, willing)
    }
    let needed = sum(least)
    missing = max(needed, 0)
    let share = needed / Rational(parts.count)
    fairTransfers = needed > 0 ? nil : least.map { $0 - share }
  }
}

/// What an outcome takes of each player.
private struct Parts {
  private let model: ScenarioModel
  private let exact: ExactGame
  private let outcome: Int
  private let equilibrium: Int?
  private let tolerance: Rational

  init(
    _ model: ScenarioModel,
    _ exact: ExactGame,
    _ outcome: Int,
    _ equilibrium: Int?,
    _ tolerance: Rational
  ) {
    self.model = model
    self.exact = exact
    self.outcome = outcome
    self.equilibrium = equilibrium
    self.tolerance = tolerance
  }

  func part(of player: Int) -> Deal.Part {
    let profile = exact.profile(of: outcome)
    let best = exact.bestDeviation(of: player, from: profile)
    let deviation = best.map { best in
      Solution.Temptation(
        player: player,
        outcome: exact.outcome(
          of: exact.strategic.replacing(player, with: best.strategy, in: profile)
        ),
        gain: exact.truePayoff(best.gain, of: player)
      )
    }
    let excess = deviation.map { $0.gain - tolerance }
    return Deal.Part(
      player: player,
      payoff: exact.payoff(of: player, in: profile),
      deviation: deviation,
      inducement: excess.map { max($0, 0) } ?? 0,
      slack: excess.map { max(-$0, 0) },
      stakes: StakeChange(
        model.game,
        of: player,
        at: outcome,
        values: model.values,
        tolerance: tolerance
      ),
      commitments: commitments(of: player, at: profile),
      equilibriumPayoff: equilibrium.map { exact.payoff(of: player, in: exact.profile(of: $0)) },
      securityLevel: exact.truePayoff(exact.securityLevel(of: player).payoff, of: player)
    )
  }

  /// The smallest sets of decisions in which every deviation that pays changes one.
  private func commitments(of player: Int, at profile: Int) -> [[Int]] {
    let own = model.game.freeDecisions(of: player)
    let numbering = model.game.numbering
    var changed: Set<UInt32> = []
    for strategy in 0..<exact.strategic.strategyCounts[player] {
      let other = exact.strategic.replacing(player, with: strategy, in: profile)
      let gain =
        exact.strategic.payoff(of: player, in: other)
        - exact.strategic.payoff(of: player, in: profile)
      guard exact.truePayoff(gain, of: player) > tolerance else { continue }
      let end = exact.outcome(of: other)
      var set: UInt32 = 0
      for (position, decision) in own.enumerated()
      where numbering.option(of: decision, in: end) != numbering.option(of: decision, in: outcome) {
        set |= 1 << UInt32(position)
      }
      changed.insert(set)
    }
    return HittingSets.smallest(meeting: Array(changed), among: own.count).map { set in
      own.indices.filter { set >> UInt32($0) & 1 == 1 }.map { own[$0] }
    }
  }
}
