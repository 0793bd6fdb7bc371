import Foundation
import TestSupport
import Testing

@Suite("What the program prints, to the letter")
struct GoldenTests {
  private static let scenario = "Scenarios/okinawa-2000.json5"

  /// A command line with the name of what it prints.
  struct Line: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    var code: Int32 = 0
    var testDescription: String { (["detente"] + arguments).joined(separator: " ") }
  }

  static let lines = [
    Line(name: "help.txt", arguments: ["--help"]),
    Line(name: "help-solve.txt", arguments: ["help", "solve"]),
    Line(name: "help-compare.txt", arguments: ["compare", "--help"]),
    Line(name: "help-sweep.txt", arguments: ["sweep", "-h"]),
    Line(name: "help-map.txt", arguments: ["help", "map"]),
    Line(name: "help-sensitivity.txt", arguments: ["help", "sensitivity"]),
    Line(name: "help-check.txt", arguments: ["help", "check"]),
    Line(name: "help-explain.txt", arguments: ["help", "explain"]),
    Line(name: "help-describe.txt", arguments: ["help", "describe"]),
    Line(name: "help-S014.txt", arguments: ["help", "s014"]),
    Line(name: "help-D005.txt", arguments: ["help", "D005"]),
    Line(name: "completions.bash", arguments: ["completions", "bash"]),
    Line(name: "completions.zsh", arguments: ["completions", "zsh"]),
    Line(name: "completions.fish", arguments: ["completions", "fish"]),
    Line(name: "check.txt", arguments: ["check", scenario]),
    Line(name: "check.json", arguments: ["check", scenario, "--json"]),
    Line(name: "check.csv", arguments: ["check", scenario, "--format", "csv"]),
    Line(
      name: "check-noise.txt",
      arguments: ["check", scenario, "--noise", "0.2", "--draws", "20"]
    ),
    Line(
      name: "check-fails.txt",
      arguments: ["check", scenario, "--set", "neutralise_russia=7"],
      code: 1
    ),
    Line(name: "solve.txt", arguments: ["solve", scenario]),
    Line(name: "solve-colour.txt", arguments: ["solve", scenario, "--color", "always"]),
    Line(name: "solve.json", arguments: ["solve", scenario, "--json"]),
    Line(name: "solve.csv", arguments: ["solve", scenario, "--format=csv"]),
    Line(
      name: "solve-changed.txt",
      arguments: [
        "solve", scenario, "--set", "neutralise_russia=6", "--fix", "missiles=continue",
        "--start", "tmd=abstain",
      ]
    ),
    Line(
      name: "compare.txt",
      arguments: [
        "compare", scenario, "--and", "--set", "neutralise_russia=7", "--and", "--set",
        "opening_worth=3",
      ]
    ),
    Line(
      name: "compare.json",
      arguments: ["compare", scenario, "--and", "--set", "neutralise_russia=7", "--json"]
    ),
    Line(
      name: "compare.csv",
      arguments: ["compare", scenario, "--and", "--fix", "nmd=deploy", "--format", "csv"]
    ),
    Line(
      name: "explain.txt",
      arguments: [
        "explain", scenario, "-p", "us", "--outcome", "nmd=deploy", "--versus", "nmd=defer",
      ]
    ),
    Line(
      name: "map.txt",
      arguments: [
        "map", scenario, "--vary", "neutralise_russia", "--vary", "shield_works", "--exact",
      ]
    ),
    Line(
      name: "map-curved.txt",
      arguments: [
        "map", scenario, "--vary", "shield_works", "--vary", "freeze_cut", "--resolution", "0.02",
      ]
    ),
    Line(
      name: "map-colour.txt",
      arguments: [
        "map", scenario, "--vary", "neutralise_russia=4:8", "--vary", "opening_worth=1:3",
        "--color", "always",
      ]
    ),
    Line(
      name: "map-constraint.txt",
      arguments: [
        "map", "Scenarios/blunts-russia.json5", "--vary", "neutralise_russia", "--vary",
        "shield_works",
      ]
    ),
    Line(
      name: "map.csv",
      arguments: [
        "map", scenario, "--vary", "neutralise_russia", "--vary", "shield_works", "--format", "csv",
      ]
    ),
    Line(
      name: "map.json",
      arguments: [
        "map", scenario, "--vary", "stakes.us.edge=0:8", "--vary", "opening_worth=1:6", "--json",
      ]
    ),
    Line(name: "explain-all.txt", arguments: ["explain", scenario]),
    Line(
      name: "explain.json",
      arguments: ["explain", scenario, "-p", "north-korea", "--versus", "missiles=scrap", "--json"]
    ),
    Line(name: "explain.csv", arguments: ["explain", scenario, "-p", "japan", "--format", "csv"]),
    Line(name: "help-forecast.txt", arguments: ["help", "forecast"]),
    Line(name: "help-S046.txt", arguments: ["help", "S046"]),
    Line(name: "help-S047.txt", arguments: ["help", "S047"]),
    Line(name: "forecast.txt", arguments: ["forecast", scenario, "--draws", "60"]),
    Line(
      name: "forecast-rounds.txt",
      arguments: [
        "forecast", scenario, "--draws", "0", "--rounds", "--discount", "0.8", "--rest", "10",
        "--reading", "net", "--reading", "spatial",
        "--color", "always",
      ]
    ),
    Line(
      name: "forecast.json",
      arguments: ["forecast", scenario, "--draws", "60", "--seed", "3", "--json"]
    ),
    Line(
      name: "forecast-rounds.json",
      arguments: [
        "forecast", scenario, "--continuum", "programme", "--draws", "0", "--rounds", "--json",
      ]
    ),
    Line(
      name: "forecast.csv",
      arguments: ["forecast", scenario, "--draws", "20", "--format", "csv"]
    ),
    Line(name: "describe.txt", arguments: ["describe", scenario]),
    Line(name: "describe.json", arguments: ["describe", scenario, "--json"]),
    Line(name: "describe.csv", arguments: ["describe", scenario, "--format", "csv"]),
  ]

  @Test("standard output is as kept", arguments: lines)
  func output(_ line: Line) throws {
    let result = try Program.run(line.arguments)
    #expect(result.errors == "")
    #expect(result.code == line.code)
    try Golden.expect(result.output, named: line.name)
  }

  static let sweeps = [
    Line(
      name: "sweep.txt",
      arguments: [
        "sweep", scenario, "--vary", "neutralise_russia=0:8:1", "--vary", "shield_works=0,0.5,1",
      ]
    ),
    Line(
      name: "sweep.json",
      arguments: ["sweep", scenario, "--vary", "neutralise_russia=2:6:2", "--json"]
    ),
    Line(
      name: "sweep-summary.csv",
      arguments: ["sweep", scenario, "--vary", "neutralise_russia=2:6:2", "--format", "csv"]
    ),
    Line(
      name: "sweep-sobol.txt",
      arguments: ["sweep", scenario, "--sweep", "wide", "--samples", "64"]
    ),
  ]

  @Test("a sweep's summary is as kept", arguments: sweeps)
  func sweep(_ line: Line) throws {
    let scratch = try Scratch()
    let file = scratch.path("rows.csv")
    let result = try Program.run(line.arguments + ["--out", file, "--quiet"])
    #expect(result.errors == "")
    #expect(result.code == 0)
    try Golden.expect(
      result.output.replacingOccurrences(of: file, with: "rows.csv"),
      named: line.name
    )
    try Golden.expect(try scratch.text("rows.csv"), named: line.name + ".rows.csv")
  }
}
