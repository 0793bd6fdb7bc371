import Foundation
import Documents
import Negotiation
import TestSupport
import Testing

@Suite("What is wrong with a scenario is said where, why, and how to mend it")
struct MistakesTests {
  /// A text with a mistake in it; what is printed is kept under its name.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var others: [String: String] = [:]
    var set: [ScenarioReader.Assignment] = []
    var isStrict = false
    /// Whether the scenario can be used all the same.
    var isHarmless = false
    var testDescription: String { name }

    init(
      _ name: String,
      _ text: String,
      others: [String: String] = [:],
      set: [ScenarioReader.Assignment] = [],
      isStrict: Bool = false,
      isHarmless: Bool = false
    ) {
      self.name = name
      self.text = text
      self.others = others
      self.set = set
      self.isStrict = isStrict
      self.isHarmless = isHarmless
    }

    /// A what-if on the base scenario.
    init(_ name: String, child members: String, isStrict: Bool = false, isHarmless: Bool = false) {
      self.init(
        name,
        "{\n  from: \"base.json5\",\n  \(members)\n}\n",
        isStrict: isStrict,
        isHarmless: isHarmless
      )
    }
  }

  private static func replacing(_ old: String, _ new: String) -> String {
    precondition(Library.base.contains(old), old)
    return Library.base.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.contains(old) ? line.replacingOccurrences(of: old, with: new) : String(line)
    }.joined(separator: "\n")
  }

  static let mistakes = [
    Mistake(
      "negotiation",
      child: """
        negotiation: {
            decisions: ["nmd", "nmd", "lin"], rounds: 0, agreement: { quota: 9, weights: { us: -1, rusia: 2 } },
            disagreement: "equilibrum", negotiators: { us: "boulwar", russia: "tit-for-tat:0" }, outsideOptions: { us: "x" },
            round: 3,
          },
        """
    ),
    Mistake(
      "negotiation-weights",
      child: "negotiation: { agreement: { quota: 1, weights: { us: 0, russia: 0 } } },"
    ),
    Mistake(
      "negotiation-quota",
      child:
        "negotiation: { decisions: [], agreement: { quota: 3 }, disagreement: { nmd: \"fly\" } },"
    ),
    Mistake("wrong-types", child: "title: 3, players: {}, parameters: [], statusQuo: \"defer\","),
    Mistake("not-an-object", "[1, 2]"),
    Mistake("unknown-keys", child: "tittle: \"x\", effects: [{ id: \"gain\", ad: 3, wehn: {} }],"),
    Mistake("missing-keys", "{ format: 1, title: \"Nothing\" }"),
    Mistake(
      "duplicate-ids",
      replacing(
        "{ id: \"russia\", name: \"Russia\" }",
        "{ id: \"russia\", name: \"Russia\" }, { id: \"us\" }"
      )
    ),
    Mistake("duplicate-options", replacing("\"defer\", \"forgo\"]", "\"defer\", \"defer\"]")),
    Mistake(
      "malformed-ids",
      child: "parameters: { \"Big-One\": { value: 1 } }, interests: [{ id: \"Über_all\" }],"
    ),
    Mistake(
      "unknown-names",
      child: """
        decisions: [{ id: "base", player: "rusia", options: ["keep", "move"], because: ["us-wnats"] }],
          effects: [
            { id: "gain", on: "egde", when: { nmdd: "deploy", line: "frnt" } },
            { id: "cut", on: "cost", add: "strenght * 2 + 1", because: ["nobody-said-so"] },
          ],
          stakes: { us: { edges: 1 }, chine: { cost: 1 } },
          statusQuo: { nmd: "forgoo" },
        """
    ),
    Mistake(
      "expression",
      child:
        "effects: [{ id: \"gain\", add: \"2 * (strength + \" }, { id: \"race-costs\", add: \"2 ^ 2\" }],"
    ),
    Mistake("division-by-zero", child: "effects: [{ id: \"gain\", add: \"strength / 0\" }],"),
    Mistake("division-by-parameter", child: "effects: [{ id: \"gain\", add: \"1 / strength\" }],"),
    Mistake("division-by-nothing", child: "effects: [{ id: \"gain\", add: \"1 / (2 - 2)\" }],"),
    Mistake(
      "nan",
      child: "effects: [{ id: \"gain\", add: NaN }, { id: \"race-costs\", add: -Infinity }],"
    ),
    Mistake("huge-exponent", child: "effects: [{ id: \"gain\", add: 1e999999 }],"),
    Mistake(
      "derived-cycle",
      child:
        "parameters: { a: { value: \"b + 1\" }, b: { value: \"2 * a\" }, c: { value: \"c\" } },"
    ),
    Mistake("empty-range", child: "parameters: { strength: { range: [1, 0] } },"),
    Mistake("half-a-range", child: "parameters: { strength: { range: [1] } },"),
    Mistake("outside-range", child: "parameters: { strength: { value: 1.5 } },"),
    Mistake("format", replacing("format: 1", "format: 2")),
    Mistake("idle-player", child: "players: [{ id: \"china\" }],"),
    Mistake(
      "patience",
      child: "players: [{ id: \"us\", patience: 1.4 }, { id: \"russia\", patience: -0.1 }],"
    ),
    Mistake("one-option", child: "decisions: [{ id: \"line\", options: [\"front\"] }],"),
    Mistake(
      "too-many-outcomes",
      child: "decisions: ["
        + (0..<21).map {
          "{ id: \"d\($0)\", player: \"us\", options: [\"a\", \"b\"], because: [\"us-wants\"] }"
        }
        .joined(separator: ",\n    ") + "],"
    ),
    Mistake("open-status-quo", replacing("nmd: \"defer\", line: \"front\"", "nmd: \"defer\"")),
    Mistake("impossible-condition", child: "effects: [{ id: \"gain\", when: { nmd: [] } }],"),
    Mistake(
      "inheritance-cycle",
      "{ from: \"a.json5\" }",
      others: ["a.json5": "{ from: \"b.json5\" }", "b.json5": "{ from: \"test.json5\" }"]
    ),
    Mistake("missing-parent", "{ from: \"bas.json5\" }"),
    Mistake("missing-source", child: "sources: [\"nowhere.json5\"],"),
    Mistake(
      "nothing-to-play",
      "{ format: 1, title: \"None\", players: [], decisions: [], interests: [], effects: [], stakes: {}, statusQuo: {} }"
    ),
    Mistake(
      "deletions",
      child: """
        summary: null,
          interests: [{ id: "edgy", delete: true }, { id: "cost", delete: false }],
          effects: [{ id: "race-costs", delete: true, add: 2 }],
        """
    ),
    Mistake(
      "control-characters",
      child: "title: \"a\\u001b[31mred\", summary: \"turned \\u202e round\", date: \"2000-07-21\","
    ),
    Mistake(
      "degree",
      child: "parameters: { p0: { value: 2, because: [\"us-wants\"] }, "
        + (1...6).map { "p\($0): { value: \"p\($0 - 1) * p\($0 - 1)\", because: [\"us-wants\"] }" }
        .joined(separator: ", ") + " },"
    ),
    Mistake(
      "derived-varied",
      child: """
        parameters: { twice: { value: "2 * strength", because: ["us-wants"] } },
          effects: [{ id: "gain", add: "twice" }],
          claims: [{ id: "a", says: "A", kind: "model", tests: [{ somewhere: "twice", range: [0, 1], holds: { settles: {} } }] }],
        """
    ),
    Mistake(
      "derived-swept",
      child: """
        parameters: { twice: { value: "2 * strength", because: ["us-wants"] } },
          effects: [{ id: "gain", add: "twice" }],
          sweeps: { default: { vary: { strength: null, twice: {} } } },
        """
    ),
    Mistake("broken-evidence", child: "sources: [\"broken.json5\"], title: 3,").with([
      "broken.json5": "{ format: 1 source: {} }"
    ]),
    Mistake("empty-from", "{ from: \"\" }"),
    Mistake("nul-in-from", "{ from: \"base.json5\\0x\" }"),
    Mistake(
      "deep-derived",
      child: "parameters: { "
        + (0..<300).map { "p\($0): { value: \"p\($0 + 1) + 1\", because: [\"us-wants\"] }" }.joined(
          separator: ", "
        )
        + ", p300: { value: 1, because: [\"us-wants\"] } },"
    ),
    Mistake("date", child: "date: \"July 2000\","),
    Mistake(
      "claims",
      child: """
        claims: [
            { id: "a", says: "A", kind: "guess", tests: [] },
            { id: "b", says: "B", kind: "model", tests: [{ at: "every" }, { settles: {}, equilibria: "some", have: {} }] },
            { id: "c", says: "C", kind: "model", tests: [{ player: "us", bestReply: { line: "race" } }] },
            { id: "d", says: "D", kind: "model", tests: [{ difference: { player: "us", of: { nmd: "defer" } }, is: "~", than: 0 }] },
            { id: "e", says: "E", kind: "model", tests: [{ difference: { interest: "edge", of: {} }, is: ">", than: 0, times: 2 }] },
            { id: "f", says: "F", kind: "model", tests: [{ somewhere: "strenght", holds: { settles: {} } }] },
            { id: "g", says: "G", kind: "model", tests: [{ somewhere: "cost", range: [0, 1], holds: { settles: {} } }] },
            { id: "h", says: "H", kind: "model", tests: [{ somewhere: "effects.gain", holds: { settles: {} } }] },
            { id: "i", says: "I", kind: "model",
              tests: [{ somewhere: "strength", holds: { somewhere: "strength", holds: { settles: {} } } }] },
            { id: "i", says: "again", kind: "model", tests: [{ settles: {}, at: "every" }] },
          ],
        """
    ),
    Mistake(
      "motives",
      child: """
        motives: {
            us: [{ id: "a", prior: 0.5, stakes: {} }, { id: "b", prior: 0.6, stakes: { edge: 1 } }],
            russia: [{ id: "a", prior: 0, stakes: {} }, { id: "a", prior: 1, stakes: {} }],
          },
        """
    ),
    Mistake(
      "sequence",
      child: """
        sequence: { moves: [
            { decision: "nmd", sees: ["line"] }, { decision: "line", sees: ["nmd"] }, { decision: "line" }, { decision: "lien" },
          ] },
        """
    ),
    Mistake(
      "forecast",
      child: """
        forecast: [{ id: "x", name: "x", range: [0, 100], because: ["us-wnats"], positions: {
            us: { position: 120, salience: 80, capability: 1 }, russia: { position: 1, salience: 101, capability: -1, because: ["us-wants"] },
            chine: { position: "half", salience: [1], because: [] },
          }, colour: 1 }, { id: "x" }, { name: "y" }, 3],
        """
    ),
    Mistake("forecast-object", child: "forecast: { name: \"x\", range: [0, 100], positions: {} },"),
    Mistake(
      "forecast-estimates",
      child: """
        forecast: [{ id: "x", name: "x", range: [0, 100], positions: {
            us: { position: { low: 20, mode: 10, high: 130 }, salience: { low: 0, mode: 1, high: 2 }, capability: { low: 3, mode: 5, high: 4 } },
            russia: { position: { low: 20, mode: 30 }, salience: { low: 1, mean: 2, mode: "x", high: 200 }, capability: { low: -1, mode: 1, high: 1 } },
          } }],
        """
    ),
    Mistake(
      "forecast-reach",
      child: """
        forecast: [
            { id: "a", name: "a", range: [-1e13, 0], positions: {
              us: { position: -1, salience: 1e-13, capability: 1e13, because: ["us-wants"] },
              russia: { position: { low: -1e-13, mode: 0, high: 0 }, salience: 1, capability: 1, because: ["us-wants"] },
            } },
            { id: "b", name: "b", range: [1000, 1000.0001], positions: {
              us: { position: 1000, salience: 1, capability: 1, because: ["us-wants"] },
              russia: { position: 1000, salience: 1, capability: 1, because: ["us-wants"] },
            } },
          ],
        """
    ),
    Mistake(
      "forecast-marks",
      child: """
        forecast: [
            { id: "a", name: "a", range: [5, 5], decision: "nmdd", marks: { deploy: 1 }, positions: {} },
            { id: "b", name: "b", range: [0, 10], marks: { deploy: 1 }, positions: { us: { position: 1, salience: 1, capability: 1, because: ["us-wants"] } } },
            { id: "c", name: "c", range: [0, 10], decision: "nmd", marks: { deploy: 1, defer: 1, forgoo: 3, forgo: 30 }, positions: {
              us: { position: 1, salience: 0, capability: 1, because: ["us-wants"] }, russia: { position: 1, salience: 1, capability: 0, because: ["us-wants"] },
            } },
          ],
        """
    ),
    Mistake(
      "sweeps",
      child: """
        sweeps: {
            a: { vary: {} }, b: { vary: { strength: { step: 0 } } }, c: { vary: { strength: { points: 1 } } },
            d: { design: "sobel", vary: { strength: { values: [] } } }, e: { samples: 0, seed: -1, vary: { strength: {} } },
            f: { vary: { strength: { step: 0.1, points: 3 } } },
          },
        """
    ),
    Mistake(
      "sweep-paths",
      child: "sweeps: { a: { vary: { edge: {}, \"effects.gain\": {}, \"stakes.us.egde\": {} } } },"
    ),
    Mistake(
      "no-reason",
      child: "effects: [{ id: \"more\", on: \"edge\", when: { nmd: \"deploy\" }, add: 1 }],",
      isHarmless: true
    ),
    Mistake(
      "no-reason-strict",
      child: "effects: [{ id: \"more\", on: \"edge\", when: { nmd: \"deploy\" }, add: 1 }],",
      isStrict: true
    ),
    Mistake(
      "idle-stake",
      child:
        "interests: [{ id: \"fame\" }], stakes: { us: { fame: { weight: 1, because: [\"us-wants\"] } } },",
      isHarmless: true
    ),
    Mistake(
      "unused-parameter",
      child: "parameters: { spare: { value: 1, because: [\"us-wants\"] } },",
      isHarmless: true
    ),
    Mistake(
      "unused-derived",
      child: "parameters: { spare: { value: \"2 * strength\", because: [\"us-wants\"] } },",
      isHarmless: true
    ),
    Mistake("unwanted-interest", child: "interests: [{ id: \"fame\" }],", isHarmless: true),
    Mistake(
      "redundant-condition",
      child:
        "effects: [{ id: \"gain\", when: { nmd: [\"deploy\", \"deploy\"], line: [\"front\", \"race\"] } }],",
      isHarmless: true
    ),
    Mistake(
      "replaced-expression",
      "{ from: \"base.json5\" }",
      set: [ScenarioReader.Assignment(path: "effects.gain", value: "2")],
      isHarmless: true
    ),
    Mistake(
      "bad-assignments",
      "{ from: \"base.json5\" }",
      set: [
        ScenarioReader.Assignment(path: "strenght", value: "2"),
        ScenarioReader.Assignment(path: "edge", value: "2"),
        ScenarioReader.Assignment(path: "title", value: "2"),
        ScenarioReader.Assignment(path: "strength", value: "7"),
        ScenarioReader.Assignment(path: "stakes.us.edge", value: "a + 1"),
      ]
    ),
    Mistake(
      "parameter-kinds",
      child: """
        parameters: {
            a: { value: "gore", options: { clinton: 0, bush: 1 }, because: ["us-wants"] },
            b: { value: 2, options: { clinton: 0, bush: 1 }, because: ["us-wants"] },
            c: { value: 1.5, kind: "integer", range: [0, 2.5], because: ["us-wants"] },
            d: { value: 2, kind: "boolean", because: ["us-wants"] },
            e: { value: true, range: [0, 1], because: ["us-wants"] },
            f: { value: "x", kind: "real", options: { x: 0, y: 1 }, because: ["us-wants"] },
            g: { value: "x", options: { x: 0, "Y-y": 0 }, because: ["us-wants"] },
            h: { value: "x", options: { x: 0 }, because: ["us-wants"] },
            i: { value: "x", kind: "categorical", because: ["us-wants"] },
            j: { value: 1, kind: "whole", because: ["us-wants"] },
            k: { value: "2 * strength", kind: "integer", because: ["us-wants"] },
            l: { value: true, kind: "real", because: ["us-wants"] },
          },
          effects: [{ id: "gain", add: "strength + a.bush + b + d" }],
        """
    ),
    Mistake(
      "options-in-expressions",
      child: """
        parameters: { president: { value: "clinton", options: { clinton: 0, bush: 1 }, because: ["us-wants"] } },
          effects: [{ id: "gain", add: "strength * president.busch" }],
        """
    ),
    Mistake(
      "distributions",
      child: """
        parameters: {
            a: { value: 1, distribution: { normal: { mean: 1, deviation: 0 } }, because: ["us-wants"] },
            b: { value: 1, distribution: { triangular: { low: 2, mode: 1, high: 3 } }, because: ["us-wants"] },
            c: { value: 1, distribution: { normal: { mean: 1 } }, because: ["us-wants"] },
            d: { value: 1, distribution: {}, because: ["us-wants"] },
            e: { value: 1, distribution: { beta: { alpha: 1, beta: 2 }, uniform: { low: 0, high: 1 } }, because: ["us-wants"] },
            f: { value: 1, distribution: { gaussian: {} }, because: ["us-wants"] },
            g: { value: 1, distribution: { discrete: { values: [1, 2], weights: [1] } }, because: ["us-wants"] },
            h: { value: 1, distribution: { discrete: { values: [1, 1] } }, because: ["us-wants"] },
            i: { value: 1, distribution: { discrete: { values: [1, 2], weights: [-1, 2] } }, because: ["us-wants"] },
            j: { value: 1, distribution: { discrete: { values: [1, 2], weights: [0, 0] } }, because: ["us-wants"] },
            k: { value: 1, kind: "integer", distribution: { normal: { mean: 0, deviation: 1 } }, because: ["us-wants"] },
            l: { value: "x", options: { x: 0, y: 1 }, distribution: { discrete: { values: ["x", "z"] } }, because: ["us-wants"] },
            m: { value: 1, distribution: { logUniform: { low: 0, high: 1 } }, because: ["us-wants"] },
            n: { value: "2 * strength", distribution: { uniform: { low: 0, high: 1 } }, because: ["us-wants"] },
          },
        """
    ),
    Mistake(
      "distribution-beyond-range",
      child: """
        parameters: { strength: { distribution: { normal: { mean: 0.5, deviation: 0.2 } } } },
        """,
      isHarmless: true
    ),
    Mistake(
      "constraints",
      child: """
        parameters: { limit: { value: 1, because: ["us-wants"] } },
          constraints: [
            "strength", "strength < limit < 1", "strength == limit", "strength <= ", "strenght < limit", 3, "1 < 2",
          ],
        """
    ),
    Mistake(
      "constraint-violated",
      child: """
        parameters: { limit: { value: 0.4, because: ["us-wants"] } }, effects: [{ id: "gain", add: "strength + limit" }],
          constraints: ["2 * strength <= limit"],
        """
    ),
    Mistake(
      "constraint-violated-by-set",
      "{ from: \"base.json5\", constraints: [\"strength < 0.75\"] }",
      set: [ScenarioReader.Assignment(path: "strength", value: "0.8")],
      isHarmless: true
    ),
    Mistake(
      "set-by-name",
      """
      {
        from: "base.json5",
        parameters: { president: { value: "clinton", options: { clinton: 0, bush: 1 }, because: ["us-wants"] } },
        effects: [{ id: "gain", add: "strength * president" }],
      }
      """,
      set: [ScenarioReader.Assignment(path: "president", value: "busch")]
    ),
    Mistake(
      "sweep-designs",
      child: """
        sweeps: {
            a: { design: "points" }, b: { points: "p.csv", vary: { strength: {} } }, c: { design: "grid", points: "p.csv", vary: { strength: {} } },
            d: { levels: 4, vary: { strength: {} } }, e: { design: "morris", levels: 5, vary: { strength: {} } },
            f: { vary: { strength: { range: [0, 1], values: [1] } } },
            g: { vary: { strength: { distribution: { normal: { mean: 1, deviation: 1 } }, points: 3 } } },
            h: { vary: { strength: { distribution: { beta: { alpha: 0, beta: 1 } } } } },
          },
        """
    ),
    Mistake(
      "points-missing",
      child: "sweeps: { a: { points: \"nowhere.csv\" }, b: { points: \"\" }, c: { points: 3 } },"
    ),
    Mistake(
      "exchange",
      child: """
        exchange: { unit: "roubles", rates: { us: 1, russia: 0, west: 2 }, rate: 1 },
        """
    ),
    Mistake("exchange-missing", child: "exchange: { rates: {} },"),
    Mistake(
      "voting",
      child: """
        voting: [
          { id: "high", quota: 4, weights: { us: 1, russia: 2 } }, { id: "low", quota: 0, weights: { us: 1 } },
          { id: "minus", quota: 1, weights: { us: -1, rusia: 2 } }, { id: "nobody", quota: 1, weights: {} },
          { id: "open", weights: { us: "one" } }, { id: "low", quota: 1, weights: { us: 1 } },
          {
            id: "more", quota: 1, weights: { us: 1 }, also: [{ quota: 2, weights: { russia: 1 }, quorum: 1 }, 3],
            voters: { us: "again", UN: "no id", un: 3 },
          },
        ],
        """
    ),
    Mistake(
      "voting-odd",
      child: """
        voting: [
          {
            id: "improper", quota: 1, weights: { us: 1, russia: 1 }, voters: { un: "the United Nations" },
            because: ["us-wants"],
          },
        ],
        """,
      isHarmless: true
    ),
    Mistake("exchange-unit", child: "exchange: { unit: \"\", rates: { us: 1, russia: 2 } },"),
    Mistake("points", child: "sweeps: { a: { points: \"p.csv\" } },").with([
      "p.csv": "strength, stakes.us.edge\n0.5, 1\nx,1\n0.5\n0.7,\n2,1,3\n\"0.25\", 1e3\n"
    ]),
    Mistake("points-header", child: "sweeps: { a: { points: \"p.csv\" } },").with([
      "p.csv": "strenght,effects.gain,twice\n1,2,3\n"
    ]),
    Mistake(
      "points-empty",
      child: "sweeps: { a: { points: \"p.csv\" }, b: { points: \"q.csv\" } },"
    )
    .with(["p.csv": "strength\n", "q.csv": ""]),
    Mistake("points-beyond-range", child: "sweeps: { a: { points: \"p.csv\" } },", isHarmless: true)
      .with(["p.csv": "strength\n" + (0..<25).map { "\($0 + 2)\n" }.joined()]),
    Mistake("syntax", "{ format: 1 title: \"x, players: [{ id = 3 }]\n"),
    Mistake(
      "syntax-in-parent",
      "{ from: \"bad.json5\" }",
      others: ["bad.json5": "{ format: 1,\n  title: 'x' 'y' }"]
    ),
    Mistake("evidence", child: "sources: [\"odd.json5\"],").with([
      "odd.json5": """
      {
        format: 1, source: { title: "Odd", kind: "rumour" },
        positions: [
          { id: "us-wants", paragraph: "one", sure: "certain", says: 3 }, { id: "us-wants" }, { paragraph: 2 },
        ],
      }
      """
    ]),
  ]

  @Test("a mistake is reported to the letter", arguments: mistakes + conflictMistakes)
  func mistake(_ mistake: Mistake) throws {
    var library = Library()
    library.texts["test.json5"] = mistake.text
    library.texts.merge(mistake.others) { $1 }
    let reading = library.read("test.json5", setting: mistake.set, isStrict: mistake.isStrict)
    #expect((reading.scenario != nil) == mistake.isHarmless)
    #expect(!reading.diagnostics.isEmpty)
    let text =
      DiagnosticPrinter().text(of: reading.diagnostics)
      + DiagnosticPrinter.summary(of: reading.diagnostics) + "\n"
    try Golden.expect(text, named: "\(mistake.name).txt")
  }

  @Test("every code is met by some mistake")
  func codes() {
    var met: Set<String> = []
    for mistake in MistakesTests.mistakes + MistakesTests.conflictMistakes {
      var library = Library()
      library.texts["test.json5"] = mistake.text
      library.texts.merge(mistake.others) { $1 }
      let reading = library.read("test.json5", setting: mistake.set, isStrict: mistake.isStrict)
      met.formUnion(reading.diagnostics.map { $0.code })
    }
    #expect(Set(ScenarioCode.allCases.map { $0.rawValue }).subtracting(met) == [])
  }

  @Test("the base scenario has no mistake")
  func base() {
    #expect(Library().read("base.json5", isStrict: true).diagnostics.isEmpty)
  }
}

extension MistakesTests.Mistake {
  func with(_ others: [String: String]) -> Self {
    Self(name, text, others: others, set: set, isStrict: isStrict, isHarmless: isHarmless)
  }
}
