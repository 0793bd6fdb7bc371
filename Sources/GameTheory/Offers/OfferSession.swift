/// Talks by stacked alternating offers, turn by turn.
///
/// Parties speak in the order of their numbers, once a round. A speaker accepts the package on the
/// table or puts another there; it may also pass, or walk away. Who proposed or accepted a package
/// supports it until another takes its place. There is an agreement as soon as its supporters are
/// enough by the rule; with unanimity that is when all others accepted in turn. Where a party walks
/// away and those who are left are too few for an agreement, the talks end; else they go on without
/// it.
///
/// Seats without a negotiator are played from outside, by ``apply(_:)``. Everything hangs on the
/// problem, the negotiators, the seed and those actions alone.
///
/// - Source: Aydoğan, Festen, Hindriks and Jonker, Alternating offers protocols for multilateral
///   negotiation (2017), section 3.1; passing, walking away and quotas are added.
public struct OfferSession: Sendable {
  /// What is negotiated.
  public let problem: OfferProblem
  /// Who plays each seat; nil for one that is played from outside.
  public let seats: [Negotiator?]
  /// What random choices hang on.
  public let seed: UInt64
  /// The round, from 0.
  public internal(set) var round = 0
  /// Whose turn it is.
  public internal(set) var speaker = 0
  /// What lies on the table.
  public internal(set) var standing: Int?
  /// Who supports it, one bit per party.
  public internal(set) var supporters: UInt64 = 0
  /// Who has not walked away, one bit per party.
  public internal(set) var present: UInt64
  /// How the talks ended; nil while they last.
  public internal(set) var end: OfferEnd?
  /// Every turn so far, where they are recorded.
  public internal(set) var trace: [OfferEvent] = []
  /// What was done at seats that are played from outside.
  public internal(set) var outsideActions: [OfferAction] = []
  /// What parties seem to like; it is kept up only where a seat needs it or is played from outside.
  public internal(set) var model: OpponentModel

  let recordsTrace: Bool
  let keepsModel: Bool
  let keepsHistory: Bool
  var history: OfferHistory
  /// What each tactic last asked for.
  var targets: [Double]
  /// What packages seem to be worth to others; used within a turn.
  var parts: PackageParts
  /// With a single issue and a model, the packages that somebody stood by, one bit each.
  ///
  /// By party and then by its rank, from the lowest bit of the first of ``stoodWords`` words up;
  /// else empty.
  var stood: [UInt64]
  /// How many words that takes for each party.
  let stoodWords: Int
  /// The curve that was last worked out, for which round, and what it asks for.
  var recent: (curve: ConcessionCurve, round: Int, level: Double)?
  /// What curves ask for, by curve and then by round, where it was worked out before; else empty.
  let levels: [Double]
  /// Where each seat's curve begins there; -1 for none.
  let levelStarts: [Int]

  /// Begins talks.
  ///
  /// - Parameters:
  ///   - problem: what is negotiated.
  ///   - seats: a negotiator per party, nil where it is played from outside.
  ///   - seed: what random choices hang on.
  ///   - recordsTrace: whether every turn is kept.
  /// - Throws: ``OfferError/count(expected:found:)`` and ``OfferError/negotiator(seat:)``.
  public init(
    _ problem: OfferProblem,
    seats: [Negotiator?],
    seed: UInt64 = 0,
    recordsTrace: Bool = true
  ) throws(OfferError) {
    guard seats.count == problem.partyCount else {
      throw .count(expected: problem.partyCount, found: seats.count)
    }
    for (seat, negotiator) in seats.enumerated() {
      if let negotiator, !negotiator.isDefined { throw .negotiator(seat: seat) }
    }
    self.init(
      unchecked: problem,
      seats: seats,
      seed: seed,
      recordsTrace: recordsTrace,
      curves: CurveLevels()
    )
  }

  /// Begins talks for which curves were worked out before; one defined negotiator or none per
  /// party.
  init(
    unchecked problem: OfferProblem,
    seats: [Negotiator?],
    seed: UInt64,
    recordsTrace: Bool,
    curves: CurveLevels
  ) {
    keepsModel = seats.contains { $0.map { $0.choice == .modelled } ?? true }
    keepsHistory = seats.contains { $0.map { $0.needsHistory } ?? true }
    self.problem = problem
    self.seats = seats
    self.seed = seed
    self.recordsTrace = recordsTrace
    let parties = problem.partyCount
    present = ~0 >> UInt64(64 - parties)
    model = OpponentModel(parties: keepsModel ? parties : 0, issues: problem.issues)
    history = OfferHistory(parties: parties, rounds: keepsHistory ? problem.rounds : 0)
    targets = (0..<parties).map { problem.best(of: $0) }
    let isSingle = keepsModel && problem.issues.optionCounts.count == 1
    stoodWords = isSingle ? (problem.packageCount + 63) / 64 : 0
    stood = [UInt64](repeating: 0, count: parties * stoodWords)
    let issues = problem.issues
    parts = PackageParts(
      keepsModel && !isSingle ? issues : OutcomeNumbering(optionCounts: [])
    )
    levels = curves.levels
    levelStarts = seats.map { curves.start(of: $0) }
  }

  /// Plays talks in which every seat plays by itself to their end.
  ///
  /// - Throws: as the initialiser.
  /// - Complexity: O(log m) per turn for m packages; O(m) where packages are chosen by a model.
  public static func run(
    _ problem: OfferProblem,
    _ negotiators: [Negotiator],
    seed: UInt64 = 0,
    recordsTrace: Bool = true
  ) throws(OfferError) -> OfferResult {
    var session = try OfferSession(
      problem,
      seats: negotiators.map { Optional($0) },
      seed: seed,
      recordsTrace: recordsTrace
    )
    session.advance()
    // With no seat played from outside, talks go on to their end.
    guard let result = session.result else { throw .automaticSeat(session.speaker) }
    return result
  }

  /// What became of the talks; nil while they last.
  public var result: OfferResult? {
    end.map { OfferResult(end: $0, round: round, trace: trace) }
  }

  /// Whether it is the turn of a seat that is played from outside.
  public var awaitsAction: Bool { end == nil && seats[speaker] == nil }

  /// Time as tactics see it, (round + 1)/(rounds + 1).
  public var time: Double { Double(round + 1) / Double(problem.rounds + 1) }
}

extension Negotiator {
  /// Whether it looks at what others stood by.
  var needsHistory: Bool {
    if tactic.steps != nil { return true }
    if case .combined = acceptance { return true }
    return false
  }
}
