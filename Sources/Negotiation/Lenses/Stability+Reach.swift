public import GameTheory

extension Stability {
  /// How a conflict gets from the status quo to states that last.
  public struct Reach: Sendable {
    /// What moves count.
    public let moves: StatusQuoAnalysis.Moves
    /// How many states are first reached in so many steps, from 0.
    public let layers: [Int]
    /// For each concept how many of its equilibria are reached; nil where equilibria cannot be known.
    public let reached: [Int?]
    /// For each concept the equilibrium that takes the fewest steps, lowest state first, with the moves to it; nil where
    /// none is reached.
    public let nearest: [[ConflictMove]?]
    /// The moves to each of the states asked for; nil where it is not reached.
    public let paths: [[ConflictMove]?]
  }

  /// How a conflict gets from the status quo to states, by improvements and by all moves.
  ///
  /// nil where the status quo is no state.
  ///
  /// - Complexity: O(*states* × *decision makers* + *moves*).
  public func reaches(to states: [Int]) -> [Reach]? {
    guard let start = state(of: model.statusQuo) else { return nil }
    let analysis = StatusQuoAnalysis(graph, from: start)
    return [.improvements, .all].map { (moves: StatusQuoAnalysis.Moves) in
      let layers = analysis.layers(moves)
      let found = layers.joined()
      let lasting = tables.map {
        $0.map { table in
          found.filter { table.stableFor[$0] == graph.everybody }
        }
      }
      return Reach(
        moves: moves,
        layers: layers.map { $0.count },
        reached: lasting.map { $0?.count },
        nearest: lasting.map { $0?.first.flatMap { analysis.path(to: $0, moves) } },
        paths: states.map { analysis.path(to: $0, moves) }
      )
    }
  }
}
