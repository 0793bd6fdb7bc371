// Logit replies: each strategy is played the more often, the more it pays.
extension StrategicGame where Payoff == Double {
  /// How often each strategy is played by players who answer mixed strategies with some precision.
  ///
  /// Strategy *s* of player *i* is played with probability exp(λ u(s)) / Σ exp(λ u(t)), where u(s) is what it
  /// is worth against the others' mixed strategies and λ the precision.
  ///
  /// - Source: McKelvey and Palfrey, Quantal response equilibria for normal form games, Games and Economic
  ///   Behavior 10 (1995), section 2.
  /// - Parameters:
  ///   - strategies: a mixed strategy for each player.
  ///   - precision: λ, per unit of payoff, at least 0.
  /// - Returns: for each player the probabilities of its strategies.
  /// - Complexity: O(*players* × *profiles*).
  public func logitReplies(to strategies: [[Double]], precision: Double) -> [[Double]] {
    (0..<playerCount).map { player in
      let payoffs = expectedPayoffs(of: player, against: strategies)
      let best = payoffs.max() ?? 0
      let weights = payoffs.map { ElementaryFunctions.exp(precision * ($0 - best)) }
      let sum = weights.reduce(0, +)
      return weights.map { $0 / sum }
    }
  }

  /// By how much mixed strategies miss being a logit quantal response equilibrium.
  ///
  /// The largest difference between a probability and the one of the logit reply to all; 0 exactly at an
  /// equilibrium, up to rounding, which a precision λ magnifies: by about λ times the range of payoffs
  /// times 2^-52.
  ///
  /// - Parameters:
  ///   - strategies: a mixed strategy for each player.
  ///   - precision: λ, per unit of payoff, at least 0.
  /// - Returns: the difference, from 0 to 1.
  public func logitResidual(of strategies: [[Double]], precision: Double) -> Double {
    var largest = 0.0
    for (played, reply) in zip(strategies, logitReplies(to: strategies, precision: precision)) {
      for (a, b) in zip(played, reply) { largest = max(largest, (a - b).magnitude) }
    }
    return largest
  }
}
