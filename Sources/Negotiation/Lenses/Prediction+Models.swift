import GameTheory

// What the other lenses predict, each in the common form.
extension Prediction {
  /// Logit quantal response at a precision: how likely each option is.
  public static func quantalResponse(_ play: QuantalPlay) -> Prediction {
    let answer = play.answers.last
    let shares = play.model.scenario.decisions.indices.map { answer?.options[$0] }
    let precision = answer.map { Wording.number($0.precision) } ?? ""
    return Prediction(
      "quantal-response",
      "quantal response",
      .alone,
      shares: shares,
      outcomes: answer.map { [$0.likeliest] } ?? [],
      note: answer == nil
        ? "the branch of equilibria could not be followed"
        : "players err, the costlier the rarer (precision \(precision))"
    )
  }

  /// Looking ahead in the order of the section `sequence`.
  public static func sequentialPlay(_ sequence: SequentialOutcome) -> Prediction {
    let scenario = sequence.model.scenario
    let note: String
    switch sequence.obstacles.first {
    case nil: note = "each foresees what follows its move"
    case .noSequence: note = "the scenario states no sequence"
    case .unseen(let decision, let earlier):
      note =
        "not available: '\(scenario.decisions[decision].id)' is settled without sight of "
        + "'\(scenario.decisions[earlier].id)'"
    }
    return Prediction(
      "sequential-play",
      "sequential play",
      .lasting,
      sequence.model,
      outcomes: (sequence.play?.outcomes ?? []).map { ($0, 1) },
      note: note
    ).silent(on: sequence.standing)
  }

  /// What looking ahead would lead to if every move of the section `sequence` saw all earlier ones; nil where
  /// they do, or there is none.
  public static func sequentialWhatIf(_ sequence: SequentialOutcome) -> Prediction? {
    sequence.whatIf.map { play in
      Prediction(
        "sequential-what-if",
        "sequential, if seen",
        .lasting,
        sequence.model,
        outcomes: play.outcomes.map { ($0, 1) },
        note: "a what-if: sequential play if every move saw all earlier ones"
      ).silent(on: sequence.standing)
    }
  }

  /// The outcomes that are stable for everybody, concept by concept.
  ///
  /// Of each concept only the outcomes count to which play can come by improvements from the status quo, where there
  /// are such. All have the same weight.
  ///
  /// - Complexity: O(*states* × *movers* + *moves*).
  public static func stability(_ stability: Stability) -> [Prediction] {
    let start = stability.state(of: stability.model.statusQuo)
    let near = start.map { state in
      Set(StatusQuoAnalysis(stability.graph, from: state).layers(.improvements).joined())
    }
    return zip(stability.concepts, stability.tables).compactMap { concept, table in
      guard let table else { return nil }
      let all = table.equilibria
      let reached = all.filter { near?.contains($0) == true }
      let kept = reached.isEmpty ? all : reached
      let way = reached.isEmpty ? "" : ", and can be come to from the status quo by moves that pay"
      return Prediction(
        concept.id,
        concept.title + " stability",
        .lasting,
        stability.model,
        outcomes: kept.map { (stability.outcome(of: $0), 1) },
        note: kept.isEmpty
          ? "no outcome is stable for everybody"
          : Wording.count(kept.count, "outcome is stable", "outcomes are stable")
            + " for everybody\(way)"
      )
    }
  }

  /// Forecasts of the continua that a decision is marked on, model by model.
  public static func forecasts(_ forecasts: [Forecast], _ model: ScenarioModel) -> [Prediction] {
    Forecast.Model.allCases.compactMap { kind in
      var shares = [[Double]?](repeating: nil, count: model.scenario.decisions.count)
      var parts: [String] = []
      for forecast in forecasts {
        // What is held is no forecast's to tell; of two continua on one decision the first counts.
        guard let decision = forecast.continuum.decision, shares[decision] == nil,
          model.game.held[decision] == nil,
          let course = forecast.courses.first(where: { $0.model == kind }),
          let nearest = ForecastPlace(course.value, on: forecast.continuum).nearest
        else { continue }
        var row = [Double](
          repeating: 0,
          count: model.scenario.decisions[decision].options.count
        )
        row[nearest.option] = 1
        shares[decision] = row
        parts.append(
          "\(forecast.continuum.id) \(Wording.number((course.value * 100).rounded() / 100))"
        )
      }
      guard !parts.isEmpty else { return nil }
      return Prediction(
        "forecast-\(kind.rawValue)",
        "forecast, \(kind.rawValue)",
        .forecast,
        shares: shares,
        note: parts.joined(separator: ", ")
      )
    }
  }
}
