/// Sums over the games of a tournament, the same bits in whatever order they are added and merged.
///
/// Payoffs are summed in fixed point: each seat's are cut off after 62 binary places below the next
/// power of two above the largest of its utilities, and nothing is rounded after that. Payoffs of
/// different seats are never added, since utilities of different parties are not comparable.
public struct TournamentTally: Sendable, Equatable {
  /// What a strategy did at a seat.
  public struct Score: Sendable, Equatable {
    /// In how many games it sat there.
    public internal(set) var games = 0
    /// How many of these ended with an agreement.
    public internal(set) var agreements = 0
    /// The sum of the rounds in which they did.
    public internal(set) var agreementRounds = 0
    /// The sum of payoffs in units of the seat.
    var payoff: Int128 = 0
  }

  /// By strategy and then by seat.
  public private(set) var scores: [Score]
  /// How many games were added.
  public private(set) var games = 0
  /// How many of them ended with an agreement.
  public private(set) var agreements = 0

  private let seats: Int
  private let strategies: Int
  private let repetitions: Int
  /// The exponent of two of each seat's largest utility, rounded up.
  private let exponents: [Int]
  /// Each seat's reservation value in its units.
  private let reservations: [Int128]
  /// Sums of payoffs by assignment and then by seat; empty where not all are played.
  private var profiles: [Int128]
  /// How many games of each assignment were added.
  private var profileGames: [Int32]

  /// Begins with no game.
  ///
  /// - Parameters:
  ///   - tournament: whose games are to be added.
  ///   - keepsProfiles: whether payoffs are kept by assignment, for the game of choosing
  ///     strategies; only where all assignments are played. It takes 16 bytes per assignment and
  ///     seat.
  public init(_ tournament: OfferTournament, keepsProfiles: Bool = true) {
    let problem = tournament.problem
    seats = problem.partyCount
    strategies = tournament.strategies.count
    repetitions = tournament.repetitions
    scores = [Score](repeating: Score(), count: strategies * seats)
    let exponents = (0..<seats).map { seat in
      let most = max(
        problem.best(of: seat).magnitude,
        problem.worst(of: seat).magnitude,
        problem.reservations[seat].magnitude,
        .leastNormalMagnitude
      )
      return Int(most.exponent) + 1
    }
    self.exponents = exponents
    reservations = (0..<seats).map {
      TournamentTally.units(problem.reservations[$0], exponents[$0])
    }
    let count = keepsProfiles && tournament.assignments == .all ? tournament.assignmentCount : 0
    profiles = [Int128](repeating: 0, count: count * seats)
    profileGames = [Int32](repeating: 0, count: count)
  }

  /// Adds a game; each is to be added once.
  public mutating func add(_ game: OfferTournament.Game) {
    let isAgreed = game.result.agreement != nil
    games += 1
    if isAgreed { agreements += 1 }
    let place = game.number / repetitions
    for seat in 0..<seats {
      let units = units(game.payoffs[seat], seat)
      let row = game.assignment[seat] * seats + seat
      scores[row].games += 1
      scores[row].payoff += units
      if isAgreed {
        scores[row].agreements += 1
        scores[row].agreementRounds += game.result.round
      }
      if !profiles.isEmpty { profiles[place * seats + seat] += units }
    }
    if !profiles.isEmpty { profileGames[place] += 1 }
  }

  /// Adds what another tally of the same tournament has.
  public mutating func merge(_ other: TournamentTally) {
    games += other.games
    agreements += other.agreements
    for place in scores.indices {
      scores[place].games += other.scores[place].games
      scores[place].agreements += other.scores[place].agreements
      scores[place].agreementRounds += other.scores[place].agreementRounds
      scores[place].payoff += other.scores[place].payoff
    }
    for place in profiles.indices { profiles[place] += other.profiles[place] }
    for place in profileGames.indices { profileGames[place] += other.profileGames[place] }
  }

  /// What a strategy did at a seat.
  public func score(of strategy: Int, at seat: Int) -> Score { scores[strategy * seats + seat] }

  /// A strategy's mean payoff at a seat; nil where it did not sit there.
  public func meanPayoff(of strategy: Int, at seat: Int) -> Double? {
    let score = score(of: strategy, at: seat)
    return score.games > 0 ? mean(score.payoff, of: score.games, seat) : nil
  }

  /// By how much a strategy's mean payoff at a seat is above the reservation value; nil where it did not sit
  /// there.
  ///
  /// The difference is taken before anything is rounded.
  public func meanGain(of strategy: Int, at seat: Int) -> Double? {
    let score = score(of: strategy, at: seat)
    guard score.games > 0 else { return nil }
    return mean(score.payoff - reservations[seat] * Int128(score.games), of: score.games, seat)
  }

  /// The share of games that ended with an agreement; nil before the first.
  public var agreementRate: Double? { games > 0 ? Double(agreements) / Double(games) : nil }

  /// The game of choosing strategies: each seat's strategies, and its payoff summed over
  /// repetitions.
  ///
  /// Payoffs are whole numbers of a unit of the seat's own, so equilibria are exact. Nil where
  /// profiles were not kept, or not all games were added.
  public var strategyGame: StrategicGame<Int128>? {
    guard isComplete else { return nil }
    return try? StrategicGame(
      strategyCounts: [Int](repeating: strategies, count: seats),
      payoffs: profiles
    )
  }

  /// The mean payoffs by assignment and then by seat, rounded; nil as ``strategyGame``.
  public var payoffMatrix: [Double]? {
    guard isComplete else { return nil }
    return profiles.indices.map { mean(profiles[$0], of: repetitions, $0 % seats) }
  }

  /// The mean gains over reservation values by assignment and then by seat; nil as ``strategyGame``.
  public var gainMatrix: [Double]? {
    guard isComplete else { return nil }
    let games = Int128(repetitions)
    return profiles.indices.map { place in
      let seat = place % seats
      return mean(profiles[place] - reservations[seat] * games, of: repetitions, seat)
    }
  }

  private var isComplete: Bool {
    !profiles.isEmpty && profileGames.allSatisfy { $0 == Int32(truncatingIfNeeded: repetitions) }
  }

  private func units(_ payoff: Double, _ seat: Int) -> Int128 {
    TournamentTally.units(payoff, exponents[seat])
  }

  /// Below 2^62 and exact but for the places that are cut off; no factor overflows.
  private static func units(_ payoff: Double, _ exponent: Int) -> Int128 {
    Int128(Int64(payoff * ElementaryFunctions.power(ofTwo: -exponent) * 0x1p62))
  }

  private func mean(_ sum: Int128, of count: Int, _ seat: Int) -> Double {
    // The two halves of the magnitude, lest a small negative sum be the difference of large numbers.
    let magnitude = sum.magnitude
    let high = Double(UInt64(truncatingIfNeeded: magnitude >> 64)) * 0x1p64
    let low = Double(UInt64(truncatingIfNeeded: magnitude))
    let mean = (high + low) / Double(count) * 0x1p-62 * scale(exponents[seat])
    return sum < 0 ? -mean : mean
  }

  private func scale(_ exponent: Int) -> Double { ElementaryFunctions.power(ofTwo: exponent) }
}
