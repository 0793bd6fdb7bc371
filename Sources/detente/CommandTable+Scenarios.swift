/// Commands on what one or several scenarios say.
extension CommandTable {
  static let solve = CommandSpec(
    name: "solve",
    group: .happens,
    summary: "Find the equilibria, where play settles, and what would be better for all",
    discussion: """
      Lists every pure equilibrium with its certificate, follows play from the status quo to where it \
      settles, says who would leave the status quo and why, which outcomes are better for everybody yet \
      not stable, and what strategies fall to iterated elimination.
      """,
    positional: scenario,
    options: common,
    examples: [
      CommandSpec.Example(
        line: "detente solve Scenarios/okinawa-2000.json5",
        does: "the July 2000 equilibrium"
      ),
      CommandSpec.Example(
        line: "detente solve Scenarios/okinawa-2000.json5 --set neutralise_russia=7",
        does: "the same with a United States that is keener on blunting Russia's missiles"
      ),
      CommandSpec.Example(
        line:
          "detente solve Scenarios/okinawa-2000.json5 --fix nmd=deploy --start missiles=continue",
        does: "with the shield deployed come what may, and the North testing at first"
      ),
    ]
  )

  static let compare = CommandSpec(
    name: "compare",
    group: .whatIf,
    summary: "Set scenarios or changes side by side: outcomes, payoffs and claims",
    discussion: """
      One row for each case; what differs is told against the first. Cases are the scenario files given, \
      each with the changes before the first --and, then again with the changes between --and and --and.
      """,
    positional: scenarios,
    options: common + [
      OptionSpec(
        "--and",
        repeats: true,
        help: "begin another case: the --set, --fix and --start that follow are its own"
      )
    ],
    examples: [
      CommandSpec.Example(
        line: "detente compare Scenarios/okinawa-2000.json5 Scenarios/committed-2001.json5",
        does: "July 2000 against a United States committed to the shield"
      ),
      CommandSpec.Example(
        line:
          "detente compare Scenarios/okinawa-2000.json5 --set launches_per_year=1 --and --set launches_per_year=2",
        does: "one launch a year against two"
      ),
    ]
  )

  static let check = CommandSpec(
    name: "check",
    group: .why,
    summary: "Check scenario files, and every claim they make of their source",
    discussion: """
      Prints what is wrong with the files, then every claim with holds or fails and the figures behind \
      it. Exit status 0: all claims hold; 1: a claim fails; 65: a file is bad. With --noise R every number \
      is multiplied, independently, by a factor drawn evenly from 1-R to 1+R (in steps of R/10000).
      """,
    positional: scenarios,
    options: [
      OptionSpec("--strict", help: "make a missing 'because' an error"),
      OptionSpec(
        "--noise",
        kind: .number,
        "R",
        help: "how the claims fare when every number is off by up to the share R"
      ),
      OptionSpec(
        "--draws",
        kind: .integer(1...10_000_000),
        "N",
        help: "how many times to draw (default 1000)"
      ),
      seed("the draws (default 1)"),
      jobs,
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente check Scenarios/okinawa-2000.json5",
        does: "every claim, with its figures"
      ),
      CommandSpec.Example(
        line: "detente check Scenarios/okinawa-2000.json5 --noise 0.2 --draws 2000",
        does: "how sturdy the equilibrium and the claims are"
      ),
    ]
  )

  static let explain = CommandSpec(
    name: "explain",
    group: .why,
    summary: "Take payoffs to pieces, down to the evidence behind each number",
    discussion: """
      Interest by interest and effect by effect, each with its evidence and paragraph. With --versus, only \
      what differs between two outcomes. The last lines say which share rests on the article, on the \
      record, and on assumptions.
      """,
    positional: scenario,
    options: [
      OptionSpec(
        "--player",
        "-p",
        kind: .text,
        "PLAYER",
        repeats: true,
        help: "only this player's payoff"
      ),
      OptionSpec(
        "--outcome",
        kind: .text,
        "OPTIONS",
        help:
          "the outcome, as \"nmd=defer,missiles=scrap\"; what is not named is as where play settles"
      ),
      OptionSpec(
        "--equilibrium",
        kind: .integer(1...Int.max),
        "K",
        help: "fill in what is not named from the equilibrium that solve numbers K"
      ),
      OptionSpec("--versus", kind: .text, "OPTIONS", help: "the outcome to compare with, likewise"),
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente explain Scenarios/okinawa-2000.json5 --player us",
        does: "what makes up the American payoff"
      ),
      CommandSpec.Example(
        line:
          "detente explain Scenarios/okinawa-2000.json5 -p us --outcome nmd=deploy --versus nmd=defer",
        does: "why the United States would, or would not, deploy"
      ),
    ]
  )

  static let describe = CommandSpec(
    name: "describe",
    group: .why,
    summary: "List players, decisions, options, and every number with its path and range",
    discussion: "The paths are what --set and --vary take.",
    positional: scenario,
    options: common,
    examples: [
      CommandSpec.Example(
        line: "detente describe Scenarios/okinawa-2000.json5",
        does: "all names and numbers"
      )
    ]
  )
}
