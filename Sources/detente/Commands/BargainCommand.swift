import GameTheory
import Negotiation

/// `detente bargain`: what the solutions of bargaining theory recommend.
struct BargainCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let model = try session.model(parsed.positionals[0], session.wishes(parsed.occurrences))
    session.noteInfeasible(model.scenario)
    let choice = try EquilibriumChoice(CaseResult(model, tolerance: session.tolerance), parsed)
    let (weights, (disagreement, equilibrium)) = try both(
      { () throws(Failure) -> [Rational]? in try self.weights(model.scenario) },
      { () throws(Failure) -> (Bargain.Disagreement, equilibrium: Int?) in
        try DisagreementChoice(
          model: model,
          choice: choice,
          parsed: parsed,
          console: session.console
        ).disagreement()
      }
    )
    let bargain: Bargain
    do throws(BargainingError) {
      bargain = try Bargain(
        model,
        disagreement: disagreement,
        outsideOptions: model.scenario.negotiation?.outsideOptions,
        weights: weights,
        hasLotteries: parsed.has("--lotteries"),
        equilibrium: equilibrium
      )
    } catch {
      throw BargainCommand.failure(error)
    }
    try session.print(BargainText(bargain, session.console))
    return .yes
  }

  /// The bargaining power of each player, 1 for those not named; nil where all have the same.
  private func weights(_ scenario: Scenario) throws(Failure) -> [Rational]? {
    guard let text = parsed.string("--weights") else { return nil }
    return try ScenarioWords(scenario).numbers(text, "weight", for: "--weights").map { $0 ?? 1 }
  }

  private static func failure(_ error: BargainingError) -> Failure {
    switch error {
    case .weightSign: Failure(.usage, "--weights: weights are at least 0, and one is above")
    case .weightSize(let limit):
      Failure(
        .usage,
        "--weights: as whole numbers in lowest terms the weights add up to more than \(limit); round them"
      )
    default: Failure(.internalFault, "bargaining fails: \(error)")
    }
  }
}
