extension SourceText {
  /// A place in a text as people count: both from 1, the column in characters.
  public struct Position: Sendable, Hashable {
    /// The line.
    public let line: Int
    /// The column.
    public let column: Int
  }

  /// The position of a byte.
  ///
  /// - Complexity: O(log *lines* + *length of the line*).
  public func position(ofOffset offset: Int) -> Position {
    let line = lineIndex(ofOffset: offset)
    let start = lineStarts[line]
    let before = String(
      decoding: bytes[start..<max(start, min(offset, bytes.count))],
      as: UTF8.self
    )
    return Position(line: line + firstLine, column: before.count + 1)
  }

  /// The text of a line, counted from 1 in its file, without its line break.
  public func text(ofLine line: Int) -> String {
    String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
  }

  /// The bytes of a line, counted from 1 in its file, without its line break.
  func range(ofLine line: Int) -> Range<Int> {
    let index = line - firstLine
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  private func lineIndex(ofOffset offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
