import Documents
import GameTheory
import Negotiation
import Presentation

// Talks turn by turn, as programs read them.
extension TalksResult {
  /// One turn.
  func json(_ event: OfferEvent) -> JSONValue {
    let none: [(String, JSONValue)] = [("outcome", .null), ("words", .null)]
    return .object(
      [
        ("round", .integer(event.round + 1)), ("player", id(event.speaker)),
        ("action", .string(event.action.id)),
      ] + (event.package.map { members(setting.talks.outcome(of: $0)) } ?? none)
    )
  }

  /// One row for every turn.
  func csv(_ trace: [OfferEvent]) -> String {
    let talks = setting.talks
    let wording = Wording(scenario)
    var table = TextTable(
      (["round", "player", "action", "outcome"] + talks.decisions.map { scenario.decisions[$0].id }
        + scenario.players.map { "gain:\($0.id)" }).map { TextTable.Column($0) }
    )
    for event in trace {
      let outcome = event.package.map { talks.outcome(of: $0) }
      table.add(
        [
          "\(event.round + 1)", scenario.players[event.speaker].id, event.action.id,
          outcome.map { "\($0)" } ?? "",
        ]
          + talks.decisions.map { decision in
            outcome.map { wording.option(of: decision, in: $0) } ?? ""
          }
          + scenario.players.indices.map { player in
            event.package.map { JSONValue.text(of: talks.gain(of: player, $0).toDouble()) } ?? ""
          }
      )
    }
    return table.csv()
  }
}

extension OfferAction {
  /// The action as programs read it.
  fileprivate var id: String {
    switch self {
    case .offer: "offer"
    case .accept: "accept"
    case .pass: "pass"
    case .walkAway: "walk-away"
    }
  }
}
