import GameTheory
import Negotiation

/// `detente lenses`: what all ways of looking at a scenario predict, side by side.
struct LensesCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let model = try session.model(parsed.positionals[0], session.wishes(parsed.occurrences))
    let result = CaseResult(model, tolerance: session.tolerance)
    var predictions = [Prediction.equilibria(result), Prediction.settling(result)]
    predictions.append(quantalResponse(model))
    let sequence = SequentialOutcome(model)
    predictions.append(.sequentialPlay(sequence))
    if let whatIf = Prediction.sequentialWhatIf(sequence) { predictions.append(whatIf) }
    let disagreement = try self.disagreement(result)
    let setting = try? TalksSetting(model, session, disagreement: disagreement)
    if let bargain = try? Bargain(model, disagreement: disagreement) {
      predictions += Prediction.bargains(bargain)
    }
    if let setting { predictions += try talks(setting) }
    predictions += stability(model)
    predictions += forecasts(model)
    let lenses = Lenses(model, predictions)
    try session.print(LensesText(lenses, disagreement, session.console))
    return lenses.disputed.isEmpty ? .yes : .no
  }

  /// What stands without an agreement, where nothing better is known the status quo.
  private func disagreement(_ result: CaseResult) throws(Failure) -> Bargain.Disagreement {
    let choice = DisagreementChoice(
      model: result.model,
      choice: try EquilibriumChoice(result, parsed),
      parsed: parsed,
      console: session.console
    )
    if parsed.has("--disagreement") || parsed.has("--equilibrium") {
      return try choice.disagreement().0
    }
    if let found = try? choice.disagreement().0 { return found }
    session.console.note(
      "no single equilibrium stands without an agreement, so the status quo does; --disagreement names another"
    )
    return .outcome(result.model.statusQuo)
  }

  private func quantalResponse(_ model: ScenarioModel) -> Prediction {
    let word = parsed.string("--precision") ?? "4"
    let precision = Rational(decimal: word)?.toDouble() ?? 4
    return .quantalResponse(QuantalPlay(model, at: [precision]))
  }

  /// Talks as the scenario states them, and those of a tournament.
  private func talks(_ setting: TalksSetting) throws(Failure) -> [Prediction] {
    let words = try setting.negotiators()
    var predictions: [Prediction] = []
    if let result = try? OfferSession.run(
      setting.talks.problem,
      words.map { $0.negotiator },
      seed: setting.seed
    ) {
      predictions.append(.talks(setting.talks, result))
    }
    guard let run = try? TournamentRun(setting, session) else { return predictions }
    let agreements = run.agreements()
    predictions.append(
      .tournament(setting.talks, games: agreements.games, agreements: agreements.counts)
    )
    return predictions
  }

  private func stability(_ model: ScenarioModel) -> [Prediction] {
    guard let stability = try? Stability(model, tolerance: session.tolerance) else { return [] }
    // Nash stability is the equilibrium, which has been told.
    return Prediction.stability(stability).filter { $0.id != "nash" }
  }

  private func forecasts(_ model: ScenarioModel) -> [Prediction] {
    Prediction.forecasts(model.scenario.continua.compactMap { try? Forecast($0) }, model)
  }
}
