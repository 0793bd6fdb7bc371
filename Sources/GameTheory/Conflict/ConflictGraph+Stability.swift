// Stability of all states at once.
extension ConflictGraph {
  /// For which decision makers each state is stable.
  ///
  /// A state s is stable for i if from no improvement s1 all that the others can bring about is better for i than s.
  /// That is a comparison of the rank of s with the lowest rank to be reached from s1, which does not depend on
  /// s; so one search backwards serves all improvements (``LowestReach``). Where escapes count, the
  /// rank of a state is replaced by the highest among it and those that i reaches from there in one move.
  ///
  /// - Complexity: O(*decision makers* × (*states* × *decision makers* + *moves*) + *states* × log *states*) for
  ///   each decision maker; memory O(*states*) besides the graph.
  public func stability(_ concept: StabilityConcept) -> StabilityTable {
    let threats: [[Int32]] = (0..<decisionMakerCount).map { mover in
      guard concept != .nash else { return [] }
      return lowest(
        concept.forbidsEscape ? highestAfterMove(of: mover) : ownRanks(of: mover),
        by: everybody.removing(mover),
        improving: concept.needsCredibleSanctions
      )
    }
    return StabilityTable(stateCount: stateCount, decisionMakerCount: decisionMakerCount) {
      mover,
      state in
      let base = mover * stateCount
      let rank = ceilings[base + state]
      for place in moves.places(mover, state) {
        let target = Int(moves.targets[place])
        guard ranks[base + target] > rank else { continue }
        if concept == .nash || threats[mover][target] > rank { return false }
      }
      return true
    }
  }

  /// Tells whether a state is stable for a decision maker.
  ///
  /// - Complexity: that of the group lists of its improvements; ``stability(_:)`` shares work among states.
  public func isStable(_ state: Int, for decisionMaker: Int, _ concept: StabilityConcept) -> Bool {
    reason(for: state, decisionMaker, concept).isStable
  }

  /// The ranks of all states for a decision maker.
  func ownRanks(of decisionMaker: Int) -> [Int32] {
    Array(ranks[decisionMaker * stateCount..<(decisionMaker + 1) * stateCount])
  }

  /// For each state the highest rank among it and those that a decision maker reaches from there in one move.
  private func highestAfterMove(of decisionMaker: Int) -> [Int32] {
    let own = ownRanks(of: decisionMaker)
    return own.indices.map { state in
      var highest = own[state]
      for place in moves.places(decisionMaker, state) {
        highest = max(highest, own[Int(moves.targets[place])])
      }
      return highest
    }
  }
}
