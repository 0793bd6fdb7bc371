/// Bueno de Mesquita's expected utility model of a bargaining on one issue.
///
/// Actors stand on a line, with a capability c and a salience s each; R is the distance between the extreme
/// positions. In every round each actor works out what it would get by challenging each other one, as it
/// sees the world, and whether it has to give way:
///
///     votes of k between a and b   v(k) = c(k) s(k) (|x(k) - b| - |x(k) - a|) / R
///     success, failure, no change  2 - 4 (1/2 - d/2)^r,  2 - 4 (1/2 + d/2)^r,  2 - 4 (1/2)^r,  d = |x(i) - x(j)| / R
///     i challenges j               E = s(j) (P success + (1 - P) failure) + (1 - s(j)) success - Q (no change) - ...
///     security of i                the sum over j of E(j challenges i), all with r = 1
///     its risk exponent r          (1 - b/3) / (1 + b/3), b from -1 for the safest to 1 for the most exposed
///
/// Three incompatible readings of P are in circulation, and each forecasts something else from the same
/// data. A reading is declared, and no answer mixes two.
///
/// An actor without capability or salience has no vote; the equations count it among the others all the
/// same. One actor alone, or all at one place, stay where they are.
///
/// Sums run over actors in their order. Where two offers are equally good, up to 2^-40 of the range, the
/// one of the actor that comes first is accepted; all else is the same for actors in another order.
///
/// - Source: Scholz, Calbert and Smith, Unravelling Bueno de Mesquita's group decision model, Journal of
///   Theoretical Politics 23 (2011), equations 5-7, 15-16, 22-36.
public struct ExpectedUtilityModel: Sendable {
  /// How the probability that an actor beats another is read from votes.
  public enum Reading: Sendable, Hashable, CaseIterable {
    /// As printed: votes for over all votes, so that P(ij) + P(ji) = 1.
    case paper
    /// The surplus of votes, or 0, over all votes.
    case net
    /// As in the program that reproduces the printed table of results.
    ///
    /// Each actor votes with its own risk exponent, distances d^r; votes for, over the magnitudes of all
    /// actors' votes between all ordered pairs of actors' positions, so that every P is tiny.
    case code
  }

  /// Which of the offers that an actor has it accepts.
  public enum Acceptance: Sendable, Hashable {
    /// A confrontation if there is one, else a compromise, else a capitulation; of these the least movement.
    case leastMovement
    /// The offer of the proposer with the most weight c s; of equals the least movement.
    case mostPower
    /// As in the program that reproduces the printed results.
    ///
    /// A confrontation if there is one, with the least movement; else the compromise for which
    /// (|a| x(i) + |b| x(j)) / (|a| + |b|) is smallest, which favours low positions. No capitulation.
    case program
  }

  /// What a confrontation does that an actor expects to lose.
  public enum Conflict: Sendable, Hashable {
    /// The loser moves to the winner's position.
    case loserMoves
    /// The loser holds out this round, and accepts nothing else.
    case nobodyMoves
  }

  /// Which distance between extreme positions others are measured by.
  public enum Range: Sendable, Hashable {
    /// That before the first round.
    case initial
    /// That before the round.
    case current
  }

  /// What the equations leave open.
  public struct Settings: Sendable, Hashable {
    /// How probabilities are read.
    public var reading: Reading
    /// Q, the probability that nothing changes where nobody challenges; in 0...1, and 1 drops the rest.
    public var statusQuoProbability = 1.0
    /// Which offer is accepted.
    public var acceptance: Acceptance
    /// What confrontations do.
    public var conflict = Conflict.loserMoves
    /// What distances are measured by.
    public var range = Range.initial
    /// The run ends when the median moves by less than this share of the initial range; nil for never.
    public var quietShare: Double? = 0.001
    /// For how many rounds on end it must do so, at least 1.
    public var quietRounds = 1
    /// A state is repeated where every position is the same up to this share of the initial range.
    public var repeatShare = 0x1p-40
    /// How many rounds are played at most, at least 1.
    public var roundLimit = 100

    /// Creates the settings of a reading: least movement, and for the code the acceptance of the program.
    public init(reading: Reading) {
      self.reading = reading
      acceptance = reading == .code ? .program : .leastMovement
    }
  }

  /// The actors, on one issue.
  public let actors: [SpatialActor]
  /// What the equations leave open.
  public let settings: Settings
  /// Capability times salience, actor by actor.
  public let weights: [Double]
  /// The distance between the extreme positions before the first round.
  public let initialRange: Double

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - actors: one or more on one issue each, some of weight above 0; a capability may be 0.
  ///   - settings: what the equations leave open.
  /// - Throws: what is wrong first of all.
  public init(_ actors: [SpatialActor], settings: Settings) throws(SpatialMistake) {
    if let mistake = SpatialMistake.first(in: actors, issues: 1, allowsTrifles: true) {
      throw mistake
    }
    let weights = actors.map { $0.weight }
    guard weights.contains(where: { $0 > 0 }) else { throw .salience(actor: 0) }
    let shares = [settings.statusQuoProbability, settings.quietShare ?? 0, settings.repeatShare]
    guard shares.allSatisfy({ $0 >= 0 && $0 <= 1 }), settings.roundLimit >= 1,
      settings.quietRounds >= 1
    else {
      throw .setting
    }
    self.actors = actors
    self.settings = settings
    self.weights = weights
    initialRange = ExpectedUtilityModel.range(of: actors.map { $0.positions[0] })
  }

  /// Where the actors stand before the first round.
  public var initialPositions: [Double] { actors.map { $0.positions[0] } }

  static func range(of positions: [Double]) -> Double {
    var low = positions[0]
    var high = positions[0]
    for position in positions {
      low = min(low, position)
      high = max(high, position)
    }
    return high - low
  }
}
