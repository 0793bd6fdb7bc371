import GameTheory
import Negotiation
import TestSupport
import Testing

@Suite("What players can do together, from the definition")
struct CoalitionsTests {
  /// A random scenario with its answers by trying all.
  private struct Case {
    let model: ScenarioModel
    let slow: SlowScenario
    let coalitions: Coalitions
    let tolerance: Rational
    let rates: [Rational]

    init(_ random: inout SplitMix64) throws {
      var scenario: Scenario
      // Trying all takes few outcomes.
      repeat {
        var generator = RandomScenario(seed: random.next())
        scenario = try Library.scenario(generator.text(claims: 0))
      } while scenario.decisions.reduce(1, { $0 * $1.options.count }) > 36
      model = try ScenarioModel(scenario)
      slow = SlowScenario(scenario)
      tolerance = Rational(random.int(in: 0...1)) / 2
      rates = scenario.players.map { _ in Rational(random.int(in: 1...4)) / 2 }
      var wishes = Coalitions.Wishes()
      let first = random.int(in: 0...slow.outcomes.count - 1)
      wishes.outcomes = [first, model.statusQuo]
      wishes.tolerance = tolerance
      wishes.rates = rates
      wishes.worth = .beta
      coalitions = try Coalitions(model, wishes)
    }

    var players: Range<Int> { slow.scenario.players.indices }
    var all: Coalition { .all(of: players.count) }

    /// The outcomes that differ from one only in what members decide.
    func reach(of coalition: Coalition, from outcome: Int) -> [Int] {
      let here = slow.outcomes[outcome]
      return slow.outcomes.indices.filter { other in
        slow.scenario.decisions.indices.allSatisfy {
          coalition.includes(slow.scenario.decisions[$0].player)
            || slow.outcomes[other][$0] == here[$0]
        }
      }
    }

    func payoff(_ player: Int, _ outcome: Int) -> Rational {
      slow.payoff(of: player, slow.outcomes[outcome])
    }

    func gains(_ coalition: Coalition, from outcome: Int, to other: Int) -> Bool {
      coalition.members.allSatisfy { payoff($0, other) > payoff($0, outcome) + tolerance }
    }

    func worth(of coalition: Coalition, in outcome: Int) -> Rational {
      coalition.members.reduce(Rational(0)) { $0 + rates[$1] * payoff($1, outcome) }
    }
  }

