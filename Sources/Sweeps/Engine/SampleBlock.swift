import GameTheory

/// The values of up to 64 neighbouring samples of a design.
struct SampleBlock: Sendable {
  private let design: Design
  private let binning: [Binning]

  /// The number of the first sample.
  private(set) var first = 0
  /// How many samples there are.
  private(set) var count = 0
  /// The values, by sample and then by axis.
  private(set) var values: [Double] = []
  /// The bins of the values, counted over all axes, by sample and then by axis.
  private(set) var bins: [Int] = []

  init(_ design: Design) {
    self.design = design
    binning = design.axes.indices.map { Binning(design, axis: $0) }
  }

  /// How many bins each axis has.
  var binCounts: [Int] { binning.map { $0.count } }

  /// Goes to other samples.
  mutating func load(first: Int, count: Int) {
    self.first = first
    self.count = count
    values.removeAll(keepingCapacity: true)
    bins.removeAll(keepingCapacity: true)
    for point in 0..<count {
      var offset = 0
      for axis in design.axes.indices {
        let value = design.value(sample: first + point, axis: axis)
        values.append(value)
        bins.append(offset + binning[axis].bin(value))
        offset += binning[axis].count
      }
    }
  }

  /// The values of one sample.
  func values(at point: Int) -> ArraySlice<Double> {
    values[point * design.axes.count..<(point + 1) * design.axes.count]
  }

  /// The bins of one sample.
  func bins(at point: Int) -> ArraySlice<Int> {
    bins[point * design.axes.count..<(point + 1) * design.axes.count]
  }
}
