import Glibc

/// Files that are there whole or not at all, whatever happens in between.
enum SafeFile {
  /// Writes a file under another name, brings it to the disk, and gives it its name.
  ///
  /// The other name carries the machine and the process, so that two that write one file do not meet.
  static func write(_ pieces: [[UInt8]], to path: String) throws(Failure) {
    let part = temporaryPath(for: path)
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, "cannot create '\(path)': \(systemText(errno))")
    }
    var failure: Int32?
    for piece in pieces where failure == nil { failure = writeAll(piece, to: descriptor) }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if failure == nil, rename(part, path) != 0 { failure = errno }
    if let failure {
      unlink(part)
      throw Failure(.inputOutput, "cannot write '\(path)': \(systemText(failure))")
    }
    syncFolder(of: path)
  }

  /// Brings the names in a file's folder to the disk; file systems that cannot are let be.
  static func syncFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether two paths lead to the same file or folder.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var (mine, others) = (stat(), stat())
    return stat(path, &mine) == 0 && stat(other, &others) == 0 && mine.st_dev == others.st_dev
      && mine.st_ino == others.st_ino
  }

  private static func temporaryPath(for path: String) -> String {
    "\(path).\(hostName).\(getpid())\(temporaryEnding)"
  }

  private static let temporaryEnding = ".tmp"

  /// Removes what processes of this machine that are no more left behind in a folder.
  static func removeLeftovers(in folder: String, _ names: [String], of prefix: String = "") {
    for name in names where name.hasSuffix(temporaryEnding) && name.hasPrefix(prefix) {
      let words = name.dropLast(temporaryEnding.count).split(separator: ".")
      guard name.contains(".\(hostName)."), let process = words.last.flatMap({ Int32($0) }),
        process != getpid(), kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(folder + "/" + name)
    }
  }

  /// Removes what dead processes of this machine left behind of a file.
  static func removeLeftovers(of path: String) {
    let folder = folder(of: path)
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    removeLeftovers(in: folder, names(in: folder) ?? [], of: name + ".")
  }

  private static let hostName: String = {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "host" }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .split(separator: "/").joined()
  }()

  /// The names in a folder, ascending; nil where it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
