import Foundation
import Testing

@Suite("The scenarios that are shipped")
struct ScenarioFilesTests {
  static let files: [String] = {
    let folder = Program.root.appendingPathComponent("Scenarios").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json5") }.sorted().map { "Scenarios/\($0)" }
  }()

  @Test("there are at least ten what-ifs beside the main scenario")
  func count() {
    #expect(ScenarioFilesTests.files.contains("Scenarios/okinawa-2000.json5"))
    #expect(ScenarioFilesTests.files.count >= 11)
  }

  @Test("every claim holds, every number has its reason, nothing is doubtful", arguments: files)
  func check(_ file: String) throws {
    let result = try Program.run(["check", "--strict", file])
    #expect(result.errors == "")
    #expect(result.code == 0)
  }

  @Test("every sweep of theirs runs", arguments: files)
  func sweep(_ file: String) throws {
    let description = try Program.run(["describe", file, "--json"])
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(description.output.utf8)) as? [String: Any]
    )
    for name in try #require(record["sweeps"] as? [String]) {
      let scratch = try Scratch()
      let result = try Program.run(
        [
          "sweep", file, "--sweep", name, "--design", "random", "--samples", "20", "--out",
          scratch.path("a.csv"), "--quiet",
        ]
      )
      #expect(result.errors == "")
      #expect(result.code == 0)
    }
  }

  @Test("the July equilibrium survives independent changes of every number in three draws of four")
  func noise() throws {
    let result = try Program.run(
      [
        "check", "Scenarios/okinawa-2000.json5", "--noise", "0.2", "--draws", "60", "--seed", "5",
        "--json",
      ]
    )
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    )
    let scenarios = try #require(record["scenarios"] as? [[String: Any]])
    let noise = try #require(scenarios[0]["noise"] as? [String: Any])
    #expect(try #require(noise["equilibriumStays"] as? Double) > 0.75)
  }

  @Test("no text of theirs runs on with a sentence of the article")
  func wording() throws {
    // The article itself is not part of the project; where it lies beside it, seven words in a row tell.
    let article = Program.root.deletingLastPathComponent()
      .appendingPathComponent("shared/source/putin-plays-his-hand.txt")
    guard let text = try? String(contentsOf: article, encoding: .utf8) else { return }
    let runs = ScenarioFilesTests.runs(of: 7, in: text)
    for folder in ["Scenarios", "seeds", "Documentation"] {
      let path = Program.root.appendingPathComponent(folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: path.path).sorted() {
        let own = try String(contentsOf: path.appendingPathComponent(name), encoding: .utf8)
        let shared = runs.intersection(ScenarioFilesTests.runs(of: 7, in: own))
        #expect(shared.isEmpty, "\(folder)/\(name)")
      }
    }
  }

  private static func runs(of count: Int, in text: String) -> Set<[Substring]> {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count >= count else { return [] }
    return Set((0...words.count - count).map { Array(words[$0..<$0 + count]) })
  }
}
