/// Reads numbers from decimal text in memory, rounded correctly.
enum NumberReader {
  /// The number that a text is, wholly; nil where it is none.
  ///
  /// Digits with an optional sign, point and power of ten, such as `-0.65`, `+3`, `.5`, `2.` or `1e-07`;
  /// neither spaces nor words nor hexadecimal digits. Beyond the range of `Double` it is infinite or zero.
  ///
  /// Digits below 2^53 with a small power of ten need one operation, which rounds once; others with up to
  /// nineteen digits are multiplied by a power of ten to 128 bits, which decides all but the rarest; what
  /// is left is read by the standard library.
  ///
  /// - Source: Clinger, How to read floating point numbers accurately (1990); Lemire, Number parsing at a
  ///   gigabyte per second (2021), sections 5 to 8.
  @inline(__always)
  static func double(_ text: UnsafeRawBufferPointer) -> Double? {
    var scanner = unsafe DecimalScanner(text)
    guard unsafe scanner.scan(text) else { return nil }
    guard scanner.digitCount <= 19 else { return unsafe slow(text) }
    guard scanner.digits != 0 else { return scanner.isNegative ? -0.0 : 0 }
    let magnitude: Double
    if scanner.digits <= 1 << 53, let factor = exactPower(abs(scanner.exponent)) {
      let whole = Double(scanner.digits)
      magnitude = scanner.exponent < 0 ? whole / factor : whole * factor
    } else if let value = rounded(scanner.digits, scanner.exponent) {
      magnitude = value
    } else {
      return unsafe slow(text)
    }
    return scanner.isNegative ? -magnitude : magnitude
  }

  /// The whole number that a text is, wholly; nil where it is none, or beyond `Int`.
  @inline(__always)
  static func integer(_ text: UnsafeRawBufferPointer) -> Int? {
    let count = text.count
    guard count > 0 else { return nil }
    let isNegative = unsafe text[0] == UInt8(ascii: "-")
    var place = isNegative ? 1 : 0
    guard place < count, count - place <= 19 else { return nil }
    var value: UInt64 = 0
    while place < count {
      let digit = unsafe text[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ UInt64(digit)
      place &+= 1
    }
    if value >> 63 == 0 { return isNegative ? -Int(value) : Int(value) }
    return isNegative && value == 1 << 63 ? Int.min : nil
  }

  @inline(never)
  private static func slow(_ text: UnsafeRawBufferPointer) -> Double? {
    unsafe Double(String(decoding: text, as: UTF8.self))
  }

  /// A power of ten that is a `Double`.
  @inline(__always)
  private static func exactPower(_ exponent: Int) -> Double? {
    exponent < powers.count ? powers[exponent] : nil
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Digits times a power of ten, rounded to the nearest `Double`, at a tie to the even one.
  ///
  /// Nil where the 128 bits do not decide it, or where the result is not a normal number.
  private static func rounded(_ digits: UInt64, _ exponent: Int) -> Double? {
    guard (-342...308).contains(exponent) else { return nil }
    let zeros = digits.leadingZeroBitCount
    let scaled = digits &<< UInt64(zeros)
    let power = PowersOfTen.significand(of: exponent)
    // Fractions are rounded up, so that a tie among them shows as one.
    let lowPower = power.low &+ (exponent < 0 ? 1 : 0)
    let highPower = power.high &+ (exponent < 0 && lowPower == 0 ? 1 : 0)
    var (high, low) = scaled.multipliedFullWidth(by: highPower)
    if high & 0x1FF == 0x1FF {
      let more = scaled.multipliedFullWidth(by: lowPower).high
      low &+= more
      if low < more { high &+= 1 }
    }
    if low == .max, !(-27...55).contains(exponent) { return nil }
    let top = Int(truncatingIfNeeded: high >> 63)
    let shift = UInt64(top + 9)
    var significand = high &>> shift
    var biased = PowersOfTen.binaryExponent(of: exponent) + 63 + top - zeros + 1023
    guard biased > 0 else { return nil }
    if low <= 1, (-4...23).contains(exponent), significand & 3 == 1,
      significand &<< shift == high
    {
      significand &= ~1
    }
    significand = (significand &+ (significand & 1)) >> 1
    if significand >> 53 != 0 {
      significand >>= 1
      biased += 1
    }
    guard biased < 2047 else { return nil }
    return Double(bitPattern: significand & (1 << 52 - 1) | UInt64(biased) << 52)
  }
}

/// The parts of a number in decimal text.
private struct DecimalScanner {
  /// All digits as one whole number, meaningless where there are more than nineteen.
  private(set) var digits: UInt64 = 0
  private(set) var digitCount = 0
  /// The power of ten that the digits are multiplied by.
  private(set) var exponent = 0
  let isNegative: Bool
  private var place: Int

  @inline(__always)
  init(_ text: UnsafeRawBufferPointer) {
    isNegative = unsafe text.count > 0 && text[0] == UInt8(ascii: "-")
    place = unsafe isNegative || text.count > 0 && text[0] == UInt8(ascii: "+") ? 1 : 0
  }

  /// Reads the whole text; false where it is no number.
  @inline(__always)
  mutating func scan(_ text: UnsafeRawBufferPointer) -> Bool {
    let start = place
    unsafe scanDigits(text)
    digitCount = place &- start
    if place < text.count, unsafe text[place] == UInt8(ascii: ".") {
      place &+= 1
      let start = place
      unsafe scanEights(text)
      unsafe scanDigits(text)
      exponent = start &- place
      digitCount &+= place &- start
    }
    guard digitCount > 0 else { return false }
    return unsafe place == text.count || scanExponent(text)
  }

  @inline(__always)
  private mutating func scanDigits(_ text: UnsafeRawBufferPointer) {
    while place < text.count {
      let digit = unsafe text[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return }
      digits = digits &* 10 &+ UInt64(digit)
      place &+= 1
    }
  }

  /// Eight digits at a time, while there are so many.
  ///
  /// - Source: Lemire (2021), section 4: a byte is a digit where neither it nor it plus six leaves the
  ///   range of bytes that begin with 3; neighbours are then joined by three multiplications.
  @inline(__always)
  private mutating func scanEights(_ text: UnsafeRawBufferPointer) {
    while place &+ 8 <= text.count {
      let word = unsafe UInt64(
        littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      )
      let high = word & 0xF0F0_F0F0_F0F0_F0F0
      let raised = (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0
      guard high == 0x3030_3030_3030_3030, raised == high else { return }
      let ones = word & 0x0F0F_0F0F_0F0F_0F0F
      let pairs = (ones &* (10 << 8 | 1)) >> 8 & 0x00FF_00FF_00FF_00FF
      let fours = (pairs &* (100 << 16 | 1)) >> 16 & 0x0000_FFFF_0000_FFFF
      let eight = (fours &* (10_000 << 32 | 1)) >> 32
      digits = digits &* 100_000_000 &+ eight
      place &+= 8
    }
  }

  private mutating func scanExponent(_ text: UnsafeRawBufferPointer) -> Bool {
    guard unsafe text[place] | 0x20 == UInt8(ascii: "e") else { return false }
    place &+= 1
    guard place < text.count else { return false }
    let isNegative = unsafe text[place] == UInt8(ascii: "-")
    if unsafe isNegative || text[place] == UInt8(ascii: "+") { place &+= 1 }
    guard place < text.count else { return false }
    var power = 0
    while place < text.count {
      let digit = unsafe text[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return false }
      power = min(power &* 10 &+ Int(digit), 1_000_000)
      place &+= 1
    }
    exponent &+= isNegative ? 0 &- power : power
    return true
  }
}
