import TestSupport
import Testing

@testable import GameTheory

@Suite("Talks played again")
struct OfferReplayTests {
  @Test("any talk can be played again up to any point of it")
  func again() throws {
    var ended = 0
    let found = try failures(seeds: 300) { random in
      let problem = try OfferCase.problem(&random)
      let seats = OpenTalks.seats(&random, of: problem)
      var session = try OfferSession(problem, seats: seats, seed: random.next())
      try OpenTalks.play(&session, turns: random.int(in: 0...40), &random)
      if session.end != nil { ended += 1 }
      let again = try OfferSession(problem, seats: seats, replaying: session.replay)
      guard again.sight == session.sight else { return "another end" }
      return again.replay == session.replay ? nil : "another record"
    }
    #expect(found.isEmpty, "\(found)")
    #expect(ended > 100 && ended < 290)
  }

  @Test("another seed or another seat shows what would have been, mostly something else")
  func otherwise() throws {
    var others = 0
    let found = try failures(seeds: 100) { random in
      let utilities = (0..<3).map { _ in (0..<30).map { _ in Double(random.int(in: 0...999)) } }
      let problem = try OfferProblem(utilities: utilities, reservations: [0, 0, 0], rounds: 6)
      let seats: [Negotiator?] = [.random, nil, .random]
      var session = try OfferSession(problem, seats: seats, seed: random.next())
      session.advance()
      while session.awaitsAction {
        try session.apply(.offer(random.int(in: 0...29)))
        session.advance()
      }
      let other = OfferReplay(seed: session.seed &+ 1, actions: [session.outsideActions[0]])
      let again = try OfferSession(problem, seats: seats, replaying: other)
      if again.trace[0] != session.trace[0] { others += 1 }
      return again.trace[0].speaker == 0 ? nil : "another speaker"
    }
    #expect(found.isEmpty, "\(found)")
    #expect(others > 80)
  }

