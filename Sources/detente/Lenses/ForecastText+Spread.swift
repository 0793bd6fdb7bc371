import GameTheory
import Negotiation
import Presentation

// How forecasts spread over draws, and what comes of all continua at once.
extension ForecastText {
  static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// The spread over the uncertain numbers; why there is none, where there is none.
  func spread(_ part: ForecastReport.Part) -> String {
    let continuum = part.forecast.continuum
    guard let spread = part.spread else {
      guard report.request.draws > 0 else { return "" }
      return sentence(
        "no number is uncertain here, so nothing is drawn: the spread is that of the models."
      )
    }
    var table = TextTable(spreadColumns(continuum))
    table.add(["weighted median"] + cells(spread.median, continuum))
    table.add(["weighted mean"] + cells(spread.mean, continuum))
    for (model, values) in zip(part.forecast.settings.models, spread.models) {
      table.add([model.rawValue] + cells(values, continuum))
    }
    return section(drawsTitle, table.rendered(width: width, palette: palette))
      + sentence(
        continuum.marks.isEmpty
          ? "A column N % has the value below which N % of the draws end."
          : "A column N % has the value below which N % of the draws end; one with a name, the share of the draws "
            + "that end nearest to it."
      ) + influences(part)
  }

  /// The numbers on which forecasts hang most.
  private func influences(_ part: ForecastReport.Part) -> String {
    guard !part.influences.isEmpty else { return "" }
    let continuum = part.forecast.continuum
    var table = TextTable(
      [TextTable.Column("number")]
        + (["w. median", "w. mean"] + part.forecast.settings.models.map { $0.rawValue })
        .map { TextTable.Column($0, .right) }
    )
    for influence in part.influences.prefix(6) {
      table.add(
        [path(influence, continuum)]
          + ([influence.median, influence.mean] + influence.models).map { change in
            let text = number(change, continuum)
            return change > 0 && text != "0" ? "+" + text : text
          }
      )
    }
    return section("what the forecasts hang on", table.rendered(width: width, palette: palette))
      + sentence(
        "how much higher they end on average in the third of the draws in which the number is highest than in the "
          + "third in which it is lowest."
      )
  }

  /// The name by which a number is set.
  func path(_ influence: Forecast.Influence, _ continuum: Continuum) -> String {
    "\(continuum.id).\(scenario.players[influence.player].id).\(influence.aspect.rawValue)"
  }

  private var drawsTitle: String {
    let draws = Wording.count(report.request.draws, "draw", "draws")
    return "over \(draws) of the uncertain numbers, seed \(report.request.seed)"
  }

  private func spreadColumns(_ continuum: Continuum) -> [TextTable.Column] {
    [TextTable.Column("model")]
      + ForecastText.shares.map { TextTable.Column(NumberText.percent($0, places: 0), .right) }
      + continuum.marks.map { TextTable.Column(name($0, continuum), .right) }
      + [TextTable.Column("unsettled", wraps: true)]
  }

  private func cells(_ spread: SpatialEnsemble.Spread, _ continuum: Continuum) -> [String] {
    ForecastText.shares.map { number(spread.quantile($0), continuum) }
      + nearest(spread, continuum).map { NumberText.percent($0, places: 0) }
      + [unsettled(spread)]
  }

  /// The share of values that are nearest to each mark.
  func nearest(_ spread: SpatialEnsemble.Spread, _ continuum: Continuum) -> [Double] {
    let places = spread.values.map { ForecastPlace($0, on: continuum).nearest }
    return continuum.marks.map { mark in
      Double(places.count { $0 == mark }) / Double(max(1, places.count))
    }
  }

  private func unsettled(_ spread: SpatialEnsemble.Spread) -> String {
    let counts = [
      (spread.cycles, "cycle"), (spread.withoutSpread, "no spread"), (spread.limited, "limit"),
    ]
    let total = Double(max(1, spread.values.count))
    return counts.filter { $0.0 > 0 }.map { count, word in
      let share = Double(count) / total
      return "\(word) " + (share < 0.005 ? "< 1 %" : NumberText.percent(share, places: 0))
    }.joined(separator: ", ")
  }

  // MARK: All continua at once

  func text(of joint: ForecastReport.Joint) -> String {
    let forecast = joint.forecast
    let count = forecast.continua.count
    let title = count == 2 ? "both continua at once" : "all \(count) continua at once"
    var text = palette.bold(title) + "\n"
    text += sentence(
      "the spatial model where all is bargained over together: who cares more for one continuum may give way on "
        + "another. A player's capability is the mean of its capabilities"
        + (forecast.salienceScale > 1
          ? "; saliences are divided by \(NumberText.trimmed(forecast.salienceScale, places: 2)), so that nobody's "
            + "add to more than 100." : ".")
    )
    var columns = ["continuum", "alone", "together", "mean"].enumerated().map {
      TextTable.Column($1, $0 == 0 ? .left : .right)
    }
    columns += [
      TextTable.Column("how it ends", wraps: true), TextTable.Column("where that is", wraps: true),
    ]
    if joint.spreads != nil {
      columns += [0.05, 0.5, 0.95].map {
        TextTable.Column(NumberText.percent($0, places: 0), .right)
      }
    }
    var table = TextTable(columns)
    for (index, course) in forecast.courses.enumerated() {
      table.add(row(joint, index, course))
    }
    text += table.rendered(width: width, palette: palette)
    if !forecast.leftOut.isEmpty {
      let names = Wording.list(forecast.leftOut.map { scenario.players[$0].name })
      text += sentence("left out, since they do not count on each continuum: \(names).")
    }
    if report.request.showsRounds {
      text += rounds(forecast.courses[0], forecast.players, forecast.continua, forecast.courses)
    }
    return text
  }

  private func row(
    _ joint: ForecastReport.Joint,
    _ index: Int,
    _ course: Forecast.Course
  ) -> [String] {
    let continuum = joint.forecast.continua[index]
    let alone = report.parts[index].forecast.courses.first { $0.model == .spatial }
    let spread = joint.spreads?[index]
    return [
      continuum.id,
      alone.map { number($0.medians[$0.roundCount], continuum) } ?? "",
      number(course.medians[course.roundCount], continuum),
      number(course.means[course.roundCount], continuum), ending(of: course, continuum),
      place(course.value, continuum),
    ]
      + (spread.map { spread in [0.05, 0.5, 0.95].map { number(spread.quantile($0), continuum) } }
        ?? [])
  }
}
