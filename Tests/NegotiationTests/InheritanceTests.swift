import GameTheory
import Negotiation
import Testing

@Suite("What a scenario inherits, and what it states")
struct InheritanceTests {
  private func value(_ path: String, in scenario: Scenario) throws -> Rational {
    let model = try ScenarioModel(scenario)
    let quantity = try #require(scenario.quantities.first { $0.path == path })
    return model.value(quantity.polynomial)
  }

  @Test("objects merge by key, lists by id, other values replace")
  func merging() throws {
    let scenario = try Library.child(
      """
      title: "Child",
      parameters: { strength: { value: 0.75 } },
      effects: [{ id: "race-costs", add: 3 }, { id: "new", on: "edge", when: { line: "race" }, add: -1, because: ["us-wants"] }],
      stakes: { us: { edge: { weight: 2 } } },
      statusQuo: { nmd: "forgo" },
      """
    )
    #expect(scenario.title == "Child")
    #expect(scenario.parents == ["base.json5"])
    #expect(scenario.effects.map { $0.id } == ["gain", "race-costs", "shield-costs", "new"])
    #expect(scenario.statusQuo == [2, 0])
    #expect(try value("strength", in: scenario) == Rational(3, 4))
    #expect(try value("effects.gain", in: scenario) == Rational(3, 2))
    #expect(try value("effects.race-costs", in: scenario) == 3)
    #expect(try value("stakes.us.edge", in: scenario) == 2)
    #expect(try value("stakes.us.cost", in: scenario) == -1)
    // What is not restated keeps its reasons and its range.
    let stake = try #require(scenario.stakes.first)
    #expect(stake.weight.because == [.evidence(0)])
    #expect(stake.weight.range == 0...2)
  }

  @Test("null and delete take away")
  func deletion() throws {
    let scenario = try Library.child(
      """
      effects: [{ id: "shield-costs", delete: true }],
      stakes: { russia: { edge: null } },
      sweeps: null,
      """
    )
    #expect(scenario.effects.map { $0.id } == ["gain", "race-costs"])
    #expect(scenario.stakes.count { $0.player == 1 } == 1)
    #expect(scenario.sweeps.isEmpty)
  }

  @Test("continua merge by id, positions by player, estimates key by key")
  func continua() throws {
    var library = Library()
    library.texts["lines.json5"] = """
      {
        from: "base.json5",
        forecast: [
          {
            id: "a", name: "a", range: [0, 10], decision: "nmd", marks: { forgo: 0, defer: 5 },
            positions: {
              russia: { position: 1, salience: 50, capability: 3, because: ["us-wants"] },
              us: { position: { low: 5, mode: 6, high: 9 }, salience: 80, capability: 1, because: ["us-wants"] },
            },
          },
          { id: "b", name: "b", range: [0, 1], positions: {
            us: { position: 0, salience: 1, capability: 1, because: ["us-wants"] },
            russia: { position: 1, salience: 1, capability: 1, because: ["us-wants"] },
          } },
        ],
      }
      """
    library.texts["test.json5"] = """
      {
        from: "lines.json5",
        forecast: [
          { id: "a", marks: { defer: null, deploy: 10 }, positions: { us: { position: { low: 2 }, capability: { low: 1, mode: 2, high: 4 } } } },
          { id: "b", delete: true },
        ],
      }
      """
    let parent = try #require(library.read("lines.json5").scenario)
    #expect(parent.continua.map { $0.id } == ["a", "b"])
    // By player in file order, whatever the order on the line.
    #expect(parent.continua[0].positions.map { $0.player } == [0, 1])
    #expect(parent.continua[0].marks.map { $0.option } == [2, 1])
    let scenario = try #require(library.read("test.json5").scenario)
    #expect(scenario.continua.map { $0.id } == ["a"])
    let continuum = scenario.continua[0]
    #expect(continuum.decision == 0)
    #expect(continuum.marks == [.init(option: 2, place: 0), .init(option: 0, place: 10)])
    #expect(continuum.positions[0].position == .init(low: 2, mode: 6, high: 9))
    #expect(continuum.positions[0].capability == .init(low: 1, mode: 2, high: 4))
    #expect(continuum.positions[0].because == [.evidence(0)])
    #expect(continuum.positions[1].position == .init(1))
  }

