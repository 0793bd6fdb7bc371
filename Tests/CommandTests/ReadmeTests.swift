import Foundation
import Testing

/// Runs the commands that a page shows, and compares what they print.
///
/// In blocks marked `console`, a line that begins with `$ detente` is run; the lines after it are its
/// output, in which a line `...` stands for any number of lines. A block marked `json5 NAME` or `text NAME` is the file
/// of that name, beside which the commands are run.
@Suite("What the pages show is what the program prints")
struct ReadmeTests {
  static let pages: [String] = {
    let folder = Program.root.appendingPathComponent("Documentation").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return ["README.md"]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
  }()

  @Test("every example prints what is shown", arguments: pages)
  func examples(_ page: String) throws {
    let scratch = try Scratch()
    for folder in ["Scenarios", "seeds"] {
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent(folder),
        to: scratch.folder.appendingPathComponent(folder)
      )
    }
    let text = try String(contentsOf: Program.root.appendingPathComponent(page), encoding: .utf8)
    for (name, content) in ReadmeTests.files(in: text) { try scratch.write(content, to: name) }
    for example in ReadmeTests.examples(in: text) {
      let line = "\"$DETENTE\"" + example.command.dropFirst("detente".count)
      let result = try Program.shell("\(line) 2> /dev/null", in: scratch.folder)
      let found = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      #expect(
        ReadmeTests.matches(found[...], example.output[...]),
        "\(page): \(example.command) prints\n\(result.output)"
      )
    }
  }

  @Test("the README shows the main command, and the one that runs the tests")
  func commands() throws {
    let text = try String(
      contentsOf: Program.root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    #expect(text.contains("swift run -c release detente sweep Scenarios/okinawa-2000.json5"))
    #expect(text.contains("swift test"))
    #expect(!ReadmeTests.examples(in: text).isEmpty)
  }

  private static func examples(in text: String) -> [(command: String, output: [String])] {
    var examples: [(command: String, output: [String])] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ detente") {
        examples.append((String(line.dropFirst(2)), []))
      } else if isInside, !examples.isEmpty, !line.hasPrefix("$") {
        examples[examples.count - 1].output.append(String(line))
      }
    }
    return examples
  }

  private static func files(in text: String) -> [(name: String, content: String)] {
    var files: [(name: String, content: String)] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        let mark = ["```json5 ", "```text "].first { line.hasPrefix($0) }
        isInside = mark != nil
        if let mark { files.append((String(line.dropFirst(mark.count)), "")) }
      } else if isInside {
        files[files.count - 1].content += line + "\n"
      }
    }
    return files
  }

  /// Whether lines are as shown; trailing empty lines do not count.
  private static func matches(_ found: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return found.allSatisfy { $0.isEmpty } }
    let rest = shown.dropFirst()
    if first == "..." {
      return (0...found.count).contains { matches(found.dropFirst($0), rest) }
    }
    if found.isEmpty { return shown.allSatisfy { $0.isEmpty || $0 == "..." } }
    return found.first == first && matches(found.dropFirst(), rest)
  }
}
