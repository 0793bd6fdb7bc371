import GameTheory
import TestSupport
import Testing

@Suite("Coalitions in a conflict")
struct CoalitionTests {
  @Test("sets of decision makers: all of them, smaller ones first")
  func sets() {
    #expect(
      Coalition.each(of: 3).map { $0.members } == [
        [0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2],
      ]
    )
    #expect(Coalition.all(of: 32).count == 32)
    #expect(
      Coalition(members: [0, 2]).subtracting(Coalition(members: [2, 3])) == Coalition(members: [0])
    )
  }

  @Test("all concepts agree with the definitions written out, for all states and coalitions")
  func bruteForce() throws {
    var unstable = 0
    let found = try failures(seeds: 120) { random in
      let movers = random.int(in: 1...4)
      let graph = try random.conflict(
        states: random.int(in: 2...(movers > 3 ? 3 : 4)),
        movers: movers,
        oneMoveIn: movers > 2 ? 3 : 2
      )
      let slow = SlowConflict(graph, isJoint: true)
      let analysis = try CoalitionAnalysis(graph)
      for concept in StabilityConcept.allCases {
        let table = try analysis.table(concept)
        for state in 0..<graph.stateCount
        where table.objections(to: state) != analysis.objections(to: state, concept) {
          return "objections to \(state) by \(concept)"
        }
        for (index, coalition) in analysis.coalitions.enumerated() {
          for state in 0..<graph.stateCount {
            let expected = slow.isStable(state, coalition.members, concept)
            if !expected { unstable += 1 }
            if table.isStable[index][state] != expected
              || analysis.isStable(state, for: coalition, concept) != expected
            {
              return "\(concept) of \(state) for \(coalition.members) should be \(expected)"
            }
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(unstable > 100)
  }

  @Test("a single decision maker's stability is its own but for joint sanctions")
  func singles() throws {
    let found = try failures(seeds: 60) { random in
      let graph = try random.conflict(states: 10, movers: random.int(in: 2...4), oneMoveIn: 4)
      let analysis = try CoalitionAnalysis(graph)
      for concept in StabilityConcept.allCases {
        let (own, joint) = (graph.stability(concept), try analysis.table(concept))
        for mover in 0..<graph.decisionMakerCount {
          for state in 0..<graph.stateCount {
            let (own, joint) = (own.isStable(state, for: mover), joint.isStable[mover][state])
            // With joint sanctions there are more, by improvements of coalitions too.
            let isRight = concept.needsCredibleSanctions ? !own || joint : own == joint
            if !isRight { return "\(concept) of \(state) for \(mover)" }
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("more decision makers than can be told apart are refused")
  func limit() throws {
    let count = CoalitionAnalysis.limit + 1
    let graph = try ConflictGraph(
      stateCount: 1,
      moves: Array(repeating: [[]], count: count),
      ranks: Array(repeating: [0], count: count)
    )
    #expect(throws: ConflictError.tooMany(limit: CoalitionAnalysis.limit)) {
      try CoalitionAnalysis(graph)
    }
  }
}
