public import GameTheory

/// Some samples, put in an order in which neighbours in number are neighbours in value, so that what is
/// certain for a whole neighbourhood is decided once.
///
/// The samples are halved again and again, each time along the axis on which they are spread most, until
/// nothing is open or few are left.
public struct SampleTree: Sendable {
  /// The values by axis and then by sample.
  private var values: [Double] = []
  private var count = 0
  private var order: [Int32] = []
  private let axisCount: Int
  /// By what an axis's spread is multiplied: one over its whole width.
  private let scales: [Double]

  /// A neighbourhood of so few samples is not halved again.
  private static let leafSize = 128
  /// So few open rows are evaluated rather than decided for parts.
  private static let fewRows = 64

  /// Creates a tree over axes with the given ranges.
  public init(ranges: [ClosedRange<Double>]) {
    axisCount = ranges.count
    scales = ranges.map { range in
      let width = range.upperBound - range.lowerBound
      return width > 0 ? 1 / width : 0
    }
  }

  /// Takes other samples.
  public mutating func load(count: Int, value: (_ sample: Int, _ axis: Int) -> Double) {
    self.count = count
    values.removeAll(keepingCapacity: true)
    for axis in 0..<axisCount {
      for sample in 0..<count { values.append(value(sample, axis)) }
    }
    order.removeAll(keepingCapacity: true)
    for sample in 0..<count { order.append(Int32(sample)) }
  }

  /// Goes through all samples, up to 64 at a time.
  ///
  /// - Parameters:
  ///   - evaluator: told of the regions entered and left, and loaded with each block.
  ///   - variables: for each axis the variable of the evaluator's game.
  ///   - ranges: the range of every variable; those of the axes are narrowed.
  ///   - body: called for each block with the numbers of its samples.
  public mutating func forEachBlock(
    _ evaluator: inout BlockEvaluator,
    variables: [Int],
    ranges: [ClosedRange<Double>],
    _ body: (inout BlockEvaluator, ArraySlice<Int32>) -> Void
  ) {
    var ranges = ranges
    visit(0..<count, &evaluator, variables, &ranges, body)
  }

  private mutating func visit(
    _ part: Range<Int>,
    _ evaluator: inout BlockEvaluator,
    _ variables: [Int],
    _ ranges: inout [ClosedRange<Double>],
    _ body: (inout BlockEvaluator, ArraySlice<Int32>) -> Void
  ) {
    guard !part.isEmpty else { return }
    evaluator.enter(ranges)
    let axis = widest(ranges, variables)
    if part.count <= SampleTree.leafSize || axis == nil
      || evaluator.openRowCount <= SampleTree.fewRows
    {
      var start = part.lowerBound
      while start < part.upperBound {
        let end = min(start + BlockEvaluator.capacity, part.upperBound)
        solve(start..<end, &evaluator, variables, body)
        start = end
      }
    } else if let axis {
      let whole = ranges[variables[axis]]
      let middle = whole.lowerBound + (whole.upperBound - whole.lowerBound) / 2
      let split = partition(part, axis: axis, at: middle)
      ranges[variables[axis]] = whole.lowerBound...middle
      visit(part.lowerBound..<split, &evaluator, variables, &ranges, body)
      ranges[variables[axis]] = middle...whole.upperBound
      visit(split..<part.upperBound, &evaluator, variables, &ranges, body)
      ranges[variables[axis]] = whole
    }
    evaluator.leave()
  }

  /// The axis along which a region is widest; nil where it is a point.
  private func widest(_ ranges: [ClosedRange<Double>], _ variables: [Int]) -> Int? {
    var widest: Int?
    var most = 0.0
    for axis in 0..<axisCount {
      let range = ranges[variables[axis]]
      let width = (range.upperBound - range.lowerBound) * scales[axis]
      if width > most { (widest, most) = (axis, width) }
    }
    return widest
  }

  private func solve(
    _ part: Range<Int>,
    _ evaluator: inout BlockEvaluator,
    _ variables: [Int],
    _ body: (inout BlockEvaluator, ArraySlice<Int32>) -> Void
  ) {
    evaluator.load(count: part.count, variables: variables) { axis, point in
      values[axis * count + Int(order[part.lowerBound + point])]
    }
    body(&evaluator, order[part])
  }

  /// Puts the samples whose value is at most the middle first; gives the number of the first other one.
  private mutating func partition(_ part: Range<Int>, axis: Int, at middle: Double) -> Int {
    let base = axis * count
    var split = part.lowerBound
    for index in part where values[base + Int(order[index])] <= middle {
      order.swapAt(index, split)
      split += 1
    }
    return split
  }
}
