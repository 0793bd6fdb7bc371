public import GameTheory

extension PhaseDiagram {
  /// The decisions in which the ends of play and the equilibria of the map differ, in file order.
  public var differingDecisions: [Int] {
    var met: [Int] = regions.flatMap { outcomes(of: $0.end) }
    met += equilibria.map { $0.outcome }
    let numbering = model.game.numbering
    return model.scenario.decisions.indices.filter { decision in
      Set(met.map { numbering.option(of: decision, in: $0) }).count > 1
    }
  }

  private func outcomes(of end: PlayEnd) -> [Int] {
    switch end {
    case .rest(let outcome): [outcome]
    case .cycle(let outcomes): outcomes
    }
  }

  /// How play ends in the scenario's words: only what differs between the map's regions.
  public func words(for end: PlayEnd) -> String {
    switch end {
    case .rest(let outcome): words(for: outcome)
    case .cycle(let outcomes): "play goes round in a cycle of \(outcomes.count) outcomes"
    }
  }

  /// An outcome in the scenario's words: only what differs between the map's regions.
  public func words(for outcome: Int) -> String {
    let wording = Wording(model.scenario)
    let differing = differingDecisions
    return differing.isEmpty
      ? "the same everywhere: " + wording.outcome(outcome) : wording.deeds(in: outcome, differing)
  }
}
