import GameTheory
import Negotiation

/// `detente robust`: the smallest change of several numbers at once that makes or breaks an equilibrium.
struct RobustCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let wishes = try session.wishes(parsed.occurrences)
    let plain = try session.model(parsed.positionals[0], wishes)
    let (numbers, (question, otherCount)) = try both(
      { () throws(Failure) -> [VariedNumber] in try self.numbers(plain.scenario) },
      { () throws(Failure) -> (NearestChange.Question, otherCount: Int) in try self.question(plain)
      }
    )
    let model = try session.model(plain.scenario, wishes, varying: numbers.map { $0.path })
    let change = NearestChange(
      model,
      numbers: numbers,
      question: question,
      otherCount: otherCount,
      tolerance: session.tolerance
    )
    try session.print(
      NearestChangeText(change, isExact: parsed.has("--exact"), session.console)
    )
    return .yes
  }

  /// The numbers that may change: those asked for, else all parameters with any value in a stated range.
  private func numbers(_ scenario: Scenario) throws(Failure) -> [VariedNumber] {
    let words = parsed.strings("--vary")
    let declared = scenario.parameters.filter { parameter in
      let range = parameter.quantity.range
      return parameter.kind == .real && !parameter.isDerived
        && range.map { $0.lowerBound < $0.upperBound } ?? false
    }
    guard words.isEmpty else { return try VariedNumberReader(scenario).numbers(words) }
    guard !declared.isEmpty else {
      throw Failure(
        .usage,
        "no parameter of '\(scenario.file)' has a range; name numbers with --vary PATH=lo:hi"
      )
    }
    return try VariedNumberReader(scenario).numbers(declared.map { $0.name })
  }

  /// What is asked, and how many other equilibria could be meant.
  private func question(
    _ model: ScenarioModel
  ) throws(Failure) -> (NearestChange.Question, otherCount: Int) {
    let wish = try ScenarioWords(model.scenario).options(
      parsed.string("--outcome") ?? "",
      for: "--outcome",
      heldBy: model
    )
    let choice = try EquilibriumChoice(CaseResult(model, tolerance: session.tolerance), parsed)
    if let equilibrium = try choice.equilibrium(having: wish) {
      return (.stops(equilibrium), wish.choices.isEmpty ? 0 : choice.count(having: wish) - 1)
    }
    guard !wish.choices.isEmpty else {
      throw Failure(
        .no,
        "there is no equilibrium that could stop; name with --outcome what is to start being one"
      )
    }
    return (.starts(wish), 0)
  }
}
