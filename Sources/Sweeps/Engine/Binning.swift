/// How the values of an axis are put into bins.
enum Binning: Sendable {
  /// A bin for each value, ascending.
  case values([Double])
  /// Bins of equal width.
  case range(low: Double, perUnit: Double)

  /// Into how many bins a range is divided, at most.
  static let limit = 32

  init(_ design: Design, axis: Int) {
    if let values = design.fewValues(ofAxis: axis, atMost: Binning.limit) {
      self = .values(values)
      return
    }
    let range = design.ranges[axis]
    let perUnit = Double(Binning.limit) / (range.upperBound - range.lowerBound)
    self = .range(low: range.lowerBound, perUnit: perUnit.isFinite ? perUnit : 0)
  }

  var count: Int {
    switch self {
    case .values(let values): values.count
    case .range: Binning.limit
    }
  }

  func bin(_ value: Double) -> Int {
    switch self {
    case .values(let values):
      var low = 0
      var high = values.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if values[middle] <= value { low = middle } else { high = middle }
      }
      return low
    case .range(let low, let perUnit):
      return min(max(0, Int((value - low) * perUnit)), Binning.limit - 1)
    }
  }
}
