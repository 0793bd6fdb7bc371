import GameTheory
import Testing

@testable import Documents

@Suite("Powers of ten to 128 bits")
struct PowersOfTenTests {
  @Test("every power is cut off after exactly 128 bits, in whole-number arithmetic")
  func exact() {
    var wrong: [Int] = []
    for exponent in PowersOfTen.exponents {
      let found = PowersOfTen.significand(of: exponent)
      let significand = whole(found)
      let shift = PowersOfTen.binaryExponent(of: exponent) - 127
      // significand × 2^shift <= 10^exponent < (significand + 1) × 2^shift, both sides made whole.
      let power = BigInteger(10).power(max(exponent, 0)).shifted(left: max(-shift, 0))
      let unit = BigInteger(10).power(max(-exponent, 0)).shifted(left: max(shift, 0))
      let isRight =
        significand * unit <= power && power < (significand + 1) * unit
        && significand.bitWidth == 128
      let isExact = significand * unit == power
      if !isRight || isExact != (0...55).contains(exponent) { wrong.append(exponent) }
    }
    #expect(wrong == [])
  }

  private func whole(_ found: PowersOfTen.Significand) -> BigInteger {
    [found.high, found.low].reduce(BigInteger(0)) { sum, word in
      sum.shifted(left: 64) + BigInteger(Int128(word))
    }
  }
}
