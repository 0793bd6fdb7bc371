/// A polynomial with rounded coefficients, evaluated in a fixed order, and exactly where its terms cancel.
struct FloatingPolynomial: Sendable {
  /// By how much the terms together may exceed the sum before it is computed exactly: ten bits.
  private static let cancellation = 1024.0
  /// The same for a sum over one variable, whose terms may have lost as much already: two bits.
  private static let groupedCancellation = 4.0
  /// How many exact values are kept: more than the options of a parameter.
  private static let keptCount = 64

  private let exact: Polynomial
  private var coefficients: [Double] = []
  /// The variables of all terms, one after the other, each as often as its exponent says.
  private var factors: [Int] = []
  /// Where the factors of each term begin, and where the last ones end.
  private var starts = [0]
  /// The only variable, where there is one: its exact values are kept, since options come again and again.
  private let onlyVariable: Int?
  private var kept: [(at: Double, value: Double)] = []
  /// The polynomial as sums over one variable: tried where the terms cancel.
  private var groupings: [[Group]]

  /// A polynomial in one variable times some others.
  private struct Group: Sendable {
    let variables: [Int]
    var factor: FloatingPolynomial
  }

  init(_ polynomial: Polynomial) {
    exact = polynomial
    for term in polynomial.terms {
      coefficients.append(term.coefficient.toDouble())
      for factor in term.monomial.factors {
        factors += [Int](repeating: factor.variable, count: factor.exponent)
      }
      starts.append(factors.count)
    }
    let variables = Set(factors)
    onlyVariable = variables.count == 1 ? variables.first : nil
    groupings = []
    guard variables.count > 1, coefficients.count > 1 else { return }
    groupings = variables.sorted().map { FloatingPolynomial.grouping(polynomial, by: $0) }
      .filter { $0.count < polynomial.terms.count }
  }

  /// The polynomial as a sum of products: of other variables, and of a polynomial in the given one.
  private static func grouping(_ polynomial: Polynomial, by variable: Int) -> [Group] {
    var sums: [(variables: [Int], factor: Polynomial)] = []
    for term in polynomial.terms {
      var others: [Int] = []
      var factor = Polynomial(constant: term.coefficient)
      for part in term.monomial.factors {
        for _ in 0..<part.exponent {
          if part.variable == variable {
            factor = factor * Polynomial(variable: variable)
          } else {
            others.append(part.variable)
          }
        }
      }
      if let place = sums.firstIndex(where: { $0.variables == others }) {
        sums[place].factor = sums[place].factor + factor
      } else {
        sums.append((others, factor))
      }
    }
    return sums.map { Group(variables: $0.variables, factor: FloatingPolynomial($0.factor)) }
  }

  /// The value at a point, or nil where a variable has none.
  ///
  /// The point is given by the rounded value of each variable, or nil; `exactly` has those known exactly,
  /// and where it is nil the decimal of the rounded value counts. Takes time linear in the size of the
  /// polynomial, and rational arithmetic only where the terms together are more than 1024 times the sum.
  mutating func value(_ variable: (Int) -> Double?, exactly fixed: [Rational?]) -> Double? {
    var sum = 0.0
    var size = 0.0
    for term in coefficients.indices {
      var product = coefficients[term]
      for place in starts[term]..<starts[term + 1] {
        guard let value = variable(factors[place]) else { return nil }
        product *= value
      }
      sum = term == 0 ? product : sum + product
      size += product.magnitude
    }
    if sum.magnitude * FloatingPolynomial.cancellation >= size { return sum }
    for index in groupings.indices {
      if let value = groupedValue(index, variable, fixed) { return value }
    }
    return exactValue(variable, fixed) ?? sum
  }

  /// The values at eight points where no terms cancel, by the same operations in the same order.
  ///
  /// `variables` has the values of variable *v* at eight points at 8*v*, and at the next ones after it;
  /// `part` says which eight. Gives also in which lanes terms cancel, or no number came out.
  func values(
    _ variables: [SIMD8<Double>],
    part: Int
  ) -> (sum: SIMD8<Double>, cancels: SIMDMask<SIMD8<Int64>>) {
    var sum = SIMD8<Double>.zero
    var size = SIMD8<Double>.zero
    for term in coefficients.indices {
      var product = SIMD8<Double>(repeating: coefficients[term])
      for place in starts[term]..<starts[term + 1] {
        product *= variables[factors[place] * 8 + part]
      }
      sum = term == 0 ? product : sum + product
      size += product.replacing(with: -product, where: product .< 0)
    }
    let scaled = sum * SIMD8(repeating: FloatingPolynomial.cancellation)
    return (sum, .!(scaled .>= size .| -scaled .>= size))
  }

  /// The value as a sum over one variable; nil where that cancels too.
  private mutating func groupedValue(
    _ grouping: Int,
    _ variable: (Int) -> Double?,
    _ fixed: [Rational?]
  ) -> Double? {
    var sum = 0.0
    var size = 0.0
    for place in groupings[grouping].indices {
      guard var product = groupings[grouping][place].factor.value(variable, exactly: fixed)
      else { return nil }
      for index in groupings[grouping][place].variables { product *= variable(index) ?? .nan }
      sum += product
      size += product.magnitude
    }
    return sum.magnitude * FloatingPolynomial.groupedCancellation >= size ? sum : nil
  }

  /// The value in rational arithmetic, rounded once; nil where a variable is no finite number.
  private mutating func exactValue(_ variable: (Int) -> Double?, _ fixed: [Rational?]) -> Double? {
    let place = onlyVariable.flatMap { variable($0) }
    if let place, let known = kept.first(where: { $0.at == place }) { return known.value }
    var point = [Rational](repeating: 0, count: fixed.count)
    for index in factors {
      guard let value = variable(index), value.isFinite else { return nil }
      point[index] = fixed[index] ?? Rational(decimalOf: value)
    }
    let value = exact.evaluated(at: point).toDouble()
    if let place, kept.count < FloatingPolynomial.keptCount { kept.append((place, value)) }
    return value
  }
}
