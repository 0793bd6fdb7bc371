import Negotiation
import Sweeps

/// All commands and their options, described once.
enum CommandTable {
  static let commands = [
    solve, compare, sweep, merge, status, verify, sensitivity, discover, robustness, diff,
    check, explain, describe, selftest, help, completions,
  ]

  private static let scenario = CommandSpec.Positional(
    name: "SCENARIO",
    help: "a scenario file (.json5)",
    kind: .file,
    least: 1,
    most: 1
  )
  private static let scenarios = CommandSpec.Positional(
    name: "SCENARIO",
    help: "scenario files (.json5)",
    kind: .file,
    least: 1,
    most: 1000
  )

  /// The options of every command that reads a scenario.
  private static let common = [
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
    OptionSpec(
      "--format",
      kind: .choice(["table", "json", "csv"]),
      "table|json|csv",
      help: "how to print the results (default table)"
    ),
    OptionSpec("--json", help: "short for --format json"),
    OptionSpec(
      "--color",
      kind: .choice(["auto", "always", "never"]),
      "auto|always|never",
      help: "when to use colours (default auto: on a terminal, unless NO_COLOR is set)"
    ),
    OptionSpec("--quiet", "-q", help: "print no progress and no notes"),
  ]

  private static let jobs = OptionSpec(
    "--jobs",
    "-j",
    kind: .integer(1...1024),
    "N",
    help: "how many threads to use (default: one for each processor)"
  )

