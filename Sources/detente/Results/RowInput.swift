import Glibc

/// A file of rows, or standard input, that is read once from start to end, and can be compared with what
/// its record says of it.
final class RowInput {
  private let descriptor: Int32
  private var check: ExtentCheck?

  /// Opens a file; `-` is standard input.
  init(_ path: String, _ noted: RowExtents.Noted? = nil) throws(Failure) {
    check = noted.map { ExtentCheck($0) }
    descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(.unreadable, "cannot read '\(path)': \(systemText(errno))")
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw Failure(.unreadable, "cannot read '\(path)': it is a folder; name the file of rows")
    }
  }

  deinit { close(descriptor) }

  /// Whether all that was read is as the record says.
  var isUnchanged: Bool { check?.isWhole == true }

  /// Puts the next bytes into memory: how many, or the system's error number below zero.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = readSome(descriptor, into: buffer)
    if count > 0 { check?.add(buffer[..<count]) }
    return count
  }
}

/// Puts the next bytes into memory: how many, or the system's error number below zero.
func readSome(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
  while true {
    let count = read(descriptor, buffer.baseAddress, buffer.count)
    if count >= 0 { return count }
    if errno != EINTR { return -Int(errno) }
  }
}
