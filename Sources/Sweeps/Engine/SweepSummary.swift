import GameTheory

/// What a sweep found, in counts that add up over parts of it.
public struct SweepSummary: Sendable {
  /// How many samples there are, those that could not be computed among them.
  public internal(set) var samples = 0
  /// For each reason how many samples could not be computed, or not wholly, for it.
  public internal(set) var failures: [String: Int] = [:]
  /// How many samples were left out of all counts but ``samples`` and ``failures``.
  public internal(set) var leftOut = 0
  /// How many samples everything is known of that shares are taken of.
  public var computed: Int { samples - leftOut }
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

  /// Adds the samples of a block, some of which may not be usable.
  mutating func addSamples(_ block: SampleBlock) {
    samples += block.count
    guard !block.failures.isEmpty else {
      for bin in block.bins { binned[bin] += 1 }
      return
    }
    for point in 0..<block.count {
      if let reason = block.failures[point] {
        leftOut += 1
        failures[reason, default: 0] += 1
      } else {
        for bin in block.bins(at: point) { binned[bin] += 1 }
      }
    }
  }

  /// Adds a sample of which not everything could be computed.
  mutating func addFailure(_ reason: String) {
    failures[reason, default: 0] += 1
  }

  /// Adds an equilibrium with the samples that have it.
  mutating func addEquilibrium(_ set: BlockEvaluator.PointSet) {
    equilibria[set.outcome, default: 0] += set.points.nonzeroBitCount
  }

  /// Adds how many equilibria a sample has.
  mutating func addEquilibriumCount(_ count: Int) {
    equilibriumCounts[count, default: 0] += 1
  }

  /// Adds a claim with the samples at which it holds.
  mutating func addClaim(_ claim: Int, _ points: UInt64) {
    claims[claim] += points.nonzeroBitCount
  }

  /// Adds where play goes at some of up to 64 samples, given by their numbers within a block.
  mutating func add(
    _ settling: BlockEvaluator.Settling,
    at samples: ArraySlice<Int32>,
    of block: SampleBlock
  ) {
    let count = settling.points.nonzeroBitCount
    let isAtRest = settling.cycle.isEmpty
    if isAtRest { settled[settling.outcome, default: 0] += count } else { cycles += count }
    let key = isAtRest ? settling.outcome : -1
    var counts: [Int] = []
    swap(&counts, &binnedByOutcome[key, default: [Int](repeating: 0, count: binned.count)])
    let axes = binCounts.count
    var left = settling.points
    while left != 0 {
      let sample = Int(samples[samples.startIndex + left.trailingZeroBitCount])
      left &= left - 1
      for place in sample * axes..<(sample + 1) * axes { counts[block.bins[place]] += 1 }
    }
    swap(&counts, &binnedByOutcome[key, default: []])
  }

  /// Adds the counts of another part.
  mutating func merge(_ other: SweepSummary) {
    samples += other.samples
    leftOut += other.leftOut
    failures.merge(other.failures, uniquingKeysWith: +)
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
      let share = Double(key < 0 ? cycles : settled[key] ?? 0) / Double(max(1, computed))
      return sum + share * (1 - share)
    }
    return binCounts.indices.map { axis in
      guard total > 0 else { return 0 }
      var between = 0.0
      for key in binnedByOutcome.keys.sorted() {
        let share = Double(key < 0 ? cycles : settled[key] ?? 0) / Double(max(1, computed))
        for bin in bins(of: axis) where binned[bin] > 0 {
          let count = binned[bin]
          let within = Double(binnedByOutcome[key]?[bin] ?? 0) / Double(count)
          between += Double(count) / Double(max(1, computed)) * (within - share) * (within - share)
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
