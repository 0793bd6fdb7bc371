import GameTheory

/// The sums of one output over samples, in all and in each bin.
struct BinnedSums: Sendable {
  /// The sum, that of the squares, and the sum in each bin.
  private(set) var sums: ResampledSums

  init(bins: Int, replicates: Int) {
    sums = ResampledSums(count: 2 + bins, replicates: replicates)
  }

  /// Adds a sample's output, which lies in some bins.
  mutating func add(_ value: Double, _ bins: [Int]) {
    sums.addPoint()
    sums.add(value, to: 0)
    sums.add(value, times: value, to: 1)
    for bin in bins { sums.add(value, to: 2 + bin) }
  }

  mutating func endGroup(_ weights: [Int]) { sums.endGroup(weights) }

  mutating func settle() { sums.settle() }

  mutating func merge(_ other: BinnedSums) { sums.merge(other.sums) }

  /// n^2 times the variance, with its unit.
  static func variance(_ sums: ExactSums, points: Int) -> (BigInteger, unit: Int) {
    let unit = sums.unit
    let squares = (BigInteger(points) * sums.numerator(1)).shifted(left: max(0, -unit))
    let sum = sums.numerator(0)
    return (squares - (sum * sum).shifted(left: max(0, unit)), min(unit, 2 * unit))
  }

  /// The variance of the means in some bins: the sum of D_b^2 / n_b, where D_b = n S_b - n_b S is exact, so
  /// that a large mean costs no digits; by n and n^2 times the variance gives the index.
  ///
  /// - Returns: the share of the variance between the bins of an axis, not corrected, and in how many of
  ///   them samples lie; nil where the output does not vary.
  static func share(
    _ sums: ExactSums,
    counts: ExactSums,
    points: Int,
    bins: Range<Int>
  ) -> (share: Double, bins: Int)? {
    let (variance, unit) = variance(sums, points: points)
    guard variance.signum > 0 else { return nil }
    let (n, sum) = (BigInteger(points), sums.numerator(0))
    var share = 0.0
    var filled = 0
    for bin in bins {
      let count = counts.numerator(bin).shifted(left: counts.unit)
      guard count.signum > 0 else { continue }
      filled += 1
      let difference = n * sums.numerator(2 + bin) - count * sum
      let part = quotient(
        difference * difference,
        count * n * variance,
        exponent: 2 * sums.unit - unit
      )
      share += part ?? 0
    }
    return (share, filled)
  }
}
