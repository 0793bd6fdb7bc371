import Foundation
import Testing

@Suite("Bargaining solutions, at the command line")
struct BargainTests {
  private func run(_ words: [String]) throws -> Program.Result {
    try Program.run(["bargain", "Scenarios/okinawa-2000.json5"] + words)
  }

  @Test("Each solution's package, gains, and what the equilibrium leaves are told")
  func shipped() throws {
    let result = try run([])
    #expect(result.code == 0)
    for part in [
      "49 of 18,432 outcomes leave nobody worse off than that; 94 of all are efficient",
      "Nash               nmd=forgo, launches=offer, missiles=scrap, tmd=abstain, finance=fund",
      "Nash                 +2.525   +2.25  +3.025         +5.5    +2.3",
      "48 outcomes are better than the equilibrium for somebody and worse for nobody",
      "which\n  mean nothing to each other without exchange rates",
    ] {
      #expect(result.output.contains(part), "\(part) in \(result.output)")
    }
    let csv = try run(["--disagreement", "security", "--format", "csv"]).output
    #expect(csv.hasPrefix("solution,value,outcome,nmd,launches"))
    #expect(csv.split(separator: "\n").count >= 5)
  }

  /// Two players who share out what is there: outcomes (0, 4), (3, 1) and, in a clash, (0, 0) and (1, 2).
  private static let division = """
    {
      format: 1, title: "Division", players: [{ id: "a" }, { id: "b" }],
      decisions: [
        { id: "x", player: "a", options: ["l", "r"] }, { id: "y", player: "b", options: ["l", "r"] },
      ],
      interests: [{ id: "i" }, { id: "j" }],
      effects: [
        { id: "e1", on: "j", when: { x: "l", y: "l" }, add: 4 },
        { id: "e2", on: "i", when: { x: "r", y: "l" }, add: 3 },
        { id: "e3", on: "j", when: { x: "r", y: "l" }, add: 1 },
        { id: "e4", on: "i", when: { x: "r", y: "r" }, add: 1 },
        { id: "e5", on: "j", when: { x: "r", y: "r" }, add: 2 },
      ],
      stakes: { a: { i: 1 }, b: { j: 1 } }, statusQuo: { x: "l", y: "r" },
    }
    """

  @Test("Lotteries: the Nash solution of a straight frontier is its middle, as counted by hand")
  func lotteries() throws {
    let scratch = try Scratch()
    let path = scratch.path("division.json5")
    try Self.division.write(toFile: path, atomically: true, encoding: .utf8)
    let words = ["bargain", path, "--disagreement", "status-quo"]
    let plain = try Program.run(words)
    #expect(plain.code == 0, "\(plain.errors)")
    // (3, 1) has the product 3, (1, 2) only 2.
    #expect(plain.output.contains("Nash               x=r, y=l"), "\(plain.output)")
    let json = try Program.run(words + ["--lotteries", "--json"]).output
    let csv = try Program.run(words + ["--lotteries", "--format", "csv"]).output
    let rows = csv.split(separator: "\n")
    #expect(csv.hasPrefix("solution,value,probability,outcome,"), "\(csv)")
    #expect(rows.contains { $0.hasPrefix("nash-lottery,,0.6666666666666666,") }, "\(csv)")
    // On the line from (3, 1) to (0, 4), u + v = 4, so that (2, 2) is best: a third and two thirds.
    #expect(json.contains("\"exact\": \"2/3\"") && json.contains("\"exact\": \"1/3\""), "\(json)")
  }

  @Test(
    "What stands without an agreement may be best already, and a held decision leaves less to agree on"
  )
  func noChange() throws {
    let scratch = try Scratch()
    let text = Self.division.replacingOccurrences(
      of: "{ id: \"e1\"",
      with: "{ id: \"e0\", on: \"i\", when: { x: \"l\", y: \"r\" }, add: 9 }, "
        + "{ id: \"e9\", on: \"j\", when: { x: \"l\", y: \"l\" }, add: 9 }, { id: \"e1\""
    )
    let path = scratch.path("rich.json5")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try Program.run(["bargain", path, "--disagreement", "x=r,y=l", "--fix", "x=r"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("1 of 2 outcomes leave nobody worse off"), "\(result.output)")
    let status = try Program.run(["bargain", path, "--disagreement", "status-quo"])
    #expect(status.code == 0 && status.output.contains("no change"), "\(status.output)")
  }

  @Test(
    "Mistakes are told with how to mend them",
    arguments: [
      (["--disagreement", "nmd=deplo"], "'nmd' has no option 'deplo'; did you mean 'deploy'"),
      (["--weights", "usa=2"], "there is no player 'usa'; did you mean 'us'"),
      (["--weights", "us=-1"], "weights are at least 0, and one is above"),
      (
        ["--weights", "us=2,x", "--disagreement", "nope"],
        "'nope' is not equilibrium, status-quo, security or"
      ),
      (["--disagreement", "statusquo"], "did you mean 'status-quo'"),
      (["--weights", "us=2,x", "--disagreement", "nope"], "'x' is not PLAYER=NUMBER"),
    ]
  )
  func mistakes(words: [String], message: String) throws {
    let result = try run(words)
    #expect(result.code == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
