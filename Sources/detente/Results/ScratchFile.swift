import Glibc

/// Rows that are needed for a while, in a file without a name: it goes with the program, however that ends.
final class ScratchFile {
  private let descriptor: Int32
  /// Why not all rows are in it, as the system's error number.
  private(set) var fault: Int32?

  /// Makes one in the folder that `TMPDIR` names, else in `/tmp`.
  init() throws(Failure) {
    let root = environment("TMPDIR") ?? "/tmp"
    var template = Array("\(root)/detente-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, "cannot create a file in '\(root)': \(systemText(errno))")
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Adds rows at the end, unless that has failed before; gives the system's error number where it fails.
  @discardableResult
  func add(_ rows: UnsafeRawBufferPointer) -> Int32? {
    if fault == nil { fault = writeAll(rows, to: descriptor) }
    return fault
  }

  /// Puts what stands from a place on into memory: how many bytes, or the system's error number below zero.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    retrying { pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)) }
  }
}
