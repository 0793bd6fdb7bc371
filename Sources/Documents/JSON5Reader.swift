/// Reads JSON5 text into nodes that know where they stand.
///
/// After a mistake reading goes on at the next comma or closing bracket, so that independent mistakes
/// are reported together. Nesting is limited, so that no text can exhaust the stack.
///
/// - Source: The JSON5 Data Interchange Format, version 1.0.0 (2018).
public struct JSON5Reader {
  /// How deep lists and objects may be nested.
  public static let depthLimit = 100

  /// How many mistakes are reported before reading stops.
  public static let mistakeLimit = 20

  let source: SourceText
  let bytes: [UInt8]
  var offset = 0
  var diagnostics: [Diagnostic] = []
  /// Set when the text ended inside something, or has too many mistakes: no more is to be reported.
  var hasStopped = false

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  /// Reads a text.
  ///
  /// - Returns: the value, or nil when there is a mistake; and the mistakes.
  /// - Complexity: O(*n*) in the number of bytes.
  public static func read(_ source: SourceText) -> (node: Node?, diagnostics: [Diagnostic]) {
    var reader = JSON5Reader(source)
    let node = reader.document()
    return (reader.diagnostics.isEmpty ? node : nil, reader.diagnostics)
  }

  private mutating func document() -> Node? {
    if let bad = firstInvalidByte(bytes) {
      report(
        .encoding,
        "the text is not valid UTF-8",
        bad..<bad + 1,
        label: "this byte",
        help: "save the file as UTF-8"
      )
      return nil
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    skipTrivia()
    if hasStopped { return nil }
    guard offset < bytes.count else {
      report(.empty, "the file is empty", 0..<0, label: "expected {")
      return nil
    }
    let node = value(depth: 0)
    if node == nil, !hasStopped { recover() }
    skipTrivia()
    if !hasStopped, offset < bytes.count {
      report(
        .trailing,
        "unexpected text after the end of the value",
        offset..<endOfWord(offset),
        label: "the value ended before this",
        help: "check the brackets before this place"
      )
    }
    return node
  }
}

// MARK: - Values

extension JSON5Reader {
  /// Reads a value at the present place, which is not white space.
  mutating func value(depth: Int) -> Node? {
    guard offset < bytes.count else { return nil }
    let start = offset
    switch bytes[offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < JSON5Reader.depthLimit else {
        report(
          .depth,
          "values are nested more than \(JSON5Reader.depthLimit) deep",
          start..<start + 1,
          label: "too deep"
        )
        hasStopped = true
        return nil
      }
      return bytes[offset] == UInt8(ascii: "{") ? object(depth: depth) : array(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let text = string() else { return nil }
      return Node(.string(text), at: location(start..<offset))
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      return number()
    default:
      return word()
    }
  }

  private mutating func object(depth: Int) -> Node? {
    let start = offset
    offset += 1
    var members: [Node.Member] = []
    var lines: [String: Location] = [:]
    while opensElement(closing: UInt8(ascii: "}"), from: start, what: "object") {
      let keyStart = offset
      guard let key = key() else {
        recover()
        if !skipComma() { continue }
        continue
      }
      let keyLocation = location(keyStart..<offset)
      if let first = lines[key] {
        let line = first.source.position(ofOffset: first.range.lowerBound).line
        report(
          .duplicateKey,
          "the key '\(key)' occurs twice",
          keyLocation.range,
          label: "again here",
          help: "it is first given on line \(line)"
        )
      }
      lines[key] = lines[key] ?? keyLocation
      guard skipColon(after: keyStart..<offset, key: key), let value = value(depth: depth + 1)
      else {
        recover()
        _ = skipComma()
        continue
      }
      members.append(Node.Member(key: key, keyLocation: keyLocation, value: value))
      endElement(value.location.range.upperBound, closing: UInt8(ascii: "}"))
    }
    return hasStopped ? nil : Node(.object(members), at: location(start..<offset))
  }

  private mutating func array(depth: Int) -> Node? {
    let start = offset
    offset += 1
    var elements: [Node] = []
    while opensElement(closing: UInt8(ascii: "]"), from: start, what: "list") {
      guard let value = value(depth: depth + 1) else {
        recover()
        _ = skipComma()
        continue
      }
      elements.append(value)
      endElement(value.location.range.upperBound, closing: UInt8(ascii: "]"))
    }
    return hasStopped ? nil : Node(.array(elements), at: location(start..<offset))
  }

  /// Whether another element begins here; steps over the closing bracket when not.
  private mutating func opensElement(closing: UInt8, from start: Int, what: String) -> Bool {
    skipTrivia()
    guard !hasStopped else { return false }
    guard offset < bytes.count else {
      report(
        .openBracket,
        "this \(what) is never closed",
        start..<start + 1,
        label: "opened here",
        help: "add '\(Character(UnicodeScalar(closing)))' at its end"
      )
      hasStopped = true
      return false
    }
    if bytes[offset] == closing {
      offset += 1
      return false
    }
    let other: UInt8 = closing == UInt8(ascii: "}") ? UInt8(ascii: "]") : UInt8(ascii: "}")
    if bytes[offset] == other {
      report(
        .openBracket,
        "this \(what) is never closed",
        start..<start + 1,
        label: "opened here",
        help: "'\(Character(UnicodeScalar(other)))' on line "
          + "\(source.position(ofOffset: offset).line) does not match it"
      )
      hasStopped = true
      return false
    }
    return true
  }

  /// Steps over the comma after an element, or says that it is missing.
  private mutating func endElement(_ end: Int, closing: UInt8) {
    skipTrivia()
    guard !hasStopped, offset < bytes.count, bytes[offset] != closing else { return }
    if skipComma() { return }
    if bytes[offset] == UInt8(ascii: "}") || bytes[offset] == UInt8(ascii: "]") { return }
    report(.comma, "a comma is missing", end..<end, label: "expected a comma here")
    if !beginsElement(bytes[offset]) {
      recover()
      _ = skipComma()
    }
  }

  private mutating func skipComma() -> Bool {
    skipTrivia()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { return false }
    offset += 1
    return true
  }

  private mutating func skipColon(after keyRange: Range<Int>, key: String) -> Bool {
    skipTrivia()
    guard !hasStopped else { return false }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else {
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "=") {
        report(.colon, "'=' stands where ':' belongs", offset..<offset + 1, label: "expected ':'")
        offset += 1
        skipTrivia()
        return !hasStopped
      }
      report(
        .colon,
        "the key '\(key)' has no ':' after it",
        keyRange.upperBound..<keyRange.upperBound,
        label: "expected ':' and a value"
      )
      return false
    }
    offset += 1
    skipTrivia()
    return !hasStopped
  }

