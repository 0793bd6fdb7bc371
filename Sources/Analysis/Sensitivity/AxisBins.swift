public import GameTheory

/// The bins into which the values of an axis fall: one for each value where they are few, else equal ones.
public struct AxisBins: Sendable {
  private let values: [Double]
  private let low: Double
  private let perUnit: Double
  private let distribution: Distribution?
  /// How many bins there are, empty ones included.
  public let count: Int

  /// Cuts an axis into bins.
  ///
  /// - Parameters:
  ///   - values: the values of an axis that has a list of them; none for a range.
  ///   - range: the lowest and highest value.
  ///   - limit: how many bins there are at most.
  public init(values: [Double], range: ClosedRange<Double>, limit: Int) {
    distribution = nil
    let distinct = Set(values).sorted()
    if !distinct.isEmpty, distinct.count <= limit {
      (self.values, count, low, perUnit) = (distinct, distinct.count, 0, 0)
      return
    }
    self.values = []
    count = limit
    low = range.lowerBound
    let scale = Double(limit) / (range.upperBound - range.lowerBound)
    perUnit = scale.isFinite ? scale : 0
  }

  /// Cuts an axis into bins that are equally likely.
  public init(_ distribution: Distribution, limit: Int) {
    self.distribution = distribution
    (values, count, low, perUnit) = ([], limit, 0, Double(limit))
  }

  /// The bin of a value; one beyond the range goes to the nearest.
  public func bin(of value: Double) -> Int {
    guard values.isEmpty else {
      var (first, end) = (0, values.count)
      while end - first > 1 {
        let middle = (first + end) / 2
        if values[middle] <= value { first = middle } else { end = middle }
      }
      return first
    }
    let place = ((distribution?.cumulative(value) ?? value) - low) * perUnit
    return place > 0 ? Int(min(place, Double(count - 1))) : 0
  }

  /// How many bins suit so many samples: about their cube root, from 2 to 48.
  public static func limit(forSamples samples: Int) -> Int {
    var root = 2
    while root < 48, (root + 1) * (root + 1) * (root + 1) <= samples { root += 1 }
    return root
  }
}
