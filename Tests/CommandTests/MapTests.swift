import Foundation
import Testing

@Suite("The map of two numbers")
struct MapTests {
  private static let scenario = "Scenarios/okinawa-2000.json5"

  private func run(_ words: [String]) throws -> Program.Result {
    try Program.run(["map", MapTests.scenario] + words)
  }

  @Test(
    "Mistakes are told with how to mend them",
    arguments: [
      (["--vary", "shield_work", "--vary", "opening_worth=4:2"], ["shield_works", "is empty"]),
      (["--vary", "shield_works=0:2", "--vary", "opening_worth"], ["0:1; 0:2 goes beyond"]),
      (["--vary", "stakes.us.edge", "--vary", "opening_worth"], ["stakes.us.edge=lo:hi"]),
      (["--vary", "opening_worth", "--vary", "opening_worth"], ["is given twice"]),
      (["--vary", "opening_worth=1", "--vary", "shield_works"], ["=lo:hi, not"]),
      (["--vary", "opening_worth=1:2:1", "--vary", "shield_works"], ["=lo:hi, not"]),
      (["--vary", "opening_worth"], ["takes two numbers", "there is 1"]),
      (["--vary", "a", "--vary", "b", "--vary", "c"], ["there are 3"]),
      (["--vary", "opening_worth=nan:3", "--vary", "shield_works"], ["=lo:hi, not"]),
      (["--vary", "opening_worth=1:", "--vary", "shield_works"], ["=lo:hi, not"]),
      (
        ["--vary", "opening_worth=2:2", "--vary", "shield_works"],
        ["2:2 of 'opening_worth' is empty"]
      ),
      (["--vary", "opening_worth", "--vary", "shield_works", "--out", "m.png"], [".svg, .csv"]),
      (
        ["--vary", "opening_worth", "--vary", "shield_works", "--resolution", "0"],
        ["--resolution is a share"]
      ),
    ]
  )
  func mistakes(_ words: [String], _ parts: [String]) throws {
    let result = try run(words)
    #expect(result.code == 64)
    #expect(result.output == "")
    for part in parts { #expect(result.errors.contains(part), "\(result.errors)") }
  }

  @Test("A number on which no choice depends is mapped, with a warning")
  func noBearing() throws {
    let result = try run(["--vary", "interests.regional-threat=0:2", "--vary", "shield_works"])
    #expect(result.code == 0)
    #expect(result.errors.contains("nobody's choice depends on 'interests.regional-threat'"))
  }

  @Test("Files are written whole, and replaced only when that is forced")
  func files() throws {
    let scratch = try Scratch()
    let words = ["--vary", "neutralise_russia", "--vary", "shield_works"]
    for (ending, start) in [("svg", "<svg "), ("csv", "set,outcome"), ("json", "{")] {
      let file = "map.\(ending)"
      let first = try run(words + ["--out", scratch.path(file)])
      #expect(first.code == 0)
      #expect(try scratch.text(file).hasPrefix(start))
      try scratch.write("mine", to: file)
      let second = try run(words + ["--out", scratch.path(file)])
      #expect(second.code == 73)
      #expect(second.errors.contains("--force"))
      #expect(try scratch.text(file) == "mine")
      #expect(try run(words + ["--out", scratch.path(file), "--force"]).code == 0)
      #expect(try scratch.text(file).hasPrefix(start))
    }
    #expect(try scratch.files == ["map.csv", "map.json", "map.svg"])
    let picture = try scratch.text("map.svg")
    _ = try XMLDocumentCheck(picture)
    #expect(picture.contains("<title>") && picture.contains("as shipped"))
  }

  @Test("What the scenario's constraints forbid is left out, in every form")
  func constraints() throws {
    let scratch = try Scratch()
    let words = [
      "map", "Scenarios/blunts-russia.json5", "--vary", "neutralise_russia", "--vary",
      "shield_works",
    ]
    let text = try Program.run(words + ["--out", scratch.path("map.svg")])
    #expect(text.output.contains("50.0 %: left out, since the scenario says neutralise_russia <="))
    let picture = try scratch.text("map.svg")
    #expect(picture.contains("url(#forbidden)") && picture.contains("&lt;= 8 * shield_works"))
    let csv = try Program.run(words + ["--format", "csv"]).output
    let rows = csv.split(separator: "\n").filter { $0.hasPrefix("forbidden,,1,outer,") }
    #expect(rows.map { $0.suffix(8) }.sorted() == [",0/1,0/1", ",8/1,0/1", ",8/1,1/1"])
    let json = try Program.run(words + ["--json"]).output
    #expect(json.contains("\"forbidden\": {") && json.contains("\"exact\": \"1/2\""))
  }

  @Test("A map of which constraints leave nothing is refused")
  func nothingAllowed() throws {
    let result = try Program.run([
      "map", "Scenarios/blunts-russia.json5", "--vary", "neutralise_russia=1:8", "--vary",
      "shield_works=0:0.1",
    ])
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.errors.contains("meets the scenario's constraint 'neutralise_russia <= 8"))
  }

