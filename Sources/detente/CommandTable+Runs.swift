/// Commands on what sweeps leave on the disk.
extension CommandTable {
  private static let json = [
    OptionSpec(
      "--format",
      kind: .choice(["table", "json"]),
      "table|json",
      help: "how to print the results (default table)"
    ),
    OptionSpec("--json", help: "short for --format json"),
  ]

  private static let colour = OptionSpec(
    "--color",
    kind: .choice(["auto", "always", "never"]),
    "auto|always|never",
    help: "when to use colours (default auto: on a terminal, unless NO_COLOR is set)"
  )

  private static let quiet = OptionSpec("--quiet", "-q", help: "print no notes")

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
    options: json + [colour, quiet],
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
