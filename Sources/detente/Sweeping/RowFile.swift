import Glibc
import Sweeps
import Synchronization

/// The file that the rows of a sweep go to.
///
/// Rows are written to a file beside it, `FILE.part`, which takes the name `FILE` when the last one is
/// there: whoever sees `FILE` sees all of it, and what stood there before stays until then. A lock keeps
/// two runs from writing to one file. Standard output, pipes and devices are written to as they are.
final class RowFile: Sendable {
  let path: String
  /// Whether the rows go to a regular file, to be found there afterwards.
  let isKept: Bool
  private let descriptor: Int32
  private let written = Mutex(Written())

  private struct Written: Sendable {
    var bytes = 0
    var checksum = Checksum()
  }

  var partPath: String { path + ".part" }

  /// How many bytes are written.
  var bytes: Int { written.withLock { $0.bytes } }
  /// The checksum of what is written.
  var checksum: String { written.withLock { $0.checksum.text } }

  /// Opens a file for rows.
  ///
  /// Nothing that is not of a sweep is written over: no file among those read, and no record or unfinished
  /// file with other contents unless that is forced. `path` is what ``target(of:)`` gives.
  init(
    _ path: String,
    sparing inputs: InputFiles,
    isForced: Bool,
    _ form: Sweep.Form
  ) throws(Failure) {
    self.path = path
    var status = stat()
    let isThere = path != "-" && stat(path, &status) == 0
    isKept = path != "-" && !(isThere && status.st_mode & S_IFMT != S_IFREG)
    if isThere, inputs.contains(path) {
      throw Failure(.cannotCreate, "'\(path)' is read by this run; choose another --out")
    }
    if path == "-" {
      descriptor = fcntl(1, F_DUPFD_CLOEXEC, 3)
    } else if isKept {
      descriptor = open(path + ".part", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    } else {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, "cannot create '\(path)': \(systemText(errno))")
    }
    guard isKept else { return }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      throw Failure(
        .cannotCreate,
        "another run is writing '\(path)'; wait for it, or choose another --out"
      )
    }
    if !isForced {
      guard RowFile.hasRows(descriptor, form) else { throw RowFile.foreign(path + ".part") }
      let record = SweepRecord.path(for: path)
      guard isThere || access(record, F_OK) != 0 || SweepRecord.isRecord(record) else {
        throw RowFile.foreign(record)
      }
    }
    if ftruncate(descriptor, 0) != 0 {
      throw Failure(.cannotCreate, "cannot write '\(partPath)': \(systemText(errno))")
    }
  }

  /// What a path leads to: a link itself is never replaced.
  static func target(of path: String) throws(Failure) -> String {
    var status = stat()
    guard path != "-", lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else {
      return path
    }
    guard let resolved = realpath(path, nil) else {
      throw Failure(
        .cannotCreate,
        "'\(path)' is a link that leads nowhere; remove it, or choose another --out"
      )
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a file is empty or begins as rows do.
  private static func hasRows(_ descriptor: Int32, _ form: Sweep.Form) -> Bool {
    let start = Array((form == .csv ? "sample," : "{\"sample\":").utf8)
    var bytes = [UInt8](repeating: 0, count: start.count)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return count == 0 || count == start.count && bytes == start
  }

  private static func foreign(_ path: String) -> Failure {
    Failure(
      .cannotCreate,
      "'\(path)' exists and is not of a sweep; --force replaces it, --out writes elsewhere"
    )
  }

  deinit { close(descriptor) }

  /// Writes rows; gives the system's error number where that fails, having taken back half a piece.
  func write(_ rows: [UInt8]) -> Int32? {
    if let failure = writeAll(rows, to: descriptor) {
      if isKept { _ = ftruncate(descriptor, off_t(bytes)) }
      return failure
    }
    written.withLock {
      $0.bytes += rows.count
      $0.checksum.add(rows)
    }
    return nil
  }

  /// Brings what is written to the disk.
  func sync() -> Int32? {
    isKept && fsync(descriptor) != 0 ? errno : nil
  }

  /// Gives the finished file its name.
  func finish() throws(Failure) {
    guard isKept else { return }
    if let failure = sync() {
      throw Failure(.inputOutput, "cannot write '\(partPath)': \(systemText(failure))")
    }
    if rename(partPath, path) != 0 {
      throw Failure(.cannotCreate, "cannot create '\(path)': \(systemText(errno))")
    }
  }

  /// The size and checksum of a file; nil where it cannot be read.
  static func measure(_ path: String) -> (bytes: Int, checksum: String)? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var bytes = 0
    var checksum = Checksum()
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return (bytes, checksum.text) }
      bytes += count
      checksum.add(buffer[..<count])
    }
  }
}
