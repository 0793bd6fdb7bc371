/// For which coalitions each state is stable.
public struct CoalitionTable: Sendable, Equatable {
  /// The coalitions: smaller ones first, then by their members in order.
  public let coalitions: [Coalition]
  /// For each coalition and each state whether it is stable.
  public let isStable: [[Bool]]

  /// The states that are stable for every coalition, ascending.
  public var equilibria: [Int] {
    guard let first = isStable.first else { return [] }
    return first.indices.filter { state in isStable.allSatisfy { $0[state] } }
  }

  /// The coalitions for which a state is not stable.
  public func objections(to state: Int) -> [Coalition] {
    coalitions.indices.filter { !isStable[$0][state] }.map { coalitions[$0] }
  }
}

extension CoalitionAnalysis {
  /// For which coalitions each state is stable.
  ///
  /// Improvements of all coalitions are found first. Where no escape counts, a state is stable if for each
  /// improvement there is a member for whom the others can bring the state down to the rank that it had; the lowest
  /// ranks that they can reach come from one search for each coalition and member (``LowestReach``). Where escapes count,
  /// there are two searches for each coalition and state that it improves on.
  ///
  /// - Complexity: O(2^*decision makers* × *states* × (*states* + *moves*)) for the improvements, and as much
  ///   again where escapes count. Memory: one number for each improvement of each coalition.
  /// - Throws: ``ConflictError/tooMany(limit:)`` where there are more improvements than can be numbered.
  public func table(_ concept: StabilityConcept) throws(ConflictError) -> CoalitionTable {
    let joint = try MoveTable(stateCount: graph.stateCount, moverCount: coalitions.count) {
      mover,
      state,
      targets in
      for target in improvements(of: coalitions[mover], from: state) {
        targets.append(Int32(target))
      }
    }
    let arrivals = joint.reversed
    let isStable = coalitions.indices.map { index in
      let others = graph.everybody.subtracting(coalitions[index])
      let movers = coalitions.indices.filter { coalitions[$0].isSubset(of: others) }
      let answers =
        concept.needsCredibleSanctions
        ? LowestReach(arrivals: arrivals, ranks: nil, ceilings: [], movers: movers)
        : LowestReach(
          arrivals: graph.arrivals,
          ranks: nil,
          ceilings: [],
          movers: others.members
        )
      return stability(index, joint, answers, concept)
    }
    return CoalitionTable(coalitions: coalitions, isStable: isStable)
  }

  private func stability(
    _ index: Int,
    _ joint: MoveTable,
    _ answers: LowestReach,
    _ concept: StabilityConcept
  ) -> [Bool] {
    let members = coalitions[index].members
    let states = 0..<graph.stateCount
    if concept == .nash { return states.map { joint.places(index, $0).isEmpty } }
    if concept.forbidsEscape {
      return states.map { state in
        let improvements = joint.places(index, state).map { Int(joint.targets[$0]) }
        if improvements.isEmpty { return true }
        let reached = answers.lowest(safeStates(for: coalitions[index], from: state))
        return improvements.allSatisfy { reached[$0] == 0 }
      }
    }
    let threats = members.map { answers.lowest(graph.ownRanks(of: $0)) }
    return states.map { state in
      joint.places(index, state).allSatisfy { place in
        members.indices.contains {
          threats[$0][Int(joint.targets[place])]
            <= graph.ceilings[members[$0] * graph.stateCount + state]
        }
      }
    }
  }

  /// 0 for each state that is not better for all of a coalition and from where it reaches none that is, else 1.
  private func safeStates(for coalition: Coalition, from state: Int) -> [Int32] {
    let bad = (0..<graph.stateCount).map { isBetterForAll($0, than: state, coalition) }
    let escapes = graph.lowest(bad.map { $0 ? 0 : 1 }, by: coalition, improving: false)
    return bad.indices.map { bad[$0] || escapes[$0] == 0 ? 1 : 0 }
  }
}
