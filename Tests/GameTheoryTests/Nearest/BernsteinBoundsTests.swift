import TestSupport
import Testing

@testable import GameTheory

@Suite("Bounds on polynomials over boxes")
struct BernsteinBoundsTests {
  private static func box(_ random: inout SplitMix64, _ count: Int) -> [ClosedRange<Rational>] {
    (0..<count).map { _ in
      let low = Rational(random.int(in: -8...8)) / 4
      return low...low + Rational(random.int(in: 0...8)) / 4
    }
  }

  private static func polynomial(
    _ random: inout SplitMix64,
    _ count: Int,
    isMultilinear: Bool
  ) -> Polynomial {
    var sum = Polynomial(constant: Rational(random.int(in: -6...6)) / 4)
    for _ in 0..<random.int(in: 1...5) {
      var term = Polynomial(constant: Rational(random.int(in: -6...6)) / 2)
      for variable in 0..<count where random.oneIn(2) {
        let power = isMultilinear ? 1 : random.int(in: 1...3)
        for _ in 0..<power { term = term * Polynomial(variable: variable) }
      }
      sum = sum + term
    }
    return sum
  }

  @Test("No point of the box has a value beyond the bounds")
  func points() {
    let found = failures(seeds: 200) { random in
      let count = random.int(in: 1...4)
      let box = Self.box(&random, count)
      let polynomial = Self.polynomial(&random, count, isMultilinear: false)
      let range = BernsteinBounds.range(of: polynomial, over: box)
      for _ in 0..<40 {
        let point = box.map {
          $0.lowerBound + ($0.upperBound - $0.lowerBound) * Rational(random.int(in: 0...10)) / 10
        }
        let value = polynomial.evaluated(at: point)
        if !range.contains(value) { return "\(value) is not within \(range)" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("Where each variable has degree one the bounds are met at corners")
  func corners() {
    var connected = 0
    let found = failures(seeds: 200) { random in
      let count = random.int(in: 1...5)
      let box = Self.box(&random, count)
      let polynomial = Self.polynomial(&random, count, isMultilinear: true)
      let values = (0..<1 << count).map { corner in
        polynomial.evaluated(
          at: box.indices.map { corner >> $0 & 1 == 0 ? box[$0].lowerBound : box[$0].upperBound }
        )
      }
      connected += polynomial.degree > 1 ? 1 : 0
      let range = BernsteinBounds.range(of: polynomial, over: box)
      return range.lowerBound == values.min() && range.upperBound == values.max()
        ? nil : "\(range), not \(values)"
    }
    #expect(found.isEmpty, "\(found)")
    #expect(connected > 50)
  }

  @Test("Bounds close in as boxes shrink, with their square")
  func convergence() {
    let x = Polynomial(variable: 0)
    let polynomial = x * x * x - x.scaled(by: 2)
    func excess(_ width: Rational) -> Rational {
      let range = BernsteinBounds.range(of: polynomial, over: [1...1 + width])
      // It grows on this side of the root of its derivative.
      let end = polynomial.evaluated(at: [1 + width])
      return range.upperBound - end + (polynomial.evaluated(at: [1]) - range.lowerBound)
    }
    #expect(excess(1) >= 0)
    #expect(excess(Rational(1, 8)) <= excess(1) / 64)
  }
}
