import TestSupport
import Testing

@testable import GameTheory

@Suite("Who must agree, waiting, outside options")
struct OfferRulesTests {
  private static let kinds: [Negotiator] = [
    .boulware, .linear, .conceder, .hardHeaded, .reciprocator, .random, .modelling,
    Negotiator(.relativeTitForTat(delay: 1)), Negotiator(.relativeTitForTat(delay: 3)),
    Negotiator(.averagedTitForTat(window: 4)), Negotiator(.absoluteTitForTat(delay: 1, extra: 0.2)),
    Negotiator(.time(.genius(opening: 0, exponent: 2))),
    Negotiator(.time(.faratinPolynomial(opening: 0.1, beta: 0.2)), acceptance: .time(0.5)),
    Negotiator(.time(.faratinExponential(opening: 0.1, beta: 5)), acceptance: .constant(0)),
    Negotiator(.time(.constant(0)), choice: .lowest(tolerance: 1), acceptance: .time(0)),
    Negotiator(.time(.linear), choice: .modelled, acceptance: .combined(after: 0, .mean)),
    Negotiator(.time(.linear), choice: .random, acceptance: .next(factor: 1, gap: 100)),
    Negotiator(
      .reciprocator(opening: 1, generosity: 9, retaliation: 0),
      acceptance: .combined(after: 0.3, .best)
    ),
  ]

