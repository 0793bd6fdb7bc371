import Documents
import GameTheory
import Negotiation
import TestSupport
import Testing

@Suite("Kinds of parameters, their distributions and constraints")
struct ParameterKindTests {
  private static let kinds = """
    parameters: {
      president: { value: "gore", options: { clinton: 0, bush: 1, gore: 5.5 }, because: ["us-wants"] },
      ratified: { value: true, because: ["us-wants"] },
      launches: { value: 2, kind: "integer", range: [1, 4], because: ["us-wants"] },
    },
    """

  private func parameter(_ name: String, _ scenario: Scenario) throws -> Parameter {
    try #require(scenario.parameters.first { $0.name == name })
  }

  private func value(_ path: String, _ scenario: Scenario) throws -> Rational {
    let quantity = try #require(scenario.quantities.first { $0.path == path })
    return quantity.polynomial.evaluated(at: scenario.parameterValues)
  }

  @Test("Names stand for numbers; the kind settles the range where values have names")
  func names() throws {
    let scenario = try Library.child(ParameterKindTests.kinds)
    #expect(try value("president", scenario) == Rational(11) / 2)
    #expect(try value("ratified", scenario) == 1)
    let president = try parameter("president", scenario)
    #expect(president.quantity.range == 0...Rational(11) / 2)
    #expect(try parameter("ratified", scenario).quantity.range == 0...1)
    #expect(try parameter("ratified", scenario).kind == .boolean)
    #expect(try parameter("launches", scenario).kind == .integer)
    #expect(try parameter("launches", scenario).quantity.range == 1...4)
    #expect(try parameter("strength", scenario).kind == .real)
    for option in president.kind.options {
      #expect(president.kind.value(of: option.name) == option.value)
      #expect(president.kind.text(of: option.value) == option.name)
      #expect(president.kind.value(of: option.value.description) == option.value)
    }
    #expect(president.kind.value(of: "2") == nil && president.kind.value(of: "nader") == nil)
    #expect(ParameterKind.integer.value(of: "1.5") == nil)
    #expect(ParameterKind.boolean.value(of: "true") == 1)
  }

  @Test("Values are set by name, and by number where that is one of them")
  func setting() throws {
    var library = Library()
    library.texts["test.json5"] = "{ from: \"base.json5\", \(ParameterKindTests.kinds) }"
    func read(_ path: String, _ text: String) -> Scenario? {
      let assignment = ScenarioReader.Assignment(path: path, value: text)
      let reading = library.read("test.json5", setting: [assignment])
      #expect(reading.diagnostics.allSatisfy { $0.severity != .note })
      return reading.scenario
    }
    #expect(try value("president", #require(read("president", "bush"))) == 1)
    #expect(try value("president", #require(read("president", "5.5"))) == Rational(11) / 2)
    #expect(try value("ratified", #require(read("ratified", "false"))) == 0)
    #expect(try value("ratified", #require(read("ratified", "0"))) == 0)
    #expect(try value("launches", #require(read("launches", "3"))) == 3)
    for (path, text) in [
      ("president", "2"), ("president", "nader"), ("ratified", "yes"), ("launches", "2.5"),
    ] {
      #expect(read(path, text) == nil, "\(path)=\(text)")
    }
  }

  @Test("An expression may ask for an option: 1 where the parameter has it, 0 where it has another")
  func indicators() throws {
    let scenario = try Library.child(
      """
      parameters: {
        president: { value: "gore", options: { clinton: 0, bush: 1, gore: 5.5, nader: -2 }, because: ["us-wants"] },
        twice: { value: "2 * president.bush", because: ["us-wants"] },
      },
      effects: [
        { id: "gain", add: "president.clinton + strength" }, { id: "race-costs", add: "twice" },
        { id: "shield-costs", add: "president.gore * 3 + president.nader" },
      ],
      """
    )
    let model = try ScenarioModel(scenario)
    let index = try #require(scenario.parameters.firstIndex { $0.name == "president" })
    let effects = scenario.effects.map { $0.amount.polynomial }
    for (number, expected) in [
      (Rational(0), [Rational(3) / 2, 0, 0]), (1, [Rational(1) / 2, 2, 0]),
      (Rational(11) / 2, [Rational(1) / 2, 0, 3]), (-2, [Rational(1) / 2, 0, 1]),
    ] {
      var values = model.values
      values[index] = number
      #expect(effects.map { $0.evaluated(at: values) } == expected)
    }
  }

