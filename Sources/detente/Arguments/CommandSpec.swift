/// What a command is called with: the one description from which parsing, help and completions are made.
struct CommandSpec: Sendable {
  /// The question that the command answers, under which help lists it.
  enum Group: String, CaseIterable {
    case happens = "What happens?"
    case whatIf = "What if?"
    case why = "Why?"
    case whatItTakes = "What would it take?"
    case shell = "The shell"
  }

  /// What stands after the command without a name.
  struct Positional {
    let name: String
    let help: String
    let kind: OptionSpec.Kind
    let least: Int
    let most: Int
  }

  /// A command line and what it does.
  struct Example {
    let line: String
    let does: String
  }

  let name: String
  let group: Group
  let summary: String
  let discussion: String
  let positional: Positional
  let options: [OptionSpec]
  let examples: [Example]

  /// The option with a name.
  func option(named name: String) -> OptionSpec? {
    options.first { $0.names.contains(name) }
  }
}

/// One option of a command.
struct OptionSpec: Sendable {
  /// What its value may be.
  enum Kind: Sendable {
    /// No value: it is given or not.
    case flag
    case text
    case file
    case number
    case integer(ClosedRange<Int>)
    case choice([String])
  }

  /// Its names, the one that it is known by first.
  let names: [String]
  let kind: Kind
  /// What stands for the value in help.
  let placeholder: String
  let help: String
  let isRepeatable: Bool

  init(
    _ names: String...,
    kind: Kind = .flag,
    _ placeholder: String = "",
    repeats: Bool = false,
    help: String
  ) {
    self.names = names
    self.kind = kind
    self.placeholder = placeholder
    self.help = help
    isRepeatable = repeats
  }

  var name: String { names[0] }

  var isFlag: Bool {
    if case .flag = kind { true } else { false }
  }
}
