import GameTheory
import Negotiation

/// The graph model written out from its definitions for a small scenario, outcomes being lists of options.
struct SlowStability {
  let slow: SlowScenario
  let tolerance: Rational
  var rules: ConflictRules { slow.scenario.conflict ?? ConflictRules() }
  var players: [Int] { Array(slow.scenario.players.indices) }
  /// The outcomes that can be.
  private(set) var outcomes: [[Int]] = []
  /// For each player and outcome, by number, where it can move.
  private var moves: [[Int: [[Int]]]] = []
  /// For each player and outcome, by number, what it is worth: compared with the tolerance where it is payoffs.
  private var worth: [[Int: Rational]] = []

  init(_ slow: SlowScenario, tolerance: Rational = 0) {
    self.slow = slow
    self.tolerance = tolerance
    outcomes = slow.outcomes.filter { outcome in
      !rules.infeasible.contains { fits($0.when, outcome) }
    }
    worth = players.map { player in
      Dictionary(uniqueKeysWithValues: outcomes.map { (slow.number($0), value(of: $0, player)) })
    }
    moves = players.map { player in
      Dictionary(
        uniqueKeysWithValues: outcomes.map { here in
          (
            slow.number(here),
            slow.reach(of: player, from: here).filter { there in
              here != there && outcomes.contains(there) && !isBarred(here, there)
            }
          )
        }
      )
    }
  }

  func fits(_ pattern: OutcomePattern, _ outcome: [Int]) -> Bool {
    pattern.conditions.allSatisfy { $0.options.contains(outcome[$0.decision]) }
  }

  func isTrue(_ condition: OutcomeCondition, _ outcome: [Int]) -> Bool {
    switch condition {
    case .pattern(let pattern): fits(pattern, outcome)
    case .negation(let part): !isTrue(part, outcome)
    case .disjunction(let parts): parts.contains { isTrue($0, outcome) }
    case .conjunction(let parts): !parts.contains { !isTrue($0, outcome) }
    case .conditional(let first, let second): isTrue(second, outcome) || !isTrue(first, outcome)
    case .biconditional(let first, let second): isTrue(first, outcome) == isTrue(second, outcome)
    }
  }

  private func isBarred(_ here: [Int], _ there: [Int]) -> Bool {
    rules.irreversible.contains { rule in
      here[rule.decision] != there[rule.decision] && rule.from.contains(here[rule.decision])
        && rule.to.contains(there[rule.decision])
    }
  }

  private func order(of player: Int) -> ConflictRules.Order? {
    rules.preferences.first { $0.player == player }?.order
  }

  private func value(of outcome: [Int], _ player: Int) -> Rational {
    switch order(of: player) {
    case nil: return slow.payoff(of: player, outcome)
    case .ranking(let classes):
      for (place, part) in classes.enumerated()
      where part.patterns.contains(where: { fits($0, outcome) }) {
        return Rational(-place)
      }
      return Rational(-classes.count)
    case .statements(let statements):
      // The score of option prioritisation: a power of two for each statement.
      return statements.reduce(Rational(0)) {
        $0 + $0 + (isTrue($1.condition, outcome) ? 1 : 0)
      }
    }
  }

  func isBetter(_ outcome: [Int], _ other: [Int], _ player: Int) -> Bool {
    let least = order(of: player) == nil ? tolerance : 0
    let (a, b) = (worth[player][slow.number(outcome)] ?? 0, worth[player][slow.number(other)] ?? 0)
    return a - b > least
  }

  func moves(_ player: Int, _ outcome: [Int]) -> [[Int]] {
    moves[player][slow.number(outcome)] ?? []
  }

  func improvements(_ player: Int, _ outcome: [Int]) -> [[Int]] {
    moves(player, outcome).filter { isBetter($0, outcome, player) }
  }

  /// What is reached by legal sequences, nobody moving twice in a row: pairs of outcome and last mover.
  func reached<Mover: Hashable>(
    _ start: [Int],
    _ movers: [Mover],
    _ next: (Mover, [Int]) -> [[Int]]
  ) -> Set<[Int]> {
    var seen: Set<Arrival<Mover>> = []
    var left = [Arrival<Mover>(outcome: start, last: nil)]
    while let here = left.popLast() {
      for mover in movers where mover != here.last {
        for there in next(mover, here.outcome) {
          let arrival = Arrival(outcome: there, last: mover)
          if seen.insert(arrival).inserted { left.append(arrival) }
        }
      }
    }
    return Set(seen.map { $0.outcome })
  }

  private struct Arrival<Mover: Hashable>: Hashable {
    let outcome: [Int]
    let last: Mover?
  }

  /// Stability for a coalition, from the definitions; for one player with its own improvements.
  func isStable(
    _ outcome: [Int],
    _ members: [Int],
    _ concept: StabilityConcept,
    isJoint: Bool
  ) -> Bool {
    let others = players.filter { !members.contains($0) }
    func improves(_ there: [Int], _ here: [Int], _ members: [Int]) -> Bool {
      members.allSatisfy { isBetter(there, here, $0) }
    }
    func joint(_ members: [Int], _ here: [Int]) -> [[Int]] {
      reached(here, members, moves).filter { improves($0, here, members) }
    }
    return joint(members, outcome).allSatisfy { first in
      let answers: Set<[Int]> =
        switch concept {
        case .nash: []
        case .generalMetarational, .symmetricMetarational: reached(first, others, moves)
        case .sequential, .symmetricSequential:
          isJoint
            ? reached(first, subsets(of: others), joint) : reached(first, others, improvements)
        }
      return answers.contains { second in
        let escapes = concept == .symmetricMetarational || concept == .symmetricSequential
        return !improves(second, outcome, members)
          && !(escapes
            && reached(second, members, moves).contains { improves($0, outcome, members) })
      }
    }
  }

  private func subsets(of members: [Int]) -> [[Int]] {
    (1..<max(1, 1 << members.count)).map { bits in
      members.indices.filter { bits & 1 << $0 != 0 }.map { members[$0] }
    }
  }
}