  /// Reads the key of a member: an identifier or a string.
  private mutating func key() -> String? {
    let byte = bytes[offset]
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return string() }
    let end = endOfWord(offset)
    let isNumber = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    let word = String(decoding: bytes[offset..<end], as: UTF8.self)
    guard end > offset, !isNumber, isIdentifierByte(byte) else {
      report(
        .key,
        "expected a key, found \(found())",
        offset..<max(end, offset + 1),
        label: "a key is a name or a string in quotes"
      )
      return nil
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") {
      var tail = end
      while tail < bytes.count, isIdentifierByte(bytes[tail]) || bytes[tail] == UInt8(ascii: "-") {
        tail += 1
      }
      let whole = String(decoding: bytes[offset..<tail], as: UTF8.self)
      report(.key, "a key with a hyphen needs quotes", offset..<tail, label: "write \"\(whole)\"")
      offset = tail
      return whole
    }
    offset = end
    return word
  }

  private mutating func word() -> Node? {
    let start = offset
    let end = max(endOfWord(offset), offset + 1)
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    func node(_ content: Node.Content) -> Node { Node(content, at: location(start..<end)) }
    switch word {
    case "true":
      offset = end
      return node(.bool(true))
    case "false":
      offset = end
      return node(.bool(false))
    case "null":
      offset = end
      return node(.null)
    case "NaN", "Infinity":
      report(
        .notFinite,
        "\(word) is not a number that can be used",
        start..<end,
        label: "expected a finite number"
      )
    default:
      report(
        .value,
        "expected a value, found \(found())",
        start..<end,
        label: "",
        help: hint(forWord: word)
      )
    }
    return nil
  }

  private func hint(forWord word: String) -> String? {
    guard let first = word.utf8.first, isIdentifierByte(first) else { return nil }
    if let known = ["True": "true", "False": "false", "None": "null", "nil": "null"][word] {
      return "did you mean \(known)?"
    }
    return "words stand in quotes: \"\(word)\""
  }
}
