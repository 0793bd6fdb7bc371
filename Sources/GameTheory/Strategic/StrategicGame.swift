/// A game in strategic form: every player picks one of its strategies, and each profile pays everybody.
///
/// Profiles are numbered in mixed radix, the last player's strategy varying fastest. Payoffs are
/// contiguous: player *p* has `payoffs[profile * playerCount + p]`. Any ordered payoff that can be added
/// will do; with exact integers or fractions every answer is exact.
///
/// A gain of at most the tolerance is no gain, everywhere.
public struct StrategicGame<Payoff: Comparable & AdditiveArithmetic & Sendable>: Sendable {
  /// How profiles are numbered.
  public let profiles: OutcomeNumbering
  /// The payoffs, by profile and then by player.
  public let payoffs: [Payoff]

  /// Creates a game.
  ///
  /// - Parameters:
  ///   - strategyCounts: for each player how many strategies it has, 1 or more.
  ///   - payoffs: by profile and then by player.
  /// - Throws: ``GameError/noStrategies`` and ``GameError/payoffCount(expected:found:)``.
  public init(strategyCounts: [Int], payoffs: [Payoff]) throws(GameError) {
    guard !strategyCounts.isEmpty, strategyCounts.allSatisfy({ $0 > 0 }) else {
      throw .noStrategies
    }
    profiles = OutcomeNumbering(optionCounts: strategyCounts)
    let expected = profiles.count * strategyCounts.count
    guard payoffs.count == expected else {
      throw .payoffCount(expected: expected, found: payoffs.count)
    }
    self.payoffs = payoffs
  }

  /// How many players there are.
  public var playerCount: Int { profiles.optionCounts.count }

  /// How many strategies each player has.
  public var strategyCounts: [Int] { profiles.optionCounts }

  /// The payoff of a player in a profile.
  @inlinable
  public func payoff(of player: Int, in profile: Int) -> Payoff {
    payoffs[profile * profiles.optionCounts.count + player]
  }

  /// The strategy of a player in a profile.
  public func strategy(of player: Int, in profile: Int) -> Int {
    profiles.option(of: player, in: profile)
  }
}

extension StrategicGame where Payoff == Double {
  /// Creates a game from numbers that must be finite.
  ///
  /// - Throws: as the other initialiser, and ``GameError/notFinite(profile:player:)``.
  public init(finite payoffs: [Double], strategyCounts: [Int]) throws(GameError) {
    try self.init(strategyCounts: strategyCounts, payoffs: payoffs)
    if let bad = payoffs.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(profile: bad / playerCount, player: bad % playerCount)
    }
  }
}
