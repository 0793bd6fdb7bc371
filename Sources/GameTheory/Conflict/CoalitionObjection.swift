/// How a coalition leaves a state for one that each of its members likes better, and that nobody outside sanctions.
public struct CoalitionObjection: Sendable, Equatable {
  /// The coalition.
  public let coalition: Coalition
  /// The moves of its members, in a legal sequence with as few as can be; the last one leads to the state wanted.
  public let path: [ConflictMove]

  /// Creates an objection.
  public init(coalition: Coalition, path: [ConflictMove]) {
    self.coalition = coalition
    self.path = path
  }
}

extension CoalitionAnalysis {
  /// The objection of a coalition to a state that takes the fewest moves; nil where the state is stable for it.
  ///
  /// - Complexity: O(*improvements* × (*states* × *decision makers* + *moves*)) but for sanctions by
  ///   improvements: for these a factor of *states* × *coalitions outside H* more at worst. Each search ends with
  ///   the first sanction, and the whole with the first improvement without one.
  public func objection(
    of coalition: Coalition,
    to state: Int,
    _ concept: StabilityConcept
  ) -> CoalitionObjection? {
    var search = ObjectionSearch(self)
    return search.objection(of: coalition, to: state, concept)
  }

  /// The objections of all coalitions that have one to a state, smaller coalitions first.
  ///
  /// - Complexity: that of ``objection(of:to:_:)`` for each coalition.
  public func objections(of state: Int, by concept: StabilityConcept) -> [CoalitionObjection] {
    var search = ObjectionSearch(self)
    return coalitions.compactMap { search.objection(of: $0, to: state, concept) }
  }
}

/// Looks for objections of one coalition after the other.
struct ObjectionSearch {
  private let analysis: CoalitionAnalysis
  private var graph: ConflictGraph { analysis.graph }
  private var reach: GroupSearch
  private var escape: GroupSearch

  init(_ analysis: CoalitionAnalysis) {
    self.analysis = analysis
    reach = GroupSearch(analysis.graph)
    escape = GroupSearch(analysis.graph)
  }

  mutating func objection(
    of coalition: Coalition,
    to state: Int,
    _ concept: StabilityConcept
  ) -> CoalitionObjection? {
    let others = graph.everybody.subtracting(coalition)
    let improvement = improvements(of: coalition, from: state).first { improvement in
      !isSanctioned(improvement, within: others, concept) { search, end in
        !search.analysis.isBetterForAll(end, than: state, coalition)
          && (!concept.forbidsEscape || !search.escapes(coalition, from: end, toBetterThan: state))
      }
    }
    guard let improvement else { return nil }
    reach.run(from: state, by: coalition, improving: false) { $0 == improvement }
    return reach.path(to: improvement).map { CoalitionObjection(coalition: coalition, path: $0) }
  }

  private mutating func escapes(
    _ coalition: Coalition,
    from end: Int,
    toBetterThan state: Int
  ) -> Bool {
    let analysis = analysis
    return escape.run(from: end, by: coalition, improving: false) {
      analysis.isBetterForAll($0, than: state, coalition)
    } != nil
  }

  /// The improvements of a coalition, in the order of the number of moves.
  private mutating func improvements(of coalition: Coalition, from state: Int) -> [Int] {
    reach.run(from: state, by: coalition, improving: false) { _ in false }
    var found: [Int] = []
    reach.forEach { target in
      if analysis.isBetterForAll(target, than: state, coalition) { found.append(target) }
    }
    return found
  }

  private mutating func isSanctioned(
    _ improvement: Int,
    within others: Coalition,
    _ concept: StabilityConcept,
    _ isSanction: (inout ObjectionSearch, Int) -> Bool
  ) -> Bool {
    if concept == .nash { return false }
    if concept.needsCredibleSanctions { return hasJointAnswer(to: improvement, others, isSanction) }
    reach.run(from: improvement, by: others, improving: false) { _ in false }
    var ends: [Int] = []
    reach.forEach { ends.append($0) }
    for end in ends where isSanction(&self, end) { return true }
    return false
  }

  /// Tells whether coalitions within a set reach a state of some kind by their improvements, none moving
  /// twice in a row.
  ///
  /// Nobody is tried twice at a state; the search ends with the first state of the kind.
  private mutating func hasJointAnswer(
    to start: Int,
    _ others: Coalition,
    _ isWanted: (inout ObjectionSearch, Int) -> Bool
  ) -> Bool {
    let movers = analysis.coalitions.filter { $0.isSubset(of: others) }
    /// The mover who came to each state first.
    var first: [Int: Int] = [:]
    /// The states to which a second mover came.
    var isOpen: Set<Int> = []
    var queue: [(state: Int, next: [Int])] = [(start, Array(movers.indices))]
    var place = 0
    while place < queue.count {
      let (state, next) = queue[place]
      place += 1
      for mover in next {
        for target in improvements(of: movers[mover], from: state) {
          guard let known = first[target] else {
            if isWanted(&self, target) { return true }
            first[target] = mover
            queue.append((target, movers.indices.filter { $0 != mover }))
            continue
          }
          if known != mover, isOpen.insert(target).inserted { queue.append((target, [known])) }
        }
      }
    }
    return false
  }
}
