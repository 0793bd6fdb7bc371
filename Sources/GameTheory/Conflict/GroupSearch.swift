/// The search behind ``GroupList``, with room that many searches of one conflict share.
///
/// - Complexity: O(*states* reached × *members* + *moves* from them) for a search; what is left of one is cleared
///   by the next in the time that it took itself.
struct GroupSearch {
  /// A state with a last mover as it is first reached, in the order of the number of moves.
  struct Arrival {
    let state: Int32
    let mover: Int32
    /// The arrival before it; -1 for the start.
    let previous: Int32
  }

  let graph: ConflictGraph
  /// The possible last movers by state, as bits.
  private(set) var lastMovers: [UInt32]
  private(set) var arrivals: [Arrival] = []
  /// The first arrival at each state; -1 for none.
  private(set) var first: [Int32]
  /// Whether a state was left by everybody, its second last mover having been met.
  private var isOpen: [Bool]
  private var isImproving = false
  /// The first arrival at a state that was looked for; nil as long as there is none.
  private var found: Int32?

  init(_ graph: ConflictGraph) {
    self.graph = graph
    lastMovers = [UInt32](repeating: 0, count: graph.stateCount)
    first = [Int32](repeating: -1, count: graph.stateCount)
    isOpen = [Bool](repeating: false, count: graph.stateCount)
  }

  /// Follows legal sequences of some movers, and ends with the first state of a kind: nil where there is none.
  ///
  /// States are met in the order of the number of moves that they take.
  @discardableResult
  mutating func run(
    from start: Int,
    by members: Coalition,
    improving: Bool,
    until isWanted: (Int) -> Bool
  ) -> Int? {
    clear()
    isImproving = improving
    let movers = members.bits & graph.everybody.bits
    leave(start, by: movers, after: -1, isWanted)
    var place = 0
    while found == nil, place < arrivals.count {
      let state = Int(arrivals[place].state)
      let mover = UInt32(1) << UInt32(arrivals[place].mover)
      // Which arrival of its state this is tells who can leave the state from here on and could not before.
      if Int(first[state]) == place {
        leave(state, by: movers & ~mover, after: place, isWanted)
      } else {
        let earlier = UInt32(1) << UInt32(arrivals[Int(first[state])].mover)
        if !isOpen[state] { leave(state, by: earlier, after: place, isWanted) }
        isOpen[state] = true
      }
      place += 1
    }
    return found.map { Int(arrivals[Int($0)].state) }
  }

  /// The moves by which the last search came to a state; nil where it did not.
  func path(to state: Int) -> [ConflictMove]? { GroupSearch.path(to: first[state], arrivals) }

  /// The moves that end with an arrival; nil for -1.
  static func path(to arrival: Int32, _ arrivals: [Arrival]) -> [ConflictMove]? {
    guard arrival >= 0 else { return nil }
    var path: [ConflictMove] = []
    var place = arrival
    while place >= 0 {
      let arrival = arrivals[Int(place)]
      path.append(ConflictMove(mover: Int(arrival.mover), state: Int(arrival.state)))
      place = arrival.previous
    }
    return path.reversed()
  }

  /// Calls the body with each state that the last search met, in the order of the number of moves.
  func forEach(_ body: (Int) -> Void) {
    for (place, arrival) in arrivals.enumerated() where Int(first[Int(arrival.state)]) == place {
      body(Int(arrival.state))
    }
  }

  private mutating func clear() {
    for arrival in arrivals {
      lastMovers[Int(arrival.state)] = 0
      first[Int(arrival.state)] = -1
      isOpen[Int(arrival.state)] = false
    }
    arrivals.removeAll(keepingCapacity: true)
    found = nil
  }

  private mutating func leave(
    _ state: Int,
    by movers: UInt32,
    after place: Int,
    _ isWanted: (Int) -> Bool
  ) {
    var left = movers
    while left != 0 {
      let mover = left.trailingZeroBitCount
      left &= left - 1
      for index in graph.moves.places(mover, state) {
        let target = Int(graph.moves.targets[index])
        if isImproving, !graph.isBetter(target, than: state, for: mover) { continue }
        guard lastMovers[target] & 1 << UInt32(mover) == 0 else { continue }
        lastMovers[target] |= 1 << UInt32(mover)
        let isNew = first[target] < 0
        if isNew { first[target] = Int32(arrivals.count) }
        arrivals.append(
          Arrival(state: Int32(target), mover: Int32(mover), previous: Int32(place))
        )
        if isNew, isWanted(target) {
          found = first[target]
          return
        }
      }
    }
  }
}
