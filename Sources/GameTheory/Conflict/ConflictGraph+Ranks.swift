// Preferences as ranks.
extension ConflictGraph {
  /// Ranks from a ranking: classes of equally good states, the best first.
  ///
  /// - Throws: ``ConflictError/listCount(expected:found:)`` unless every state stands in it once.
  public static func ranks(bestFirst classes: [[Int]], stateCount: Int) throws(ConflictError)
    -> [Int]
  {
    var ranks = [Int](repeating: -1, count: stateCount)
    var found = 0
    for (place, members) in classes.reversed().enumerated() {
      for state in members {
        guard 0..<stateCount ~= state, ranks[state] < 0 else {
          throw .listCount(expected: stateCount, found: found)
        }
        ranks[state] = place
        found += 1
      }
    }
    guard found == stateCount else { throw .listCount(expected: stateCount, found: found) }
    return ranks
  }

  /// Ranks from payoffs, which are compared exactly; equal payoffs tie.
  ///
  /// - Complexity: O(*n* log *n*).
  public static func ranks(of payoffs: [some Comparable]) -> [Int] {
    let order = payoffs.indices.sorted { payoffs[$0] < payoffs[$1] }
    var ranks = [Int](repeating: 0, count: payoffs.count)
    var rank = 0
    for (place, state) in order.enumerated() {
      if place > 0, payoffs[order[place - 1]] < payoffs[state] { rank += 1 }
      ranks[state] = rank
    }
    return ranks
  }

  /// The classes of equally good states of a decision maker, the best first, each ascending.
  public func ranking(of decisionMaker: Int) -> [[Int]] {
    ConflictGraph.ranking((0..<stateCount).map { rank(of: $0, for: decisionMaker) })
  }

  /// The classes of states with equal ranks, the best first, each ascending.
  public static func ranking(_ ranks: [Int]) -> [[Int]] {
    var classes: [[Int]] = []
    var last: Int?
    for state in ranks.indices.sorted(by: { (-ranks[$0], $0) < (-ranks[$1], $1) }) {
      if ranks[state] == last {
        classes[classes.count - 1].append(state)
      } else {
        classes.append([state])
        last = ranks[state]
      }
    }
    return classes
  }

  /// Ranks without gaps, by decision maker and then by state.
  static func dense(_ ranks: [[Int]], _ stateCount: Int, _ decisionMakerCount: Int)
    throws(ConflictError) -> [Int32]
  {
    guard ranks.count == decisionMakerCount else {
      throw .listCount(expected: decisionMakerCount, found: ranks.count)
    }
    var dense: [Int32] = []
    dense.reserveCapacity(stateCount * decisionMakerCount)
    for list in ranks {
      guard list.count == stateCount else {
        throw .listCount(expected: stateCount, found: list.count)
      }
      for rank in self.ranks(of: list) { dense.append(Int32(rank)) }
    }
    return dense
  }
}
