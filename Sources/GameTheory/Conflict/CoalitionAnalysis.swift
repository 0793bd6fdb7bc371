/// Stability against moves of several decision makers together.
///
/// A coalition H improves on a state s by a state t that its members reach together, by a legal sequence of
/// their moves, and that each of them likes strictly better: t is in CI_H(s). Single decision makers are coalitions
/// too, and CI_i(s) = R_i+(s). By the concepts of ``StabilityConcept`` with coalitions in the place of decision makers:
///
/// - Nash: CI_H(s) is empty.
/// - General metarationality: from each t in CI_H(s) the decision makers outside H reach some u, by a legal
///   sequence, that is not better than s for some member of H.
/// - Symmetric metarationality: the same, and H reaches from u no state that is better than s for all of H.
/// - Sequential stability: as general metarationality, by sequences in which each step is a coalition
///   improvement of some coalition within N - H, and no coalition moves twice in a row.
/// - Symmetric sequential stability: the same, without escape as above.
///
/// A state is coalitionally stable if it is stable for every coalition. When H is everybody, nobody is left to
/// sanction.
///
/// - Source: Kilgour, Hipel, Fang and Peng, Coalition analysis in group decision support (2001); Inohara and Hipel,
///   Coalition analysis in the graph model for conflict resolution (2008), definitions 5 to 11.
public struct CoalitionAnalysis: Sendable {
  /// More decision makers than these are refused, since coalitions double with each.
  public static let limit = 10

  /// The conflict.
  public let graph: ConflictGraph
  /// All coalitions: smaller ones first, then by their members in order.
  public let coalitions: [Coalition]

  /// Creates the analysis of a conflict.
  ///
  /// - Throws: ``ConflictError/tooMany(limit:)`` for more decision makers than ``limit``.
  public init(_ graph: ConflictGraph) throws(ConflictError) {
    guard graph.decisionMakerCount <= CoalitionAnalysis.limit else {
      throw .tooMany(limit: CoalitionAnalysis.limit)
    }
    self.graph = graph
    coalitions = Coalition.each(of: graph.decisionMakerCount)
  }

  /// The improvements of a coalition on a state, ascending: CI_H(s).
  ///
  /// - Complexity: O(*states* × *members* + *moves*).
  public func improvements(of coalition: Coalition, from state: Int) -> [Int] {
    GroupList(graph, from: state, by: coalition).states.filter {
      isBetterForAll($0, than: state, coalition)
    }
  }

  /// Tells whether a state is strictly better than another for all of a coalition.
  public func isBetterForAll(_ state: Int, than other: Int, _ coalition: Coalition) -> Bool {
    var left = coalition.bits
    while left != 0 {
      if !graph.isBetter(state, than: other, for: left.trailingZeroBitCount) { return false }
      left &= left - 1
    }
    return true
  }

  /// Tells whether a state is stable for a coalition.
  ///
  /// For one state of a large conflict; ``table(_:)`` shares work among states.
  ///
  /// - Complexity: O(*improvements* × (*states* × *decision makers* + *moves*)) but for sanctions by
  ///   improvements: for these a factor of *states* × *coalitions outside H* more at worst, though the search ends
  ///   with the first sanction.
  public func isStable(_ state: Int, for coalition: Coalition, _ concept: StabilityConcept) -> Bool
  {
    let improvements = improvements(of: coalition, from: state)
    if improvements.isEmpty || concept == .nash { return improvements.isEmpty }
    let others = graph.everybody.subtracting(coalition)
    func keeps(_ end: Int) -> Bool { isSanction(end, state, coalition, concept) }
    return improvements.allSatisfy { improvement in
      concept.needsCredibleSanctions
        ? hasJointAnswer(to: improvement, within: others, keeps)
        : GroupList(graph, from: improvement, by: others).states.contains(where: keeps)
    }
  }

  /// The coalitions for which a state is not stable, smaller ones first.
  ///
  /// - Complexity: that of ``isStable(_:for:_:)`` for each coalition.
  public func objections(to state: Int, _ concept: StabilityConcept) -> [Coalition] {
    coalitions.filter { !isStable(state, for: $0, concept) }
  }

  /// Tells whether a state keeps a coalition from leaving another.
  private func isSanction(
    _ end: Int,
    _ state: Int,
    _ coalition: Coalition,
    _ concept: StabilityConcept
  ) -> Bool {
    if isBetterForAll(end, than: state, coalition) { return false }
    return !concept.forbidsEscape
      || GroupList(graph, from: end, by: coalition).states.allSatisfy {
        !isBetterForAll($0, than: state, coalition)
      }
  }

  /// Tells whether coalitions within a set reach a state of some kind by their improvements, none moving
  /// twice in a row.
  ///
  /// Nobody is tried twice at a state; the search ends with the first state of the kind.
  private func hasJointAnswer(
    to start: Int,
    within others: Coalition,
    _ isWanted: (Int) -> Bool
  ) -> Bool {
    let movers = coalitions.filter { $0.isSubset(of: others) }
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
            if isWanted(target) { return true }
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
