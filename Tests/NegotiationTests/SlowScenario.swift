import GameTheory
import Negotiation

/// A scenario answered straight from its definition: every payoff by summing, every question by trying all.
struct SlowScenario {
  let scenario: Scenario
  let values: [Rational]
  let counts: [Int]
  let outcomes: [[Int]]
  private var payoffs: [[Rational]] = []

  init(_ scenario: Scenario, values: [Rational]? = nil) {
    self.scenario = scenario
    self.values = values ?? scenario.parameterValues
    counts = scenario.decisions.map { $0.options.count }
    var outcomes: [[Int]] = [[]]
    for count in counts {
      outcomes = outcomes.flatMap { start in (0..<count).map { start + [$0] } }
    }
    self.outcomes = outcomes
    payoffs = outcomes.map { outcome in
      scenario.players.indices.map { sum(of: $0, outcome, { _ in true }) }
    }
  }

  func level(of interest: Int, _ outcome: [Int]) -> Rational {
    var level = scenario.interests[interest].base.polynomial.evaluated(at: values)
    for effect in scenario.effects where effect.interest == interest {
      let applies = effect.conditions.allSatisfy { $0.options.contains(outcome[$0.decision]) }
      if applies { level = level + effect.amount.polynomial.evaluated(at: values) }
    }
    return level
  }

  func sum(of player: Int, _ outcome: [Int], _ counts: (Int) -> Bool) -> Rational {
    scenario.stakes.filter { $0.player == player && counts($0.interest) }.reduce(Rational(0)) {
      $0 + $1.weight.polynomial.evaluated(at: values) * level(of: $1.interest, outcome)
    }
  }

  func payoff(of player: Int, _ outcome: [Int]) -> Rational {
    payoffs[number(outcome)][player]
  }

  func number(_ outcome: [Int]) -> Int { zip(outcome, counts).reduce(0) { $0 * $1.1 + $1.0 } }

  /// The outcomes that a player can bring about by itself, from one.
  func reach(of player: Int, from outcome: [Int]) -> [[Int]] {
    outcomes.filter { other in
      scenario.decisions.indices.allSatisfy {
        scenario.decisions[$0].player == player || other[$0] == outcome[$0]
      }
    }
  }

  func bestReplies(of player: Int, to outcome: [Int]) -> [[Int]] {
    let reach = reach(of: player, from: outcome)
    let best = reach.map { payoff(of: player, $0) }.max()
    return reach.filter { payoff(of: player, $0) == best }
  }

  func isEquilibrium(_ outcome: [Int]) -> Bool {
    scenario.players.indices.allSatisfy { bestReplies(of: $0, to: outcome).contains(outcome) }
  }

  var equilibria: [[Int]] { outcomes.filter(isEquilibrium) }

  /// Where play comes to rest, or nil.
  func rest(from start: [Int]) -> [Int]? {
    var outcome = start
    var seen: Set<[Int]> = []
    while true {
      let before = outcome
      for player in scenario.players.indices {
        let best = bestReplies(of: player, to: outcome)
        if !best.contains(outcome) { outcome = best[0] }
      }
      if outcome == before { return outcome }
      if !seen.insert(outcome).inserted { return nil }
    }
  }

  func applying(_ options: Options, to outcome: [Int]) -> [Int] {
    var changed = outcome
    for choice in options.choices { changed[choice.decision] = choice.option }
    return changed
  }

  func has(_ options: Options, _ outcome: [Int]) -> Bool {
    options.choices.allSatisfy { outcome[$0.decision] == $0.option }
  }

