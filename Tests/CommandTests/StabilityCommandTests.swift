import Foundation
import TestSupport
import Testing

@Suite("Stability, at the command line")
struct StabilityCommandTests {
  private static let scenario = "Scenarios/okinawa-2000.json5"

  /// Two players who would rather both restrain themselves than both arm, each best off arming alone.
  private static let dilemma = """
    {
      format: 1, title: "Arms", players: [{ id: "a", name: "Ann" }, { id: "b", name: "Bob" }],
      decisions: [
        { id: "x", player: "a", options: [{ id: "rest", says: "rests" }, { id: "arm", says: "arms" }] },
        { id: "y", player: "b", options: [{ id: "rest", says: "rests" }, { id: "arm", says: "arms" }] },
      ],
      interests: [{ id: "i" }, { id: "j" }],
      effects: [
        { id: "a1", on: "i", when: { y: "rest" }, add: 2 }, { id: "a2", on: "i", when: { x: "arm" }, add: 1 },
        { id: "b1", on: "j", when: { x: "rest" }, add: 2 }, { id: "b2", on: "j", when: { y: "arm" }, add: 1 },
      ],
      stakes: { a: { i: 1 }, b: { j: 1 } }, statusQuo: { x: "rest", y: "rest" }, // CONFLICT
    }
    """

  private func run(
    _ text: String,
    _ words: [String] = [],
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    let scratch = try Scratch()
    try scratch.write(text, to: "test.json5")
    return try Program.run(
      ["stability", "test.json5"] + words,
      in: scratch.folder,
      environment: environment
    )
  }

  private func conflict(_ section: String) -> String {
    Self.dilemma.replacingOccurrences(
      of: "// CONFLICT",
      with: "conflict: { because: [\"assumption: a test\"], \(section) },"
    )
  }

  static let lines = [
    GoldenTests.Line(
      name: "stability.txt",
      arguments: [
        "stability", scenario, "--decisions", "nmd,launches,defence,broker,posture,missiles",
      ]
    ),
    GoldenTests.Line(
      name: "stability-deal.txt",
      arguments: [
        "stability", scenario, "--at", "missiles=scrap,launches=offer", "--decisions",
        "missiles,launches,broker", "--make-stable", "missiles=scrap,launches=offer",
      ],
      code: 1
    ),
    GoldenTests.Line(
      name: "stability.json",
      arguments: [
        "stability", scenario, "--decisions", "missiles,launches", "--horizon", "3", "--json",
      ]
    ),
    GoldenTests.Line(
      name: "stability.csv",
      arguments: [
        "stability", scenario, "--decisions", "missiles,launches", "--horizon", "2", "--format",
        "csv",
      ]
    ),
    GoldenTests.Line(name: "help-stability.txt", arguments: ["help", "stability"]),
    GoldenTests.Line(name: "help-S043.txt", arguments: ["help", "S043"]),
  ]

  @Test("standard output is as kept", arguments: lines)
  func output(_ line: GoldenTests.Line) throws {
    let result = try Program.run(line.arguments)
    #expect(result.errors == "")
    #expect(result.code == line.code)
    try Golden.expect(result.output, named: line.name)
  }

  @Test("a small conflict is told to the letter")
  func small() throws {
    let result = try run(Self.dilemma, ["--horizon", "1", "--make-stable", "status-quo"])
    #expect(result.code == 0, "\(result.errors)")
    try Golden.expect(result.output, named: "stability-dilemma.txt")
  }

  @Test("rules of the scenario are kept and told")
  func rules() throws {
    let result = try run(
      conflict(
        """
        infeasible: [{ id: "no-war", when: { x: "arm", y: "arm" } }],
        irreversible: [{ id: "armed", decision: "x", from: "arm" }],
        preferences: { b: { ranking: [{ x: "rest", y: "arm" }, [{ y: "rest" }]] } },
        """
      )
    )
    #expect(result.code == 0, "\(result.errors)")
    try Golden.expect(result.output, named: "stability-rules.txt")
  }

