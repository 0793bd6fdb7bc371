public import GameTheory

/// A line on which players stand, for forecasts: an entry of the `forecast` section.
public struct Continuum: Sendable {
  /// The id by which it is asked for.
  public var id: String
  /// What the continuum is.
  public var name: String
  /// The unit of positions; empty for bare numbers.
  public var unit: String
  /// The lowest and highest position, which differ.
  public var range: ClosedRange<Rational>
  /// The index of the decision that the continuum is about; nil when not stated.
  public var decision: Int?
  /// Options of that decision placed on the continuum, ascending by place.
  public var marks: [Mark]
  /// What it rests on.
  public var because: [Reason]
  /// Where players stand, ascending by player; two or more have weight.
  public var positions: [Position]

  /// An option of the decision, placed on the continuum.
  public struct Mark: Sendable, Hashable {
    /// The index of the option.
    public var option: Int
    /// Its place, in the range; no two are the same.
    public var place: Rational

    /// Creates a mark.
    public init(option: Int, place: Rational) {
      self.option = option
      self.place = place
    }
  }

  /// Where one player stands, and what it brings to bear.
  public struct Position: Sendable {
    /// The index of the player.
    public var player: Int
    /// The position, in the range.
    public var position: Estimate
    /// How much the player cares, 0 to 100.
    public var salience: Estimate
    /// What the player can bring to bear if it cares for nothing else, at least 0.
    public var capability: Estimate
    /// What all of this rests on.
    public var because: [Reason]

    /// Whether the player counts: its salience and its capability are above 0.
    public var hasWeight: Bool { salience.low.signum > 0 && capability.low.signum > 0 }

    /// Position, salience and capability.
    public var estimates: [Estimate] { [position, salience, capability] }
  }

  /// A number of which the bounds and the likeliest value are known.
  public struct Estimate: Sendable, Hashable {
    /// The lowest value.
    public var low: Rational
    /// The likeliest value.
    public var mode: Rational
    /// The highest value.
    public var high: Rational

    /// Creates an estimate; the three ascend, or are the same.
    public init(low: Rational, mode: Rational, high: Rational) {
      self.low = low
      self.mode = mode
      self.high = high
    }

    /// Creates an estimate of a number that is known.
    public init(_ value: Rational) {
      self.init(low: value, mode: value, high: value)
    }

    /// The sizes that numbers other than 0 may have, which leave machine arithmetic room.
    public static let reach: ClosedRange<Rational> = {
      let most = Rational(10).power(12)
      return 1 / most...most
    }()

    /// Whether every number is 0 or of a size within ``reach``.
    public var isWithinReach: Bool {
      [low, mode, high].allSatisfy { $0.signum == 0 || Estimate.reach.contains($0.magnitude) }
    }

    /// Whether there is more than one value.
    public var isUncertain: Bool { low < high }
  }

  /// Whether some number is uncertain of a player that counts.
  public var isUncertain: Bool {
    positions.contains { $0.hasWeight && $0.estimates.contains { $0.isUncertain } }
  }
}
