import Glibc
import Sweeps

/// A file of rows, or standard input, that is read once from start to end, and can be compared with what
/// its record says of it.
final class RowInput {
  private enum Source {
    case descriptor(Int32)
    /// Rows that were kept, from a place on.
    case scratch(ScratchFile, offset: Int)
  }

  private var source: Source
  private var check: ExtentCheck?
  private let copy: ScratchFile?

  /// Opens a file; `-` is standard input.
  ///
  /// What is read is held against `noted`, what the record says of it, and kept in `copy`.
  init(
    _ path: String,
    _ noted: RowExtents.Noted? = nil,
    copy: ScratchFile? = nil
  ) throws(Failure) {
    check = noted.map { ExtentCheck($0) }
    self.copy = copy
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    source = .descriptor(descriptor)
    guard descriptor >= 0 else {
      throw Failure(.unreadable, "cannot read '\(path)': \(systemText(errno))")
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.unreadable, "cannot read '\(path)': it is a folder; name the file of rows")
    }
  }

  /// Opens rows that were kept.
  init(_ rows: ScratchFile) {
    source = .scratch(rows, offset: 0)
    copy = nil
  }

  deinit {
    if case .descriptor(let descriptor) = source, descriptor >= 0 { close(descriptor) }
  }

  /// Whether all that was read is as the record says.
  var isUnchanged: Bool { check?.isWhole == true }

  /// Puts the next bytes into memory: how many, or the system's error number below zero.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    switch source {
    case .descriptor(let descriptor):
      let count = readSome(descriptor, into: buffer)
      if count > 0 {
        check?.add(buffer[..<count])
        copy?.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
      return count
    case .scratch(let file, let offset):
      let count = file.read(at: offset, into: buffer)
      source = .scratch(file, offset: offset + max(0, count))
      return count
    }
  }
}

/// Puts the next bytes into memory: how many, or the system's error number below zero.
func readSome(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
  retrying { read(descriptor, buffer.baseAddress, buffer.count) }
}

/// What a call of the system gives that is made again where a signal came in between; where it fails, the
/// system's error number below zero.
func retrying(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { return -Int(errno) }
  }
}
