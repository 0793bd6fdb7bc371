/// Writes numbers as decimal text into memory.
///
/// Eight digits at a time are spread over the bytes of a word by multiplications, so that trailing zeros
/// are counted rather than divided away, and text is stored in whole words. What is stored beyond the
/// text's end is rubbish, for which there has to be room.
///
/// - Source: the spreading of digits: Khuong, How to print integers really fast (2017).
enum NumberWriter {
  /// How many bytes a number can touch.
  static let room = 48

  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// Writes a whole number and returns the length of its text.
  @inline(__always)
  static func write(_ value: Int, to text: UnsafeMutableRawPointer) -> Int {
    unsafe text.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    let sign = value < 0 ? 1 : 0
    return unsafe sign + write(magnitude: UInt64(value.magnitude), to: text + sign)
  }

  @inline(__always)
  private static func write(magnitude: UInt64, to text: UnsafeMutableRawPointer) -> Int {
    if magnitude < 10 {
      unsafe text.storeBytes(of: UInt8(ascii: "0") + UInt8(magnitude), as: UInt8.self)
      return 1
    }
    if magnitude < 100_000_000 { return unsafe writeLeading(UInt32(magnitude), to: text) }
    return unsafe writeLong(magnitude, to: text)
  }

  @inline(never)
  private static func writeLong(_ magnitude: UInt64, to text: UnsafeMutableRawPointer) -> Int {
    let (upper, last) = magnitude.quotientAndRemainder(dividingBy: 100_000_000)
    let (first, middle) = upper.quotientAndRemainder(dividingBy: 100_000_000)
    var length = 0
    if first > 0 {
      length = unsafe writeLeading(UInt32(first), to: text)
      unsafe store(spread(UInt32(middle)) | zeros, to: text + length)
      length += 8
    } else {
      length = unsafe writeLeading(UInt32(middle), to: text)
    }
    unsafe store(spread(UInt32(last)) | zeros, to: text + length)
    return length + 8
  }

  /// Writes a number above zero and below 10^8 without leading zeros.
  @inline(__always)
  private static func writeLeading(_ value: UInt32, to text: UnsafeMutableRawPointer) -> Int {
    let digits = spread(value)
    let skipped = digits.trailingZeroBitCount & ~7
    unsafe store((digits | zeros) &>> skipped, to: text)
    return 8 - skipped / 8
  }

  /// Writes a number and returns the length of its text.
  ///
  /// It is the standard library's description without a trailing `.0`.
  @inline(__always)
  static func write(_ value: Double, to text: UnsafeMutableRawPointer) -> Int {
    let magnitude = value.magnitude
    if magnitude < 10_000 {
      // In the sum's lowest bits stand the nearest number of ten-thousandths.
      let product = magnitude * 10_000
      let sum = product + 0x1p52
      let whole = sum - 0x1p52
      // Of most numbers the product is not nearly whole, which spares them the division.
      if (product - whole).magnitude < 0x1p-24, whole / 10_000 == magnitude, magnitude != 0 {
        let count = UInt32(truncatingIfNeeded: sum.bitPattern)
        return unsafe writeTenThousandths(count, isNegative: value < 0, to: text)
      }
    }
    let fraction = value.significandBitPattern
    let biased = Int(truncatingIfNeeded: value.exponentBitPattern)
    guard fraction != 0, UInt(bitPattern: biased &- 1) < 2046 else {
      return unsafe writeRare(value, to: text)
    }
    let decimal = ShortestDecimal(
      significand: fraction | 1 << 52,
      power: biased &- 1075,
      isLopsided: false
    )
    unsafe text.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    let sign = Int(truncatingIfNeeded: value.bitPattern >> 63)
    // Sixteen digits or seventeen: made seventeen without a branch, since none could be foreseen.
    let isShort: UInt64 = decimal.digits < 10_000_000_000_000_000 ? 1 : 0
    let digits = Digits(
      decimal.digits &+ (decimal.digits &* 9 & (0 &- isShort)),
      exponent: decimal.exponent &- Int(truncatingIfNeeded: isShort)
    )
    guard UInt(bitPattern: digits.point &- 1) < 7 else {
      return unsafe sign &+ writeFar(digits, magnitude, to: text + sign)
    }
    return unsafe sign &+ writeNear(digits, to: text + sign)
  }

