/// Arithmetic on magnitudes: digits in base 2^32, lowest first, without leading zeros.
///
/// - Source: Knuth, The Art of Computer Programming 2, section 4.3.1, algorithms A, S, M and D.
enum Digits {
  static func bitWidth(_ digits: [UInt32]) -> Int {
    guard let top = digits.last else { return 0 }
    return digits.count * 32 - top.leadingZeroBitCount
  }

  /// Negative, zero or positive as the first is lower, equal or higher.
  static func compare(_ a: [UInt32], _ b: [UInt32]) -> Int {
    if a.count != b.count { return a.count < b.count ? -1 : 1 }
    for index in a.indices.reversed() where a[index] != b[index] {
      return a[index] < b[index] ? -1 : 1
    }
    return 0
  }

  static func sum(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(max(a.count, b.count) + 1)
    var carry: UInt64 = 0
    for index in 0..<max(a.count, b.count) {
      carry += UInt64(index < a.count ? a[index] : 0) + UInt64(index < b.count ? b[index] : 0)
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    if carry != 0 { result.append(UInt32(carry)) }
    return result
  }

  /// The difference, where the first is not lower.
  static func difference(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result = a
    var borrow: Int64 = 0
    for index in a.indices {
      var digit = Int64(a[index]) - borrow - (index < b.count ? Int64(b[index]) : 0)
      borrow = digit < 0 ? 1 : 0
      if digit < 0 { digit += 1 << 32 }
      result[index] = UInt32(digit)
    }
    while result.last == 0 { result.removeLast() }
    return result
  }

  static func product(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    guard !a.isEmpty, !b.isEmpty else { return [] }
    var result = [UInt32](repeating: 0, count: a.count + b.count)
    for i in a.indices {
      var carry: UInt64 = 0
      for j in b.indices {
        carry += UInt64(result[i + j]) + UInt64(a[i]) * UInt64(b[j])
        result[i + j] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      result[i + b.count] = UInt32(carry)
    }
    while result.last == 0 { result.removeLast() }
    return result
  }

  static func multiply(_ a: inout [UInt32], by factor: UInt32, adding summand: UInt32) {
    var carry = UInt64(summand)
    for index in a.indices {
      carry += UInt64(a[index]) * UInt64(factor)
      a[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry != 0 { a.append(UInt32(carry)) }
  }

  /// Divides in place by one digit that is not 0 and returns the remainder.
  static func divide(_ a: inout [UInt32], by divisor: UInt32) -> UInt32 {
    var rest: UInt64 = 0
    for index in a.indices.reversed() {
      rest = rest << 32 | UInt64(a[index])
      a[index] = UInt32(rest / UInt64(divisor))
      rest %= UInt64(divisor)
    }
    while a.last == 0 { a.removeLast() }
    return UInt32(rest)
  }

  static func shiftedLeft(_ a: [UInt32], by bits: Int) -> [UInt32] {
    guard !a.isEmpty else { return [] }
    var result = [UInt32](repeating: 0, count: bits / 32)
    let part = UInt64(bits % 32)
    var carry: UInt64 = 0
    for digit in a {
      carry |= UInt64(digit) << part
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    if carry != 0 { result.append(UInt32(carry)) }
    return result
  }

  static func shiftedRight(_ a: [UInt32], by bits: Int) -> [UInt32] {
    guard bits / 32 < a.count else { return [] }
    var result = Array(a[(bits / 32)...])
    let part = UInt64(bits % 32)
    var carry: UInt64 = 0
    for index in result.indices.reversed() {
      carry = carry << 32 | UInt64(result[index])
      result[index] = UInt32(truncatingIfNeeded: carry >> part)
      carry &= (1 << part) - 1
    }
    while result.last == 0 { result.removeLast() }
    return result
  }

  /// Quotient and remainder, where the divisor is not zero.
  static func divided(
    _ a: [UInt32],
    by b: [UInt32]
  ) -> (quotient: [UInt32], remainder: [UInt32]) {
    if compare(a, b) < 0 { return ([], a) }
    if b.count == 1 {
      var quotient = a
      let rest = divide(&quotient, by: b[0])
      return (quotient, rest == 0 ? [] : [rest])
    }
    let shift = b[b.count - 1].leadingZeroBitCount
    let divisor = shiftedLeft(b, by: shift)
    var rest = shiftedLeft(a, by: shift)
    if rest.count == a.count { rest.append(0) }
    var quotient = [UInt32](repeating: 0, count: rest.count - divisor.count)
    for position in quotient.indices.reversed() {
      quotient[position] = step(&rest, divisor, at: position)
    }
    while quotient.last == 0 { quotient.removeLast() }
    while rest.last == 0 { rest.removeLast() }
    return (quotient, shiftedRight(rest, by: shift))
  }

  /// One digit of a long division: estimates it, subtracts, and mends an estimate one too high.
  private static func step(_ rest: inout [UInt32], _ divisor: [UInt32], at position: Int) -> UInt32
  {
    let count = divisor.count
    let top = UInt64(divisor[count - 1])
    let head = UInt64(rest[position + count]) << 32 | UInt64(rest[position + count - 1])
    var estimate = head / top
    var left = head % top
    while estimate >> 32 != 0
      || estimate * UInt64(divisor[count - 2])
        > (left << 32 | UInt64(rest[position + count - 2]))
    {
      estimate -= 1
      left += top
      if left >> 32 != 0 { break }
    }
    var borrow: Int64 = 0
    var carry: UInt64 = 0
    for index in 0..<count {
      carry += estimate * UInt64(divisor[index])
      let digit =
        Int64(rest[position + index]) - Int64(UInt32(truncatingIfNeeded: carry)) - borrow
      carry >>= 32
      rest[position + index] = UInt32(truncatingIfNeeded: digit)
      borrow = digit < 0 ? 1 : 0
    }
    let digit = Int64(rest[position + count]) - Int64(carry) - borrow
    rest[position + count] = UInt32(truncatingIfNeeded: digit)
    guard digit < 0 else { return UInt32(estimate) }
    var sum: UInt64 = 0
    for index in 0..<count {
      sum += UInt64(rest[position + index]) + UInt64(divisor[index])
      rest[position + index] = UInt32(truncatingIfNeeded: sum)
      sum >>= 32
    }
    rest[position + count] = rest[position + count] &+ UInt32(sum)
    return UInt32(estimate - 1)
  }
}
