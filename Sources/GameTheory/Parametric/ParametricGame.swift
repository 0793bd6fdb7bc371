/// A game whose payoffs are polynomials in parameters, kept as interests, effects and stakes.
///
/// Every outcome gives each interest a level: its base plus the effects that apply there. A player's
/// payoff is the sum over its stakes of weight times level. Levels and weights stay apart, so that a
/// payoff can be taken to pieces again; ``FoldedGame`` multiplies them out for speed.
public struct ParametricGame: Sendable {
  /// One question that one player settles.
  public struct Decision: Sendable {
    /// The player that settles it.
    public let player: Int
    /// How many options there are, 2 or more.
    public let optionCount: Int

    /// Creates a decision.
    public init(player: Int, optionCount: Int) {
      self.player = player
      self.optionCount = optionCount
    }
  }

  /// A decision with the options at which an effect applies.
  public struct Condition: Sendable {
    /// The decision.
    public let decision: Int
    /// For each option of the decision, whether the effect applies there.
    public let applies: [Bool]

    /// Creates a condition.
    public init(decision: Int, applies: [Bool]) {
      self.decision = decision
      self.applies = applies
    }
  }

  /// A change in an interest's level wherever all its conditions hold.
  public struct Effect: Sendable {
    /// The interest moved.
    public let interest: Int
    /// The conditions, on distinct decisions, ascending; none: it always applies.
    public let conditions: [Condition]
    /// The change.
    public let amount: Polynomial

    /// Creates an effect.
    public init(interest: Int, conditions: [Condition], amount: Polynomial) {
      self.interest = interest
      self.conditions = conditions
      self.amount = amount
    }
  }

  /// What a unit of an interest is worth to a player.
  public struct Stake: Sendable {
    /// The player.
    public let player: Int
    /// The interest.
    public let interest: Int
    /// The worth of one unit, in utility points.
    public let weight: Polynomial

    /// Creates a stake.
    public init(player: Int, interest: Int, weight: Polynomial) {
      self.player = player
      self.interest = interest
      self.weight = weight
    }
  }

  /// How many players there are.
  public let playerCount: Int
  /// The decisions, the digits of an outcome's number.
  public let decisions: [Decision]
  /// The level of each interest before any effect.
  public let bases: [Polynomial]
  /// The effects, in canonical order.
  public let effects: [Effect]
  /// The stakes, in canonical order.
  public let stakes: [Stake]
  /// For each decision the option at which it is held, or nil where its player is free.
  public let held: [Int?]

  /// How outcomes are numbered.
  public let numbering: OutcomeNumbering
  /// For each interest its effects, as indices in order.
  public let effectsByInterest: [[Int]]
  /// For each player its stakes, as indices in order.
  public let stakesByPlayer: [[Int]]

  /// Creates a game from parts whose indices must be in range.
  public init(
    playerCount: Int,
    decisions: [Decision],
    bases: [Polynomial],
    effects: [Effect],
    stakes: [Stake],
    held: [Int?]? = nil
  ) {
    self.playerCount = playerCount
    self.decisions = decisions
    self.bases = bases
    self.effects = effects
    self.stakes = stakes
    self.held = held ?? [Int?](repeating: nil, count: decisions.count)
    numbering = OutcomeNumbering(optionCounts: decisions.map { $0.optionCount })
    var byInterest = [[Int]](repeating: [], count: bases.count)
    for (index, effect) in effects.enumerated() { byInterest[effect.interest].append(index) }
    effectsByInterest = byInterest
    var byPlayer = [[Int]](repeating: [], count: playerCount)
    for (index, stake) in stakes.enumerated() { byPlayer[stake.player].append(index) }
    stakesByPlayer = byPlayer
  }
}

// MARK: - Outcomes and strategies

extension ParametricGame {
  /// The decisions that a player is free to settle, in order: the digits of its strategy's number.
  public func freeDecisions(of player: Int) -> [Int] {
    decisions.indices.filter { decisions[$0].player == player && held[$0] == nil }
  }

  /// The options that a decision may take: all, or the one at which it is held.
  public func allowedOptions(of decision: Int) -> [Int] {
    if let option = held[decision] { return [option] }
    return Array(0..<decisions[decision].optionCount)
  }

