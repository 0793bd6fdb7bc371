extension Design {
  /// Everything that the values of samples hang on but the seed and the count, in one fixed notation; `paths`
  /// are what the axes are called, in their order.
  public func identity(paths: [String]) -> String {
    var lines = [kind.rawValue]
    for (path, axis) in Swift.zip(paths, axes) {
      lines.append("\(path) \(Design.identity(of: axis))")
    }
    if kind == .morris { lines.append("levels \(levels)") }
    if kind == .oat { lines.append("baseline \(baseline)") }
    return lines.joined(separator: "\n")
  }

  private static func identity(of axis: Axis) -> String {
    switch axis {
    case .range(let range): "from \(range.lowerBound) to \(range.upperBound)"
    case .integers(let range): "integers from \(range.lowerBound) to \(range.upperBound)"
    case .list(let values): "in \(values)"
    case .weighted(let values, let weights): "in \(values) weighted \(weights)"
    }
  }

  /// Whether values hang on the seed.
  public var isSeeded: Bool { kind.draws }
}
