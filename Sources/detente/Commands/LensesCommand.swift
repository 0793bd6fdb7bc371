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
    predictions.append(try quantalResponse(model))
    let sequence = SequentialOutcome(model)
    predictions.append(.sequentialPlay(sequence))
    if let whatIf = Prediction.sequentialWhatIf(sequence) { predictions.append(whatIf) }
    let disagreement = try self.disagreement(result)
    if let bargain = try? Bargain(
      model,
      disagreement: disagreement,
      outsideOptions: model.scenario.negotiation?.outsideOptions
    ) {
      predictions += Prediction.bargains(bargain)
    }
    do throws(Failure) {
      predictions += try talks(TalksSetting(model, session, disagreement: disagreement))
    } catch {
      predictions.append(left("talks", "talks, as stated", .talked, model, error.message))
    }
    predictions += stability(model)
    predictions += forecasts(model)
    let lenses = Lenses(model, predictions)
    try session.print(
      LensesText(
        lenses,
        disagreement,
        seed: parsed.integer("--seed") ?? 1,
        precision: try precision(),
        session.console
      )
    )
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

  /// How precise choices are in quantal response, per utility point.
  private func precision() throws(Failure) -> Double {
    let word = parsed.string("--precision") ?? "4"
    guard let precision = Rational(decimal: word)?.toDouble(), precision >= 0, precision <= 1e6
    else {
      throw Failure(.usage, "--precision is a number from 0 to 1000000, not \(word)")
    }
    return precision
  }

  private func quantalResponse(_ model: ScenarioModel) throws(Failure) -> Prediction {
    let precision = try self.precision()
    let strategies = model.scenario.players.indices.reduce(0) { sum, player in
      let counts = model.game.freeDecisions(of: player).map { model.game.decisions[$0].optionCount }
      return min(
        sum + counts.reduce(1) { min($0 * $1, LensesCommand.mostStrategies + 1) },
        .max / 2
      )
    }
    guard strategies <= LensesCommand.mostStrategies else {
      return left(
        "quantal-response",
        "quantal response",
        .alone,
        model,
        "players have more than \(LensesCommand.mostStrategies) strategies in all"
      )
    }
    return .quantalResponse(QuantalPlay(model, at: [precision]))
  }

  /// So many strategies, of all players together, quantal response is worked out for: its time grows with their cube.
  private static let mostStrategies = 400

  /// A lens that is left out, with the reason.
  private func left(
    _ id: String,
    _ name: String,
    _ family: Prediction.Family,
    _ model: ScenarioModel,
    _ reason: String
  ) -> Prediction {
    Prediction(
      id,
      name,
      family,
      shares: model.scenario.decisions.map { _ in nil },
      note: "left out: \(reason)"
    )
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
    let run: TournamentRun
    do throws(Failure) {
      run = try TournamentRun(setting, session)
    } catch {
      predictions.append(
        left("tournament", "talks, all ways", .talked, setting.talks.model, error.message)
      )
      return predictions
    }
    let agreements = run.agreements()
    predictions.append(
      .tournament(setting.talks, games: agreements.games, agreements: agreements.counts)
    )
    return predictions
  }

  private func stability(_ model: ScenarioModel) -> [Prediction] {
    guard let stability = try? Stability(model, tolerance: session.tolerance) else {
      return [left("stability", "stability", .lasting, model, "there are too many moves")]
    }
    // Nash stability is the equilibrium, which has been told.
    return Prediction.stability(stability).filter { $0.id != "nash" }
  }

  private func forecasts(_ model: ScenarioModel) -> [Prediction] {
    Prediction.forecasts(model.scenario.continua.compactMap { try? Forecast($0) }, model)
  }
}
