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
  /// - Complexity: as ``objection(of:to:_:)``.
  public func isStable(_ state: Int, for coalition: Coalition, _ concept: StabilityConcept) -> Bool
  {
    objection(of: coalition, to: state, concept) == nil
  }

  /// The coalitions for which a state is not stable, smaller ones first.
  ///
  /// - Complexity: that of ``isStable(_:for:_:)`` for each coalition.
  public func objections(to state: Int, _ concept: StabilityConcept) -> [Coalition] {
    var search = ObjectionSearch(self)
    return coalitions.filter { search.objection(of: $0, to: state, concept) != nil }
  }
}
