/// One move on a path.
public struct ConflictMove: Sendable, Hashable {
  /// Who moves.
  public let mover: Int
  /// The state that the move leads to.
  public let state: Int

  /// Creates a move.
  public init(mover: Int, state: Int) {
    self.mover = mover
    self.state = state
  }
}

/// The states that some decision makers reach together: R_H(s), or R_H+(s) by improvements alone.
///
/// A legal sequence has one or more moves of members, and nobody moves twice in a row; with improvements alone,
/// each move leads to a state that its mover likes better than the one it leaves. For every state that is
/// reached all possible last movers are kept, since one with two of them can be left by everybody, and one with
/// a single last mover by everybody else.
///
/// The start is among the states only if a sequence leads back to it.
///
/// - Complexity: O(*states* × *members* + *moves*): no member is tried twice at a state.
/// - Source: Fang, Hipel and Kilgour, Interactive Decision Making (1993), definitions 3.3 and 3.5.
public struct GroupList: Sendable {
  /// Where the sequences start.
  public let start: Int
  /// Who may move.
  public let movers: Coalition
  /// Whether moves are improvements only.
  public let isByImprovements: Bool
  /// The states that are reached, ascending.
  public let states: [Int]

  /// The possible last movers by state, as bits.
  private let lastMovers: [UInt32]
  private let arrivals: [GroupSearch.Arrival]
  /// The first arrival at each state; -1 for none.
  private let first: [Int32]

  /// Finds what members reach from a state.
  public init(
    _ graph: ConflictGraph,
    from start: Int,
    by movers: Coalition,
    improving: Bool = false
  ) {
    var search = GroupSearch(graph)
    search.run(from: start, by: movers, improving: improving) { _ in false }
    self.start = start
    self.movers = movers
    isByImprovements = improving
    lastMovers = search.lastMovers
    arrivals = search.arrivals
    first = search.first
    states = search.first.indices.filter { search.first[$0] >= 0 }
  }

  /// Tells whether a state is reached.
  public func contains(_ state: Int) -> Bool { first[state] >= 0 }

  /// Who may have made the last move of a sequence to a state; nobody where none leads there.
  public func lastMovers(at state: Int) -> Coalition { Coalition(bits: lastMovers[state]) }

  /// The states that are reached, in the order of the number of moves that it takes.
  public var statesByDistance: [Int] {
    arrivals.indices.filter { Int(first[Int(arrivals[$0].state)]) == $0 }
      .map { Int(arrivals[$0].state) }
  }

  /// For each state that is reached, in that order, the number of moves that it takes.
  var firstSteps: [(state: Int, step: Int)] {
    var steps = [Int32](repeating: 1, count: arrivals.count)
    var found: [(state: Int, step: Int)] = []
    for (place, arrival) in arrivals.enumerated() {
      if arrival.previous >= 0 { steps[place] = steps[Int(arrival.previous)] + 1 }
      if Int(first[Int(arrival.state)]) == place {
        found.append((Int(arrival.state), Int(steps[place])))
      }
    }
    return found
  }

  /// A legal sequence with as few moves as can be; nil where none leads to the state.
  ///
  /// Of several, the one whose moves come first, by mover and then by state, first moves before later ones.
  public func path(to state: Int) -> [ConflictMove]? {
    GroupSearch.path(to: first[state], arrivals)
  }
}
