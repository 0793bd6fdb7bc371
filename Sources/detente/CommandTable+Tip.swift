/// What tips along one number, or along each.
extension CommandTable {
  static let tip = CommandSpec(
    name: "tip",
    group: .whatIf,
    summary: "Find every value of a number at which play settles elsewhere, exactly",
    discussion: """
      With --vary, along one number: every value at which the equilibria or the outcome where play settles \
      change, who switches there, and which deviation begins to pay. Without, along each number of the \
      scenario by itself: how far it must move for play to settle elsewhere, the smallest relative \
      change first. Nothing is sampled: values are roots of the polynomials that decide, fractions where \
      payoffs are affine. A number without a stated range is searched from -1e30 to 1e30.
      """,
    positional: scenario,
    options: [
      OptionSpec(
        "--vary",
        kind: .text,
        "PATH[=lo:hi]",
        help: "the number to vary, within its stated range or the one given"
      ),
      OptionSpec("--exact", help: "print fractions beside decimals"),
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente tip Scenarios/okinawa-2000.json5 --vary neutralise_russia",
        does: "when the shield is given up, kept open or deployed"
      ),
      CommandSpec.Example(
        line: "detente tip Scenarios/okinawa-2000.json5",
        does: "which numbers the outcome of July 2000 hangs on"
      ),
    ]
  )
}
