public import GameTheory

extension Design {
  /// The values that one varied number takes.
  public enum Axis: Sendable, Equatable {
    /// Listed values; designs that draw pick one of them, each as likely.
    case list([Double])
    /// Listed values with weights, which are not negative and not all 0; designs that draw pick one of
    /// them, as likely as its weight's share says.
    case weighted([Double], weights: [Double])
    /// All whole numbers of a range, each as likely; they and their count are at most 2^53.
    case integers(ClosedRange<Int>)
    /// A range, both ends included in principle.
    case range(ClosedRange<Double>)
    /// Values as likely as a distribution says.
    case distribution(Distribution)

    /// The lowest and highest value.
    public var range: ClosedRange<Double> {
      switch self {
      case .range(let range): range
      case .distribution(let distribution): distribution.reach
      case .integers(let range): Double(range.lowerBound)...Double(range.upperBound)
      case .list(let list), .weighted(let list, _): (list.min() ?? 0)...(list.max() ?? 0)
      }
    }
  }

  /// For each axis the lowest and highest value that a sample can have, the baseline's among them.
  public var ranges: [ClosedRange<Double>] {
    axes.indices.map { axis in
      let range = axes[axis].range
      guard kind == .oat else { return range }
      return min(range.lowerBound, baseline[axis])...max(range.upperBound, baseline[axis])
    }
  }

  /// The values that an axis takes, ascending, where they are known to be few.
  func fewValues(ofAxis axis: Int, atMost limit: Int) -> [Double]? {
    let listed = placements[axis].listed
    guard !(kind.draws && axes[axis].isContinuous) else { return nil }
    var distinct: Set<Double> = kind == .oat ? [baseline[axis]] : []
    for index in 0..<listed.count {
      distinct.insert(listed[index])
      if distinct.count > limit { return nil }
    }
    return distinct.sorted()
  }
}

extension Design.Axis {
  /// Whether values pass from one to the next without a gap.
  var isContinuous: Bool {
    switch self {
    case .range, .distribution: true
    case .list, .weighted, .integers: false
    }
  }
}
