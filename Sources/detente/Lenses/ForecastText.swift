import Documents
import GameTheory
import Negotiation
import Presentation

/// Where models say that positions go, as it is printed.
struct ForecastText: ScenarioResult {
  let report: ForecastReport
  let console: Console

  init(_ report: ForecastReport, _ console: Console) {
    self.report = report
    self.console = console
  }

  var scenario: Scenario { report.scenario }

  var text: String {
    var text = titleLine
    text += paragraph(legend, width: width)
    for part in report.parts { text += "\n" + self.text(of: part) }
    if let joint = report.joint { text += "\n" + self.text(of: joint) }
    text += section("what this is worth", sentence(worth))
    return text
  }

  private var legend: String {
    let models = report.request.settings.models
    let readings = models.filter { $0.reading != nil }.map { $0.rawValue }
    var words: [String] = []
    if !readings.isEmpty {
      let verb = readings.count == 1 ? "is a reading" : "are readings"
      words.append("\(Wording.list(readings)) \(verb) of the expected utility model")
    }
    if models.contains(.spatial) { words.append("spatial is the spatial model of politics") }
    let legend = words.joined(separator: "; ") + "."
    guard models.count > 1 else { return legend }
    return Wording.sentence(legend)
      + " They answer one question from the same numbers, and none of the answers is the forecast."
  }

  private var worth: String {
    "By its author's own account first cuts such as the weighted median are right 70 to 75 % of the time; the "
      + "published readings of his model contradict one another on his own data. So trust what all rows agree on, "
      + "over the whole spread. Where they differ, the positions do not decide, and a single number would hide it. "
      + "No row knows of threats, linkage or a change of mind."
  }

  // MARK: One continuum

  private func text(of part: ForecastReport.Part) -> String {
    let continuum = part.forecast.continuum
    var text = palette.bold(title(of: continuum)) + "\n"
    let unit = continuum.unit.isEmpty ? "" : " \(continuum.unit)"
    let range =
      "\(Wording.number(continuum.range.lowerBound)) to \(Wording.number(continuum.range.upperBound))\(unit)"
    text += paragraph(range + marks(of: continuum), width: width)
    text += "\n" + players(part.forecast)
    text += section("what the models say", answers(part.forecast))
    text += sentence(agreement(part.forecast))
    for note in notes(part.forecast) { text += sentence(note) }
    if report.request.showsRounds {
      for course in part.forecast.courses {
        text += rounds(course, part.forecast.players, [continuum], [course])
      }
    }
    return text + spread(part)
  }

  func title(of continuum: Continuum) -> String { "\(continuum.id): \(continuum.name)" }

  /// `: forgo at 0, where the United States gives up the shield; ...`.
  private func marks(of continuum: Continuum) -> String {
    guard let index = continuum.decision, !continuum.marks.isEmpty else { return "" }
    let decision = scenario.decisions[index]
    let player = scenario.players[decision.player].name
    let words = continuum.marks.enumerated().map { number, mark in
      let option = decision.options[mark.option]
      return "at \(Wording.number(mark.place)) \(number == 0 ? player : "it") \(option.says) "
        + "('\(option.id)')"
    }
    return ": " + Wording.list(words)
  }

  private func players(_ forecast: Forecast) -> String {
    var table = TextTable([
      TextTable.Column("player"), TextTable.Column("stands at"), TextTable.Column("cares"),
      TextTable.Column("can bring to bear"), TextTable.Column("weight", .right),
    ])
    for position in forecast.continuum.positions {
      let actor = forecast.players.firstIndex(of: position.player).map { forecast.actors[$0] }
      table.add([
        scenario.players[position.player].id, range(position.position), range(position.salience),
        range(position.capability), NumberText.trimmed(actor?.weight ?? 0, places: 1),
      ])
    }
    return table.rendered(width: width, palette: palette)
  }

  /// `75 (60 to 90)`.
  private func range(_ estimate: Continuum.Estimate) -> String {
    let mode = Wording.number(estimate.mode)
    guard estimate.isUncertain else { return mode }
    return "\(mode) (\(Wording.number(estimate.low)) to \(Wording.number(estimate.high)))"
  }

  // MARK: Answers

  private func answers(_ forecast: Forecast) -> String {
    let continuum = forecast.continuum
    let discount = forecast.settings.discount
    var columns = [TextTable.Column("model"), TextTable.Column("median", .right)]
    if discount != nil { columns.append(TextTable.Column("on average", .right)) }
    columns += [
      TextTable.Column("mean", .right), TextTable.Column("how it ends", wraps: true),
      TextTable.Column("where that is", wraps: true),
    ]
    var table = TextTable(columns)
    let average = discount == nil ? [] : [""]
    table.add(
      ["weighted median", number(forecast.median, continuum)] + average
        + ["", "before any bargaining", place(forecast.median.lowerBound, continuum)]
    )
    table.add(
      ["weighted mean", ""] + average
        + [
          number(forecast.mean, continuum), "before any bargaining",
          place(forecast.mean, continuum),
        ]
    )
    for course in forecast.courses {
      let average = discount.map { [number(course.discounted($0), continuum)] } ?? []
      table.add(
        [course.model.rawValue, number(course.range, continuum)] + average
          + [
            number(course.means[course.roundCount], continuum), ending(of: course, continuum),
            place(course.value, continuum),
          ]
      )
    }
    return table.rendered(width: width, palette: palette)
  }

