import Foundation
import Testing

/// The built program, run as a user runs it.
struct Program {
  /// What came of a run.
  struct Result {
    let output: String
    let errors: String
    let code: Int32
  }

  /// The folder of the package, in which programs run unless told otherwise.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The program stands beside the tests' own executable, unless `DETENTE_PROGRAM` names another build of it.
  static var path: String {
    get throws {
      try ProcessInfo.processInfo.environment["DETENTE_PROGRAM"] ?? ownPath
    }
  }

  /// The program beside the tests' own executable: slow enough to be stopped half way.
  static var ownPath: String {
    get throws {
      let mine = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let path = URL(fileURLWithPath: mine).deletingLastPathComponent()
        .appendingPathComponent("detente").path
      try #require(FileManager.default.isExecutableFile(atPath: path))
      return path
    }
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String],
    in folder: URL = root,
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> Result {
    try run(try path, arguments, in: folder, input: input, environment: environment)
  }

  /// Runs a line of bash in which `$DETENTE` is the program.
  static func shell(
    _ line: String,
    in folder: URL = root,
    program: String? = nil
  ) throws -> Result {
    let program = try program ?? path
    return try run("/bin/bash", ["-c", line], in: folder, environment: ["DETENTE": program])
  }

  private static func run(
    _ executable: String,
    _ arguments: [String],
    in folder: URL,
    input: String = "",
    environment: [String: String]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment.filter { $0.key != "NO_COLOR" }
    variables.merge(environment) { $1 }
    process.environment = variables
    // Files, not pipes: they take any amount without anybody reading at the same time.
    let scratch = try Scratch()
    let out = try scratch.open("out")
    let err = try scratch.open("err")
    let given = scratch.folder.appendingPathComponent("in")
    try input.write(to: given, atomically: false, encoding: .utf8)
    process.standardOutput = out
    process.standardError = err
    process.standardInput = try FileHandle(forReadingFrom: given)
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try scratch.text("out"),
      errors: try scratch.text("err"),
      code: process.terminationReason == .uncaughtSignal
        ? 128 + process.terminationStatus : process.terminationStatus
    )
  }
}

/// A folder of its own for a test, removed with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("detente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func open(_ name: String) throws -> FileHandle {
    let file = folder.appendingPathComponent(name)
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    return try FileHandle(forWritingTo: file)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try data(name), as: UTF8.self)
  }

  func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  func write(_ text: String, to name: String) throws {
    try text.write(to: folder.appendingPathComponent(name), atomically: false, encoding: .utf8)
  }

  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }
}
