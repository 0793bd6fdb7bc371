extension BigInteger: AdditiveArithmetic {
  /// The integer 0.
  @inlinable
  public static var zero: BigInteger { BigInteger(0) }

  /// The sum.
  @inlinable
  public static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return BigInteger(sum) }
    }
    return slowSum(left, right)
  }

  /// The difference.
  @inlinable
  public static func - (left: BigInteger, right: BigInteger) -> BigInteger {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      if !overflow { return BigInteger(difference) }
    }
    return slowSum(left, -right)
  }

  @usableFromInline
  static func slowSum(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
    let a = left.digits
    let b = right.digits
    if a.isNegative == b.isNegative {
      return BigInteger(isNegative: a.isNegative, digits: Digits.sum(a.digits, b.digits))
    }
    if Digits.compare(a.digits, b.digits) >= 0 {
      return BigInteger(isNegative: a.isNegative, digits: Digits.difference(a.digits, b.digits))
    }
    return BigInteger(isNegative: b.isNegative, digits: Digits.difference(b.digits, a.digits))
  }
}

extension BigInteger {
  /// The opposite.
  public static prefix func - (value: BigInteger) -> BigInteger {
    if case .small(let small) = value.storage, small != .min { return BigInteger(-small) }
    let parts = value.digits
    return BigInteger(isNegative: !parts.isNegative, digits: parts.digits)
  }

  /// The product.
  @inlinable
  public static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      if let x = Int64(exactly: a), let y = Int64(exactly: b) {
        let (high, low) = x.multipliedFullWidth(by: y)
        return BigInteger(Int128(high) << 64 | Int128(low))
      }
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return BigInteger(product) }
    }
    return slowProduct(left, right)
  }

  @usableFromInline
  static func slowProduct(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
    let a = left.digits
    let b = right.digits
    return BigInteger(
      isNegative: a.isNegative != b.isNegative,
      digits: Digits.product(a.digits, b.digits)
    )
  }

  /// The quotient rounded towards zero and the remainder, which has the dividend's sign.
  ///
  /// - Precondition: the divisor is not 0.
  public func quotientAndRemainder(
    dividingBy divisor: BigInteger
  ) -> (quotient: BigInteger, remainder: BigInteger) {
    if case .small(let a) = storage, case .small(let b) = divisor.storage, b != -1 {
      if let x = Int64(exactly: a), let y = Int64(exactly: b) {
        return (BigInteger(Int128(x / y)), BigInteger(Int128(x % y)))
      }
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      return (BigInteger(quotient), BigInteger(remainder))
    }
    precondition(divisor.signum != 0, "division by zero")
    let a = digits
    let b = divisor.digits
    let (quotient, remainder) = Digits.divided(a.digits, by: b.digits)
    return (
      BigInteger(isNegative: a.isNegative != b.isNegative, digits: quotient),
      BigInteger(isNegative: a.isNegative, digits: remainder)
    )
  }

  /// The value times a power of two; a negative exponent divides, rounding the magnitude down.
  public func shifted(left bits: Int) -> BigInteger {
    if bits == 0 { return self }
    if case .small(let value) = storage, bits > 0, bits < value.magnitude.leadingZeroBitCount {
      return BigInteger(value << Int128(bits))
    }
    let parts = digits
    let shifted =
      bits >= 0
      ? Digits.shiftedLeft(parts.digits, by: bits) : Digits.shiftedRight(parts.digits, by: -bits)
    return BigInteger(isNegative: parts.isNegative, digits: shifted)
  }

  /// The value to a power that is not negative.
  public func power(_ exponent: Int) -> BigInteger {
    var result: BigInteger = 1
    var base = self
    var left = exponent
    while left > 0 {
      if left & 1 == 1 { result = result * base }
      left >>= 1
      if left > 0 { base = base * base }
    }
    return result
  }

  /// The greatest common divisor, not negative; 0 for two zeros.
  ///
  /// - Source: Stein, Journal of Computational Physics 1 (1967) 397, on 64 bits; else Euclid.
  public static func greatestCommonDivisor(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
    var a = left.magnitude
    var b = right.magnitude
    while b.signum != 0 {
      if case .small(let x) = a.storage, case .small(let y) = b.storage,
        let u = UInt64(exactly: x), let v = UInt64(exactly: y)
      {
        return BigInteger(Int128(binaryDivisor(u, v)))
      }
      (a, b) = (b, a.quotientAndRemainder(dividingBy: b).remainder)
    }
    return a
  }

  private static func binaryDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    guard left != 0 else { return right }
    guard right != 0 else { return left }
    let shift = (left | right).trailingZeroBitCount
    var a = left >> UInt64(left.trailingZeroBitCount)
    var b = right
    while b != 0 {
      b >>= UInt64(b.trailingZeroBitCount)
      if a > b { swap(&a, &b) }
      b -= a
    }
    return a << UInt64(shift)
  }
}
