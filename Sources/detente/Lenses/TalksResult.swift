import Documents
import GameTheory
import Negotiation

/// What came of talks in one way or another.
protocol TalksResult: ScenarioResult {
  var setting: TalksSetting { get }
}

extension TalksResult {
  var scenario: Scenario { setting.talks.model.scenario }

  /// What the talks were about; `rounds` are members that say how long they may last.
  func head(mode: String, rounds: [(String, JSONValue)] = []) -> [(String, JSONValue)] {
    let talks = setting.talks
    return head("negotiate", mode: mode) + [
      ("decisions", .array(talks.decisions.map { .string(scenario.decisions[$0].id) })),
      ("packageCount", .integer(talks.problem.packageCount)),
    ] + rounds + [
      ("consent", .string(setting.consent)), ("seed", .integer(Int(setting.seed))),
      ("disagreement", json(talks.disagreement, payoffs: talks.reservations)),
    ]
  }

  /// The rounds that talks may last at most.
  var roundLimit: [(String, JSONValue)] {
    [("roundLimit", .integer(setting.talks.problem.rounds))]
  }

  /// A package as an outcome.
  func members(package: Int) -> [(String, JSONValue)] {
    members(
      setting.talks.outcome(of: package),
      payoffs: scenario.players.indices.map { setting.talks.payoff(of: $0, package) }
    )
  }
}
