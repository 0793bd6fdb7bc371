extension Distribution {
  /// What can be wrong with parameters.
  public enum Mistake: Sendable, Hashable {
    /// A parameter is not a finite number.
    case notFinite
    /// The low end is not below the high end.
    case emptyRange
    /// The low end of a log-uniform distribution is not above 0.
    case lowNotPositive
    /// The mode lies outside of the ends.
    case modeOutside
    /// The deviation is not above 0.
    case deviationNotPositive
    /// A shape is not above 0.
    case shapeNotPositive
    /// A shape is below 0.001 or above 1e7.
    case shapeBeyondReach
    /// The normal distribution has no mass, or less than 2^-800, between the ends.
    case noMass
    /// The width is too large for a number.
    case tooWide
  }

  /// What is wrong with the parameters first of all; nil where they are sound.
  public var mistake: Mistake? {
    guard parameters.allSatisfy({ $0.isFinite }) else { return .notFinite }
    if let ends = bounds {
      guard ends.low < ends.high else { return .emptyRange }
      guard (ends.high - ends.low).isFinite else { return .tooWide }
    }
    switch self {
    case .uniform: return nil
    case .logUniform(let low, _): return low > 0 ? nil : .lowNotPositive
    case .triangular(let low, let mode, let high):
      return low <= mode && mode <= high ? nil : .modeOutside
    case .normal(let mean, let deviation):
      guard deviation > 0 else { return .deviationNotPositive }
      return (abs(mean) + 9 * deviation).isFinite ? nil : .tooWide
    case .truncatedNormal(let mean, let deviation, let low, let high):
      guard deviation > 0 else { return .deviationNotPositive }
      return Distribution.mistake(mean: mean, deviation: deviation, low: low, high: high)
    case .beta(let alpha, let beta, _, _):
      guard alpha > 0, beta > 0 else { return .shapeNotPositive }
      let range = 0.001...1e7
      return range.contains(alpha) && range.contains(beta) ? nil : .shapeBeyondReach
    }
  }

  private static func mistake(
    mean: Double,
    deviation: Double,
    low: Double,
    high: Double
  ) -> Mistake? {
    let largest = max(abs(mean), deviation, abs(low), abs(high))
    guard largest < 0x1p900 else { return .tooWide }
    // An end that is far off counts as infinitely far.
    guard low < mean + 40 * deviation, high > mean - 40 * deviation else { return .noMass }
    let mass = TruncatedNormal(mean: mean, deviation: deviation, low: low, high: high).mass
    return mass.high >= 0x1p-800 ? nil : .noMass
  }

  private var parameters: [Double] {
    switch self {
    case .uniform(let low, let high), .logUniform(let low, let high): [low, high]
    case .triangular(let low, let mode, let high): [low, mode, high]
    case .normal(let mean, let deviation): [mean, deviation]
    case .truncatedNormal(let mean, let deviation, let low, let high):
      [mean, deviation, low, high]
    case .beta(let alpha, let beta, let low, let high): [alpha, beta, low, high]
    }
  }

  /// The ends of a bounded support.
  var bounds: (low: Double, high: Double)? {
    switch self {
    case .uniform(let low, let high), .logUniform(let low, let high),
      .triangular(let low, _, let high), .truncatedNormal(_, _, let low, let high),
      .beta(_, _, let low, let high):
      (low, high)
    case .normal: nil
    }
  }
}
