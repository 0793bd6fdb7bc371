import GameTheory
import TestSupport
import Testing

@Suite("Stability in a conflict")
struct StabilityTests {
  private func draw(_ random: inout SplitMix64) throws -> ConflictGraph {
    let movers = random.int(in: 1...5)
    return try random.conflict(
      states: random.int(in: 1...(movers > 3 ? 4 : 5)),
      movers: movers,
      oneMoveIn: movers > 3 ? 5 : random.int(in: 2...3)
    )
  }

  @Test("all concepts agree with the definitions written out, for all states and decision makers")
  func bruteForce() throws {
    let found = try failures(seeds: 250) { random in
      let graph = try draw(&random)
      let slow = SlowConflict(graph)
      for concept in StabilityConcept.allCases {
        let table = graph.stability(concept)
        for state in 0..<graph.stateCount {
          for mover in 0..<graph.decisionMakerCount {
            let expected = slow.isStable(state, [mover], concept)
            if table.isStable(state, for: mover) != expected
              || graph.isStable(state, for: mover, concept) != expected
            {
              return "\(concept) of \(state) for \(mover) should be \(expected)"
            }
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("implications between concepts")
  func implications() throws {
    let pairs: [(StabilityConcept, StabilityConcept)] = [
      (.nash, .sequential), (.nash, .symmetricSequential), (.nash, .symmetricMetarational),
      (.sequential, .generalMetarational), (.symmetricMetarational, .generalMetarational),
      (.symmetricSequential, .sequential), (.symmetricSequential, .symmetricMetarational),
    ]
    let found = try failures(seeds: 100) { random in
      let graph = try random.conflict(
        states: random.int(in: 2...40),
        movers: random.int(in: 1...5),
        oneMoveIn: random.int(in: 2...20)
      )
      for (strong, weak) in pairs {
        let (strong, weak) = (graph.stability(strong), graph.stability(weak))
        for state in 0..<graph.stateCount
        where !strong.stableFor[state].isSubset(of: weak.stableFor[state]) {
          return "state \(state)"
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("reasons agree with the table, and hold; reasons that are changed do not")
  func reasons() throws {
    var changes = 0
    let found = try failures(seeds: 150) { random in
      let graph = try random.conflict(
        states: random.int(in: 2...12),
        movers: random.int(in: 2...5),
        oneMoveIn: random.int(in: 2...6)
      )
      for concept in StabilityConcept.allCases {
        let table = graph.stability(concept)
        for state in 0..<graph.stateCount {
          for mover in 0..<graph.decisionMakerCount {
            let reason = graph.reason(for: state, mover, concept)
            if reason.isStable != table.isStable(state, for: mover) { return "\(reason)" }
            if !graph.verifies(reason) { return "\(reason) does not hold" }
            for wrong in damaged(reason) {
              changes += 1
              if graph.verifies(wrong) { return "\(wrong) holds" }
            }
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(changes > 1000)
  }

  /// Reasons that cannot hold if the given one does.
  private func damaged(_ reason: StabilityReason) -> [StabilityReason] {
    func with(_ kind: StabilityReason.Kind) -> StabilityReason {
      StabilityReason(
        concept: reason.concept,
        decisionMaker: reason.decisionMaker,
        state: reason.state,
        kind: kind
      )
    }
    switch reason.kind {
    case .noImprovement:
      return [with(.unsanctioned(improvement: reason.state, answers: []))]
    case .sanctioned(let sanctions):
      let first = sanctions[0]
      let silent = StabilityReason.Sanction(
        improvement: first.improvement,
        answer: [],
        end: first.improvement,
        escapesTried: first.escapesTried
      )
      let own = StabilityReason.Sanction(
        improvement: first.improvement,
        answer: [ConflictMove(mover: reason.decisionMaker, state: reason.state)],
        end: reason.state,
        escapesTried: first.escapesTried
      )
      return [
        with(.noImprovement), with(.sanctioned(Array(sanctions.dropFirst()))),
        with(.sanctioned([silent] + sanctions.dropFirst())),
        with(.sanctioned([own] + sanctions.dropFirst())),
        with(.unsanctioned(improvement: first.improvement, answers: [])),
      ]
    case .unsanctioned(let improvement, let answers):
      // Each answer was reached, so a list without one is not closed.
      return answers.indices.map { place in
        with(
          .unsanctioned(
            improvement: improvement,
            answers: Array(answers[..<place] + answers[(place + 1)...])
          )
        )
      } + [with(.noImprovement), with(.sanctioned([]))]
    }
  }

  @Test("renumbering decision makers renumbers the answers")
  func renumbering() throws {
    let found = try failures(seeds: 60) { random in
      let movers = random.int(in: 2...5)
      let graph = try random.conflict(states: 8, movers: movers, oneMoveIn: 5)
      let order = random.permutation(of: movers)
      let other = try ConflictGraph(
        stateCount: 8,
        moves: order.map { mover in (0..<8).map { graph.moves(of: mover, from: $0) } },
        ranks: order.map { mover in (0..<8).map { 3 * graph.rank(of: $0, for: mover) - 7 } }
      )
      for concept in StabilityConcept.allCases {
        let (table, renumbered) = (graph.stability(concept), other.stability(concept))
        for (place, mover) in order.enumerated()
        where table.stableStates(for: mover) != renumbered.stableStates(for: place) {
          return "\(concept)"
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }
}
