import Foundation
import TestSupport
import Testing

@Suite("Kinds, distributions and constraints as 'describe' tells them")
struct DescribeTests {
  private static let scenario = """
    {
      format: 1, title: "Kinds",
      players: [{ id: "us" }],
      parameters: {
        works: { value: 0.5, range: [0, 1], unit: "share", distribution: { triangular: { low: 0, mode: 0.5, high: 1 } } },
        cost: { value: 0.25, range: [0, 1], distribution: { beta: { alpha: 2, beta: 3 } } },
        president: {
          value: "clinton", options: { clinton: 0, bush: 1, gore: 4.5 },
          distribution: { discrete: { values: ["bush", "gore"], weights: [2, 0.5] } },
        },
        ratified: { value: true, name: "ratification" },
        launches: { value: 2, kind: "integer", range: [1, 3] },
        net: { value: "works - cost" },
      },
      constraints: ["works + cost <= 1", "launches > ratified"],
      decisions: [{ id: "nmd", player: "us", options: ["deploy", "defer"] }],
      interests: [{ id: "edge" }],
      effects: [{
        id: "gain", on: "edge", when: { nmd: "deploy" },
        add: "net + 0.5 * president.bush - 0.125 * launches * ratified",
      }],
      stakes: { us: { edge: 1 } },
      statusQuo: { nmd: "defer" },
    }
    """

  private func describe(_ arguments: [String], _ scratch: Scratch) throws -> String {
    try scratch.write(DescribeTests.scenario, to: "kinds.json5")
    let result = try Program.run(
      ["describe", "kinds.json5", "--quiet"] + arguments,
      in: scratch.folder
    )
    #expect(result.code == 0, "\(result.errors)")
    return result.output
  }

  @Test("the texts are as kept", arguments: [("txt", []), ("json", ["--json"])])
  func texts(_ ending: String, _ arguments: [String]) throws {
    try Golden.expect(try describe(arguments, Scratch()), named: "describe-kinds.\(ending)")
  }

  @Test("what is told of a distribution is what --vary takes")
  func distributions() throws {
    let scratch = try Scratch()
    let text = try describe(["--json"], scratch)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let numbers = try #require(object?["numbers"] as? [[String: Any]])
    let told = numbers.compactMap { number -> String? in
      guard let path = number["path"] as? String, let spread = number["distribution"] as? String
      else { return nil }
      return "\(path)=\(spread)"
    }
    #expect(told.count == 3)
    func rows(_ varied: [String]) throws -> String {
      let words = varied.flatMap { ["--vary", $0] }
      let line = ["sweep", "kinds.json5", "-q", "-o", "-", "--design", "random", "-n", "50"]
      let result = try Program.run(line + words, in: scratch.folder)
      #expect(result.code == 0, "\(result.errors)")
      return result.output
    }
    // The same draws as by the scenario's own distributions.
    #expect(try rows(told) == rows(told.map { String($0.prefix { $0 != "=" }) }))
  }
}