  @Test("Distributions are read in each form")
  func distributions() throws {
    func distribution(_ text: String) throws -> ValueDistribution? {
      try Library.child(
        "parameters: { strength: { range: null, distribution: \(text) } },"
      ).parameters[0].distribution
    }
    func continuous(_ text: String) throws -> Distribution? {
      guard case .continuous(let distribution)? = try distribution(text) else { return nil }
      return distribution
    }
    #expect(
      try continuous("{ uniform: { low: 0, high: 2 } }") == .uniform(low: 0, high: 2)
    )
    #expect(
      try continuous("{ logUniform: { low: 0.1, high: 2 } }") == .logUniform(low: 0.1, high: 2)
    )
    #expect(
      try continuous("{ triangular: { low: 0, mode: 0.5, high: 2 } }")
        == .triangular(low: 0, mode: 0.5, high: 2)
    )
    #expect(
      try continuous("{ normal: { mean: 0.5, deviation: 0.1 } }")
        == .normal(mean: 0.5, deviation: 0.1)
    )
    #expect(
      try continuous("{ truncatedNormal: { mean: 0.5, deviation: 0.1, low: 0, high: 1 } }")
        == .truncatedNormal(mean: 0.5, deviation: 0.1, low: 0, high: 1)
    )
    #expect(
      try continuous("{ beta: { alpha: 2, beta: 3 } }")
        == .beta(alpha: 2, beta: 3, low: 0, high: 1)
    )
    #expect(
      try continuous("{ beta: { alpha: 2, beta: 3, low: -1, high: 4 } }")
        == .beta(alpha: 2, beta: 3, low: -1, high: 4)
    )
    guard
      case .discrete(let values, let weights)? = try distribution(
        "{ discrete: { values: [0.5, 1], weights: [1, 3] } }"
      )
    else {
      Issue.record("no discrete distribution")
      return
    }
    #expect(values == [Rational(1) / 2, 1] && weights == [1, 3])
  }

  @Test("The command line's form reads as the file's does")
  func writtenDistributions() throws {
    func read(_ text: String, _ kind: ParameterKind = .real) -> Distribution? {
      guard case .continuous(let found)? = try? ValueDistribution(text: text, kind: kind) else {
        return nil
      }
      return found
    }
    #expect(read("normal(4, 1)") == .normal(mean: 4, deviation: 1))
    #expect(read("triangular(2,4,8)") == .triangular(low: 2, mode: 4, high: 8))
    #expect(read("beta(2,3)") == .beta(alpha: 2, beta: 3, low: 0, high: 1))
    for text in [
      "normal(4)", "normal(4,1", "normal(4,0)", "normal(a,1)", "gauss(1,2)", "uniform(1,1)",
      "beta(1,2,3)", "discrete()", "discrete(1:2,1:3)", "discrete(1:-1)", "discrete(1:0)",
    ] {
      #expect((try? ValueDistribution(text: text, kind: .real)) == nil, "\(text)")
    }
    let kind = ParameterKind.boolean
    guard
      case .discrete(let values, let weights)? = try? ValueDistribution(
        text: "discrete(true:3, false)",
        kind: kind
      )
    else {
      Issue.record("no discrete distribution")
      return
    }
    #expect(values == [1, 0] && weights == [3, 1])
    #expect(read("normal(0,1)", kind) == nil)
  }

  @Test("Constraints are differences of expressions, derived parameters and options included")
  func constraints() throws {
    let scenario = try Library.child(
      """
      parameters: {
        president: { value: "bush", options: { clinton: 0, bush: 2 }, because: ["us-wants"] },
        twice: { value: "2 * strength", because: ["us-wants"] },
      },
      effects: [{ id: "gain", add: "twice + president" }],
      constraints: ["twice <= 3 * president.bush", "strength>0", "president = 2"],
      """
    )
    #expect(scenario.constraints.map { $0.comparison } == [.lessOrEqual, .greater, .equal])
    let strength = try #require(scenario.parameters.firstIndex { $0.name == "strength" })
    let president = try #require(scenario.parameters.firstIndex { $0.name == "president" })
    var values = scenario.parameterValues
    #expect(scenario.constraints.allSatisfy { $0.holds(at: values) })
    values[strength] = Rational(3) / 2
    #expect(scenario.constraints[0].holds(at: values))
    values[strength] = Rational(16) / 10
    #expect(!scenario.constraints[0].holds(at: values))
    values[strength] = 0
    #expect(!scenario.constraints[1].holds(at: values))
    values[president] = 0
    #expect(scenario.constraints[0].holds(at: values))
    #expect(!scenario.constraints[2].holds(at: values))
  }

  @Test(
    "Samples in a table are read with paths, names and quotes, relative to the scenario's folder"
  )
  func points() throws {
    var library = Library()
    library.texts["tables/p.csv"] =
      "president,\"strength\", stakes.us.edge\nbush,0.5,-1e2\r\n\"gore\", 0.125 ,0.1\n"
    library.texts["test.json5"] = """
      { from: "base.json5", \(ParameterKindTests.kinds) sweeps: { default: null, given: { points: "tables/p.csv" } } }
      """
    let reading = library.read("test.json5")
    let printed = DiagnosticPrinter().text(of: reading.diagnostics)
    let plan = try #require(reading.scenario?.sweeps.first, "\(printed)")
    #expect(plan.design == .points && plan.axes.isEmpty)
    let table = try #require(plan.points)
    #expect(table.paths == ["president", "strength", "stakes.us.edge"])
    #expect(table.columns == [[1, 5.5], [0.5, 0.125], [-100, 0.1]])
    #expect(table.count == 2)
  }
}
