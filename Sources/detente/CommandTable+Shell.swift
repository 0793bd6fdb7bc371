/// Commands on the program itself.
extension CommandTable {
  static let selftest = CommandSpec(
    name: "selftest",
    group: .shell,
    summary: "Hold the program against reference cases with known answers",
    discussion: """
      Runs every .json and .json5 file in the folders, and in those within, and says family by family how \
      many checks passed, failed and were skipped, with the tolerance that the file states or, where it \
      states none, that is usual for the family. Files of a family that is not known are skipped. Without \
      folders the program runs a small set of its own. Exit status 0: what was checked passed; 1: a check failed, or \
      a file could not be used; 2: nothing was checked, since no family is known; 65: none of the files could be \
      used; 66: a folder cannot be read or has no such file.
      """,
    positional: CommandSpec.Positional(
      name: "DIR",
      help: "folders of case files, or single files",
      kind: .file,
      least: 0,
      most: 1000
    ),
    options: [tableOrJSON]
      + common.filter {
        ["--json", "--color", "--quiet"].contains($0.names[0])
      },
    examples: [
      CommandSpec.Example(line: "detente selftest", does: "the program's own small set")
    ]
  )

  static let help = CommandSpec(
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

  static let completions = CommandSpec(
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
