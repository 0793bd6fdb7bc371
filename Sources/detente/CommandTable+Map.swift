/// The map of two numbers.
extension CommandTable {
  static let map = CommandSpec(
    name: "map",
    group: .whatIf,
    summary: "Draw the exact map of two numbers: where play settles, and what is an equilibrium",
    discussion: """
      Regions are found outright, with no sampling: their corners are exact. Where the two numbers \
      multiply each other, borders are curves: the map is divided until each piece lies within one region \
      or in a strip narrower than --resolution along a border, and the area left undecided is printed. \
      What the scenario's constraints forbid is left out. Each --vary takes one number, with a range \
      lo:hi or the one that the scenario states. Numbers whose values are whole or have names are for \
      sweep.
      """,
    positional: scenario,
    options: [
      OptionSpec(
        "--vary",
        kind: .text,
        "PATH[=lo:hi]",
        repeats: true,
        help: "a number to map, twice: the first runs to the right, the second up"
      ),
      OptionSpec(
        "--resolution",
        kind: .number,
        "SHARE",
        help:
          "the width, as a share of a range, below which strips along curves are left undecided (default 0.0005)"
      ),
      OptionSpec(
        "--out",
        "-o",
        kind: .file,
        "FILE",
        help: "write the map to a file that ends in .svg, .csv or .json"
      ),
      OptionSpec("--force", "-f", help: "replace FILE if it exists"),
      OptionSpec("--exact", help: "print fractions beside decimals"),
    ] + common,
    examples: [
      CommandSpec.Example(
        line:
          "detente map Scenarios/okinawa-2000.json5 --vary neutralise_russia --vary shield_works",
        does: "when the shield is deployed"
      )
    ]
  )
}