  @Test("no kind of negotiator offers or accepts less than its reservation value", arguments: kinds)
  func floors(_ kind: Negotiator) throws {
    var turns = 0
    let found = try failures(seeds: 60) { random in
      let problem = try OfferCase.problem(&random)
      // The others try everything.
      var seats = [Negotiator?](repeating: nil, count: problem.partyCount)
      let party = random.int(in: 0...problem.partyCount - 1)
      seats[party] = kind
      var session = try OfferSession(problem, seats: seats, seed: random.next())
      try OpenTalks.play(&session, turns: 50, &random)
      let outside = problem.reservations[party]
      for event in session.trace where event.speaker == party {
        turns += 1
        switch event.action {
        case .offer(let package):
          if problem.utility(of: party, package) < outside { return "offers \(package)" }
        case .accept:
          guard let package = event.package, problem.utility(of: party, package) >= outside else {
            return "accepts \(event.package ?? -1)"
          }
        case .walkAway:
          if problem.best(of: party) >= outside { return "walks away" }
        case .pass: return "passes"
        }
        if event.action != .walkAway, problem.best(of: party) < outside { return "stays" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(kind): \(found)")
    #expect(turns > 60)
  }

  @Test("coalitions suffice by count and by weight")
  func suffices() throws {
    let found = try failures(seeds: 200) { random in
      let problem = try OfferCase.problem(&random)
      let slow = SlowTalks(problem: problem, negotiators: [])
      for set in 0..<UInt64(1) << UInt64(problem.partyCount) {
        let members = (0..<problem.partyCount).filter { set >> UInt64($0) & 1 == 1 }
        if problem.suffices(set) != slow.isEnough(members) { return "\(members)" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    "with a larger quota talks go as before until they would have ended, and no further where they did"
  )
  func quotas() throws {
    var longer = 0
    let found = try failures(seeds: 200) { random in
      let base = try OfferCase.problem(&random)
      let negotiators = (0..<base.partyCount).map { _ in OfferCase.negotiator(&random) }
      var last: OfferResult?
      for count in 1...base.partyCount {
        let result = try OfferSession.run(try base.with(rule: .count(count)), negotiators)
        if let last {
          // Who walks away may end talks that a smaller quota keeps alive.
          let shared = min(last.trace.count, result.trace.count)
          guard result.trace.prefix(shared) == last.trace.prefix(shared) else {
            return "quota \(count)"
          }
          if result.trace.count > last.trace.count { longer += 1 }
        }
        last = result
      }
      let all = try OfferSession.run(try base.with(rule: .unanimity), negotiators)
      return all == last ? nil : "unanimity"
    }
    #expect(found.isEmpty, "\(found)")
    #expect(longer > 100)
  }

  @Test("waiting shrinks what is gained over the outside option, and does not change the talks")
  func patience() throws {
    var agreements = 0
    let found = try failures(seeds: 300) { random in
      let problem = try OfferCase.problem(&random)
      let timeless = try problem.with(
        patience: [Double](repeating: 1, count: problem.partyCount)
      )
      let negotiators = (0..<problem.partyCount).map { _ in OfferCase.negotiator(&random) }
      let result = try OfferSession.run(problem, negotiators)
      guard try OfferSession.run(timeless, negotiators) == result else { return "other talks" }
      for party in 0..<problem.partyCount {
        let outside = problem.reservations[party]
        let payoff = result.payoff(of: party, in: problem)
        guard let package = result.agreement else {
          if payoff != outside { return "no outside option" }
          continue
        }
        agreements += 1
        let utility = problem.utility(of: party, package)
        guard result.payoff(of: party, in: timeless) == utility else { return "without waiting" }
        var gain = utility - outside
        for _ in 0..<result.round { gain *= problem.patience[party] }
        guard (payoff - outside - gain).magnitude <= 1e-12 else { return "payoff \(payoff)" }
        if utility >= outside, payoff < outside || payoff > utility { return "out of range" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(agreements > 200)
  }

  @Test("the zero and the unit of a party's utility do not matter to the talks")
  func scales() throws {
    let found = try failures(seeds: 200) { random in
      // Eighths, so that shifting and doubling lose no bits.
      let parties = random.int(in: 2...4)
      let utilities = (0..<parties).map { _ in
        (0..<16).map { _ in Double(random.int(in: -8...8)) / 8 }
      }
      let reservations = (0..<parties).map { _ in Double(random.int(in: -8...2)) / 8 }
      let problem = try OfferProblem(
        utilities: utilities,
        reservations: reservations,
        rounds: 9,
        issues: random.oneIn(2) ? [2, 2, 4] : nil
      )
      let scales = (0..<parties).map { _ in random.element(of: [0.25, 1, 2, 1024]) }
      let other = try problem.with(
        utilities: utilities.indices.map { party in utilities[party].map { $0 * scales[party] } },
        reservations: reservations.indices.map { reservations[$0] * scales[$0] }
      )
      var negotiators = (0..<parties).map { _ in OfferCase.negotiator(&random) }
      for party in 0..<parties where !negotiators[party].acceptance.isFreeOfScale {
        negotiators[party].acceptance = .aspiration
      }
      // A shortfall is utility, so it has the same unit.
      var scaled = negotiators
      for party in 0..<parties {
        guard case .lowestWithin(let shortfall) = negotiators[party].choice else { continue }
        scaled[party].choice = .lowestWithin(shortfall: shortfall * scales[party])
      }
      let seed = random.next()
      let first = try OfferSession.run(problem, negotiators, seed: seed)
      guard first == (try OfferSession.run(other, scaled, seed: seed)) else { return "scale" }
      // A shift may move sums by rounding, but not of these.
      let shift = random.element(of: [-64.0, 8, 1])
      let moved = try problem.with(
        utilities: utilities.map { $0.map { $0 + shift } },
        reservations: reservations.map { $0 + shift }
      )
      let linear = negotiators.map { _ in Negotiator(.time(.constant(0.5)), choice: .modelled) }
      let still = try OfferSession.run(problem, linear)
      return still == (try OfferSession.run(moved, linear)) ? nil : "shift"
    }
    #expect(found.isEmpty, "\(found)")
  }
}

extension AcceptanceRule {
  /// Whether it has no amount of utility in it.
  fileprivate var isFreeOfScale: Bool {
    if case .next(_, let gap) = self { return gap == 0 }
    return true
  }
}
