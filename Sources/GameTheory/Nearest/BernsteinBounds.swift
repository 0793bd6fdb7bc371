/// Bounds on a polynomial over a box that meet it at the corners: exact where each variable has degree one.
///
/// The polynomial lies between the least and the greatest of its coefficients in Bernstein form. A bound that
/// only a corner reaches is found as it is there, so a polynomial that touches 0 at the border of a box is known
/// not to pass it. Parts without common variables are bounded apart, which is exact for a sum.
/// - Source: Garloff, Convergent bounds for the range of multivariate polynomials (1986), section 3.
enum BernsteinBounds {
  /// Larger parts are bounded by the Taylor form.
  private static let mostCoefficients = 256

  /// Bounds on a polynomial, whose variables are those of the box.
  ///
  /// - Complexity: O(*c* × *d*) for a part with *c* coefficients, the product of its degrees, each one more, and
  ///   *d*, their sum.
  static func range(
    of polynomial: Polynomial,
    over box: [ClosedRange<Rational>]
  ) -> ClosedRange<Rational> {
    var (least, most) = (Rational(0), Rational(0))
    for part in parts(of: polynomial) {
      let range = range(ofPart: part, over: box)
      least = least + range.lowerBound
      most = most + range.upperBound
    }
    return least...most
  }

  /// The polynomial as a sum of ones of which no two have a variable in common.
  private static func parts(of polynomial: Polynomial) -> [Polynomial] {
    var parts: [(variables: Set<Int>, terms: [Polynomial.Term])] = []
    for term in polynomial.terms {
      var variables = Set(term.monomial.factors.map { $0.variable })
      var terms = [term]
      for part in parts where !part.variables.isDisjoint(with: variables) {
        variables.formUnion(part.variables)
        terms += part.terms
      }
      parts.removeAll { !$0.variables.isDisjoint(with: variables) }
      parts.append((variables, terms))
    }
    return parts.map { Polynomial(terms: $0.terms.sorted { $0.monomial < $1.monomial }) }
  }

  private static func range(
    ofPart part: Polynomial,
    over box: [ClosedRange<Rational>]
  ) -> ClosedRange<Rational> {
    let variables = part.variables
    var sizes = variables.map { _ in 1 }
    for term in part.terms {
      for factor in term.monomial.factors {
        let place = variables.firstIndex(of: factor.variable) ?? 0
        sizes[place] = max(sizes[place], factor.exponent + 1)
      }
    }
    guard sizes.reduce(1, { min($0 * $1, mostCoefficients + 1) }) <= mostCoefficients else {
      return AffineBounds(part, over: box).range(over: box)
    }
    var strides: [Int] = []
    var count = 1
    for size in sizes {
      strides.append(count)
      count *= size
    }
    var coefficients = [Rational](repeating: 0, count: count)
    for term in part.terms {
      let place = term.monomial.factors.reduce(0) { sum, factor in
        sum + factor.exponent * strides[variables.firstIndex(of: factor.variable) ?? 0]
      }
      coefficients[place] = term.coefficient
    }
    for axis in variables.indices {
      let (stride, size) = (strides[axis], sizes[axis])
      for start in coefficients.indices where start / stride % size == 0 {
        let places = (0..<size).map { start + $0 * stride }
        let changed = bernstein(places.map { coefficients[$0] }, over: box[variables[axis]])
        for (place, coefficient) in zip(places, changed) { coefficients[place] = coefficient }
      }
    }
    let least = coefficients.reduce(coefficients[0]) { min($0, $1) }
    return least...coefficients.reduce(least) { max($0, $1) }
  }

  /// The Bernstein coefficients over a range of a polynomial in one variable, given from the constant up.
  private static func bernstein(
    _ coefficients: [Rational],
    over range: ClosedRange<Rational>
  ) -> [Rational] {
    var c = coefficients
    let degree = c.count - 1
    guard degree > 0 else { return c }
    // Shifted to the lower end, and scaled to a width of 1.
    for first in 0..<degree {
      for index in (first..<degree).reversed() {
        c[index] = c[index] + range.lowerBound * c[index + 1]
      }
    }
    let width = range.upperBound - range.lowerBound
    var scale: Rational = 1
    for index in 1...degree {
      // The width's power by the binomial coefficient.
      scale = scale * width * Rational(index) / Rational(degree + 1 - index)
      c[index] = c[index] * scale
    }
    for first in 1...degree {
      for index in (first...degree).reversed() { c[index] = c[index] + c[index - 1] }
    }
    return c
  }
}
