import Negotiation

/// What the section `conflict` says, in short.
struct ConflictWording {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// One line for each rule; none without the section.
  var rules: [String] {
    guard let rules = scenario.conflict else { return [] }
    return rules.infeasible.map { "\($0.id): \(text(of: $0.when)) cannot be" }
      + rules.irreversible.map { rule in
        let decision = scenario.decisions[rule.decision]
        let (from, to) = (rule.from, rule.to)
        return "\(rule.id): \(decision.id) cannot go from \(options(from, decision)) to "
          + options(to, decision)
      }
      + rules.preferences.map { preference in
        let player = scenario.players[preference.player].id
        switch preference.order {
        case .ranking(let classes):
          return "\(player): a ranking of \(Wording.count(classes.count, "class", "classes")) "
            + "in place of payoffs"
        case .statements(let statements):
          return "\(player): \(Wording.count(statements.count, "statement", "statements")) "
            + "in place of payoffs"
        }
      }
  }

  private func text(of pattern: OutcomePattern) -> String {
    pattern.conditions.map { condition in
      let decision = scenario.decisions[condition.decision]
      return "\(decision.id)=" + options(condition.options, decision)
    }.joined(separator: ", ")
  }

  private func options(_ options: [Int], _ decision: Decision) -> String {
    options.map { decision.options[$0].id }.joined(separator: " or ")
  }
}
