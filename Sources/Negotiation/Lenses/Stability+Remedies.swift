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
    /// The nearest of the best states that it meets or passes; nil where nothing has to change.
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

  /// The best of some states; of those the one that the decision maker can move to, or else the nearest.
  private func level(_ passed: [Int], over state: Int, _ mover: Int) -> Int? {
    let best = passed.map { graph.rank(of: $0, for: mover) }.max()
    let numbering = model.game.numbering
    let here = numbering.options(of: outcome(of: state))
    func distance(_ other: Int) -> Int {
      let there = numbering.options(of: outcome(of: other))
      let changes = zip(here, there).count { $0 != $1 }
      return graph.hasMove(of: mover, from: state, to: other) ? changes - here.count : changes
    }
    return passed.filter { graph.rank(of: $0, for: mover) == best }
      .min { (distance($0), $0) < (distance($1), $1) }
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
      level: level(raise.passed, over: state, mover),
      falls: inverse.fewestFalls(limit: 2_000_000),
      stillUnstable: movers.indices.filter { !changed.isStable(state, for: $0, concept) }
    )
  }
}
