import GameTheory
import Negotiation
import Presentation
import Sweeps

/// Plays the games of a tournament in parallel; the result is the same at any number of threads.
struct TournamentRun {
  private let tournament: TalksTournament
  private let threads: Int
  /// Whether only some assignments are played, which are drawn.
  let isSample: Bool

  /// So many games are played unless a sample is asked for.
  private static let mostGames = 1_000_000

  /// Takes what is asked for; where all assignments are more than can be played, `sampleOfMany` are drawn.
  init(
    _ setting: TalksSetting,
    _ session: ScenarioSession,
    sampleOfMany: Int? = nil
  ) throws(Failure) {
    let parsed = session.parsed
    threads = parsed.integer("--jobs") ?? processorCount()
    let strategies = try TournamentRun.strategies(session)
    let repetitions = parsed.integer("--repeat") ?? 1
    var sample = parsed.integer("--games")
    do throws(Failure) {
      try TournamentRun.checkCount(
        ways: strategies.count,
        seats: setting.talks.problem.partyCount,
        sample: sample,
        repetitions: repetitions
      )
    } catch {
      guard let sampleOfMany else { throw error }
      sample = sampleOfMany
    }
    isSample = sample != nil
    do throws(OfferError) {
      tournament = try TalksTournament(
        setting.talks,
        strategies,
        sample: sample,
        repetitions: repetitions,
        seed: setting.seed
      )
    } catch {
      throw Failure(.internalFault, "the tournament cannot be held: \(error)")
    }
  }

  /// The ways to negotiate that play against each other.
  private static func strategies(_ session: ScenarioSession) throws(Failure) -> [NegotiatorWord] {
    let words = session.parsed.string("--strategies").map { ScenarioWords.parts($0) }
    var strategies: [NegotiatorWord] = []
    var mistakes: [String] = []
    for word in words ?? NegotiatorKind.usual {
      do throws(Failure) {
        let found = try NegotiatorReader.word(word, for: "--strategies")
        if let other = strategies.first(where: { $0.negotiator == found.negotiator }) {
          mistakes.append(
            "--strategies names '\(word)' twice"
              + (other == found ? "" : ": it is the same as '\(other.text)'")
          )
        } else {
          strategies.append(found)
        }
      } catch { mistakes.append(error.message) }
    }
    try session.fail(mistakes)
    return strategies
  }

  /// Refuses more games than can be played.
  private static func checkCount(
    ways: Int,
    seats: Int,
    sample: Int?,
    repetitions: Int
  ) throws(Failure) {
    var assignments = sample ?? 1
    for _ in 0..<seats where sample == nil && assignments <= TournamentRun.mostGames {
      assignments *= ways
    }
    guard assignments * repetitions <= TournamentRun.mostGames else {
      let what =
        sample.map { "\(NumberText.count($0)) games" }
        ?? "\(ways) ways to negotiate at \(seats) seats"
      throw Failure(
        .usage,
        "\(what), each \(Wording.count(repetitions, "time", "times")), are more than "
          + "\(NumberText.count(TournamentRun.mostGames)) talks; name fewer ways with --strategies, or draw some "
          + "assignments with --games"
      )
    }
  }

  func run() -> TournamentReport {
    let empty = TournamentTally(tournament.tournament)
    let tally = fold(empty, { $0.add($1) }, { $0.merge($1) })
    return TournamentReport(tournament, tally)
  }

  /// How often each package was agreed on.
  func agreements() -> (games: Int, counts: [Int: Int]) {
    let counts: [Int: Int] = fold(
      [:],
      { counts, game in
        if let package = game.result.agreement { counts[package, default: 0] += 1 }
      },
      { $0.merge($1, uniquingKeysWith: +) }
    )
    return (tournament.tournament.gameCount, counts)
  }

  /// Plays all games; sums must not hang on the order in which they are added and merged.
  private func fold<Sum: Sendable>(
    _ empty: Sum,
    _ add: @Sendable (inout Sum, OfferTournament.Game) -> Void,
    _ merge: @Sendable (inout Sum, Sum) -> Void
  ) -> Sum {
    let games = tournament.tournament
    return Parallel.fold(
      count: games.gameCount,
      threads: threads,
      empty,
      { add(&$0, games.play($1)) },
      merge
    )
  }
}
