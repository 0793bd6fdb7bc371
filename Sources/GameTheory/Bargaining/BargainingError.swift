/// What makes numbers no bargaining problem, or no question about one.
public enum BargainingError: Error, Sendable, Equatable {
  /// There is no player.
  case noPlayers
  /// The number of payoffs is not a multiple of the number of players.
  case payoffCount(players: Int, found: Int)
  /// There is not one weight for each player.
  case weightCount(expected: Int, found: Int)
  /// A weight is below 0, or all are 0.
  case weightSign
  /// The weights, as whole numbers in lowest terms, add up to more than the limit, too much to raise to.
  case weightSize(limit: Int)
  /// A discount factor is below 0 or above 1, or two players alternate who both lose nothing by waiting.
  case discount
  /// A quota is below 1 or above the number of members, or there is no member.
  case quota
}
