import GameTheory

/// Which samples a sweep takes: for each sample a value on each axis.
///
/// A sample depends on the design, its seed and its own number only.
public struct Design: Sendable {
  /// How samples are chosen.
  public enum Kind: String, Sendable, CaseIterable {
    /// Every combination of the listed values, the last axis varying fastest.
    case grid
    /// Lists in step: the first sample has the first value of each, and so on.
    case zip
    /// Samples given one by one.
    case points
    /// Independent draws.
    case random
    /// One draw from each of equally many slices of every axis, matched at random.
    case latin
    /// Sobol' points in Gray-code order, scrambled by a hash of the seed and the axis.
    case sobol
    /// Pairs of Sobol' points, and the first of each with one coordinate at a time taken from the second;
    /// for second-order indices also the second with one coordinate at a time taken from the first.
    case saltelli
    /// Trajectories that move one axis at a time, from and to levels chosen at random.
    case morris
    /// A baseline, and samples that differ from it on one axis.
    case oat
  }

  /// How samples are chosen.
  public let kind: Kind
  /// The axes.
  public let axes: [Axis]
  /// How many samples there are.
  public let count: Int
  /// What was asked for: base points, trajectories, or else samples.
  public let samples: Int
  /// The seed of what is drawn.
  public let seed: UInt64
  /// Among how many levels trajectories move, an even number.
  public let levels: Int
  /// Whether a Saltelli design has the samples that second-order indices need.
  public let hasSecondOrder: Bool
  /// The values from which one axis at a time departs.
  public let baseline: [Double]
  /// What must hold between the values of a sample.
  public let constraints: [Constraint]
  /// For each axis what its values are called; nothing where they are numbers.
  public let labels: [[Label]]

  /// How many samples in a row belong together: a pair of Sobol' points with all that is made of it, or a
  /// trajectory; 1 where every sample stands alone.
  public let groupSize: Int

  /// How values are found on each axis.
  let placements: [Placement]
  /// For each axis of a grid how many samples pass from one value to the next; for each axis of a one-at-a-time
  /// design the number of its first sample.
  let strides: [Int]
  /// The keys that scramble the dimensions of Sobol' points.
  let scrambleKeys: [UInt32]

  /// The most axes that Sobol' points are to be had for.
  public static let sobolLimit = SobolDirections.dimensions
  /// The most axes of a Saltelli design, which takes two dimensions for each.
  public static let saltelliLimit = SobolDirections.dimensions / 2
  /// Among how many levels trajectories move unless stated.
  public static let defaultLevels = 8

  /// Creates a design.
  ///
  /// - Parameters:
  ///   - kind: how samples are chosen.
  ///   - axes: the axes; for designs in step, lists of equal length.
  ///   - samples: how many samples, base points or trajectories are drawn; what the values make by
  ///     themselves counts otherwise. The count of samples that results must fit an `Int`.
  ///   - seed: the seed of what is drawn.
  ///   - levels: among how many levels trajectories move: an even number, 2 or more.
  ///   - hasSecondOrder: whether a Saltelli design has the samples that second-order indices need.
  ///   - baseline: for a one-at-a-time design the value of each axis that the others depart from; the
  ///     lowest where nil.
  ///   - constraints: what must hold between the values. Random samples are drawn until it does, a thousand
  ///     times at most; a sample of another design that violates one has a failure.
  ///   - labels: for each axis what its values are called; nothing where nil.
  public init(
    kind: Kind,
    axes: [Axis],
    samples: Int,
    seed: UInt64,
    levels: Int = Design.defaultLevels,
    hasSecondOrder: Bool = false,
    baseline: [Double]? = nil,
    constraints: [Constraint] = [],
    labels: [[Label]]? = nil
  ) {
    precondition(baseline?.count ?? axes.count == axes.count, "a baseline value for each axis")
    precondition(levels >= 2 && levels % 2 == 0, "an even number of levels")
    precondition(kind == .saltelli || !hasSecondOrder, "second order with a Saltelli design only")
    precondition(labels?.count ?? axes.count == axes.count, "a list of labels for each axis")
    self.kind = kind
    self.axes = axes
    self.samples = samples
    self.seed = seed
    self.levels = levels
    self.hasSecondOrder = hasSecondOrder
    self.constraints = constraints
    self.labels = labels ?? axes.map { _ in [] }
    self.baseline = baseline ?? axes.map { $0.range.lowerBound }
    placements = axes.map { Placement($0) }
    let sizes = placements.map { $0.listed.count }
    groupSize = Design.groupSize(of: kind, axes: axes.count, hasSecondOrder: hasSecondOrder)
    (count, strides) = Design.extent(of: kind, sizes: sizes, groups: samples, of: groupSize)
    let dimensions = kind == .saltelli ? 2 * axes.count : kind == .sobol ? axes.count : 0
    scrambleKeys = (0..<dimensions).map { dimension in
      UInt32(
        truncatingIfNeeded: CounterRandom.bits(
          seed: seed,
          row: .max - 1,
          column: UInt64(dimension)
        )
      )
    }
  }

  /// How many samples there are, and the strides of the axes, which have so many listed values each.
  private static func extent(
    of kind: Kind,
    sizes: [Int],
    groups: Int,
    of groupSize: Int
  ) -> (count: Int, strides: [Int]) {
    var strides = [Int](repeating: 1, count: sizes.count)
    switch kind {
    case .grid:
      var product = 1
      for axis in sizes.indices.reversed() {
        strides[axis] = product
        product *= sizes[axis]
      }
      return (product, strides)
    case .zip, .points: return (sizes.min() ?? 0, strides)
    case .random, .latin, .sobol, .saltelli, .morris: return (groups * groupSize, strides)
    case .oat:
      var next = 1
      for axis in sizes.indices {
        strides[axis] = next
        next += sizes[axis]
      }
      return (next, strides)
    }
  }

  /// What a value is called.
  public struct Label: Sendable, Equatable {
    /// The value.
    public let value: Double
    /// What it is called, such as `true` or the name of an option.
    public let text: String

    /// Creates a label.
    public init(value: Double, text: String) {
      self.value = value
      self.text = text
    }
  }

  /// How many samples belong together in a design of a kind over so many axes.
  public static func groupSize(of kind: Kind, axes: Int, hasSecondOrder: Bool = false) -> Int {
    switch kind {
    case .saltelli: (hasSecondOrder ? 2 : 1) * axes + 2
    case .morris: axes + 1
    case .grid, .zip, .points, .random, .latin, .sobol, .oat: 1
    }
  }
}
