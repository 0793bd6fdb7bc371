import Foundation
import Testing

@Suite("The smallest change, at the command line")
struct RobustTests {
  private func run(_ words: [String]) throws -> Program.Result {
    try Program.run(["robust", "Scenarios/okinawa-2000.json5"] + words)
  }

  @Test("The July 2000 equilibrium is told with both measures, each number and the deviations")
  func stops() throws {
    let result = try run(["--exact"])
    #expect(result.code == 0)
    for part in [
      "when does this stop being an equilibrium: nmd=defer",
      "smallest change by the largest share: between 12.04",
      "smallest change by the sum of shares: between 30.76",
      "6.461538 (84/13)", "Beyond it the United States gains by nmd=deploy",
      "the deviations nearest to paying",
    ] {
      #expect(result.output.contains(part), "\(part) in \(result.output)")
    }
  }

  @Test("With one number that nothing multiplies the answer is exact")
  func exact() throws {
    let result = try run(["--vary", "neutralise_russia", "--exact"])
    #expect(result.output.contains("by the largest share: 30.77 % (4/13)"), "\(result.output)")
    let json = try run(["--vary", "neutralise_russia", "--json"]).output
    #expect(json.contains("\"status\": \"exact\""))
    #expect(json.contains("\"exact\": \"84/13\""))
    let csv = try run(["--vary", "neutralise_russia", "--format", "csv"]).output
    #expect(
      csv.hasPrefix("measure,status,least,most,path,from,to,exact_to,share\nlargestShare,exact,0.3")
    )
    #expect(csv.contains("\nlargestShare,,,,neutralise_russia,4,6.46"))
    #expect(csv.contains("\nalone,exact,,,neutralise_russia,4,0.14285714285714285,1/7,-0.48"))
  }

  @Test("What is no equilibrium is asked when it starts being one; nowhere is an answer")
  func starts() throws {
    let deployed = try run(["--outcome", "nmd=deploy"])
    #expect(deployed.code == 0)
    for part in [
      "when does an outcome with nmd=deploy start being an equilibrium; none is one now",
      "The outcome is nmd=deploy", "Short of it ",
    ] {
      #expect(deployed.output.contains(part), "\(part) in \(deployed.output)")
    }
    let never = try run(["--outcome", "nmd=deploy,missiles=scrap"])
    #expect(never.code == 0)
    #expect(
      never.output.contains("smallest change by the largest share: none within the ranges")
    )
  }

  @Test("A point that is told holds what is said of it when it is set")
  func setting() throws {
    let csv = try run(["--outcome", "nmd=deploy", "--format", "csv"]).output
    var words: [String] = []
    for line in csv.split(separator: "\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      if cells[0] == "largestShare", !cells[4].isEmpty {
        words += ["--set", "\(cells[4])=\(cells[6])"]
      }
    }
    #expect(!words.isEmpty)
    // Decimals are rounded, so that a gain may be left that is no more than that.
    let solved = try Program.run(
      ["solve", "Scenarios/okinawa-2000.json5", "--tolerance", "1e-9", "--json"] + words
    )
    #expect(solved.output.contains("nmd=deploy"), "\(words) \(solved.output.prefix(2000))")
  }

  @Test(
    "An equilibrium on the edge is told to be there"
  )
  func edge() throws {
    let scratch = try Scratch()
    let text = """
      {
        format: 1, title: "Edge", players: [{ id: "us" }],
        parameters: { p: { value: 0.5, range: [0, 1] } },
        decisions: [{ id: "x", player: "us", options: ["l", "r"] }],
        interests: [{ id: "i" }], effects: [{ id: "e", on: "i", when: { x: "l" }, add: "p - 0.5" }],
        stakes: { us: { i: 1 } }, statusQuo: { x: "l" },
      }
      """
    let path = scratch.path("edge.json5")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try Program.run(["robust", path, "--outcome", "x=l"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("No number has to move: it is on the edge as things are."))
  }

  @Test(
    "What a constraint forbids is no way for a number to tip by itself, and 'tip' says what is left out"
  )
  func constraints() throws {
    let scratch = try Scratch()
    let text = """
      {
        format: 1, title: "Held", players: [{ id: "us" }],
        parameters: { p: { value: 0.2, range: [0, 1] }, q: { value: 0.2, range: [0, 1] } },
        constraints: ["p + q < 0.6"],
        decisions: [{ id: "x", player: "us", options: ["l", "r"] }],
        interests: [{ id: "i" }], effects: [{ id: "e", on: "i", when: { x: "r" }, add: "p - 0.5" }],
        stakes: { us: { i: 1 } }, statusQuo: { x: "l" },
      }
      """
    let path = scratch.path("held.json5")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try Program.run(["robust", path])
    #expect(result.output.contains("smallest change by the largest share: 30 %"))
    #expect(result.output.contains("p         0.2               never"), "\(result.output)")
    let line = try Program.run(["tip", path, "--vary", "p"])
    let left = "The scenario says p + q < 0.6, which leaves out all from 0.4 to 1."
    #expect(line.output.contains(left), "\(line.output)")
    let table = try Program.run(["tip", path, "--format", "csv"])
    #expect(table.output.contains("\np,0.2,,,,\n"), "\(table.output)")
  }

  @Test("A gain that only touches nothing never pays, and that is certain")
  func touching() throws {
    let scratch = try Scratch()
    let text = """
      {
        format: 1, title: "Touching", players: [{ id: "us" }],
        parameters: { q: { value: -1.5, range: [-2, 0] }, s: { value: 0.25, range: [0, 1] } },
        decisions: [{ id: "x", player: "us", options: ["l", "r"] }],
        interests: [{ id: "i" }], effects: [{ id: "e", on: "i", when: { x: "r" }, add: "q*s - s" }],
        stakes: { us: { i: 1 } }, statusQuo: { x: "l" },
      }
      """
    let path = scratch.path("touching.json5")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try Program.run(["robust", path])
    #expect(result.output.contains("by the largest share: none within the ranges"))
    #expect(result.output.contains("No deviation can pay within the ranges."))
    let csv = try Program.run(["robust", path, "--format", "csv"]).output
    #expect(csv.contains("\nlargestShare,none,,,,,,,\n"), "\(csv)")
  }

  @Test(
    "Mistakes are told with how to mend them",
    arguments: [
      (["--outcome", "nmd=deplo"], "'nmd' has no option 'deplo'; did you mean 'deploy'"),
      (["--outcome", "nmb=deploy"], "there is no decision 'nmb'; did you mean 'nmd'"),
      (["--outcome", "nmd"], "'nmd' is not DECISION=OPTION"),
      (["--vary", "stakes.us.edge"], "'stakes.us.edge' has no stated range"),
      (["--vary", "opening_worth=3:2"], "is empty"),
      (
        ["--vary", "zzz"],
        "'detente describe Scenarios/okinawa-2000.json5' lists those that there are"
      ),
      (["--vary", "zzz", "--outcome", "nmd=deplo"], "'nmd' has no option 'deplo'"),
      (["--vary", "opening_worth=5:6"], "'opening_worth' is 4, which is outside the range"),
      (["--vary", "opening_worth", "--vary", "opening_worth=1:5"], "is given twice"),
      (["--equilibrium", "2"], "there is 1 equilibrium"),
      (["--fix", "nmd=defer", "--outcome", "nmd=deploy"], "'nmd' is held at 'defer' by --fix"),
    ]
  )
  func mistakes(words: [String], message: String) throws {
    let result = try run(words)
    #expect(result.code == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }
}
