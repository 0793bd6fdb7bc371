import GameTheory
import TestSupport
import Testing

@testable import Negotiation

/// A random scenario with random rules for what can be, what can be undone and who prefers what.
struct StabilityCase {
  let stability: Stability
  let slow: SlowStability

  init(_ random: inout SplitMix64, seed: UInt64) throws {
    var generator = RandomScenario(seed: seed)
    var scenario = try Library.scenario(generator.text(claims: 0))
    scenario.conflict = StabilityCase.rules(&random, scenario)
    let tolerance: Rational = random.oneIn(3) ? Rational(1) / 2 : 0
    let model = try ScenarioModel(scenario)
    stability = try Stability(model, tolerance: tolerance)
    slow = SlowStability(SlowScenario(scenario), tolerance: tolerance)
  }

  private static func rules(_ random: inout SplitMix64, _ scenario: Scenario) -> ConflictRules? {
    if random.oneIn(5) { return nil }
    let place = scenario.interests[0].base.location
    var rules = ConflictRules()
    for index in 0..<random.int(in: 0...2) {
      let pattern = pattern(&random, scenario, most: 3)
      let start = scenario.statusQuo
      let isNow = pattern.conditions.allSatisfy { $0.options.contains(start[$0.decision]) }
      if isNow { continue }
      rules.infeasible.append(.init(id: "i\(index)", when: pattern, because: [], location: place))
    }
    for index in 0..<random.int(in: 0...2) {
      let decision = random.int(in: 0...scenario.decisions.count - 1)
      let options = random.permutation(of: scenario.decisions[decision].options.count)
      let cut = random.int(in: 1...options.count - 1)
      rules.irreversible.append(
        .init(
          id: "r\(index)",
          decision: decision,
          from: options[..<cut].sorted(),
          to: options[cut...].sorted(),
          because: [],
          location: place
        )
      )
    }
    for player in scenario.players.indices where random.oneIn(3) {
      let order: ConflictRules.Order =
        random.oneIn(2)
        ? .ranking(
          (0..<random.int(in: 1...5)).map { _ in
            .init(
              patterns: (0..<random.int(in: 1...2)).map { _ in pattern(&random, scenario, most: 2)
              },
              location: place
            )
          }
        )
        : .statements(
          (0..<random.int(in: 1...5)).map { _ in
            .init(condition: condition(&random, scenario, depth: 2), location: place)
          }
        )
      rules.preferences.append(.init(player: player, order: order, because: []))
    }
    return rules
  }

  private static func pattern(
    _ random: inout SplitMix64,
    _ scenario: Scenario,
    most: Int
  ) -> OutcomePattern {
    let decisions = random.permutation(of: scenario.decisions.count)
      .prefix(random.int(in: 1...most)).sorted()
    return OutcomePattern(
      decisions.map { decision in
        let options = random.permutation(of: scenario.decisions[decision].options.count)
        return Effect.Condition(
          decision: decision,
          options: options.prefix(random.int(in: 1...max(1, options.count - 1))).sorted()
        )
      }
    )
  }

  private static func condition(
    _ random: inout SplitMix64,
    _ scenario: Scenario,
    depth: Int
  ) -> OutcomeCondition {
    guard depth > 0 else { return .pattern(pattern(&random, scenario, most: 2)) }
    let parts = (0..<2).map { _ in condition(&random, scenario, depth: depth - 1) }
    switch random.int(in: 0...5) {
    case 0: return .negation(parts[0])
    case 1: return .disjunction(parts)
    case 2: return .conjunction(parts)
    case 3: return .conditional(parts[0], then: parts[1])
    case 4: return .biconditional(parts[0], parts[1])
    default: return parts[0]
    }
  }
}
