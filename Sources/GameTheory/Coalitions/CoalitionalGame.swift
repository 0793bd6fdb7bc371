/// A game in coalitional form with transferable utility: what each coalition can have, whatever the others do.
///
///     // One left and two right gloves; a pair is worth 1.
///     let gloves = try CoalitionalGame(playerCount: 3, values: [0, 0, 0, 1, 0, 1, 0, 1])
///     // gloves.shapleyValue() is 2/3, 1/6, 1/6
///
/// A coalition's place among the values is its number as bits (``Coalition/rawValue``). All is exact.
///
/// - Source: von Neumann and Morgenstern, Theory of Games and Economic Behavior (1944), chapter VI; Peleg and
///   Sudhölter, Introduction to the Theory of Cooperative Games (2007), chapter 2.
public struct CoalitionalGame: Sendable, Hashable {
  /// The greatest number of players.
  public static let mostPlayers = 20

  /// How many players there are.
  public let playerCount: Int
  /// The values times ``scale``.
  let whole: [BigInteger]
  /// The least whole number that makes all values whole.
  let scale: BigInteger

  /// Creates a game.
  ///
  /// - Parameters:
  ///   - playerCount: how many players there are, in 1...20.
  ///   - values: one for each coalition, 2^*players* of them, by the coalition's bits; the first is 0.
  /// - Throws: ``CoalitionError/playerCount(found:most:)``, ``CoalitionError/valueCount(expected:found:)`` and
  ///   ``CoalitionError/emptyCoalitionHasValue``.
  public init(playerCount: Int, values: [Rational]) throws(CoalitionError) {
    guard (1...CoalitionalGame.mostPlayers).contains(playerCount) else {
      throw .playerCount(found: playerCount, most: CoalitionalGame.mostPlayers)
    }
    guard values.count == 1 << playerCount else {
      throw .valueCount(expected: 1 << playerCount, found: values.count)
    }
    guard values[0] == 0 else { throw .emptyCoalitionHasValue }
    let scale = Rational.commonDenominator(of: values)
    self.init(
      unchecked: playerCount,
      whole: values.map { ($0 * Rational(scale)).numerator },
      scale: scale
    )
  }

  /// Creates a game from what each coalition but the empty one is worth.
  ///
  /// - Parameters:
  ///   - playerCount: how many players there are, in 1...20.
  ///   - value: called once for each coalition, ascending as numbers.
  /// - Throws: ``CoalitionError/playerCount(found:most:)``.
  public init(
    playerCount: Int,
    value: (Coalition) -> Rational
  ) throws(CoalitionError) {
    guard (1...CoalitionalGame.mostPlayers).contains(playerCount) else {
      throw .playerCount(found: playerCount, most: CoalitionalGame.mostPlayers)
    }
    var values: [Rational] = [0]
    values.reserveCapacity(1 << playerCount)
    for index in 1..<1 << playerCount { values.append(value(Coalition(index: index))) }
    try self.init(playerCount: playerCount, values: values)
  }

  /// Creates a game from scaled values, which are known to be in order.
  init(unchecked playerCount: Int, whole: [BigInteger], scale: BigInteger) {
    self.playerCount = playerCount
    self.whole = whole
    self.scale = scale
  }

  /// Creates the game of an estate that falls short of what is claimed.
  ///
  /// A coalition has what is left of the estate once all others have been paid: max(0, E - Σ claims of the
  /// others). The nucleolus is the division of the Talmud.
  ///
  /// - Parameters:
  ///   - estate: what there is, at least 0.
  ///   - claims: one for each player, in 1...20 of them, each at least 0.
  /// - Returns: a convex game.
  /// - Throws: ``CoalitionError/playerCount(found:most:)``.
  /// - Source: O'Neill, Mathematical Social Sciences 2 (1982) 345; Aumann and Maschler, Journal of Economic
  ///   Theory 36 (1985) 195.
  public static func bankruptcy(
    estate: Rational,
    claims: [Rational]
  ) throws(CoalitionError) -> CoalitionalGame {
    try CoalitionalGame(playerCount: claims.count) { coalition in
      var left = estate
      for (player, claim) in claims.enumerated() where !coalition.includes(player) {
        left = left - claim
      }
      return max(0, left)
    }
  }

  /// The coalition of all players.
  public var grandCoalition: Coalition { .all(of: playerCount) }

  /// What a coalition can have.
  public func value(of coalition: Coalition) -> Rational {
    Rational(whole[coalition.index], scale)
  }

  /// The values of all coalitions, by their numbers.
  public var values: [Rational] { whole.map { Rational($0, scale) } }

  /// By how much a coalition's value exceeds what its members get; its complaint, where it is above 0.
  ///
  /// - Parameters:
  ///   - coalition: whose complaint it is.
  ///   - payoffs: one for each player.
  /// - Returns: v(S) - x(S).
  public func excess(of coalition: Coalition, at payoffs: [Rational]) -> Rational {
    var excess = value(of: coalition)
    for player in coalition.members { excess = excess - payoffs[player] }
    return excess
  }

  /// The game among some of the players, who are numbered anew in their order.
  ///
  /// - Precondition: the coalition has a member, and no player that is not there.
  public func subgame(of coalition: Coalition) -> CoalitionalGame {
    precondition(!coalition.isEmpty && coalition.isSubset(of: grandCoalition), "no such players")
    return CoalitionalGame(
      unchecked: coalition.count,
      whole: coalition.subsets.map { whole[$0.index] },
      scale: scale
    )
  }

  /// The game in which each coalition has what the others cannot keep from it: v(N) - v(N without S).
  public var dual: CoalitionalGame {
    let last = whole.count - 1
    return CoalitionalGame(
      unchecked: playerCount,
      whole: whole.indices.map { whole[last] - whole[last - $0] },
      scale: scale
    )
  }
}
