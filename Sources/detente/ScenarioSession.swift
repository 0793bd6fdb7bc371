import Documents
import GameTheory
import Negotiation
import Presentation

/// What every command that reads a scenario does first: the options that all of them share.
struct ScenarioSession {
  /// How results are printed.
  enum Format {
    case table
    case json
    case csv
  }

  /// The changes to a scenario that were asked for.
  struct Wishes {
    var set: [ScenarioReader.Assignment] = []
    var fix: [String] = []
    var start: [String] = []
  }

  let parsed: ParsedCommand
  let console: Console
  let tolerance: Rational
  let format: Format
  /// The files that were read.
  let inputs = InputFiles()

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    self.parsed = parsed
    self.console = console
    let written = parsed.string("--tolerance") ?? "0"
    guard let tolerance = Rational(decimal: written), tolerance >= 0 else {
      throw Failure(.usage, "--tolerance is a decimal number of at least 0, not \(written)")
    }
    self.tolerance = tolerance
    let word = parsed.string("--format") ?? "table"
    format = parsed.has("--json") || word == "json" ? .json : word == "csv" ? .csv : .table
  }

  /// The changes given by some options.
  func wishes(_ occurrences: [ParsedCommand.Occurrence]) throws(Failure) -> Wishes {
    var wishes = Wishes()
    var mistakes: [String] = []
    for occurrence in occurrences {
      switch occurrence.name {
      case "--fix": wishes.fix.append(occurrence.value)
      case "--start": wishes.start.append(occurrence.value)
      case "--set":
        let parts = ScenarioWords.sides(occurrence.value)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
          mistakes.append("--set takes NAME=VALUE, not '\(occurrence.value)'")
          continue
        }
        let wish = ScenarioReader.Assignment(
          path: parts[0],
          value: parts[1]
        )
        if let other = wishes.set.first(where: { $0.path == wish.path }), other.value != wish.value
        {
          mistakes.append(
            "--set gives '\(wish.path)' two values, \(other.value) and \(wish.value)"
          )
        }
        wishes.set.append(wish)
      default: break
      }
    }
    try fail(mistakes)
    return wishes
  }

  /// Reads a scenario, printing its diagnostics to standard error; there is none when it is bad.
  func read(_ path: String, _ wishes: Wishes, isStrict: Bool = false) -> ScenarioReader.Reading {
    let inputs = inputs
    let reader = ScenarioReader { path throws(ScenarioReader.LoadFailure) in
      try inputs.load(path)
    }
    let reading = reader.read(path, setting: wishes.set, isStrict: isStrict)
    let shown = reading.diagnostics.filter { $0.severity != .note || !console.isQuiet }
    let text = DiagnosticPrinter(isColoured: console.isErrorColoured).text(of: shown)
    if inputs.isNews(text) { console.say(text) }
    if reading.scenario == nil {
      let place = reading.isWrongCall ? "--set for \(path)" : path
      console.say("\(DiagnosticPrinter.summary(of: reading.diagnostics)) in \(place)\n")
    }
    return reading
  }

  /// Reads several scenarios; when some are bad, the exit code says how.
  func read(
    _ paths: [String],
    _ wishes: Wishes,
    isStrict: Bool = false
  ) -> (scenarios: [Scenario], failure: ExitCode?) {
    var scenarios: [Scenario] = []
    var failure: ExitCode?
    for path in paths {
      let reading = read(path, wishes, isStrict: isStrict)
      if let scenario = reading.scenario {
        scenarios.append(scenario)
      } else if failure != .badData {
        failure = ScenarioSession.exitCode(for: reading)
      }
    }
    return (scenarios, failure)
  }

  /// How the program ends when a scenario is bad.
  private static func exitCode(for reading: ScenarioReader.Reading) -> ExitCode {
    reading.isUnreadable ? .unreadable : reading.isWrongCall ? .usage : .badData
  }

  /// Reads a scenario and compiles it, or fails.
  func model(
    _ path: String,
    _ wishes: Wishes,
    varying: [String] = []
  ) throws(Failure) -> ScenarioModel {
    let reading = read(path, wishes)
    guard let scenario = reading.scenario else {
      throw Failure(ScenarioSession.exitCode(for: reading))
    }
    return try model(scenario, wishes, varying: varying)
  }

  /// Compiles a scenario with the changes that were asked for.
  func model(
    _ scenario: Scenario,
    _ wishes: Wishes,
    varying: [String] = []
  ) throws(Failure) -> ScenarioModel {
    var changes = ScenarioModel.Changes()
    let parser = ScenarioWords(scenario)
    changes.held = try parser.options(wishes.fix.joined(separator: ","), for: "--fix")
    changes.start = try parser.options(wishes.start.joined(separator: ","), for: "--start")
    do throws(ScenarioModel.UnknownPath) {
      return try ScenarioModel(scenario, varying: varying, changes: changes)
    } catch {
      throw Failure(
        .usage,
        "\(scenario.file): \(error.message)" + (error.help.map { "; \($0)" } ?? "")
      )
    }
  }

  /// Says that outcomes which cannot be are looked at like others, where the scenario has such.
  func noteInfeasible(_ scenario: Scenario) {
    guard scenario.conflict?.infeasible.isEmpty == false else { return }
    console.note(
      "outcomes that conflict.infeasible rules out are looked at too; 'stability' leaves them out"
    )
  }

  /// Fails with all mistakes, if there are any.
  func fail(_ mistakes: [String]) throws(Failure) {
    guard let last = mistakes.last else { return }
    for mistake in mistakes.dropLast() { console.complain(mistake) }
    throw Failure(.usage, last)
  }
}

extension Substring {
  /// The text without spaces at its ends.
  func trimmingSpaces() -> String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
