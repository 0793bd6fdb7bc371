/// How a number is distributed.
///
/// Parameters must be sound: see `mistake`.
public enum Distribution: Sendable, Hashable {
  /// Evenly between two ends.
  case uniform(low: Double, high: Double)
  /// With a logarithm that is even between those of two ends above 0.
  case logUniform(low: Double, high: Double)
  /// With a density that rises linearly from the low end to the mode and falls to the high end.
  case triangular(low: Double, mode: Double, high: Double)
  /// Normally, with a mean and a standard deviation.
  case normal(mean: Double, deviation: Double)
  /// As a normal number is, given that it lies between two ends.
  case truncatedNormal(mean: Double, deviation: Double, low: Double, high: Double)
  /// As a beta number of two shapes is, stretched from 0...1 to two ends.
  case beta(alpha: Double, beta: Double, low: Double, high: Double)

  /// The value below which a share of the distribution lies.
  ///
  /// The inverse of the distribution function, monotone in the share, within the support and finite: the
  /// tails of the normal distribution beyond a share of 2^-54 count as lying at their ends. Whoever needs
  /// many values makes a `QuantileFunction` once; it gives the same ones.
  /// - Parameter share: in 0...1.
  /// - Returns: the value; both ends of a bounded support exactly at 0 and 1.
  public func quantile(_ share: Double) -> Double {
    QuantileFunction(self).value(at: share)
  }

  /// The smallest range that is sure to hold all quantiles.
  ///
  /// The support where it is bounded; for the normal distribution from the quantile of 2^-54 to that of
  /// 1 - 2^-54, rounded outward: mean plus and minus 8.2924 deviations.
  public var reach: ClosedRange<Double> {
    switch self {
    case .uniform(let low, let high), .logUniform(let low, let high),
      .triangular(let low, _, let high), .truncatedNormal(_, _, let low, let high),
      .beta(_, _, let low, let high):
      low...high
    case .normal:
      quantile(0).nextDown...quantile(1).nextUp
    }
  }
}
