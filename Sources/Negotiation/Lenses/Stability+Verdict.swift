public import GameTheory

extension Stability {
  /// Why a state is stable for one decision maker, or why not, in the order of how much it takes.
  public enum Ground: Sendable {
    /// It has no move at all from here.
    case cannotMove
    /// No move of its own pays.
    case noImprovement
    /// Others answer each move that pays, to their own advantage; the reason for sequential stability.
    case answered(StabilityReason, hasWayOut: Bool)
    /// Others could answer each, but not all to their own advantage; the reasons for general metarationality, and
    /// against sequential stability.
    case threatened(StabilityReason, despite: StabilityReason, hasWayOut: Bool)
    /// Nobody can answer some move that pays; the reason against general metarationality.
    case free(StabilityReason)
  }

  /// What is to be said of one state.
  public struct Verdict: Sendable {
    /// The state.
    public let state: Int
    /// For each decision maker why it stays or leaves.
    public let grounds: [Ground]
    /// The coalitional concepts looked at, with the objections of all coalitions that have one; nil where there are too
    /// many states or decision makers to look.
    public let coalitions: [(concept: StabilityConcept, objections: [CoalitionObjection])]?
  }

  /// Conflicts with more states than these are not searched for what coalitions do.
  public static let coalitionLimit = 1 << 15

  /// Whether coalitions are looked at.
  public var hasCoalitions: Bool {
    2...Stability.coalitionLimit ~= graph.stateCount && movers.count <= CoalitionAnalysis.limit
      && movers.count > 1
  }

  /// The concepts that are also asked of coalitions.
  public var coalitionConcepts: [StabilityConcept] {
    concepts.compactMap { test in
      guard case .basic(let concept) = test, concept != .symmetricSequential else { return nil }
      return concept
    }
  }

  /// Says of a state for whom it is stable and why.
  ///
  /// - Complexity: O(*improvements* × (*states* × *decision makers* + *moves*)) at worst, and what the objections of
  ///   coalitions take (``CoalitionAnalysis/objection(of:to:_:)``).
  public func verdict(on state: Int) -> Verdict {
    var found: [(concept: StabilityConcept, objections: [CoalitionObjection])]?
    if hasCoalitions, let analysis = try? CoalitionAnalysis(graph) {
      found = coalitionConcepts.map { ($0, analysis.objections(of: state, by: $0)) }
    }
    return Verdict(
      state: state,
      grounds: movers.indices.map { ground(of: $0, at: state) },
      coalitions: found
    )
  }

  /// Why a state is stable for a decision maker, or why not.
  public func ground(of mover: Int, at state: Int) -> Ground {
    if graph.improvements(of: mover, from: state).isEmpty {
      return graph.moves(of: mover, from: state).isEmpty ? .cannotMove : .noImprovement
    }
    let sequential = graph.reason(for: state, mover, .sequential)
    if sequential.isStable {
      let symmetric = graph.reason(for: state, mover, .symmetricSequential)
      return .answered(
        symmetric.isStable ? symmetric : sequential,
        hasWayOut: !symmetric.isStable
      )
    }
    let general = graph.reason(for: state, mover, .generalMetarational)
    guard general.isStable else { return .free(general) }
    let symmetric = graph.reason(for: state, mover, .symmetricMetarational)
    return .threatened(
      symmetric.isStable ? symmetric : general,
      despite: sequential,
      hasWayOut: !symmetric.isStable
    )
  }
}
