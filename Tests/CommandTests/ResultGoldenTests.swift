import Foundation
import TestSupport
import Testing

@Suite("What the commands on results print, to the letter")
struct ResultGoldenTests {
  private static let scenario = Program.root.appendingPathComponent("Scenarios/okinawa-2000.json5")
    .path
  private static let design = [
    "--vary", "neutralise_russia=0:8:0.5", "--vary", "shield_works=0:1:0.1", "--vary",
    "opening_worth=1,3",
  ]

  /// Two results to look into: the scenario, and one in which America minds exposure less.
  static func prepare(_ scratch: Scratch) throws {
    for (name, change) in [
      ("before.csv", []), ("after.csv", ["--set", "stakes.us.homeland-exposure=-9"]),
      ("deploy.csv", ["--fix", "nmd=deploy"]), ("defer.csv", ["--fix", "nmd=defer"]),
    ] {
      let result = try Program.run(
        ["sweep", scenario, "--quiet", "--out", name] + design + change,
        in: scratch.folder
      )
      try #require(result.code == 0, "\(result.errors)")
    }
  }

  static let lines = [
    GoldenTests.Line(name: "help-discover.txt", arguments: ["help", "discover"]),
    GoldenTests.Line(name: "help-diff.txt", arguments: ["help", "diff"]),
    GoldenTests.Line(name: "help-robustness.txt", arguments: ["help", "robustness"]),
    GoldenTests.Line(
      name: "discover.txt",
      arguments: ["discover", "before.csv", "--outcome", "nmd=deploy"]
    ),
    GoldenTests.Line(
      name: "discover-step.txt",
      arguments: [
        "discover", "before.csv", "--outcome", "not:claim:shield-is-deferred", "--step", "1",
        "--depth", "1",
      ]
    ),
    GoldenTests.Line(
      name: "discover.json",
      arguments: ["discover", "before.csv", "--outcome", "nmd=deploy|forgo", "--json"]
    ),
    GoldenTests.Line(
      name: "discover.csv",
      arguments: ["discover", "before.csv", "--outcome", "cycle", "--format", "csv"]
    ),
    GoldenTests.Line(name: "diff.txt", arguments: ["diff", "before.csv", "after.csv"], code: 1),
    GoldenTests.Line(
      name: "diff.json",
      arguments: ["diff", "before.csv", "after.csv", "--json"],
      code: 1
    ),
    GoldenTests.Line(
      name: "diff.csv",
      arguments: ["diff", "before.csv", "after.csv", "--format", "csv"],
      code: 1
    ),
    GoldenTests.Line(
      name: "robustness.txt",
      arguments: ["robustness", "deploy.csv", "defer.csv", "--satisfy", "-2"]
    ),
    GoldenTests.Line(
      name: "robustness.json",
      arguments: ["robustness", "deploy.csv", "defer.csv", "-p", "us", "-p", "japan", "--json"]
    ),
    GoldenTests.Line(
      name: "robustness.csv",
      arguments: ["robustness", "deploy.csv", "defer.csv", "--format", "csv"]
    ),
    GoldenTests.Line(
      name: "robustness-groups.txt",
      arguments: ["robustness", "before.csv", "--decision", "nmd"]
    ),
    GoldenTests.Line(
      name: "robustness-scenario.txt",
      arguments: ["robustness", scenario, "--decision", "nmd"] + design
    ),
  ]

  @Test("standard output is as kept")
  func output() throws {
    let scratch = try Scratch()
    try ResultGoldenTests.prepare(scratch)
    for line in ResultGoldenTests.lines {
      let result = try Program.run(line.arguments, in: scratch.folder)
      #expect(result.errors == "", "\(line.name)")
      #expect(result.code == line.code, "\(line.name)")
      try Golden.expect(result.output, named: line.name)
    }
  }
}
