import GameTheory
import Negotiation

/// `detente deal`: what it would take for an outcome to hold.
struct DealCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let model = try session.model(parsed.positionals[0], session.wishes(parsed.occurrences))
    guard let word = parsed.string("--target") else {
      throw Failure(.usage, "say what the deal is to be: --target DECISION=OPTION,...")
    }
    let target = try ScenarioWords(model.scenario).options(word, for: "--target", heldBy: model)
    guard !target.choices.isEmpty else {
      throw Failure(.usage, "--target names no decision; write --target DECISION=OPTION,...")
    }
    let choice = try EquilibriumChoice(CaseResult(model, tolerance: session.tolerance), parsed)
    let deal = Deal(
      model,
      target: target,
      equilibrium: try choice.equilibrium(),
      tolerance: session.tolerance
    )
    try session.print(DealText(deal, session.console))
    return .yes
  }
}
