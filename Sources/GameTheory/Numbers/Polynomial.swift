/// A product of powers of variables.
public struct Monomial: Sendable, Hashable {
  /// A variable with its exponent, 1 or more.
  public struct Factor: Sendable, Hashable {
    /// The number of the variable.
    public let variable: Int
    /// Its exponent.
    public let exponent: Int
  }

  /// The factors, ascending by variable; none for the monomial 1.
  public let factors: [Factor]

  /// Whether this is the monomial 1.
  public var isOne: Bool { factors.isEmpty }

  /// The sum of the exponents.
  public var degree: Int { factors.reduce(0) { $0 + $1.exponent } }

  /// The monomial without one power of its last variable, and that variable.
  ///
  /// - Precondition: the monomial is not 1.
  func splittingLastVariable() -> (Monomial, Int) {
    let last = factors[factors.count - 1]
    var rest = Array(factors.dropLast())
    if last.exponent > 1 {
      rest.append(Factor(variable: last.variable, exponent: last.exponent - 1))
    }
    return (Monomial(factors: rest), last.variable)
  }

  /// The product.
  public static func * (left: Monomial, right: Monomial) -> Monomial {
    if left.isOne { return right }
    if right.isOne { return left }
    var product: [Factor] = []
    var i = 0
    var j = 0
    while i < left.factors.count || j < right.factors.count {
      let a = i < left.factors.count ? left.factors[i] : nil
      let b = j < right.factors.count ? right.factors[j] : nil
      if let a, let b, a.variable == b.variable {
        product.append(Factor(variable: a.variable, exponent: a.exponent + b.exponent))
        i += 1
        j += 1
      } else if let a, a.variable < b?.variable ?? .max {
        product.append(a)
        i += 1
      } else if let b {
        product.append(b)
        j += 1
      }
    }
    return Monomial(factors: product)
  }
}

extension Monomial: Comparable {
  /// Orders by degree, then by the first variable in which they differ, the higher power first.
  public static func < (left: Monomial, right: Monomial) -> Bool {
    if left.degree != right.degree { return left.degree < right.degree }
    for (a, b) in zip(left.factors, right.factors) where a != b {
      if a.variable != b.variable { return a.variable < b.variable }
      return a.exponent > b.exponent
    }
    return false
  }
}

/// A polynomial in numbered variables with exact coefficients.
///
/// Terms are kept in the order of their monomials, without zeros, so equality is structural.
public struct Polynomial: Sendable, Hashable {
  /// A monomial with its coefficient, which is not 0.
  public struct Term: Sendable, Hashable {
    /// The monomial.
    public let monomial: Monomial
    /// Its coefficient.
    public let coefficient: Rational
  }

  /// The terms, ascending by monomial.
  public let terms: [Term]

  /// Creates a constant.
  public init(constant: Rational) {
    terms =
      constant.signum == 0 ? [] : [Term(monomial: Monomial(factors: []), coefficient: constant)]
  }

  /// Creates the polynomial that is one variable.
  public init(variable: Int) {
    let factor = Monomial.Factor(variable: variable, exponent: 1)
    terms = [Term(monomial: Monomial(factors: [factor]), coefficient: 1)]
  }

  /// Creates the sum of some terms, in the order of their monomials, all different and none 0.
  init(terms: [Term]) {
    self.terms = terms
  }

  /// Whether it is 0 everywhere.
  public var isZero: Bool { terms.isEmpty }

  /// Its value, if that is the same everywhere.
  public var constantValue: Rational? {
    if terms.isEmpty { return .zero }
    return terms.count == 1 && terms[0].monomial.isOne ? terms[0].coefficient : nil
  }

  /// The coefficient of the last term; 0 for the polynomial 0.
  public var leadingCoefficient: Rational { terms.last?.coefficient ?? 0 }

  /// The highest degree of a term; 0 for a constant.
  public var degree: Int { terms.last?.monomial.degree ?? 0 }

  /// The variables that occur, ascending.
  public var variables: [Int] {
    var found: Set<Int> = []
    for term in terms { for factor in term.monomial.factors { found.insert(factor.variable) } }
    return found.sorted()
  }
}

// MARK: - Arithmetic

extension Polynomial {
  /// The sum.
  public static func + (left: Polynomial, right: Polynomial) -> Polynomial {
    if left.terms.isEmpty { return right }
    if right.terms.isEmpty { return left }
    var sum: [Term] = []
    sum.reserveCapacity(left.terms.count + right.terms.count)
    var i = 0
    var j = 0
    while i < left.terms.count, j < right.terms.count {
      let a = left.terms[i]
      let b = right.terms[j]
      if a.monomial == b.monomial {
        let coefficient = a.coefficient + b.coefficient
        if coefficient.signum != 0 {
          sum.append(Term(monomial: a.monomial, coefficient: coefficient))
        }
        i += 1
        j += 1
      } else if a.monomial < b.monomial {
        sum.append(a)
        i += 1
      } else {
        sum.append(b)
        j += 1
      }
    }
    sum += left.terms[i...]
    sum += right.terms[j...]
    return Polynomial(terms: sum)
  }

  /// The difference.
  public static func - (left: Polynomial, right: Polynomial) -> Polynomial {
    left + right.scaled(by: -1)
  }

  /// The product.
  public static func * (left: Polynomial, right: Polynomial) -> Polynomial {
    if let constant = left.constantValue { return right.scaled(by: constant) }
    if let constant = right.constantValue { return left.scaled(by: constant) }
    var product = Polynomial(constant: 0)
    for a in left.terms {
      let row = right.terms.map {
        Term(monomial: a.monomial * $0.monomial, coefficient: a.coefficient * $0.coefficient)
      }
      product = product + Polynomial(terms: row.sorted { $0.monomial < $1.monomial })
    }
    return product
  }

  /// The polynomial times a number.
  public func scaled(by factor: Rational) -> Polynomial {
    if factor.signum == 0 { return Polynomial(constant: 0) }
    if factor == 1 { return self }
    return Polynomial(
      terms: terms.map { Term(monomial: $0.monomial, coefficient: $0.coefficient * factor) }
    )
  }

  /// The value at a point, given by one number for each variable.
  public func evaluated(at point: [Rational]) -> Rational {
    var sum: Rational = 0
    for term in terms {
      var product = term.coefficient
      for factor in term.monomial.factors {
        product = product * point[factor.variable].power(factor.exponent)
      }
      sum = sum + product
    }
    return sum
  }

  /// The polynomial with some variables replaced.
  ///
  /// The replacement of a variable is a polynomial, or nil to keep the variable.
  public func substituting(_ replacement: (Int) -> Polynomial?) -> Polynomial {
    if terms.isEmpty || constantValue != nil { return self }
    var result = Polynomial(constant: 0)
    for term in terms {
      var product = Polynomial(constant: term.coefficient)
      for factor in term.monomial.factors {
        let base = replacement(factor.variable) ?? Polynomial(variable: factor.variable)
        for _ in 0..<factor.exponent { product = product * base }
      }
      result = result + product
    }
    return result
  }

  /// The coefficients from the constant up, where the given variable is the only one that occurs.
  public func coefficients(in variable: Int) -> [Rational]? {
    var coefficients = [Rational](repeating: 0, count: degree + 1)
    for term in terms {
      guard term.monomial.factors.allSatisfy({ $0.variable == variable }) else { return nil }
      coefficients[term.monomial.degree] = term.coefficient
    }
    return coefficients
  }
}
