/// What a decision maker would have to prefer for a state to be stable for it.
///
/// The moves of everybody and the preferences of the others stay as they are; one decision maker i may rank the
/// states in another way. Whether a state s is stable for i then depends on one set alone: the states *at or below* s,
/// which i does not like better than s. Every concept asks the following, and nothing else:
///
///     for each move of i from s to s1:  one of some ways,
///     and a way is a set of states that all are at or below s.
///
/// - Nash: the one way is {s1}.
/// - General metarationality: {s1}, or {s2} for an s2 that the others reach from s1.
/// - Sequential stability: {s1}, or {s2} for an s2 that they reach by improvements.
/// - The symmetric concepts: {s1}, or an s2 as above together with all that i reaches from s2 in one move.
///
/// The conditions are necessary and sufficient, and more states at or below s never hurt. Only i's own stability
/// is answered: other preferences of i are other improvements of i, which may make and unmake sanctions of the
/// others' moves; so an equilibrium has to be looked at anew.
///
/// - Complexity: as the group lists of all moves of i from s; memory O(sizes of all ways).
/// - Source: the inverse problem of Kinsara, Petersons, Hipel and Kilgour, Advanced decision support for the graph
///   model (2015); Wang, Hipel, Fang and Dang, Matrix representations of the inverse problem in the graph model
///   (2018). The least change of the order is derived in ``leastRaise()``.
public struct InverseStability: Sendable {
  /// What has to hold of one move.
  public struct Requirement: Sendable, Equatable {
    /// The state to which the decision maker could move.
    public let move: Int
    /// Sets of states, each ascending: all states of one of them must be at or below the state in question.
    ///
    /// The state in question itself is left out, so an empty set says that nothing is asked.
    public let ways: [[Int]]
  }

  /// The state that is to be stable.
  public let state: Int
  /// For whom.
  public let decisionMaker: Int
  /// By which concept.
  public let concept: StabilityConcept
  /// What has to hold: one requirement for each move, by ascending states.
  public let requirements: [Requirement]

  /// The present ranks of the decision maker.
  let ranks: [Int]

  /// Asks what would make a state stable for a decision maker.
  public init(
    _ graph: ConflictGraph,
    making state: Int,
    stableFor decisionMaker: Int,
    _ concept: StabilityConcept
  ) {
    self.state = state
    self.decisionMaker = decisionMaker
    self.concept = concept
    ranks = (0..<graph.stateCount).map { graph.rank(of: $0, for: decisionMaker) }
    requirements = graph.moves(of: decisionMaker, from: state).map { move in
      var ways = [[move]]
      if concept != .nash {
        for answer in graph.answers(to: move, of: decisionMaker, concept).states {
          var way = [answer]
          if concept.forbidsEscape { way += graph.moves(of: decisionMaker, from: answer) }
          ways.append(way.filter { $0 != state }.sorted())
        }
      }
      return Requirement(move: move, ways: ways)
    }
  }

  /// Whether the state is stable already.
  public var isStable: Bool { isStable { ranks[$0] <= ranks[state] } }

  /// Tells whether the state would be stable if exactly these states, and it, were at or below it.
  public func isStable(atOrBelow: (Int) -> Bool) -> Bool {
    requirements.allSatisfy { $0.ways.contains { $0.allSatisfy(atOrBelow) } }
  }

  /// The fewest states that have to fall.
  public enum Falls: Sendable, Equatable {
    /// All smallest sets of states that suffice, each ascending, in ascending order; one empty set if none has to.
    case exact([[Int]])
    /// The search was ended: as many states as these are needed at least.
    case stoppedAtLimit(atLeast: Int)
  }

  /// The smallest sets of states that make the state stable by falling to it, so as to be as good as it or worse.
  ///
  /// The rest keeps its order. Sets of every size are looked for, beginning with the smallest, by meeting one
  /// unmet requirement after the other.
  ///
  /// `limit` says how many ways are looked at, at most.
  ///
  /// - Complexity: O(*ways*^*size*) at worst: this is the problem of hitting sets.
  public func fewestFalls(limit: Int = 20_000_000) -> Falls {
    let open = requirements.map { requirement in
      requirement.ways.map { way in Set(way.filter { ranks[$0] > ranks[state] }) }
    }
    .filter { !$0.contains([]) }
    .sorted { $0.count < $1.count }
    var search = FallSearch(open: open, left: limit, effort: open.reduce(1) { $0 + $1.count })
    for size in 0...ranks.count {
      search.extend([], upTo: size)
      if search.left < 0 { return .stoppedAtLimit(atLeast: size) }
      if !search.found.isEmpty {
        return .exact(search.found.sorted { $0.lexicographicallyPrecedes($1) })
      }
    }
    return .stoppedAtLimit(atLeast: ranks.count)
  }

  private struct FallSearch {
    let open: [[Set<Int>]]
    var left: Int
    /// How many ways are looked at for one choice.
    let effort: Int
    var found: Set<[Int]> = []

    mutating func extend(_ fallen: Set<Int>, upTo size: Int) {
      left -= effort
      guard left >= 0 else { return }
      guard let next = open.first(where: { !$0.contains { $0.isSubset(of: fallen) } }) else {
        found.insert(fallen.sorted())
        return
      }
      for way in next {
        let more = fallen.union(way)
        if more.count <= size { extend(more, upTo: size) }
      }
    }
  }
}
