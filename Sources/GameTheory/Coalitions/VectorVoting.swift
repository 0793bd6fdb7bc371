/// A vote that must meet several conditions at once, each with weights and a quota of its own.
///
///     // A majority of five members, with most of the people behind it.
///     let vote = try VectorVoting([
///       WeightedVoting(weights: [1, 1, 1, 1, 1], quota: 3),
///       WeightedVoting(weights: [80, 60, 10, 5, 5], quota: 90),
///     ])
///
/// With one condition it is a ``WeightedVoting``, and counted as one. Every simple game is such a vote, with enough
/// conditions.
///
/// - Source: Taylor and Zwicker, Simple Games (1999), section 1.7; Felsenthal and Machover, The Measurement of Voting
///   Power (1998), chapter 5, on the councils of the European Union.
public struct VectorVoting: Sendable, Hashable {
  /// The conditions, all of which a winning coalition meets.
  public let conditions: [WeightedVoting]

  /// Creates a vote.
  ///
  /// - Parameter conditions: one or more, on the same players.
  /// - Throws: ``CoalitionError/playerCount(found:most:)`` without a condition, and
  ///   ``CoalitionError/shareCount(expected:found:)`` where numbers of players differ.
  public init(_ conditions: [WeightedVoting]) throws(CoalitionError) {
    guard let first = conditions.first else {
      throw .playerCount(found: 0, most: WeightedVoting.mostPlayers)
    }
    for condition in conditions where condition.playerCount != first.playerCount {
      throw .shareCount(expected: first.playerCount, found: condition.playerCount)
    }
    self.conditions = conditions
  }

  /// How many players there are.
  public var playerCount: Int { conditions[0].playerCount }

  /// Tells whether a coalition wins, given by its members, each once.
  public func wins(_ members: some Collection<Int>) -> Bool {
    conditions.allSatisfy { $0.wins(members) }
  }

  /// The players without whom nobody wins, who have a veto; ascending.
  public var blockers: [Int] {
    (0..<playerCount).filter { player in conditions.contains { $0.blockers.contains(player) } }
  }

  /// The player that wins alone, and without whom nobody wins; nil where there is none.
  public var dictator: Int? { blockers.first { wins([$0]) } }

  /// The players without a swing, who make no difference to whatever coalition; ascending.
  ///
  /// - Throws: as ``banzhafSwings()``.
  public func dummies() throws(CoalitionError) -> [Int] {
    try banzhafSwings().enumerated().filter { $0.element == 0 }.map { $0.offset }
  }

  /// Whether of two separate coalitions at most one wins; nil where that is not known within reasonable time.
  ///
  /// It is known for one condition whose sums fit a table, for up to 20 players, and wherever some quota is more
  /// than half.
  ///
  /// - Complexity: O(2^*players*) for up to 20, O(*players* × *sums*) beyond.
  public var isProper: Bool? {
    if conditions.contains(where: { $0.wholeQuota + $0.wholeQuota > $0.wholeTotal }) { return true }
    if playerCount <= CoalitionalGame.mostPlayers {
      let wins = winners()
      return !wins.indices.contains { wins[$0] && wins[wins.count - 1 - $0] }
    }
    guard conditions.count == 1 else { return nil }
    return conditions[0].hasSeparateWinners.map { !$0 }
  }

  /// The vote as a game with the values 0 and 1.
  ///
  /// - Throws: ``CoalitionError/playerCount(found:most:)`` for more than 20 players.
  public func game() throws(CoalitionError) -> CoalitionalGame {
    guard playerCount <= CoalitionalGame.mostPlayers else {
      throw .playerCount(found: playerCount, most: CoalitionalGame.mostPlayers)
    }
    return CoalitionalGame(
      unchecked: playerCount,
      whole: winners().map { $0 ? 1 : 0 },
      scale: 1
    )
  }

  /// For each of the coalitions of at most 20 players whether it wins.
  func winners() -> [Bool] {
    var wins = conditions[0].winners()
    for condition in conditions.dropFirst() {
      let others = condition.winners()
      for index in wins.indices where !others[index] { wins[index] = false }
    }
    return wins
  }
}

extension WeightedVoting {
  /// For each of the coalitions of at most 20 players whether it wins.
  fileprivate func winners() -> [Bool] {
    guard let total = wholeTotal.asInt, total < 1 << 30, let quota = wholeQuota.asInt else {
      var sums: [BigInteger] = [0]
      for weight in whole { sums += sums.map { $0 + weight } }
      return sums.map { $0 >= wholeQuota }
    }
    var sums = [Int](repeating: 0, count: 1 << playerCount)
    let weights = whole.map { $0.asInt ?? 0 }
    for index in 1..<sums.count {
      sums[index] = sums[index & (index - 1)] + weights[index.trailingZeroBitCount]
    }
    return sums.map { $0 >= quota }
  }

  /// Whether a coalition wins whose opponents win too; nil where sums are too large for a table.
  fileprivate var hasSeparateWinners: Bool? {
    guard let total = wholeTotal.asInt, total <= WeightedVoting.mostCounts,
      let quota = wholeQuota.asInt
    else { return nil }
    var isSum = [Bool](repeating: false, count: total + 1)
    isSum[0] = true
    for weight in whole.map({ $0.asInt ?? 0 }) where weight > 0 {
      for sum in stride(from: total, through: weight, by: -1) where isSum[sum - weight] {
        isSum[sum] = true
      }
    }
    return quota <= total - quota && isSum[quota...(total - quota)].contains(true)
  }
}
