/// A number found from samples, and how far it may be off.
public struct Estimate: Sendable, Equatable {
  /// The number.
  public let value: Double
  /// The standard deviation over the replicates; nil without replicates.
  public let standardError: Double?
  /// From where to where the middle 95 % of the replicates reach; nil without replicates.
  public let percentiles: ClosedRange<Double>?

  /// The standard normal quantile of 0.975.
  private static let normalQuantile = 1.959963984540054

  /// Creates an estimate from its value in all points and in each replicate.
  ///
  /// Replicates in which the number does not exist are nil; with more than one such in twenty, or fewer
  /// than 20 that are left, there is no error.
  public init(_ value: Double, replicates: [Double?]) {
    self.value = value
    let found = replicates.compactMap { $0 }.sorted()
    guard found.count >= 20, found.count * 20 >= replicates.count * 19 else {
      standardError = nil
      percentiles = nil
      return
    }
    let mean = found.reduce(0, +) / Double(found.count)
    let squares = found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardError = (squares / Double(found.count - 1)).squareRoot()
    percentiles = Estimate.quantile(0.025, of: found)...Estimate.quantile(0.975, of: found)
  }

  /// The value give or take 1.96 standard errors; nil without replicates.
  public var normalInterval: ClosedRange<Double>? {
    standardError.map { error in
      value - Estimate.normalQuantile * error...value + Estimate.normalQuantile * error
    }
  }

  /// A quantile of sorted numbers, between neighbours by straight line.
  ///
  /// - Source: Hyndman and Fan, Sample quantiles in statistical packages (1996), definition 7.
  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let index = min(Int(place), sorted.count - 1)
    let next = min(index + 1, sorted.count - 1)
    return sorted[index] + (place - Double(index)) * (sorted[next] - sorted[index])
  }
}
