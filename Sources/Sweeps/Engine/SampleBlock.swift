import GameTheory

/// The values of some neighbouring samples of a design.
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
  /// Why some samples cannot be used, by their place in the block.
  private(set) var failures: [Int: String] = [:]
  /// The values by axis and then by sample.
  private var columns: [Double] = []

  init(_ design: Design) {
    self.design = design
    binning = design.axes.indices.map { Binning(design, axis: $0) }
  }

  var axisCount: Int { design.axes.count }

  /// How many bins each axis has.
  var binCounts: [Int] { binning.map { $0.count } }

  /// Goes to other samples.
  mutating func load(first: Int, count: Int) {
    self.first = first
    self.count = count
    design.load(first: first, count: count, into: &columns)
    let axes = design.axes.count
    if values.count != columns.count {
      values = [Double](repeating: 0, count: columns.count)
      bins = [Int](repeating: 0, count: columns.count)
    }
    var offset = 0
    for axis in 0..<axes {
      let binning = binning[axis]
      for point in 0..<count {
        let value = columns[axis * count + point]
        values[point * axes + axis] = value
        bins[point * axes + axis] = offset + binning.bin(value)
      }
      offset += binning.count
    }
    failures.removeAll(keepingCapacity: true)
    for (point, reason) in design.failures(in: columns, count: count) { failures[point] = reason }
  }

  /// Those of up to 64 samples that can be used, one bit each.
  func usable(_ samples: ArraySlice<Int32>) -> UInt64 {
    let all: UInt64 = samples.count == 64 ? ~0 : (1 << UInt64(samples.count)) - 1
    guard !failures.isEmpty else { return all }
    return samples.enumerated().reduce(all) { bits, sample in
      failures[Int(sample.element)] == nil ? bits : bits & ~(1 << UInt64(sample.offset))
    }
  }

  /// The bins of one sample.
  func bins(at point: Int) -> ArraySlice<Int> {
    bins[point * design.axes.count..<(point + 1) * design.axes.count]
  }
}
