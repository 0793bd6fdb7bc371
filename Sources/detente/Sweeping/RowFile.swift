import Glibc
import Sweeps

/// The file that the rows of a sweep go to.
///
/// Rows are written to a file beside it, `FILE.part`, which takes the name `FILE` when the last one is
/// there: whoever sees `FILE` sees all of it, and what stood there before stays until then. A lock keeps
/// two runs from writing to one file. Standard output, pipes and devices are written to as they are.
final class RowFile {
  let path: String
  /// Whether the rows go to a regular file, to be found there afterwards.
  let isKept: Bool
  private let descriptor: Int32
  private(set) var extents = RowExtents(header: [])
  /// Whether it has its name already.
  private(set) var isFinished = false

  var partPath: String { RowFile.partPath(of: path) }

  static func partPath(of path: String) -> String { path + ".part" }

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
    if isThere, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.cannotCreate, "'\(path)' is a folder; choose another --out")
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
    guard !isForced else { return }
    guard RowFile.hasRows(descriptor, form) else { throw RowFile.foreign(partPath) }
    let record = SweepRecord.path(for: path)
    guard isThere || access(record, F_OK) != 0 || SweepRecord.isRecord(record) else {
      throw RowFile.foreign(record)
    }
  }

  /// What a path leads to: a link itself is never replaced.
  static func target(of path: String) throws(Failure) -> String {
    if path == "/dev/stdout" { return "-" }
    var status = stat()
    guard path != "-", lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else {
      return path
    }
    // A link to a pipe or device, as /dev/stdout is, has no other name to be found by.
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return path }
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

  deinit {
    var status = stat()
    if isKept, fstat(descriptor, &status) == 0, status.st_size == 0 { unlink(partPath) }
    close(descriptor)
  }

  // MARK: Writing

  /// Begins anew, with the header.
  func begin(_ header: [UInt8]) -> Int32? {
    if isKept, ftruncate(descriptor, 0) != 0 || lseek(descriptor, 0, SEEK_SET) != 0 { return errno }
    extents = RowExtents(header: header)
    return writeAll(header, to: descriptor)
  }

  /// Goes on after what an earlier run secured; false where that is not there unharmed.
  func goOn(_ header: [UInt8], after noted: RowExtents.Noted) -> Bool {
    guard noted.extents[0] == RowExtents.Extent(header), lseek(descriptor, 0, SEEK_SET) == 0 else {
      return false
    }
    var found = RowExtents(header: header)
    for (index, extent) in noted.extents.enumerated() {
      guard let bytes = readBytes(extent.bytes, from: descriptor),
        RowExtents.Extent(bytes) == extent
      else { return false }
      if index > 0 { found.add(extent) }
    }
    guard ftruncate(descriptor, off_t(found.bytes)) == 0 else { return false }
    extents = found
    return true
  }

  /// Removes what is written so far: it can be had again.
  func discard() {
    if isKept, !isFinished { unlink(partPath) }
  }

  /// Leaves the file as it is: it was finished by an earlier run.
  func leave() { isFinished = true }

  /// Writes the rows of the next chunk; gives the system's error number where that fails, having taken
  /// back half a piece.
  func write(_ rows: [UInt8], _ checksum: Checksum? = nil) -> Int32? {
    if let failure = writeAll(rows, to: descriptor) {
      if isKept { _ = ftruncate(descriptor, off_t(extents.bytes)) }
      return failure
    }
    if isKept {
      extents.add(
        checksum.map { RowExtents.Extent(bytes: rows.count, checksum: $0.text) }
          ?? RowExtents.Extent(rows)
      )
    }
    return nil
  }

  /// Brings what is written to the disk.
  func sync() -> Int32? {
    isKept && fsync(descriptor) != 0 ? errno : nil
  }

  /// Gives the finished file its name; its bytes are on the disk already.
  func finish() throws(Failure) {
    guard isKept else { return }
    if rename(partPath, path) != 0 {
      throw Failure(.cannotCreate, "cannot create '\(path)': \(systemText(errno))")
    }
    isFinished = true
    SafeFile.syncFolder(of: path)
    for rows in [path, partPath] { SafeFile.removeLeftovers(of: SweepRecord.path(for: rows)) }
  }
}

/// Reads so many bytes; nil where there are fewer, or they cannot be read.
func readBytes(_ count: Int, from descriptor: Int32) -> [UInt8]? {
  var status = stat()
  guard fstat(descriptor, &status) == 0, count <= Int(status.st_size) else { return nil }
  var bytes = [UInt8](repeating: 0, count: count)
  var filled = 0
  while filled < count {
    let got = bytes.withUnsafeMutableBytes {
      read(descriptor, $0.baseAddress?.advanced(by: filled), count - filled)
    }
    if got < 0, errno == EINTR { continue }
    guard got > 0 else { return nil }
    filled += got
  }
  return bytes
}

extension RowFile {
  /// Whether a file holds what its record says.
  static func holds(_ path: String, _ noted: RowExtents.Noted) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, Int(status.st_size) == noted.bytes else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var check = ExtentCheck(noted)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return false }
      if count == 0 { return check.isWhole }
      check.add(buffer[..<count])
    }
  }
}
