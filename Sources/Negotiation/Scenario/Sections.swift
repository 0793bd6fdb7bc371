public import Documents
public import GameTheory

/// Who moves when, seeing what: the `sequence` section.
public struct MoveOrder: Sendable {
  /// The moves in order; decisions not listed are settled at the same time as the last.
  public var moves: [Move]

  /// One decision being taken.
  public struct Move: Sendable {
    /// The index of the decision.
    public var decision: Int
    /// The indices of the earlier decisions that its player has seen.
    public var sees: [Int]
  }
}

/// One thing that a player may privately be after: an entry of the `motives` section.
public struct Motive: Sendable {
  /// The index of the player.
  public var player: Int
  /// The id of the type.
  public var id: String
  /// What the type is called in sentences.
  public var name: String
  /// How likely the others think it, above 0, at most 1.
  public var prior: Rational
  /// The stakes that replace the player's own.
  public var stakes: [Stake]
}

/// Positions on one continuum, for the spatial model: the `forecast` section.
public struct Forecast: Sendable {
  /// What the continuum is.
  public var name: String
  /// The unit of positions; empty for bare numbers.
  public var unit: String
  /// The lowest and highest position.
  public var range: ClosedRange<Rational>
  /// Where players stand.
  public var positions: [Position]

  /// Where one player stands.
  public struct Position: Sendable {
    /// The index of the player.
    public var player: Int
    /// The position, in the range.
    public var position: Rational
    /// How much the player cares, 0 to 100.
    public var salience: Rational
    /// What the player can bring to bear, at least 0.
    public var capability: Rational
  }
}

/// A partial outcome: some decisions with one option each, ascending by decision.
public struct Options: Sendable, Hashable {
  /// The decisions named and their options, as indices.
  public var choices: [Choice]

  /// One decision with one option.
  public struct Choice: Sendable, Hashable {
    /// The index of the decision.
    public var decision: Int
    /// The index of the option.
    public var option: Int

    /// Creates a choice.
    public init(decision: Int, option: Int) {
      self.decision = decision
      self.option = option
    }
  }

  /// Creates a partial outcome; the choices must name distinct decisions.
  public init(_ choices: [Choice] = []) {
    self.choices = choices.sorted { $0.decision < $1.decision }
  }
}

/// A named sweep: the numbers to vary and how to choose the samples.
public struct SweepPlan: Sendable {
  /// The name by which `--sweep` finds it.
  public var name: String
  /// What it is called; the name when not stated.
  public var title: String
  /// How samples are chosen.
  public var design: Design
  /// How many samples a design that draws takes; nil when not stated.
  public var samples: Int?
  /// The seed of a design that draws; nil when not stated.
  public var seed: UInt64?
  /// What is varied, in file order.
  public var axes: [Axis]

  /// Creates a sweep.
  public init(
    name: String,
    title: String,
    design: Design,
    samples: Int?,
    seed: UInt64?,
    axes: [Axis]
  ) {
    self.name = name
    self.title = title
    self.design = design
    self.samples = samples
    self.seed = seed
    self.axes = axes
  }

  /// How samples are chosen.
  public enum Design: String, Sendable, CaseIterable {
    /// Every combination of the listed values.
    case grid
    /// Independent uniform draws.
    case random
    /// A Latin hypercube.
    case latin
    /// Scrambled Sobol' points.
    case sobol
  }

  /// One number to vary.
  public struct Axis: Sendable {
    /// The path of the number.
    public var path: String
    /// Which values it takes.
    public var values: Values
    /// Where it is written, for diagnostics.
    public var location: Location

    /// Creates an axis.
    public init(path: String, values: Values, location: Location) {
      self.path = path
      self.values = values
      self.location = location
    }
  }

  /// Which values a varied number takes.
  public enum Values: Sendable {
    /// The range stated in the scenario.
    case stated
    /// A range, with the grid's default number of points.
    case range(ClosedRange<Rational>)
    /// A range in steps from the lower end.
    case step(ClosedRange<Rational>?, by: Rational)
    /// A range at evenly spaced points, 2 or more; the stated range when nil.
    case points(ClosedRange<Rational>?, Int)
    /// Listed values, in order.
    case list([Rational])
  }
}
