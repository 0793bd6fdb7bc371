extension RecordReader {
  /// Splits the JSON object on the line at the start of the input into its values.
  ///
  /// The first object gives the keys; what stands before a value is compared with it byte by byte.
  mutating func splitLine() -> Splitting {
    let bytes = unsafe input.bytes
    if bytes.count == 0 { return input.isAtEnd ? .end : .unfinished }
    var place = 0
    let isFirst = names.isEmpty
    if isFirst { keys.removeAll() }
    while true {
      let column = fields.count
      if isFirst {
        guard let end = unsafe keyEnd(bytes, place) else {
          return unsafe lineMistake(bytes, place, "a key in quotes and a colon were expected")
        }
        keys.append(unsafe Array(bytes[place..<end]))
        place = end
      } else {
        guard unsafe starts(bytes, at: place, with: keys[column]) else {
          return unsafe otherKey(bytes, place, column)
        }
        place += keys[column].count
      }
      guard let end = unsafe scanValue(bytes, place) else {
        return unsafe lineMistake(bytes, place, "a value was expected")
      }
      place = end
      guard place < bytes.count else {
        return unsafe lineMistake(bytes, place, "a brace is missing")
      }
      if unsafe bytes[place] == UInt8(ascii: "}") { break }
      guard unsafe bytes[place] == UInt8(ascii: ",") else {
        return unsafe lineMistake(bytes, place, "a comma or a brace was expected")
      }
      if !isFirst, fields.count == keys.count { return unsafe otherKey(bytes, place, column + 1) }
    }
    if !isFirst, fields.count < keys.count { return unsafe otherKey(bytes, place, fields.count) }
    return unsafe lineEnd(bytes, place + 1)
  }

  private func lineEnd(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Splitting {
    var place = start
    if unsafe place < bytes.count && bytes[place] == UInt8(ascii: "\r") { place += 1 }
    guard place < bytes.count else {
      return input.isAtEnd ? .record(count: place, isWhole: false, breaks: 1) : .unfinished
    }
    guard unsafe bytes[place] == UInt8(ascii: "\n") else {
      return unsafe lineMistake(bytes, place, "something follows the object on its line")
    }
    return .record(count: place + 1, isWhole: true, breaks: 1)
  }

  /// A mistake; but where the line goes on beyond what was read, more of it has to be read first.
  private func lineMistake(
    _ bytes: UnsafeRawBufferPointer,
    _ place: Int,
    _ message: String,
    _ code: TableCode = .object
  ) -> Splitting {
    let lineEnd = unsafe bytes.firstIndex(of: UInt8(ascii: "\n"))
    if lineEnd == nil, !input.isAtEnd { return .unfinished }
    return .mistake(code, message, offset: min(place, lineEnd ?? place), count: 1, help: nil)
  }

  private func otherKey(
    _ bytes: UnsafeRawBufferPointer,
    _ place: Int,
    _ column: Int
  ) -> Splitting {
    let wanted =
      column < names.count
      ? "the key '\(names[column])' was expected, as in the first line"
      : "there are more keys than in the first line"
    return unsafe lineMistake(bytes, place, wanted, .otherKeys)
  }

  @inline(__always)
  private func starts(
    _ bytes: UnsafeRawBufferPointer,
    at place: Int,
    with key: [UInt8]
  ) -> Bool {
    guard place + key.count <= bytes.count else { return false }
    for index in key.indices where unsafe bytes[place &+ index] != key[index] { return false }
    return true
  }

  /// Where the value begins that a key stands before, with the brace or comma before the key.
  private func keyEnd(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    let opening = UInt8(ascii: start == 0 ? "{" : ",")
    guard unsafe start + 1 < bytes.count && bytes[start] == opening,
      unsafe bytes[start + 1] == UInt8(ascii: "\""),
      let (end, _) = unsafe stringEnd(bytes, start + 2),
      unsafe end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return end + 2
  }

  /// Adds the value at a place, and returns where it ends.
  @inline(__always)
  private mutating func scanValue(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    switch unsafe bytes[start] {
    case UInt8(ascii: "\""):
      guard let (end, isEscaped) = unsafe stringEnd(bytes, start + 1) else { return nil }
      let kind: Kind = isEscaped ? .escaped : .quoted
      fields.append(Field(start: start + 1, count: end - start - 1, kind: kind))
      return end + 1
    case UInt8(ascii: "["):
      var place = start + 1
      while place < bytes.count, unsafe bytes[place] != UInt8(ascii: "]") {
        if unsafe bytes[place] < UInt8(ascii: " ") { return nil }
        place &+= 1
      }
      guard place < bytes.count else { return nil }
      fields.append(Field(start: start + 1, count: place - start - 1, kind: .list))
      return place + 1
    default:
      return unsafe scanWord(bytes, start)
    }
  }

  /// Adds a number, or `true`, `false` or `null`.
  @inline(__always)
  private mutating func scanWord(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    var place = start
    while place < bytes.count {
      let byte = unsafe bytes[place]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte <= UInt8(ascii: " ") {
        break
      }
      place &+= 1
    }
    guard place > start, place < bytes.count else { return nil }
    let isNull = unsafe bytes[start] == UInt8(ascii: "n") && place - start == 4
    fields.append(Field(start: start, count: place &- start, kind: isNull ? .null : .plain))
    return place
  }

  /// Where the closing quote of a string stands, and whether there are escapes before it.
  private func stringEnd(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> (Int, Bool)? {
    var place = start
    var isEscaped = false
    while place < bytes.count {
      let byte = unsafe bytes[place]
      if byte == UInt8(ascii: "\"") { return (place, isEscaped) }
      if byte < UInt8(ascii: " ") { return nil }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        place += 1
      }
      place += 1
    }
    return nil
  }

  /// The name in a key.
  static func column(of key: [UInt8]) -> String {
    let body = key[2..<key.count - 2]
    guard body.contains(UInt8(ascii: "\\")) else { return String(decoding: body, as: UTF8.self) }
    return String(decoding: unsafe body.withUnsafeBytes { unsafe unescapedJSON($0) }, as: UTF8.self)
  }
}
