import Documents
import Sweeps

/// What stands where in the rows of a run: the header, then chunk after chunk.
struct RowExtents {
  /// A piece of the file.
  struct Extent: Equatable {
    let bytes: Int
    let checksum: String

    init(_ rows: [UInt8]) {
      var checksum = Checksum()
      checksum.add(rows)
      self.init(bytes: rows.count, checksum: checksum.text)
    }

    init(bytes: Int, checksum: String) {
      self.bytes = bytes
      self.checksum = checksum
    }

    /// The rows of a game in a chunk that has just been solved.
    init(_ chunk: Chunk, _ game: Int) {
      self.init(bytes: chunk.rows[game].count, checksum: chunk.checksums[game].text)
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

  init(header: [UInt8]) {
    self.header = Extent(header)
    bytes = header.count
  }

  /// The checksum of everything: that of the checksums of all pieces.
  var checksum: String { RowExtents.checksum(of: [header] + chunks) }

  private static func checksum(of extents: [Extent]) -> String {
    var checksum = Checksum()
    for extent in extents { checksum.add(Array("\(extent.text)\n".utf8)) }
    return checksum.text
  }

  /// Adds the next chunk.
  mutating func add(_ chunk: Extent) {
    chunks.append(chunk)
    bytes += chunk.bytes
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
      guard chunks.count == elements.count, sum == bytes,
        RowExtents.checksum(of: [header] + chunks) == checksum
      else { return nil }
      self.bytes = bytes
      self.checksum = checksum
      extents = [header] + chunks
    }
  }
}

/// Compares bytes, as they come, with what a record says of them.
struct ExtentCheck {
  private let noted: RowExtents.Noted
  private var next = 0
  private var left: Int
  private var checksum = Checksum()
  private var isSame = true

  init(_ noted: RowExtents.Noted) {
    self.noted = noted
    left = noted.extents[0].bytes
    closePieces()
  }

  /// Takes the next bytes.
  mutating func add(_ bytes: some RandomAccessCollection<UInt8>) {
    var rest = bytes[...]
    while isSame, !rest.isEmpty {
      guard next < noted.extents.count else {
        isSame = false
        return
      }
      let count = min(left, rest.count)
      checksum.add(rest.prefix(count))
      rest = rest.dropFirst(count)
      left -= count
      closePieces()
    }
  }

  private mutating func closePieces() {
    while isSame, next < noted.extents.count, left == 0 {
      isSame = checksum.text == noted.extents[next].checksum
      checksum = Checksum()
      next += 1
      if next < noted.extents.count { left = noted.extents[next].bytes }
    }
  }

  /// Whether all bytes have come, unchanged, and no more.
  var isWhole: Bool { isSame && next == noted.extents.count }
}
