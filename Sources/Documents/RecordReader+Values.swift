// What reads a field is mutating, though nothing changes: a reader that is lent is copied to the stack at
// each call, which takes as long as reading a field.
extension RecordReader {
  /// Whether a field of the present record holds nothing; the null of JSON Lines does not.
  @inline(__always)
  public mutating func isEmpty(_ field: Int) -> Bool {
    fields[field].count == 0 || fields[field].kind == .null
  }

  /// Whether a field of the present record stands in quotes; in JSON Lines, whether it is a string.
  public mutating func isQuoted(_ field: Int) -> Bool {
    fields[field].kind == .quoted || fields[field].kind == .escaped
  }

  /// The text of a field of the present record, without its quotes.
  public mutating func text(_ field: Int) -> String {
    unsafe withBytes(field) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The number in a field of the present record; nil where it holds none that is finite.
  ///
  /// The number is the `Double` nearest to the decimal. White space is not left out.
  public mutating func number(_ field: Int) -> Double? {
    let value = unsafe withBytes(field) { unsafe NumberReader.double($0) }
    guard let value, value.isFinite, !(form == .jsonLines && isQuoted(field)) else { return nil }
    return value
  }

  /// The whole number in a field of the present record; nil where it holds none, or one beyond `Int`.
  public mutating func integer(_ field: Int) -> Int? {
    guard !(form == .jsonLines && isQuoted(field)) else { return nil }
    return unsafe withBytes(field) { unsafe NumberReader.integer($0) }
  }

  /// The truth value in a field of the present record: 1 or 0, in JSON Lines true or false; else nil.
  public mutating func bool(_ field: Int) -> Bool? {
    guard fields[field].kind == .plain else { return nil }
    let form = form
    return unsafe withBytes(field) { bytes in
      if form == .csv, bytes.count == 1 {
        return switch unsafe bytes[0] {
        case UInt8(ascii: "1"): true
        case UInt8(ascii: "0"): false
        default: nil
        }
      }
      guard form == .jsonLines else { return nil }
      if unsafe bytes.elementsEqual("true".utf8) { return true }
      return unsafe bytes.elementsEqual("false".utf8) ? false : nil
    }
  }

  /// Puts the whole numbers in a field of the present record into a list; false where it holds others.
  ///
  /// They are set apart by spaces; in JSON Lines they are a list.
  public mutating func integers(_ field: Int, into list: inout [Int]) -> Bool {
    list.removeAll(keepingCapacity: true)
    guard form == .csv || fields[field].kind == .list else { return false }
    let separator = UInt8(ascii: form == .csv ? " " : ",")
    return unsafe withBytes(field) { bytes in
      guard bytes.count > 0 else { return true }
      var start = 0
      while true {
        var end = start
        while unsafe end < bytes.count && bytes[end] != separator { end += 1 }
        let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        guard let value = unsafe NumberReader.integer(part) else { return false }
        list.append(value)
        if end == bytes.count { return true }
        start = end + 1
      }
    }
  }

  /// The bytes of a field of the present record, without its quotes, valid in the closure alone.
  public mutating func withBytes<Result>(
    _ field: Int,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let place = fields[field]
    let bytes = unsafe UnsafeRawBufferPointer(
      rebasing: input.bytes[place.start..<place.start + place.count]
    )
    guard place.kind == .escaped else { return unsafe body(bytes) }
    let plain = unsafe form == .csv ? unescapedCSV(bytes) : unescapedJSON(bytes)
    return unsafe plain.withUnsafeBytes { unsafe body($0) }
  }

  // MARK: Problems

  /// A problem with a field of the present record, or with its start.
  ///
  /// - Parameters:
  ///   - code: the code under which it is explained.
  ///   - message: what is wrong.
  ///   - field: where; nil for the whole record.
  ///   - label: what was expected there.
  ///   - help: how to mend it.
  /// - Returns: a failure that says so, with the record's line.
  public func problem(
    code: String,
    _ message: String,
    at field: Int? = nil,
    label: String = "",
    help: String? = nil
  ) -> Failure {
    var range = 0..<min(1, unsafe input.bytes.count)
    if let field, field < fields.count {
      range = fields[field].start..<fields[field].start + fields[field].count
    }
    return problem(code, message, at: range, label: label, help: help)
  }

  func problem(
    _ code: TableCode,
    _ message: String,
    at field: Int? = nil,
    label: String = "",
    help: String? = nil
  ) -> Failure {
    problem(code: code.rawValue, message, at: field, label: label, help: help)
  }

  func problem(
    _ code: TableCode,
    _ message: String,
    atOffset offset: Int,
    count: Int,
    help: String? = nil
  ) -> Failure {
    problem(code.rawValue, message, at: offset..<offset + count, label: "", help: help)
  }

  private func problem(
    _ code: String,
    _ message: String,
    at range: Range<Int>,
    label: String,
    help: String?
  ) -> Failure {
    let known = unsafe input.bytes
    var end = min(known.count, max(range.upperBound, input.recordCount))
    while unsafe end < known.count && known[end] != UInt8(ascii: "\n") { end += 1 }
    let source = SourceText(
      name: name,
      bytes: unsafe Array(known[..<end]),
      firstLine: line
    )
    return .malformed(
      Diagnostic(
        .error,
        code: code,
        message,
        at: Location(source: source, range: range),
        label: label,
        help: help
      )
    )
  }
}

/// What a quoted field says: a doubled quote is one.
private func unescapedCSV(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
  var result: [UInt8] = []
  var place = 0
  while place < bytes.count {
    let byte = unsafe bytes[place]
    result.append(byte)
    place += byte == UInt8(ascii: "\"") ? 2 : 1
  }
  return result
}

/// What a JSON string says; an escape that is not known stands for itself.
///
/// - Source: RFC 8259, section 7.
func unescapedJSON(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
  var result: [UInt8] = []
  var units: [UInt16] = []
  func flush() {
    guard !units.isEmpty else { return }
    result += String(decoding: units, as: UTF16.self).utf8
    units.removeAll()
  }
  var place = 0
  while place < bytes.count {
    let byte = unsafe bytes[place]
    guard byte == UInt8(ascii: "\\"), place + 1 < bytes.count else {
      flush()
      result.append(byte)
      place += 1
      continue
    }
    let next = unsafe bytes[place + 1]
    place += 2
    if next == UInt8(ascii: "u"), place + 4 <= bytes.count,
      let unit = unsafe UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    {
      units.append(unit)
      place += 4
      continue
    }
    flush()
    switch next {
    case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
    case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    default: result.append(next)
    }
  }
  flush()
  return result
}
