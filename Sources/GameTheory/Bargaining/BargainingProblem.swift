/// A bargaining problem with finitely many outcomes, and what each player has without an agreement.
///
/// Outcomes are numbered from 0. Outcome *x* pays player *i* the utility u_i(x); without an agreement player
/// *i* has d_i, its disagreement payoff. The gain of *i* in *x* is u_i(x) - d_i. An outcome is (individually)
/// rational where no gain is below 0. All answers are exact.
///
///     let problem = try BargainingProblem(payoffs: [4, 1, 2, 3, 0, 9], disagreement: [1, 0])
///     // three outcomes; problem.rationalOutcomes is [0, 1]
///
/// Inside, each player's gains are whole numbers: the true ones times a scale of the player's own. They take
/// 8 bytes each where they fit, so that a million outcomes of five players take 40 MB.
///
/// - Source: Nash, The bargaining problem, Econometrica 18 (1950) 155.
public struct BargainingProblem: Sendable {
  /// What each player has without an agreement, in utils.
  public let disagreement: [Rational]
  /// How many outcomes there are.
  public let outcomeCount: Int
  /// By what each player's true gains are multiplied.
  let scales: [BigInteger]
  /// The gains, by outcome and then by player, times the player's scale.
  let whole: WholeGains

  /// Creates a problem from payoffs that stand one after the other, by outcome and then by player.
  ///
  /// No outcome at all is allowed; then every answer is none.
  ///
  /// - Parameters:
  ///   - payoffs: utils; player *p* has `payoffs[outcome * players + p]`.
  ///   - disagreement: one payoff for each player, 1 or more.
  /// - Throws: ``BargainingError/noPlayers`` and ``BargainingError/payoffCount(players:found:)``.
  /// - Complexity: O(*outcomes* × *players*).
  public init(payoffs: [Rational], disagreement: [Rational]) throws(BargainingError) {
    let players = disagreement.count
    guard players > 0 else { throw .noPlayers }
    guard payoffs.count.isMultiple(of: players) else {
      throw .payoffCount(players: players, found: payoffs.count)
    }
    try self.init(outcomeCount: payoffs.count / players, disagreement: disagreement) {
      payoffs[$0 * players + $1]
    }
  }

  /// Creates a problem from payoffs that are computed when asked for, two or three times each.
  ///
  /// So the payoffs of many outcomes need not all be there at once.
  ///
  /// - Parameters:
  ///   - outcomeCount: at least 0.
  ///   - disagreement: one payoff for each player, 1 or more.
  ///   - payoff: what an outcome pays to a player, in utils; always the same.
  /// - Throws: ``BargainingError/noPlayers``.
  /// - Complexity: O(*outcomes* × *players*) and as many calls.
  public init(
    outcomeCount: Int,
    disagreement: [Rational],
    payoff: (_ outcome: Int, _ player: Int) -> Rational
  ) throws(BargainingError) {
    let players = disagreement.count
    guard players > 0 else { throw .noPlayers }
    let scales = disagreement.indices.map { player in
      var scale = disagreement[player].denominator
      for outcome in 0..<outcomeCount {
        let denominator = payoff(outcome, player).denominator
        if denominator == 1 || denominator == scale { continue }
        scale = Rational.commonDenominator(of: [Rational(1, scale), Rational(1, denominator)])
      }
      return scale
    }
    self.disagreement = disagreement
    self.outcomeCount = outcomeCount
    self.scales = scales
    whole = WholeGains(count: outcomeCount * players) { place in
      let player = place % players
      let scale = scales[player]
      return payoff(place / players, player).whole(times: scale)
        - disagreement[player].whole(times: scale)
    }
  }

  /// How many players there are.
  public var playerCount: Int { disagreement.count }

  /// What an outcome pays to a player beyond its disagreement payoff.
  public func gain(of player: Int, in outcome: Int) -> Rational {
    Rational(whole[outcome * playerCount + player], scales[player])
  }

  /// What an outcome pays to a player.
  public func payoff(of player: Int, in outcome: Int) -> Rational {
    disagreement[player] + gain(of: player, in: outcome)
  }

  /// The gains of all players in an outcome.
  public func gains(in outcome: Int) -> [Rational] {
    disagreement.indices.map { gain(of: $0, in: outcome) }
  }

  /// The payoffs of all players in an outcome.
  public func payoffs(in outcome: Int) -> [Rational] {
    disagreement.indices.map { payoff(of: $0, in: outcome) }
  }
}

extension Rational {
  /// The value times a multiple of its denominator.
  fileprivate func whole(times scale: BigInteger) -> BigInteger {
    if denominator == scale { return numerator }
    return numerator * scale.quotientAndRemainder(dividingBy: denominator).quotient
  }
}
