import GameTheory

/// The quotient of two whole numbers times a power of two as a `Double`.
///
/// It is off by a few units in the last place at most. Nil where the divisor is 0.
func quotient(_ dividend: BigInteger, _ divisor: BigInteger, exponent: Int = 0) -> Double? {
  guard divisor.signum != 0 else { return nil }
  guard dividend.signum != 0 else { return 0 }
  let (above, aboveExponent) = leading(dividend)
  let (below, belowExponent) = leading(divisor)
  return scaled(above / below, by: exponent + aboveExponent - belowExponent)
}

/// A whole number as a `Double` between 1 and 2^100 in magnitude, times a power of two.
private func leading(_ value: BigInteger) -> (Double, exponent: Int) {
  let excess = max(0, value.bitWidth - 100)
  let digits = excess == 0 ? value : value.shifted(left: -excess)
  // Both parts are exact, so their sum is rounded once.
  let whole = digits.asInt128 ?? 0
  let high = Int64(truncatingIfNeeded: whole >> 50)
  let low = Int64(truncatingIfNeeded: whole - Int128(high) << 50)
  return (Double(high) * 0x1p50 + Double(low), excess)
}

/// A number times a power of two, in steps that are powers of two themselves.
private func scaled(_ value: Double, by exponent: Int) -> Double {
  var value = value
  var left = exponent
  while left != 0 {
    let step = max(-1000, min(1000, left))
    value *= Double(sign: .plus, exponentBitPattern: UInt(1023 + step), significandBitPattern: 0)
    left -= step
  }
  return value
}
