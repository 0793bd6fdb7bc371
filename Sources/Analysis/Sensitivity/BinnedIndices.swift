import GameTheory

/// How much of an output's variance each axis accounts for by itself, from samples of any design.
public struct BinnedIndices: Sendable {
  /// How many samples count.
  public let points: Int
  /// How many samples were left out because the output does not exist there.
  public let pointsLeftOut: Int
  /// The mean; nil without samples, and for several indicators at once.
  public let mean: Double?
  /// The variance, divided by the number of samples; summed over indicators, and nil without samples.
  public let variance: Double?
  /// The first-order index of each axis, which exists where the output varies.
  ///
  /// Its error is that of the replicates; their percentiles are too high, since resampling adds to what
  /// chance puts between bins, so the interval to use is ``Estimate/normalInterval``.
  public let axes: [Estimate?]

  init(_ outputs: [ResampledSums], _ counts: ResampledSums, bins: [Range<Int>], samples: Int) {
    points = counts.points
    pointsLeftOut = samples - counts.points
    let n = BigInteger(counts.points)
    mean =
      outputs.count == 1
      ? quotient(outputs[0].total.numerator(0), n, exponent: outputs[0].total.unit) : nil
    variance =
      counts.points == 0
      ? nil
      : outputs.reduce(0) { sum, output in
        let (variance, unit) = BinnedSums.variance(output.total, points: counts.points)
        return sum + (quotient(variance, n * n, exponent: unit) ?? 0)
      }
    axes = bins.map { axis in
      let whole = BinnedIndices.share(outputs.map { $0.total }, counts.total, counts.points, axis)
      guard let whole else { return nil }
      let replicates = counts.replicates.indices.map { replicate in
        BinnedIndices.share(
          outputs.map { $0.replicates[replicate] },
          counts.replicates[replicate],
          counts.replicatePoints[replicate],
          axis
        )
      }
      return Estimate(whole, replicates: replicates)
    }
  }

  /// The corrected share 1 - (1 - share) (n - 1) / (n - bins), over several outputs weighted by variance.
  private static func share(
    _ outputs: [ExactSums],
    _ counts: ExactSums,
    _ points: Int,
    _ axis: Range<Int>
  ) -> Double? {
    var between = 0.0
    var total = 0.0
    var filled = 0
    for output in outputs {
      let part = BinnedSums.share(output, counts: counts, points: points, bins: axis)
      guard let part else { continue }
      let (variance, unit) = BinnedSums.variance(output, points: points)
      // Of a single output the weight cancels; of indicators it is a plain number.
      let weight = outputs.count == 1 ? 1 : quotient(variance, 1, exponent: unit) ?? 0
      between += part.share * weight
      total += weight
      filled = part.bins
    }
    guard total > 0, points > filled else { return nil }
    return 1 - (1 - between / total) * Double(points - 1) / Double(points - filled)
  }
}
