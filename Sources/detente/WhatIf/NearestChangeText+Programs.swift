import Documents
import GameTheory
import Negotiation
import Presentation

// The smallest change, as programs read it.
extension NearestChangeText {
  var json: JSONValue {
    .object(
      head("robust") + [
        ("question", isStopping ? "stops" : "starts"),
        ("options", .string(optionsAsked)),
        ("changes", .array(change.changes.map { json($0) })),
        (
          "alone",
          .array(
            change.alone.map { row in
              .object(
                members(row.number) + [
                  ("share", row.share.map { .number($0.toDouble()) } ?? .null),
                  ("below", row.below.map { ExactNumber.json($0.value) } ?? .null),
                  ("above", row.above.map { ExactNumber.json($0.value) } ?? .null),
                ]
              )
            }
          )
        ),
        ("deviations", .array(change.deviations.map { json($0) })),
      ]
    )
  }

  private var optionsAsked: String {
    switch change.question {
    case .stops(let outcome): wording.outcome(outcome)
    case .starts(let options): wording.options(options)
    }
  }

  private func members(_ number: VariedNumber) -> [(String, JSONValue)] {
    [
      ("path", .string(number.path)), ("shipped", ExactNumber.json(number.shipped)),
      ("low", ExactNumber.json(number.range.lowerBound)),
      ("high", ExactNumber.json(number.range.upperBound)),
    ]
  }

  private func json(_ part: NearestChange.Change) -> JSONValue {
    .object([
      ("measure", .string(NearestChangeText.name(part.measure))),
      ("size", json(part.answer)),
      ("outcome", part.outcome.map { .integer($0) } ?? .null),
      ("words", part.outcome.map { .string(wording.outcome($0)) } ?? .null),
      ("deviation", part.deviation.map { json($0) } ?? .null),
      (
        "moves",
        .array(
          change.moves(of: part).map { move in
            .object(
              members(move.number) + [
                ("to", ExactNumber.json(move.value)), ("share", ExactNumber.json(move.share)),
              ]
            )
          }
        )
      ),
    ])
  }

  private func json(_ answer: NearestPoint.Answer) -> JSONValue {
    let (status, most, least) = NearestChangeText.size(answer)
    return .object([
      ("status", .string(status)), ("most", most.map { ExactNumber.json($0) } ?? .null),
      ("least", least.map { ExactNumber.json($0) } ?? .null),
    ])
  }

  /// How well the distance is known, what it is at most, and at least.
  private static func size(
    _ answer: NearestPoint.Answer
  ) -> (status: String, most: Rational?, least: Rational?) {
    switch answer {
    case .nowhere: ("none", nil, nil)
    case .undecided(let bound): ("undecided", nil, bound)
    case .found(_, let distance, let bound):
      (answer.isExact ? "exact" : "bounded", distance, bound)
    }
  }

  private func json(_ deviation: NearestChange.Deviation) -> JSONValue {
    .object([
      ("player", .string(scenario.players[deviation.player].id)),
      ("outcome", .integer(deviation.outcome)),
      ("words", .string(wording.outcome(deviation.outcome))),
      ("gain", ExactNumber.json(deviation.gain)),
      (
        "sizes",
        .object(
          NearestPoint.Measure.allCases.compactMap { measure in
            deviation.answers[measure].map { (NearestChangeText.name(measure), json($0)) }
          }
        )
      ),
    ])
  }

  private static func name(_ measure: NearestPoint.Measure) -> String {
    switch measure {
    case .largestShare: "largestShare"
    case .sumOfShares: "sumOfShares"
    }
  }

  /// For each measure its size in a row of its own, and a row for each number that moves; the measure `alone` has
  /// a row for each side of each number.
  var csv: String {
    var table = TextTable(
      ["measure", "status", "least", "most", "path", "from", "to", "exact_to", "share"].map {
        TextTable.Column($0)
      }
    )
    for part in change.changes {
      let name = NearestChangeText.name(part.measure)
      let (status, most, least) = NearestChangeText.size(part.answer)
      table.add([name, status, least.map(text) ?? "", most.map(text) ?? "", "", "", "", "", ""])
      for move in change.moves(of: part) {
        table.add([
          name, "", "", "", move.number.path, text(move.number.shipped), text(move.value),
          ExactNumber.fraction(move.value), text(move.share),
        ])
      }
    }
    for row in change.alone {
      let sides = [(row.below, Rational(-1)), (row.above, 1)].filter { $0.0 != nil }
      if sides.isEmpty {
        table.add(["alone", "none", "", "", row.number.path, text(row.number.shipped), "", "", ""])
      }
      for case (let turn?, let sign) in sides {
        let share = turn.distance / row.number.width
        table.add([
          "alone", "exact", "", "", row.number.path, text(row.number.shipped),
          ExactNumber.csv(turn.value), ExactNumber.fraction(turn.value), text(sign * share),
        ])
      }
    }
    return table.csv()
  }

  private func text(_ value: Rational) -> String { JSONValue.text(of: value.toDouble()) }
}
