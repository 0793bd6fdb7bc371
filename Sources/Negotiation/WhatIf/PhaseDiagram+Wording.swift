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
    case .cycle(let outcomes): words(forCycle: outcomes)
    }
  }

  /// Who goes on moving, and what stays as it is of what differs between the map's regions.
  private func words(forCycle outcomes: [Int]) -> String {
    let numbering = model.game.numbering
    let decisions = model.scenario.decisions
    let moving = decisions.indices.filter { decision in
      Set(outcomes.map { numbering.option(of: decision, in: $0) }).count > 1
    }
    let movers = model.scenario.players.indices.filter { player in
      moving.contains { decisions[$0].player == player }
    }
    let fixed = differingDecisions.filter { !moving.contains($0) }
    let start =
      "play goes round in a cycle of \(outcomes.count) outcomes: "
      + Wording.list(movers.map { model.scenario.players[$0].name })
      + (movers.count == 1 ? " goes on moving" : " go on moving")
    guard !fixed.isEmpty, let first = outcomes.first else { return start }
    return start + ", while " + Wording(model.scenario).deeds(in: first, fixed)
  }

  /// An outcome in the scenario's words: only what differs between the map's regions.
  public func words(for outcome: Int) -> String {
    let wording = Wording(model.scenario)
    let differing = differingDecisions
    return differing.isEmpty
      ? "the same everywhere: " + wording.outcome(outcome) : wording.deeds(in: outcome, differing)
  }
}
