extension RecordReader {
  /// Splits the comma-separated record at the start of the input into its fields.
  ///
  /// Eight bytes at a time, of which those below `-` are looked at; only records with quotes, or whose end
  /// is not known, are split byte by byte, from the first field on that is not plain.
  mutating func splitCSV() -> Splitting {
    let bytes = unsafe input.bytes
    if bytes.count == 0 { return input.isAtEnd ? .end : .unfinished }
    var start = 0
    var place = 0
    while place &+ 8 <= bytes.count {
      let word = unsafe UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      )
      var low = RecordReader.low(word)
      while low != 0 {
        let found = place &+ low.trailingZeroBitCount >> 3
        let byte = unsafe bytes[found]
        if byte == UInt8(ascii: ",") {
          fields.append(Field(start: start, count: found &- start, kind: .plain))
          start = found &+ 1
        } else if byte == UInt8(ascii: "\n") {
          fields.append(Field(start: start, count: found &- start, kind: .plain))
          return .record(count: found &+ 1, isWhole: true, breaks: 1)
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r") {
          return unsafe splitCarefully(bytes, from: start)
        }
        low &= low &- 1
      }
      place &+= 8
    }
    return unsafe splitCarefully(bytes, from: start)
  }

  /// The highest bit of each byte below `-`, as all bytes are that end fields.
  ///
  /// No byte borrows from the next, since each has its highest bit set first.
  @inline(__always)
  private static func low(_ word: UInt64) -> UInt64 {
    let high: UInt64 = 0x8080_8080_8080_8080
    let bound: UInt64 = 0x2D2D_2D2D_2D2D_2D2D
    return ~((word | high) &- bound) & ~word & high
  }

  /// Splits the rest of the record byte by byte, from the field that begins at a place.
  private mutating func splitCarefully(
    _ bytes: UnsafeRawBufferPointer,
    from start: Int
  ) -> Splitting {
    var place = start
    var breaks = 1
    while true {
      if unsafe place < bytes.count && bytes[place] == UInt8(ascii: "\"") {
        guard let next = unsafe scanQuoted(bytes, from: place, breaks: &breaks) else {
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
        place = unsafe scanPlain(bytes, from: place)
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
      default: return misplaced(at: place, after: fields[fields.count - 1].kind)
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
  private mutating func scanPlain(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
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
    fields.append(Field(start: start, count: place &- start, kind: .plain))
    return place
  }

  /// Adds the field that begins with a quote, and returns the place after its closing quote.
  ///
  /// Nil where it is not closed in what was read, or where it might go on after that.
  private mutating func scanQuoted(
    _ bytes: UnsafeRawBufferPointer,
    from start: Int,
    breaks: inout Int
  ) -> Int? {
    var place = start + 1
    var isEscaped = false
    while place < bytes.count {
      let byte = unsafe bytes[place]
      if byte == UInt8(ascii: "\"") {
        guard place + 1 < bytes.count || input.isAtEnd else { return nil }
        if unsafe place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\"") {
          let kind: Kind = isEscaped ? .escaped : .quoted
          fields.append(Field(start: start + 1, count: place - start - 1, kind: kind))
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
