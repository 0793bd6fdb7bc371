// Shares of what is between the least and the most that players can have.
extension BargainingProblem {
  /// The least that each player gains in a rational outcome; nil where no outcome is rational.
  ///
  /// - Complexity: O(*outcomes* × *players*).
  public var leastGains: [Rational]? {
    let outcomes = rationalOutcomes
    guard !outcomes.isEmpty else { return nil }
    return disagreement.indices.map { player in
      outcomes.map { gain(of: player, in: $0) }.min() ?? 0
    }
  }

  /// The problem in which each player has, without an agreement, the least that it has in a rational outcome.
  ///
  /// The same outcomes are rational, and its Kalai-Smorodinsky solution is the *maximin share* of this problem:
  /// the smallest share of the way from a player's least to its most is as large as can be. Unlike the
  /// solution from the disagreement itself it does not count what a player is certain to gain.
  ///
  /// - Returns: nil where no outcome is rational.
  /// - Complexity: O(*outcomes* × *players*).
  public var fromLeastGains: BargainingProblem? {
    leastGains.flatMap { least in
      try? BargainingProblem(
        outcomeCount: outcomeCount,
        disagreement: zip(disagreement, least).map { $0 + $1 },
        payoff: { self.payoff(of: $1, in: $0) }
      )
    }
  }
}
