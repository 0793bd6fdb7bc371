/// What bargaining theory recommends.
extension CommandTable {
  static let bargain = CommandSpec(
    name: "bargain",
    group: .whatItTakes,
    summary: "Tell what the solutions of bargaining theory recommend",
    discussion: """
      Packages are the scenario's outcomes. Over those that leave nobody worse off than without an agreement: the \
      largest product of gains (Nash), the largest smallest share of what each could gain at best \
      (Kalai-Smorodinsky), the largest smallest share of the way from the least to the most that each could gain \
      (maximin share), the largest smallest gain, ties by the next smallest (egalitarian), the largest sum \
      (utilitarian); all packages that are equally good are counted. Without exchange rates the last two compare \
      what does not compare.
      """,
    positional: scenario,
    options: [
      OptionSpec(
        "--disagreement",
        kind: .text,
        "WHAT",
        help:
          "what stands without an agreement: equilibrium, status-quo, security (what each can make sure of), or an "
          + "outcome as \"nmd=deploy,missiles=continue\", the rest as in the status quo (default: as the scenario says, else the equilibrium)"
      ),
      OptionSpec(
        "--weights",
        kind: .text,
        "PLAYER=W,...",
        help: "the bargaining power of players in the Nash solution (default 1 each)"
      ),
      OptionSpec(
        "--lotteries",
        help: "look also for the best lotteries over packages, agreed on before they are drawn"
      ),
      equilibrium,
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente bargain Scenarios/okinawa-2000.json5",
        does: "what the five could agree on in place of July 2000"
      ),
      CommandSpec.Example(
        line: "detente bargain Scenarios/okinawa-2000.json5 --disagreement security --weights us=2",
        does: "from what each can make sure of, the United States being twice as strong"
      ),
    ]
  )
}