  /// How a forecast ends, in words.
  func ending(of course: Forecast.Course, _ continuum: Continuum) -> String {
    let rounds = Wording.count(course.roundCount, "round", "rounds")
    switch course.ending {
    case .settled:
      let moves = course.finalPositions != course.positions[0]
      return moves ? "settles after \(rounds)" : "nobody moves"
    case .noSpread: return course.roundCount == 0 ? "no spread" : "no spread after \(rounds)"
    case .limit: return "still moving after \(rounds)"
    case .cycle(let length):
      let medians = course.cycle.map { number($0, continuum) }
      let members =
        Set(medians).count == 1
        ? "with the same median"
        : medians.prefix(8).joined(separator: ", ") + (length > 8 ? ", ..." : "")
      return "cycle of \(length) rounds: \(members)"
    }
  }

  /// Where a value lies among the marks, in words.
  func place(_ value: Double, _ continuum: Continuum) -> String {
    ForecastPlace(value, on: continuum).words { "'\(name($0, continuum))'" }
  }

  func name(_ mark: Continuum.Mark, _ continuum: Continuum) -> String {
    continuum.decision.map { scenario.decisions[$0].options[mark.option].id } ?? ""
  }

  /// The lowest and the highest answer, and which marks the answers are nearest to.
  private func agreement(_ forecast: Forecast) -> String {
    let continuum = forecast.continuum
    let answers =
      [
        ("the weighted median", forecast.median),
        ("the weighted mean", forecast.mean...forecast.mean),
      ]
      + forecast.courses.map { ($0.model.rawValue, $0.range) }
    let ascending = answers.sorted { $0.1.lowerBound < $1.1.lowerBound }
    guard let low = ascending.first,
      let high = answers.max(by: { $0.1.upperBound < $1.1.upperBound })
    else { return "" }
    let ends = (number(low.1.lowerBound, continuum), number(high.1.upperBound, continuum))
    var words =
      ends.0 == ends.1
      ? "all answers are \(ends.0)"
      : "the answers go from \(ends.0) (\(low.0)) to \(ends.1) (\(high.0))"
    let middles =
      [forecast.median.lowerBound, forecast.mean] + forecast.courses.map { $0.value }
    let counts = continuum.marks.map { mark in
      (mark, middles.count { ForecastPlace($0, on: continuum).nearest == mark })
    }.filter { $0.1 > 0 }
    if counts.count == 1 {
      words += "; '\(name(counts[0].0, continuum))' is nearest to all of them"
    } else if counts.count > 1 {
      words +=
        "; "
        + Wording.list(
          counts.enumerated().map { index, count in
            index == 0
              ? "'\(name(count.0, continuum))' is nearest to \(count.1) of them"
              : "'\(name(count.0, continuum))' to \(count.1)"
          }
        )
    }
    return words + "."
  }

  private func notes(_ forecast: Forecast) -> [String] {
    var notes: [String] = []
    let continuum = forecast.continuum
    if let course = forecast.courses.first(where: { $0.model == .spatial }),
      let best = course.prevailing
    {
      let names = best.actors.map { scenario.players[forecast.players[$0]].name }
      let place = number(course.finalPositions[best.actors[0]], continuum)
      notes.append(
        "in the spatial model the position of \(Wording.list(names)), \(place), "
          + "is the likeliest to prevail in the end: \(NumberText.percent(best.probability, places: 0))."
      )
    }
    if forecast.courses.contains(where: { $0.ending == .noSpread }) {
      notes.append(
        "no spread: all are equally secure or stand at one place, risk is undefined, and nobody moves."
      )
    }
    if forecast.median.lowerBound < forecast.median.upperBound {
      notes.append(
        "half of the weight stands on either side: every point of that range is a weighted median."
      )
    }
    if !forecast.leftOut.isEmpty {
      let names = Wording.list(forecast.leftOut.map { scenario.players[$0].name })
      notes.append("left out, since salience or capability is 0: \(names).")
    }
    return notes
  }

  // MARK: Numbers

  /// A position, with as many places as the range calls for.
  func number(_ value: Double, _ continuum: Continuum) -> String {
    let width = (continuum.range.upperBound - continuum.range.lowerBound).toDouble()
    let places = width >= 20 ? 1 : width >= 2 ? 2 : width >= 0.2 ? 3 : 6
    return NumberText.trimmed(value, places: places)
  }

  /// A range of positions, or one.
  func number(_ range: ClosedRange<Double>, _ continuum: Continuum) -> String {
    let (low, high) = (number(range.lowerBound, continuum), number(range.upperBound, continuum))
    return low == high ? low : "\(low) to \(high)"
  }
}
