import Foundation
import TestSupport
import Testing

@Suite("All lenses, at the command line")
struct LensesCommandTests {
  private static let scenario = "Scenarios/okinawa-2000.json5"

  /// So many players, each better off arming, all better off if nobody does.
  private func armsRace(players: Int, _ more: String = "") -> String {
    let names = (0..<players).map { "p\($0)" }
    let because = "because: [\"assumption: a test\"]"
    func each(_ text: (String) -> String) -> String {
      names.map(text).joined(separator: ", ")
    }
    return """
      {
        format: 1, title: "Arms", players: [\(each { "{ id: \"\($0)\", name: \"\($0.uppercased())\" }" })],
        decisions: [
          \(each { """
          { id: "d-\($0)", player: "\($0)", \(because),
            options: [{ id: "rest", says: "rests" }, { id: "arm", says: "arms" }] }
          """ }),
        ],
        interests: [\(each { "{ id: \"i-\($0)\" }" })],
        effects: [
          \(each { "{ id: \"own-\($0)\", on: \"i-\($0)\", when: { \"d-\($0)\": \"arm\" }, add: 1, \(because) }" }),
          \(each { name in
            names.filter { $0 != name }.map {
              "{ id: \"\($0)-on-\(name)\", on: \"i-\(name)\", when: { \"d-\($0)\": \"arm\" }, add: -2, \(because) }"
            }.joined(separator: ", ")
          }),
        ],
        stakes: { \(each { "\($0): { \"i-\($0)\": { weight: 1, \(because) } }" }) },
        statusQuo: { \(each { "\"d-\($0)\": \"rest\"" }) },
        \(more)
      }
      """
  }

  private func run(_ text: String, _ words: [String] = []) throws -> Program.Result {
    let scratch = try Scratch()
    try scratch.write(text, to: "test.json5")
    return try Program.run(["lenses", "test.json5"] + words, in: scratch.folder)
  }

  @Test("where all lenses agree the answer is yes; where they do not, no, and JSON says the same")
  func agreement() throws {
    let race = armsRace(players: 2)
    let result = try run(race)
    #expect(result.code == 1, "\(result.errors)")
    let json = try run(race, ["--json"])
    #expect(json.code == 1)
    let tree = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    )
    let disputed = try #require(tree["disputed"] as? [[String: Any]])
    #expect(disputed.map { $0["decision"] as? String } == ["d-p0", "d-p1"])
    let lenses = try #require(tree["lenses"] as? [[String: Any]])
    let ids = lenses.compactMap { $0["lens"] as? String }
    for lens in ["equilibrium", "quantal-response", "nash", "talks", "tournament", "seq"] {
      #expect(ids.contains(lens), "\(ids)")
    }
    // One who cares for nothing but rest, with nothing to bargain over.
    let settled = try run(armsRace(players: 2), ["--fix", "d-p0=rest,d-p1=rest"])
    #expect(settled.code == 0, "\(settled.output)\(settled.errors)")
  }

  @Test("the shipped scenario is laid out to the letter")
  func shipped() throws {
    let result = try Program.run(["lenses", Self.scenario])
    #expect(result.code == 1 && result.errors == "")
    try Golden.expect(result.output, named: "lenses.txt")
  }

  @Test("a lens that cannot be had says why, and the others are told")
  func leftOut() throws {
    let barred = """
      conflict: { because: ["assumption: a test"], infeasible: [{ id: "no-war", when: { "d-p0": "arm" } }] },
      """
    let result = try run(armsRace(players: 2, barred), ["--fix", "d-p0=arm"])
    let text = result.output.replacing("\n", with: " ").replacing("  ", with: "")
    #expect(text.contains("what is held leaves no outcome that can be"), "\(result.output)")
    #expect(!text.contains("too many moves"))
  }

  @Test("with many players ways to negotiate are drawn, and nothing is advised that is not there")
  func manyPlayers() throws {
    let result = try run(armsRace(players: 8), ["--fix", "d-p0=rest,d-p1=rest,d-p2=rest"])
    let text = result.output.replacing("\n", with: " ")
    #expect(text.contains("with ways to negotiate drawn at random") || text.contains("drawn at"))
    #expect(!text.contains("--strategies") && !text.contains("--games"), "\(result.output)")
  }

  @Test(
    "mistakes are told with how to mend them",
    arguments: [
      (["--precision", "x"], "--precision takes a number, not 'x'"),
      (["--precision", "-1"], "--precision is a number from 0 to 1000000, not -1"),
      (["--disagreement", "nowhere"], "'nowhere' is not equilibrium, status-quo, security or an"),
      (["--equilibrium", "9"], "--equilibrium 9: there is 1 equilibrium"),
    ]
  )
  func mistakes(words: [String], message: String) throws {
    let result = try run(armsRace(players: 2), words)
    #expect(result.code == 64 && result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