  @Test("the exit code says whether an outcome asked for would last by any concept asked for")
  func codes() throws {
    #expect(try run(Self.dilemma, ["--at", "x=arm"]).code == 1)
    #expect(try run(Self.dilemma, ["--at", "x=arm,y=arm"]).code == 0)
    #expect(try run(Self.dilemma, ["--at", "status-quo"]).code == 0)
    #expect(try run(Self.dilemma, ["--at", "status-quo", "--concept", "nash"]).code == 1)
    #expect(try run(Self.dilemma, ["--at", "status-quo", "--concept", "nash,seq"]).code == 0)
    #expect(try run(Self.dilemma, ["--at", "x=arm", "--at", "x=arm,y=arm"]).code == 1)
    #expect(try run(Self.dilemma, ["--at", "equilibrium"]).code == 0)
  }

  @Test("one player, held decisions and a single outcome are answered too")
  func tiny() throws {
    let alone = try run(Self.dilemma, ["--fix", "y=rest"])
    #expect(alone.code == 0 && alone.output.contains("1 player moves among 2 outcomes."))
    #expect(alone.output.contains("Ann leaves: it arms (+1), and nobody can make it regret that."))
    let single = try run(Self.dilemma, ["--fix", "x=arm,y=arm"])
    #expect(single.code == 0, "\(single.errors)")
    #expect(single.output.contains("0 players move among 1 outcome."), "\(single.output)")
    #expect(single.output.contains("Ann and Bob have no move here."))
    #expect(!single.output.contains("oalitions"), "\(single.output)")
  }