  /// Writes a fraction of up to four places before the point and four after it.
  ///
  /// It reads back as the number and has at most eight digits. Two decimals of at most fifteen digits
  /// never read as the same number, so there is no shorter one.
  @inline(__always)
  private static func writeTenThousandths(
    _ count: UInt32,
    isNegative: Bool,
    to text: UnsafeMutableRawPointer
  ) -> Int {
    unsafe text.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    let sign = isNegative ? 1 : 0
    let digits = spread(count)
    let skipped = min(digits.trailingZeroBitCount >> 3, 3)
    let point = sign &+ 4 &- skipped
    let upper = UInt32(truncatingIfNeeded: (digits | zeros) &>> (skipped &* 8))
    let lower = UInt32(truncatingIfNeeded: (digits | zeros) >> 32)
    unsafe text.storeBytes(of: upper.littleEndian, toByteOffset: sign, as: UInt32.self)
    unsafe text.storeBytes(of: UInt8(ascii: "."), toByteOffset: point, as: UInt8.self)
    unsafe text.storeBytes(of: lower.littleEndian, toByteOffset: point &+ 1, as: UInt32.self)
    let places = 4 &- digits.leadingZeroBitCount >> 3
    return point &+ (places > 0 ? places &+ 1 : 0)
  }

  /// Powers of two, numbers near to nothing, zeros, and what is not finite.
  @inline(never)
  private static func writeRare(_ value: Double, to text: UnsafeMutableRawPointer) -> Int {
    guard value.isFinite, value != 0 else {
      let word: StaticString =
        value == 0
        ? value.sign == .minus ? "-0" : "0" : value.isNaN ? "nan" : value > 0 ? "inf" : "-inf"
      unsafe text.copyMemory(from: word.utf8Start, byteCount: word.utf8CodeUnitCount)
      return word.utf8CodeUnitCount
    }
    let fraction = value.significandBitPattern
    let biased = Int(value.exponentBitPattern)
    let decimal = ShortestDecimal(
      significand: biased == 0 ? fraction : fraction | 1 << 52,
      power: max(biased, 1) - 1075,
      isLopsided: fraction == 0 && biased > 1
    )
    var digits = decimal.digits
    var exponent = decimal.exponent
    while digits < 10_000_000_000_000_000 {
      digits *= 10
      exponent -= 1
    }
    unsafe text.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    let sign = value < 0 ? 1 : 0
    return unsafe sign
      + writeFar(Digits(digits, exponent: exponent), value.magnitude, to: text + sign)
  }

  /// Seventeen digits, to be read after a point and multiplied by ten to the power of `point`.
  private struct Digits {
    /// The first digit.
    let first: UInt64
    /// The next eight, and the eight after these, as text, the earliest in the lowest byte.
    let high: UInt64
    let low: UInt64
    /// How many there are up to the last that is not zero.
    let count: Int
    let point: Int

    /// Spreads a number of seventeen digits.
    @inline(__always)
    init(_ digits: UInt64, exponent: Int) {
      let head = digits / 100_000_000
      let tail = UInt32(truncatingIfNeeded: digits &- head &* 100_000_000)
      let top = head / 100_000_000
      let second = NumberWriter.spread(UInt32(truncatingIfNeeded: head &- top &* 100_000_000))
      let third = NumberWriter.spread(tail)
      first = top | 0x30
      high = second | NumberWriter.zeros
      low = third | NumberWriter.zeros
      let zerosOfThird = third.leadingZeroBitCount
      count =
        17 &- (zerosOfThird < 64 ? zerosOfThird : 64 &+ second.leadingZeroBitCount) >> 3
      point = exponent &+ 17
    }
  }

  /// One to seven digits before the point.
  @inline(__always)
  private static func writeNear(_ decimal: Digits, to text: UnsafeMutableRawPointer) -> Int {
    // The digits one place further on, as they stand after the point; then the first word anew.
    unsafe writeDigits(decimal, to: text + 1)
    let leading = decimal.first | decimal.high << 8
    let shift = decimal.point &* 8
    let before = leading & ((1 &<< shift) &- 1)
    let after = (leading &- before) << 8
    unsafe store(before | 0x2E &<< shift | after, to: text)
    return decimal.count > decimal.point ? decimal.count &+ 1 : decimal.point
  }

