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
    predictions += bargains(model, disagreement)
    do throws(Failure) {
      predictions += try talks(TalksSetting(model, session, disagreement: disagreement))
    } catch {
      predictions.append(leftOut("talks", "talks, as stated", .talked, model, error.message))
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
      return leftOut(
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
  private func leftOut(
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

  private func bargains(
    _ model: ScenarioModel,
    _ disagreement: Bargain.Disagreement
  ) -> [Prediction] {
    do throws(BargainingError) {
      return Prediction.bargains(
        try Bargain(
          model,
          disagreement: disagreement,
          outsideOptions: model.scenario.negotiation?.outsideOptions
        )
      )
    } catch {
      return [leftOut("bargaining", "bargaining", .agreed, model, "\(error)")]
    }
  }

  /// Talks as the scenario states them, and those of a tournament.
  private func talks(_ setting: TalksSetting) throws(Failure) -> [Prediction] {
    let words = try setting.negotiators()
    var predictions: [Prediction] = []
    do throws(OfferError) {
      let result = try OfferSession.run(
        setting.talks.problem,
        words.map { $0.negotiator },
        seed: setting.seed
      )
      predictions.append(.talks(setting.talks, result))
    } catch {
      throw Failure(.badData, "the talks cannot be held: \(error)")
    }
    // Where not all assignments can be played, some are drawn.
    let run = try TournamentRun(setting, session, sampleOfMany: 10_000)
    let (games, counts) = run.agreements()
    predictions.append(
      .tournament(setting.talks, games: games, agreements: counts, isSample: run.isSample)
    )
    return predictions
  }

  private func stability(_ model: ScenarioModel) -> [Prediction] {
    do throws(ConflictError) {
      let stability = try Stability(model, tolerance: session.tolerance)
      // Nash stability is the equilibrium, which has been told.
      return Prediction.stability(stability).filter { $0.id != "nash" }
    } catch {
      return [leftOut("stability", "stability", .lasting, model, error.text)]
    }
  }

  private func forecasts(_ model: ScenarioModel) -> [Prediction] {
    var forecasts: [Forecast] = []
    var predictions: [Prediction] = []
    for continuum in model.scenario.continua {
      do throws(SpatialMistake) {
        forecasts.append(try Forecast(continuum))
      } catch {
        predictions.append(
          leftOut(continuum.id, "forecast of \(continuum.name)", .forecast, model, "\(error)")
        )
      }
    }
    return Prediction.forecasts(forecasts, model) + predictions
  }
}
