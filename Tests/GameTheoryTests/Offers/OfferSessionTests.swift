import TestSupport
import Testing

@testable import GameTheory

@Suite("Alternating offers")
struct OfferSessionTests {
  @Test("turn by turn as the definition has it")
  func definition() throws {
    var agreements = 0
    let found = try failures(seeds: 600) { random in
      let problem = try OfferCase.problem(&random)
      let negotiators = (0..<problem.partyCount).map { _ in
        OfferCase.negotiator(&random).withoutDraws
      }
      var slow = SlowTalks(problem: problem, negotiators: negotiators)
      let expected = slow.run()
      let result = try OfferSession.run(problem, negotiators)
      if result.agreement != nil { agreements += 1 }
      guard result.trace == slow.events else {
        let place = zip(result.trace, slow.events).prefix { $0 == $1 }.count
        return "turn \(place): \(negotiators)"
      }
      return result.end == expected.end && result.round == expected.round ? nil : "the end"
    }
    #expect(found.isEmpty, "\(found)")
    #expect(agreements > 100 && agreements < 550)
  }

  @Test(
    "nobody offers or accepts less than its reservation value; enough consented to an agreement"
  )
  func consent() throws {
    let found = try failures(seeds: 800) { random in
      let problem = try OfferCase.problem(&random)
      let negotiators = (0..<problem.partyCount).map { _ in OfferCase.negotiator(&random) }
      let result = try OfferSession.run(problem, negotiators, seed: random.next())
      var consenting: Set<Int> = []
      for event in result.trace {
        let package = event.package ?? 0
        switch event.action {
        case .offer: consenting = [event.speaker]
        case .accept: consenting.insert(event.speaker)
        case .pass: return "a pass"
        case .walkAway:
          if problem.hasRationalPackage(event.speaker) { return "walked away" }
          consenting.remove(event.speaker)
          continue
        }
        if !problem.isRational(package, for: event.speaker) { return "irrational" }
      }
      let slow = SlowTalks(problem: problem, negotiators: negotiators)
      guard (result.agreement != nil) == (!consenting.isEmpty && slow.isEnough(Array(consenting)))
      else { return "consent" }
      for party in consenting where result.agreement != nil {
        let payoff = result.payoff(of: party, in: problem)
        if payoff < problem.reservations[party] { return "payoff" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("the same seed, the same talks; another seed, mostly others")
  func seeds() throws {
    var random = SplitMix64(seed: 5)
    let utilities = (0..<3).map { _ in (0..<40).map { _ in Double(random.int(in: 0...999)) } }
    let problem = try OfferProblem(utilities: utilities, reservations: [0, 0, 0], rounds: 20)
    let negotiators: [Negotiator] = [.random, .random, .boulware]
    let runs = try (0..<20).map { try OfferSession.run(problem, negotiators, seed: UInt64($0)) }
    for seed in 0..<20 {
      let again = try OfferSession.run(problem, negotiators, seed: UInt64(seed))
      #expect(again == runs[seed])
      let brief = try OfferSession.run(
        problem,
        negotiators,
        seed: UInt64(seed),
        recordsTrace: false
      )
      #expect(brief.end == runs[seed].end && brief.round == runs[seed].round)
      #expect(brief.trace.isEmpty)
    }
    #expect(Set(runs.map { $0.trace }).count > 15)
  }

  @Test("a seller and a buyer meet in the middle of eleven prices")
  func prices() throws {
    let problem = try OfferProblem(
      utilities: [(0...10).map { Double($0) / 10 }, (0...10).map { 1 - Double($0) / 10 }],
      reservations: [0, 0],
      rounds: 20
    )
    let result = try OfferSession.run(problem, [.linear, .conceder])
    #expect(result.end == .agreement(7))
    #expect(result.round == 6)
    let early = try OfferSession.run(problem, [.conceder, .conceder])
    #expect(early.end == .agreement(5))
    #expect(
      early.trace.map { $0.action } == [.offer(6), .offer(4), .offer(5), .accept]
    )
    let stubborn = try OfferSession.run(problem, [.hardHeaded, .hardHeaded])
    #expect(stubborn.end == .deadline)
    #expect(stubborn.round == 20)
  }

  @Test("a majority suffices where it does, and a single weight")
  func quotas() throws {
    let utilities = [[1.0, 0], [1, 0], [0, 1]]
    let hard = [Negotiator](repeating: .hardHeaded, count: 3)
    func end(_ rule: AgreementRule) throws -> OfferEnd {
      let problem = try OfferProblem(
        utilities: utilities,
        reservations: [0, 0, 0],
        rounds: 3,
        rule: rule
      )
      return try OfferSession.run(problem, hard).end
    }
    #expect(try end(.unanimity) == .deadline)
    #expect(try end(.count(2)) == .agreement(0))
    #expect(try end(.weighted(weights: [1, 1, 3], quota: 3)) == .agreement(1))
    #expect(try end(.weighted(weights: [1, 1, 3], quota: 4)) == .deadline)
    #expect(try end(.weighted(weights: [5, 1, 3], quota: 5)) == .agreement(0))
  }

  @Test("who has nothing to gain leaves; the others go on where they are enough")
  func leaving() throws {
    func talks(_ rule: AgreementRule) throws -> OfferResult {
      let problem = try OfferProblem(
        utilities: [[1, 0], [1, 2], [0, 1]],
        reservations: [2, 0, 0],
        rounds: 3,
        rule: rule
      )
      return try OfferSession.run(problem, [.linear, .hardHeaded, .hardHeaded])
    }
    let ended = try talks(.unanimity)
    #expect(ended.end == .walkedAway(0))
    #expect(ended.trace.count == 1)
    let problem = try OfferProblem(
      utilities: [[1, 0], [1, 2], [0, 1]],
      reservations: [2, 0, 0],
      rounds: 3,
      rule: .count(2)
    )
    let rest = try talks(.count(2))
    #expect(rest.end == .agreement(1))
    #expect(rest.payoff(of: 0, in: problem) == 0)
  }

  @Test("waiting costs a share of the gain, whatever the zero of a party's utility")
  func patience() throws {
    let problem = try OfferProblem(
      utilities: [[10, 20], [-5, 5]],
      reservations: [10, -5],
      rounds: 3,
      patience: [0.5, 1]
    )
    #expect(problem.payoff(of: 0, 1, round: 0) == 20)
    #expect(problem.payoff(of: 0, 1, round: 2) == 12.5)
    #expect(problem.payoff(of: 0, 0, round: 2) == 10)
    #expect(problem.payoff(of: 1, 1, round: 2) == 5)
  }

  @Test("mistakes in problems and seats are told")
  func mistakes() throws {
    let two = [[1.0, 2], [2, 1]]
    func fault(
      _ utilities: [[Double]],
      _ reservations: [Double] = [0, 0],
      _ rounds: Int = 5,
      patience: [Double]? = nil,
      rule: AgreementRule = .unanimity,
      issues: [Int]? = nil
    ) -> OfferError? {
      do throws(OfferError) {
        _ = try OfferProblem(
          utilities: utilities,
          reservations: reservations,
          rounds: rounds,
          patience: patience,
          rule: rule,
          issues: issues
        )
        return nil
      } catch { return error }
    }
    #expect(fault(two) == nil)
    #expect(fault([[1]]) == .partyCount(1))
    #expect(fault([[], []]) == .noPackages)
    #expect(fault([[1, 2], [1]]) == .count(expected: 2, found: 1))
    #expect(fault(two, [0]) == .count(expected: 2, found: 1))
    #expect(fault([[1, .nan], [1, 2]]) == .notFinite(party: 0))
    #expect(fault(two, [0, .infinity]) == .notFinite(party: 1))
    #expect(fault(two, patience: [1, 1.1]) == .patience(party: 1))
    #expect(fault(two, [0, 0], 0) == .rounds(0))
    #expect(fault(two, rule: .count(3)) == .quota)
    #expect(fault(two, rule: .weighted(weights: [-1, 3], quota: 1)) == .quota)
    #expect(fault(two, rule: .weighted(weights: [.max, .max], quota: 1)) == .quota)
    #expect(fault(two, issues: [3]) == .issues)
    #expect(fault(two, issues: [.max, .max, 2]) == .issues)
    let problem = try OfferProblem(utilities: two, reservations: [0, 0], rounds: 2)
    let bad = Negotiator(.time(.faratinExponential(opening: 0, beta: 1)))
    #expect(throws: OfferError.negotiator(seat: 1)) {
      try OfferSession.run(problem, [.linear, bad])
    }
    #expect(throws: OfferError.count(expected: 2, found: 1)) {
      try OfferSession.run(problem, [.linear])
    }
  }
}

extension Negotiator {
  /// The same without random choices.
  fileprivate var withoutDraws: Negotiator {
    var copy = self
    if copy.choice == .random { copy.choice = .modelled }
    if case .absoluteTitForTat(let delay, _) = copy.tactic {
      copy.tactic = .absoluteTitForTat(delay: delay, extra: 0)
    }
    return copy
  }
}
