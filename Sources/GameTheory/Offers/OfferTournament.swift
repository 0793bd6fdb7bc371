/// Strategies that play each other at all seats.
///
/// Games are numbered from 0; what a game is depends on its number alone, so they can be played
/// anywhere and whenever. ``TournamentTally`` adds them to the same bits in whatever order.
public struct OfferTournament: Sendable {
  /// Which assignments of strategies to seats are played.
  public enum Assignments: Sendable, Equatable {
    /// Each once, the last seat's strategy varying fastest.
    case all
    /// So many, each seat's strategy drawn by itself.
    case sample(Int)
  }

  /// What became of a game.
  public struct Game: Sendable, Equatable {
    /// Its number.
    public let number: Int
    /// The strategy at each seat.
    public let assignment: [Int]
    /// How it ended, and when; without a trace.
    public let result: OfferResult
    /// What each seat got.
    public let payoffs: [Double]
  }

  /// What is negotiated.
  public let problem: OfferProblem
  /// The strategies.
  public let strategies: [Negotiator]
  /// Which assignments are played.
  public let assignments: Assignments
  /// How often each assignment is played, with other random numbers each time.
  public let repetitions: Int
  /// What random numbers hang on.
  public let seed: UInt64
  /// How many assignments are played.
  public let assignmentCount: Int

  private let curves: CurveLevels

  /// How many games there are.
  public var gameCount: Int { assignmentCount * repetitions }

  /// Prepares a tournament.
  ///
  /// - Parameters:
  ///   - problem: what is negotiated.
  ///   - strategies: who plays, one or more.
  ///   - assignments: which of their assignments to seats.
  ///   - repetitions: how often each, 1 or more.
  ///   - seed: what random numbers hang on.
  /// - Throws: ``OfferError/negotiator(seat:)`` with the number of a strategy that is not defined
  ///   or 0 for none at all, and ``OfferError/rounds(_:)`` where there would be no game, or more
  ///   than 2^31 - 1.
  public init(
    _ problem: OfferProblem,
    strategies: [Negotiator],
    assignments: Assignments = .all,
    repetitions: Int = 1,
    seed: UInt64 = 0
  ) throws(OfferError) {
    if let place = strategies.firstIndex(where: { !$0.isDefined }) {
      throw .negotiator(seat: place)
    }
    guard !strategies.isEmpty else { throw .negotiator(seat: 0) }
    let limit = Int(Int32.max)
    guard (1...limit).contains(repetitions) else { throw .rounds(repetitions) }
    var count = 1
    switch assignments {
    case .all:
      for _ in 0..<problem.partyCount where count <= limit / repetitions {
        let (product, overflows) = count.multipliedReportingOverflow(by: strategies.count)
        count = overflows ? limit : product
      }
    case .sample(let size):
      count = size
    }
    guard count >= 1, count <= limit / repetitions else { throw .rounds(count) }
    self.problem = problem
    self.strategies = strategies
    self.assignments = assignments
    self.repetitions = repetitions
    self.seed = seed
    assignmentCount = count
    curves = CurveLevels(strategies, rounds: problem.rounds)
  }

  /// The strategy at each seat in an assignment; it depends on nothing but the seed and the number.
  public func assignment(_ index: Int) -> [Int] {
    let seats = problem.partyCount
    var found = [Int](repeating: 0, count: seats)
    var rest = index
    for seat in (0..<seats).reversed() {
      switch assignments {
      case .all:
        found[seat] = rest % strategies.count
        rest /= strategies.count
      case .sample:
        let bits = CounterRandom.bits(seed, index, seat, 1)
        found[seat] = CounterRandom.index(bits, below: strategies.count)
      }
    }
    return found
  }

  /// Plays the game of a number, from 0 to below ``gameCount``.
  ///
  /// The repetitions of an assignment follow each other.
  public func play(_ number: Int) -> Game {
    let assignment = assignment(number / repetitions)
    var session = OfferSession(
      unchecked: problem,
      seats: assignment.map { strategies[$0] },
      seed: CounterRandom.bits(seed, number, 0, 2),
      recordsTrace: false,
      curves: curves
    )
    session.advance()
    let result = OfferResult(end: session.end ?? .deadline, round: session.round, trace: [])
    return Game(
      number: number,
      assignment: assignment,
      result: result,
      payoffs: (0..<problem.partyCount).map { result.payoff(of: $0, in: problem) }
    )
  }
}
