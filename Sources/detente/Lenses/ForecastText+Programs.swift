import Documents
import GameTheory
import Negotiation
import Presentation

// Where models say that positions go, as programs read it.
extension ForecastText {
  var json: JSONValue {
    let (request, settings) = (report.request, report.request.settings)
    return .object(
      head("forecast") + [
        ("drawCount", .integer(request.draws)), ("seed", .integer(Int(request.seed))),
        ("roundLimit", .integer(settings.roundLimit)), ("rest", .integer(settings.restRounds)),
        ("discount", settings.discount.map { .number($0) } ?? .null),
        ("conflict", .string(ForecastText.id(settings.conflict))),
        ("victory", word(for: settings.politics.victoryModel, in: ForecastCommand.victories)),
        ("voting", word(for: settings.politics.votingRule, in: ForecastCommand.votes)),
        ("changes", .array(request.changes.map { change($0) })),
        ("continua", .array(report.parts.map { json($0) })),
        ("together", report.joint.map { json($0) } ?? .null),
      ]
    )
  }

  /// What was asked for by `--set`, as it was written.
  private func change(_ word: String) -> JSONValue {
    let sides = word.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces() }
    return .object([("path", .string(sides[0])), ("value", .string(sides[1]))])
  }

  /// How the command line names a rule.
  private func word<Rule: Equatable>(for rule: Rule, in words: [String: Rule]) -> JSONValue {
    words.first { $0.value == rule }.map { .string($0.key) } ?? .null
  }

  private static func id(_ conflict: ExpectedUtilityModel.Conflict) -> String {
    switch conflict {
    case .loserMoves: "moves"
    case .nobodyMoves: "stays"
    }
  }

  private func json(_ part: ForecastReport.Part) -> JSONValue {
    let (forecast, continuum) = (part.forecast, part.forecast.continuum)
    return .object([
      ("id", .string(continuum.id)), ("name", .string(continuum.name)),
      ("unit", .string(continuum.unit)),
      (
        "range", ends(continuum.range.lowerBound.toDouble()...continuum.range.upperBound.toDouble())
      ),
      ("decision", continuum.decision.map { .string(scenario.decisions[$0].id) } ?? .null),
      (
        "marks",
        .object(continuum.marks.map { (name($0, continuum), .number($0.place.toDouble())) })
      ),
      ("players", .array(continuum.positions.map { json($0) })),
      ("leftOut", ids(forecast.leftOut)),
      (
        "weightedMedian",
        answer(forecast.median, part.spread?.median, continuum)
      ),
      (
        "weightedMean",
        answer(forecast.mean...forecast.mean, part.spread?.mean, continuum)
      ),
      (
        "influences",
        .array(part.influences.map { json($0, forecast) })
      ),
      (
        "forecasts",
        .array(
          forecast.courses.enumerated().map { index, course in
            json(course, forecast, part.spread?.models[index])
          }
        )
      ),
    ])
  }

  private func json(_ influence: Forecast.Influence, _ forecast: Forecast) -> JSONValue {
    .object([
      ("path", .string(path(influence, forecast.continuum))),
      ("weightedMedian", .number(influence.median)),
      ("weightedMean", .number(influence.mean)),
      (
        "forecasts",
        .object(
          zip(forecast.settings.models, influence.models).map { ($0.rawValue, .number($1)) }
        )
      ),
    ])
  }

  private func json(_ position: Continuum.Position) -> JSONValue {
    let citation = Citation(scenario)
    func estimate(_ known: Continuum.Estimate) -> JSONValue {
      .object([
        ("low", .number(known.low.toDouble())), ("mode", .number(known.mode.toDouble())),
        ("high", .number(known.high.toDouble())),
      ])
    }
    return .object([
      ("player", id(position.player)),
      ("position", estimate(position.position)), ("salience", estimate(position.salience)),
      ("capability", estimate(position.capability)),
      ("because", .array(position.because.map { citation.json($0) })),
    ])
  }

  private func json(
    _ course: Forecast.Course,
    _ forecast: Forecast,
    _ spread: SpatialEnsemble.Spread?
  ) -> JSONValue {
    let continuum = forecast.continuum
    var members: [(String, JSONValue)] = [("model", .string(course.model.rawValue))]
    members += end(of: course)
    if let discount = forecast.settings.discount {
      members.append(("onAverage", .number(course.discounted(discount))))
    }
    members += [
      ("value", .number(course.value)),
      ("where", .string(place(course.value, continuum))),
      ("nearest", nearest(course.value, continuum)),
      ("positions", byPlayer(course.finalPositions, forecast.players)),
      ("medians", .array(course.medians.map { ends($0) })),
      ("means", .array(course.means.map { .number($0) })),
    ]
    if let best = course.prevailing {
      members.append(
        (
          "likeliestToPrevail",
          .object([
            ("players", ids(best.actors.map { forecast.players[$0] })),
            ("position", .number(course.finalPositions[best.actors[0]])),
            ("probability", .number(best.probability)),
          ])
        )
      )
    }
    members.append(("spread", spread.map { json($0, continuum) } ?? .null))
    if report.request.showsRounds {
      members.append(("rounds", rounds(course, forecast.players, [continuum])))
    }
    return .object(members)
  }

  /// How a forecast ends, for programs.
  private func end(of course: Forecast.Course) -> [(String, JSONValue)] {
    [
      ("end", .string(ForecastText.id(course.ending))),
      ("roundCount", .integer(course.roundCount)),
      ("cycle", .array(course.cycle.map { .number($0) })),
    ]
  }

  static func id(_ ending: ExpectedUtilityModel.Ending) -> String {
    switch ending {
    case .settled: "settled"
    case .cycle: "cycle"
    case .noSpread: "no-spread"
    case .limit: "limit"
    }
  }

  private func answer(
    _ value: ClosedRange<Double>,
    _ spread: SpatialEnsemble.Spread?,
    _ continuum: Continuum
  ) -> JSONValue {
    .object([
      ("low", .number(value.lowerBound)), ("high", .number(value.upperBound)),
      ("where", .string(place(value.lowerBound, continuum))),
      ("nearest", nearest(value.lowerBound, continuum)),
      ("spread", spread.map { json($0, continuum) } ?? .null),
    ])
  }

  /// The nearest mark, as the option's id.
  private func nearest(_ value: Double, _ continuum: Continuum) -> JSONValue {
    let mark = ForecastPlace(value, on: continuum).nearest
    return mark.map { .string(name($0, continuum)) } ?? .null
  }

  private func json(_ spread: SpatialEnsemble.Spread, _ continuum: Continuum) -> JSONValue {
    .object([
      (
        "quantiles",
        .object(
          ([0] + ForecastText.shares + [1]).map {
            (JSONValue.text(of: $0), .number(spread.quantile($0)))
          }
        )
      ),
      (
        "nearest",
        .object(
          zip(continuum.marks, nearest(spread, continuum)).map {
            (name($0, continuum), .number($1))
          }
        )
      ),
      ("settledCount", .integer(spread.settled)), ("cycleCount", .integer(spread.cycles)),
      ("noSpreadCount", .integer(spread.withoutSpread)),
      ("limitCount", .integer(spread.limited)),
    ])
  }

  private func ends(_ range: ClosedRange<Double>) -> JSONValue {
    .array([.number(range.lowerBound), .number(range.upperBound)])
  }

  func byPlayer(_ values: [Double], _ players: [Int]) -> JSONValue {
    .object(zip(players, values).map { (scenario.players[$0].id, .number($1)) })
  }

  // MARK: All continua at once

  private func json(_ joint: ForecastReport.Joint) -> JSONValue {
    let forecast = joint.forecast
    var members: [(String, JSONValue)] = [
      ("salienceScale", .number(forecast.salienceScale)),
      ("leftOut", ids(forecast.leftOut)),
      (
        "continua",
        .array(
          forecast.courses.enumerated().map { index, course in
            let continuum = forecast.continua[index]
            var members: [(String, JSONValue)] = [("continuum", .string(continuum.id))]
            members += end(of: course)
            return .object(
              members + [
                ("value", .number(course.value)),
                ("where", .string(place(course.value, continuum))),
                ("nearest", nearest(course.value, continuum)),
                ("positions", byPlayer(course.finalPositions, forecast.players)),
                ("medians", .array(course.medians.map { ends($0) })),
                ("means", .array(course.means.map { .number($0) })),
                ("spread", joint.spreads.map { json($0[index], continuum) } ?? .null),
              ]
            )
          }
        )
      ),
    ]
    if report.request.showsRounds {
      members.append(("rounds", rounds(forecast.courses[0], forecast.players, forecast.continua)))
    }
    return .object(members)
  }
}
