import Documents
import Negotiation
import Presentation
import Sweeps

/// The commands that serve the shell: help and completions.
enum ShellCommands {
  static func completions(_ parsed: ParsedCommand, _ console: Console) throws(Failure) -> ExitCode {
    try console.print(
      Completions(commands: CommandTable.commands).script(for: parsed.positionals[0])
    )
    return .yes
  }

  static func help(_ parsed: ParsedCommand, _ console: Console) throws(Failure) -> ExitCode {
    let pages = HelpText(
      commands: CommandTable.commands,
      width: min(100, Console.terminalWidth(1))
    )
    guard let topic = parsed.positionals.first else {
      try console.print(pages.overview())
      return .yes
    }
    if let spec = CommandTable.commands.first(where: { $0.name == topic }) {
      try console.print(pages.page(for: spec))
      return .yes
    }
    let code = topic.uppercased()
    guard let (title, explanation) = page(code) else {
      let known = CommandTable.commands.map { $0.name } + codes
      let hint = nearestSpelling(to: topic, among: known).map { "; did you mean '\($0)'?" } ?? ""
      throw Failure(.usage, "there is no command or code '\(topic)'\(hint)")
    }
    try console.print("\(code): \(title)\n\n" + paragraph(explanation, width: pages.width))
    return .yes
  }

  private static var codes: [String] {
    SyntaxCode.allCases.map { $0.rawValue } + ScenarioCode.allCases.map { $0.rawValue }
      + TableCode.allCases.map { $0.rawValue } + ResultCode.allCases.map { $0.rawValue }
  }

  private static func page(_ code: String) -> (String, String)? {
    if let code = SyntaxCode(rawValue: code) { return (code.title, code.explanation) }
    if let code = TableCode(rawValue: code) { return (code.title, code.explanation) }
    if let code = ResultCode(rawValue: code) { return (code.title, code.explanation) }
    return ScenarioCode(rawValue: code).map { ($0.title, $0.explanation) }
  }
}