  @Test(
    "Colours come only where they are asked for, two to a cell; without them there are textures"
  )
  func colours() throws {
    let words = ["--vary", "neutralise_russia", "--vary", "shield_works"]
    let coloured = try run(words + ["--color", "always"]).output
    #expect(coloured.contains("▀") && coloured.contains(";48;5;"))
    for plain in [try run(words), try run(words + ["--color", "never"])] {
      #expect(!plain.output.contains("\u{1B}") && !plain.output.contains("▀"))
      #expect(plain.output.contains("▒▒▒▒") && plain.output.contains("╱·╱·"))
    }
  }

  @Test("Shipped values beyond the map are told as such")
  func shippedBeyond() throws {
    let result = try run(["--vary", "neutralise_russia=5:8", "--vary", "shield_works"])
    #expect(result.output.contains("neutralise_russia 4, shield_works 0.65, beyond the map"))
  }

  @Test("Of fourteen regions each has its letter and a look of its own")
  func manyRegions() throws {
    let scratch = try Scratch()
    try scratch.write(MapTests.manyWays, to: "many.json5")
    let result = try Program.run([
      "map", scratch.path("many.json5"), "--vary", "x", "--vary", "y", "--out",
      scratch.path("map.svg"),
    ])
    #expect(result.code == 0, "\(result.errors)")
    let picture = try scratch.text("map.svg")
    _ = try XMLDocumentCheck(picture)
    #expect(picture.contains("Many &lt;ways&gt; &amp; more"))
    let lines = picture.split(separator: "\n")
    let fills = lines.filter { $0.hasPrefix("<rect x=\"20\"") }.map { line in
      String(line[(line.range(of: "fill=")?.lowerBound ?? line.startIndex)...])
    }
    // Eight colours, then six of them again with a pattern on top.
    #expect(Set(fills.filter { $0.contains("#") && !$0.contains("url") }).count == 8)
    #expect(fills.filter { $0.contains("url(#mark0)") }.count == 6)
    for letter in "ABCDEFGHIJKLMN" {
      #expect(lines.filter { $0.hasSuffix(">\(letter)</text>") }.count == 1, "\(letter)")
      #expect(result.output.contains(" \(letter) "))
    }
  }

  /// A player that chooses among fourteen ways, each best in a part of the plane.
  private static let manyWays: String = {
    let turns = [
      (100, 0), (87, 50), (50, 87), (0, 100), (-50, 87), (-87, 50), (-100, 12), (-100, -12),
      (-87, -50), (-50, -87), (0, -100), (50, -87), (87, -50),
    ]
    let options = (0...turns.count).map { "{ id: \"way-\($0)\", says: \"goes way \($0)\" }" }
    let effects = turns.enumerated().map { number, turn in
      "{ id: \"e\(number)\", on: \"gain\", when: { way: \"way-\(number)\" }, "
        + "add: \"(\(turn.0)) * (x - 5) + (\(turn.1)) * (y - 5) - 100\", because: [\"assumption: so\"] }"
    }
    return """
      {
        format: 1, title: "Many <ways> & more", date: "2000-07-21",
        players: [{ id: "us", name: "the mover" }],
        parameters: {
          x: { value: 9.5, range: [0, 10], because: ["assumption: so"] },
          y: { value: 2, range: [0, 10], because: ["assumption: so"] },
        },
        decisions: [{
          id: "way", player: "us", because: ["assumption: so"],
          options: [\(options.joined(separator: ", "))],
        }],
        interests: [{ id: "gain", name: "gain", more: "better", base: 0, because: ["assumption: so"] }],
        effects: [\(effects.joined(separator: ",\n"))],
        stakes: { us: { gain: { weight: 1, because: ["assumption: so"] } } },
        statusQuo: { way: "way-0" },
      }
      """
  }()
}

/// Whether a text's tags are closed in order, as XML demands.
private struct XMLDocumentCheck {
  struct Unbalanced: Error {
    let tag: String
  }

  init(_ text: String) throws {
    var open: [Substring] = []
    for part in text.split(separator: "<").map({ $0.prefix { $0 != ">" } }) {
      let name = part.prefix { $0 != " " && $0 != "/" || part.hasPrefix("/") }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { throw Unbalanced(tag: String(name)) }
      } else if !part.hasSuffix("/") {
        open.append(name)
      }
    }
    if let left = open.first { throw Unbalanced(tag: String(left)) }
  }
}
