import Documents
import GameTheory
import Negotiation
import Presentation

// The smallest change, as programs read it.
extension NearestChangeText {
  var json: JSONValue {
    .object([
      ("format", 1), ("command", "robust"), ("file", .string(scenario.file)),
      ("title", .string(scenario.title)),
      ("question", isStopping ? "stops" : "starts"),
      ("options", .string(optionsAsked)),
      ("changes", .array(change.changes.map { json($0) })),
      (
        "alone",
        .array(
          change.alone.map { row in
            .object(
              members(row.number) + [
                ("share", row.share.map { .number($0) } ?? .null),
                ("below", row.below.map { ExactNumber.json($0.value) } ?? .null),
                ("above", row.above.map { ExactNumber.json($0.value) } ?? .null),
              ]
            )
          }
        )
      ),
      ("deviations", .array(change.deviations.map { json($0) })),
    ])
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
    let (status, distance, bound): (String, JSONValue, JSONValue) =
      switch answer {
      case .nowhere: ("none", .null, .null)
      case .undecided(let bound): ("undecided", .null, ExactNumber.json(bound))
      case .found(_, let distance, let bound):
        (
          answer.isExact ? "exact" : "bounded", ExactNumber.json(distance), ExactNumber.json(bound)
        )
      }
    return .object([("status", .string(status)), ("most", distance), ("least", bound)])
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

  /// One row for each number that a change moves; the measure `alone` has a row for each side of each number.
  var csv: String {
    var table = TextTable(
      ["measure", "path", "from", "to", "exact_to", "share"].map { TextTable.Column($0) }
    )
    for part in change.changes {
      for move in change.moves(of: part) {
        table.add([
          NearestChangeText.name(part.measure), move.number.path,
          JSONValue.text(of: move.number.shipped.toDouble()),
          JSONValue.text(of: move.value.toDouble()), ExactNumber.fraction(move.value),
          JSONValue.text(of: move.share.toDouble()),
        ])
      }
    }
    for row in change.alone {
      let width = row.number.width.toDouble()
      for (turn, sign) in [(row.below, -1.0), (row.above, 1.0)] {
        guard let turn else { continue }
        table.add([
          "alone", row.number.path, JSONValue.text(of: row.number.shipped.toDouble()),
          ExactNumber.csv(turn.value), ExactNumber.fraction(turn.value),
          JSONValue.text(of: sign * turn.distance / width),
        ])
      }
    }
    return table.csv()
  }
}
