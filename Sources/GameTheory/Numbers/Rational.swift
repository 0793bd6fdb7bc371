/// An exact fraction of integers of any size, in lowest terms with a positive denominator.
public struct Rational: Sendable, Hashable {
  /// The number above the line.
  public let numerator: BigInteger
  /// The number below the line, above 0.
  public let denominator: BigInteger

  /// Creates a fraction and reduces it.
  ///
  /// - Precondition: the denominator is not 0.
  public init(_ numerator: BigInteger, _ denominator: BigInteger) {
    precondition(denominator.signum != 0, "a fraction needs a denominator other than 0")
    let divisor = BigInteger.greatestCommonDivisor(numerator, denominator)
    let sign: BigInteger = denominator.signum < 0 ? -1 : 1
    if divisor == 1 {
      self.init(reduced: numerator * sign, denominator * sign)
    } else {
      self.init(
        reduced: numerator.quotientAndRemainder(dividingBy: divisor).quotient * sign,
        denominator.quotientAndRemainder(dividingBy: divisor).quotient * sign
      )
    }
  }

  private init(reduced numerator: BigInteger, _ denominator: BigInteger) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Creates a whole number.
  public init(_ value: BigInteger) {
    self.init(reduced: value, 1)
  }

  /// Creates a whole number.
  public init(_ value: Int) {
    self.init(reduced: BigInteger(value), 1)
  }

  /// -1, 0 or 1.
  public var signum: Int { numerator.signum }

  /// Whether the value is a whole number.
  public var isInteger: Bool { denominator == 1 }

  /// The distance from 0.
  public var magnitude: Rational { signum < 0 ? -self : self }

  /// The largest whole number that is not above the value.
  public var floor: BigInteger {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder.signum < 0 ? quotient - 1 : quotient
  }

  /// The value to a power that is not negative.
  public func power(_ exponent: Int) -> Rational {
    Rational(reduced: numerator.power(exponent), denominator.power(exponent))
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// Creates a whole number from a literal.
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Rational: Comparable {
  /// Compares by value.
  public static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Rational: AdditiveArithmetic {
  /// The number 0.
  public static var zero: Rational { Rational(0) }

  /// The sum.
  public static func + (left: Rational, right: Rational) -> Rational {
    if left.denominator == right.denominator {
      let sum = left.numerator + right.numerator
      return left.denominator == 1 ? Rational(sum) : Rational(sum, left.denominator)
    }
    return Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator
    )
  }

  /// The difference.
  public static func - (left: Rational, right: Rational) -> Rational {
    left + -right
  }
}

extension Rational {
  /// The opposite.
  public static prefix func - (value: Rational) -> Rational {
    Rational(reduced: -value.numerator, value.denominator)
  }

  /// The product.
  public static func * (left: Rational, right: Rational) -> Rational {
    let numerator = left.numerator * right.numerator
    if left.denominator == 1, right.denominator == 1 { return Rational(numerator) }
    return Rational(numerator, left.denominator * right.denominator)
  }

  /// The quotient.
  ///
  /// - Precondition: the divisor is not 0.
  public static func / (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.denominator, left.denominator * right.numerator)
  }

  /// The least whole number that makes each of the values whole when it multiplies them.
  public static func commonDenominator(of values: some Sequence<Rational>) -> BigInteger {
    var common: BigInteger = 1
    for value in values where value.denominator != 1 {
      let divisor = BigInteger.greatestCommonDivisor(common, value.denominator)
      common = common * value.denominator.quotientAndRemainder(dividingBy: divisor).quotient
    }
    return common
  }
}

extension Rational {
  /// The fraction with the smallest denominator strictly between two numbers.
  ///
  /// - Complexity: O(*length of the continued fraction*).
  /// - Source: Graham, Knuth and Patashnik, Concrete Mathematics (1994), section 4.5.
  public static func simplest(between low: Rational, _ high: Rational) -> Rational {
    let whole = Rational(low.floor)
    if whole + 1 < high {
      return low.signum < 0 && high.signum > 0 ? 0 : nearestToZero(above: whole, below: high)
    }
    if low == whole {
      // Just above a whole number: 1/n below the upper end.
      return whole + 1 / Rational((1 / (high - whole)).floor + 1)
    }
    return whole + 1 / simplest(between: 1 / (high - whole), 1 / (low - whole))
  }

  /// The whole number strictly between, of those from `whole` up, that is nearest to 0.
  private static func nearestToZero(above whole: Rational, below high: Rational) -> Rational {
    if whole.signum >= 0 { return whole + 1 }
    let last = high.isInteger ? high - 1 : Rational(high.floor)
    return last.signum < 0 ? last : 0
  }
}
