/// How far an equilibrium is from its end.
extension CommandTable {
  static let robust = CommandSpec(
    name: "robust",
    group: .whatIf,
    summary: "Find the smallest change of all numbers at once that makes or breaks an equilibrium",
    discussion: """
      Where no equilibrium has the options of --outcome: the smallest change at which some outcome with them \
      starts being one. Else the smallest change at which the equilibrium stops being one. Change is measured \
      in shares of the range that it may move in: the largest share, and the sum of shares. Answers are exact \
      where payoffs are affine; where numbers multiply each other they lie between printed bounds.
      """,
    positional: scenario,
    options: [
      OptionSpec(
        "--outcome",
        kind: .text,
        "OPTIONS",
        help:
          "the outcome asked about, in full or in part, as \"nmd=deploy\" (default: the equilibrium)"
      ),
      equilibrium,
      OptionSpec(
        "--vary",
        kind: .text,
        "PATH[=lo:hi]",
        repeats: true,
        help: "a number that may change (default: every parameter that has a range)"
      ),
      OptionSpec("--exact", help: "print fractions beside decimals"),
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente robust Scenarios/okinawa-2000.json5",
        does: "how firm the July 2000 equilibrium is"
      ),
      CommandSpec.Example(
        line: "detente robust Scenarios/okinawa-2000.json5 --outcome nmd=deploy,missiles=scrap",
        does: "the nearest world in which the shield is deployed though the North disarms"
      ),
    ]
  )

  /// Which equilibrium is meant.
  static let equilibrium = OptionSpec(
    "--equilibrium",
    kind: .integer(1...Int.max),
    "K",
    help:
      "which equilibrium is meant, as 'solve' counts them (default: where play settles, or the only one)"
  )
}
