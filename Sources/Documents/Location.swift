/// A stretch of a source text, in bytes.
public struct Location: Sendable {
  /// The text pointed into.
  public let source: SourceText

  /// The bytes pointed at; empty at the end of the text.
  public let range: Range<Int>

  /// Creates a location.
  public init(source: SourceText, range: Range<Int>) {
    self.source = source
    self.range = range
  }
}
