/// What makes numbers no coalitional game, or leaves a question about one without an answer.
public enum CoalitionError: Error, Sendable, Equatable {
  /// There is no player, or there are more than can be dealt with.
  case playerCount(found: Int, most: Int)
  /// There is not one value for each coalition.
  case valueCount(expected: Int, found: Int)
  /// The empty coalition has a value other than 0.
  case emptyCoalitionHasValue
  /// The value of some coalition is neither 0 nor 1, more members make it smaller, or all together have 0.
  case notSimple
  /// What all have together is less than what they have alone, so nobody would take part.
  case noImputation
  /// The groups do not hold every player exactly once.
  case notAPartition
  /// There is not one payoff, or one exchange rate, for each player.
  case shareCount(expected: Int, found: Int)
  /// A weight is below 0.
  case negativeWeight(player: Int)
  /// The quota is not above 0, or above what all have together.
  case quotaOutOfRange
  /// The weights are so large that a table of counts would need more entries than allowed.
  case tableTooLarge(limit: Int)
  /// An exchange rate is not above 0.
  case rateNotPositive(player: Int)
  /// There is no outcome, or there are more than can be dealt with.
  case outcomeCount(found: Int, most: Int)
  /// A move names an outcome or a player that is not there, or no player.
  case invalidMove(place: Int)
}
