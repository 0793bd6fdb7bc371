import Documents
import GameTheory
import Negotiation
import Presentation

// Where models say that positions go, as rows.
extension ForecastText {
  /// One row for each answer, or with rounds one for each round and player of each model.
  var csv: String { report.request.showsRounds ? roundRows : answerRows }

  private func text(_ value: Double) -> String { JSONValue.text(of: value) }

  private var answerRows: String {
    let quantiles = ForecastText.shares.map { "quantile:\(text($0))" }
    var table = TextTable(
      (["continuum", "model", "median", "mean", "end", "round_count", "where"] + quantiles)
        .map { TextTable.Column($0) }
    )
    for part in report.parts {
      let (forecast, continuum) = (part.forecast, part.forecast.continuum)
      table.add(
        [
          continuum.id, "weighted-median", text(forecast.median.lowerBound), "", "", "",
          place(forecast.median.lowerBound, continuum),
        ] + cells(part.spread?.median)
      )
      table.add(
        [
          continuum.id, "weighted-mean", "", text(forecast.mean), "", "",
          place(forecast.mean, continuum),
        ] + cells(part.spread?.mean)
      )
      for (index, course) in forecast.courses.enumerated() {
        table.add(row(course, course.model.rawValue, continuum, part.spread?.models[index]))
      }
    }
    if let joint = report.joint {
      for (index, course) in joint.forecast.courses.enumerated() {
        table.add(
          row(course, "spatial-together", joint.forecast.continua[index], joint.spreads?[index])
        )
      }
    }
    return table.csv()
  }

  private func row(
    _ course: Forecast.Course,
    _ model: String,
    _ continuum: Continuum,
    _ spread: SpatialEnsemble.Spread?
  ) -> [String] {
    [
      continuum.id, model, text(course.value), text(course.means[course.roundCount]),
      ForecastText.id(course.ending), "\(course.roundCount)", place(course.value, continuum),
    ] + cells(spread)
  }

  private func cells(_ spread: SpatialEnsemble.Spread?) -> [String] {
    ForecastText.shares.map { share in spread.map { text($0.quantile(share)) } ?? "" }
  }

  private var roundRows: String {
    var table = TextTable(
      ["continuum", "model", "round", "player", "position"].map { TextTable.Column($0) }
    )
    func add(
      _ course: Forecast.Course,
      _ model: String,
      _ continuum: Continuum,
      _ players: [Int]
    ) {
      for (round, positions) in course.positions.enumerated() {
        for (player, position) in zip(players, positions) {
          table.add([
            continuum.id, model, "\(round)", scenario.players[player].id, text(position),
          ])
        }
      }
    }
    for part in report.parts {
      for course in part.forecast.courses {
        add(course, course.model.rawValue, part.forecast.continuum, part.forecast.players)
      }
    }
    if let joint = report.joint?.forecast {
      for (continuum, course) in zip(joint.continua, joint.courses) {
        add(course, "spatial-together", continuum, joint.players)
      }
    }
    return table.csv()
  }
}
