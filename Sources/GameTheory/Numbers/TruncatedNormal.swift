/// A normal distribution cut off at two ends, in units of deviations from the mean.
struct TruncatedNormal: Sendable {
  private let below: StandardNormal.Cut
  private let above: StandardNormal.Cut
  /// The share of the whole distribution that lies between the ends.
  let mass: DoubleDouble

  /// Cuts a distribution at two ends, in the unit of its mean.
  init(mean: Double, deviation: Double, low: Double, high: Double) {
    below = StandardNormal.cut(at: Distribution.deviations(low, mean, deviation))
    above = StandardNormal.cut(at: Distribution.deviations(high, mean, deviation))
    mass = TruncatedNormal.share(below, above)
  }

  /// The share of the whole distribution between two numbers.
  private static func share(
    _ low: StandardNormal.Cut,
    _ high: StandardNormal.Cut
  ) -> DoubleDouble {
    if low.offset.high > 0 { return low.upper - high.upper }
    if high.offset.high < 0 { return high.lower - low.lower }
    return high.offset - low.offset
  }

  /// The number of deviations from the mean below which a share inside 0...1 lies.
  func quantile(_ share: Double) -> Double {
    let offset = below.offset + mass * share
    return StandardNormal.quantile(
      offset: rounded(offset),
      lower: rounded(below.lower + mass * share),
      upper: rounded(above.upper + mass * DoubleDouble.sum(1, -share))
    )
  }

  /// The share below a number of deviations from the mean that lies between the ends.
  func cumulative(_ number: DoubleDouble) -> Double {
    let cut = StandardNormal.cut(at: number)
    return (TruncatedNormal.share(below, cut) / mass).value
  }

  /// A number to 62 bits: neighbours are then farther apart than the errors of logarithms.
  private func rounded(_ number: DoubleDouble) -> DoubleDouble {
    // Adding this leaves no bits below 2^-62 of the number, give or take a bit.
    let large = number.high * 0x1.8p-9
    return DoubleDouble(number.high, (number.low + large) - large)
  }
}
