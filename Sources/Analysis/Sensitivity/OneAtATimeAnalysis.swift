/// What departing from a baseline does on one axis at a time: the rows of a tornado chart.
public struct OneAtATimeAnalysis: Sendable {
  /// One departure from the baseline.
  public struct Departure: Sendable {
    /// The axis's value.
    public let value: Double
    /// What comes of it.
    public let sample: SampleValues
  }

  /// The values at the baseline; nil before they are added.
  public private(set) var baseline: SampleValues?
  /// For each axis what was tried on it, in the order of its values.
  public private(set) var departures: [[Departure]]

  /// Creates an analysis without samples.
  public init(axes: Int) {
    departures = [[Departure]](repeating: [], count: axes)
  }

  /// Sets the values at the baseline.
  public mutating func setBaseline(_ sample: SampleValues) { baseline = sample }

  /// Adds a departure on an axis.
  public mutating func add(_ sample: SampleValues, axis: Int, value: Double) {
    let place = departures[axis].firstIndex { $0.value > value } ?? departures[axis].count
    departures[axis].insert(Departure(value: value, sample: sample), at: place)
  }

  /// How a number changes from the baseline at a departure; nil where it does not exist at one of them.
  public func change(ofNumber number: Int, at departure: Departure) -> Double? {
    guard let baseline else { return nil }
    let change = departure.sample.numbers[number] - baseline.numbers[number]
    return change.isFinite ? change : nil
  }

  /// Whether a family's labels differ from the baseline's at a departure; nil where they are unknown.
  public func changes(family: Int, at departure: Departure) -> Bool? {
    guard let before = baseline?.labels[family], let after = departure.sample.labels[family] else {
      return nil
    }
    return Set(before) != Set(after)
  }

  /// From the lowest to the highest value of a number over an axis's departures and the baseline; nil where
  /// it exists at none of them.
  public func range(ofNumber number: Int, axis: Int) -> ClosedRange<Double>? {
    let all =
      departures[axis].map { $0.sample.numbers[number] } + [baseline?.numbers[number] ?? .nan]
    let found = all.filter { $0.isFinite }
    guard let low = found.min(), let high = found.max() else { return nil }
    return low...high
  }
}
