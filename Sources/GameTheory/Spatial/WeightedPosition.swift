/// The first cuts of a forecast: weighted median and weighted mean of positions.
///
/// Sums run in the order of the lists for the mean, in ascending order of positions for the median, so the
/// same input gives the same bits on every machine; actors in another order give the same up to rounding.
public enum WeightedPosition {
  /// The weighted median: the Condorcet winner where votes are weights times differences in distance.
  ///
  /// It is each point with at most half of the weight on either side, which is where the weighted sum of
  /// distances is smallest. Such points are a range; mostly it is one position. The range is wider exactly
  /// where half of the weight lies on either side of it, up to 2^-40 of the weight; then every point of it
  /// beats no other, and by convention its lower end stands for it.
  ///
  /// - Parameters:
  ///   - positions: one or more finite numbers.
  ///   - weights: one for each position, not negative, not all 0.
  /// - Returns: the range of all medians; both ends are positions.
  /// - Complexity: O(n log n) for n positions.
  /// - Source: Black, On the rationale of group decision-making (1948); Scholz, Calbert and Smith,
  ///   Unravelling Bueno de Mesquita's group decision model (2011), section 3.
  public static func median(_ positions: [Double], weights: [Double]) -> ClosedRange<Double> {
    precondition(positions.count == weights.count && !positions.isEmpty)
    let order = positions.indices.filter { weights[$0] > 0 }.sorted {
      (positions[$0], $0) < (positions[$1], $1)
    }
    precondition(!order.isEmpty, "some weight is above 0")
    let total = order.reduce(0) { $0 + weights[$1] }
    let tolerance = total * 0x1p-40
    var sum = 0.0
    for (rank, index) in order.enumerated() {
      sum += weights[index]
      let excess = 2 * sum - total
      if excess > tolerance || rank + 1 == order.count {
        return positions[index]...positions[index]
      }
      if excess >= -tolerance { return positions[index]...positions[order[rank + 1]] }
    }
    preconditionFailure("the last position ends the search")
  }

  /// The weighted mean.
  ///
  /// - Parameters:
  ///   - positions: one or more finite numbers.
  ///   - weights: one for each position, not negative, not all 0.
  /// - Returns: the sum of weight times position over the sum of weights, both in the order given.
  public static func mean(_ positions: [Double], weights: [Double]) -> Double {
    precondition(positions.count == weights.count && !positions.isEmpty)
    var top = 0.0
    var bottom = 0.0
    for index in positions.indices {
      top += weights[index] * positions[index]
      bottom += weights[index]
    }
    return top / bottom
  }
}
