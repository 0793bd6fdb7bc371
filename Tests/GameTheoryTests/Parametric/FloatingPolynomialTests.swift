import Testing
import TestSupport

@testable import GameTheory

@Suite("Polynomials in floating point")
struct FloatingPolynomialTests {
  /// The polynomial that is 1 at one of the numbers and 0 at the others.
  private func indicator(of number: Rational, among numbers: [Rational]) -> Polynomial {
    var product = Polynomial(constant: 1)
    for other in numbers where other != number {
      let distance = Polynomial(variable: 0) - Polynomial(constant: other)
      product = product * distance.scaled(by: 1 / (number - other))
    }
    return product
  }

  @Test(
    "The indicator of an option is 0 to the bit, or 1, whatever the numbers of the options",
    arguments: [[2000, 2001, 2002, 2003, 2004, 2005], [-1, 0, 1], [1, 3, 7, 100, 1_000_000]],
    [1, 10, 1000]
  )
  func indicators(wholes: [Int], parts: Int) {
    let numbers = wholes.map { Rational(BigInteger($0), BigInteger(parts)) }
    for number in numbers {
      var form = FloatingPolynomial(indicator(of: number, among: numbers))
      for _ in 0..<2 {
        for place in numbers {
          let error = place == number ? 0x1p-39 : 0
          for fixed in [nil, place] {
            let found = form.value({ _ in place.toDouble() }, exactly: [fixed]) ?? .nan
            #expect((found - (place == number ? 1 : 0)).magnitude <= error)
          }
        }
      }
    }
  }

  @Test("So is an indicator times another number, and twice over")
  func products() {
    let years = (2000...2005).map { Rational(BigInteger($0), 1) }
    let second = Polynomial(variable: 1)
    let indicator = indicator(of: 2002, among: years)
    var once = FloatingPolynomial(indicator * second)
    var twice = FloatingPolynomial(indicator * second * second + indicator * second)
    for year in 2000...2005 {
      for other in [0.1, -7.25, 1e-9, 3e200 / 1e190] {
        let expected = year == 2002 ? other : 0
        let place = [Double(year), other]
        let single = once.value({ place[$0] }, exactly: [nil, nil]) ?? .nan
        #expect((single - expected).magnitude <= expected.magnitude * 0x1p-39)
        let found = twice.value({ place[$0] }, exactly: [nil, nil]) ?? .nan
        let exact = expected * expected + expected
        #expect((found - exact).magnitude <= exact.magnitude * 0x1p-37)
      }
    }
  }

  @Test("Eleven digits are right, also where nearly all cancels")
  func cancelling() {
    let wrong = failures(seeds: 300) { source in
      let x = Double(source.int(in: -3000...3000)) / 1000
      let y = Double(source.int(in: -3000...3000)) / 1000
      // (x - a)^3 (y - b) with a and b at, or next to, the point: multiplied out, nearly all cancels.
      let near = [Rational(0), Rational(1, 1000), Rational(1, 7)]
      let a = Rational(decimalOf: x) + source.element(of: near)
      let b = Rational(decimalOf: y) + source.element(of: near)
      let first = Polynomial(variable: 0) - Polynomial(constant: a)
      let polynomial =
        first * first * first * (Polynomial(variable: 1) - Polynomial(constant: b))
      let exact = polynomial.evaluated(at: [Rational(decimalOf: x), Rational(decimalOf: y)])
        .toDouble()
      var form = FloatingPolynomial(polynomial)
      let found = form.value({ $0 == 0 ? x : y }, exactly: [nil, nil]) ?? .nan
      let isNear = (found - exact).magnitude <= exact.magnitude * 0x1p-37
      return isNear ? nil : "\(found) for \(exact) at \(x), \(y)"
    }
    #expect(wrong == [])
  }

  @Test("A polynomial has no value where a variable has none, and overflows to infinity")
  func edges() {
    let square = Polynomial(variable: 0) * Polynomial(variable: 0)
    var form = FloatingPolynomial(square - Polynomial(variable: 1))
    #expect(form.value({ $0 == 0 ? 1 : nil }, exactly: [nil, nil]) == nil)
    #expect(form.value({ _ in 1e300 }, exactly: [nil, nil]) == .infinity)
    var zero = FloatingPolynomial(Polynomial(constant: 0))
    #expect(zero.value({ _ in nil }, exactly: []) == 0)
  }
}
