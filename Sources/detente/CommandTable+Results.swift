import Negotiation

/// Commands that say what the rows of a sweep show.
extension CommandTable {
  private static func result(_ help: String, least: Int, most: Int) -> CommandSpec.Positional {
    CommandSpec.Positional(name: "RESULT", help: help, kind: .file, least: least, most: most)
  }

  private static let keep = OptionSpec(
    "--keep",
    kind: .integer(1...4_000_000),
    "N",
    help: "search among at most so many samples, chosen by a hash of their number (default 200000)"
  )

  static let sensitivity = CommandSpec(
    name: "sensitivity",
    group: .whatIf,
    summary: "Say which numbers decide what happens, and how surely",
    discussion: """
      Given a scenario, it runs the design that the method needs; given the rows of a sweep (its record \
      stands beside them), it reads them once: rows of a saltelli, morris or oat design are analysed as \
      such, of any other only how much each number does by itself can be told. Without --vary and --sweep \
      every parameter with a range varies.
      """,
    positional: CommandSpec.Positional(
      name: "SCENARIO|RESULT",
      help: "a scenario file (.json5), or the rows of a sweep (.csv, .jsonl)",
      kind: .file,
      least: 1,
      most: 1
    ),
    options: [
      OptionSpec(
        "--method",
        "-m",
        kind: .choice(["sobol", "morris", "tornado"]),
        "sobol|morris|tornado",
        help:
          "shares of the variance, mean changes along random paths, or one number at a time (default sobol)"
      ),
      OptionSpec(
        "--output",
        kind: .text,
        "WHAT",
        repeats: true,
        help:
          "what to explain: outcome, payoffs, decisions, equilibria, claims (default outcome,payoffs)"
      ),
      OptionSpec(
        "--sweep",
        kind: .text,
        "NAME",
        help: "vary what this sweep of the scenario varies"
      ),
      OptionSpec(
        "--vary",
        kind: .text,
        "PATH=VALUES",
        repeats: true,
        help: "vary a number: PATH=lo:hi, PATH=v1,v2,..., or PATH alone for its range"
      ),
      OptionSpec(
        "--samples",
        "-n",
        kind: .integer(1...1_000_000_000),
        "N",
        help: "how many base points (default 1024) or trajectories (default 100)"
      ),
      OptionSpec(
        "--levels",
        kind: .integer(2...SweepPlan.levelLimit),
        "P",
        help: "among how many levels trajectories move, an even number (default 8)"
      ),
      OptionSpec(
        "--second-order",
        help:
          "with --method sobol: tell of pairs of numbers too, with nearly twice as many rows"
      ),
      OptionSpec(
        "--replicates",
        kind: .integer(0...100_000),
        "R",
        help: "how often to resample for intervals (default 500)"
      ),
      seed("what is drawn, and of the resampling (default 1, or that of the sweep)"),
      jobs,
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente sensitivity Scenarios/okinawa-2000.json5",
        does: "which parameters decide where play settles, and each payoff"
      ),
      CommandSpec.Example(
        line: "detente sensitivity Scenarios/okinawa-2000.json5 --method tornado",
        does: "what each parameter does alone, at both ends of its range"
      ),
      CommandSpec.Example(
        line: "detente sensitivity wide.csv --output outcome,claims",
        does: "the same of rows that a sweep has written"
      ),
    ]
  )

  static let discover = CommandSpec(
    name: "discover",
    group: .whatIf,
    summary: "Say in which region of the numbers an outcome occurs, from the result of a sweep",
    discussion: """
      Looks for a box, a range for each of a few numbers, in which the outcome is dense, by peeling thin \
      slices off the space (PRIM), and for a shallow tree of questions (CART). Coverage: the share of all \
      samples with the outcome that lie in the box. Density: the share of the box's samples that have the \
      outcome. Mass: the share of all samples that lie in the box. Of the boxes on the way, the one with \
      the best balance of coverage and density is told of, unless --step or --density says otherwise. \
      OUTCOME is one of: DECISION=OPTION, several joined by commas, with options that may be either joined \
      by | (where play settles); a number (the outcome of this number); cycle; claim:ID; equilibrium:N \
      (outcome N is an equilibrium); equilibria:K (there are K). With not: before it, the opposite. Exit \
      status 1: the outcome never occurs.
      """,
    positional: result("the file of rows that a sweep wrote", least: 1, most: 1),
    options: [
      OptionSpec("--outcome", kind: .text, "OUTCOME", help: "what is to be told of"),
      OptionSpec(
        "--density",
        kind: .number,
        "SHARE",
        help: "tell of the largest box that is at least so dense"
      ),
      OptionSpec(
        "--step",
        kind: .integer(0...1_000_000),
        "N",
        help: "tell of the box after so many slices"
      ),
      OptionSpec(
        "--alpha",
        kind: .number,
        "SHARE",
        help: "how much of the box a slice holds (default 0.05)"
      ),
      OptionSpec(
        "--mass",
        kind: .number,
        "SHARE",
        help: "how much of all samples a box holds at least (default 0.05)"
      ),
      OptionSpec(
        "--depth",
        kind: .integer(0...6),
        "N",
        help: "how many questions the tree asks at most (default 2)"
      ),
      keep,
    ] + printing,
    examples: [
      CommandSpec.Example(
        line: "detente discover wide.csv --outcome missiles=scrap",
        does: "when the missiles are scrapped"
      ),
      CommandSpec.Example(
        line: "detente discover wide.csv --outcome not:claim:no-race --density 0.9",
        does: "when a claim fails, in a box that is at least 90 % pure"
      ),
    ]
  )

  static let diff = CommandSpec(
    name: "diff",
    group: .whatIf,
    summary: "Compare two results of sweeps row by row: what appeared, what vanished, and where",
    discussion: """
      Rows are joined by the number of their sample where both have the same values there, else by the \
      values themselves. Says which outcomes appeared or vanished, from which to which play moved, in which \
      region, which payoffs, equilibria and claims changed, with a test of whether the moves go one way. \
      Exit status 0: no row differs; 1: some do.
      """,
    positional: result("two files of rows that sweeps wrote", least: 2, most: 2),
    options: [
      OptionSpec(
        "--payoff-tolerance",
        kind: .number,
        "POINTS",
        help: "count a change of a payoff by at most so many points as none (default 1e-9)"
      ),
      keep,
    ] + printing,
    examples: [
      CommandSpec.Example(
        line: "detente diff before.csv after.csv",
        does: "what changed between two versions of a scenario"
      ),
      CommandSpec.Example(
        line: "detente diff before.csv after.csv --quiet --json || echo changed",
        does: "in a script"
      ),
    ]
  )

  static let robustness = CommandSpec(
    name: "robustness",
    group: .whatIf,
    summary: "Rank the options of a decision by how they fare over all samples of a sweep",
    discussion: """
      Several results: each is a policy, the samples are the scenarios; sweep with each option held by \
      --fix, on the same design. One scenario and --decision: those sweeps are run here and now, on the \
      scenario's sweep or as --vary and the other options of sweep say. One result: its samples are grouped \
      by the option that was chosen in them, which says how things went with it, not what it brings about. \
      Measures: worst payoff (maximin), best (maximax), Hurwicz, mean (Laplace), standard deviation, \
      largest regret (minimax regret), 90th percentile of regret, share of samples that satisfy, and \
      shortfall below the median.
      """,
    positional: CommandSpec.Positional(
      name: "RESULT|SCENARIO",
      help: "results of sweeps, or one scenario with --decision",
      kind: .file,
      least: 1,
      most: 64
    ),
    options: [
      OptionSpec(
        "--decision",
        kind: .text,
        "DECISION",
        help: "the decision whose options are compared"
      ),
      OptionSpec(
        "--player",
        "-p",
        kind: .text,
        "PLAYER",
        repeats: true,
        help: "whose payoffs are measured (default: the player who decides)"
      ),
      OptionSpec(
        "--pessimism",
        kind: .number,
        "SHARE",
        help: "the weight of the worst payoff in Hurwicz's measure (default 0.5)"
      ),
      OptionSpec(
        "--satisfy",
        kind: .number,
        "POINTS",
        help: "the least payoff that satisfies (default: none is measured)"
      ),
    ] + design + [jobs, progress] + common,
    examples: [
      CommandSpec.Example(
        line: "detente robustness Scenarios/okinawa-2000.json5 --decision nmd",
        does: "what the United States should do about missile defence, whatever the numbers"
      ),
      CommandSpec.Example(
        line: "detente robustness deploy.csv defer.csv forgo.csv --satisfy 0",
        does: "the same from results of sweeps with --fix nmd=deploy, and so on"
      ),
    ]
  )
}
