import Foundation
import TestSupport
import Testing

@Suite("Coalitions, at the command line")
struct CoalitionsTests {
  private static let okinawa = "Scenarios/okinawa-2000.json5"

  /// Three on a pact: the first can make it with either of the others, who lose when they are left out.
  private static let pact = """
    {
      format: 1, title: "A pact",
      players: [
        { id: "us", name: "the United States" }, { id: "russia", name: "Russia" }, { id: "china", name: "China" },
      ],
      decisions: [
        { id: "a", player: "us", options: [{ id: "no", says: "waits" }, { id: "yes", says: "signs" }], because: ["assumption: x"] },
        { id: "b", player: "russia", options: [{ id: "no", says: "waits" }, { id: "yes", says: "signs" }], because: ["assumption: x"] },
        { id: "c", player: "china", options: [{ id: "no", says: "waits" }, { id: "yes", says: "signs" }], because: ["assumption: x"] },
      ],
      interests: [{ id: "first" }, { id: "second" }],
      effects: [
        { id: "e1", on: "first", when: { a: "yes", b: "yes" }, add: 1, because: ["assumption: x"] },
        { id: "e2", on: "second", when: { a: "yes", c: "yes" }, add: 2, because: ["assumption: x"] },
        { id: "e3", on: "second", when: { a: "yes", b: "yes", c: "yes" }, add: -1.5, because: ["assumption: x"] },
      ],
      stakes: {
        us: { first: { weight: 1, because: ["assumption: x"] }, second: { weight: 1, because: ["assumption: x"] } },
        russia: {
          first: { weight: 1, because: ["assumption: x"] }, second: { weight: -1, because: ["assumption: x"] },
        },
        china: {
          first: { weight: -1, because: ["assumption: x"] }, second: { weight: 1, because: ["assumption: x"] },
        },
      },
      statusQuo: { a: "no", b: "no", c: "no" },
      voting: [{
        id: "council", name: "the council", quota: 3, voters: { un: "the United Nations" },
        weights: { us: 2, russia: 1, china: 1, un: 0 },
        also: [{ quota: 2, weights: { us: 1, russia: 1, china: 1 } }], because: ["assumption: x"],
      }],
    }
    """

  private func run(_ words: [String], _ text: String = pact) throws -> Program.Result {
    let scratch = try Scratch()
    try scratch.write(text, to: "pact.json5")
    return try Program.run(["coalitions", "pact.json5"] + words, in: scratch.folder)
  }

  static let rates = ["--exchange", "us=1,russia=2,china=1"]

  @Test(
    "what is printed",
    arguments: [
      ("coalitions.txt", []),
      ("coalitions-worths.txt", rates + ["--structure", "us+china", "--at", "a=yes,b=yes"]),
      ("coalitions-defensive.txt", rates + ["--worth", "defensive"]),
      ("coalitions-rule.txt", ["--rule", "council", "--structure", "us+un"]),
      ("coalitions.json", rates + ["--json"]),
      ("coalitions.csv", rates + ["--format", "csv"]),
      ("coalitions-rule.csv", ["--rule", "council", "--format", "csv"]),
    ]
  )
  func printed(name: String, words: [String]) throws {
    let result = try run(words)
    #expect(result.code == 0, "\(result.errors)")
    try Golden.expect(result.output, named: name)
  }

  @Test("the sell-out: the United States with Russia at the expense of China, from the status quo")
  func sellOut() throws {
    let result = try Program.run(["coalitions", Self.okinawa, "--format", "csv"])
    #expect(result.code == 0, "\(result.errors)")
    let rows = result.output.split(separator: "\n")
    #expect(rows.count == 1 + 2 * 31)
    let row = try #require(rows.first { $0.hasPrefix("the status quo,us+russia,") })
    #expect(row.contains("defence=joint") && row.contains(",china,"), "\(row)")
    // At the equilibrium the two have nothing to gain together.
    #expect(rows.contains { $0.hasPrefix("the equilibrium,us+russia,2,false,,,,false,false") })
  }

  @Test("all decisions held: one outcome, and nobody can do anything")
  func held() throws {
    let result = try run(["--fix", "a=yes", "--fix", "b=yes", "--fix", "c=no"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("3 players, 1 outcome\n"))
    #expect(result.output.contains("A strong equilibrium"), "\(result.output)")
    #expect(result.output.contains("1 farsighted stable set:"))
  }

  @Test("one player has no coalitions, but security levels and a worth")
  func alone() throws {
    let text = """
      {
        format: 1, title: "Alone", players: [{ id: "us" }],
        decisions: [{ id: "a", player: "us", options: ["no", "yes"] }], interests: [{ id: "i" }],
        effects: [{ id: "e", on: "i", when: { a: "yes" }, add: 1 }], stakes: { us: { i: 1 } },
        statusQuo: { a: "no" },
      }
      """
    for words in [[], ["--json"], ["--format", "csv"]] {
      let result = try run(["--exchange", "us=1", "--structure", "us"] + words, text)
      #expect(result.code == 0, "\(result.errors)")
    }
    let output = try run(["--exchange", "us=1"], text).output
    #expect(output.contains("1 player, 2 outcomes"))
    #expect(output.contains("A strong equilibrium"))
  }

  @Test(
    "mistakes are told with how to mend them",
    arguments: [
      (["--at", "a=yess"], "'a' has no option 'yess'; did you mean 'yes'"),
      (["--at", "statusquo"], "did you mean 'status-quo'"),
      (["--at", "a=yes", "--fix", "a=no"], "'a' is held at 'no' by --fix"),
      (["--exchange", "us=1"], "there is no rate for 'russia' and 'china'"),
      (["--exchange", "us=1,russia=0,china=x"], "'china=x' is not PLAYER=NUMBER"),
      (["--exchange", "us=1,us=2,russia=0,chna=1"], "'us' is given two rates"),
      (["--exchange", "us=1,russia=0,chna=1"], "there is no player 'chna'; did you mean 'china'"),
      (["--structure", "us+rusia"], "there is no player 'rusia'; did you mean 'russia'"),
      (["--structure", "us+russia,us"], "'us' is in two groups"),
      (["--structure", "us+,russia"], "'us+' is not PLAYER+PLAYER"),
      (["--structure", "us,"], "'' is not PLAYER+PLAYER"),
      (["--rule", "counsil"], "there is no voting rule 'counsil'; did you mean 'council'"),
      (["--rule", "council", "--at", "status-quo"], "--at does not go with --rule"),
      (["--worth", "gamma"], "--worth"),
      (["--equilibrium", "9"], "--equilibrium 9"),
    ]
  )
  func mistakes(words: [String], message: String) throws {
    let result = try run(words)
    #expect(result.code == 64, "\(result.output)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test("options that make no difference are said to, unless notes are not wanted")
  func notes() throws {
    let words = ["--worth", "beta"]
    #expect(try run(words).errors.contains("no difference without exchange rates"))
    #expect(try run(words + ["--quiet"]).errors.isEmpty)
    let okinawa = try Program.run(["coalitions", Self.okinawa, "--rule", "council"])
    #expect(okinawa.code == 64 && okinawa.errors.contains("the scenario has no voting rules"))
  }

  @Test("colours only where they are wanted")
  func colours() throws {
    #expect(!(try run([]).output.contains("\u{1B}")))
    #expect(try run(["--color", "always"]).output.contains("\u{1B}[1m"))
  }
}
