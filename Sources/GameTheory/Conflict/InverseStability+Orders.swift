// Orders that make a state stable.
extension InverseStability {
  /// The least change of an order.
  public struct Raise: Sendable, Equatable {
    /// Ranks of the decision maker that make the state stable: it alone is raised, as far as is needed, to tie
    /// with the states of one class.
    public let ranks: [Int]
    /// The states above it that it passes or meets, ascending; empty where it is stable already.
    public let passed: [Int]
    /// How many pairs of states change their relation (better, as good, worse); no order with fewer will do.
    public let changedPairs: Int
  }

  /// The change of the order that alters the fewest pairs of states: it raises the state itself.
  ///
  /// No other way of making the state stable changes fewer pairs. Let T be the states that fall to s or below,
  /// and t the highest of them before. Each state x above s, but not above t, is in T, and then (x, s) has
  /// changed; or it is not, and then x is now above t, and (x, t) has changed. Each y that was as good as s was
  /// below t, which now is not above s; so (y, s) or (y, t) has changed. These are as many pairs as change
  /// when s alone is raised to tie with t; and then T and what was between fall, which suffices, since more states
  /// at or below s never hurt. So the least change is the lowest class to which s can be raised.
  ///
  /// There always is an answer, since nothing is better than a state that ties with the best.
  ///
  /// - Complexity: O(*states* + sizes of all ways).
  public func leastRaise() -> Raise {
    let own = ranks
    let level = requirements.reduce(own[state]) { level, requirement in
      let needed = requirement.ways.map { way in way.reduce(own[state]) { max($0, own[$1]) } }
      return max(level, needed.min() ?? level)
    }
    guard level > own[state] else { return Raise(ranks: own, passed: [], changedPairs: 0) }
    let passed = own.indices.filter { own[$0] > own[state] && own[$0] <= level }
    let equals = own.indices.filter { $0 != state && own[$0] == own[state] }
    var raised = own
    raised[state] = level
    return Raise(
      ranks: ConflictGraph.ranks(of: raised),
      passed: passed,
      changedPairs: passed.count + equals.count
    )
  }

  /// The order in which some states fall to tie with the state, the rest being kept.
  public func ranks(lowering fallen: [Int]) -> [Int] {
    var lowered = ranks
    for other in fallen { lowered[other] = min(lowered[other], lowered[state]) }
    return ConflictGraph.ranks(of: lowered)
  }

  /// How many pairs of states stand in another relation in one order than in the other.
  ///
  /// - Complexity: O(*states*²).
  public static func changedPairs(_ ranks: [Int], _ others: [Int]) -> Int {
    var count = 0
    for second in ranks.indices {
      for first in 0..<second {
        let before = (ranks[second] - ranks[first]).signum()
        if before != (others[second] - others[first]).signum() { count += 1 }
      }
    }
    return count
  }
}
