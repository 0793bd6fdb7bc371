extension FarsightedGame {
  /// The largest consistent set: the outcomes that are not ruled out for coalitions who look ahead.
  ///
  /// An outcome stays where every move from it may end, at once or by a chain that dominates, in an outcome that
  /// stays and that not all who move prefer. It is not empty, and everybody outside has been ruled out with confidence;
  /// what is inside may be stable, not more. It holds every stable set of ``farsightedStableSets(stepLimit:)``.
  ///
  /// - Returns: outcomes, ascending.
  /// - Complexity: O(*outcomes* × *moves* × *outcomes*) at worst: rounds, moves, ends.
  /// - Source: Chwe, Journal of Economic Theory 63 (1994) 299.
  public func largestConsistentSet() -> [Int] {
    var isLeft = [Bool](repeating: true, count: outcomeCount)
    while true {
      let leaving = (0..<outcomeCount).filter { outcome in
        isLeft[outcome] && !moves[outcome].allSatisfy { isDeterred($0, isLeft) }
      }
      if leaving.isEmpty { break }
      for outcome in leaving { isLeft[outcome] = false }
    }
    return (0..<outcomeCount).filter { isLeft[$0] }
  }

  /// Whether a move may end in an outcome left that not all who make it prefer to the one that they leave.
  private func isDeterred(_ move: Move, _ isLeft: [Bool]) -> Bool {
    (0..<outcomeCount).contains { end in
      isLeft[end] && (end == move.to || isIndirectlyDominated(move.to, by: end))
        && !move.coalition.isSubset(of: preferring(end, to: move.from))
    }
  }
}
