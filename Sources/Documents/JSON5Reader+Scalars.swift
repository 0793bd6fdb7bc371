/// Strings and numbers.
extension JSON5Reader {
  /// Reads a string; nil after reporting a mistake.
  mutating func string() -> String? {
    let start = offset
    let quote = bytes[offset]
    offset += 1
    var text: [UInt8] = []
    var isGood = true
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == quote {
        offset += 1
        return isGood ? String(decoding: text, as: UTF8.self) : nil
      }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if byte == UInt8(ascii: "\\") {
        if !escape(into: &text) { isGood = false }
      } else {
        text.append(byte)
        offset += 1
      }
    }
    report(
      .openString,
      "this string is not closed",
      start..<offset,
      label: "expected "
        + "\(Character(UnicodeScalar(quote))) before the end of the line"
    )
    return nil
  }

  /// Reads an escape into the text; false after reporting a mistake.
  private mutating func escape(into text: inout [UInt8]) -> Bool {
    let start = offset
    guard offset + 1 < bytes.count else {
      offset += 1
      return true
    }
    let byte = bytes[offset + 1]
    offset += 2
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "v"): text.append(0x0B)
    case UInt8(ascii: "0"):
      if offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { return badEscape(start) }
      text.append(0x00)
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "\r"):
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
    case UInt8(ascii: "x"):
      guard let value = hexadecimal(digits: 2) else { return badEscape(start) }
      text += Array(String(UnicodeScalar(UInt8(value))).utf8)
    case UInt8(ascii: "u"):
      guard let scalar = unicodeEscape() else { return badEscape(start) }
      text += Array(String(scalar).utf8)
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      return badEscape(start)
    default:
      text.append(byte)
    }
    return true
  }

  private mutating func unicodeEscape() -> UnicodeScalar? {
    guard let first = hexadecimal(digits: 4) else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return UnicodeScalar(first) }
    guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    offset += 2
    guard let second = hexadecimal(digits: 4), (0xDC00...0xDFFF).contains(second) else {
      return nil
    }
    return UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func hexadecimal(digits: Int) -> UInt32? {
    guard offset + digits <= bytes.count else { return nil }
    let text = String(decoding: bytes[offset..<offset + digits], as: UTF8.self)
    guard text.utf8.allSatisfy(isHexadecimal), let value = UInt32(text, radix: 16) else {
      return nil
    }
    offset += digits
    return value
  }

  private mutating func badEscape(_ start: Int) -> Bool {
    report(
      .escape,
      "this escape is not known",
      start..<min(start + 2, bytes.count),
      label: "to have a backslash, write two"
    )
    return false
  }

  /// Reads a number; nil after reporting a mistake.
  mutating func number() -> Node? {
    let start = offset
    var end = offset
    while end < bytes.count, wideSpace(at: end) == nil,
      isNumberByte(bytes[end], after: end > start ? bytes[end - 1] : 0)
    {
      end += 1
    }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    offset = end
    var digits = Substring(text)
    var sign = ""
    if let first = digits.first, first == "-" || first == "+" {
      if first == "-" { sign = "-" }
      digits = digits.dropFirst()
    }
    if digits == "Infinity" || digits == "NaN" {
      report(
        .notFinite,
        "\(text) is not a number that can be used",
        start..<end,
        label: "expected a finite number"
      )
      return nil
    }
    guard let normal = normalised(digits) else {
      report(
        .number,
        "'\(text)' is not a number",
        start..<end,
        label: "",
        help: "digits with an optional sign, point and exponent, such as -0.65 or 1e-3"
      )
      return nil
    }
    return Node(.number(sign + normal), at: location(start..<end))
  }

  /// The digits as JSON writes them; nil where they are no number.
  private func normalised(_ digits: Substring) -> String? {
    let lower = digits.lowercased()
    if lower.hasPrefix("0x") {
      guard lower.utf8.count > 2, let value = UInt64(lower.dropFirst(2), radix: 16) else {
        return nil
      }
      return String(value)
    }
    let parts = lower.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard mantissa.count <= 2, mantissa.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else {
      return nil
    }
    let whole = mantissa[0]
    let fraction = mantissa.count == 2 ? mantissa[1] : ""
    guard !whole.isEmpty || !fraction.isEmpty, whole == "0" || !whole.hasPrefix("0") else {
      return nil
    }
    var text = (whole.isEmpty ? "0" : String(whole)) + (fraction.isEmpty ? "" : "." + fraction)
    if parts.count == 2 {
      var exponent = parts[1]
      if let first = exponent.first, first == "-" || first == "+" {
        exponent = exponent.dropFirst()
      }
      guard !exponent.isEmpty, exponent.utf8.allSatisfy(isDigit) else { return nil }
      text += "e" + parts[1]
    }
    return text
  }

  private func isNumberByte(_ byte: UInt8, after previous: UInt8) -> Bool {
    if isIdentifierByte(byte) || byte == UInt8(ascii: ".") { return true }
    let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    return isSign && (previous == 0 || previous | 0x20 == UInt8(ascii: "e"))
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
}
