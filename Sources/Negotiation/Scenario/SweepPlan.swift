public import Documents
public import GameTheory

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
  /// Among how many levels a Morris design moves, an even number; nil when not stated.
  public var levels: Int?
  /// What is varied, in file order.
  public var axes: [Axis]
  /// The samples themselves, where they are given one by one; what is varied is empty then.
  public var points: PointsTable?

  /// Creates a sweep.
  public init(
    name: String,
    title: String,
    design: Design,
    samples: Int?,
    seed: UInt64?,
    levels: Int? = nil,
    axes: [Axis],
    points: PointsTable? = nil
  ) {
    self.name = name
    self.title = title
    self.design = design
    self.samples = samples
    self.seed = seed
    self.levels = levels
    self.axes = axes
    self.points = points
  }

  /// How samples are chosen.
  public enum Design: String, Sendable, CaseIterable {
    /// Every combination of the listed values.
    case grid
    /// Lists in step.
    case zip
    /// Samples given one by one.
    case points
    /// Independent draws.
    case random
    /// A Latin hypercube.
    case latin
    /// Scrambled Sobol' points.
    case sobol
    /// Pairs of Sobol' points, and mixtures of each.
    case saltelli
    /// Trajectories that move one number at a time.
    case morris
    /// The scenario's own values, and one number at a time away from them.
    case oat

    /// Whether samples are drawn, so that it matters how many are asked for and with which seed.
    public var draws: Bool {
      switch self {
      case .grid, .zip, .points, .oat: false
      case .random, .latin, .sobol, .saltelli, .morris: true
      }
    }
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
    /// Values as likely as a distribution says.
    case distribution(ValueDistribution)
  }
}
