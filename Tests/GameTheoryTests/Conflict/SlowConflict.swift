import GameTheory

private struct Step<Mover: Hashable>: Hashable {
  let mover: Mover
  let state: Int
}

/// A conflict with the definitions written out, for small sizes.
struct SlowConflict {
  let graph: ConflictGraph
  var states: Range<Int> { 0..<graph.stateCount }
  var movers: Range<Int> { 0..<graph.decisionMakerCount }

  func isBetter(_ state: Int, _ other: Int, _ mover: Int) -> Bool {
    graph.rank(of: state, for: mover) > graph.rank(of: other, for: mover)
  }

  /// What is reached by sequences of movers, each move of one of them given by a list.
  ///
  /// Sequences are written out one by one; one that comes to a state by a mover for the second time says
  /// nothing that its part before did not say.
  func reached<Mover: Hashable>(
    _ start: Int,
    _ movers: [Mover],
    _ moves: (Mover, Int) -> [Int]
  ) -> Set<Int> {
    var found: Set<Int> = []
    func go(_ state: Int, _ last: Mover?, _ path: Set<Step<Mover>>) {
      for mover in movers where mover != last {
        for target in moves(mover, state) {
          let step = Step(mover: mover, state: target)
          if path.contains(step) { continue }
          found.insert(target)
          go(target, mover, path.union([step]))
        }
      }
    }
    go(start, nil, [])
    return found
  }

  func group(_ start: Int, _ members: [Int], improving: Bool = false) -> Set<Int> {
    reached(start, members) { mover, state in
      let moves = graph.moves(of: mover, from: state)
      return improving ? moves.filter { isBetter($0, state, mover) } : moves
    }
  }

  /// Stability of a coalition, straight from the definitions; of a decision maker, for one member.
  func isStable(_ state: Int, _ members: [Int], _ concept: StabilityConcept) -> Bool {
    let others = movers.filter { !members.contains($0) }
    func improves(_ target: Int, _ from: Int, _ members: [Int]) -> Bool {
      members.allSatisfy { isBetter(target, from, $0) }
    }
    func improvements(_ members: [Int], _ from: Int) -> [Int] {
      group(from, members).filter { improves($0, from, members) }.sorted()
    }
    let own = improvements(members, state)
    if concept == .nash { return own.isEmpty }
    return own.allSatisfy { first in
      let answers: Set<Int>
      switch concept {
      case .sequential, .symmetricSequential:
        answers =
          members.count == 1 && !isJoint
          ? group(first, others, improving: true)
          : reached(first, subsets(of: others), improvements)
      default:
        answers = group(first, others)
      }
      return answers.contains { second in
        let isSafe =
          concept == .generalMetarational || concept == .sequential
          || !group(second, members).contains { improves($0, state, members) }
        return !improves(second, state, members) && isSafe
      }
    }
  }

  /// Whether others act as coalitions.
  var isJoint = false

  init(_ graph: ConflictGraph, isJoint: Bool = false) {
    self.graph = graph
    self.isJoint = isJoint
  }

  func subsets(of members: [Int]) -> [[Int]] {
    (1..<max(1, 1 << members.count)).map { bits in
      members.indices.filter { bits & 1 << $0 != 0 }.map { members[$0] }
    }
  }
}
