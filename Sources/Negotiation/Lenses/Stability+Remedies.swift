public import GameTheory

extension Stability {
  /// A change of one player's ranking that makes a state stable for it.
  public struct Remedy: Sendable {
    /// The decision maker.
    public let mover: Int
    /// By which concept.
    public let concept: StabilityConcept
    /// The least change of its ranking: the state alone is raised.
    public let raise: InverseStability.Raise
    /// The best of the states that it meets or passes; nil where nothing has to change.
    public let level: Int?
    /// The smallest sets of states that could fall to it instead, or what is known of their size.
    public let falls: InverseStability.Falls
    /// The decision makers for whom the state is unstable after the raise, by the concept.
    public let stillUnstable: [Int]

    /// Whether the state is stable for the decision maker as things are.
    public var isStable: Bool { level == nil }
  }

  /// What would make a state stable for some decision makers, by some concepts: what is stable already first, then the
  /// smallest changes.
  ///
  /// - Complexity: for each decision maker and concept that of ``InverseStability``, and of
  ///   ``ConflictGraph/stability(_:)``.
  public func remedies(
    making state: Int,
    stableFor movers: [Int],
    _ concepts: [StabilityConcept]
  ) -> [Remedy] {
    let remedies = movers.flatMap { mover in
      concepts.map { remedy(making: state, stableFor: mover, $0) }
    }
    let order = remedies.indices.sorted {
      (remedies[$0].raise.changedPairs, $0) < (remedies[$1].raise.changedPairs, $1)
    }
    return order.map { remedies[$0] }
  }

  private func remedy(
    making state: Int,
    stableFor mover: Int,
    _ concept: StabilityConcept
  ) -> Remedy {
    let inverse = InverseStability(graph, making: state, stableFor: mover, concept)
    let raise = inverse.leastRaise()
    let changed = (try? graph.replacingRanks(of: mover, with: raise.ranks)) ?? graph
    return Remedy(
      mover: mover,
      concept: concept,
      raise: raise,
      level: raise.passed.max {
        (graph.rank(of: $0, for: mover), -$0) < (graph.rank(of: $1, for: mover), -$1)
      },
      falls: inverse.fewestFalls(limit: 2_000_000),
      stillUnstable: movers.indices.filter { !changed.isStable(state, for: $0, concept) }
    )
  }
}
