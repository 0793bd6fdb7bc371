import Foundation
import Testing

@Suite("Files that are no scenarios")
struct BadFilesTests {
  private func check(_ file: String, in scratch: Scratch) throws -> Program.Result {
    try Program.run(["check", file], in: scratch.folder)
  }

  @Test("a file that is not there, a folder, a file that may be too large")
  func unreadable() throws {
    let scratch = try Scratch()
    let missing = try check("none.json5", in: scratch)
    #expect(missing.code == 66)
    #expect(
      missing.errors == """
        error: cannot read 'none.json5': no such file or directory [S020]
        1 error in none.json5

        """
    )
    let folder = try check(".", in: scratch)
    #expect(folder.code == 66)
    #expect(folder.errors.contains("error: cannot read '.': it is a folder [S020]"))
    let large = scratch.folder.appendingPathComponent("large.json5")
    _ = FileManager.default.createFile(atPath: large.path, contents: nil)
    let handle = try FileHandle(forWritingTo: large)
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    let result = try check("large.json5", in: scratch)
    #expect(result.code == 66)
    #expect(
      result.errors.contains(
        "it is too large: 209715200 bytes, the limit is 16777216"
      )
    )
  }

  @Test("bytes that are no text, text that is no scenario, nesting without end")
  func bad() throws {
    let scratch = try Scratch()
    try Data([0x7B, 0xFF, 0xFE, 0x7D]).write(
      to: scratch.folder.appendingPathComponent("bytes.json5")
    )
    try scratch.write(String(repeating: "[", count: 100_000), to: "deep.json5")
    try scratch.write("", to: "empty.json5")
    try scratch.write("title: nothing", to: "yaml.json5")
    for name in try scratch.files {
      let result = try check(name, in: scratch)
      #expect(result.code == 65, "\(name)")
      #expect(result.errors.contains("\(name):1:"), "\(name): \(result.errors)")
      #expect(result.errors.hasSuffix("in \(name)\n"), "\(name)")
    }
  }

  @Test("every bad file of several is reported, and a good one is still checked")
  func several() throws {
    let result = try Program.run(
      ["check", "none.json5", "Scenarios/okinawa-2000.json5", "README.md"]
    )
    #expect(result.code == 65)
    #expect(result.errors.contains("in none.json5"))
    #expect(result.errors.contains("in README.md"))
    #expect(result.output.contains("18 of 18 claims hold"))
  }

  @Test("a scenario is read from standard input")
  func standardInput() throws {
    let text = try String(
      contentsOf: Program.root.appendingPathComponent("Scenarios/launches-once.json5"),
      encoding: .utf8
    )
    let result = try Program.run(
      ["check", "-", "--quiet"],
      in: Program.root.appendingPathComponent("Scenarios"),
      input: text
    )
    #expect(result.code == 0)
    #expect(result.errors == "")
  }

  @Test("colour is used where it is asked for, and never with NO_COLOR unless asked for")
  func colour() throws {
    let file = "Scenarios/okinawa-2000.json5"
    #expect(try !Program.run(["solve", file]).output.contains("\u{1B}"))
    #expect(try Program.run(["solve", file, "--color=always"]).output.contains("\u{1B}"))
    #expect(try !Program.run(["solve", file, "--color=never"]).output.contains("\u{1B}"))
    let script = "script -qec '\"$DETENTE\" solve \(file)' /dev/null"
    if try Program.shell("command -v script").code == 0 {
      #expect(try Program.shell(script).output.contains("\u{1B}[1m"))
      #expect(try !Program.shell("NO_COLOR=1 \(script)").output.contains("\u{1B}[1m"))
      #expect(try !Program.shell("TERM=dumb \(script)").output.contains("\u{1B}[1m"))
    }
  }

  @Test("standard input is read once, and a warning said once, however many cases there are")
  func once() throws {
    let folder = Program.root.appendingPathComponent("Scenarios")
    let text = try String(
      contentsOf: folder.appendingPathComponent("launches-once.json5"),
      encoding: .utf8
    )
    let spare = text.replacingOccurrences(
      of: "parameters: {",
      with: "parameters: { spare: { value: 1, because: [\"assumption: none\"] },"
    )
    let result = try Program.run(
      ["compare", "-", "--and", "--set", "shield_works=0.5", "--and"],
      in: folder,
      input: spare
    )
    #expect(result.code == 0)
    #expect(result.errors.components(separatedBy: "is not used").count == 2)
    #expect(result.output.contains("\n3  "))
  }

  @Test("a mistake in --set is a wrong call, a value beyond its range a warning")
  func set() throws {
    let file = "Scenarios/okinawa-2000.json5"
    for command in ["check", "solve", "compare", "explain", "describe", "sweep"] {
      let result = try Program.run([command, file, "--set", "shield_wroks=1"])
      #expect(result.code == 64)
      #expect(result.errors.contains("did you mean 'shield_works'?"))
    }
    let beyond = try Program.run(["solve", file, "--set", "shield_works=1.2"])
    #expect(beyond.code == 0)
    #expect(beyond.errors.contains("warning: shield_works is outside its range"))
    let expression = try Program.run(
      ["describe", file, "--set", "shield_works=neutralise_russia / 8", "-q", "--json"]
    )
    #expect(expression.code == 0)
    #expect(expression.output.contains("\"text\": \"neutralise_russia / 8\""))
  }
}
