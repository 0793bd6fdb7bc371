extension PlaneCurve {
  /// A polynomial of the plane taken to pieces: its sign is the product of the factors' and of one more.
  ///
  /// Powers of a variable, and two lines along the axes that multiply each other, are factors of their
  /// own, so that they divide the plane exactly.
  ///
  /// - Parameters:
  ///   - polynomial: a polynomial in at most two variables.
  ///   - x: the variable that runs to the right.
  ///   - y: the variable that runs up.
  ///   - box: where the factors are used.
  /// - Returns: the sign, 0 for the polynomial 0, and the factors, which may repeat.
  static func factors(
    of polynomial: Polynomial,
    _ x: Int,
    _ y: Int,
    within box: PlaneBox
  ) -> (sign: Int, curves: [PlaneCurve]) {
    var rest = table(of: polynomial, x, y)
    guard !rest.isEmpty else { return (0, []) }
    var curves: [PlaneCurve] = []
    while rest.count > 1, rest[0].allSatisfy({ $0.signum == 0 }) {
      rest.removeFirst()
      curves.append(.vertical(0, within: box))
    }
    while rest[0].count > 1, rest.allSatisfy({ $0[0].signum == 0 }) {
      rest = rest.map { Array($0.dropFirst()) }
      curves.append(.horizontal(0, within: box))
    }
    if rest.count == 1, rest[0].count == 1 { return (rest[0][0].signum, curves) }
    if rest.count == 2, rest[0].count == 2, rest[1][1].signum != 0,
      rest[0][0] * rest[1][1] == rest[1][0] * rest[0][1]
    {
      let leading = rest[1][1]
      curves.append(.vertical(-rest[0][1] / leading, within: box))
      curves.append(.horizontal(-rest[1][0] / leading, within: box))
      return (leading.signum, curves)
    }
    // Multiples of one polynomial are one curve.
    let leading = rest.joined().last { $0.signum != 0 } ?? 1
    curves.append(PlaneCurve(rest.map { $0.map { $0 / leading } }, within: box))
    return (leading.signum, curves)
  }

  /// The coefficients by power of x, then of y; none for the polynomial 0.
  private static func table(of polynomial: Polynomial, _ x: Int, _ y: Int) -> [[Rational]] {
    var highest = (x: 0, y: 0)
    func powers(_ monomial: Monomial) -> (x: Int, y: Int) {
      var powers = (x: 0, y: 0)
      for factor in monomial.factors {
        if factor.variable == x { powers.x = factor.exponent }
        if factor.variable == y { powers.y = factor.exponent }
      }
      return powers
    }
    for term in polynomial.terms {
      let found = powers(term.monomial)
      highest = (max(highest.x, found.x), max(highest.y, found.y))
    }
    guard !polynomial.isZero else { return [] }
    var table = [[Rational]](
      repeating: [Rational](repeating: 0, count: highest.y + 1),
      count: highest.x + 1
    )
    for term in polynomial.terms {
      let found = powers(term.monomial)
      table[found.x][found.y] = table[found.x][found.y] + term.coefficient
    }
    return table
  }
}

extension PlaneCurve {
  /// The curve with the opposite sign.
  func negated(within box: PlaneBox) -> PlaneCurve {
    PlaneCurve(coefficients.map { $0.map { -$0 } }, within: box)
  }
}
