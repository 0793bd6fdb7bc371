import TestSupport

@testable import GameTheory

extension SplitMix64 {
  /// An integer of up to so many 32-bit digits, with digits at the ends of their range in half the cases.
  mutating func bigInteger(digits: Int) -> BigInteger {
    let special: [UInt32] = [0, 1, 2, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, 0xFFFF_FFFE, .max]
    let isSpecial = oneIn(2)
    let count = int(in: 0...digits)
    let drawn = (0..<count).map { _ in
      isSpecial ? element(of: special) : UInt32(truncatingIfNeeded: next())
    }
    return BigInteger(isNegative: oneIn(2), digits: drawn)
  }

  /// An integer of up to so many bits.
  mutating func int128(bits: Int) -> Int128 {
    let wide = UInt128(next()) << 64 | UInt128(next())
    let magnitude = Int128(wide >> UInt128(128 - int(in: 1...bits)))
    return oneIn(2) ? -magnitude : magnitude
  }

  /// A fraction with a numerator and a denominator of up to so many bits.
  mutating func rational(bits: Int) -> Rational {
    let below = int128(bits: bits).magnitude
    return Rational(BigInteger(int128(bits: bits)), BigInteger(Int128(max(1, below))))
  }

  /// A decimal with up to so many places, between -limit and limit.
  mutating func decimal(places: Int, limit: Int) -> Rational {
    let scale = BigInteger(10).power(int(in: 0...places))
    let whole = limit * (scale.asInt ?? 1)
    return Rational(BigInteger(int(in: -whole...whole)), scale)
  }

  /// A polynomial in variables 0, 1, 2 with small coefficients.
  mutating func polynomial(terms: Int, degree: Int) -> Polynomial {
    var sum = Polynomial(constant: 0)
    for _ in 0..<int(in: 0...terms) {
      var term = Polynomial(constant: decimal(places: 1, limit: 3))
      for _ in 0..<int(in: 0...degree) { term = term * Polynomial(variable: int(in: 0...2)) }
      sum = sum + term
    }
    return sum
  }
}
