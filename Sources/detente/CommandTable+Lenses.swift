/// All lenses at once.
extension CommandTable {
  static let lenses = CommandSpec(
    name: "lenses",
    group: .happens,
    summary: "Set side by side what all methods predict, and why they differ",
    discussion: """
      Equilibria and the settling point, quantal response, sequential play where the scenario states it, every \
      bargaining solution, talks as the scenario states them and of a tournament of all ways to negotiate, \
      concepts of stability, and forecasts: what each predicts for every decision, where they agree, and what lies \
      behind each answer where they do not. Where a lens names several outcomes, the share of the leading option \
      is told. Exit code 0 says that all agree.
      """,
    positional: scenario,
    options: [
      OptionSpec(
        "--disagreement",
        kind: .text,
        "WHAT",
        help:
          "what stands without an agreement: equilibrium, status-quo, security or an outcome, as in 'bargain' "
          + "(default: as the scenario says, else the equilibrium)"
      ),
      equilibrium,
      OptionSpec(
        "--precision",
        kind: .number,
        "L",
        help: "how seldom players err in the quantal response, per utility point (default 4)"
      ),
      seed("whatever is drawn (default 1)"),
      jobs,
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente lenses Scenarios/okinawa-2000.json5",
        does: "what every method says of July 2000"
      )
    ]
  )
}
