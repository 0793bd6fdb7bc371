import Documents
import Glibc
import Sweeps

/// The file of one chunk: a line that says what it is, then the rows of each game.
struct ChunkFile {
  /// What is where a chunk should be.
  enum State {
    case missing
    /// Of another run.
    case foreign
    /// Not whole, or changed.
    case damaged
    case whole(ChunkFile)

    var isWhole: Bool {
      if case .whole = self { true } else { false }
    }
  }

  let path: String
  /// Where the rows begin.
  let offset: Int
  /// How many bytes of rows each game has, with their checksum.
  let extents: [RowExtents.Extent]
  let findings: Sweep.Findings

  /// The longest first line, in bytes.
  private static let lineLimit = 1 << 28

  /// Looks at a file, without reading its rows.
  static func look(at path: String, number: Int, of folder: ChunkFolder) -> State {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return errno == ENOENT ? .missing : .damaged }
    defer { close(descriptor) }
    guard let line = firstLine(descriptor),
      let record = JSON5Reader.read(SourceText(name: path, bytes: line)).node,
      let run = record.value("run")?.string
    else { return .damaged }
    guard run == folder.runHash else { return .foreign }
    let games = record.value("games")?.elements ?? []
    let extents = games.compactMap { $0.value("extent")?.string.flatMap { RowExtents.Extent($0) } }
    let found = games.compactMap { SweepRecord.findings($0) }
    var status = stat()
    let total = extents.reduce(line.count + 1) { $0 &+ $1.bytes }
    guard fstat(descriptor, &status) == 0, total == Int(status.st_size),
      record.value("chunk")?.integer == number, extents.count == folder.runs.count,
      found.count == extents.count,
      found.allSatisfy({ $0.summary.samples == folder.chunks.samples(of: number).count })
    else { return .damaged }
    return .whole(
      ChunkFile(
        path: path,
        offset: line.count + 1,
        extents: extents,
        findings: Sweep.Findings(
          summaries: found.map { $0.summary },
          pairs: found.dropFirst().compactMap { $0.pair }
        )
      )
    )
  }

  private static func firstLine(_ descriptor: Int32) -> [UInt8]? {
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while line.count < lineLimit {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      if let end = buffer[..<count].firstIndex(of: UInt8(ascii: "\n")) {
        return line + buffer[..<end]
      }
      line += buffer[..<count]
    }
    return nil
  }

  /// The rows of each game; nil where they are not what the first line says.
  func rows() -> [[UInt8]]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard lseek(descriptor, off_t(offset), SEEK_SET) == off_t(offset) else { return nil }
    var rows: [[UInt8]] = []
    for extent in extents {
      guard let bytes = readBytes(extent.bytes, from: descriptor),
        RowExtents.Extent(bytes) == extent
      else { return nil }
      rows.append(bytes)
    }
    return rows
  }
}
