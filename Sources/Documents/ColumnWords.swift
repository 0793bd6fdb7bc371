/// The different words of a column, numbered as they are met.
public struct ColumnWords: Sendable {
  /// The words met so far.
  public private(set) var words: [String] = []
  private var bytes: [[UInt8]] = []
  /// The word met last, which is often the next one too.
  private var last = 0

  /// The most words, so that memory stays constant.
  public static let limit = 1000

  /// Creates a column without words.
  public init() {}

  /// The number of the word in a field of the present record; nil beyond the limit.
  ///
  /// - Complexity: O(1) where the word is that of the record before, else O(*words*).
  public mutating func number(of field: Int, in records: inout RecordReader) -> Int? {
    unsafe records.withBytes(field) { text in
      if unsafe last < bytes.count && ColumnWords.isSame(bytes[last], text) { return last }
      let known = bytes.firstIndex { unsafe ColumnWords.isSame($0, text) }
      if let known {
        last = known
        return known
      }
      guard words.count < ColumnWords.limit else { return nil }
      unsafe bytes.append(Array(text))
      unsafe words.append(String(decoding: text, as: UTF8.self))
      last = words.count - 1
      return last
    }
  }

  @inline(__always)
  private static func isSame(_ word: [UInt8], _ text: UnsafeRawBufferPointer) -> Bool {
    guard word.count == text.count else { return false }
    for index in 0..<word.count where unsafe word[index] != text[index] { return false }
    return true
  }
}
