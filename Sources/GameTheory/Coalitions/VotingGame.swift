/// A vote whose power indices are counted exactly, from the swings of each player.
public protocol VotingGame: Sendable {
  /// How many players there are.
  var playerCount: Int { get }

  /// For each player how many coalitions of others of each size, from 0, it turns from losing to winning.
  ///
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)`` where that cannot be counted in time.
  func swingsBySize() throws(CoalitionError) -> [[BigInteger]]
}

// Indices of power, counted exactly.
extension VotingGame {
  /// The Shapley-Shubik index: in how many of the orders of all players each is the one that brings the quota.
  ///
  /// - Returns: one share for each player, 1 in sum.
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)``, as ``swingsBySize()``.
  /// - Complexity: as ``swingsBySize()``.
  /// - Source: Shapley and Shubik, American Political Science Review 48 (1954) 787.
  public func shapleyShubikIndex() throws(CoalitionError) -> [Rational] {
    let orders = CoalitionalGame.orderWeights(playerCount)
    return try swingsBySize().map { swings in
      zip(orders, swings).reduce(Rational(0)) { $0 + $1.0 * Rational($1.1) }
    }
  }

  /// The swings: in how many winning coalitions each player is without whom they lose.
  ///
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)``, as ``swingsBySize()``.
  /// - Complexity: as ``swingsBySize()``.
  /// - Source: Penrose, Journal of the Royal Statistical Society 109 (1946) 53; Banzhaf, Rutgers Law Review 19 (1965)
  ///   317.
  public func banzhafSwings() throws(CoalitionError) -> [BigInteger] {
    try swingsBySize().map { $0.reduce(0, +) }
  }

  /// The absolute Banzhaf index, or Penrose's: the chance to swing a vote in which all others toss coins.
  ///
  /// - Returns: the swings divided by 2^(*players* - 1).
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)``.
  public func banzhafAbsolute() throws(CoalitionError) -> [Rational] {
    let coalitions = BigInteger(2).power(playerCount - 1)
    return try banzhafSwings().map { Rational($0, coalitions) }
  }

  /// The normalised Banzhaf index: each player's share in all swings.
  ///
  /// - Returns: one share for each player, 1 in sum.
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)``.
  public func banzhafNormalised() throws(CoalitionError) -> [Rational] {
    // Somebody swings: none of them loses and all together win, so on the way from one to the other somebody does.
    let swings = try banzhafSwings()
    let total = swings.reduce(0, +)
    return swings.map { Rational($0, total) }
  }
}
