import GameTheory

/// Solves chunks of samples: one thread's part of a sweep.
struct SampleSolver: Sendable {
  private var evaluator: BlockEvaluator
  private let design: Design
  private let start: Int
  private let predicateCount: Int
  private let format: RowFormat
  private let axisOfVariable: [Int]
  /// For each axis how a value is put into a bin.
  private let binning: [Binning]
  private var values: [Double] = []

  /// How the values of an axis are put into bins.
  private enum Binning: Sendable {
    case values([Double])
    case range(low: Double, perUnit: Double)

    var count: Int {
      switch self {
      case .values(let values): values.count
      case .range: SweepSummary.binLimit
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
        return min(max(0, Int((value - low) * perUnit)), SweepSummary.binLimit - 1)
      }
    }
  }

  init(
    _ game: FoldedGame,
    design: Design,
    start: Int,
    predicates: [Predicate],
    format: RowFormat
  ) {
    evaluator = BlockEvaluator(game, predicates: predicates)
    self.design = design
    self.start = start
    self.format = format
    predicateCount = predicates.count
    var axisOfVariable = [Int](repeating: -1, count: game.settings.count)
    for (index, axis) in design.axes.enumerated() { axisOfVariable[axis.variable] = index }
    self.axisOfVariable = axisOfVariable
    binning = design.axes.map { axis in
      if case .list(let list) = axis.values, Set(list).count <= SweepSummary.binLimit {
        return .values(Set(list).sorted())
      }
      let range = axis.range
      let width = range.upperBound - range.lowerBound
      return .range(
        low: range.lowerBound,
        perUnit: width > 0 ? Double(SweepSummary.binLimit) / width : 0
      )
    }
  }

  var emptySummary: SweepSummary {
    SweepSummary(axes: binning.map { $0.count }, claims: predicateCount)
  }

  /// Solves a chunk.
  mutating func solve(_ index: Int) -> Chunk {
    var chunk = Chunk(summary: emptySummary)
    let samples = index * Sweep.chunkSize..<min((index + 1) * Sweep.chunkSize, design.count)
    chunk.rows.reserveCapacity(samples.count * 256)
    var first = samples.lowerBound
    while first < samples.upperBound {
      let count = min(BlockEvaluator.capacity, samples.upperBound - first)
      solve(first, count, into: &chunk)
      first += count
    }
    return chunk
  }

  private mutating func solve(_ first: Int, _ count: Int, into chunk: inout Chunk) {
    let axes = design.axes.count
    values.removeAll(keepingCapacity: true)
    for point in 0..<count {
      for axis in 0..<axes { values.append(design.value(sample: first + point, axis: axis)) }
    }
    evaluator.load(count: count) { variable, point in
      values[point * axes + axisOfVariable[variable]]
    }
    var equilibria = [[Int]](repeating: [], count: count)
    for set in evaluator.equilibria() {
      forEachPoint(of: set.points) { equilibria[$0].append(set.outcome) }
    }
    let claims = (0..<predicateCount).map { evaluator.points(ofPredicate: $0) }
    var settled = [BlockEvaluator.Settling?](repeating: nil, count: count)
    for settling in evaluator.settle(from: start) {
      forEachPoint(of: settling.points) { settled[$0] = settling }
    }
    for point in 0..<count {
      guard let settling = settled[point] else { continue }
      let row = row(
        first + point,
        point,
        values[point * axes..<(point + 1) * axes],
        equilibria[point],
        settling,
        claims
      )
      format.append(row, to: &chunk.rows)
      chunk.summary.add(row, bins: zip(binning, row.values).map { $0.bin($1) })
    }
  }

  private mutating func row(
    _ sample: Int,
    _ point: Int,
    _ values: ArraySlice<Double>,
    _ equilibria: [Int],
    _ settling: BlockEvaluator.Settling,
    _ claims: [UInt64]
  ) -> RowFormat.Row {
    let outcome = settling.outcome
    let game = evaluator.game.game
    let isAtRest = settling.cycle.isEmpty
    return RowFormat.Row(
      sample: sample,
      values: Array(values),
      equilibria: equilibria,
      settled: isAtRest ? outcome : nil,
      cycleLength: settling.cycle.count,
      options: isAtRest ? game.numbering.options(of: outcome) : [],
      payoffs: isAtRest
        ? (0..<game.playerCount).map { evaluator.payoff(of: $0, in: outcome, at: point) } : [],
      claims: claims.map { $0 >> UInt64(point) & 1 == 1 }
    )
  }

  private func forEachPoint(of points: UInt64, _ body: (Int) -> Void) {
    var left = points
    while left != 0 {
      body(left.trailingZeroBitCount)
      left &= left - 1
    }
  }
}
