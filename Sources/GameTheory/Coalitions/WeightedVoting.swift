/// A vote by weights: a coalition wins when its weights add up to the quota.
///
///     let council = try WeightedVoting(weights: [7, 7, 7, 7, 7] + ones, quota: 39)   // ones: ten of them
///     // its Shapley-Shubik index is 421/2145 for each of the first five, and 4/2145 for the others
///
/// Power is counted, not sampled: how many coalitions there are of each size and weight is a product of polynomials,
/// one factor for each player, from which one player's factor is divided out again. So the cost grows with the
/// weights, which are divided by what they have in common first, and not with the number of coalitions.
///
/// - Source: Mann and Shapley, Values of large games VI, RAND RM-3158 (1962); Brams and Affuso, Theory and Decision 7
///   (1976) 29; Felsenthal and Machover, The Measurement of Voting Power (1998).
public struct WeightedVoting: Sendable, Hashable {
  /// The greatest number of players; counts of coalitions of so many fit 128 bits.
  public static let mostPlayers = 120
  /// How many counts a table may have: 64 MB.
  public static let mostCounts = 1 << 22

  /// The weights as given.
  public let weights: [Rational]
  /// The quota as given.
  public let quota: Rational
  /// Whole weights without a common divisor, with which the same coalitions win.
  let whole: [BigInteger]
  /// The least whole sum that wins.
  let wholeQuota: BigInteger
  /// What all have together.
  let wholeTotal: BigInteger

  /// Creates a vote.
  ///
  /// - Parameters:
  ///   - weights: one for each player, in 1...120 of them, each at least 0.
  ///   - quota: above 0, at most what all have together.
  /// - Throws: ``CoalitionError/playerCount(found:most:)``, ``CoalitionError/negativeWeight(player:)`` and
  ///   ``CoalitionError/quotaOutOfRange``.
  public init(weights: [Rational], quota: Rational) throws(CoalitionError) {
    guard (1...WeightedVoting.mostPlayers).contains(weights.count) else {
      throw .playerCount(found: weights.count, most: WeightedVoting.mostPlayers)
    }
    if let player = weights.firstIndex(where: { $0.signum < 0 }) {
      throw .negativeWeight(player: player)
    }
    guard quota > 0, quota <= weights.reduce(0, +) else { throw .quotaOutOfRange }
    self.weights = weights
    self.quota = quota
    let scale = Rational.commonDenominator(of: weights)
    let scaled = weights.map { ($0 * Rational(scale)).numerator }
    let divisor = scaled.reduce(BigInteger(0)) { BigInteger.greatestCommonDivisor($0, $1) }
    let whole = scaled.map { $0.quotientAndRemainder(dividingBy: divisor).quotient }
    self.whole = whole
    wholeQuota = -(-(quota * Rational(scale) / Rational(divisor))).floor
    wholeTotal = whole.reduce(0, +)
  }

  /// How many players there are.
  public var playerCount: Int { weights.count }

  /// Tells whether a coalition wins, given by its members, each once.
  public func wins(_ members: some Sequence<Int>) -> Bool {
    members.reduce(BigInteger(0)) { $0 + whole[$1] } >= wholeQuota
  }

  /// The players without whom nobody wins, ascending.
  public var blockers: [Int] {
    whole.indices.filter { wholeTotal - whole[$0] < wholeQuota }
  }

  /// The player that wins alone, and without whom nobody wins; nil where there is none.
  public var dictator: Int? { blockers.first { whole[$0] >= wholeQuota } }

  /// The players without a swing, who make no difference to whatever coalition, ascending.
  ///
  /// - Throws: as ``banzhafSwings()``.
  public func dummies() throws(CoalitionError) -> [Int] {
    try banzhafSwings().enumerated().filter { $0.element == 0 }.map { $0.offset }
  }

  /// The vote as a game with the values 0 and 1.
  ///
  /// - Throws: ``CoalitionError/playerCount(found:most:)`` for more than 20 players.
  public func game() throws(CoalitionError) -> CoalitionalGame {
    guard playerCount <= CoalitionalGame.mostPlayers else {
      throw .playerCount(found: playerCount, most: CoalitionalGame.mostPlayers)
    }
    var sums: [BigInteger] = [0]
    for weight in whole { sums += sums.map { $0 + weight } }
    return CoalitionalGame(
      unchecked: playerCount,
      whole: sums.map { $0 >= wholeQuota ? 1 : 0 },
      scale: 1
    )
  }
}
