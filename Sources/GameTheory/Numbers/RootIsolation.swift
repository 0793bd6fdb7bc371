/// A real root of a polynomial with rational coefficients.
public enum RealRoot: Sendable, Hashable {
  /// The root is this number.
  case exactly(Rational)
  /// The root is the only one strictly between these numbers, and is not known to be rational.
  case between(Rational, Rational)

  /// A number not above the root.
  public var lowerBound: Rational {
    switch self {
    case .exactly(let value): value
    case .between(let lower, _): lower
    }
  }

  /// A number not below the root.
  public var upperBound: Rational {
    switch self {
    case .exactly(let value): value
    case .between(_, let upper): upper
    }
  }
}

/// The real roots of polynomials in one variable, exactly.
public enum RootIsolation {
  /// The distinct real roots within a closed interval, ascending.
  ///
  /// - Parameters:
  ///   - coefficients: from the constant up.
  ///   - interval: where roots are looked for, both ends included.
  ///   - width: how narrow an interval around an irrational root is to be.
  /// - Returns: nil for the polynomial 0, which vanishes everywhere.
  /// - Complexity: O(*d*²) rational operations for each bisection, for degree *d*.
  /// - Source: Basu, Pollack and Roy, Algorithms in Real Algebraic Geometry (2006), section 2.2 (Sturm).
  public static func roots(
    of coefficients: [Rational],
    in interval: ClosedRange<Rational>,
    width: Rational = Rational(1, 1_000_000_000)
  ) -> [RealRoot]? {
    let polynomial = trimmed(coefficients)
    guard !polynomial.isEmpty else { return nil }
    guard polynomial.count > 1 else { return [] }
    if polynomial.count == 2 {
      let root = -polynomial[0] / polynomial[1]
      return interval.contains(root) ? [.exactly(root)] : []
    }
    let chain = sturmChain(of: squareFree(polynomial))
    var roots: [RealRoot] = []
    let low = interval.lowerBound
    let high = interval.upperBound
    if value(of: polynomial, at: low).signum == 0 { roots.append(.exactly(low)) }
    if low < high {
      isolate(chain, low, high, width, into: &roots)
      if value(of: polynomial, at: high).signum == 0 { roots.append(.exactly(high)) }
    }
    return roots
  }

  /// Finds the roots strictly between two numbers.
  private static func isolate(
    _ chain: [[Rational]],
    _ low: Rational,
    _ high: Rational,
    _ width: Rational,
    into roots: inout [RealRoot]
  ) {
    let atHigh = value(of: chain[0], at: high).signum == 0 ? 1 : 0
    let count = signChanges(chain, at: low) - signChanges(chain, at: high) - atHigh
    guard count > 0 else { return }
    if count == 1, high - low <= width, value(of: chain[0], at: low).signum != 0, atHigh == 0 {
      // A rational root with a short denominator is the simplest number of so narrow an interval.
      let simplest = Rational.simplest(between: low, high)
      let isRoot = value(of: chain[0], at: simplest).signum == 0
      roots.append(isRoot ? .exactly(simplest) : .between(low, high))
      return
    }
    let middle = simplestSplit(low, high)
    isolate(chain, low, middle, width, into: &roots)
    if value(of: chain[0], at: middle).signum == 0 { roots.append(.exactly(middle)) }
    isolate(chain, middle, high, width, into: &roots)
  }

  /// The number with fewest digits in the middle half of an interval, so that short roots are hit.
  private static func simplestSplit(_ low: Rational, _ high: Rational) -> Rational {
    let quarter = (high - low) / 4
    let least = low + quarter
    var scale: BigInteger = 1
    while true {
      let candidate = Rational((least * Rational(scale)).floor + 1, scale)
      if candidate <= high - quarter { return candidate }
      scale = scale * 10
    }
  }

  static func sturmChain(of polynomial: [Rational]) -> [[Rational]] {
    var chain = [polynomial, derivative(of: polynomial)]
    while let last = chain.last, last.count > 1 {
      let rest = remainder(chain[chain.count - 2], last)
      if rest.isEmpty { break }
      chain.append(rest.map { -$0 })
    }
    return chain
  }

  private static func signChanges(_ chain: [[Rational]], at point: Rational) -> Int {
    var changes = 0
    var last = 0
    for polynomial in chain {
      let sign = value(of: polynomial, at: point).signum
      if sign != 0 {
        if last != 0, sign != last { changes += 1 }
        last = sign
      }
    }
    return changes
  }

  /// The polynomial divided by its greatest common divisor with its derivative.
  static func squareFree(_ polynomial: [Rational]) -> [Rational] {
    let common = commonDivisor(polynomial, derivative(of: polynomial))
    return common.count <= 1 ? polynomial : quotient(polynomial, common)
  }

  /// The greatest common divisor of two polynomials, by Euclid's algorithm.
  static func commonDivisor(_ first: [Rational], _ second: [Rational]) -> [Rational] {
    var (a, b) = (first, second)
    while !b.isEmpty { (a, b) = (b, monic(remainder(a, b))) }
    return a
  }

  /// Whether the polynomial of a Sturm chain has a root in a closed interval.
  static func hasRoot(_ chain: [[Rational]], _ interval: ClosedRange<Rational>) -> Bool {
    value(of: chain[0], at: interval.lowerBound).signum == 0
      || signChanges(chain, at: interval.lowerBound) > signChanges(chain, at: interval.upperBound)
  }

  private static func monic(_ polynomial: [Rational]) -> [Rational] {
    guard let leading = polynomial.last else { return [] }
    return polynomial.map { $0 / leading }
  }

  private static func derivative(of polynomial: [Rational]) -> [Rational] {
    trimmed(polynomial.enumerated().dropFirst().map { $0.element * Rational($0.offset) })
  }

  private static func remainder(_ dividend: [Rational], _ divisor: [Rational]) -> [Rational] {
    divide(dividend, divisor).rest
  }

  private static func quotient(_ dividend: [Rational], _ divisor: [Rational]) -> [Rational] {
    divide(dividend, divisor).quotient
  }

  private static func divide(
    _ dividend: [Rational],
    _ divisor: [Rational]
  ) -> (quotient: [Rational], rest: [Rational]) {
    var rest = dividend
    var quotient = [Rational](repeating: 0, count: max(0, dividend.count - divisor.count + 1))
    while rest.count >= divisor.count {
      let shift = rest.count - divisor.count
      let factor = rest[rest.count - 1] / divisor[divisor.count - 1]
      quotient[shift] = factor
      for index in divisor.indices {
        rest[shift + index] = rest[shift + index] - factor * divisor[index]
      }
      rest = trimmed(Array(rest.dropLast()))
    }
    return (quotient, rest)
  }

  static func trimmed(_ polynomial: [Rational]) -> [Rational] {
    var polynomial = polynomial
    while let last = polynomial.last, last.signum == 0 { polynomial.removeLast() }
    return polynomial
  }

  static func value(of polynomial: [Rational], at point: Rational) -> Rational {
    polynomial.reversed().reduce(0) { $0 * point + $1 }
  }
}
