import Documents
import GameTheory
import Negotiation
import Testing

/// Texts in place of files.
struct Library: Sendable {
  var texts: [String: String] = ["base.json5": Library.base, "seeds.json5": Library.seeds]

  /// A small whole scenario for two players.
  static let base = """
    {
      format: 1,
      title: "Base",
      sources: ["seeds.json5"],
      players: [{ id: "us", name: "the United States" }, { id: "russia", name: "Russia" }],
      parameters: {
        strength: { value: 0.5, range: [0, 1], because: ["us-wants"] },
      },
      decisions: [
        { id: "nmd", player: "us", options: ["deploy", "defer", "forgo"], because: ["us-wants"] },
        { id: "line", player: "russia", options: ["front", "race"], because: ["assumption: two ways"] },
      ],
      interests: [{ id: "edge" }, { id: "cost", base: 1, because: ["us-wants"] }],
      effects: [
        { id: "gain", on: "edge", when: { nmd: "deploy" }, add: "2 * strength", because: ["us-wants"] },
        { id: "race-costs", on: "cost", when: { line: "race" }, add: 1, because: ["us-wants"] },
        { id: "shield-costs", on: "cost", when: { nmd: ["deploy", "defer"] }, add: 0.25, because: ["us-wants"] },
      ],
      stakes: {
        us: { edge: { weight: 1, range: [0, 2], because: ["us-wants"] }, cost: { weight: -1, because: ["us-wants"] } },
        russia: { edge: { weight: -1, because: ["us-wants"] }, cost: { weight: -2, because: ["us-wants"] } },
      },
      statusQuo: { nmd: "defer", line: "front" },
      claims: [
        { id: "no-race", kind: "model", says: "Russia does not race", tests: [{ player: "russia", dominated: { line: "race" } }] },
      ],
      sweeps: { default: { vary: { strength: {} } } },
    }
    """

  static let seeds = """
    {
      format: 1, source: { title: "A source", kind: "article" },
      positions: [{ id: "us-wants", paragraph: 1, holder: "us", saidBy: "author", sure: "fact", says: "It wants it." }],
    }
    """

  /// Reads a scenario of the library.
  func read(
    _ name: String,
    setting assignments: [ScenarioReader.Assignment] = [],
    isStrict: Bool = false
  ) -> ScenarioReader.Reading {
    let reader = ScenarioReader { path throws(ScenarioReader.LoadFailure) in
      guard let text = texts[path] else {
        throw ScenarioReader.LoadFailure(reason: "no such file or directory")
      }
      return SourceText(name: path, bytes: Array(text.utf8))
    }
    return reader.read(name, setting: assignments, isStrict: isStrict)
  }

  /// The scenario in a text, which must be without mistakes.
  static func scenario(
    _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Scenario {
    var library = Library()
    library.texts["test.json5"] = text
    let reading = library.read("test.json5")
    let printed = DiagnosticPrinter().text(of: reading.diagnostics)
    return try #require(reading.scenario, "\(printed)", sourceLocation: sourceLocation)
  }

  /// A what-if on the base scenario.
  static func child(
    _ members: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Scenario {
    try scenario("{ from: \"base.json5\", \(members) }", sourceLocation: sourceLocation)
  }
}