  @Test("a checksum is that of the talks played again, and of no others")
  func checksums() throws {
    var seen: Set<UInt64> = []
    var count = 0
    let found = try failures(seeds: 200) { random in
      let problem = try OfferCase.problem(&random)
      let seats = OpenTalks.seats(&random, of: problem)
      var session = try OfferSession(problem, seats: seats, seed: random.next())
      session.advance()
      while session.awaitsAction, session.outsideActions.count < 12 {
        // One turn more, one change of it, and one of the seed.
        count += 1
        seen.insert(session.checksum)
        let again = try OfferSession(problem, seats: seats, replaying: session.replay)
        if again.checksum != session.checksum { return "another checksum" }
        let seed = OfferReplay(seed: session.seed ^ 1, actions: session.outsideActions)
        if let other = try? OfferSession(problem, seats: seats, replaying: seed),
          other.checksum == session.checksum
        {
          return "the seed does not matter"
        }
        var other = session
        try other.apply(.walkAway)
        try session.apply(random.oneIn(2) ? .pass : .offer(0))
        if other.checksum == session.checksum { return "the action does not matter" }
        session.advance()
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(seen.count == count && count > 500)
  }

  @Test("fingerprints tell problems that differ in one number")
  func fingerprints() throws {
    let utilities = [[0.0, 1, 2, 3], [2, 1, 0, -0.0]]
    func problem(
      _ utilities: [[Double]] = utilities,
      _ reservations: [Double] = [0, 0],
      _ rounds: Int = 3,
      patience: [Double]? = nil,
      rule: AgreementRule = .unanimity,
      issues: [Int]? = nil
    ) throws -> UInt64 {
      try OfferProblem(
        utilities: utilities,
        reservations: reservations,
        rounds: rounds,
        patience: patience,
        rule: rule,
        issues: issues
      ).fingerprint
    }
    let first = try problem()
    // The same by definition.
    #expect(try problem([[-0.0, 1, 2, 3], [2, 1, 0, 0]]) == first)
    #expect(try problem(patience: [1, 1]) == first)
    #expect(try problem(rule: .count(2)) == first)
    #expect(try problem(issues: [4]) == first)
    let others = [
      first, try problem([[0, 1, 2, 3.5], [2, 1, 0, 0]]), try problem(utilities, [0, 1]),
      try problem(utilities, [0, 0], 4), try problem(patience: [1, 0.5]),
      try problem(rule: .count(1)), try problem(rule: .weighted(weights: [1, 2], quota: 2)),
      try problem(issues: [2, 2]), try problem(issues: [1, 4]),
      try problem([[2, 1, 0, 0], [0, 1, 2, 3]]),
    ]
    #expect(Set(others).count == others.count)
    // Kept, so that talks that were saved are known again.
    #expect(first == 10_015_594_914_101_868_040)
  }

  @Test("fingerprints tell who sits where")
  func fingerprintsOfSeats() throws {
    let utilities = [[0.0, 1, 2, 3], [2, 1, 0, 0]]
    let whole = try OfferProblem(utilities: utilities, reservations: [0, 0], rounds: 3)
    var prints: Set<UInt64> = []
    let found = failures(seeds: 400) { random in
      let seats = [random.oneIn(20) ? nil : OfferCase.negotiator(&random), .linear]
      let print = OfferSession.fingerprint(of: whole, seats: seats)
      let swapped = OfferSession.fingerprint(of: whole, seats: seats.reversed())
      prints.insert(print)
      return (print == swapped) == (seats[0] == .linear) ? nil : "order"
    }
    #expect(found.isEmpty, "\(found)")
    #expect(prints.count > 250)
  }

  /// A seller from outside against one who never concedes, over three rounds.
  private let problem = Result {
    try OfferProblem(utilities: [[0, 1, 2], [2, 1, 0]], reservations: [0, 0], rounds: 3)
  }

  private func fault(_ actions: [OfferAction], _ seats: [Negotiator?]) throws -> OfferError? {
    let problem = try problem.get()
    let replay = OfferReplay(seed: 0, actions: actions)
    do throws(OfferError) {
      _ = try OfferSession(problem, seats: seats, replaying: replay)
      return nil
    } catch { return error }
  }

  @Test("a record that cannot have been is refused, and told why")
  func tampered() throws {
    let seats: [Negotiator?] = [nil, .hardHeaded]
    let whole: [OfferAction] = [.offer(2), .pass, .offer(1)]
    #expect(try fault(whole, seats) == nil)
    #expect(try fault(whole + [.pass], seats) == .over)
    #expect(try fault([.walkAway, .pass], seats) == .over)
    #expect(try fault([.offer(2), .accept, .pass], seats) == .over)
    #expect(try fault([.accept], seats) == .noStandingOffer)
    #expect(try fault([.pass, .offer(3)], seats) == .unknownPackage(3))
    #expect(try fault([.offer(-1)], seats) == .unknownPackage(-1))
    #expect(try fault([.pass], [.linear, .linear]) == .over)
    #expect(try fault(whole, [nil]) == .count(expected: 2, found: 1))
    #expect(try fault(whole, [nil, Negotiator(.time(.constant(2)))]) == .negotiator(seat: 1))
  }

  @Test("records with random changes are replayed or refused, and those replayed are kept as given")
  func fuzzed() throws {
    var refused = 0
    let found = try failures(seeds: 300) { random in
      let problem = try OfferCase.problem(&random)
      let seats = OpenTalks.seats(&random, of: problem)
      var session = try OfferSession(problem, seats: seats, seed: random.next())
      try OpenTalks.play(&session, turns: 10, &random)
      var actions = session.outsideActions
      let place = random.int(in: 0...actions.count)
      switch random.int(in: 0...2) {
      case 0: actions.insert(.offer(random.int(in: -2...problem.packageCount + 2)), at: place)
      case 1: if place < actions.count { actions.remove(at: place) }
      default: actions.insert(random.oneIn(2) ? .accept : .walkAway, at: place)
      }
      let replay = OfferReplay(seed: session.seed, actions: actions)
      do throws(OfferError) {
        let again = try OfferSession(problem, seats: seats, replaying: replay)
        return again.outsideActions == actions ? nil : "other actions"
      } catch {
        refused += 1
        switch error {
        case .over:
          return session.end != nil || actions.contains(.walkAway)
            ? nil : checkOver(replay, problem, seats)
        case .noStandingOffer: return actions.contains(.accept) ? nil : "\(error)"
        case .unknownPackage(let package):
          return (0..<problem.packageCount).contains(package) ? "\(error)" : nil
        default: return "\(error)"
        }
      }
    }
    #expect(found.isEmpty, "\(found)")
    #expect(refused > 50 && refused < 280)
  }

  /// Whether talks end before the last action.
  private func checkOver(
    _ replay: OfferReplay,
    _ problem: OfferProblem,
    _ seats: [Negotiator?]
  ) -> String? {
    for count in replay.actions.indices {
      let some = OfferReplay(seed: replay.seed, actions: Array(replay.actions.prefix(count)))
      guard let session = try? OfferSession(problem, seats: seats, replaying: some) else {
        return "refused for another reason"
      }
      if session.end != nil { return nil }
    }
    return "never over"
  }
}
