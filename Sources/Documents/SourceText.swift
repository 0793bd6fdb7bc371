/// A text with a name, and the positions of its lines.
///
/// Immutable, shared by every node and diagnostic that points into it.
public final class SourceText: Sendable {
  /// The name shown in diagnostics, as the user wrote it.
  public let name: String

  /// The text in UTF-8.
  public let bytes: [UInt8]

  /// The offset of the first byte of each line, ascending, beginning with 0.
  let lineStarts: [Int]

  /// The number of the first line: above 1 where the text is a part of a file.
  let firstLine: Int

  /// Creates a text from its bytes, which need not be valid UTF-8.
  ///
  /// A part of a file says which line it begins with, counted from 1.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }
}