  private static let solve = CommandSpec(
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

  private static let compare = CommandSpec(
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

  static let sweep = CommandSpec(
    name: "sweep",
    group: .whatIf,
    summary: "Solve the scenario for many values of its numbers, in parallel",
    discussion: """
      Writes one row for each sample to a file and ends with a summary: in what share of the samples each \
      outcome settles, which numbers move it most, and how often each claim holds. Rows are in the order \
      of the samples and the same to the byte whatever --jobs is. Without --sweep and --vary, the \
      scenario's sweep called default runs. Several scenarios are run on one and the same design.
      """,
    positional: scenarios,
    options: [
      OptionSpec("--sweep", kind: .text, "NAME", help: "run this sweep of the scenario"),
      OptionSpec(
        "--vary",
        kind: .text,
        "PATH=VALUES",
        repeats: true,
        help:
          "vary a number: PATH=lo:hi, PATH=lo:hi:step, PATH=v1,v2,..., a distribution such as PATH=normal(4,1), or PATH alone for what the scenario says"
      ),
      OptionSpec(
        "--points",
        kind: .file,
        "FILE",
        help: "take the samples from a CSV file whose first line names numbers by their paths"
      ),
      OptionSpec(
        "--design",
        kind: .choice(Design.Kind.allCases.map { $0.rawValue }),
        "KIND",
        help:
          "how samples are chosen: grid, zip, points, random, latin, sobol, saltelli, morris or oat (default: as the sweep says, else grid)"
      ),
      OptionSpec(
        "--samples",
        "-n",
        kind: .integer(1...1_000_000_000_000),
        "N",
        help:
          "how many samples a design that draws takes (default: as the sweep says, else 1000); with saltelli base points (1024), with morris trajectories (100)"
      ),
      OptionSpec(
        "--levels",
        kind: .integer(2...SweepPlan.levelLimit),
        "P",
        help:
          "among how many levels, an even number, morris moves (default: as the sweep says, else 8)"
      ),
      OptionSpec(
        "--seed",
        kind: .integer(0...Int.max),
        "S",
        help: "the seed of what is drawn (default: as the sweep says, else 1)"
      ),
      jobs,
      OptionSpec(
        "--out",
        "-o",
        kind: .file,
        "FILE",
        help: "where rows go; - is standard output (default: a name made of scenario and sweep)"
      ),
      OptionSpec(
        "--rows",
        kind: .choice(["csv", "jsonl"]),
        "csv|jsonl",
        help: "the form of the rows (default csv, or what FILE ends in)"
      ),
      OptionSpec(
        "--shard",
        kind: .text,
        "K/N",
        help: "run part K (from 0) of N, into the folder that --out names; merge puts them together"
      ),
      OptionSpec(
        "--emit",
        kind: .choice(["slurm", "parallel"]),
        "slurm|parallel",
        help: "print a script that runs the sweep in shards on Slurm or GNU parallel, then merges"
      ),
      OptionSpec(
        "--shards",
        kind: .integer(1...1_000_000),
        "N",
        help: "into how many shards --emit deals the sweep (default 64)"
      ),
      OptionSpec("--force", "-f", help: "replace FILE if it exists, and an unfinished run of it"),
      OptionSpec(
        "--resume",
        help: "go on with an unfinished run of the same command; simply start where there is none"
      ),
      OptionSpec(
        "--checkpoint",
        kind: .number,
        "SECONDS",
        help: "how often rows are secured on the disk, to be resumed from (default 1)"
      ),
      OptionSpec(
        "--progress",
        kind: .choice(["bar", "json", "none"]),
        "bar|json|none",
        help: "how to say how far it is, on standard error (default: bar on a terminal, else none)"
      ),
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente sweep Scenarios/okinawa-2000.json5",
        does: "the scenario's default sweep"
      ),
      CommandSpec.Example(
        line: "detente sweep Scenarios/okinawa-2000.json5 --vary neutralise_russia=0:8:0.1",
        does: "one number in steps"
      ),
      CommandSpec.Example(
        line:
          "detente sweep Scenarios/okinawa-2000.json5 --sweep wide --samples 1000000 --out wide.csv",
        does: "every parameter at once"
      ),
    ]
  )

  private static let sensitivity = CommandSpec(
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
        kind: .integer(2...1_000_000),
        "P",
        help: "among how many levels trajectories move, an even number (default 8)"
      ),
      OptionSpec(
        "--replicates",
        kind: .integer(0...100_000),
        "R",
        help: "how often to resample for intervals (default 500)"
      ),
      OptionSpec(
        "--seed",
        kind: .integer(0...Int.max),
        "S",
        help: "the seed of what is drawn, and of the resampling (default 1, or that of the sweep)"
      ),
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

  private static let check = CommandSpec(
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
      OptionSpec(
        "--seed",
        kind: .integer(0...Int.max),
        "S",
        help: "the seed of the draws (default 1)"
      ),
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

  private static let explain = CommandSpec(
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

  private static let describe = CommandSpec(
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

  private static let selftest = CommandSpec(
    name: "selftest",
    group: .shell,
    summary: "Hold the program against reference cases with known answers",
    discussion: """
      Runs every .json and .json5 file in the folders, and in those within, and says family by family how \
      many checks passed, failed and were skipped, with the tolerance that the file states or, where it \
      states none, that is usual for the family. Files of a family that is not known are skipped. Without \
      folders the program runs a small set of its own. Exit status 0: nothing failed; 1: a check failed, or \
      a file could not be used; 65: none of the files could; 66: a folder cannot be read or has no such file.
      """,
    positional: CommandSpec.Positional(
      name: "DIR",
      help: "folders of case files, or single files",
      kind: .file,
      least: 0,
      most: 1000
    ),
    options: [
      OptionSpec(
        "--format",
        kind: .choice(["table", "json"]),
        "table|json",
        help: "how to print the results (default table)"
      )
    ] + common.filter { ["--json", "--color", "--quiet"].contains($0.names[0]) },
    examples: [
      CommandSpec.Example(line: "detente selftest", does: "the program's own small set")
    ]
  )

  private static let help = CommandSpec(
    name: "help",
    group: .shell,
    summary: "Explain a command, or a diagnostic by its code",
    discussion: "",
    positional: CommandSpec.Positional(
      name: "TOPIC",
      help: "a command, or a code such as S014",
      kind: .text,
      least: 0,
      most: 1
    ),
    options: [],
    examples: [
      CommandSpec.Example(line: "detente help sweep", does: "the page on a command"),
      CommandSpec.Example(
        line: "detente help S014",
        does: "what a diagnostic means and how to mend it"
      ),
    ]
  )

  private static let completions = CommandSpec(
    name: "completions",
    group: .shell,
    summary: "Print a completion script for bash, zsh or fish",
    discussion: "",
    positional: CommandSpec.Positional(
      name: "SHELL",
      help: "bash, zsh or fish",
      kind: .choice(["bash", "zsh", "fish"]),
      least: 1,
      most: 1
    ),
    options: [],
    examples: [
      CommandSpec.Example(
        line: "source <(detente completions bash)",
        does: "complete in this shell"
      )
    ]
  )
}
