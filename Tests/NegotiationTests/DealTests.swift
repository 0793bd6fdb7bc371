import GameTheory
import TestSupport
import Testing

@testable import Negotiation

@Suite("The price of a deal")
struct DealTests {
  /// A random scenario with its answers by trying all, and a target that names some of its decisions.
  private struct Case {
    let model: ScenarioModel
    let slow: SlowScenario
    let deal: Deal
    let target: Options

    init(_ random: inout SplitMix64, seed: UInt64, hasExchange: Bool) throws {
      var generator = RandomScenario(seed: seed)
      var scenario = try Library.scenario(generator.text(claims: 0))
      if hasExchange {
        scenario.exchange = Exchange(
          unit: "shells",
          rates: scenario.players.map { _ in Rational(random.int(in: 1...4)) / 2 },
          because: []
        )
      }
      model = try ScenarioModel(scenario)
      slow = SlowScenario(scenario)
      let named = scenario.decisions.indices.filter { _ in random.oneIn(2) }
      target = Options(
        named.map { decision in
          Options.Choice(
            decision: decision,
            option: random.int(in: 0...scenario.decisions[decision].options.count - 1)
          )
        }
      )
      deal = Deal(model, target: target, equilibrium: nil)
    }

    var outcome: [Int] { slow.outcomes[deal.outcome] }

    /// What a player gains at most by leaving an outcome.
    func gain(of player: Int, from outcome: [Int], in slow: SlowScenario) -> Rational {
      let best = slow.reach(of: player, from: outcome).map { slow.payoff(of: player, $0) }.max()
      return (best ?? 0) - slow.payoff(of: player, outcome)
    }

    func payoffs(_ outcome: [Int]) -> [Rational] {
      slow.scenario.players.indices.map { slow.payoff(of: $0, outcome) }
    }

    func gains(from outcome: [Int]) -> [Rational] {
      slow.scenario.players.indices.map { gain(of: $0, from: outcome, in: slow) }
    }

    /// Whether nobody leaves when each player has something paid for playing its part.
    func holds(paying inducements: [Rational]) -> Bool {
      slow.scenario.players.indices.allSatisfy { player in
        let kept = slow.payoff(of: player, outcome) + inducements[player]
        return slow.reach(of: player, from: outcome).allSatisfy { other in
          other == outcome || slow.payoff(of: player, other) <= kept
        }
      }
    }
  }

