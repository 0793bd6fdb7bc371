/// What coalitions can do in a strategic game.
///
/// What members get together is Σ exchange rate × payoff. Without declared rates payoffs are added as they are,
/// which means something only where they are in one unit.
public struct StrategicCoalitions: Sendable {
  /// The greatest number of players.
  public static let mostPlayers = 20

  /// The game; each player's payoffs are the true ones times its scale.
  public let game: StrategicGame<BigInteger>
  /// By what each player's true payoffs are multiplied, above 0.
  public let scales: [BigInteger]
  /// What a unit of each player's true payoff counts in sums, above 0.
  public let exchangeRates: [Rational]
  /// For each player the distance between its least and its greatest payoff, scaled.
  let payoffRanges: [BigInteger]

  /// Takes a game with whole payoffs.
  ///
  /// - Parameters:
  ///   - game: a game of at most 20 players.
  ///   - scales: by what each player's true payoffs have been multiplied; 1 when left out.
  ///   - exchangeRates: what a unit of each player's true payoff counts in sums; 1 when left out.
  /// - Throws: ``CoalitionError/playerCount(found:most:)``, ``CoalitionError/shareCount(expected:found:)`` and
  ///   ``CoalitionError/rateNotPositive(player:)``.
  public init(
    _ game: StrategicGame<BigInteger>,
    scales: [BigInteger]? = nil,
    exchangeRates: [Rational]? = nil
  ) throws(CoalitionError) {
    let count = game.playerCount
    guard count <= StrategicCoalitions.mostPlayers else {
      throw .playerCount(found: count, most: StrategicCoalitions.mostPlayers)
    }
    let scales = scales ?? [BigInteger](repeating: 1, count: count)
    let rates = exchangeRates ?? [Rational](repeating: 1, count: count)
    for found in [scales.count, rates.count] where found != count {
      throw .shareCount(expected: count, found: found)
    }
    for player in 0..<count where rates[player].signum <= 0 || scales[player].signum <= 0 {
      throw .rateNotPositive(player: player)
    }
    self.game = game
    self.scales = scales
    self.exchangeRates = rates
    payoffRanges = (0..<count).map { player in
      var least = game.payoff(of: player, in: 0)
      var greatest = least
      for profile in 1..<max(1, game.profiles.count) {
        let payoff = game.payoff(of: player, in: profile)
        if payoff < least { least = payoff }
        if payoff > greatest { greatest = payoff }
      }
      return greatest - least
    }
  }

  /// Takes an exact game, with its scales.
  ///
  /// - Throws: as the first initialiser.
  public init(_ game: ExactGame, exchangeRates: [Rational]? = nil) throws(CoalitionError) {
    try self.init(game.strategic, scales: game.scales, exchangeRates: exchangeRates)
  }

  /// Takes a game with fractions for payoffs.
  ///
  /// - Throws: as the first initialiser.
  public init(
    _ game: StrategicGame<Rational>,
    exchangeRates: [Rational]? = nil
  ) throws(CoalitionError) {
    let count = game.playerCount
    let scales = (0..<count).map { player in
      Rational.commonDenominator(
        of: (0..<game.profiles.count).map { game.payoff(of: player, in: $0) }
      )
    }
    let whole = game.payoffs.enumerated().map { place, payoff in
      (payoff * Rational(scales[place % count])).numerator
    }
    guard
      let scaled = try? StrategicGame(strategyCounts: game.strategyCounts, payoffs: whole)
    else { preconditionFailure("the game has strategies and payoffs") }
    try self.init(scaled, scales: scales, exchangeRates: exchangeRates)
  }

  /// The coalition of all players.
  public var grandCoalition: Coalition { .all(of: game.playerCount) }

  /// For each profile the number of what a coalition plays in it, in mixed radix, and how many there are.
  func jointStrategies(of coalition: Coalition) -> (numbers: [Int], count: Int) {
    var numbers = [0]
    var total = 1
    for (player, count) in game.strategyCounts.enumerated() {
      let isMember = coalition.includes(player)
      if isMember { total *= count }
      numbers = numbers.flatMap { base in
        (0..<count).map { isMember ? base * count + $0 : base }
      }
    }
    return (numbers, total)
  }

  /// A tolerance in true payoffs as each player's scaled payoffs have it.
  func tolerances(_ tolerance: Rational) -> [BigInteger] {
    scales.map { (tolerance * Rational($0)).floor }
  }
}
