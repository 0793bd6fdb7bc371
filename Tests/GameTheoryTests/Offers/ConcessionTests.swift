import TestSupport
import Testing

@testable import GameTheory

@Suite("Concession curves and tactics")
struct ConcessionTests {
  /// Worked out with 60 digits and rounded.
  private static let powers: [(Double, Double, Double)] = [
    (0.1, 0.2, 0.6309573444801932),
    (0.25, 4.0, 0.00390625),
    (0.9, 0.25, 0.9740037464252967),
    (0.5, 0.5, 0.7071067811865476),
    (0.0476190476190476, 4.0, 5.141890467449255e-06),
    (0.3, 7.3, 0.000152400067533392),
    (1e-300, 0.01, 0.0009999999999999998),
    (0.999999, 1000.0, 0.9990004993338457),
    (1e-10, 29.5, 1.0000000000000011e-295),
    (0.7, 2.0, 0.48999999999999994),
  ]

  @Test("powers are rounded as the true ones")
  func powers() {
    for (base, exponent, power) in ConcessionTests.powers {
      #expect(ElementaryFunctions.power(base, exponent) == power, "\(base)^\(exponent)")
    }
    #expect(ElementaryFunctions.power(0, 0) == 1)
    #expect(ElementaryFunctions.power(0, 2) == 0)
    #expect(ElementaryFunctions.power(1, .infinity) == 1)
    #expect(ElementaryFunctions.power(0.999, .infinity) == 0)
    #expect(ElementaryFunctions.power(0.5, 1e9) == 0)
    #expect(ElementaryFunctions.power(0.5, 1074) == 0x1p-1074)
    #expect(ElementaryFunctions.power(0.5, 1000) == 0x1p-1000)
  }

  @Test("whole powers and square roots, at random")
  func wholePowers() {
    let found = failures(seeds: 3000) { random in
      let base = Double(random.next() >> 11) * 0x1p-53
      let square = ElementaryFunctions.power(base, 2)
      let root = ElementaryFunctions.power(base, 0.5)
      return square == base * base && root == base.squareRoot() ? nil : "\(base)"
    }
    #expect(found.isEmpty, "\(found)")
  }

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
