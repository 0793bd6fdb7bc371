import Documents
import GameTheory
import Negotiation
import Presentation

// What became of talks, as programs read it.
extension TalksText {
  var json: JSONValue { .object(members(mode: "talks")) }

  /// All members; `mode` says how the talks were held.
  func members(mode: String) -> [(String, JSONValue)] {
    let result = report.result
    return head(mode: mode, rounds: roundLimit) + [
      ("end", .string(end)),
      ("roundCount", .integer(min(result.round + 1, talks.problem.rounds))),
      ("agreement", result.agreement.map { .object(members(package: $0)) } ?? .null),
      ("isEfficient", .bool(report.debrief.isEfficient)),
      (
        "improvements",
        .array(report.debrief.improvements.map { .object(members(package: $0)) })
      ),
      ("players", .array(scenario.players.indices.map { player($0) })),
      (
        "solutions",
        .array(
          report.comparisons.map {
            .object([
              ("solution", .string($0.solution.id)), ("distance", .number($0.distance)),
              ("package", .object(members(package: $0.package))),
            ])
          }
        )
      ),
      ("turns", .array(result.trace.map { json($0) })),
    ]
  }

  private var end: String {
    switch report.result.end {
    case .agreement: "agreement"
    case .deadline: "deadline"
    case .walkedAway: "walked-away"
    }
  }

  private func player(_ player: Int) -> JSONValue {
    let party = report.debrief.parties[player]
    return .object([
      ("player", id(player)),
      ("negotiator", report.negotiators[player].map { .string($0.text) } ?? .null),
      ("gain", ExactNumber.json(report.gain(of: player))),
      ("discountedGain", .number(party.gain)), ("conceded", .number(party.conceded)),
      ("leftOnTable", .number(party.leftOnTable)),
      (
        "stands",
        .array(
          party.stands.map {
            .object(
              [("round", .integer($0.round + 1))] + members(talks.outcome(of: $0.package)) + [
                ("gain", ExactNumber.json(talks.gain(of: player, $0.package))),
                ("concession", .number($0.concession)),
              ]
            )
          }
        )
      ),
    ])
  }

  var csv: String { csv(report.result.trace) }
}
