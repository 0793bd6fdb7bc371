// The lowest number, which has no opposite, counts as overflow: so anything can be negated without a check.
extension Int128: SimplexScalar {
  static var tolerance: Int128 { 0 }

  static func product(_ left: Int128, _ right: Int128, _ overflows: inout Bool) -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow, product != .min else {
      overflows = true
      return 0
    }
    return product
  }

  static func sum(
    _ sum: Int128,
    adding left: Int128,
    times right: Int128,
    _ overflows: inout Bool
  ) -> Int128 {
    let (result, overflow) = sum.addingReportingOverflow(product(left, right, &overflows))
    guard !overflow, result != .min else {
      overflows = true
      return 0
    }
    return result
  }

  static func compare(_ a: Int128, over b: Int128, with c: Int128, over d: Int128) -> Int {
    if (a < 0) != (c < 0) { return a < 0 ? -1 : 1 }
    let left = a.magnitude.multipliedFullWidth(by: d.magnitude)
    let right = c.magnitude.multipliedFullWidth(by: b.magnitude)
    if left.high == right.high, left.low == right.low { return 0 }
    let isLess = (left.high, left.low) < (right.high, right.low)
    return isLess == (a >= 0) ? -1 : 1
  }

  /// Pivots without division: every quotient by the denominator is exact, so it can be had by multiplying
  /// with the inverse of the denominator's odd part modulo 2^128.
  ///
  /// Products may then wrap around; only the quotients must fit, which is made sure of beforehand from the
  /// widths of their operands in bits.
  ///
  /// - Source: Bareiss, Mathematics of Computation 22 (1968) 565; Jebelean, Journal of Symbolic Computation
  ///   15 (1993) 169, for exact division.
  static func pivot(_ tableau: inout SimplexTableau<Int128>, row: Int, column: [Int128]) -> Bool {
    let width = tableau.width
    let isNegative = column[row] < 0
    let pivot = isNegative ? -column[row] : column[row]
    let divisor = ExactDivisor(tableau.denominator)
    let source = Array(tableau.entries[row * width..<(row + 1) * width])
    let sourceBits = source.map { $0.bitCount }
    let pivotBits = pivot.bitCount
    var entries = tableau.entries
    for target in 0..<width where target != row {
      let factor = isNegative ? -column[target] : column[target]
      let factorBits = factor.bitCount
      // The corner of prices and values is not kept.
      for place in 0..<(target == width - 1 ? width - 1 : width) {
        let entry = entries[target * width + place]
        let first = entry == 0 ? 0 : entry.bitCount + pivotBits
        let second = factor == 0 || source[place] == 0 ? 0 : factorBits + sourceBits[place]
        guard divisor.quotientFits(bits: Swift.max(first, second)) else { return false }
        entries[target * width + place] = divisor.quotient(
          entry &* pivot &- source[place] &* factor
        )
      }
    }
    if isNegative {
      for place in 0..<width {
        entries[row * width + place] = -source[place]
      }
    }
    tableau.entries = entries
    tableau.denominator = pivot
    return true
  }

  /// How many bits the magnitude needs.
  fileprivate var bitCount: Int { 128 - magnitude.leadingZeroBitCount }
}

/// A divisor of numbers that it divides without remainder.
private struct ExactDivisor {
  private let shift: Int128
  private let inverse: Int128
  private let bits: Int

  /// Takes a number above 0.
  init(_ divisor: Int128) {
    let zeros = divisor.trailingZeroBitCount
    shift = Int128(zeros)
    bits = divisor.bitCount
    let odd = divisor &>> shift
    // Correct to 5 bits at first, and to twice as many after each step.
    var inverse = (odd &* 3) ^ 2
    for _ in 0..<5 { inverse = inverse &* (2 &- odd &* inverse) }
    self.inverse = inverse
  }

  /// Whether the quotient of a difference of two products that each need at most so many bits fits.
  func quotientFits(bits: Int) -> Bool {
    bits + 2 - self.bits <= 127 - Int(shift)
  }

  /// The quotient, of a number known modulo 2^128.
  func quotient(_ number: Int128) -> Int128 {
    // The upper `shift` bits of the shifted number are not known; the quotient does not need them.
    (((number &>> shift) &* inverse) &<< shift) &>> shift
  }
}