  @Test("JSON and CSV have what the text tells")
  func programs() throws {
    let json = try run(Self.dilemma, ["--json"]).output
    let tree = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    )
    let concepts = try #require(tree["concepts"] as? [[String: Any]])
    #expect(
      concepts.map { $0["concept"] as? String } == [
        "nash", "sseq", "seq", "smr", "gmr", "sim", "non-myopic",
      ]
    )
    #expect(
      concepts[0]["outcomes"] as? [Int] == [3] && concepts[2]["outcomes"] as? [Int] == [0, 3]
    )
    let places = try #require(tree["examined"] as? [[String: Any]])
    #expect(places.map { $0["kind"] as? String } == ["status-quo", "equilibrium"])
    let csv = try run(Self.dilemma, ["--format", "csv", "--concept", "nash,seq"]).output
    #expect(
      csv == """
        outcome,x,y,nash,seq,nash:a,nash:b,seq:a,seq:b,improvements,moves
        0,rest,rest,false,true,false,false,true,true,0,0
        3,arm,arm,true,true,true,true,true,true,2,2

        """
    )
  }

  @Test("two who move at once, or who look ahead, stay or leave for a reason that is told")
  func twoMovers() throws {
    let text = try run(Self.dilemma, ["--concept", "sim,non-myopic", "--horizon", "1"]).output
      .replacing("\n  ", with: " ")
    for sentence in [
      "By SIM Ann stays: if it arms (+1) while Bob arms, which pays as well, it is no better off than now (-1).",
      "Looking 1 move ahead, Bob moves: it arms. Play ends with y=arm (+1).",
      "Looking 2 moves ahead or more, Ann stays: if it arms, then Bob arms, it is no better off than now (-1).",
    ] {
      #expect(text.contains(sentence), "\(text)")
    }
    let alone = try run(Self.dilemma, ["--concept", "sim", "--at", "x=arm"]).output
      .replacing("\n  ", with: " ")
    #expect(
      alone.contains(
        "By SIM Bob leaves: it arms (+1), and Ann has no move that pays at the same time."
      ),
      "\(alone)"
    )
    let json = try run(Self.dilemma, ["--json"]).output
    let tree = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let places = try #require(tree["examined"] as? [[String: Any]])
    let ann = try #require((places[0]["players"] as? [[String: Any]])?.first)
    let twoPlayers = try #require(ann["twoPlayers"] as? [String: Any])
    let atOnce = try #require((twoPlayers["sim"] as? [String: Any])?["atOnce"] as? [[String: Any]])
    #expect(atOnce.map { $0["outcome"] as? Int } == [3])
    let course = try #require(twoPlayers["non-myopic"] as? [String: Any])
    #expect(course["isMove"] as? Bool == false && course["horizon"] as? Int == 2)
    #expect((course["path"] as? [[String: Any]])?.map { $0["outcome"] as? Int } == [2, 3])
  }

  @Test(
    "wrong calls are told with how to mend them",
    arguments: [
      (["--at", "x=arms"], 64, "--at: 'x' has no option 'arms'; did you mean 'arm'?"),
      (["--at", "z=arm", "--at", "now"], 64, "there is no decision 'z'; one of: x, y"),
      (
        ["--at", "z=arm", "--at", "now"], 64,
        "--at: 'now' is not equilibrium, status-quo or an outcome"
      ),
      (["--at", "statusquo"], 64, "did you mean 'status-quo'?"),
      (["--at", "x=arm", "--fix", "x=rest"], 64, "'x' is held at 'rest' by --fix"),
      (["--at", "x=arm", "--decisions", "y"], 64, "'x' is held at 'rest' by --decisions"),
      (
        ["--at", " equilibrium ", "--equilibrium", "2"], 64,
        "--equilibrium 2: there is 1 equilibrium"
      ),
      (["--concept", "nosh"], 64, "there is no concept 'nosh'; did you mean 'nash'?"),
      (["--concept", ","], 64, "--concept: there is no concept ''"),
      (["--horizon", "0"], 64, "--horizon"),
      (
        ["--horizon", "2", "--fix", "x=rest"], 65,
        "--horizon is defined for two players that move; here 1 player moves"
      ),
      (["--concept", "sim", "--decisions", "x"], 65, "--concept sim is defined for two players"),
      (["--decisions", "x,q"], 64, "--decisions: there is no decision 'q'"),
      (["--decisions", ","], 64, "--decisions: there is no decision ''"),
      (["--decisions", "x", "--fix", "x=arm"], 64, "'x' is held at 'arm' by --fix"),
      (["--for", "a"], 64, "--for says for whom --make-stable asks; give both"),
      (["--make-stable", "x=arm", "--for", "c"], 64, "--for: there is no player 'c'"),
      (
        ["--make-stable", "x=arm", "--for", "b", "--fix", "y=arm"], 64, "'b' has nothing to decide"
      ),
      (["--make-stable", "x=arm", "--tolerance", "1"], 64, "a ranking has no tolerance"),
      (["--make-stable", "x=arm", "--concept", "sim"], 64, "--concept names none"),
      (["--make-stable", "x=a", "--at", "y=b"], 64, "--make-stable: 'x' has no option 'a'"),
    ] as [([String], Int32, String)]
  )
  func mistakes(words: [String], code: Int32, message: String) throws {
    let result = try run(Self.dilemma, words)
    #expect(result.code == code)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test(
    "an outcome that the scenario rules out is refused by the rule's name, and none left is told"
  )
  func ruledOut() throws {
    let text = conflict("infeasible: [{ id: \"no-war\", when: { x: \"arm\", y: \"arm\" } }],")
    let result = try run(text, ["--at", "x=arm,y=arm"])
    #expect(result.code == 64)
    #expect(result.errors.contains("--at: conflict.infeasible.no-war rules that outcome out"))
    let none = try run(text, ["--fix", "x=arm,y=arm"])
    #expect(none.code == 65)
    #expect(none.errors.contains("what is held leaves no outcome that can be"), "\(none.errors)")
    let start = try run(text, ["--start", "x=arm,y=arm"])
    #expect(start.code == 0)
    #expect(
      start.output.contains("The status quo as it is started from cannot be"),
      "\(start.output)"
    )
  }

  @Test("more than two players are refused what is defined for two, with a way out")
  func manyMovers() throws {
    let result = try Program.run(["stability", Self.scenario, "--concept", "non-myopic"])
    #expect(result.code == 65)
    #expect(
      result.errors.contains(
        "here 5 players move. Let decisions of two players move with --decisions"
      )
    )
  }
}
