import Foundation
import Testing

@Suite("Designs of a sweep, from the command line to the rows")
struct SweepDesignTests {
  private static let scenario = """
    {
      format: 1, title: "Kinds",
      players: [{ id: "us" }],
      parameters: {
        works: { value: 0.5, range: [0, 1], distribution: { triangular: { low: 0, mode: 0.5, high: 1 } } },
        cost: { value: 0.25, range: [0, 1] },
        president: { value: "clinton", options: { clinton: 0, bush: 1, gore: 4 } },
        ratified: { value: true },
        launches: { value: 2, kind: "integer", range: [1, 3] },
      },
      constraints: ["works + cost <= 1"],
      decisions: [{ id: "nmd", player: "us", options: ["deploy", "defer"] }],
      interests: [{ id: "edge" }],
      effects: [{
        id: "gain", on: "edge", when: { nmd: "deploy" },
        add: "works - cost + 0.5 * president.bush - 0.125 * launches * ratified",
      }],
      stakes: { us: { edge: 1 } },
      statusQuo: { nmd: "defer" },
    }
    """

  /// The rows of a sweep, each as its fields; the first names the columns.
  private func rows(_ arguments: [String], _ scratch: Scratch) throws -> [[String]] {
    try SweepDesignTests.scenario.write(
      to: scratch.folder.appendingPathComponent("kinds.json5"),
      atomically: false,
      encoding: .utf8
    )
    let result = try Program.run(
      ["sweep", "kinds.json5", "-o", "-", "--quiet"] + arguments,
      in: scratch.folder
    )
    #expect(result.code == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// What the game says of a row by its definition: the payoff of deploying.
  private func gain(_ row: [String], _ names: [String]) throws -> Double {
    func value(_ name: String) throws -> String {
      row[try #require(names.firstIndex(of: name))]
    }
    let works = try #require(Double(value("works")))
    let cost = try #require(Double(value("cost")))
    let launches = try #require(Double(value("launches")))
    return works - cost + (try value("president") == "bush" ? 0.5 : 0)
      - (try value("ratified") == "true" ? 0.125 * launches : 0)
  }

  private static let all = [
    "--vary", "works", "--vary", "cost", "--vary", "president", "--vary", "ratified", "--vary",
    "launches",
  ]

  @Test("Rows name what has a name, and say what the values make; random ones meet the constraints")
  func random() throws {
    let found = try rows(
      SweepDesignTests.all + ["--design", "random", "-n", "300", "--seed", "4"],
      Scratch()
    )
    let names = found[0]
    let settled = try #require(names.firstIndex(of: "nmd"))
    #expect(found.count == 301)
    for row in found.dropFirst() {
      let gain = try gain(row, names)
      if abs(gain) > 1e-9 { #expect(row[settled] == (gain > 0 ? "deploy" : "defer")) }
      let (works, cost) = (try #require(Double(row[1])), try #require(Double(row[2])))
      #expect(works + cost <= 1)
    }
    #expect(Set(found.dropFirst().map { $0[3] }) == ["clinton", "bush", "gore"])
    #expect(Set(found.dropFirst().map { $0[4] }) == ["false", "true"])
    #expect(Set(found.dropFirst().map { $0[5] }) == ["1", "2", "3"])
  }

  @Test("Rows of one sweep, given to another one by one, come out the same")
  func roundTrip() throws {
    let scratch = try Scratch()
    let drawn = try rows(SweepDesignTests.all + ["--design", "random", "-n", "50"], scratch)
    let table = drawn.map { $0[1...5].joined(separator: ",") }.joined(separator: "\n") + "\n"
    try table.write(
      to: scratch.folder.appendingPathComponent("points.csv"),
      atomically: false,
      encoding: .utf8
    )
    #expect(try rows(["--points", "points.csv"], scratch) == drawn)
  }

  @Test("Whole numbers step by one on a grid, and options come in their order")
  func grid() throws {
    let found = try rows(["--vary", "launches", "--vary", "president"], Scratch())
    #expect(
      found.dropFirst().map { Array($0[1...2]) }
        == ["1", "2", "3"].flatMap { launches in
          ["clinton", "bush", "gore"].map { [launches, $0] }
        }
    )
  }

  @Test("Lists run in step, and one number at a time leaves the others as they are")
  func steps() throws {
    let scratch = try Scratch()
    let zip = try rows(
      ["--design", "zip", "--vary", "president=gore,bush", "--vary", "works=0:0.5"],
      scratch
    )
    #expect(zip.dropFirst().map { Array($0[1...2]) } == [["gore", "0"], ["bush", "0.5"]])
    let oat = try rows(
      ["--design", "oat", "--vary", "cost=0:0.5", "--vary", "president", "--vary", "launches"],
      scratch
    )
    #expect(
      oat.dropFirst().map { Array($0[1...3]) } == [
        ["0.25", "clinton", "2"], ["0", "clinton", "2"], ["0.5", "clinton", "2"],
        ["0.25", "clinton", "2"], ["0.25", "bush", "2"], ["0.25", "gore", "2"],
        ["0.25", "clinton", "1"], ["0.25", "clinton", "3"],
      ]
    )
  }

  @Test("Saltelli and Morris take so many rows for each base point or trajectory")
  func groups() throws {
    let scratch = try Scratch()
    let vary = ["--vary", "works=normal(0.3,0.1)", "--vary", "cost=0:0.1", "--vary", "ratified"]
    #expect(try rows(vary + ["--design", "saltelli", "-n", "4"], scratch).count == 1 + 4 * 5)
    let morris = try rows(vary + ["--design", "morris", "-n", "3", "--levels", "4"], scratch)
    #expect(morris.count == 1 + 3 * 4)
    for trajectory in 0..<3 {
      for step in 1...3 {
        let before = morris[trajectory * 4 + step]
        let after = morris[trajectory * 4 + step + 1]
        #expect(zip(before[1...3], after[1...3]).count { $0 != $1 } == 1)
      }
    }
  }

  @Test("One at a time, options are told by their names")
  func namesOfOptions() throws {
    let scratch = try Scratch()
    try SweepDesignTests.scenario.write(
      to: scratch.folder.appendingPathComponent("kinds.json5"),
      atomically: false,
      encoding: .utf8
    )
    let arguments = [
      "sensitivity", "kinds.json5", "--method", "tornado", "--vary", "president", "--vary",
      "ratified", "--vary", "cost", "--output", "payoffs", "--quiet",
    ]
    let csv = try Program.run(arguments + ["--format", "csv"], in: scratch.folder)
    #expect(csv.code == 0, "\(csv.errors)")
    for value in ["president,clinton", "president,bush", "president,gore", "ratified,false"] {
      #expect(csv.output.contains("payoff:us,\(value),"))
    }
    #expect(csv.output.contains("payoff:us,cost,1,"))
    let json = try Program.run(arguments + ["--json"], in: scratch.folder)
    #expect(json.output.contains("\"name\": \"bush\""))
    let table = try Program.run(arguments, in: scratch.folder)
    #expect(table.output.contains("gore"))
  }
}
