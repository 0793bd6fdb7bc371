public import GameTheory

/// Every assignment of ways to negotiate to players, each talking with the others.
public struct TalksTournament: Sendable {
  /// The talks.
  public let talks: Talks
  /// The ways to negotiate.
  public let strategies: [NegotiatorWord]
  /// The games.
  public let tournament: OfferTournament

  /// Prepares a tournament.
  ///
  /// - Parameters:
  ///   - talks: the talks.
  ///   - strategies: the ways to negotiate, one or more.
  ///   - sample: how many assignments are drawn; all are played when nil.
  ///   - repetitions: how often each is played, with other random numbers.
  ///   - seed: what random numbers hang on.
  /// - Throws: what the library refuses.
  public init(
    _ talks: Talks,
    _ strategies: [NegotiatorWord],
    sample: Int?,
    repetitions: Int,
    seed: UInt64
  ) throws(OfferError) {
    self.talks = talks
    self.strategies = strategies
    tournament = try OfferTournament(
      talks.problem,
      strategies: strategies.map { $0.negotiator },
      assignments: sample.map { .sample($0) } ?? .all,
      repetitions: repetitions,
      seed: seed
    )
  }
}

/// What came of a tournament.
public struct TournamentReport: Sendable {
  /// What a way to negotiate came to at a seat.
  public struct Score: Sendable {
    /// The mean payoff; nil where it was never played there.
    public let payoff: Double?
    /// The mean gain over the reservation value; nil likewise.
    public let gain: Double?
    /// The share of games that ended with an agreement; nil likewise.
    public let agreementRate: Double?
  }

  /// An equilibrium of the game of choosing how to negotiate.
  public struct Equilibrium: Sendable {
    /// The number of each player's way to negotiate.
    public let strategies: [Int]
    /// The mean payoffs.
    public let payoffs: [Double]
    /// The mean gains over reservation values.
    public let gains: [Double]
    /// Whether every other choice loses.
    public let isStrict: Bool
  }

  /// The tournament.
  public let tournament: TalksTournament
  /// How many games were played.
  public let games: Int
  /// The share that ended with an agreement.
  public let agreementRate: Double
  /// By way to negotiate and then by player.
  public let scores: [[Score]]
  /// The pure equilibria, as many as there are; nil where not all assignments were played.
  public let equilibria: [Equilibrium]?

  /// Reads off a tally to which all games were added.
  ///
  /// - Complexity: O(*strategies* × *players* × *assignments*).
  public init(_ tournament: TalksTournament, _ tally: TournamentTally) {
    self.tournament = tournament
    let problem = tournament.talks.problem
    let players = 0..<problem.partyCount
    games = tally.games
    agreementRate = tally.agreementRate ?? 0
    scores = tournament.strategies.indices.map { strategy in
      players.map { player in
        let score = tally.score(of: strategy, at: player)
        return Score(
          payoff: tally.meanPayoff(of: strategy, at: player),
          gain: tally.meanGain(of: strategy, at: player),
          agreementRate: score.games > 0 ? Double(score.agreements) / Double(score.games) : nil
        )
      }
    }
    guard let game = tally.strategyGame, let payoffs = tally.payoffMatrix,
      let gains = tally.gainMatrix
    else {
      equilibria = nil
      return
    }
    equilibria = game.pureEquilibria().map { found in
      let row = found.profile * players.count..<(found.profile + 1) * players.count
      return Equilibrium(
        strategies: game.profiles.options(of: found.profile),
        payoffs: Array(payoffs[row]),
        gains: Array(gains[row]),
        isStrict: found.isStrict
      )
    }
  }

  /// The ways to negotiate that gained a player most on average, all that are equally good.
  public func best(for player: Int) -> [Int] {
    let payoffs = scores.map { $0[player].payoff }
    guard let most = payoffs.compactMap({ $0 }).max() else { return [] }
    return payoffs.indices.filter { payoffs[$0] == most }
  }
}
