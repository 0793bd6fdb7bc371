import GameTheory

/// How much of an output's variance each axis of a design accounts for.
public struct SobolIndices: Sendable {
  /// The indices of one axis; none of them exists where the output does not vary.
  public struct Axis: Sendable {
    /// The first-order index: the share of the variance that the axis accounts for by itself.
    ///
    /// The output is centred by its mean over all A and B.
    /// - Source: Saltelli and others, Computer Physics Communications 181 (2010) 259, table 2 (b).
    public let firstOrder: Estimate?
    /// The same without centring, which is noisy where the mean is large.
    public let firstOrderUncentred: Estimate?
    /// The first-order index by another formula, better where it is large.
    ///
    /// - Source: Jansen, Computer Physics Communications 117 (1999) 35.
    public let firstOrderJansen: Estimate?
    /// The total index: the share that vanishes when the axis is held, interactions included.
    ///
    /// - Source: Jansen, Computer Physics Communications 117 (1999) 35.
    public let total: Estimate?
  }

  /// What two axes do together, beyond what each does by itself.
  public struct Pair: Sendable {
    /// The axes, the lower number first.
    public let first: Int
    /// The other axis.
    public let second: Int
    /// The second-order index: the share of the variance that the two account for together, less their
    /// first-order indices; nil where the output does not vary.
    ///
    /// The mean of the two estimators that the samples allow, centred by the mean over all A and B.
    /// - Source: Saltelli, Computer Physics Communications 145 (2002) 280, theorem 2.
    public let secondOrder: Estimate?
  }

  /// How many base points count.
  public let points: Int
  /// How many base points were left out because the output does not exist at one of their samples.
  public let pointsLeftOut: Int
  /// The mean over all A and B; nil without points.
  public let mean: Double?
  /// The variance over all A and B, divided by their number; nil without points.
  ///
  /// For a family of labels it is the sum over its indicators.
  public let variance: Double?
  /// The indices of each axis.
  public let axes: [Axis]
  /// The pairs of axes, 1 with 2, 1 with 3 and so on; none where the samples do not allow it.
  public let pairs: [Pair]

  init(
    _ parts: SobolParts,
    replicates: [SobolParts],
    _ form: SobolForm,
    pointsLeftOut: Int,
    hasMean: Bool
  ) {
    points = parts.points
    self.pointsLeftOut = pointsLeftOut
    let n = BigInteger(points)
    mean =
      hasMean ? quotient(parts.mean, BigInteger(2) * n, exponent: parts.meanUnit) : nil
    variance = quotient(parts.variance, BigInteger(4) * n * n, exponent: parts.unit)
    func estimate(_ share: (SobolParts) -> Double?) -> Estimate? {
      share(parts).map { Estimate($0, replicates: replicates.map(share)) }
    }
    axes = parts.total.indices.map { axis in
      Axis(
        firstOrder: estimate { quotient($0.centred[axis], $0.variance) },
        firstOrderUncentred: estimate { quotient($0.saltelli[axis], $0.variance) },
        firstOrderJansen: estimate { quotient($0.variance - $0.jansen[axis], $0.variance) },
        total: estimate { quotient($0.total[axis], $0.variance) }
      )
    }
    pairs = form.pairs.enumerated().map { pair, axes in
      Pair(
        first: axes.first,
        second: axes.second,
        secondOrder: estimate { quotient($0.secondOrder[pair], $0.variance) }
      )
    }
  }
}
