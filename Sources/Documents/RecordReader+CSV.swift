extension RecordReader {
  /// Splits the comma-separated record at the start of the input into its fields.
  func splitCSV() -> Splitting {
    let bytes = unsafe input.bytes
    if bytes.count == 0 { return input.isAtEnd ? .end : .unfinished }
    // Kept in a variable of its own, since that of an object is checked at each access.
    var found: [Field] = []
    swap(&found, &fields)
    defer { swap(&found, &fields) }
    var place = 0
    var breaks = 1
    while true {
      if unsafe place < bytes.count && bytes[place] == UInt8(ascii: "\"") {
        guard let next = unsafe scanQuoted(bytes, from: place, breaks: &breaks, &found) else {
          return input.isAtEnd
            ? .mistake(
              .openQuote,
              "the field is not closed",
              offset: place,
              count: 1,
              help: "close it with a quote; a quote inside it is written twice"
            ) : .unfinished
        }
        place = next
      } else {
        place = unsafe scanPlain(bytes, from: place, &found)
      }
      guard place < bytes.count else {
        guard input.isAtEnd else { return .unfinished }
        return .record(count: place, isWhole: false, breaks: breaks)
      }
      switch unsafe bytes[place] {
      case UInt8(ascii: ","): place += 1
      case UInt8(ascii: "\n"):
        return .record(count: place + 1, isWhole: true, breaks: breaks)
      case UInt8(ascii: "\r") where place + 1 == bytes.count && !input.isAtEnd:
        return .unfinished
      case UInt8(ascii: "\r")
      where unsafe place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n"):
        return .record(count: place + 2, isWhole: true, breaks: breaks)
      default: return misplaced(at: place, after: found.last?.kind ?? .plain)
      }
    }
  }

  /// Something that is neither a comma nor the end of a line after a field.
  private func misplaced(at place: Int, after kind: Kind) -> Splitting {
    if kind != .plain {
      return .mistake(
        .textAfterQuote,
        "text follows the closing quote of a field",
        offset: place,
        count: 1,
        help: "a comma or the end of the line follows it; a quote inside the field is written twice"
      )
    }
    let isQuote = unsafe input.bytes[place] == UInt8(ascii: "\"")
    return .mistake(
      .strayQuote,
      isQuote
        ? "a quote stands inside a field that does not begin with one"
        : "a carriage return stands inside a field",
      offset: place,
      count: 1,
      help: "put the whole field in quotes"
        + (isQuote ? ", and write each quote inside it twice" : "")
    )
  }

  /// Adds the field that begins without a quote, and returns where it ends.
  @inline(__always)
  private func scanPlain(
    _ bytes: UnsafeRawBufferPointer,
    from start: Int,
    _ found: inout [Field]
  ) -> Int {
    var place = start
    while place < bytes.count {
      let byte = unsafe bytes[place]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "\r")
      {
        break
      }
      place &+= 1
    }
    found.append(Field(start: start, count: place &- start, kind: .plain))
    return place
  }

  /// Adds the field that begins with a quote, and returns the place after its closing quote.
  ///
  /// Nil where it is not closed in what was read, or where it might go on after that.
  private func scanQuoted(
    _ bytes: UnsafeRawBufferPointer,
    from start: Int,
    breaks: inout Int,
    _ found: inout [Field]
  ) -> Int? {
    var place = start + 1
    var isEscaped = false
    while place < bytes.count {
      let byte = unsafe bytes[place]
      if byte == UInt8(ascii: "\"") {
        guard place + 1 < bytes.count || input.isAtEnd else { return nil }
        if unsafe place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\"") {
          let kind: Kind = isEscaped ? .escaped : .quoted
          found.append(Field(start: start + 1, count: place - start - 1, kind: kind))
          return place + 1
        }
        isEscaped = true
        place += 1
      } else if byte == UInt8(ascii: "\n") {
        breaks += 1
      }
      place += 1
    }
    return nil
  }
}
