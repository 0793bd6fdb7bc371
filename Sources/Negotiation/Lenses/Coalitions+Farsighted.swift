import GameTheory

extension Coalitions {
  /// What players who look ahead would stand by, each coalition being free to change what its members do.
  public enum Farsighted: Sendable {
    /// The stable sets by indirect dominance, maybe none, as outcomes; all of them, or those that were found in time.
    case stableSets([[Int]], isComplete: Bool)
    /// The largest consistent set, as outcomes: there are too many outcomes for stable sets.
    case largestConsistentSet([Int])
    /// There are too many outcomes for either.
    case leftOut

    /// Up to how many outcomes stable sets are looked for.
    public static let mostOutcomesOfStableSets = FarsightedGame.mostOutcomesOfStableSets
    /// Up to how many outcomes the largest consistent set is looked for.
    public static let mostOutcomes = 512

    init(_ exact: ExactGame) {
      let count = exact.strategic.profiles.count
      guard count <= Farsighted.mostOutcomes, let game = try? FarsightedGame(exact.strategic)
      else {
        self = .leftOut
        return
      }
      let outcomes = (0..<count).map { exact.outcome(of: $0) }
      guard let sets = try? game.farsightedStableSets() else {
        self = .largestConsistentSet(game.largestConsistentSet().map { outcomes[$0] }.sorted())
        return
      }
      switch sets {
      case .all(let sets):
        self = .stableSets(sets.map { $0.map { outcomes[$0] }.sorted() }, isComplete: true)
      case .stopped(let sets):
        self = .stableSets(sets.map { $0.map { outcomes[$0] }.sorted() }, isComplete: false)
      }
    }
  }
}
