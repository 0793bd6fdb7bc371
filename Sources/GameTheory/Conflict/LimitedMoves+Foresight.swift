// The courses of play that two decision makers foresee, one state at a time.
extension LimitedMoves {
  /// What a decision maker foresees at a state: the course of play if it makes its best move.
  public struct Foresight: Sendable, Equatable {
    /// How many moves it looks ahead.
    public let horizon: Int
    /// Its move with the best end, and what each side does after it, by turns, until one would rather stay.
    ///
    /// Empty for one who has no move, and for one who looks no move ahead.
    public let path: [ConflictMove]
    /// Whether it makes that move, since it likes the end better.
    public let isMove: Bool
  }

  /// What a decision maker foresees at a state who looks so many moves ahead.
  ///
  /// - Complexity: O(*horizon* × *moves*) time, O(*horizon* × *states*) memory.
  public func foresight(of mover: Int, at state: Int, horizon: Int) -> Foresight {
    foresight(of: mover, at: state, levels(below: horizon)[...])
  }

  /// What a decision maker foresees at a state who looks as far ahead as one likes.
  ///
  /// Of the horizons from 1 from which on all repeats the first one at which it moves is taken, or the first one
  /// where it stays at all of them.
  ///
  /// - Returns: nil where that would take more than `limit` numbers of memory.
  /// - Complexity: O((*first horizon* + *period*) × *moves*) time and as many times *states* memory.
  public func foresight(
    of mover: Int,
    at state: Int,
    _ nonMyopic: NonMyopic,
    limit: Int = 1 << 24
  ) -> Foresight? {
    let least = max(1, nonMyopic.firstHorizon)
    let most = least + nonMyopic.period - 1
    guard most <= limit / (2 * graph.stateCount) else { return nil }
    let levels = levels(below: most)
    let courses = (least...most).lazy.map { foresight(of: mover, at: state, levels[..<$0]) }
    return courses.first { $0.isMove } ?? courses.first
  }

  /// What is foreseen with the horizons 0, 1 and so on.
  private func levels(below horizon: Int) -> [[Int32]] {
    guard horizon > 0 else { return [] }
    var levels = [start]
    for _ in 1..<horizon { levels.append(next(levels[levels.count - 1])) }
    return levels
  }

  private func foresight(of beginner: Int, at state: Int, _ levels: ArraySlice<[Int32]>)
    -> Foresight
  {
    var path: [ConflictMove] = []
    var isMove = false
    var (mover, here) = (beginner, state)
    for level in levels.reversed() {
      let best = bestMove(mover, here, level)
      let pays = best.rank > graph.ceilings[mover * graph.stateCount + here]
      if path.isEmpty { isMove = pays }
      guard pays || path.isEmpty && best.rank >= 0 else { break }
      here = Int(best.target)
      path.append(ConflictMove(mover: mover, state: here))
      mover = 1 - mover
    }
    return Foresight(horizon: levels.count, path: path, isMove: isMove)
  }
}
