import Documents
import Glibc
import Negotiation
import Presentation

/// The program.
@main
struct Main {
  static let version = "0.1.0"

  static func main() {
    occupyStandardDescriptors()
    // A full pipe or disk is told by the write that fails, not by an end without a word.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let console = Console()
    let code = run(Array(CommandLine.arguments.dropFirst()), console)
    exit(code.rawValue)
  }

  /// Puts the null device where standard input, output or error is closed, so that no file of ours gets
  /// its number and is written to as if it were a terminal.
  private static func occupyStandardDescriptors() {
    for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }

  private static func run(_ arguments: [String], _ console: Console) -> ExitCode {
    let parser = ArgumentParser(commands: CommandTable.commands)
    console.setColour("auto")
    do throws(Failure) {
      let code = try answer(parser.parse(arguments), console)
      try console.flush()
      return code
    } catch {
      for line in error.message.split(separator: "\n") { console.complain(String(line)) }
      return error.code
    }
  }

  private static func answer(
    _ request: ArgumentParser.Request,
    _ console: Console
  ) throws(Failure) -> ExitCode {
    let help = HelpText(
      commands: CommandTable.commands,
      width: min(100, Console.terminalWidth(1))
    )
    switch request {
    case .version:
      try console.print("detente \(version)\n")
    case .help(let command):
      let spec = CommandTable.commands.first { $0.name == command }
      try console.print(spec.map { help.page(for: $0) } ?? help.overview())
    case .mistakes(let command, let mistakes):
      console.command = command ?? ""
      for mistake in mistakes { console.complain(mistake) }
      console.say("see 'detente help\(command.map { " \($0)" } ?? "")'\n")
      return .usage
    case .run(let parsed):
      console.command = parsed.spec.name
      console.isQuiet = parsed.has("--quiet")
      console.setColour(parsed.string("--color") ?? "auto")
      return try run(parsed, console)
    }
    return .yes
  }

  private static func run(
    _ parsed: ParsedCommand,
    _ console: Console
  ) throws(Failure) -> ExitCode {
    switch parsed.spec.name {
    case "check": try CheckCommand(parsed, console).run()
    case "compare": try CompareCommand(parsed, console).run()
    case "deal": try DealCommand(parsed, console).run()
    case "forecast": try ForecastCommand(parsed, console).run()
    case "bargain": try BargainCommand(parsed, console).run()
    case "lenses": try LensesCommand(parsed, console).run()
    case "negotiate": try NegotiateCommand(parsed, console).run()
    case "stability": try StabilityCommand(parsed, console).run()
    case "coalitions": try CoalitionsCommand(parsed, console).run()
    case "diff": try DiffCommand(parsed, console).run()
    case "discover": try DiscoverCommand(parsed, console).run()
    case "robust": try RobustCommand(parsed, console).run()
    case "robustness": try RobustnessCommand(parsed, console).run()
    case "describe": try DescribeCommand(parsed, console).run()
    case "explain": try ExplainCommand(parsed, console).run()
    case "tip": try TipCommand(parsed, console).run()
    case "map": try MapCommand(parsed, console).run()
    case "merge": try MergeCommand(parsed, console).run()
    case "status": try StatusCommand(parsed, console).run()
    case "verify": try VerifyCommand(parsed, console).run()
    case "sensitivity": try SensitivityCommand(parsed, console).run()
    case "sweep": try SweepCommand(parsed, console).run()
    case "selftest": try SelftestCommand(parsed, console).run()
    case "solve": try SolveCommand(parsed, console).run()
    case "completions":
      try ShellCommands.completions(parsed, console)
    case "help":
      try ShellCommands.help(parsed, console)
    default:
      throw Failure(.internalFault, "the command '\(parsed.spec.name)' is not wired")
    }
  }
}
