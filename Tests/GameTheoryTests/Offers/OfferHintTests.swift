import TestSupport
import Testing

@testable import GameTheory

@Suite("Hints")
struct OfferHintTests {
  @Test("a hint is allowed, never worth less than the reservation value, and what its basis says")
  func definition() throws {
    var bases: [OfferHint.Basis: Int] = [:]
    let found = try failures(seeds: 300) { random in
      let problem = try OfferCase.problem(&random)
      let seats = OpenTalks.seats(&random, of: problem)
      var session = try OfferSession(problem, seats: seats, seed: random.next())
      try OpenTalks.play(&session, turns: random.int(in: 0...20), &random)
      for party in 0..<problem.partyCount {
        let hint = session.hint(for: party)
        guard hint == expectedHint(for: party, in: session) else {
          return "party \(party): \(hint as OfferHint?)"
        }
        guard let hint else { continue }
        bases[hint.basis, default: 0] += 1
        guard party == session.speaker, session.awaitsAction else { continue }
        var copy = session
        try copy.apply(hint.action)
        if hint.action == .walkAway { continue }
        guard let package = copy.standing, problem.isRational(package, for: party) else {
          return "party \(party) would lose"
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    for basis in [OfferHint.Basis.closest, .expectedToPass, .standing, .noRationalPackage] {
      #expect(bases[basis, default: 0] > 5, "\(bases)")
    }
  }

  /// The hint from its definition, by way of the model's values.
  private func expectedHint(for party: Int, in session: OfferSession) -> OfferHint? {
    let problem = session.problem
    guard session.end == nil, session.present >> UInt64(party) & 1 == 1 else { return nil }
    let own = (0..<problem.packageCount).map { problem.utility(of: party, $0) }
    let rational = own.indices.filter { own[$0] >= problem.reservations[party] }
    // From the best down, of equal ones the last first.
    let order = rational.sorted { (own[$0], $0) > (own[$1], $1) }
    guard let first = order.first else {
      return OfferHint(action: .walkAway, basis: .noRationalPackage, expectedSupporters: 0)
    }
    let talks = SlowTalks(problem: problem, negotiators: [], events: session.trace)
    let others = (0..<problem.partyCount)
      .filter { $0 != party && session.present >> UInt64($0) & 1 == 1 }
    func supporters(_ package: Int) -> [Int] {
      [party]
        + others.filter { other in
          let stands = talks.stands(of: other).map { session.model.value(of: $0, for: other) }
          return stands.min().map { session.model.value(of: package, for: other) >= $0 } ?? false
        }
    }
    let bits = { (package: Int) in supporters(package).reduce(UInt64(0)) { $0 | 1 << UInt64($1) } }
    var package = first
    var basis = OfferHint.Basis.closest
    if let passing = order.first(where: { talks.isEnough(supporters($0)) }) {
      package = passing
      basis = .expectedToPass
    } else {
      package = closest(order, for: party, others, in: session) ?? first
    }
    if let standing = session.standing, rational.contains(standing), own[standing] >= own[package],
      standing != package || session.supporters >> UInt64(party) & 1 == 0
    {
      return OfferHint(action: .accept, basis: .standing, expectedSupporters: bits(standing))
    }
    return OfferHint(action: .offer(package), basis: basis, expectedSupporters: bits(package))
  }

  /// The package with the largest product of the share of the own gain and what others like.
  private func closest(
    _ order: [Int],
    for party: Int,
    _ others: [Int],
    in session: OfferSession
  ) -> Int? {
    let problem = session.problem
    let own = (0..<problem.packageCount).map { problem.utility(of: party, $0) }
    let range = (own.max() ?? 0) - problem.reservations[party]
    let products = order.map { package in
      (range > 0 ? (own[package] - problem.reservations[party]) / range : 1)
        * others.reduce(0.0) { $0 + session.model.value(of: package, for: $1) }
    }
    return products.max().flatMap { products.firstIndex(of: $0) }.map { order[$0] }
  }

  @Test("who follows hints all along ends no worse than without an agreement")
  func following() throws {
    var agreements = 0
    let found = try failures(seeds: 300) { random in
      let problem = try OfferCase.problem(&random)
      let party = random.int(in: 0...problem.partyCount - 1)
      var seats: [Negotiator?] = (0..<problem.partyCount).map { _ in
        OfferCase.negotiator(&random)
      }
      seats[party] = nil
      var session = try OfferSession(problem, seats: seats, seed: random.next())
      session.advance()
      while session.awaitsAction {
        guard let hint = session.hint(for: party) else { return "no hint" }
        try session.apply(hint.action)
        session.advance()
      }
      guard let result = session.result else { return "no end" }
      // Who does not consent may be outvoted where not all are needed.
      guard problem.rule == .unanimity || session.supporters >> UInt64(party) & 1 == 1 else {
        return nil
      }
      if result.agreement != nil { agreements += 1 }
      return result.payoff(of: party, in: problem) >= problem.reservations[party] ? nil : "a loss"
    }
    #expect(found.isEmpty, "\(found)")
    #expect(agreements > 80)
  }

  @Test("no hints without a model, after the end, and for those who left")
  func none() throws {
    let problem = try OfferProblem(
      utilities: [[0, 1], [1, 0], [1, 1]],
      reservations: [0, 0, 0],
      rounds: 2,
      rule: .count(2)
    )
    let automatic = try OfferSession(problem, seats: [.linear, .linear, .linear])
    #expect(automatic.hint(for: 0) == nil)
    var session = try OfferSession(problem, seats: [nil, nil, nil])
    try session.apply(.walkAway)
    #expect(session.hint(for: 0) == nil)
    #expect(session.hint(for: 2)?.action == .offer(1))
    try session.apply(.offer(0))
    #expect(session.hint(for: 2)?.action == .accept)
    try session.apply(.accept)
    #expect(session.end == .agreement(0))
    #expect(session.hint(for: 1) == nil)
  }
}
