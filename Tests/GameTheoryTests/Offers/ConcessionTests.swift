import TestSupport
import Testing

@testable import GameTheory

@Suite("Concession curves and tactics")
struct ConcessionTests {
  @Test("aspirations stay in 0...1 and do not rise with time")
  func monotone() {
    let found = failures(seeds: 400) { random in
      let curve = OfferCase.curve(&random)
      var last = 1.0
      for step in 0...50 {
        guard let level = curve.aspiration(at: Double(step) / 50), (0...last).contains(level)
        else { return "\(curve) at step \(step)" }
        let given = curve.concession(at: Double(step) / 50) ?? -1
        if (given + level - 1).magnitude > 1e-15 { return "\(curve): not 1 together" }
        last = level
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("curves without a definition have no values")
  func undefined() {
    let curves: [ConcessionCurve] = [
      .faratinExponential(opening: 0, beta: 1), .faratinPolynomial(opening: 0.1, beta: 0),
      .polynomial(maximum: 1.1, exponent: 1), .polynomial(maximum: 1, exponent: .nan),
      .constant(-0.1), .genius(opening: 0, exponent: -1),
    ]
    for curve in curves {
      #expect(!curve.isDefined)
      #expect(curve.aspiration(at: 0.5) == nil)
      #expect(curve.concession(at: 0.5) == nil)
    }
    #expect(ConcessionCurve.linear.aspiration(at: 1.5) == nil)
    #expect(ConcessionCurve.linear.aspiration(at: .nan) == nil)
    #expect(ConcessionCurve.genius(opening: 0.1, exponent: 0).concession(at: 0.99) == 0.1)
  }

  /// A party with prices 0 to 100 against one who names given prices.
  private func answers(_ tactic: ConcessionTactic, to prices: [Int]) throws -> [Int] {
    let problem = try OfferProblem(
      utilities: [(0...100).map { Double($0) }, (0...100).map { Double(100 - $0) }],
      reservations: [20, 0],
      rounds: prices.count
    )
    let seats: [Negotiator?] = [nil, Negotiator(tactic, acceptance: .constant(1))]
    var session = try OfferSession(problem, seats: seats)
    for price in prices {
      try session.apply(.offer(100 - price))
      session.advance()
    }
    return session.trace.compactMap { event in
      guard event.speaker == 1, case .offer(let package) = event.action else { return nil }
      return 100 - package
    }
  }

  @Test("tit-for-tat gives as it gets: absolutely, in shares, on average, with delay")
  func titForTat() throws {
    // The other opens at what is worth 0, then 10, 30, 30, 20 to this party.
    let prices = [0, 10, 30, 30, 20]
    #expect(
      try answers(.absoluteTitForTat(delay: 1, extra: 0), to: prices) == [100, 90, 70, 70, 80]
    )
    #expect(
      try answers(.absoluteTitForTat(delay: 2, extra: 0), to: prices) == [100, 100, 90, 70, 70]
    )
    // Its gap falls from 100 to 90, 70, 70, and grows to 80; the floor is 0.
    #expect(try answers(.relativeTitForTat(delay: 1), to: prices) == [100, 90, 70, 70, 80])
    // 100 to 70 in two steps, then 90 to 70, then 70 to 80.
    #expect(try answers(.averagedTitForTat(window: 2), to: prices) == [100, 100, 84, 74, 79])
  }

  @Test("the reciprocator opens with a gesture, thanks and pays back")
  func reciprocator() throws {
    let tactic = ConcessionTactic.reciprocator(opening: 0.05, generosity: 0.5, retaliation: 2)
    #expect(try answers(tactic, to: [0, 10, 30, 30, 20]) == [95, 90, 80, 80, 100])
  }

  @Test("a random extra is within its bounds, and never below the floor")
  func extra() throws {
    let tactic = ConcessionTactic.absoluteTitForTat(delay: 1, extra: 0.1)
    let asked = try answers(tactic, to: [0, 0, 0, 0, 0])
    #expect(asked[0] == 100)
    for (before, after) in zip(asked, asked.dropFirst()) {
      #expect((0...11).contains(before - after))
    }
    #expect(asked[4] < 100)
  }
}
