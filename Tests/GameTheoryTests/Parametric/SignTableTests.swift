import TestSupport
import Testing

@testable import GameTheory

@Suite("Signs over a box")
struct SignTableTests {
  private let x = Polynomial(variable: 0)
  private let y = Polynomial(variable: 1)

  @Test("Multiples of a polynomial share a row, turned round by negative factors")
  func sharedRows() {
    var table = SignTable(box: [-1...1, -1...1])
    let p = x * y - x + Polynomial(constant: Rational(1, 10))
    let sign = table.sign(of: p)
    #expect(sign == .row(0, flipped: false) || sign == .row(0, flipped: true))
    #expect(table.sign(of: p.scaled(by: 3)) == sign)
    #expect(table.sign(of: p.scaled(by: Rational(1, 7))) == sign)
    #expect(table.sign(of: p.scaled(by: -2)) != sign)
    #expect(table.rows.count == 1)
    #expect(table.sign(of: x) == .row(1, flipped: false))
    #expect(table.sign(of: Polynomial(constant: 0)) == .constant(0))
    #expect(table.sign(of: Polynomial(constant: -4)) == .constant(-1))
  }

  @Test("Extremes at corners settle signs that ranges of single terms leave open")
  func corners() {
    // (1 - x)(1 - y) + 1
    let one = Polynomial(constant: 1)
    let p = (one - x) * (one - y) + one
    var table = SignTable(box: [0...1, 0...1])
    #expect(table.sign(of: p) == .constant(1))
    #expect(table.sign(of: p.scaled(by: -5)) == .constant(-1))
    #expect(table.rows.isEmpty)
  }

  @Test("A polynomial that touches zero at the end of the box keeps its row")
  func touchingZero() {
    var table = SignTable(box: [0...1, 0.3...1])
    #expect(table.sign(of: x) == .row(0, flipped: false))
    #expect(table.sign(of: y - Polynomial(constant: Rational(3, 10))) == .row(1, flipped: false))
    #expect(table.sign(of: y - Polynomial(constant: Rational(29, 100))) == .constant(1))
  }

  @Test("A sign said to be certain is the one at every point of the box")
  func certainSigns() {
    let wrong = failures(seeds: 1500) { random in
      let box = (0..<3).map { _ in
        let low = Double(random.int(in: -20...20)) / 10
        return low...low + Double(random.int(in: 0...10)) / 10
      }
      let polynomial =
        random.polynomial(terms: 4, degree: 3)
        + Polynomial(constant: random.decimal(places: 1, limit: 3))
      var table = SignTable(box: box)
      guard case .constant(let sign) = table.sign(of: polynomial) else { return nil }
      for _ in 0..<12 {
        let point = box.map { range in
          let part = Double(random.element(of: [0, 0, 1, 1, random.int(in: 0...64)])) / 64
          let end = part == 1 ? range.upperBound : range.lowerBound
          return Rational(
            decimalOf: part == 0 || part == 1
              ? end : range.lowerBound + part * (range.upperBound - range.lowerBound)
          )
        }
        guard polynomial.evaluated(at: point).signum == sign else {
          return "\(polynomial) over \(box) is not \(sign) at \(point)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Evaluation in floating point errs by no more than the bound")
  func errorBound() {
    let wrong = failures(seeds: 1500) { random in
      var polynomial = Polynomial(constant: 0)
      for _ in 0..<random.int(in: 1...8) {
        let digits = Rational(BigInteger(random.int(in: -999_999_999...999_999_999)))
        let scale = Rational(BigInteger(10).power(random.int(in: 0...18)))
        var term = Polynomial(constant: digits / scale)
        for _ in 0..<random.int(in: 0...4) {
          term = term * Polynomial(variable: random.int(in: 0...2))
        }
        polynomial = polynomial + term
      }
      let reach = random.element(of: [1e-3, 1, 1.5, 100, 1e6])
      let box = [-reach...reach, -reach...reach, -reach...reach]
      let point = (0..<3).map { _ in
        random.oneIn(4) ? reach : Double(random.int(in: -1 << 53...1 << 53)) * 0x1p-53 * reach
      }
      let form = FloatingForm(polynomial, box: box)
      var sum = form.constant
      for term in form.terms {
        var product = 1.0
        for factor in term.monomial.factors {
          for _ in 0..<factor.exponent { product *= point[factor.variable] }
        }
        sum += term.coefficient * product
      }
      let exact = polynomial.evaluated(at: point.map { Rational(decimalOf: $0) })
      let error = (Rational(exactly: sum) - exact).magnitude
      return error <= Rational(exactly: form.bound) ? nil : "\(polynomial) at \(point): \(error)"
    }
    #expect(wrong == [])
  }

  @Test("Bounds over a box hold at points in it")
  func extremes() {
    let wrong = failures(seeds: 800) { random in
      let box = (0..<3).map { _ in
        let low = Double(random.int(in: -3...3))
        return low...low + Double(random.int(in: 0...3))
      }
      let polynomial = random.polynomial(terms: 5, degree: 3)
      let form = FloatingForm(polynomial, box: box)
      let range = form.extremes(box: box)
      let (low, high) = (
        Rational(exactly: range.lowest - form.bound), Rational(exactly: range.highest + form.bound)
      )
      for _ in 0..<10 {
        let point = box.map { range in
          let share = Rational(BigInteger(random.int(in: 0...4)), 4)
          let width = Rational(exactly: range.upperBound - range.lowerBound)
          return Rational(exactly: range.lowerBound) + share * width
        }
        let value = polynomial.evaluated(at: point)
        guard low <= value, value <= high else { return "\(polynomial) over \(box) at \(point)" }
      }
      return nil
    }
    #expect(wrong == [])
  }
}
