extension Rational {
  /// Reads a decimal number such as `-12.50e-3`, exactly.
  ///
  /// - Returns: nil for any other text, for an exponent beyond 400 either way, and for more than 1000 digits.
  public init?(decimal text: some StringProtocol) {
    var digits: [UInt8] = []
    var places = 0
    var bytes = Substring(text).utf8[...]
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits.append(sign)
      bytes = bytes.dropFirst()
    }
    var hasPoint = false
    var count = 0
    while let byte = bytes.first, byte | 0x20 != UInt8(ascii: "e") {
      bytes = bytes.dropFirst()
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits.append(byte)
        count += 1
        if hasPoint { places += 1 }
      } else {
        return nil
      }
    }
    guard count > 0, count <= 1000 else { return nil }
    var exponent = 0
    if !bytes.isEmpty {
      guard let written = Int(Substring(bytes.dropFirst())) else { return nil }
      exponent = written
    }
    guard (-400...400).contains(exponent),
      let value = BigInteger(decimal: String(decoding: digits, as: UTF8.self))
    else { return nil }
    let power = exponent - places
    let scale = BigInteger(10).power(abs(power))
    self = power >= 0 ? Rational(value * scale) : Rational(value, scale)
  }

  /// Reads a decimal number, or a fraction such as `71/13`.
  public init?(text: some StringProtocol) {
    let parts = Substring(text).split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let above = Rational(decimal: parts[0]), let below = Rational(decimal: parts[1]),
        below.signum != 0
      else { return nil }
      self = above / below
    } else {
      self.init(decimal: text)
    }
  }

  /// The value of the shortest decimal that reads back as the given number, which must be finite.
  public init(decimalOf value: Double) {
    self = Rational(decimal: value.description) ?? 0
  }

  /// How many decimal places the value needs, or nil when no number of places suffices.
  public var decimalPlaces: Int? {
    var rest = denominator
    var twos = 0
    var fives = 0
    while true {
      let half = rest.quotientAndRemainder(dividingBy: 2)
      guard half.remainder.signum == 0 else { break }
      rest = half.quotient
      twos += 1
    }
    while true {
      let fifth = rest.quotientAndRemainder(dividingBy: 5)
      guard fifth.remainder.signum == 0 else { break }
      rest = fifth.quotient
      fives += 1
    }
    return rest == 1 ? max(twos, fives) : nil
  }

  /// The value with a fixed number of decimal places, rounded half to even.
  public func decimal(places: Int) -> String {
    let scaled = magnitude * Rational(BigInteger(10).power(places))
    var whole = scaled.floor
    let rest = scaled - Rational(whole)
    let half = Rational(1, 2)
    let isOdd = whole.quotientAndRemainder(dividingBy: 2).remainder.signum != 0
    if rest > half || rest == half && isOdd { whole = whole + 1 }
    var digits = whole.description
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    let sign = signum < 0 && whole.signum != 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    return sign + String(digits.dropLast(places)) + "." + String(digits.suffix(places))
  }
}

extension Rational: CustomStringConvertible {
  /// A whole number or a decimal where one is exact, such as `4.35`; otherwise a fraction: `71/13`.
  public var description: String {
    if isInteger { return numerator.description }
    if let places = decimalPlaces { return decimal(places: places) }
    return numerator.description + "/" + denominator.description
  }
}
