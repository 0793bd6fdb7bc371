extension SpatialPolitics {
  /// Between which bounds risk attitudes lie, from the least to the most probable position.
  public enum RiskRange: Sendable, Hashable, CaseIterable {
    /// From 0 to 1.
    case least
    /// From -1/2 to 1.
    case middle
    /// From -1 to 1.
    case most
  }

  /// How far an actor sees another's risk attitude for what it is, and not for its own.
  public enum Perception: Sendable, Hashable, CaseIterable {
    /// It takes its own for everybody's.
    case none
    /// One third of the other's, two thirds of its own.
    case oneThird
    /// Half of each.
    case half
    /// Two thirds of the other's.
    case twoThirds
    /// It sees the other's.
    case full

    /// What one actor takes another's risk attitude for.
    ///
    /// - Parameters:
    ///   - own: the attitude of who looks on.
    ///   - other: the attitude of who is looked at.
    /// - Returns: a mean of the two.
    public func perceived(own: Double, other: Double) -> Double {
      switch self {
      case .none: own
      case .oneThird: (2 * own + other) / 3
      case .half: (own + other) / 2
      case .twoThirds: (own + 2 * other) / 3
      case .full: other
      }
    }
  }

  /// What a third party puts at stake by taking a side in a contest.
  public enum Commitment: Sendable, Hashable, CaseIterable {
    /// Nothing: it keeps its position whoever wins.
    case none
    /// It keeps its position with the winner, and has to take the winner's where it backed the loser.
    case half
    /// It takes the winner's position, whichever side it backed.
    case full
  }

  /// How far two actors move towards each other on an issue.
  public enum Interpolation: Sendable, Hashable, CaseIterable {
    /// By saliences times probabilities of victory, rounded to four decimals.
    case linear
    /// By their squares, rounded to four decimals.
    case square
    /// By how much the probabilities of victory differ, and squares of saliences.
    ///
    /// Only the one less likely to win moves; not rounded.
    case difference
  }

  /// Whose view of the odds a bargain is made by.
  public enum BargainView: Sendable, Hashable, CaseIterable {
    /// That of the actor that challenges.
    case initiator
    /// One bargain by the view of each of the two.
    case both
    /// One bargain, the mean of these two, weighted with capability times salience.
    case weightedMean
  }

  /// How an actor's bargain is found among all that name it.
  public enum Transition: Sendable, Hashable {
    /// The most probable one.
    case deterministic
    /// Drawn by their probabilities; the draw depends on the seed, the turn and the actor only.
    case stochastic(seed: UInt64)
  }

  /// The options of the model, with the toolkit's defaults.
  public struct Settings: Sendable, Hashable {
    /// How strengths of coalitions become probabilities of victory, in choices between several options.
    public var victoryModel = VictoryModel.linear
    /// How differences in utility become votes.
    public var votingRule = VotingRule.proportional
    /// How victories in pairs become a distribution: of positions for risk, of bargains, and of outcomes.
    public var method = CoalitionExpectation.Method.conditional
    /// How bargains are chosen.
    public var transition = Transition.deterministic
    /// The bounds of risk attitudes.
    public var riskRange = RiskRange.middle
    /// How actors see others' risk attitudes.
    public var perception = Perception.oneThird
    /// What third parties put at stake.
    public var commitment = Commitment.half
    /// How far bargains go.
    public var interpolation = Interpolation.square
    /// Whose view counts.
    public var bargainView = BargainView.initiator
    /// By which share an actor's ideal point follows each actor's position; nil for ideal points at positions.
    ///
    /// One row for each actor, of numbers in 0...1 that add to 1 at most; the rest keeps to the old ideal
    /// point. All zero: ideal points never move.
    public var accommodation: [[Double]]?
    /// How many turns are played at least.
    public var leastTurns = 2
    /// How many turns are played at most, at least 1.
    public var turnLimit = 100
    /// The run ends when all actors together move by less than this share of what they moved at first.
    public var quietShare = 0.02

    /// Creates the toolkit's defaults.
    public init() {}

    func isSound(actors: Int) -> Bool {
      guard turnLimit >= 1, leastTurns >= 0, quietShare >= 0, quietShare.isFinite else {
        return false
      }
      guard let accommodation else { return true }
      return accommodation.count == actors
        && accommodation.allSatisfy { row in
          row.count == actors && row.allSatisfy { $0 >= 0 } && row.reduce(0, +) <= 1 + 0x1p-30
        }
    }
  }
}