  @Test("options with ids merge by id, words replace the list")
  func options() throws {
    var library = Library()
    library.texts["named.json5"] = Library.base.replacing(
      "options: [\"front\", \"race\"]",
      with: "options: [{ id: \"front\", says: \"stands firm\" }, { id: \"race\", says: \"races\" }]"
    )
    library.texts["test.json5"] = """
      { from: "named.json5", decisions: [{ id: "line", options: [{ id: "race", says: "arms" }, { id: "deal" }] },
        { id: "nmd", options: ["deploy", "defer", "forgo", "share"] }] }
      """
    let scenario = try #require(library.read("test.json5").scenario)
    #expect(scenario.decisions[1].options.map { $0.id } == ["front", "race", "deal"])
    #expect(scenario.decisions[1].options.map { $0.says }.prefix(2) == ["stands firm", "arms"])
    #expect(scenario.decisions[0].options.map { $0.id } == ["deploy", "defer", "forgo", "share"])
  }

  @Test("claims are not inherited, but known, unless they name what is gone")
  func claims() throws {
    let child = try Library.child("title: \"Child\",")
    #expect(child.claims.isEmpty)
    #expect(child.inheritedClaims.map { $0.id } == ["no-race"])
    let other = try Library.child(
      "decisions: [{ id: \"line\", options: [\"front\", \"arm\"] }], effects: [{ id: \"race-costs\", when: { line: \"arm\" } }],"
    )
    #expect(other.inheritedClaims.isEmpty)
  }

  @Test("a chain of scenarios, with paths relative to each file")
  func chain() throws {
    var library = Library()
    library.texts["shared/base.json5"] = Library.base.replacing(
      "sources: [\"seeds.json5\"]",
      with: "sources: [\"../seeds.json5\"]"
    )
    library.texts["cases/first.json5"] =
      "{ from: \"../shared/base.json5\", parameters: { strength: { value: 0.25 } } }"
    library.texts["cases/deep/second.json5"] = "{ from: \"../first.json5\", title: \"Second\" }"
    let reading = library.read("cases/deep/second.json5")
    let scenario = try #require(reading.scenario)
    #expect(reading.diagnostics.isEmpty)
    #expect(scenario.parents == ["cases/first.json5", "shared/base.json5"])
    #expect(try value("strength", in: scenario) == Rational(1, 4))
    #expect(scenario.title == "Second")
  }

  @Test("--set replaces parameters, numbers by path, and expressions")
  func setting() throws {
    let reading = Library().read(
      "base.json5",
      setting: [
        ScenarioReader.Assignment(path: "strength", value: "0.2"),
        ScenarioReader.Assignment(path: "stakes.us.cost", value: "-3 * strength"),
        ScenarioReader.Assignment(path: "interests.edge", value: "0.5"),
        ScenarioReader.Assignment(path: "effects.shield-costs", value: "1"),
      ]
    )
    let scenario = try #require(reading.scenario)
    #expect(try value("strength", in: scenario) == Rational(1, 5))
    #expect(try value("stakes.us.cost", in: scenario) == Rational(-3, 5))
    #expect(try value("interests.edge", in: scenario) == Rational(1, 2))
    #expect(try value("effects.shield-costs", in: scenario) == 1)
  }

  @Test("a parameter takes an expression of numbers, and may be called like a key")
  func settingParameters() throws {
    var library = Library()
    library.texts["test.json5"] =
      "{ from: \"base.json5\", parameters: { title: { value: 3, because: [\"us-wants\"] } }, effects: [{ id: \"gain\", add: \"title\" }] }"
    let reading = library.read(
      "test.json5",
      setting: [
        ScenarioReader.Assignment(path: "title", value: "5"),
        ScenarioReader.Assignment(path: "strength", value: "1/3"),
      ]
    )
    let scenario = try #require(reading.scenario)
    #expect(scenario.title == "Base")
    #expect(try value("effects.gain", in: scenario) == 5)
    #expect(try value("strength", in: scenario) == Rational(1, 3))
    #expect(scenario.parameters.allSatisfy { !$0.isDerived })
    // It is still a number to vary.
    #expect(try ScenarioModel(scenario, varying: ["strength"]).variables["strength"] == 0)
  }

  @Test("what is written differently and means the same has the same canonical text")
  func canonical() throws {
    let base = try ScenarioModel(Library.child("title: \"A\","))
    let same = try ScenarioModel(
      Library.child(
        "title: \"B\", parameters: { strength: { value: 0.50 } }, summary: \"other words\","
      )
    )
    let other = try ScenarioModel(
      Library.child("title: \"A\", parameters: { strength: { value: 0.51 } },")
    )
    #expect(base.canonicalText == same.canonicalText)
    #expect(base.canonicalText != other.canonicalText)
  }
}
