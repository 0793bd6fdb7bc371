/// An affine function that a polynomial is close to over a box: the polynomial lies between it less `below`
/// and it plus `above`.
struct AffineBounds: Sendable {
  /// The value at 0.
  let constant: Rational
  /// The slope in each variable of the box.
  let slopes: [Rational]
  let below: Rational
  let above: Rational
  /// For each variable the part of the error in which it occurs.
  let errors: [Rational]

  /// Expands a polynomial about the middle of a box.
  init(_ polynomial: Polynomial, over box: [ClosedRange<Rational>]) {
    self.init(
      polynomial,
      about: box.map { ($0.lowerBound + $0.upperBound) / 2 },
      radius: box.map { ($0.upperBound - $0.lowerBound) / 2 }
    )
  }

  /// The tangent of a polynomial at a point.
  init(_ polynomial: Polynomial, about point: [Rational]) {
    let radius = [Rational](repeating: 0, count: point.count)
    self.init(polynomial, about: point, radius: radius)
  }

  private init(_ polynomial: Polynomial, about middle: [Rational], radius: [Rational]) {
    let shifted = polynomial.substituting {
      Polynomial(constant: middle[$0]) + Polynomial(variable: $0)
    }
    var constant: Rational = 0
    var slopes = radius.map { _ in Rational(0) }
    var below: Rational = 0
    var above: Rational = 0
    var errors = slopes
    for term in shifted.terms {
      let factors = term.monomial.factors
      if factors.isEmpty {
        constant = constant + term.coefficient
      } else if factors.count == 1, factors[0].exponent == 1 {
        slopes[factors[0].variable] = term.coefficient
      } else {
        let size = factors.reduce(term.coefficient.magnitude) {
          $0 * radius[$1.variable].power($1.exponent)
        }
        let isEven = factors.allSatisfy { $0.exponent % 2 == 0 }
        if !isEven || term.coefficient.signum > 0 { above = above + size }
        if !isEven || term.coefficient.signum < 0 { below = below + size }
        for factor in factors { errors[factor.variable] = errors[factor.variable] + size }
      }
    }
    for (variable, slope) in slopes.enumerated() { constant = constant - slope * middle[variable] }
    self.constant = constant
    self.slopes = slopes
    self.below = below
    self.above = above
    self.errors = errors
  }

  var isExact: Bool { below.signum == 0 && above.signum == 0 }

  /// Bounds on the polynomial over a box within the one that it was expanded over.
  func range(over box: [ClosedRange<Rational>]) -> ClosedRange<Rational> {
    var (least, most) = (constant - below, constant + above)
    for (slope, range) in zip(slopes, box) where slope.signum != 0 {
      let (low, high) = (slope * range.lowerBound, slope * range.upperBound)
      least = least + min(low, high)
      most = most + max(low, high)
    }
    return least...most
  }
}