  /// No digit before the point, or any number of them, or a power of ten.
  @inline(never)
  private static func writeFar(
    _ decimal: Digits,
    _ magnitude: Double,
    to text: UnsafeMutableRawPointer
  ) -> Int {
    let point = decimal.point
    guard point > -4, magnitude <= 9_007_199_254_740_992 else {
      return unsafe writeScientific(decimal, to: text)
    }
    guard point <= 0 else {
      return unsafe point < 8 ? writeNear(decimal, to: text) : writeLarge(decimal, to: text)
    }
    unsafe store(zeros & ~0xFF00 | 0x2E00, to: text)
    unsafe writeDigits(decimal, to: text + 2 - point)
    return 2 - point + decimal.count
  }

  /// Eight digits or more before the point.
  private static func writeLarge(_ decimal: Digits, to text: UnsafeMutableRawPointer) -> Int {
    let point = decimal.point
    unsafe writeDigits(decimal, to: text)
    guard decimal.count > point else { return point }
    for place in stride(from: decimal.count, to: point, by: -1) {
      unsafe text.storeBytes(
        of: text.load(fromByteOffset: place - 1, as: UInt8.self),
        toByteOffset: place,
        as: UInt8.self
      )
    }
    unsafe text.storeBytes(of: UInt8(ascii: "."), toByteOffset: point, as: UInt8.self)
    return decimal.count + 1
  }

  /// One digit before the point, and a power of ten of two digits or three.
  private static func writeScientific(_ decimal: Digits, to text: UnsafeMutableRawPointer) -> Int {
    unsafe writeDigits(decimal, to: text + 1)
    unsafe text.storeBytes(of: UInt8(truncatingIfNeeded: decimal.first), as: UInt8.self)
    unsafe text.storeBytes(of: UInt8(ascii: "."), toByteOffset: 1, as: UInt8.self)
    var length = decimal.count == 1 ? 1 : decimal.count + 1
    let power = decimal.point - 1
    unsafe text.storeBytes(of: UInt8(ascii: "e"), toByteOffset: length, as: UInt8.self)
    unsafe text.storeBytes(
      of: UInt8(ascii: power < 0 ? "-" : "+"),
      toByteOffset: length + 1,
      as: UInt8.self
    )
    length += 2
    if abs(power) < 10 {
      unsafe text.storeBytes(of: UInt8(ascii: "0"), toByteOffset: length, as: UInt8.self)
      length += 1
    }
    return unsafe length + write(magnitude: UInt64(power.magnitude), to: text + length)
  }

  @inline(__always)
  private static func writeDigits(_ decimal: Digits, to text: UnsafeMutableRawPointer) {
    unsafe text.storeBytes(of: UInt8(truncatingIfNeeded: decimal.first), as: UInt8.self)
    unsafe store(decimal.high, to: text + 1)
    unsafe store(decimal.low, to: text + 9)
  }

  @inline(__always)
  private static func store(_ word: UInt64, to text: UnsafeMutableRawPointer) {
    unsafe text.storeBytes(of: word.littleEndian, as: UInt64.self)
  }

  /// The eight decimal digits of a number below 10^8, one in each byte, the first in the lowest.
  @inline(__always)
  static func spread(_ value: UInt32) -> UInt64 {
    let number = UInt64(value)
    // Halves of four digits, quarters of two, then single ones. Each step divides all parts at once by
    // multiplying with a reciprocal that is precise enough for numbers of so many digits, and puts the
    // remainder above the quotient: q + ((n - 100 q) << 16) is (n << 16) - q × (100 × 2^16 - 1).
    let fours = number / 10_000
    let halves = number << 32 &- fours &* (10_000 << 32 - 1)
    let hundreds = (halves &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let quarters = halves << 16 &- hundreds &* (100 << 16 - 1)
    let tens = (quarters &* 103) >> 10 & 0x000F_000F_000F_000F
    return quarters << 8 &- tens &* (10 << 8 - 1)
  }
}
