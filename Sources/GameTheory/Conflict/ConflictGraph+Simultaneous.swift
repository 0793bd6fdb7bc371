// Simultaneous sanctions, for two decision makers.
extension ConflictGraph {
  /// For which of two decision makers each state is stable by simultaneous sanctions alone.
  ///
  /// A state is stable if each improvement of the decision maker is sanctioned: the other one has an improvement
  /// of its own from the same state, and both moves made at once lead to a state that is not better for the
  /// decision maker. Moves that lead to no feasible state when made at once sanction nothing. Nash stable states
  /// are stable; there is no implication to or from sequential stability.
  ///
  /// - Throws: ``ConflictError/needsTwoDecisionMakers(found:)`` for other numbers of decision makers, and
  ///   ``ConflictError/noCombinedMoves`` for a conflict whose states have no codes.
  /// - Complexity: O(Σ over states of products of the numbers of both sides' moves, × log *states*).
  /// - Source: Fraser and Hipel, Conflict Analysis: Models and Resolutions (1984), section 2.5.
  public func simultaneousStability() throws(ConflictError) -> StabilityTable {
    let codes = try combinations()
    return StabilityTable(stateCount: stateCount, decisionMakerCount: 2) { mover, state in
      let counters = improvements(of: 1 - mover, from: state)
      return improvements(of: mover, from: state).allSatisfy { improvement in
        counters.contains { sanctions(codes.combining(improvement, $0, from: state), state, mover) }
      }
    }
  }

  /// Says why a state is stable for one of two decision makers by simultaneous sanctions, or why not.
  ///
  /// Where it is unstable, the most preferred of the improvements that nothing sanctions is given.
  ///
  /// - Throws: as ``simultaneousStability()``.
  /// - Complexity: O(product of the numbers of both sides' moves, × log *states*).
  public func simultaneousReason(
    for state: Int,
    _ decisionMaker: Int
  ) throws(ConflictError) -> SimultaneousReason {
    let codes = try combinations()
    let base = decisionMaker * stateCount
    let counters = improvements(of: 1 - decisionMaker, from: state)
    var found: [SimultaneousReason.Sanction] = []
    for improvement in improvements(of: decisionMaker, from: state)
      .sorted(by: { (-ranks[base + $0], $0) < (-ranks[base + $1], $1) })
    {
      let ends = counters.map {
        SimultaneousReason.Sanction(
          improvement: improvement,
          counter: $0,
          end: codes.combining(improvement, $0, from: state)
        )
      }
      guard let sanction = ends.first(where: { sanctions($0.end, state, decisionMaker) }) else {
        return SimultaneousReason(
          decisionMaker: decisionMaker,
          state: state,
          kind: .unsanctioned(improvement: improvement, counters: ends)
        )
      }
      found.append(sanction)
    }
    return SimultaneousReason(
      decisionMaker: decisionMaker,
      state: state,
      kind: found.isEmpty ? .noImprovement : .sanctioned(found)
    )
  }

  /// Tells whether a reason holds, by the definition alone.
  ///
  /// - Throws: as ``simultaneousStability()``.
  public func verifies(_ reason: SimultaneousReason) throws(ConflictError) -> Bool {
    let codes = try combinations()
    guard 0..<stateCount ~= reason.state, 0..<2 ~= reason.decisionMaker else { return false }
    let (state, mover) = (reason.state, reason.decisionMaker)
    let improvements = improvements(of: mover, from: state)
    let counters = self.improvements(of: 1 - mover, from: state)
    func isTrue(_ sanction: SimultaneousReason.Sanction) -> Bool {
      improvements.contains(sanction.improvement) && counters.contains(sanction.counter)
        && codes.combining(sanction.improvement, sanction.counter, from: state) == sanction.end
    }
    switch reason.kind {
    case .noImprovement: return improvements.isEmpty
    case .sanctioned(let found):
      return found.map { $0.improvement }.sorted() == improvements
        && found.allSatisfy { isTrue($0) && sanctions($0.end, state, mover) }
    case .unsanctioned(let improvement, let found):
      return improvements.contains(improvement) && found.map { $0.counter } == counters
        && found.allSatisfy {
          $0.improvement == improvement && isTrue($0) && !sanctions($0.end, state, mover)
        }
    }
  }

  /// The state to which two moves from a state lead when they are made at once.
  ///
  /// - Returns: nil where that is no state.
  /// - Throws: ``ConflictError/noCombinedMoves`` for a conflict whose states have no codes.
  public func combination(of first: Int, _ second: Int, from state: Int) throws(ConflictError)
    -> Int?
  {
    guard let codes else { throw .noCombinedMoves }
    return codes.combining(first, second, from: state)
  }

  private func combinations() throws(ConflictError) -> StateCodes {
    guard decisionMakerCount == 2 else { throw .needsTwoDecisionMakers(found: decisionMakerCount) }
    guard let codes else { throw .noCombinedMoves }
    return codes
  }

  /// Tells whether the end of two moves made at once keeps a decision maker from making one of them.
  private func sanctions(_ end: Int?, _ state: Int, _ mover: Int) -> Bool {
    end.map { !isBetter($0, than: state, for: mover) } ?? false
  }
}
