import Negotiation
import Sweeps

/// Commands that run sweeps, and on what these leave on the disk.
extension CommandTable {
  private static let quiet = OptionSpec("--quiet", "-q", help: "print no notes")

  /// What is varied, and how samples are chosen.
  static let design = [
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
    seed("what is drawn (default: as the sweep says, else 1)"),
  ]

  static let progress = OptionSpec(
    "--progress",
    kind: .choice(["bar", "json", "none"]),
    "bar|json|none",
    help:
      "how to say how far it is, once a second on standard error; a bar on a terminal only (default: bar there, else none)"
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
    options: design + [
      OptionSpec(
        "--second-order",
        help: "with --design saltelli: add the samples that second-order indices need"
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
      progress,
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

  static let merge = CommandSpec(
    name: "merge",
    group: .whatIf,
    summary: "Put the chunks of a sweep's shards together in one file",
    discussion: """
      Writes the same bytes as one run without shards. Exit status 0: done; 1: chunks are missing, which \
      are listed, and nothing is written; 65: a chunk is damaged or of another run.
      """,
    positional: CommandSpec.Positional(
      name: "FOLDER",
      help: "the folder that the shards wrote to",
      kind: .file,
      least: 1,
      most: 1
    ),
    options: [
      OptionSpec(
        "--out",
        "-o",
        kind: .file,
        "FILE",
        help: "where rows go; - is standard output (default: a name made of scenario and sweep)"
      ),
      OptionSpec("--force", "-f", help: "replace FILE if it exists"), colour, quiet,
    ],
    examples: [
      CommandSpec.Example(
        line: "detente merge chunks --out wide.csv",
        does: "all rows, once every shard is done"
      )
    ]
  )

  static let status = CommandSpec(
    name: "status",
    group: .whatIf,
    summary: "Say how far a sweep is that runs or was stopped",
    discussion: """
      Reads only what is on the disk: a folder of chunks, or a file of rows with its record. Exit status \
      0: complete; 2: not yet.
      """,
    positional: CommandSpec.Positional(
      name: "PATH",
      help: "a folder of chunks, or a file of rows",
      kind: .file,
      least: 1,
      most: 1
    ),
    options: [tableOrJSON, json, colour, quiet],
    examples: [
      CommandSpec.Example(line: "detente status chunks", does: "which chunks are there"),
      CommandSpec.Example(line: "detente status wide.csv", does: "how far the run is"),
    ]
  )

  static let verify = CommandSpec(
    name: "verify",
    group: .whatIf,
    summary: "Check that rows are still what was written, chunk by chunk",
    discussion: """
      Computes the checksum of each chunk again, counts its rows, and compares them with the record. Exit \
      status 0: all are as they were written; 1: what differs is named.
      """,
    positional: CommandSpec.Positional(
      name: "PATH",
      help: "files of rows, or folders of chunks",
      kind: .file,
      least: 1,
      most: 1000
    ),
    options: [colour, quiet],
    examples: [
      CommandSpec.Example(line: "detente verify wide.csv", does: "is it whole and unchanged?")
    ]
  )
}
