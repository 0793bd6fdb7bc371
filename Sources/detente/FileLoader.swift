import Documents
import Glibc
import Negotiation

/// Reads files for the libraries, which never touch the file system themselves.
enum FileLoader {
  /// The largest file that is read, in bytes.
  static let limit = 16 << 20
  /// The largest table of samples, in bytes.
  static let tableLimit = 1 << 30

  static func load(
    _ path: String,
    limit: Int = FileLoader.limit
  ) throws(ScenarioReader.LoadFailure) -> SourceText {
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let help = errno == ENOENT && path.hasSuffix(".json") ? "scenario files end in .json5" : nil
      throw ScenarioReader.LoadFailure(reason: systemText(errno), help: help)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw ScenarioReader.LoadFailure(reason: systemText(errno))
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw ScenarioReader.LoadFailure(reason: "it is a folder", help: "name a file in it")
    }
    if Int(status.st_size) > limit { throw tooLarge(Int(status.st_size), limit) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw ScenarioReader.LoadFailure(reason: systemText(errno))
      }
      if count == 0 { break }
      bytes += buffer[..<count]
      if bytes.count > limit { throw tooLarge(bytes.count, limit) }
    }
    return SourceText(name: path == "-" ? "<stdin>" : path, bytes: bytes)
  }

  private static func tooLarge(_ count: Int, _ limit: Int) -> ScenarioReader.LoadFailure {
    ScenarioReader.LoadFailure(
      reason: "it is too large: \(count) bytes, the limit is \(limit)",
      help: limit == FileLoader.limit
        ? "a scenario is a few hundred kilobytes at most; is this the right file?" : nil
    )
  }
}

/// The files that a command reads: each once, however often it is asked for, and none of them to be
/// written over.
final class InputFiles {
  private var texts: [String: SourceText] = [:]
  private var known: [(device: UInt, number: UInt)] = []
  private var said: Set<String> = []

  /// The text of a file.
  func load(
    _ path: String,
    limit: Int = FileLoader.limit
  ) throws(ScenarioReader.LoadFailure) -> SourceText {
    if let text = texts[path] { return text }
    var status = stat()
    if path != "-", stat(path, &status) == 0 {
      known.append((UInt(status.st_dev), UInt(status.st_ino)))
    }
    let text = try FileLoader.load(path, limit: limit)
    texts[path] = text
    return text
  }

  /// The hash of a file's text; that of nothing where it was not read.
  func hash(of path: String) -> String {
    RunIdentity.hash(texts[path].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")
  }

  /// Tells whether a path leads to one of the files.
  func contains(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return known.contains { $0.device == UInt(status.st_dev) && $0.number == UInt(status.st_ino) }
  }

  /// Whether what is to be said of the files is something, and has not been said before.
  func isNews(_ text: String) -> Bool {
    !text.isEmpty && said.insert(text).inserted
  }
}
