/// What coalitions can do.
extension CommandTable {
  static let coalitions = CommandSpec(
    name: "coalitions",
    group: .whatItTakes,
    summary: "Tell which coalitions could upset an outcome, force more, or share what",
    discussion: """
      For the equilibrium and the status quo: which coalitions have a joint deviation that pays every member, who \
      loses by it and whether it would last; whether the equilibrium is strong or coalition-proof; which coalitions \
      can force more whatever the others do; what players who look ahead would stand by. With exchange rates also \
      what coalitions are worth, with Shapley, Banzhaf and Owen value, core, least core, nucleolus and bargaining \
      set. With voting rules who has what power under them.
      """,
    positional: scenario,
    options: [
      OptionSpec(
        "--at",
        kind: .text,
        "OUTCOME",
        repeats: true,
        help:
          "the outcome to examine: equilibrium, status-quo, or an outcome as \"nmd=deploy,missiles=continue\", the "
          + "rest as in the status quo (default: equilibrium and status-quo)"
      ),
      OptionSpec(
        "--worth",
        kind: .choice(["alpha", "beta", "defensive"]),
        "alpha|beta|defensive",
        help:
          "by what a coalition is worth something: what it can make sure of, what the others cannot keep it from, or "
          + "what it has in equilibrium between it and the others (default alpha)"
      ),
      OptionSpec(
        "--exchange",
        kind: .text,
        "PLAYER=RATE,...",
        help:
          "what a utility point of each player is worth in a common unit, in place of the scenario's exchange rates"
      ),
      OptionSpec(
        "--structure",
        kind: .text,
        "A+B,C+D,...",
        help: "groups formed beforehand, for the Owen value; who is not named stands alone"
      ),
      OptionSpec(
        "--rule",
        kind: .text,
        "ID",
        help: "tell of this voting rule of the scenario, and of nothing else"
      ),
      equilibrium,
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente coalitions Scenarios/okinawa-2000.json5",
        does: "who could upset July 2000 together, and at whose expense"
      ),
      CommandSpec.Example(
        line: "detente coalitions Scenarios/okinawa-2000.json5 "
          + "--exchange us=1,russia=1,china=1,north-korea=1,japan=1",
        does: "if a utility point of each were worth the same"
      ),
    ]
  )
}
