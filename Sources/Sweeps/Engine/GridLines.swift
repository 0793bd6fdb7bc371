import GameTheory

/// The samples of a chunk of a grid as lines along its last axis, for one game.
struct GridLines: Sendable {
  private var tree: LineTree
  private let axisCount: Int
  /// How many points a whole line has.
  private let length: Int
  /// The first sample of each line in the block, and where the last line ends.
  private var starts: [Int] = []
  private var places: [Double] = []
  private var lineValues: [Double] = []
  private var samples: [Int32] = []

  /// Lines with fewer points are no gain.
  private static let leastLength = 12

  /// The lines of a design; nil where it has none that pay, or where a row is not affine along them.
  init?(_ sweepCase: SweepCase, _ design: Design, _ chunks: ChunkNumbering) {
    guard design.kind == .grid, let listed = design.placements.last?.listed,
      listed.count >= GridLines.leastLength,
      (1..<listed.count).allSatisfy({ listed[$0 - 1] < listed[$0] }),
      let variable = sweepCase.variables.last,
      sweepCase.game.isAffine(in: variable)
    else { return nil }
    axisCount = design.axes.count
    length = listed.count
    tree = LineTree(
      sweepCase.game,
      variables: sweepCase.variables,
      lines: min(chunks.size, chunks.samples) / listed.count + 1,
      loads: chunks.count
    )
  }

  func prepare(_ evaluator: inout BlockEvaluator) { tree.prepare(&evaluator) }

  /// Takes the samples of another block.
  mutating func load(_ block: SampleBlock) {
    starts.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var start = 0
    while start < block.count {
      starts.append(start)
      for axis in 0..<axisCount - 1 { places.append(block.values[start * axisCount + axis]) }
      start += length - (block.first + start) % length
    }
    starts.append(block.count)
    if samples.count < block.count {
      for sample in samples.count..<block.count { samples.append(Int32(sample)) }
    }
    lineValues.removeAll(keepingCapacity: true)
    for sample in 0..<block.count {
      lineValues.append(block.values[(sample + 1) * axisCount - 1])
    }
    tree.load(places, lines: starts.count - 1)
  }

  /// Calls the body with each block of up to 64 samples, which are loaded.
  func visit(
    _ evaluator: inout BlockEvaluator,
    _ body: (inout BlockEvaluator, ArraySlice<Int32>) -> Void
  ) {
    tree.visit(&evaluator, values: { lineValues[starts[$0]..<starts[$0 + 1]] }) {
      evaluator,
      line,
      points in
      let first = starts[line]
      body(&evaluator, samples[first + points.lowerBound..<first + points.upperBound])
    }
  }
}
