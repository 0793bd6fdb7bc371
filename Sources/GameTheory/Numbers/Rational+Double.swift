extension Rational {
  /// The value of a finite number, exactly as its bits say.
  public init(exactly value: Double) {
    guard value != 0 else {
      self.init(0)
      return
    }
    let exponent = max(Int(value.exponent), -1022) - 52
    let digits = BigInteger(
      Int128(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
        * (value < 0 ? -1 : 1)
    )
    self =
      exponent >= 0
      ? Rational(digits.shifted(left: exponent))
      : Rational(digits, BigInteger(1).shifted(left: -exponent))
  }

  /// The nearest `Double`, ties to even; infinite beyond the largest.
  public func toDouble() -> Double {
    if let above = numerator.asInt, let below = denominator.asInt,
      above.magnitude <= 1 << 53, below <= 1 << 53
    {
      return Double(above) / Double(below)
    }
    let magnitude = numerator.magnitude
    // The quotient gets 65 or 66 bits; a remainder sets the lowest, which then only breaks ties.
    let shift = 66 - (magnitude.bitWidth - denominator.bitWidth)
    let (quotient, remainder) =
      shift >= 0
      ? magnitude.shifted(left: shift).quotientAndRemainder(dividingBy: denominator)
      : magnitude.quotientAndRemainder(dividingBy: denominator.shifted(left: -shift))
    var bits = UInt128(quotient.asInt128 ?? 0)
    if remainder.signum != 0 { bits |= 1 }
    let value = Rational.rounded(bits, exponent: -shift)
    return signum < 0 ? -value : value
  }

  /// The `Double` nearest to `bits` times 2^`exponent`.
  private static func rounded(_ bits: UInt128, exponent: Int) -> Double {
    guard bits != 0 else { return 0 }
    let width = 128 - bits.leadingZeroBitCount
    // The exponent of the last bit kept: 53 bits, or fewer among the subnormal numbers.
    let last = max(exponent + width - 53, -1074)
    let drop = last - exponent
    guard drop <= width + 1 else { return 0 }
    var kept = bits >> UInt128(drop)
    let rest = bits & ((1 << UInt128(drop)) - 1)
    let half: UInt128 = drop > 0 ? 1 << UInt128(drop - 1) : 0
    if drop > 0, rest > half || rest == half && kept & 1 == 1 { kept += 1 }
    if last + (128 - kept.leadingZeroBitCount) > 1024 { return .infinity }
    let value = Double(UInt64(kept))
    // Scaling in two steps of exact powers of two.
    let first = max(last, -1022)
    return value * power(ofTwo: first) * power(ofTwo: last - first)
  }

  private static func power(ofTwo exponent: Int) -> Double {
    if exponent > 1023 { return power(ofTwo: 1023) * power(ofTwo: exponent - 1023) }
    return Double(sign: .plus, exponentBitPattern: UInt(exponent + 1023), significandBitPattern: 0)
  }
}
