public import GameTheory

// Concepts for two decision makers: moves made at once, and moves looked ahead.
extension Stability {
  /// Why a state is stable for a decision maker by simultaneous sanctions, or why not; nil unless two move.
  public func simultaneousReason(of mover: Int, at state: Int) -> SimultaneousReason? {
    try? graph.simultaneousReason(for: state, mover)
  }

  /// What a decision maker foresees at a state by a concept that looks ahead.
  ///
  /// - Returns: nil for other concepts, unless two move, and where it cannot be known.
  public func foresight(
    of mover: Int,
    at state: Int,
    _ test: StabilityTest
  ) -> LimitedMoves.Foresight? {
    guard let moves = try? LimitedMoves(graph) else { return nil }
    switch test {
    case .limited(let horizon): return moves.foresight(of: mover, at: state, horizon: horizon)
    case .nonMyopic:
      return farthest.flatMap { moves.foresight(of: mover, at: state, $0) }
    case .basic, .simultaneous: return nil
    }
  }
}
