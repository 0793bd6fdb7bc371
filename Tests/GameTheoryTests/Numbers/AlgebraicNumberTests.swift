import TestSupport
import Testing

@testable import GameTheory

@Suite("Algebraic numbers")
struct AlgebraicNumberTests {
  /// The positive root of x² = value.
  private func squareRoot(_ value: Rational) throws -> AlgebraicNumber {
    let coefficients = [-value, 0, 1]
    let roots = try #require(RootIsolation.roots(of: coefficients, in: 0...(value + 1)))
    return AlgebraicNumber(try #require(roots.first), of: coefficients)
  }

  @Test("Square roots compare as their squares do")
  func order() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let a = Rational(BigInteger(Int.random(in: 1...400, using: &random)), 100)
      let b = Rational(BigInteger(Int.random(in: 1...400, using: &random)), 100)
      #expect(try (squareRoot(a) < squareRoot(b)) == (a < b))
      #expect(try (squareRoot(a) == squareRoot(b)) == (a == b))
    }
  }

  @Test("The same number as a root of different polynomials is the same")
  func same() throws {
    let two = try squareRoot(2)
    // x³ - x² - 2x + 2 = (x - 1)(x² - 2)
    let other: [Rational] = [2, -2, -1, 1]
    let roots = try #require(RootIsolation.roots(of: other, in: 0...3))
    let numbers = roots.map { AlgebraicNumber($0, of: other) }
    #expect(numbers.contains { $0 == two })
    #expect(numbers.contains { $0 == AlgebraicNumber(1) })
    #expect(two != AlgebraicNumber(Rational(14142, 10000)))
    #expect(AlgebraicNumber(Rational(14142, 10000)) < two)
  }

  @Test("Signs of polynomials at a root are exact, however near they come")
  func signs() throws {
    let two = try squareRoot(2)
    #expect(two.sign(of: [-2, 0, 1]) == 0)
    #expect(two.sign(of: [4, 0, -4, 0, 1]) == 0)
    #expect(two.sign(of: []) == 0)
    #expect(two.sign(of: [-1]) == -1)
    let tiny = Rational(1, BigInteger(10).power(60))
    #expect(two.sign(of: [tiny - 2, 0, 1]) == 1)
    #expect(two.sign(of: [-tiny - 2, 0, 1]) == -1)
    let near = try #require(Rational(decimal: "1.41421356237309504880168872420969807856"))
    #expect(two.sign(of: [-near, 1]) == -1 * two.sign(of: [near, -1]))
    // The square of the decimal is below 2, so the root is above it.
    #expect(near * near < 2)
    #expect(two.sign(of: [-near, 1]) == 1)
  }

  @Test("Signs at random roots are those of a narrow interval around")
  func randomSigns() throws {
    let wrong = failures(seeds: 300) { random in
      let coefficients = (0...3).map { _ in Rational(random.int(in: -5...5)) }
      guard let roots = RootIsolation.roots(of: coefficients, in: -10...10) else { return nil }
      let other = (0...3).map { _ in Rational(random.int(in: -5...5)) }
      for root in roots {
        var number = AlgebraicNumber(root, of: coefficients)
        let sign = number.sign(of: other)
        for _ in 0..<60 { number.refine() }
        let low = RootIsolation.value(of: other, at: number.lowerBound)
        let high = RootIsolation.value(of: other, at: number.upperBound)
        let isNear = max(low.magnitude, high.magnitude) < Rational(1, 1_000_000_000_000)
        guard sign == 0 ? isNear : low.signum == sign && high.signum == sign else {
          return "\(coefficients) \(other): \(sign) for \(low), \(high)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Rational numbers are shown exactly, others to nine places")
  func text() throws {
    #expect(AlgebraicNumber(Rational(84, 13)).description == "84/13")
    #expect(try squareRoot(2).description == "≈1.414213562")
    #expect(try squareRoot(4).description == "2")
  }
}
