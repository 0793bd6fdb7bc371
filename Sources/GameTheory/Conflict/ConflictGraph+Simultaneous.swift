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
    guard decisionMakerCount == 2 else { throw .needsTwoDecisionMakers(found: decisionMakerCount) }
    guard let codes else { throw .noCombinedMoves }
    return StabilityTable(stateCount: stateCount, decisionMakerCount: 2) { mover, state in
      let counters = improvements(of: 1 - mover, from: state)
      return improvements(of: mover, from: state).allSatisfy { improvement in
        counters.contains { counter in
          codes.combining(improvement, counter, from: state).map {
            !isBetter($0, than: state, for: mover)
          } ?? false
        }
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
}
