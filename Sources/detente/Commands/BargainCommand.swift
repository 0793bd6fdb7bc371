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
      throw Failure(.usage, "--weights: \(BargainCommand.text(of: error))")
    }
    try session.print(BargainText(bargain, session.console))
    return .yes
  }

  /// The bargaining power of each player; nil where all have the same.
  private func weights(_ scenario: Scenario) throws(Failure) -> [Rational]? {
    guard let word = parsed.string("--weights") else { return nil }
    var weights = [Rational](repeating: 1, count: scenario.players.count)
    var mistakes: [String] = []
    var stated: Set<Int> = []
    for part in word.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces() }
      guard sides.count == 2, let weight = Rational(decimal: sides[1]) else {
        mistakes.append("'\(part.trimmingSpaces())' is not PLAYER=NUMBER")
        continue
      }
      guard let player = scenario.players.firstIndex(where: { $0.id == sides[0] }) else {
        mistakes.append(
          "there is no player '\(sides[0])'"
            + suggestion(for: sides[0], among: scenario.players.map { $0.id })
        )
        continue
      }
      if stated.contains(player) { mistakes.append("'\(sides[0])' is given two weights") }
      stated.insert(player)
      weights[player] = weight
    }
    guard mistakes.isEmpty else {
      throw Failure(.usage, "--weights: " + mistakes.joined(separator: "; "))
    }
    return weights
  }

  private static func text(of error: BargainingError) -> String {
    switch error {
    case .weightSign: "weights are at least 0, and one is above"
    case .weightSize(let limit):
      "as whole numbers in lowest terms the weights add up to more than \(limit); round them"
    default: "\(error)"
    }
  }
}
