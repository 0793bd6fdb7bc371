import Documents
import GameTheory
import Negotiation
import Presentation

/// The smallest change that makes or breaks an equilibrium, as it is printed.
struct NearestChangeText: ScenarioResult {
  let change: NearestChange
  let number: ExactNumber
  let console: Console
  let wording: Wording

  init(_ change: NearestChange, isExact: Bool, _ console: Console) {
    self.change = change
    number = ExactNumber(showsFractions: isExact)
    self.console = console
    wording = Wording(change.model.scenario)
  }

  var scenario: Scenario { change.model.scenario }

  /// How many deviations are shown.
  private static let mostDeviations = 8

  var text: String {
    var text = titleLine
    text += paragraph(asked, width: width)
    for part in change.changes { text += "\n" + self.text(of: part) }
    text += section("each number by itself", aloneText)
    if !change.deviations.isEmpty {
      let title = isStopping ? "the deviations nearest to paying" : "the deviations that pay now"
      text += section(title, deviationsText)
    }
    return text
  }

  var isStopping: Bool {
    if case .stops = change.question { true } else { false }
  }

  private var asked: String {
    switch change.question {
    case .stops(let outcome):
      "when does this stop being an equilibrium: \(wording.outcome(outcome))" + others
    case .starts(let options):
      "when does an outcome with \(wording.options(options)) start being an equilibrium; none is one now"
    }
  }

  /// How many other equilibria have what was asked for.
  private var others: String {
    change.otherCount == 0
      ? ""
      : "; \(Wording.count(change.otherCount, "other equilibrium has", "other equilibria have")) "
        + "what was asked for, to be chosen with --equilibrium"
  }

  // MARK: Several numbers at once

  private func text(of part: NearestChange.Change) -> String {
    let measure = NearestChangeText.words(for: part.measure)
    var text = palette.bold("smallest change by \(measure): \(size(part.answer))") + "\n"
    guard case .found(let point, _, _) = part.answer, let outcome = part.outcome else {
      if !part.answer.isExact, hasCurvedEquality {
        text += paragraph(
          "Numbers that multiply each other must meet a constraint with = exactly, which no search among "
            + "fractions is sure to find a way for: what is told is only how far they have to go at least.",
          width: width,
          indent: 2
        )
      }
      return text
    }
    let number = part.answer.isExact ? self.number : self.number.whereShort
    if !isStopping {
      text += paragraph("The outcome is \(wording.outcome(outcome)).", width: width, indent: 2)
    }
    var table = TextTable([
      TextTable.Column("number"), TextTable.Column("from", .right), TextTable.Column("to", .right),
      TextTable.Column("share of its range", .right),
    ])
    let moves = change.moves(of: part)
    for move in moves {
      table.add([
        move.number.path, number.text(move.number.shipped), number.text(move.value),
        NearestChangeText.percent(move.share),
      ])
    }
    text +=
      moves.isEmpty
      ? paragraph(
        "No number has to move: it is on the edge as things are.",
        width: width,
        indent: 2
      )
      : table.rendered(width: width, palette: palette)
    if let deviation = part.deviation {
      text += paragraph(sentence(deviation, from: outcome, at: point), width: width, indent: 2)
    }
    return text
  }

  private var hasCurvedEquality: Bool {
    scenario.constraints.contains { $0.comparison == .equal && $0.difference.degree > 1 }
  }

  /// `12.5 %, exactly`, or what bounds there are.
  private func size(_ answer: NearestPoint.Answer) -> String {
    switch answer {
    case .nowhere: return "none within the ranges"
    case .undecided(let bound):
      return "none found; there is none below \(NearestChangeText.atLeast(bound))"
    case .found(_, let distance, let bound):
      let size = NearestChangeText.percent(distance)
      guard distance == bound else {
        return "between \(NearestChangeText.atLeast(bound, places: 4)) and "
          + NearestChangeText.atMost(distance, places: 4)
      }
      guard number.showsFractions else { return size }
      return "\(size) (\(ExactNumber.fraction(distance)))"
    }
  }

