/// What makes numbers no game.
public enum GameError: Error, Sendable, Equatable {
  /// There is no player, or a player without strategies.
  case noStrategies
  /// The number of payoffs is not players times profiles.
  case payoffCount(expected: Int, found: Int)
  /// A payoff is not finite.
  case notFinite(profile: Int, player: Int)
}
