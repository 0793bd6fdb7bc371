import GameTheory
import TestSupport
import Testing

@Suite("Group lists of a conflict")
struct GroupListTests {
  @Test("states that are reached are those of all legal sequences, written out one by one")
  func bruteForce() throws {
    let found = try failures(seeds: 400) { random in
      let movers = random.int(in: 1...5)
      let graph = try random.conflict(
        states: random.int(in: 2...(movers > 3 ? 4 : 5)),
        movers: movers,
        oneMoveIn: movers > 3 ? 5 : 3
      )
      let slow = SlowConflict(graph)
      let members = (0..<movers).filter { _ in !random.oneIn(4) }
      for start in 0..<graph.stateCount {
        for improving in [false, true] {
          let list = GroupList(
            graph,
            from: start,
            by: Coalition(members: members),
            improving: improving
          )
          let expected = slow.group(start, members, improving: improving).sorted()
          if list.states != expected { return "\(list.states) is not \(expected)" }
          if let wrong = wrongPath(graph, list) { return wrong }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  /// Checks that paths are legal, and that none is longer than one that comes later by distance.
  private func wrongPath(_ graph: ConflictGraph, _ list: GroupList) -> String? {
    var longest = 0
    for end in list.statesByDistance {
      guard let path = list.path(to: end) else { return "no path to \(end)" }
      var state = list.start
      var last: Int?
      for move in path {
        guard move.mover != last, list.movers.includes(move.mover),
          graph.hasMove(of: move.mover, from: state, to: move.state),
          !list.isByImprovements || graph.isBetter(move.state, than: state, for: move.mover)
        else { return "illegal path \(path)" }
        (state, last) = (move.state, move.mover)
      }
      guard state == end, path.count >= longest, let last,
        list.lastMovers(at: end).includes(last)
      else { return "path \(path) to \(end)" }
      longest = path.count
    }
    return nil
  }

  @Test("a decision maker alone moves once")
  func single() throws {
    // 0 to 1 to 2, but not 0 to 2.
    let graph = try ConflictGraph(
      stateCount: 3,
      moves: [[[1], [2], []], [[], [], []]],
      ranks: [[0, 1, 2], [0, 0, 0]]
    )
    #expect(GroupList(graph, from: 0, by: Coalition(members: [0])).states == [1])
    #expect(GroupList(graph, from: 0, by: Coalition(members: [0, 1])).states == [1])
    #expect(GroupList(graph, from: 0, by: Coalition(members: [1])).path(to: 1) == nil)
  }

  @Test("a state with two possible last movers is left by both")
  func twoLastMovers() throws {
    // Both get from 0 to 1; only the first goes on to 2, which it can if the second came to 1.
    let graph = try ConflictGraph(
      stateCount: 3,
      moves: [[[1], [2], []], [[1], [], []]],
      ranks: [[0, 1, 2], [0, 1, 0]]
    )
    let list = GroupList(graph, from: 0, by: graph.everybody)
    #expect(list.states == [1, 2])
    #expect(list.lastMovers(at: 1) == Coalition(members: [0, 1]))
    #expect(
      list.path(to: 2) == [ConflictMove(mover: 1, state: 1), ConflictMove(mover: 0, state: 2)]
    )
  }

  @Test("lists that are wrong are refused")
  func mistakes() {
    func mistake(_ body: () throws(ConflictError) -> ConflictGraph) -> ConflictError? {
      do throws(ConflictError) {
        _ = try body()
        return nil
      } catch { return error }
    }
    #expect(
      mistake { () throws(ConflictError) in
        try ConflictGraph(stateCount: 0, moves: [[]], ranks: [[]])
      } == .noStates
    )
    #expect(
      mistake { () throws(ConflictError) in
        try ConflictGraph(stateCount: 2, moves: [[[1], [1]]], ranks: [[0, 1]])
      } == .badMove(decisionMaker: 0, from: 1, to: 1)
    )
    #expect(
      mistake { () throws(ConflictError) in
        try ConflictGraph(stateCount: 2, moves: [[[1], [2]]], ranks: [[0, 1]])
      } == .badMove(decisionMaker: 0, from: 1, to: 2)
    )
    #expect(
      mistake { () throws(ConflictError) in
        try ConflictGraph(stateCount: 2, moves: [[[1], []]], ranks: [[0]])
      } == .listCount(expected: 2, found: 1)
    )
    #expect(
      mistake { () throws(ConflictError) in
        try ConflictGraph(stateCount: 2, moves: [[[1], []]], ranks: [[0, 0]], codes: [3, 3])
      } == .repeatedCode(3)
    )
    #expect(
      mistake { () throws(ConflictError) in
        try ConflictGraph(stateCount: 2, moves: [], ranks: [])
      } == .decisionMakerCount(0)
    )
  }
}
