import GameTheory
import TestSupport

extension SplitMix64 {
  /// A small random conflict; more moves with a smaller number.
  mutating func conflict(states: Int, movers: Int, oneMoveIn scarcity: Int, ties: Bool = true)
    throws
    -> ConflictGraph
  {
    let moves = (0..<movers).map { _ in
      (0..<states).map { state in
        (0..<states).filter { target in target != state && oneIn(scarcity) }
      }
    }
    return try ConflictGraph(
      stateCount: states,
      moves: moves,
      ranks: (0..<movers).map { _ in
        ties ? (0..<states).map { _ in int(in: 0...states) } : permutation(of: states)
      }
    )
  }
}