  @Test("joint deviations, who loses by them, and who forces what")
  func examinations() throws {
    var counts = (prospects: 0, lasting: 0, alpha: 0)
    let wrong = try failures(seeds: 20) { random in
      let test = try Case(&random)
      for part in test.coalitions.examinations {
        for coalition in test.all.subsets.dropFirst() {
          let paying = test.reach(of: coalition, from: part.outcome).filter {
            test.gains(coalition, from: part.outcome, to: $0)
          }
          let found =
            coalition.count == 1
            ? part.temptations.first { $0.coalition == coalition }
            : part.prospects.first { $0.coalition == coalition }?.best
          if (found == nil) != paying.isEmpty { return "deviations of \(coalition.members)" }
          guard let found else { continue }
          counts.prospects += 1
          if !paying.contains(found.outcome) { return "does not pay" }
          let changes = test.players.map {
            test.payoff($0, found.outcome) - test.payoff($0, part.outcome)
          }
          if changes != found.changes { return "changes" }
          if found.losers != test.players.filter({ changes[$0] < 0 }) { return "losers" }
          let prospect = part.prospects.first { $0.coalition == coalition }
          if let prospect, prospect.count != paying.count { return "count" }
          if let lasting = prospect?.lasting {
            counts.lasting += 1
            if !paying.contains(lasting.outcome) { return "lasting does not pay" }
          } else if let prospect {
            guard let next = prospect.next else { return "nobody leaves again" }
            if !next.coalition.isStrictSubset(of: coalition) { return "next by others" }
            if !test.gains(next.coalition, from: prospect.best.outcome, to: next.outcome) {
              return "next does not pay"
            }
          }
        }
        if let wrong = forcing(part, test, &counts.alpha) { return wrong }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
    #expect(counts.prospects > 40 && counts.lasting > 10 && counts.alpha > 10, "\(counts)")
  }

  private func forcing(
    _ part: Coalitions.Examination,
    _ test: Case,
    _ count: inout Int
  ) -> String? {
    for coalition in test.all.subsets.dropFirst() {
      let others = test.all.subtracting(coalition)
      // Some joint strategy, whatever the others do.
      let isAlpha = test.reach(of: coalition, from: part.outcome).contains { joint in
        test.reach(of: others, from: joint).allSatisfy {
          test.gains(coalition, from: part.outcome, to: $0)
        }
      }
      let isBeta = test.reach(of: others, from: part.outcome).allSatisfy { reply in
        test.reach(of: coalition, from: reply).contains {
          test.gains(coalition, from: part.outcome, to: $0)
        }
      }
      let found = part.blocking?.first { $0.coalition == coalition }
      if (found != nil) != isAlpha { return "alpha by \(coalition.members)" }
      if let found {
        count += 1
        let ends = test.reach(of: others, from: found.outcome)
        for (member, gain) in zip(coalition.members, found.gains)
        where ends.map({ test.payoff(member, $0) }).min() != test.payoff(member, part.outcome)
          + gain
        {
          return "gain made sure of"
        }
      }
      if (part.blockingInReply?.contains(coalition) ?? false) != (isBeta && !isAlpha) {
        return "beta by \(coalition.members)"
      }
    }
    return nil
  }

  @Test("worths by their definitions; values are those of the worths")
  func worths() throws {
    let wrong = try failures(seeds: 12) { random in
      let test = try Case(&random)
      guard let division = test.coalitions.division else { return "no worths" }
      for worth in division.worths.dropFirst() {
        let coalition = worth.coalition
        let others = test.all.subtracting(coalition)
        let joint = test.reach(of: coalition, from: 0)
        let alpha = joint.map { own in
          test.reach(of: others, from: own).map { test.worth(of: coalition, in: $0) }.min() ?? 0
        }.max()
        let beta = test.reach(of: others, from: 0).map { theirs in
          test.reach(of: coalition, from: theirs).map { test.worth(of: coalition, in: $0) }.max()
            ?? 0
        }.min()
        if worth.alpha != alpha { return "alpha of \(coalition.members)" }
        if worth.beta != beta { return "beta of \(coalition.members)" }
        let between = test.slow.outcomes.indices.filter { outcome in
          [coalition, others].allSatisfy { side in
            test.reach(of: side, from: outcome).allSatisfy {
              test.worth(of: side, in: $0) <= test.worth(of: side, in: outcome)
            }
          }
        }.map { test.worth(of: coalition, in: $0) }
        if worth.defensive?.lowerBound != between.min() { return "defensive least" }
        if worth.defensive?.upperBound != between.max() { return "defensive most" }
      }
      guard let values = division.values else { return "no values" }
      if division.worths.contains(where: {
        !$0.coalition.isEmpty && values.game.value(of: $0.coalition) != $0.beta
      }) {
        return "another game"
      }
      let total = values.game.value(of: test.all)
      if values.shapley.reduce(0, +) != total { return "Shapley" }
      if let nucleolus = values.nucleolus, case .point = values.core,
        !values.game.isInCore(nucleolus)
      {
        return "nucleolus outside the core"
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("strong and coalition-proof equilibria, and the alpha-core, over all outcomes")
  func whole() throws {
    let wrong = try failures(seeds: 8) { random in
      let test = try Case(&random)
      let strong = test.slow.outcomes.indices.filter { outcome in
        test.all.subsets.dropFirst().allSatisfy { coalition in
          !test.reach(of: coalition, from: outcome).contains {
            test.gains(coalition, from: outcome, to: $0)
          }
        }
      }
      if test.coalitions.strong != strong { return "strong" }
      guard let proof = test.coalitions.coalitionProof else { return "not found" }
      if !Set(strong).isSubset(of: proof) { return "strong, but not coalition-proof" }
      for part in test.coalitions.examinations {
        if part.isStrong != strong.contains(part.outcome) { return "examined" }
        if (part.upset == nil) != proof.contains(part.outcome) { return "upset" }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("without rates nothing is added up; wrong rates and groups are refused")
  func rates() throws {
    let model = try ScenarioModel(Library.child(""))
    var wishes = Coalitions.Wishes()
    #expect(try Coalitions(model, wishes).division == nil)
    wishes.rates = [1]
    #expect(throws: CoalitionError.shareCount(expected: 2, found: 1)) {
      try Coalitions(model, wishes)
    }
    wishes.rates = [1, 1]
    wishes.structure = [Coalition(members: [0])]
    #expect(throws: CoalitionError.notAPartition) { try Coalitions(model, wishes) }
    wishes.structure = [Coalition(members: [0, 1])]
    let values = try #require(Coalitions(model, wishes).division?.values)
    // With one group, as with groups of one, the Owen value is Shapley's.
    #expect(values.owen == values.shapley)
  }

  @Test("few outcomes have stable sets, more a consistent set, many neither")
  func farsighted() throws {
    let base = try ScenarioModel(Library.child(""))
    guard case .stableSets(let sets, true) = try Coalitions(base, .init()).farsighted else {
      Issue.record("no stable sets")
      return
    }
    #expect(!sets.isEmpty)
    // 3 × 2 × 12 outcomes.
    let options = (0..<12).map { "\"o\($0)\"" }.joined(separator: ", ")
    let more = try Library.child(
      "decisions: [{ id: \"more\", player: \"us\", options: [\(options)], because: [\"us-wants\"] }],"
        + " statusQuo: { more: \"o0\" },"
    )
    guard
      case .largestConsistentSet(let set) = try Coalitions(ScenarioModel(more), .init()).farsighted
    else {
      Issue.record("no consistent set")
      return
    }
    #expect(!set.isEmpty)
  }
}
