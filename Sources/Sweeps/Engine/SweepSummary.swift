import GameTheory

/// What a sweep found, in counts that add up over parts of it.
public struct SweepSummary: Sendable {
  /// How many samples there are.
  public internal(set) var samples = 0
  /// For each outcome in how many samples play settles there.
  public internal(set) var settled: [Int: Int] = [:]
  /// In how many samples play cycles.
  public internal(set) var cycles = 0
  /// For each count of equilibria in how many samples there are so many.
  public internal(set) var equilibriumCounts: [Int: Int] = [:]
  /// For each outcome in how many samples it is an equilibrium.
  public internal(set) var equilibria: [Int: Int] = [:]
  /// For each claim in how many samples it holds.
  public internal(set) var claims: [Int]
  /// How many bins each axis has.
  let binCounts: [Int]
  /// How many samples fall into each bin, the bins of all axes in a row.
  var binned: [Int]
  /// For each settled outcome (-1: a cycle) and bin, how many samples fall there.
  var binnedByOutcome: [Int: [Int]] = [:]

  init(axes: [Int], claims: Int) {
    self.claims = [Int](repeating: 0, count: claims)
    binCounts = axes
    binned = [Int](repeating: 0, count: axes.reduce(0, +))
  }

  /// Adds the samples of a block.
  mutating func addSamples(_ block: SampleBlock) {
    samples += block.count
    for bin in block.bins { binned[bin] += 1 }
  }

  /// Adds an equilibrium with the samples that have it.
  mutating func addEquilibrium(_ set: BlockEvaluator.PointSet) {
    equilibria[set.outcome, default: 0] += set.points.nonzeroBitCount
  }

  /// Adds how many equilibria a sample has.
  mutating func addEquilibriumCount(_ count: Int) {
    equilibriumCounts[count, default: 0] += 1
  }

  /// Adds for each claim the samples at which it holds.
  mutating func addClaims(_ points: [UInt64]) {
    for (index, bits) in points.enumerated() { claims[index] += bits.nonzeroBitCount }
  }

  /// Adds where play goes at some samples of a block.
  mutating func add(_ settling: BlockEvaluator.Settling, in block: SampleBlock) {
    let count = settling.points.nonzeroBitCount
    let isAtRest = settling.cycle.isEmpty
    if isAtRest { settled[settling.outcome, default: 0] += count } else { cycles += count }
    let key = isAtRest ? settling.outcome : -1
    if binnedByOutcome[key] == nil {
      binnedByOutcome[key] = [Int](repeating: 0, count: binned.count)
    }
    var left = settling.points
    while left != 0 {
      let point = left.trailingZeroBitCount
      left &= left - 1
      for bin in block.bins(at: point) { binnedByOutcome[key]?[bin] += 1 }
    }
  }

  /// Adds the counts of another part.
  mutating func merge(_ other: SweepSummary) {
    samples += other.samples
    cycles += other.cycles
    settled.merge(other.settled, uniquingKeysWith: +)
    equilibriumCounts.merge(other.equilibriumCounts, uniquingKeysWith: +)
    equilibria.merge(other.equilibria, uniquingKeysWith: +)
    for index in claims.indices { claims[index] += other.claims[index] }
    for index in binned.indices { binned[index] += other.binned[index] }
    binnedByOutcome.merge(other.binnedByOutcome) { zip($0, $1).map { $0 + $1 } }
  }

  /// The bins of an axis.
  private func bins(of axis: Int) -> Range<Int> {
    let start = binCounts[..<axis].reduce(0, +)
    return start..<start + binCounts[axis]
  }

  /// For each axis the share of the settled outcome's variance that the axis explains by itself.
  ///
  /// The outcome counts as one indicator for each outcome that occurs; the share is the variance between
  /// the axis's bins, summed over the indicators, over their whole variance. 0 where nothing varies.
  /// - Source: first-order indices, Saltelli et al., Global Sensitivity Analysis (2008), section 4.5.
  public var importance: [Double] {
    let total = binnedByOutcome.keys.sorted().reduce(0.0) { sum, key in
      let share = Double(key < 0 ? cycles : settled[key] ?? 0) / Double(max(1, samples))
      return sum + share * (1 - share)
    }
    return binCounts.indices.map { axis in
      guard total > 0 else { return 0 }
      var between = 0.0
      for key in binnedByOutcome.keys.sorted() {
        let share = Double(key < 0 ? cycles : settled[key] ?? 0) / Double(samples)
        for bin in bins(of: axis) where binned[bin] > 0 {
          let count = binned[bin]
          let within = Double(binnedByOutcome[key]?[bin] ?? 0) / Double(count)
          between += Double(count) / Double(samples) * (within - share) * (within - share)
        }
      }
      return min(1, between / total)
    }
  }

  /// For a set of settled outcomes, its share of the samples in each bin of an axis; nil where a bin is empty.
  public func shares(of outcomes: Set<Int>, alongAxis axis: Int) -> [Double?] {
    bins(of: axis).map { bin in
      guard binned[bin] > 0 else { return nil }
      let met = outcomes.reduce(0) { $0 + (binnedByOutcome[$1]?[bin] ?? 0) }
      return Double(met) / Double(binned[bin])
    }
  }
}
