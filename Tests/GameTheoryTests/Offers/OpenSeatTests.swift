import TestSupport
import Testing

@testable import GameTheory

@Suite("Seats played from outside")
struct OpenSeatTests {
  /// What should be thrown for an action; nil where it is allowed.
  private func fault(_ action: OfferAction, in session: OfferSession) -> OfferError? {
    if session.end != nil { return .over }
    if session.seats[session.speaker] != nil { return .automaticSeat(session.speaker) }
    if action == .accept, session.standing == nil { return .noStandingOffer }
    if case .offer(let package) = action, package < 0 || package >= session.problem.packageCount {
      return .unknownPackage(package)
    }
    return nil
  }

  private func action(_ random: inout SplitMix64, _ packages: Int) -> OfferAction {
    random.element(of: [
      .offer(random.int(in: -1...packages)), .offer(random.int(in: 0...packages - 1)),
      .offer(random.element(of: [.min, -1, packages, .max])), .accept, .accept, .pass, .pass,
      random.oneIn(4) ? .walkAway : .accept,
    ])
  }

  @Test("whatever is tried: what is not allowed is refused and changes nothing, the rest is done")
  func fuzzed() throws {
    var refused = 0
    var ends: [OfferEnd?: Int] = [:]
    let found = try failures(seeds: 400) { random in
      let problem = try OfferCase.problem(&random)
      let seats = OpenTalks.seats(&random, of: problem)
      var session = try OfferSession(problem, seats: seats, seed: random.next())
      for turn in 0..<80 {
        if random.oneIn(2) { session.advance() }
        if random.oneIn(3), seats[session.speaker] != nil, session.end == nil { try session.step() }
        let action = action(&random, problem.packageCount)
        let before = session.sight
        let expected = fault(action, in: session)
        do throws(OfferError) {
          try session.apply(action)
          if expected != nil { return "turn \(turn): \(action) was allowed" }
          if session.sight == before { return "turn \(turn): \(action) did nothing" }
        } catch {
          refused += 1
          if error != expected { return "turn \(turn): \(error) for \(action)" }
          if session.sight != before { return "turn \(turn): changed by \(action)" }
        }
      }
      let kind: OfferEnd? = session.end.map { end in
        switch end {
        case .agreement: .agreement(0)
        case .walkedAway: .walkedAway(0)
        case .deadline: .deadline
        }
      }
      ends[kind, default: 0] += 1
      return mistake(in: session)
    }
    #expect(found.isEmpty, "\(found)")
    #expect(refused > 5000)
    #expect(ends[.agreement(0), default: 0] > 50 && ends[.walkedAway(0), default: 0] > 20)
    #expect(ends[.deadline, default: 0] > 20)
  }

  /// Goes through the turns by the rules alone.
  private func mistake(in session: OfferSession) -> String? {
    let problem = session.problem
    var talks = SlowTalks(problem: problem, negotiators: [])
    var turns = (0..<problem.rounds).flatMap { round in
      (0..<problem.partyCount).map { (round, $0) }
    }[...]
    var standing: Int?
    for (place, event) in session.trace.enumerated() {
      while let turn = turns.first, talks.hasLeft(turn.1) { turns.removeFirst() }
      guard let turn = turns.popFirst(), turn == (event.round, event.speaker) else {
        return "turn \(place) is another's"
      }
      if case .offer(let package) = event.action { standing = package }
      guard event.package == standing else { return "turn \(place): on the table" }
      talks.events.append(event)
      var end: OfferEnd?
      if let standing, talks.isEnough(talks.supporters) {
        end = .agreement(standing)
      } else if event.action == .walkAway,
        !talks.isEnough(talks.parties.filter { !talks.hasLeft($0) })
      {
        end = .walkedAway(event.speaker)
      } else if turns.allSatisfy({ talks.hasLeft($0.1) }) {
        end = .deadline
      }
      let isLast = place == session.trace.count - 1
      guard isLast ? session.end == end : end == nil else {
        return "turn \(place): \(end as OfferEnd?)"
      }
    }
    let supporters = talks.supporters.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    return session.supporters == supporters && session.standing == standing ? nil : "in the end"
  }

  @Test("who walks away ends talks that need it, and only those")
  func walkingAway() throws {
    let found = try failures(seeds: 200) { random in
      let problem = try OfferCase.problem(&random)
      var session = try OfferSession(
        problem,
        seats: [Negotiator?](repeating: nil, count: problem.partyCount)
      )
      let turns = random.int(in: 0...(problem.partyCount * problem.rounds - 1))
      for _ in 0..<turns { try session.apply(.pass) }
      let leaver = session.speaker
      let isLast = turns == problem.partyCount * problem.rounds - 1
      try session.apply(.walkAway)
      let rest = (0..<problem.partyCount).filter { $0 != leaver }
      let isEnough = SlowTalks(problem: problem, negotiators: []).isEnough(rest)
      let expected: OfferEnd? = !isEnough ? .walkedAway(leaver) : isLast ? .deadline : nil
      guard session.end == expected else { return "\(session.end as OfferEnd?)" }
      if let result = session.result {
        for party in 0..<problem.partyCount
        where result.payoff(of: party, in: problem) != problem.reservations[party] {
          return "party \(party) has not its outside option"
        }
      }
      return session.present & (1 << UInt64(leaver)) == 0 ? nil : "still there"
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("talks in which everybody passes end with the last turn of the last round")
  func deadline() throws {
    for rounds in [1, 2, 7] {
      let problem = try OfferProblem(
        utilities: [[1, 0], [0, 1], [1, 1]],
        reservations: [0.5, 0.25, 0],
        rounds: rounds
      )
      var session = try OfferSession(problem, seats: [nil, nil, nil])
      for turn in 0..<3 * rounds {
        #expect(session.end == nil)
        #expect(session.round == turn / 3 && session.speaker == turn % 3)
        #expect(session.time == Double(turn / 3 + 1) / Double(rounds + 1))
        try session.apply(.pass)
      }
      #expect(session.end == .deadline)
      #expect(session.round == rounds)
      #expect(session.result?.payoff(of: 1, in: problem) == 0.25)
      #expect(throws: OfferError.over) { try session.apply(.pass) }
      #expect(throws: OfferError.over) { try session.step() }
      session.advance()
      #expect(session.trace.count == 3 * rounds)
    }
  }
}
