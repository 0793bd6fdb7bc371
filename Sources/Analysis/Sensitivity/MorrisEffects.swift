import GameTheory

/// The elementary effects of each axis of a design on one output.
public struct MorrisEffects: Sendable {
  /// The effects of one axis, in units of the output for a move along the axis's whole range.
  public struct Axis: Sendable {
    /// The mean effect.
    public let mu: Estimate
    /// The mean of the effects' magnitudes.
    public let muStar: Estimate
    /// The standard deviation of the effects, divided by one fewer than there are.
    ///
    /// It is large where the effect hangs on the other axes, or bends; nil for fewer than two trajectories.
    public let sigma: Estimate?
  }

  /// How many trajectories count.
  public let trajectories: Int
  /// How many were left out because the output does not exist at one of their samples.
  public let trajectoriesLeftOut: Int
  /// The effects of each axis; none without trajectories.
  public let axes: [Axis]

  init(_ sums: ResampledSums, counter: ResampledSums, axes: Int, trajectories: Int) {
    self.trajectories = counter.points
    trajectoriesLeftOut = trajectories - counter.points
    self.axes = (0..<axes).compactMap { axis in
      func estimate(_ find: (ExactSums, Int) -> Double?) -> Estimate? {
        find(sums.total, counter.points).map { value in
          Estimate(
            value,
            replicates: zip(sums.replicates, counter.replicatePoints).map { find($0, $1) }
          )
        }
      }
      guard
        let mu = estimate({ MorrisEffects.mean(of: 3 * axis, $0, $1) }),
        let muStar = estimate({ MorrisEffects.mean(of: 3 * axis + 1, $0, $1) })
      else { return nil }
      return Axis(
        mu: mu,
        muStar: muStar,
        sigma: estimate { MorrisEffects.deviation(axis, $0, $1) }
      )
    }
  }

  private static func mean(of sum: Int, _ sums: ExactSums, _ points: Int) -> Double? {
    quotient(sums.numerator(sum), BigInteger(points), exponent: sums.unit)
  }

  /// The square root of (n sum e^2 - (sum e)^2) / (n (n - 1)), whose numerator is exact.
  private static func deviation(_ axis: Int, _ sums: ExactSums, _ points: Int) -> Double? {
    guard points > 1 else { return nil }
    let n = BigInteger(points)
    let unit = sums.unit
    let sum = sums.numerator(3 * axis)
    let squares = (n * sums.numerator(3 * axis + 2)).shifted(left: max(0, -unit))
    let spread = squares - (sum * sum).shifted(left: max(0, unit))
    let variance = quotient(spread, n * BigInteger(points - 1), exponent: min(unit, 2 * unit))
    return variance?.squareRoot()
  }
}
