/// All commands and their options, described once.
enum CommandTable {
  static let commands = [
    solve, stability, forecast, lenses, compare, tip, map, robust, sweep, merge, status, verify,
    sensitivity, discover, robustness, diff, deal, bargain, negotiate, coalitions, check, explain,
    describe, selftest, help, completions,
  ]

  static let scenario = CommandSpec.Positional(
    name: "SCENARIO",
    help: "a scenario file (.json5)",
    kind: .file,
    least: 1,
    most: 1
  )
  static let scenarios = CommandSpec.Positional(
    name: "SCENARIO",
    help: "scenario files (.json5)",
    kind: .file,
    least: 1,
    most: 1000
  )

  /// The options of every command that reads a scenario.
  static let common =
    [
      OptionSpec(
        "--set",
        kind: .text,
        "NAME=VALUE",
        repeats: true,
        help: "set a parameter, or the number at a path such as stakes.us.edge"
      ),
      OptionSpec(
        "--fix",
        kind: .text,
        "DECISION=OPTION",
        repeats: true,
        help: "hold a decision at one option, as if its player were bound to it"
      ),
      OptionSpec(
        "--start",
        kind: .text,
        "DECISION=OPTION",
        repeats: true,
        help: "start play elsewhere than at the status quo; several options joined by commas"
      ),
      OptionSpec(
        "--tolerance",
        kind: .number,
        "POINTS",
        help: "count a gain of at most so many utility points as none (default 0)"
      ),
    ] + printing

  /// The options of every command that prints results.
  static let printing = [
    OptionSpec(
      "--format",
      kind: .choice(["table", "json", "csv"]),
      "table|json|csv",
      help: "how to print the results (default table)"
    ),
    json, colour,
    OptionSpec("--quiet", "-q", help: "print no progress and no notes"),
  ]

  /// For commands whose results are no table of rows.
  static let tableOrJSON = OptionSpec(
    "--format",
    kind: .choice(["table", "json"]),
    "table|json",
    help: "how to print the results (default table)"
  )

  static let json = OptionSpec("--json", help: "short for --format json")

  static let colour = OptionSpec(
    "--color",
    kind: .choice(["auto", "always", "never"]),
    "auto|always|never",
    help: "when to use colours (default auto: on a terminal, unless NO_COLOR is set)"
  )

  /// The seed of what a command draws.
  static func seed(_ what: String) -> OptionSpec {
    OptionSpec("--seed", kind: .integer(0...Int.max), "S", help: "the seed of \(what)")
  }

  static let jobs = OptionSpec(
    "--jobs",
    "-j",
    kind: .integer(1...1024),
    "N",
    help: "how many threads to use (default: one for each processor)"
  )
}
