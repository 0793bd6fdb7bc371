import Foundation
import Glibc
import Testing

@Suite("How far a sweep has come")
struct ProgressTests {
  private static let sweep = [
    "sweep", "Scenarios/okinawa-2000.json5", "--sweep", "wide", "--samples", "100000000", "--jobs",
    "1", "--out", "/dev/null",
  ]

  /// Runs a sweep that does not end by itself, stops it after some seconds, and gives what it says on
  /// standard error, with its exit code.
  private func said(_ options: [String], for seconds: Double, to errors: FileHandle) throws -> Int32
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Program.path)
    process.arguments = Self.sweep + options
    process.currentDirectoryURL = Program.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    process.interrupt()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("on a terminal the bar is drawn once a second")
  func bar() throws {
    var (own, terminal) = (Int32(-1), Int32(-1))
    try #require(openpty(&own, &terminal, nil, nil, nil) == 0)
    var size = winsize(ws_row: 24, ws_col: 160, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
    let ours = FileHandle(fileDescriptor: own, closeOnDealloc: true)
    let theirs = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
    let start = DispatchTime.now()
    #expect(try said([], for: 3.5, to: theirs) == 130)
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
    // What a terminal takes is little, but so is what is drawn.
    let text = String(decoding: ours.availableData, as: UTF8.self)
    let drawn = text.components(separatedBy: "\u{1B}[K").count - 1
    #expect(drawn >= 2 && Double(drawn) <= seconds + 1, "\(drawn) in \(seconds) s: \(text)")
    #expect(text.contains("of 100,000,000"), "\(text)")
  }

  @Test("elsewhere there is no bar, even where one is asked for")
  func noBar() throws {
    let scratch = try Scratch()
    for (name, options) in [("plain", []), ("asked", ["--progress", "bar"])] {
      #expect(try said(options, for: 1.7, to: try scratch.open(name)) == 130)
      let text = try scratch.text(name)
      #expect(!text.contains("\r") && !text.contains("\u{1B}"), "\(text)")
      #expect(text.contains("stopped after"))
    }
  }
}