  private func sentence(
    _ deviation: NearestChange.Deviation,
    from outcome: Int,
    at point: [Rational]
  ) -> String {
    let balance = Tipping.Balance(
      change.model.with(values: point),
      player: deviation.player,
      outcome: deviation.outcome,
      versus: outcome
    )
    let gain = wording.gain(
      of: deviation.player,
      from: outcome,
      to: deviation.outcome,
      because: balance
    )
    return isStopping ? "Beyond it \(gain)." : "Short of it \(gain)."
  }

  // MARK: Tables

  private var aloneText: String {
    var table = TextTable([
      TextTable.Column("number"), TextTable.Column("value", .right),
      TextTable.Column("share of its range", .right), TextTable.Column("tips below", .right),
      TextTable.Column("tips above", .right),
    ])
    for row in change.alone {
      table.add([
        row.number.path, number.text(row.number.shipped),
        row.share.map { NearestChangeText.percent($0) } ?? "never",
        row.below.map { number.text($0.value) } ?? "",
        row.above.map { number.text($0.value) } ?? "",
      ])
    }
    return table.rendered(width: width, palette: palette)
  }

  private var deviationsText: String {
    var columns = [
      TextTable.Column("player"), TextTable.Column("deviation", wraps: true),
      TextTable.Column("gain now", .right),
    ]
    if isStopping {
      columns += [
        TextTable.Column("largest share", .right), TextTable.Column("sum of shares", .right),
      ]
    }
    var table = TextTable(columns)
    guard let outcome = change.changes.first?.outcome ?? stoppingOutcome else { return "" }
    let shown = change.deviations.filter { deviation in
      !isStopping || deviation.answers.values.contains { $0.distance != nil || !$0.isExact }
    }.prefix(NearestChangeText.mostDeviations)
    for deviation in shown {
      table.add(
        [
          scenario.players[deviation.player].id,
          wording.changes(from: outcome, to: deviation.outcome), Wording.signed(deviation.gain),
        ]
          + NearestPoint.Measure.allCases.compactMap { measure in
            deviation.answers[measure].map { brief($0) }
          }
      )
    }
    let left = change.deviations.count - shown.count
    if shown.isEmpty { return "No deviation can pay within the ranges.\n" }
    guard left > 0 else { return table.rendered(width: width, palette: palette) }
    let more =
      isStopping
      ? "all others are farther, or never pay within the ranges"
      : Wording.count(left, "more pays less", "more pay less")
    return table.rendered(width: width, palette: palette) + more + "\n"
  }

  private var stoppingOutcome: Int? {
    if case .stops(let outcome) = change.question { outcome } else { nil }
  }

  private func brief(_ answer: NearestPoint.Answer) -> String {
    switch answer {
    case .nowhere: "never"
    case .undecided(let bound): "over \(NearestChangeText.atLeast(bound))"
    case .found(_, let distance, _):
      answer.isExact
        ? NearestChangeText.percent(distance) : "at most \(NearestChangeText.atMost(distance))"
    }
  }

  // MARK: Words

  static func words(for measure: NearestPoint.Measure) -> String {
    switch measure {
    case .largestShare: "the largest share"
    case .sumOfShares: "the sum of shares"
    }
  }

  /// A share rounded down, which it is at least.
  private static func atLeast(_ share: Rational, places: Int = 2) -> String {
    let unit = Rational(10).power(places + 2)
    return percent(Rational((share * unit).floor) / unit, places: places)
  }

  /// A share rounded up, which it is at most.
  private static func atMost(_ share: Rational, places: Int = 2) -> String {
    let unit = Rational(10).power(places + 2)
    return percent(-Rational((-share * unit).floor) / unit, places: places)
  }

  static func percent(_ share: Rational, places: Int = 2) -> String {
    Wording.number(share * 100, places: places) + " %"
  }
}
