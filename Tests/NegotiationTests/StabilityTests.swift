import GameTheory
import TestSupport
import Testing

@testable import Negotiation

@Suite("Stability of a scenario's outcomes")
struct StabilityTests {
  @Test(
    "every concept is what its definition says, with rules and without, for players and coalitions"
  )
  func definitions() throws {
    var seed: UInt64 = 1000
    let found = try failures(seeds: 20) { random in
      seed += 1
      let test = try StabilityCase(&random, seed: seed)
      let (stability, slow) = (test.stability, test.slow)
      let states = stability.form.outcomes.map { slow.slow.outcomes[$0] }
      if states != slow.outcomes { return "what can be: \(states)" }
      for concept in StabilityConcept.allCases {
        let table = try #require(
          zip(stability.concepts, stability.tables).first { $0.0 == .basic(concept) }?.1
        )
        for (state, outcome) in states.enumerated() {
          for player in slow.players {
            let expected = slow.isStable(outcome, [player], concept, isJoint: false)
            if table.isStable(state, for: player) != expected {
              return "\(concept) of \(outcome) for \(player): not \(expected)"
            }
            let reason = stability.graph.reason(for: state, player, concept)
            if reason.isStable != expected || !stability.graph.verifies(reason) {
              return "\(concept) of \(outcome) for \(player): \(reason)"
            }
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("objections of coalitions are what the definitions say, and their paths are legal")
  func coalitions() throws {
    var seed: UInt64 = 2000
    let found = try failures(seeds: 15) { random in
      seed += 1
      let test = try StabilityCase(&random, seed: seed)
      let (stability, slow) = (test.stability, test.slow)
      for _ in 0..<4 {
        let state = random.int(in: 0...stability.graph.stateCount - 1)
        let outcome = slow.outcomes[state]
        let verdict = stability.verdict(on: state)
        for (concept, objections) in try #require(verdict.coalitions) {
          for coalition in Coalition.each(of: slow.players.count) {
            let objection = objections.first { $0.coalition == coalition }
            let expected = slow.isStable(outcome, coalition.members, concept, isJoint: true)
            if (objection == nil) != expected {
              return "\(concept) of \(outcome) for \(coalition.members): not \(expected)"
            }
            guard let objection else { continue }
            if let wrong = wrong(objection, from: outcome, slow) { return wrong }
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  /// What is wrong with the path of an objection.
  private func wrong(
    _ objection: CoalitionObjection,
    from start: [Int],
    _ slow: SlowStability
  ) -> String? {
    var here = start
    var last: Int?
    for move in objection.path {
      let there = slow.outcomes[move.state]
      guard objection.coalition.includes(move.mover), move.mover != last,
        slow.moves(move.mover, here).contains(there)
      else { return "no move from \(here) to \(there)" }
      here = there
      last = move.mover
    }
    return objection.coalition.members.allSatisfy { slow.isBetter(here, start, $0) }
      ? nil : "\(objection) gains not all"
  }

  @Test("the grounds of a verdict go with the tables, and every outcome gets its words")
  func grounds() throws {
    var seed: UInt64 = 3000
    let found = try failures(seeds: 25) { random in
      seed += 1
      let test = try StabilityCase(&random, seed: seed)
      let stability = test.stability
      let words = StabilityWording(stability)
      let tables = Dictionary(
        uniqueKeysWithValues: StabilityConcept.allCases.map { ($0, stability.graph.stability($0)) }
      )
      func isStable(_ state: Int, _ mover: Int, _ concept: StabilityConcept) -> Bool {
        tables[concept]?.isStable(state, for: mover) == true
      }
      for state in 0..<min(20, stability.graph.stateCount) {
        for mover in stability.movers.indices {
          let ground = stability.ground(of: mover, at: state)
          let expected: Bool
          switch ground {
          case .cannotMove:
            expected = stability.graph.moves(of: mover, from: state).isEmpty
          case .noImprovement: expected = isStable(state, mover, .nash)
          case .answered(_, let hasWayOut):
            expected =
              isStable(state, mover, .sequential) && !isStable(state, mover, .nash)
              && isStable(state, mover, .symmetricSequential) != hasWayOut
          case .threatened(_, _, let hasWayOut):
            expected =
              isStable(state, mover, .generalMetarational)
              && !isStable(state, mover, .sequential)
              && isStable(state, mover, .symmetricMetarational) != hasWayOut
          case .free: expected = !isStable(state, mover, .generalMetarational)
          }
          if !expected { return "\(ground) of \(mover) at \(state)" }
          let sentence = words.sentence(on: ground, of: mover, at: state)
          if !sentence.hasSuffix(".") || sentence.contains("  ") { return sentence }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("Nash implies SSEQ, SSEQ implies SEQ and SMR, and each of these GMR")
  func implications() throws {
    var seed: UInt64 = 4000
    let found = try failures(seeds: 40) { random in
      seed += 1
      let test = try StabilityCase(&random, seed: seed)
      let tables = Dictionary(
        uniqueKeysWithValues: StabilityConcept.allCases.map {
          ($0, test.stability.graph.stability($0).stableFor)
        }
      )
      let pairs: [(StabilityConcept, StabilityConcept)] = [
        (.nash, .symmetricSequential), (.symmetricSequential, .sequential),
        (.symmetricSequential, .symmetricMetarational), (.sequential, .generalMetarational),
        (.symmetricMetarational, .generalMetarational),
      ]
      for (first, second) in pairs {
        for (a, b) in zip(tables[first] ?? [], tables[second] ?? []) where !a.isSubset(of: b) {
          return "\(first) without \(second)"
        }
      }
      // Without rules, Nash stability for everybody is equilibrium.
      if test.slow.slow.scenario.conflict == nil {
        let nash = test.stability.graph.stability(.nash).equilibria
        if nash.map({ test.stability.outcome(of: $0) }) != test.stability.equilibria {
          return "equilibria \(nash)"
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("a raise makes the outcome stable, by the definition, and who would still leave is told")
  func remedies() throws {
    var seed: UInt64 = 5000
    let found = try failures(seeds: 25) { random in
      seed += 1
      let test = try StabilityCase(&random, seed: seed)
      guard test.stability.tolerance == 0 else { return nil }
      let stability = test.stability
      let state = random.int(in: 0...stability.graph.stateCount - 1)
      let remedies = stability.remedies(
        making: state,
        stableFor: Array(stability.movers.indices),
        StabilityConcept.allCases
      )
      for remedy in remedies {
        let table = stability.graph.stability(remedy.concept)
        if remedy.isStable != table.isStable(state, for: remedy.mover) { return "\(remedy)" }
        let changed = try stability.graph.replacingRanks(of: remedy.mover, with: remedy.raise.ranks)
          .stability(remedy.concept)
        let unstable = stability.movers.indices.filter { !changed.isStable(state, for: $0) }
        if unstable != remedy.stillUnstable || unstable.contains(remedy.mover) {
          return "\(remedy): \(unstable)"
        }
        if let level = remedy.level,
          !stability.graph.isBetter(level, than: state, for: remedy.mover)
        {
          return "\(remedy)"
        }
      }
      let sizes = remedies.map { $0.raise.changedPairs }
      return sizes == sizes.sorted() ? nil : "\(sizes)"
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("layers from the status quo are those of a search by hand")
  func reach() throws {
    var seed: UInt64 = 6000
    let found = try failures(seeds: 30) { random in
      seed += 1
      let test = try StabilityCase(&random, seed: seed)
      let (stability, slow) = (test.stability, test.slow)
      let reaches = try #require(stability.reaches(to: []))
      let start = slow.slow.scenario.statusQuo
      for (reach, next) in zip(reaches, [slow.improvements, slow.moves]) {
        let all = slow.reached(start, slow.players, next).union([start])
        if reach.layers.reduce(0, +) != all.count { return "\(reach.layers)" }
        for (index, concept) in stability.concepts.enumerated() {
          let lasting = all.count { outcome in
            guard let state = slow.outcomes.firstIndex(of: outcome) else { return false }
            return stability.isEquilibrium(state)[index] == true
          }
          if stability.tables[index] != nil, reach.reached[index] != lasting {
            return "\(concept): \(lasting)"
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }
}
