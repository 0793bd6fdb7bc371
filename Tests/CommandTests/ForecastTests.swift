import Foundation
import Testing

@Suite("Forecasts, at the command line")
struct ForecastTests {
  private static let scenario = "Scenarios/okinawa-2000.json5"

  private func run(_ words: [String], _ scenario: String = scenario) throws -> Program.Result {
    try Program.run(["forecast", scenario] + words)
  }

  @Test("every number of threads gives the same bytes", arguments: ["table", "json", "csv"])
  func threads(format: String) throws {
    let words = ["--draws", "77", "--seed", "6", "--format", format]
    let one = try run(words + ["--jobs", "1"])
    #expect(one.code == 0 && one.errors == "")
    for jobs in ["2", "7"] { #expect(try run(words + ["--jobs", jobs]).output == one.output) }
  }

  @Test("more draws add to fewer: the forecasts themselves do not change, nor the range shrink")
  func prefix() throws {
    func ends(_ draws: String, _ seed: String) throws -> [[Double]] {
      let result = try run(["--draws", draws, "--seed", seed, "--json", "--reading", "net"])
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      )
      return try #require(record["continua"] as? [[String: Any]]).map { continuum in
        let forecasts = try #require(continuum["forecasts"] as? [[String: Any]])
        let spread = try #require(forecasts[0]["spread"] as? [String: Any])
        let quantiles = try #require(spread["quantiles"] as? [String: Double])
        return [
          try #require(forecasts[0]["value"] as? Double), try #require(quantiles["0"]),
          try #require(quantiles["1"]),
        ]
      }
    }
    let (few, many) = (try ends("20", "2"), try ends("80", "2"))
    for (a, b) in zip(few, many) {
      #expect(a[0] == b[0])
      #expect(b[1] <= a[1] && a[2] <= b[2])
    }
    #expect(try ends("20", "3") != few)
  }

  @Test("readings and continua are chosen; colours only where they are wanted")
  func choices() throws {
    let one = try run(["--continuum", "programme", "--reading", "paper", "--draws", "0"])
    #expect(one.code == 0)
    #expect(one.output.contains("programme: ") && !one.output.contains("shield: "))
    #expect(!one.output.contains("\nnet ") && !one.output.contains("at once"))
    #expect(!one.output.contains("\u{1B}"))
    let both = try run(["--reading", "spatial", "--draws", "0"]).output
    #expect(both.contains("both continua at once") && !both.contains("\npaper"))
    let set = try run(
      ["--set", "shield.us.capability=0", "--continuum", "shield", "--draws", "0"]
    ).output
    #expect(set.contains("Left out, since salience or capability is 0: the United States."))
  }

  /// Two players beside each other on a line.
  private func line(_ continua: String) throws -> (Scratch, String) {
    let scratch = try Scratch()
    let text = """
      {
        format: 1, title: "A line", players: [{ id: "a" }, { id: "b" }, { id: "c" }],
        decisions: [
          { id: "x", player: "a", options: ["l", "r"] }, { id: "y", player: "b", options: ["l", "r"] },
          { id: "z", player: "c", options: ["l", "r"] },
        ],
        interests: [{ id: "i" }], effects: [{ id: "e", on: "i", when: { x: "l" }, add: 4 }],
        stakes: { a: { i: 1 }, b: { i: 1 } }, statusQuo: { x: "l", y: "r", z: "l" },
        \(continua)
      }
      """
    try scratch.write(text, to: "line.json5")
    return (scratch, scratch.path("line.json5"))
  }

  private func position(_ player: String, _ numbers: (Int, Int, Int)) -> String {
    "\(player): { position: \(numbers.0), salience: \(numbers.1), capability: \(numbers.2) },"
  }

  @Test("two equals, and players at one place: nobody moves, and it is said why")
  func noSpread() throws {
    for places in [(0, 10), (5, 5)] {
      let (scratch, path) = try line(
        "forecast: [{ id: 'd', name: 'd', range: [0, 10], positions: { "
          + position("a", (places.0, 50, 1)) + position("b", (places.1, 50, 1)) + " } }],"
      )
      defer { withExtendedLifetime(scratch) {} }
      let result = try run([], path)
      #expect(result.code == 0)
      #expect(result.output.contains("no spread"), "\(result.output)")
      #expect(result.output.contains("nobody moves"), "\(result.output)")
      #expect(result.output.contains("so nothing is drawn"), "\(result.output)")
      #expect(try run(["--rounds"], path).code == 0)
    }
  }

  @Test("a cycle is told with its members")
  func cycle() throws {
    let (scratch, path) = try line(
      "forecast: [{ id: 'd', name: 'd', range: [0, 10], positions: { "
        + position("a", (9, 100, 50)) + position("b", (10, 100, 50)) + position("c", (10, 30, 30))
        + " } }],"
    )
    defer { withExtendedLifetime(scratch) {} }
    let result = try run(["--reading", "paper"], path)
    #expect(result.output.contains("9 to 10"), "\(result.output)")
    #expect(result.output.contains("cycle of 2 rounds: 9, 10"), "\(result.output)")
    #expect(try run(["--limit", "1"], path).output.contains("still moving after 1 round"))
  }

  @Test("a scenario that says nowhere who stands where is told how to say it, and that works")
  func without() throws {
    let (scratch, path) = try line("")
    defer { withExtendedLifetime(scratch) {} }
    let result = try run([], path)
    #expect(result.code == 65 && result.output == "")
    #expect(result.errors.contains("has no section 'forecast'"))
    let lines = result.errors.split(separator: "\n", omittingEmptySubsequences: false)
    let from = try #require(lines.firstIndex { $0.hasPrefix("  forecast: [{") })
    let to = try #require(lines.firstIndex { $0 == "  }]," })
    let (other, added) = try line(lines[from...to].joined(separator: "\n"))
    defer { withExtendedLifetime(other) {} }
    let again = try run([], added)
    #expect(again.code == 0, "\(again.errors)")
    #expect(again.output.contains("issue: x"))
  }

  /// A wrong call, as words with blanks between, and what is said of it.
  struct Mistake: Sendable {
    let words: String
    let message: String

    init(_ words: String, _ message: String) {
      self.words = words
      self.message = message
    }
  }

  static let wrongCalls: [Mistake] = [
    Mistake("--continuum shild", "there is no continuum 'shild'; did you mean 'shield'"),
    Mistake("--reading papr", "--reading cannot be 'papr'"),
    Mistake("--discount 1", "at least 0 and below 1, not 1"),
    Mistake("--draws -1", "--draws takes a whole number from 0"),
    Mistake("--reading net --victory octic", "--victory goes with the reading spatial"),
    Mistake("--reading spatial --rest 2", "--rest goes with the readings paper, net and code"),
    Mistake("--set =", "'=' is not CONTINUUM"),
    Mistake("--limit 0", "--limit takes a whole number from 1"),
    Mistake("--set a", "'a' is not CONTINUUM.PLAYER.NUMBER=VALUE"),
    Mistake("--set a=1 --set shield.usa.salience=3", "there is no player 'usa' on 'shield'"),
    Mistake("--set a=1 --set shield.usa.salience=3", "'a=1' is not CONTINUUM"),
    Mistake("--set shield.us.salienc=3", "no number 'salienc'; did you mean 'salience'"),
    Mistake("--set shield.us.salience=101", "shield.us.salience: not in 0...100"),
    Mistake("--set shield.us.salience=3:2:4", "neither a number nor LOW:MODE:HIGH"),
    Mistake("--set shield.us.capability=-3", "shield.us.capability: below 0"),
    Mistake("--set shield.us.capability=0:1:2", "open whether the player counts"),
    Mistake(
      "--set shield.us.salience=0 --set shield.russia.salience=0 --set shield.china.salience=0 "
        + "--set shield.japan.salience=0",
      "on 'shield' fewer than two players are left that count"
    ),
  ]

  @Test("Mistakes are told with how to mend them", arguments: wrongCalls)
  func mistakes(_ mistake: Mistake) throws {
    let result = try run(mistake.words.split(separator: " ").map { String($0) })
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.errors.contains(mistake.message), "\(result.errors)")
  }
}
