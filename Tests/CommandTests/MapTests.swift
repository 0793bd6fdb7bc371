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