  /// An outcome that respects the held decisions: their options, and the first of every other.
  public var anyOutcome: Int {
    numbering.outcome(held.map { $0 ?? 0 })
  }

  /// Calls the body with every outcome that has the given options and respects the held decisions.
  ///
  /// - Parameters:
  ///   - fixed: for each decision an option, or nil where all count.
  ///   - body: called with the number of each outcome, ascending.
  public func forEachOutcome(having fixed: [Int?], _ body: (Int) -> Void) {
    var allowed: [[Int]] = []
    for decision in decisions.indices {
      let options = allowedOptions(of: decision)
      guard let option = fixed[decision] else {
        allowed.append(options)
        continue
      }
      allowed.append(options.contains(option) ? [option] : [])
    }
    numbering.forEach(varying: Array(decisions.indices), of: 0, allowed: allowed, body)
  }

  /// Tells whether an effect applies in an outcome.
  public func applies(_ effect: Effect, in outcome: Int) -> Bool {
    effect.conditions.allSatisfy {
      $0.applies[numbering.option(of: $0.decision, in: outcome)]
    }
  }
}

// MARK: - Payoffs as polynomials

extension ParametricGame {
  /// The level of an interest in an outcome, as a polynomial in the parameters.
  ///
  /// - Complexity: O(*effects on the interest*) polynomial additions.
  public func level(of interest: Int, in outcome: Int) -> Polynomial {
    var level = bases[interest]
    for index in effectsByInterest[interest] where applies(effects[index], in: outcome) {
      level = level + effects[index].amount
    }
    return level
  }

  /// The payoff of a player in an outcome, as a polynomial in the parameters.
  ///
  /// `counts` tells whether the stakes in an interest count; all do when it is left out.
  public func payoff(
    of player: Int,
    in outcome: Int,
    counting counts: (Int) -> Bool = { _ in true }
  ) -> Polynomial {
    var payoff = Polynomial(constant: 0)
    for index in stakesByPlayer[player] where counts(stakes[index].interest) {
      payoff = payoff + stakes[index].weight * level(of: stakes[index].interest, in: outcome)
    }
    return payoff
  }

  /// The change of an interest's level from one outcome to another.
  public func levelChange(of interest: Int, from first: Int, to second: Int) -> Polynomial {
    var change = Polynomial(constant: 0)
    for index in effectsByInterest[interest] {
      switch (applies(effects[index], in: first), applies(effects[index], in: second)) {
      case (false, true): change = change + effects[index].amount
      case (true, false): change = change - effects[index].amount
      default: break
      }
    }
    return change
  }

  /// The change of a player's payoff from one outcome to another: only what differs is multiplied out.
  public func payoffChange(
    of player: Int,
    from first: Int,
    to second: Int,
    counting counts: (Int) -> Bool = { _ in true }
  ) -> Polynomial {
    var change = Polynomial(constant: 0)
    for index in stakesByPlayer[player] where counts(stakes[index].interest) {
      let step = levelChange(of: stakes[index].interest, from: first, to: second)
      if !step.isZero { change = change + stakes[index].weight * step }
    }
    return change
  }

  /// The decisions on which a player's gain from changing some decisions can depend, beside those.
  ///
  /// - Returns: ascending; the changed decisions are not among them.
  public func decisionsBearing(onChangesOf changed: Set<Int>, for player: Int) -> [Int] {
    var bearing: Set<Int> = []
    for stake in stakesByPlayer[player] {
      bearing.formUnion(decisionsBearing(onChangesOf: changed, inInterest: stakes[stake].interest))
    }
    return bearing.sorted()
  }

  /// The decisions on which the change of an interest's level can depend, beside the changed ones.
  public func decisionsBearing(onChangesOf changed: Set<Int>, inInterest interest: Int) -> Set<Int>
  {
    var bearing: Set<Int> = []
    for index in effectsByInterest[interest] {
      let scope = effects[index].conditions.map { $0.decision }
      guard scope.contains(where: changed.contains) else { continue }
      bearing.formUnion(scope)
    }
    return bearing.subtracting(changed)
  }
}