  /// Whether a test holds, from its definition.
  func holds(_ test: Claim.Test) -> Bool {
    switch test {
    case .prefers(let player, let first, let second, let weakly, let place, let given):
      judged(place, given) { outcome in
        let a = payoff(of: player, applying(first, to: outcome))
        let b = payoff(of: player, applying(second, to: outcome))
        return weakly ? a >= b : a > b
      }
    case .indifferent(let player, let first, let second, let place, let given):
      judged(place, given) { outcome in
        payoff(of: player, applying(first, to: outcome))
          == payoff(of: player, applying(second, to: outcome))
      }
    case .bestReply(let player, let options, let place, let given):
      judged(place, given) { bestReplies(of: player, to: $0).allSatisfy { has(options, $0) } }
    case .neverBestReply(let player, let options, let place, let given):
      judged(place, given) { bestReplies(of: player, to: $0).allSatisfy { !has(options, $0) } }
    case .dominated(let player, let options, let weakly):
      dominated(player, options, weakly)
    case .equilibria(.some, let options): equilibria.contains { has(options, $0) }
    case .equilibria(.none, let options): !equilibria.contains { has(options, $0) }
    case .equilibria(.every, let options):
      !equilibria.isEmpty && equilibria.allSatisfy { has(options, $0) }
    case .betterForAll(let options, let reference, let weakly):
      betterForAll(options, reference, weakly)
    case .settles(let options, let start):
      rest(from: applying(start, to: scenario.statusQuo)).map { has(options, $0) } ?? false
    case .compare(let difference, let comparison, let bound, let place, let given):
      judged(place, given) { outcome in
        var right: Rational
        switch bound {
        case .number(let number): right = number
        case .difference(let times, let other): right = times * value(of: other, outcome)
        }
        return comparison.holds(forSign: (value(of: difference, outcome) - right).signum)
      }
    case .somewhere: false
    }
  }

  private func judged(_ place: Claim.Place, _ given: Options, _ body: ([Int]) -> Bool) -> Bool {
    switch place {
    case .statusQuo: body(applying(given, to: scenario.statusQuo))
    case .settled: rest(from: scenario.statusQuo).map { body(applying(given, to: $0)) } ?? false
    case .every: outcomes.filter { has(given, $0) }.allSatisfy(body)
    case .some: outcomes.filter { has(given, $0) }.contains(where: body)
    }
  }

  private func value(of difference: Claim.Difference, _ outcome: [Int]) -> Rational {
    func value(_ options: Options) -> Rational {
      let changed = applying(options, to: outcome)
      switch difference.subject {
      case .level(let interest): return level(of: interest, changed)
      case .payoff(let player, let interests):
        return sum(of: player, changed) { interests.isEmpty || interests.contains($0) }
      }
    }
    return value(difference.of) - (difference.minus.map(value) ?? 0)
  }

  private func dominated(_ player: Int, _ options: Options, _ weakly: Bool) -> Bool {
    let strategies = reach(of: player, from: scenario.statusQuo)
    let contexts = outcomes.filter { outcome in
      scenario.decisions.indices.allSatisfy {
        scenario.decisions[$0].player != player || outcome[$0] == 0
      }
    }
    func payoffs(_ strategy: [Int]) -> [Rational] {
      contexts.map { context in
        var outcome = context
        for decision in scenario.decisions.indices
        where scenario.decisions[decision].player == player {
          outcome[decision] = strategy[decision]
        }
        return payoff(of: player, outcome)
      }
    }
    return strategies.filter { has(options, $0) }.allSatisfy { strategy in
      let mine = payoffs(strategy)
      return strategies.contains { other in
        let gains = zip(payoffs(other), mine).map { $0 - $1 }
        return weakly
          ? gains.allSatisfy { $0 >= 0 } && gains.contains { $0 > 0 } : gains.allSatisfy { $0 > 0 }
      }
    }
  }

  private func betterForAll(
    _ options: Options,
    _ reference: Claim.Reference,
    _ weakly: Bool
  ) -> Bool {
    guard
      let base = reference == .statusQuo ? scenario.statusQuo : rest(from: scenario.statusQuo)
    else { return false }
    return outcomes.filter { has(options, $0) }.contains { outcome in
      let gains = scenario.players.indices.map { payoff(of: $0, outcome) - payoff(of: $0, base) }
      return weakly
        ? gains.allSatisfy { $0 >= 0 } && gains.contains { $0 > 0 } : gains.allSatisfy { $0 > 0 }
    }
  }
}
