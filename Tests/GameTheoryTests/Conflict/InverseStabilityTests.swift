import GameTheory
import TestSupport
import Testing

@Suite("What would make a state stable")
struct InverseStabilityTests {
  /// All orders of so many states, ties allowed, as ranks without gaps.
  private func orders(_ count: Int) -> [[Int]] {
    var lists = [[Int]()]
    for _ in 0..<count { lists = lists.flatMap { list in (0..<count).map { list + [$0] } } }
    return lists.filter { list in
      let used = Set(list)
      return used == Set(0..<used.count)
    }
  }

  @Test(
    "the conditions are necessary and sufficient, and the least change is the least of all orders"
  )
  func everyOrder() throws {
    let all = orders(4)
    #expect(all.count == 75)
    var raised = 0
    let found = try failures(seeds: 120) { random in
      let movers = random.int(in: 1...4)
      let graph = try random.conflict(states: 4, movers: movers, oneMoveIn: movers > 2 ? 3 : 2)
      let state = random.int(in: 0...3)
      let own = (0..<4).map { graph.rank(of: $0, for: 0) }
      for concept in StabilityConcept.allCases {
        let inverse = InverseStability(graph, making: state, stableFor: 0, concept)
        var least = Int.max
        var fewest = Int.max
        var smallest: Set<[Int]> = []
        for order in all {
          let changed = try graph.replacingRanks(of: 0, with: order)
          let isStable = changed.stability(concept).isStable(state, for: 0)
          if inverse.isStable(atOrBelow: { order[$0] <= order[state] }) != isStable {
            return "\(concept), \(order) should be \(isStable)"
          }
          guard isStable else { continue }
          least = min(least, InverseStability.changedPairs(own, order))
          let fallen = (0..<4).filter { own[$0] > own[state] && order[$0] <= order[state] }
          let risen = (0..<4).contains { own[$0] <= own[state] && order[$0] > order[state] }
          if risen || fallen.count > fewest { continue }
          if fallen.count < fewest { smallest = [] }
          fewest = fallen.count
          smallest.insert(fallen)
        }
        let raise = inverse.leastRaise()
        if raise.changedPairs > 0 { raised += 1 }
        if raise.changedPairs != least
          || InverseStability.changedPairs(own, raise.ranks) != least
        {
          return "\(concept): \(raise), but \(least) pairs will do"
        }
        guard case .exact(let sets) = inverse.fewestFalls(), Set(sets) == smallest else {
          return "\(concept): \(inverse.fewestFalls()) is not \(smallest)"
        }
        for order in [raise.ranks] + sets.map({ inverse.ranks(lowering: $0) }) {
          let changed = try graph.replacingRanks(of: 0, with: order)
          if !changed.stability(concept).isStable(state, for: 0) { return "\(order) is unstable" }
        }
        if inverse.isStable != graph.stability(concept).isStable(state, for: 0) { return "now" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(raised > 100)
  }

  @Test("a search that is ended says how many are needed at least")
  func limit() throws {
    // Three better states, each reached by a move: all have to fall.
    let graph = try ConflictGraph(
      stateCount: 4,
      moves: [[[1, 2, 3], [], [], []]],
      ranks: [[0, 1, 2, 3]]
    )
    let inverse = InverseStability(graph, making: 0, stableFor: 0, .nash)
    #expect(inverse.fewestFalls() == .exact([[1, 2, 3]]))
    #expect(inverse.fewestFalls(limit: 5) == .stoppedAtLimit(atLeast: 1))
    #expect(inverse.leastRaise().passed == [1, 2, 3])
    #expect(inverse.leastRaise().ranks == [2, 0, 1, 2])
    #expect(inverse.requirements.map { $0.ways } == [[[1]], [[2]], [[3]]])
  }
}
