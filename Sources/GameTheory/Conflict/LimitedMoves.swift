/// What two decision makers foresee who move in turn: limited-move and non-myopic stability.
///
/// With horizon h, G_0(i, s) = s. For h of 1 or more let t be the move of i from s for which i likes
/// G_{h-1}(j, t) best, j being the other one; then G_h(i, s) = G_{h-1}(j, t) if i prefers that to s, else s. A state
/// s is stable for i with horizon h if G_h(i, s) = s. Horizon 1 is Nash stability.
///
/// Of several moves with equally good ends the one to the state with the lowest number is taken; an end that is only
/// as good as s is none to move for. The other side may care between equally good ends, so with ties in
/// preferences the answer depends on that rule.
///
/// - Source: Zagare, Limited-move equilibria in 2 x 2 games (1984); Kilgour, Anticipation and stability in
///   two-person non-cooperative games (1985); Fang, Hipel and Kilgour (1993), section 3.3.6.
public struct LimitedMoves: Sendable {
  let graph: ConflictGraph

  /// Creates the question for a conflict.
  ///
  /// - Throws: ``ConflictError/needsTwoDecisionMakers(found:)``.
  public init(_ graph: ConflictGraph) throws(ConflictError) {
    guard graph.decisionMakerCount == 2 else {
      throw .needsTwoDecisionMakers(found: graph.decisionMakerCount)
    }
    self.graph = graph
  }

  /// The states that are foreseen with a horizon, by the decision maker who begins and then by state: G_h.
  ///
  /// - Complexity: O(*horizon* × *moves*).
  public func anticipated(horizon: Int) -> [[Int]] {
    var ends = start
    for _ in 0..<max(0, horizon) { ends = next(ends) }
    return lists(ends)
  }

  /// For which decision makers each state is stable with a horizon.
  ///
  /// - Complexity: O(*horizon* × *moves*).
  public func stability(horizon: Int) -> StabilityTable {
    var ends = start
    for _ in 0..<max(0, horizon) { ends = next(ends) }
    return table { $0 == ends[$1] }
  }

  /// What is stable for all large horizons.
  public struct NonMyopic: Sendable, Equatable {
    /// For which decision makers each state is stable for every horizon from `firstHorizon` on.
    public let stability: StabilityTable
    /// The first horizon from which on what is foreseen repeats.
    public let firstHorizon: Int
    /// After how many horizons it repeats; 1 where it changes no more.
    public let period: Int
  }

  /// For which decision makers each state is stable for all large horizons; nil where the limit is too low to know.
  ///
  /// What is foreseen with horizon h depends on what is foreseen with h - 1 alone, and is one of finitely many
  /// lists; so it repeats from some horizon on, with some period (both are found by Brent's way of looking for
  /// cycles), and a state is stable for all large horizons exactly if it is for each of one period. The lists
  /// need not settle: then states exist that are stable for every second horizon, say, and these are not
  /// counted as stable.
  ///
  /// `limit` says how many horizons are looked at, at most.
  ///
  /// - Complexity: O((*first horizon* + *period*) × *moves*).
  /// - Source: Brams and Wittman, Nonmyopic equilibria in 2 x 2 games (1981); Brent, An improved Monte Carlo
  ///   factorization algorithm (1980).
  public func nonMyopic(limit: Int = 100_000) -> NonMyopic? {
    var power = 1
    var period = 1
    var slow = start
    var fast = next(slow)
    var steps = 1
    while slow != fast {
      if power == period {
        slow = fast
        power *= 2
        period = 0
      }
      fast = next(fast)
      period += 1
      steps += 1
      if steps > limit { return nil }
    }
    slow = start
    fast = start
    for _ in 0..<period { fast = next(fast) }
    var first = 0
    while slow != fast {
      slow = next(slow)
      fast = next(fast)
      first += 1
    }
    var stays = slow.indices.map { Int(slow[$0]) == $0 % graph.stateCount }
    for _ in 1..<max(1, period) {
      slow = next(slow)
      for place in slow.indices where Int(slow[place]) != place % graph.stateCount {
        stays[place] = false
      }
    }
    let count = graph.stateCount
    return NonMyopic(
      stability: StabilityTable(stateCount: count, decisionMakerCount: 2) {
        stays[$0 * count + $1]
      },
      firstHorizon: first,
      period: period
    )
  }

  /// What is foreseen with horizon 0, for one beginner after the other.
  var start: [Int32] {
    let states = (0..<graph.stateCount).map { Int32($0) }
    return states + states
  }

  func next(_ ends: [Int32]) -> [Int32] {
    let count = graph.stateCount
    var result = ends
    for mover in 0..<2 {
      let own = mover * count
      for state in 0..<count {
        let best = bestMove(mover, state, ends)
        result[own + state] =
          best.rank > graph.ceilings[own + state] ? best.end : Int32(state)
      }
    }
    return result
  }

  /// The move with the end that a decision maker likes best, which is the state itself with a rank of -1 where there is no move.
  @inline(__always)
  func bestMove(
    _ mover: Int,
    _ state: Int,
    _ ends: [Int32]
  ) -> (target: Int32, end: Int32, rank: Int32) {
    let own = mover * graph.stateCount
    let others = (1 - mover) * graph.stateCount
    var best = (target: Int32(state), end: Int32(state), rank: Int32(-1))
    for place in graph.moves.places(mover, state) {
      let target = graph.moves.targets[place]
      let end = ends[others + Int(target)]
      let rank = graph.ranks[own + Int(end)]
      if rank > best.rank { best = (target, end, rank) }
    }
    return best
  }

  private func table(_ isSame: (Int32, Int) -> Bool) -> StabilityTable {
    let count = graph.stateCount
    return StabilityTable(stateCount: count, decisionMakerCount: 2) { mover, state in
      isSame(Int32(state), mover * count + state)
    }
  }

  private func lists(_ ends: [Int32]) -> [[Int]] {
    let count = graph.stateCount
    return [ends[..<count].map { Int($0) }, ends[count...].map { Int($0) }]
  }
}
