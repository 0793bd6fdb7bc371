/// White space, words, and getting on after a mistake.
extension JSON5Reader {
  /// Steps over white space and comments.
  mutating func skipTrivia() {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "/"), offset + 1 < bytes.count {
        guard skipComment() else { return }
      } else if let length = wideSpace(at: offset) {
        offset += length
      } else {
        return
      }
    }
  }

  /// Steps over a comment; false when there is none, or it is not closed.
  private mutating func skipComment() -> Bool {
    let start = offset
    switch bytes[offset + 1] {
    case UInt8(ascii: "/"):
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      return true
    case UInt8(ascii: "*"):
      offset += 2
      while offset + 1 < bytes.count {
        if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") {
          offset += 2
          return true
        }
        offset += 1
      }
      offset = bytes.count
      report(
        .openComment,
        "this comment is never closed",
        start..<start + 2,
        label: "opened here",
        help: "add */ at its end"
      )
      hasStopped = true
      return false
    default:
      return false
    }
  }

  /// The length of a space outside ASCII, if one stands here.
  func wideSpace(at offset: Int) -> Int? {
    guard bytes[offset] >= 0xC2, offset + 1 < bytes.count else { return nil }
    if bytes[offset] == 0xC2, bytes[offset + 1] == 0xA0 { return 2 }
    guard offset + 2 < bytes.count else { return nil }
    let three = (bytes[offset], bytes[offset + 1], bytes[offset + 2])
    switch three {
    case (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE3, 0x80, 0x80),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE1, 0x9A, 0x80):
      return 3
    case (0xE2, 0x80, 0x80...0x8A):
      return 3
    default:
      return nil
    }
  }

  /// Goes on to the next comma or closing bracket of the present level.
  mutating func recover() {
    guard !hasStopped else { return }
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        offset += 1
      case UInt8(ascii: ","):
        if depth == 0 { return }
        offset += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipQuoted()
      case UInt8(ascii: "/"):
        let before = offset
        skipTrivia()
        if hasStopped { return }
        if offset == before { offset += 1 }
      default:
        offset += 1
      }
    }
  }

  /// Steps over a string, or to the end of the line where it is not closed.
  private mutating func skipQuoted() {
    let quote = bytes[offset]
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      if bytes[offset] == quote {
        offset += 1
        return
      }
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = min(offset, bytes.count)
  }

  /// Reports a mistake, until there are too many.
  mutating func report(
    _ code: SyntaxCode,
    _ message: String,
    _ range: Range<Int>,
    label: String,
    help: String? = nil
  ) {
    guard !hasStopped else { return }
    diagnostics.append(
      Diagnostic(
        .error,
        code: code.rawValue,
        message,
        at: location(range),
        label: label,
        help: help
      )
    )
    if diagnostics.count >= JSON5Reader.mistakeLimit { hasStopped = true }
  }

  func location(_ range: Range<Int>) -> Location {
    Location(source: source, range: range)
  }

  /// The end of the word that begins at an offset; the offset itself where none does.
  func endOfWord(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, isIdentifierByte(bytes[end]) { end += 1 }
    return end
  }

  /// What stands at the present place, for messages.
  func found() -> String {
    guard offset < bytes.count else { return "the end of the file" }
    let end = endOfWord(offset)
    if end > offset {
      return "'" + String(decoding: bytes[offset..<end], as: UTF8.self).prefix(40) + "'"
    }
    let rest = String(decoding: bytes[offset..<min(offset + 8, bytes.count)], as: UTF8.self)
    return "'" + rest.prefix(1) + "'"
  }

  func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default: false
    }
  }

  /// Whether an element can begin with this byte, so that reading can go on there.
  func beginsElement(_ byte: UInt8) -> Bool {
    isIdentifierByte(byte) || [0x22, 0x27, 0x7B, 0x5B].contains(byte)
  }
}

/// The offset of the first byte that belongs to no UTF-8 character; nil when there is none.
///
/// - Source: The Unicode Standard, table 3-7.
func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
  var offset = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte < 0x80 {
      offset += 1
      continue
    }
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch byte {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, lowest) = (3, 0xA0)
    case 0xED: (length, highest) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, lowest) = (4, 0x90)
    case 0xF4: (length, highest) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return offset
    }
    guard offset + length <= bytes.count else { return offset }
    for position in 1..<length {
      let next = bytes[offset + position]
      let low = position == 1 ? lowest : 0x80
      let high = position == 1 ? highest : 0xBF
      if next < low || next > high { return offset }
    }
    offset += length
  }
  return nil
}
