public import GameTheory

extension Coalitions {
  /// What coalitions are worth in the common unit, and how the worth of all could be divided.
  public struct Division: Sendable {
    /// Up to how many players the programmes of nucleolus and bargaining set are solved.
    public static let mostPlayers = 8

    /// The groups of the Owen value; empty where none were given.
    public let structure: [Coalition]
    /// By which measure values are found.
    public let worth: Worth
    /// What each coalition is worth by each measure, by its number, the empty one first.
    public let worths: [CoalitionWorth]
    /// The values found; nil where some coalition has no worth of its own by the measure.
    public let values: Values?

    /// Divisions of what all have together, one entry for each player.
    public struct Values: Sendable {
      /// The game.
      public let game: CoalitionalGame
      /// The Shapley value.
      public let shapley: [Rational]
      /// The Banzhaf value: what each adds on average to a coalition of others.
      public let banzhaf: [Rational]
      /// The Banzhaf values as shares in their sum; nil where that is 0.
      public let banzhafShares: [Rational]?
      /// The Owen value; nil where no structure was given.
      public let owen: [Rational]?
      /// A point of the core, or why it is empty.
      public let core: CoreAnswer
      /// The least and greatest that each has in the core; nil where it is empty.
      public let coreRanges: [ClosedRange<Rational>]?
      /// The least core; nil for one player.
      public let leastCore: LeastCore?
      /// The nucleolus; nil where all have less together than alone, and for too many players.
      public let nucleolus: [Rational]?
      /// The prenucleolus; nil for too many players.
      public let prenucleolus: [Rational]?
      /// Whether the Shapley value is in the core.
      public let isShapleyInCore: Bool
      /// Whether the Shapley value is in the bargaining set; nil for too many players.
      public let shapleyVerdict: BargainingVerdict?
    }

    init(
      _ game: StrategicCoalitions,
      _ exact: ExactGame,
      _ wishes: Wishes
    ) throws(CoalitionError) {
      structure = wishes.structure
      worth = wishes.worth
      worths = game.worths()
      var amounts: [Rational] = []
      for part in worths {
        switch wishes.worth {
        case .alpha: amounts.append(part.alpha)
        case .beta: amounts.append(part.beta)
        case .defensive:
          if part.coalition.isEmpty {
            amounts.append(0)
          } else if let range = part.defensive, range.lowerBound == range.upperBound {
            amounts.append(range.lowerBound)
          }
        }
      }
      values =
        amounts.count == worths.count
        ? try Values(
          CoalitionalGame(playerCount: game.game.playerCount, values: amounts),
          wishes.structure
        ) : nil
    }

    /// The coalitions without a worth of their own between them and the others: no equilibrium, or several of
    /// different worth.
    public var undecided: [CoalitionWorth] {
      worths.dropFirst().filter { part in
        part.defensive.map { $0.lowerBound != $0.upperBound } ?? true
      }
    }
  }
}

extension Coalitions.Division.Values {
  /// Finds all values of a game.
  ///
  /// - Parameters:
  ///   - game: the game.
  ///   - structure: groups that hold every player once; empty for none.
  /// - Throws: ``CoalitionError/notAPartition``.
  public init(_ game: CoalitionalGame, _ structure: [Coalition]) throws(CoalitionError) {
    let isSmall = game.playerCount <= Coalitions.Division.mostPlayers
    self.game = game
    shapley = game.shapleyValue()
    banzhaf = game.banzhafValue()
    banzhafShares = game.banzhafShares()
    owen = structure.isEmpty ? nil : try game.owenValue(structure)
    core = game.core()
    coreRanges = game.corePayoffRanges()
    leastCore = game.leastCore()
    nucleolus = isSmall ? (try? game.nucleolus())?.payoffs : nil
    prenucleolus = isSmall ? game.prenucleolus().payoffs : nil
    isShapleyInCore = game.isInCore(shapley)
    shapleyVerdict = isSmall ? game.bargainingVerdict(of: shapley) : nil
  }
}
