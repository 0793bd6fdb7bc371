import Documents
import GameTheory
import Negotiation
import Presentation

// What became of talks, as programs read it.
extension TalksText {
  var json: JSONValue {
    .object(
      TalksText.members(setting, command: "negotiate") + [
        ("end", .string(end)),
        ("round", report.result.agreement == nil ? .null : .integer(report.result.round + 1)),
        ("agreement", report.result.agreement.map { member($0) } ?? .null),
        ("efficient", .bool(report.debrief.isEfficient)),
        ("improvements", .array(report.debrief.improvements.map { member($0) })),
        ("players", .array(scenario.players.indices.map { player($0) })),
        (
          "solutions",
          .array(
            report.comparisons.map {
              .object([
                ("solution", .string($0.solution.id)),
                ("distance", .number($0.distance)), ("package", member($0.package)),
              ])
            }
          )
        ),
        ("turns", .array(report.result.trace.map { turn($0) })),
      ]
    )
  }

  /// What the talks were about.
  static func members(_ setting: TalksSetting, command: String) -> [(String, JSONValue)] {
    let talks = setting.talks
    let scenario = talks.model.scenario
    let wording = Wording(scenario)
    var disagreement: [(String, JSONValue)] = []
    switch talks.disagreement {
    case .securityLevels: disagreement.append(("kind", "security"))
    case .outcome(let outcome):
      disagreement += [
        ("kind", "outcome"), ("outcome", .integer(outcome)),
        ("words", .string(wording.outcome(outcome))),
      ]
    }
    disagreement.append(
      (
        "payoffs",
        .object(zip(scenario.players, talks.reservations).map { ($0.id, ExactNumber.json($1)) })
      )
    )
    return [
      ("format", 1), ("command", .string(command)), ("file", .string(scenario.file)),
      ("title", .string(scenario.title)),
      ("decisions", .array(talks.decisions.map { .string(scenario.decisions[$0].id) })),
      ("packages", .integer(talks.problem.packageCount)),
      ("rounds", .integer(talks.problem.rounds)), ("consent", .string(setting.consent)),
      ("seed", .integer(Int(setting.seed))), ("disagreement", .object(disagreement)),
    ]
  }

  private var end: String {
    switch report.result.end {
    case .agreement: "agreement"
    case .deadline: "deadline"
    case .walkedAway: "walked-away"
    }
  }

  private func member(_ package: Int) -> JSONValue {
    let outcome = talks.outcome(of: package)
    return .object([
      ("outcome", .integer(outcome)), ("words", .string(wording.outcome(outcome))),
      (
        "payoffs",
        .object(
          scenario.players.indices.map {
            (scenario.players[$0].id, ExactNumber.json(talks.payoff(of: $0, package)))
          }
        )
      ),
    ])
  }

  private func player(_ player: Int) -> JSONValue {
    let party = report.debrief.parties[player]
    return .object([
      ("player", .string(scenario.players[player].id)),
      ("negotiator", report.negotiators[player].map { .string($0.text) } ?? .null),
      ("gain", ExactNumber.json(report.gain(of: player))),
      ("discountedGain", .number(party.gain)), ("conceded", .number(party.conceded)),
      ("leftOnTable", .number(party.leftOnTable)),
      (
        "stands",
        .array(
          party.stands.map {
            .object([
              ("round", .integer($0.round + 1)),
              ("outcome", .integer(talks.outcome(of: $0.package))),
              ("gain", ExactNumber.json(talks.gain(of: player, $0.package))),
              ("concession", .number($0.concession)),
            ])
          }
        )
      ),
    ])
  }

  private func turn(_ event: OfferEvent) -> JSONValue {
    .object([
      ("round", .integer(event.round + 1)),
      ("player", .string(scenario.players[event.speaker].id)),
      ("does", .string(TalksText.deed(event.action))),
      ("outcome", event.package.map { .integer(talks.outcome(of: $0)) } ?? .null),
    ])
  }

  /// One row for every turn.
  var csv: String {
    var table = TextTable(
      (["round", "player", "does", "outcome"] + talks.decisions.map { scenario.decisions[$0].id }
        + scenario.players.map { "gain:\($0.id)" }).map { TextTable.Column($0) }
    )
    for event in report.result.trace {
      let outcome = event.package.map { talks.outcome(of: $0) }
      table.add(
        [
          "\(event.round + 1)", scenario.players[event.speaker].id, TalksText.deed(event.action),
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
