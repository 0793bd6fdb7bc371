import Documents
import Sweeps

/// What stands where in the rows of a run: the header, then chunk after chunk.
struct RowExtents {
  /// A piece of the file.
  struct Extent: Equatable {
    let bytes: Int
    let checksum: String

    init(_ rows: [UInt8]) {
      bytes = rows.count
      var checksum = Checksum()
      checksum.add(rows)
      self.checksum = checksum.text
    }

    init(bytes: Int, checksum: String) {
      self.bytes = bytes
      self.checksum = checksum
    }

    /// Reads an extent back; nil where the form is another.
    init?(_ text: String) {
      let words = text.split(separator: " ")
      guard words.count == 2, let bytes = Int(words[0]), bytes >= 0, words[1].utf8.count == 16
      else { return nil }
      self.init(bytes: bytes, checksum: String(words[1]))
    }

    var text: String { "\(bytes) \(checksum)" }
  }

  private(set) var header: Extent
  private(set) var chunks: [Extent] = []
  private(set) var bytes: Int
  private var whole: Checksum

  init(header: [UInt8]) {
    self.header = Extent(header)
    bytes = header.count
    whole = Checksum()
    whole.add(header)
  }

  /// The checksum of everything.
  var checksum: String { whole.text }

  /// Adds the rows of the next chunk.
  mutating func add(_ rows: [UInt8]) {
    chunks.append(Extent(rows))
    bytes += rows.count
    whole.add(rows)
  }

  /// The members of a record that say so.
  var json: [(String, JSONValue)] {
    [
      ("bytes", .integer(bytes)), ("checksum", .string(checksum)),
      ("header", .string(header.text)), ("chunks", .array(chunks.map { .string($0.text) })),
    ]
  }

  /// What a record says of its file.
  struct Noted {
    let bytes: Int
    let checksum: String
    /// The header first, then the chunks.
    let extents: [Extent]

    /// Reads it from a record; nil where the form is another.
    init?(_ record: Node) {
      guard let bytes = record.value("bytes")?.integer,
        let checksum = record.value("checksum")?.string,
        let header = record.value("header")?.string.flatMap({ Extent($0) }),
        let elements = record.value("chunks")?.elements
      else { return nil }
      let chunks = elements.compactMap { $0.string.flatMap { Extent($0) } }
      var sum = 0
      for extent in [header] + chunks {
        let (next, overflows) = sum.addingReportingOverflow(extent.bytes)
        guard !overflows else { return nil }
        sum = next
      }
      guard chunks.count == elements.count, sum == bytes else { return nil }
      self.bytes = bytes
      self.checksum = checksum
      extents = [header] + chunks
    }
  }
}
