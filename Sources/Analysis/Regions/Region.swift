/// A box in a space of parameters: for each axis a range of numbers, or a set of labels.
public struct Region: Sendable, Equatable {
  /// One end of a range.
  public struct Bound: Sendable, Equatable {
    /// Where it lies.
    public let value: Double
    /// Whether the value itself belongs to the range.
    public let isIncluded: Bool

    /// Creates an end.
    public init(_ value: Double, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  /// What a region asks of one axis.
  public enum Limit: Sendable, Equatable {
    /// Numbers between two ends; nil where there is none.
    case range(lower: Bound?, upper: Bound?)
    /// For each label whether it belongs to the region.
    case labels([Bool])

    /// Whether it leaves anything out.
    public var isRestricting: Bool {
      switch self {
      case .range(let lower, let upper): lower != nil || upper != nil
      case .labels(let flags): flags.contains(false)
      }
    }

    /// Whether a value meets it.
    public func admits(_ value: Double) -> Bool {
      switch self {
      case .range(let lower, let upper):
        if let lower, lower.isIncluded ? value < lower.value : value <= lower.value { return false }
        if let upper, upper.isIncluded ? value > upper.value : value >= upper.value { return false }
        return true
      case .labels(let flags):
        return value >= 0 && value < Double(flags.count) && flags[Int(value)]
      }
    }
  }

  /// For each axis what is asked of it.
  public var limits: [Limit]

  /// The whole of a space.
  public init(wholeOf axes: [MarkedPoints.Axis]) {
    limits = axes.map { axis in
      axis.labels.map { .labels([Bool](repeating: true, count: $0.count)) }
        ?? .range(lower: nil, upper: nil)
    }
  }

  /// Whether a point, given by its value on every axis, lies in the region.
  public func contains(_ values: [Double]) -> Bool {
    for (limit, value) in zip(limits, values) where !limit.admits(value) { return false }
    return true
  }

  /// The axes that the region limits, ascending.
  public var restrictedAxes: [Int] { limits.indices.filter { limits[$0].isRestricting } }

  /// The region without its limit on an axis.
  public func lifting(_ axis: Int) -> Region {
    var lifted = self
    switch limits[axis] {
    case .range: lifted.limits[axis] = .range(lower: nil, upper: nil)
    case .labels(let flags):
      lifted.limits[axis] = .labels([Bool](repeating: true, count: flags.count))
    }
    return lifted
  }

  /// The region with one end of a range replaced.
  func with(lower: Bound?, on axis: Int) -> Region {
    guard case .range(_, let upper) = limits[axis] else { return self }
    var changed = self
    changed.limits[axis] = .range(lower: lower, upper: upper)
    return changed
  }

  /// The region with one end of a range replaced.
  func with(upper: Bound?, on axis: Int) -> Region {
    guard case .range(let lower, _) = limits[axis] else { return self }
    var changed = self
    changed.limits[axis] = .range(lower: lower, upper: upper)
    return changed
  }

  /// The region with a label taken in or left out.
  func with(label: Int, isIn: Bool, on axis: Int) -> Region {
    guard case .labels(var flags) = limits[axis] else { return self }
    flags[label] = isIn
    var changed = self
    changed.limits[axis] = .labels(flags)
    return changed
  }
}

/// A number between two neighbours, such that the lower stays below it or at it, the upper above it.
///
/// Half way, or the lower one where rounding would give the upper.
func middle(_ low: Double, _ high: Double) -> Double {
  let half = low / 2 + high / 2
  return half < high ? max(half, low) : low
}
