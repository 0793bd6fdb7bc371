/// A real number that is the root of a polynomial with rational coefficients; every rational is one.
///
/// It is known by a polynomial without repeated factors and an open interval that holds none of its other
/// roots, or by its value where that is known to be rational. Everything asked of it is answered exactly.
/// - Source: Basu, Pollack and Roy, Algorithms in Real Algebraic Geometry (2006), section 10.4.
public struct AlgebraicNumber: Sendable {
  /// From the constant up; without repeated factors.
  private let polynomial: [Rational]
  /// A number not above it.
  public private(set) var lowerBound: Rational
  /// A number not below it; the lower bound itself where the number is that.
  public private(set) var upperBound: Rational

  /// Creates a rational number.
  public init(_ value: Rational) {
    polynomial = [-value, 1]
    lowerBound = value
    upperBound = value
  }

  /// Creates a root of a polynomial, as ``RootIsolation`` finds it.
  public init(_ root: RealRoot, of coefficients: [Rational]) {
    switch root {
    case .exactly(let value):
      polynomial = [-value, 1]
      lowerBound = value
      upperBound = value
    case .between(let low, let high):
      polynomial = RootIsolation.squareFree(RootIsolation.trimmed(coefficients))
      lowerBound = low
      upperBound = high
    }
  }

  /// Its value, where that is known to be rational.
  public var rational: Rational? { lowerBound == upperBound ? lowerBound : nil }

  /// Halves the interval that it is known to lie in.
  public mutating func refine() {
    guard rational == nil else { return }
    let middle = (lowerBound + upperBound) / 2
    let sign = RootIsolation.value(of: polynomial, at: middle).signum
    if sign == 0 {
      lowerBound = middle
      upperBound = middle
    } else if sign == RootIsolation.value(of: polynomial, at: lowerBound).signum {
      lowerBound = middle
    } else {
      upperBound = middle
    }
  }

  /// The sign of a polynomial at this number, coefficients from the constant up.
  public func sign(of coefficients: [Rational]) -> Int {
    let other = RootIsolation.trimmed(coefficients)
    guard !other.isEmpty else { return 0 }
    if let rational { return RootIsolation.value(of: other, at: rational).signum }
    if shares(other, between: lowerBound, upperBound) { return 0 }
    // The other is not 0 here, so it is not 0 in a small enough interval around.
    let chain = RootIsolation.sturmChain(of: RootIsolation.squareFree(other))
    var number = self
    while number.rational == nil,
      RootIsolation.hasRoot(chain, number.lowerBound...number.upperBound)
    {
      number.refine()
    }
    return RootIsolation.value(of: other, at: number.upperBound).signum
  }

  /// Whether the other polynomial has this number for a root, if that lies between two numbers.
  private func shares(_ other: [Rational], between low: Rational, _ high: Rational) -> Bool {
    let common = RootIsolation.commonDivisor(polynomial, other)
    guard common.count > 1 else { return false }
    // It divides a polynomial that has at most one root there, and none at the ends.
    return RootIsolation.value(of: common, at: low).signum
      != RootIsolation.value(of: common, at: high).signum
  }
}

extension AlgebraicNumber: Comparable {
  /// Tells whether two are the same number.
  public static func == (left: AlgebraicNumber, right: AlgebraicNumber) -> Bool {
    !(left < right) && !(right < left)
  }

  /// Tells which of two numbers is lower.
  public static func < (left: AlgebraicNumber, right: AlgebraicNumber) -> Bool {
    var (left, right) = (left, right)
    while true {
      if let a = left.rational, let b = right.rational { return a < b }
      if left.upperBound <= right.lowerBound { return true }
      if right.upperBound <= left.lowerBound { return false }
      let low = max(left.lowerBound, right.lowerBound)
      let high = min(left.upperBound, right.upperBound)
      if left.rational == nil, right.rational == nil,
        left.shares(right.polynomial, between: low, high)
      {
        return false
      }
      left.refine()
      right.refine()
    }
  }
}

extension AlgebraicNumber: CustomStringConvertible {
  /// The number, exactly where it is rational, otherwise to nine decimal places: `≈1.414213562`.
  public var description: String {
    var number = self
    let enough = Rational(1, BigInteger(10).power(11))
    while number.upperBound - number.lowerBound > enough { number.refine() }
    if let rational = number.rational { return rational.description }
    return "≈" + number.lowerBound.decimal(places: 9)
  }
}
