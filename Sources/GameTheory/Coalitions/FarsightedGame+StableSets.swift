/// The farsighted stable sets of a game.
public enum FarsightedStableSets: Sendable, Hashable {
  /// All there are, maybe none: outcomes ascending, sets sorted by their lists.
  case all([[Int]])
  /// Those found when the search had taken all its steps; there may be more.
  case stopped([[Int]])
}

extension FarsightedGame {
  /// The greatest number of outcomes for which stable sets are looked for.
  public static let mostOutcomesOfStableSets = 64

  /// The stable sets of von Neumann and Morgenstern by indirect dominance.
  ///
  /// No outcome in a set dominates another in it indirectly, and each outcome outside is dominated indirectly by
  /// one inside. They are the kernels of the graph of dominance, found by backtracking: an outcome outside that
  /// nothing dominates yet must have one of those that still can.
  ///
  /// - Parameter stepLimit: how many times the search may choose.
  /// - Returns: all of them, or those found within the limit.
  /// - Throws: ``CoalitionError/outcomeCount(found:most:)`` for more than 64 outcomes.
  /// - Complexity: exponential in the outcomes at worst; memory O(*outcomes*²).
  /// - Source: Harsanyi, Management Science 20 (1974) 1472; Chwe, Journal of Economic Theory 63 (1994) 299.
  public func farsightedStableSets(
    stepLimit: Int = 1_000_000
  ) throws(CoalitionError) -> FarsightedStableSets {
    guard outcomeCount <= FarsightedGame.mostOutcomesOfStableSets else {
      throw .outcomeCount(
        found: outcomeCount,
        most: FarsightedGame.mostOutcomesOfStableSets
      )
    }
    let dominating = (0..<outcomeCount).map { outcome in
      Coalition(
        members: (0..<outcomeCount).filter { isIndirectlyDominated(outcome, by: $0) }
      ).rawValue
    }
    var search = KernelSearch(dominating, stepLimit: stepLimit)
    let isComplete = search.run()
    let sets = search.found.map { Coalition(rawValue: $0).members }.sorted {
      $0.lexicographicallyPrecedes($1)
    }
    return isComplete ? .all(sets) : .stopped(sets)
  }
}
