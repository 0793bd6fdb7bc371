/// For each state the lowest value at which a legal sequence of some movers can end.
///
/// Let A_k(t) be the lowest value to be had once mover k has come to t, and M_k(s) the lowest with k to move at
/// s: M_k(s) is the least A_k(t) over k's moves from s to t, and A_k(t) the least of the value of t and of
/// M_l(t) over l other than k. States are taken in ascending order of their values and followed backwards, so that
/// what is set first is lowest, and all starts share one search. At a state the first k with M_k set settles
/// A_l for all l other than k, the second one A_k; so each list of moves is read backwards once.
///
/// - Complexity: O(*states* × *movers* + *moves of the movers*).
struct LowestReach {
  /// Stands for a start from which there is no sequence.
  static let none = Int32.max

  /// How movers come to each state.
  let arrivals: MoveTable
  /// The ranks that a move must raise, by mover and then by state; nil where all moves count.
  let ranks: [Int32]?
  /// The ranks that are no improvement on each state; of no account where all moves count.
  let ceilings: [Int32]
  /// Who may move.
  let movers: [Int]

  /// What was found at a state so far.
  private enum Mark {
    static let untouched: Int32 = -2
    static let everybody: Int32 = -1
  }

  /// The lowest value for each start; ``none`` where nobody can move.
  ///
  /// Values are at least 0, and below ``none``.
  func lowest(_ values: [Int32]) -> [Int32] {
    let count = arrivals.stateCount
    var lowest = [Int32](repeating: LowestReach.none, count: count)
    // Which mover's arrival is still open at a state; a mark where that is none or all.
    var open = [Int32](repeating: Mark.untouched, count: count)
    var stack: [(state: Int32, mover: Int32)] = []
    for root in LowestReach.ascending(values) {
      let value = values[root]
      guard value < LowestReach.none else { break }
      settle(root, nil, &open, &stack)
      while let (state, mover) = stack.popLast() {
        for place in arrivals.places(Int(mover), Int(state)) {
          let source = Int(arrivals.targets[place])
          if open[source] == Mark.everybody && lowest[source] != LowestReach.none { continue }
          if let ranks {
            let base = Int(mover) * count
            if ranks[base + Int(state)] <= ceilings[base + source] { continue }
          }
          if lowest[source] == LowestReach.none { lowest[source] = value }
          settle(source, mover, &open, &stack)
        }
      }
    }
    return lowest
  }

  /// Settles what is to be had at a state by movers who come there, the next one to move being given; without
  /// one, play ends there.
  @inline(__always)
  private func settle(
    _ state: Int,
    _ next: Int32?,
    _ open: inout [Int32],
    _ stack: inout [(state: Int32, mover: Int32)]
  ) {
    let was = open[state]
    if was == Mark.everybody || next == was { return }
    if was >= 0 {
      open[state] = Mark.everybody
      stack.append((Int32(state), was))
      return
    }
    open[state] = next ?? Mark.everybody
    for mover in movers where next.map({ Int($0) != mover }) ?? true {
      stack.append((Int32(state), Int32(mover)))
    }
  }

  /// The states by ascending values, those of one value ascending.
  private static func ascending(_ values: [Int32]) -> [Int] {
    values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  }
}

extension ConflictGraph {
  /// For each state the lowest value to which others can bring it by legal sequences.
  func lowest(_ values: [Int32], by movers: Coalition, improving: Bool) -> [Int32] {
    LowestReach(
      arrivals: arrivals,
      ranks: improving ? ranks : nil,
      ceilings: ceilings,
      movers: movers.bits == 0 ? [] : movers.members.filter { $0 < decisionMakerCount }
    ).lowest(values)
  }
}
