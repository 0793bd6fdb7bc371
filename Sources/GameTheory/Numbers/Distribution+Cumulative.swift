extension Distribution {
  /// The share of the distribution that lies below a value.
  ///
  /// The parameters must be sound. The share is precise to a few units in its last place, save next to
  /// the ends of a truncated normal distribution, where it is precise to 2^-66, and for the beta
  /// distribution, where the smaller of the shares below and above is precise to 2^-44 of itself.
  /// - Parameter value: any number but NaN.
  /// - Returns: a share in 0...1; 0 and 1 outside of the support.
  public func cumulative(_ value: Double) -> Double {
    if let ends = bounds {
      if value <= ends.low { return 0 }
      if value >= ends.high { return 1 }
    } else if value.isInfinite {
      return value < 0 ? 0 : 1
    }
    switch self {
    case .uniform(let low, let high):
      return (value - low) / (high - low)
    case .logUniform(let low, let high):
      return (Distribution.logRatio(value, low) / Distribution.logRatio(high, low)).value
    case .triangular(let low, let mode, let high):
      let width = high - low
      return value <= mode
        ? (value - low) / width * ((value - low) / (mode - low))
        : 1 - (high - value) / width * ((high - value) / (high - mode))
    case .normal(let mean, let deviation):
      return StandardNormal.cut(at: Distribution.deviations(value, mean, deviation)).lower.value
    case .truncatedNormal(let mean, let deviation, let low, let high):
      return TruncatedNormal(mean: mean, deviation: deviation, low: low, high: high)
        .cumulative(Distribution.deviations(value, mean, deviation))
    case .beta(let alpha, let beta, let low, let high):
      return IncompleteBeta(alpha: alpha, beta: beta)
        .cut(at: (value - low) / (high - low)).lower
    }
  }

  /// How many deviations a value lies from the mean; 50 of them stand for more.
  static func deviations(_ value: Double, _ mean: Double, _ deviation: Double) -> DoubleDouble {
    if value == mean { return DoubleDouble(0) }
    let quotient = (value - mean) / deviation
    if quotient > 50 { return DoubleDouble(50) }
    if quotient < -50 { return DoubleDouble(-50) }
    // Exact powers of two keep the parts of products among the normal numbers.
    let scale = max(abs(value), abs(mean), deviation) > 1 ? 0x1p-500 : 0x1p400
    return DoubleDouble.sum(value * scale, -mean * scale) / DoubleDouble(deviation * scale)
  }

  /// The logarithm of the ratio of two numbers above 0, precise too where they are neighbours.
  static func logRatio(_ high: Double, _ low: Double) -> DoubleDouble {
    guard high < 2 * low else {
      return ElementaryFunctions.log(DoubleDouble(high))
        - ElementaryFunctions.log(DoubleDouble(low))
    }
    let scale = low > 1 ? 0x1p-900 : 0x1p500
    return ElementaryFunctions.log(DoubleDouble(high * scale) / DoubleDouble(low * scale))
  }
}