  private func check(
    hasExchange: Bool,
    _ check: (inout SplitMix64, Case) throws -> String?
  ) throws {
    let found = try failures(seeds: 40) { random in
      let seed = random.next()
      let drawn = try Case(&random, seed: seed, hasExchange: hasExchange)
      return try check(&random, drawn)
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("With the inducements paid the target is an equilibrium; with a millionth less it is not")
  func inducements() throws {
    var paid = 0
    try check(hasExchange: false) { _, drawn in
      let inducements = drawn.deal.parts.map { $0.inducement }
      if !drawn.holds(paying: inducements) { return "\(inducements) are not enough" }
      for player in inducements.indices where inducements[player].signum > 0 {
        var less = inducements
        less[player] = less[player] - Rational(1, 1_000_000)
        if drawn.holds(paying: less) { return "\(player) takes less than \(inducements[player])" }
        paid += 1
      }
      for part in drawn.deal.parts {
        // What it could give away, and not more.
        guard let slack = part.slack, slack.signum > 0 else { continue }
        var gifts = inducements
        gifts[part.player] = -slack
        if !drawn.holds(paying: gifts) { return "the slack of \(part.player) is no slack" }
        gifts[part.player] = -slack - Rational(1, 1_000_000)
        if drawn.holds(paying: gifts) { return "\(part.player) could give more" }
      }
      return nil
    }
    #expect(paid > 10)
  }

  @Test("No completion of the target is cheaper", arguments: [false, true])
  func completions(hasExchange: Bool) throws {
    var compared = 0
    var ties = 0
    try check(hasExchange: hasExchange) { _, drawn in
      let numbers = drawn.slow.outcomes.filter { drawn.slow.has(drawn.target, $0) }
      if numbers.count != drawn.deal.completionCount { return "\(numbers.count) completions" }
      let costs = numbers.map { cost(of: drawn.gains(from: $0), drawn) }
      guard let least = costs.min(by: { $0.lexicographicallyPrecedes($1) }),
        let first = costs.firstIndex(of: least)
      else { return "there is none" }
      compared += numbers.count
      let tied = zip(numbers, costs).filter { $0.1 == least }.map { $0.0 }
      guard tied.contains(drawn.outcome) else { return "\(numbers[first]) is cheaper" }
      if tied.count != drawn.deal.tieCount { return "\(tied.count) are as cheap" }
      ties += tied.count - 1
      let mine = drawn.payoffs(drawn.outcome)
      let isDominated = tied.map { drawn.payoffs($0) }.contains { other in
        other != mine && zip(other, mine).allSatisfy { $0 >= $1 }
      }
      if isDominated { return "another as cheap is better" }
      let free = numbers.filter { drawn.gains(from: $0).allSatisfy { $0.signum == 0 } }.count
      if free != drawn.deal.freeCount { return "\(free) are equilibria" }
      for other in drawn.deal.alternatives {
        let gains = drawn.gains(from: drawn.slow.outcomes[other.outcome])
        if gains != other.inducements { return "the inducements of \(other.outcome)" }
        let isUndercut = numbers.contains { known in
          let known = drawn.gains(from: known)
          return known != gains && zip(known, gains).allSatisfy { $0 <= $1 }
        }
        if isUndercut { return "\(other.outcome) is undercut" }
      }
      return nil
    }
    #expect(compared > 300)
    #expect(ties > 10)
  }

  private func cost(of gains: [Rational], _ drawn: Case) -> [Rational] {
    if let rates = drawn.model.scenario.exchange?.rates {
      return [zip(gains, rates).reduce(Rational(0)) { $0 + $1.0 * $1.1 }]
    }
    return gains.enumerated().map { player, gain -> Rational in
      let payoffs = drawn.slow.outcomes.map { drawn.slow.payoff(of: player, $0) }
      guard gain.signum > 0, let low = payoffs.min(), let high = payoffs.max() else { return 0 }
      return gain / (high - low)
    }.sorted { $0 > $1 }
  }

  @Test("Once bound by a smallest set of commitments a player is willing, and by none smaller")
  func commitments() throws {
    var bound = 0
    try check(hasExchange: false) { _, drawn in
      for part in drawn.deal.parts {
        let own = drawn.model.game.freeDecisions(of: part.player)
        let size = part.commitments.first?.count ?? 0
        bound += size
        for mask in 0..<(1 << own.count) {
          let set = own.indices.filter { mask >> $0 & 1 == 1 }.map { own[$0] }
          guard set.count <= size else { continue }
          let isWilling = drawn.slow.reach(of: part.player, from: drawn.outcome).allSatisfy {
            other in
            set.contains { other[$0] != drawn.outcome[$0] }
              || drawn.slow.payoff(of: part.player, other)
                <= drawn.slow.payoff(of: part.player, drawn.outcome)
          }
          if isWilling != part.commitments.contains(set) { return "\(part.player): \(set)" }
        }
      }
      return nil
    }
    #expect(bound > 10)
  }

  @Test("With its stakes changed a player is willing, and with no smaller change")
  func stakes() throws {
    var changed = 0
    try check(hasExchange: false) { random, drawn in
      for part in drawn.deal.parts {
        var scenario = drawn.model.scenario
        for change in part.stakes.weights {
          scenario.stakes[change.stake].weight.polynomial = Polynomial(constant: change.weight)
        }
        let after = SlowScenario(scenario)
        if drawn.gain(of: part.player, from: drawn.outcome, in: after) > 0 {
          return "\(part.player) still leaves"
        }
        if part.inducement.signum == 0 {
          if part.stakes.size.signum != 0 { return "\(part.player) was willing already" }
          continue
        }
        changed += 1
        for _ in 0..<8 {
          if let smaller = smallerChange(&random, part, drawn), smaller {
            return "a smaller change makes \(part.player) willing"
          }
        }
      }
      return nil
    }
    #expect(changed > 10)
  }

  /// Whether a random change of the player's stakes, a little smaller in sum, makes it willing.
  private func smallerChange(
    _ random: inout SplitMix64,
    _ part: Deal.Part,
    _ drawn: Case
  ) -> Bool? {
    var scenario = drawn.model.scenario
    let own = scenario.stakes.indices.filter { scenario.stakes[$0].player == part.player }
    let weights = own.map { _ in Rational(random.int(in: -4...4)) }
    let sum = weights.reduce(Rational(0)) { $0 + $1.magnitude }
    guard sum.signum > 0 else { return nil }
    let size = part.stakes.size * Rational(random.int(in: 500...999)) / 1000
    for (weight, stake) in zip(weights, own) {
      let before = scenario.stakes[stake].weight.polynomial.evaluated(at: drawn.slow.values)
      scenario.stakes[stake].weight.polynomial = Polynomial(
        constant: before + weight * size / sum
      )
    }
    return drawn.gain(of: part.player, from: drawn.outcome, in: SlowScenario(scenario)) <= 0
  }

  @Test("Transfers that are told sum to nothing and leave everybody willing and no worse off")
  func transfers() throws {
    var (possible, impossible) = (0, 0)
    try check(hasExchange: true) { random, drawn in
      let equilibrium = random.int(in: 0...drawn.slow.outcomes.count - 1)
      let deal = Deal(drawn.model, target: drawn.target, equilibrium: equilibrium)
      let totals = try #require(deal.totals)
      let rates = try #require(drawn.model.scenario.exchange?.rates)
      let inducement = zip(deal.parts, rates).reduce(Rational(0)) { $0 + $1.0.inducement * $1.1 }
      if totals.inducement != inducement { return "the total is \(inducement)" }
      // As a linear programme: what has to come from outside at least.
      var programme = LinearProgram<Rational>(.minimise)
      for (part, rate) in zip(deal.parts, rates) {
        let rest = (part.equilibriumPayoff ?? 0) - part.payoff
        let willing = part.inducement - (part.slack ?? 0)
        _ = programme.addVariable(within: .atLeast(rate * max(rest, willing)))
      }
      let outside = programme.addVariable(cost: 1)
      programme.addRow(
        deal.parts.indices.map { ($0, Rational(1)) } + [(outside, Rational(-1))],
        .equal,
        0
      )
      guard case .optimal(let solution) = programme.solve() else { return "no answer" }
      if totals.missing != solution.objective { return "missing \(solution.objective)" }
      guard let transfers = totals.fairTransfers else {
        impossible += 1
        return solution.objective.signum > 0 ? nil : "there are transfers"
      }
      possible += 1
      if transfers.reduce(0, +) != 0 { return "\(transfers) do not sum to 0" }
      let paid = zip(transfers, rates).map { $0 / $1 }
      if !drawn.holds(paying: paid) { return "\(transfers) leave somebody unwilling" }
      for (part, amount) in zip(deal.parts, paid)
      where part.payoff + amount < part.equilibriumPayoff ?? 0 {
        return "\(part.player) is worse off"
      }
      return nil
    }
    #expect(possible > 3 && impossible > 3)
  }

  @Test("The price of the North's missiles in the shipped scenario")
  func shipped() throws {
    let model = try ScenarioModel(try PhaseDiagramTests.shipped())
    let scenario = model.scenario
    func choice(_ decision: String, _ option: String) throws -> Options.Choice {
      let index = try #require(scenario.decisions.firstIndex { $0.id == decision })
      let options = scenario.decisions[index].options
      return Options.Choice(
        decision: index,
        option: try #require(options.firstIndex { $0.id == option })
      )
    }
    let target = Options([
      try choice("missiles", "scrap"), try choice("launches", "offer"),
      try choice("finance", "withhold"),
    ])
    let deal = Deal(model, target: target, equilibrium: nil)
    #expect(deal.parts.map { $0.inducement.signum } == [1, 0, 0, 0, 0])
    #expect(deal.parts[0].inducement == Rational(3, 2))
    #expect(deal.totals == nil)
    let launches = try choice("launches", "offer").decision
    #expect(deal.parts[0].commitments == [[launches]])
  }
}
