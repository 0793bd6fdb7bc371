import TestSupport
import Testing

@testable import GameTheory

@Suite("Polynomials with exact coefficients")
struct PolynomialTests {
  private let x = Polynomial(variable: 0)
  private let y = Polynomial(variable: 1)

  @Test("The laws of a ring hold, in form and in value")
  func ringLaws() {
    let wrong = failures(seeds: 600) { random in
      let p = random.polynomial(terms: 4, degree: 3)
      let q = random.polynomial(terms: 4, degree: 3)
      let r = random.polynomial(terms: 3, degree: 2)
      let point = (0..<3).map { _ in random.rational(bits: 6) }
      guard p + q == q + p, (p + q) + r == p + (q + r), p - q == p + q.scaled(by: -1) else {
        return "sums of \(p), \(q), \(r)"
      }
      guard p * q == q * p, (p * q) * r == p * (q * r), p * (q + r) == p * q + p * r else {
        return "products of \(p), \(q), \(r)"
      }
      guard (p - p).isZero, (p + q - q) == p, (p * Polynomial(constant: 0)).isZero else {
        return "zeros of \(p), \(q)"
      }
      let (a, b) = (p.evaluated(at: point), q.evaluated(at: point))
      let factor = random.rational(bits: 6)
      guard (p + q).evaluated(at: point) == a + b, (p * q).evaluated(at: point) == a * b,
        (p - q).evaluated(at: point) == a - b,
        p.scaled(by: factor).evaluated(at: point) == a * factor
      else { return "values of \(p) and \(q) at \(point)" }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Terms ascend without zeros and repeats, and agree with sums by exponents")
  func canonicalForm() {
    let wrong = failures(seeds: 600) { random in
      let p = random.polynomial(terms: 5, degree: 3)
      let q = random.polynomial(terms: 5, degree: 3)
      for result in [p, p + q, p - q, p * q] {
        for (a, b) in zip(result.terms, result.terms.dropFirst()) {
          guard a.monomial < b.monomial, !(b.monomial < a.monomial) else { return "\(result)" }
        }
        guard result.terms.allSatisfy({ $0.coefficient.signum != 0 }) else { return "\(result)" }
      }
      var sums: [[Int]: Rational] = [:]
      for a in p.terms {
        for b in q.terms {
          let exponents = zip(exponents(a.monomial), exponents(b.monomial)).map { $0 + $1 }
          sums[exponents, default: 0] = sums[exponents, default: 0] + a.coefficient * b.coefficient
        }
      }
      let expected = sums.filter { $0.value.signum != 0 }
      var found: [[Int]: Rational] = [:]
      for term in (p * q).terms { found[exponents(term.monomial)] = term.coefficient }
      return found == expected && (p * q).terms.count == expected.count ? nil : "\(p) times \(q)"
    }
    #expect(wrong == [])
  }

  @Test("Substitution is evaluation at the value of what is put in")
  func substitution() {
    let wrong = failures(seeds: 400) { random in
      let p = random.polynomial(terms: 4, degree: 3)
      let q = random.polynomial(terms: 3, degree: 2)
      let point = (0..<3).map { _ in random.rational(bits: 5) }
      let variable = random.int(in: 0...2)
      var moved = point
      moved[variable] = q.evaluated(at: point)
      let put = p.substituting { $0 == variable ? q : nil }
      guard put.evaluated(at: point) == p.evaluated(at: moved) else { return "\(p) with \(q)" }
      let all = p.substituting { Polynomial(constant: point[$0]) }
      guard all.constantValue == p.evaluated(at: point) else { return "\(p) at \(point)" }
      // All variables at once, not one after the other.
      let swapped = p.substituting { Polynomial(variable: 2 - $0) }
      guard swapped.evaluated(at: point) == p.evaluated(at: point.reversed()) else {
        return "\(p) with variables swapped"
      }
      return p.substituting { _ in nil } == p ? nil : "\(p) with nothing put in"
    }
    #expect(wrong == [])
  }

  @Test("Degree, variables, leading coefficient and constant value are read off")
  func properties() throws {
    let p = x * x * y + y.scaled(by: 3) - Polynomial(constant: 2)
    #expect(p.degree == 3)
    #expect(p.variables == [0, 1])
    #expect(p.leadingCoefficient == 1)
    #expect(p.constantValue == nil)
    #expect(Polynomial(constant: 5).constantValue == 5)
    #expect(Polynomial(constant: 0).constantValue == 0)
    #expect(Polynomial(constant: 0).leadingCoefficient == 0)
    #expect(Polynomial(constant: 0).degree == 0)
    #expect((x - x).isZero)
    #expect((x - x).variables == [])
  }

  @Test("Coefficients of one variable are given from the constant up, and nil where others occur")
  func coefficients() {
    let p = x * x.scaled(by: 2) - Polynomial(constant: 7)
    #expect(p.coefficients(in: 0) == [-7, 0, 2])
    #expect(p.coefficients(in: 1) == nil)
    #expect((x * y).coefficients(in: 0) == nil)
    #expect(Polynomial(constant: 4).coefficients(in: 2) == [4])
    #expect(Polynomial(constant: 0).coefficients(in: 0) == [0])
    let wrong = failures(seeds: 300) { random in
      let p = random.polynomial(terms: 4, degree: 3).substituting { $0 == 1 ? nil : self.x }
      let value = random.rational(bits: 6)
      guard let coefficients = p.coefficients(in: 0) else {
        return p.variables.contains(1) ? nil : "\(p)"
      }
      let sum = coefficients.enumerated().reduce(Rational(0)) {
        $0 + $1.element * value.power($1.offset)
      }
      return sum == p.evaluated(at: [value, 0, 0]) ? nil : "\(p)"
    }
    #expect(wrong == [])
  }

  @Test("A monomial less one power of its last variable, times that variable, is the monomial")
  func splitting() {
    let wrong = failures(seeds: 300) { random in
      for term in random.polynomial(terms: 4, degree: 4).terms where !term.monomial.isOne {
        let (rest, variable) = term.monomial.splittingLastVariable()
        let power = Polynomial(variable: variable).terms[0].monomial
        guard rest * power == term.monomial, rest.degree + 1 == term.monomial.degree,
          term.monomial.factors.allSatisfy({ $0.variable <= variable })
        else { return "\(term.monomial)" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  private func exponents(_ monomial: Monomial) -> [Int] {
    var exponents = [0, 0, 0]
    for factor in monomial.factors { exponents[factor.variable] += factor.exponent }
    return exponents
  }
}
