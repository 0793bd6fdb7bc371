import GameTheory
import Negotiation

/// Reads coalitions, rates and rules as users write them.
struct CoalitionWords {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// The voting rule asked for, or all of them.
  func rules(_ id: String?) throws(Failure) -> [VotingPlan] {
    guard let id else { return scenario.voting }
    if let rule = scenario.voting.first(where: { $0.id == id }) { return [rule] }
    let known = scenario.voting.map { $0.id }
    throw Failure(
      .usage,
      known.isEmpty
        ? "--rule: the scenario has no voting rules"
        : "--rule: there is no voting rule '\(id)'" + suggestion(for: id, among: known)
    )
  }

  /// The groups of `us+japan,russia+china`, by the ids of players or of voters under some rules.
  func groups(_ text: String?, _ rules: [VotingPlan]) throws(Failure) -> [[String]] {
    guard let text else { return [] }
    var known = scenario.players.map { $0.id }
    for voter in rules.flatMap({ $0.voters }) where !known.contains(voter.id) {
      known.append(voter.id)
    }
    var mistakes: [String] = []
    var seen: Set<String> = []
    var groups: [[String]] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let names = part.split(separator: "+", omittingEmptySubsequences: false).map {
        $0.trimmingSpaces()
      }
      for name in names {
        if name.isEmpty {
          mistakes.append("'\(part.trimmingSpaces())' is not PLAYER+PLAYER")
        } else if !known.contains(name) {
          mistakes.append("there is no player '\(name)'" + suggestion(for: name, among: known))
        } else if !seen.insert(name).inserted {
          mistakes.append("'\(name)' is in two groups, or twice in one")
        }
      }
      groups.append(names)
    }
    try ScenarioWords.fail(mistakes, "--structure")
    return groups
  }

  /// Groups as coalitions of players; who is not named stands alone.
  func structure(_ groups: [[String]]) -> [Coalition] {
    CoalitionWords.partition(groups, among: scenario.players.map { $0.id }).map {
      Coalition(members: $0)
    }
  }

  /// Who has what power under some rules.
  func powers(_ rules: [VotingPlan], _ groups: [[String]]) throws(Failure) -> [VotingPower] {
    var powers: [VotingPower] = []
    for rule in rules {
      let groups = CoalitionWords.partition(groups, among: rule.voters.map { $0.id })
      do throws(CoalitionError) {
        powers.append(try VotingPower(rule, structure: groups))
      } catch {
        throw Failure(
          .badData,
          "the voting rule '\(rule.id)' has too many voters, or weights too large, to count coalitions"
        )
      }
    }
    return powers
  }

  /// Groups by indices, with those alone who are in none; empty where there are no groups.
  private static func partition(_ groups: [[String]], among names: [String]) -> [[Int]] {
    guard !groups.isEmpty else { return [] }
    let known = groups.map { group in group.compactMap { names.firstIndex(of: $0) }.sorted() }
      .filter { !$0.isEmpty }
    let grouped = Set(known.joined())
    return known + names.indices.filter { !grouped.contains($0) }.map { [$0] }
  }

  /// The rates of exchange that were given, or else the scenario's.
  func exchange(_ text: String?) throws(Failure) -> (unit: String, rates: [Rational])? {
    guard let text else { return scenario.exchange.map { ($0.unit, $0.rates) } }
    let rates = try ScenarioWords(scenario).numbers(
      text,
      "rate",
      for: "--exchange",
      isPositive: true
    )
    let missing = scenario.players.indices.filter { rates[$0] == nil }
      .map { "'\(scenario.players[$0].id)'" }
    guard missing.isEmpty else {
      throw Failure(
        .usage,
        "--exchange: there is no rate for \(Wording.list(missing)); every player needs one"
      )
    }
    return ("the unit of --exchange", rates.compactMap { $0 })
  }

  /// What coalitions can do; fails where there are too many players.
  func answer(_ model: ScenarioModel, _ wishes: Coalitions.Wishes) throws(Failure) -> Coalitions {
    do throws(CoalitionError) {
      return try Coalitions(model, wishes)
    } catch {
      guard case .playerCount(let found, let most) = error else {
        throw Failure(.usage, "\(error)")
      }
      throw Failure(
        .usage,
        "there are \(found) players; coalitions are looked at for up to \(most)"
      )
    }
  }
}
