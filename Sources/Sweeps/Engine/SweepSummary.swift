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
  /// For each axis and bin, how many samples fall there.
  var binned: [[Int]]
  /// For each settled outcome (-1: a cycle), axis and bin, how many samples fall there.
  var binnedByOutcome: [Int: [[Int]]] = [:]

  /// Into how many bins a range is divided, at most.
  static let binLimit = 32

  init(axes: [Int], claims: Int) {
    self.claims = [Int](repeating: 0, count: claims)
    binned = axes.map { [Int](repeating: 0, count: $0) }
  }

  /// Adds one sample.
  mutating func add(_ row: RowFormat.Row, bins: [Int]) {
    samples += 1
    let key = row.settled ?? -1
    if row.settled == nil { cycles += 1 } else { settled[key, default: 0] += 1 }
    equilibriumCounts[row.equilibria.count, default: 0] += 1
    for outcome in row.equilibria { equilibria[outcome, default: 0] += 1 }
    for (index, holds) in row.claims.enumerated() where holds { claims[index] += 1 }
    let blank = binned.map { [Int](repeating: 0, count: $0.count) }
    for (axis, bin) in bins.enumerated() {
      binned[axis][bin] += 1
      binnedByOutcome[key, default: blank][axis][bin] += 1
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
    for axis in binned.indices {
      for bin in binned[axis].indices { binned[axis][bin] += other.binned[axis][bin] }
    }
    binnedByOutcome.merge(other.binnedByOutcome) { mine, theirs in
      zip(mine, theirs).map { zip($0, $1).map { $0 + $1 } }
    }
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
    return binned.indices.map { axis in
      guard total > 0 else { return 0 }
      var between = 0.0
      for key in binnedByOutcome.keys.sorted() {
        let share = Double(key < 0 ? cycles : settled[key] ?? 0) / Double(samples)
        for (bin, count) in binned[axis].enumerated() where count > 0 {
          let within = Double(binnedByOutcome[key]?[axis][bin] ?? 0) / Double(count)
          between += Double(count) / Double(samples) * (within - share) * (within - share)
        }
      }
      return min(1, between / total)
    }
  }

  /// For a set of settled outcomes, its share of the samples in each bin of an axis; nil where a bin is empty.
  public func shares(of outcomes: Set<Int>, alongAxis axis: Int) -> [Double?] {
    binned[axis].enumerated().map { bin, count in
      guard count > 0 else { return nil }
      let met = outcomes.reduce(0) { $0 + (binnedByOutcome[$1]?[axis][bin] ?? 0) }
      return Double(met) / Double(count)
    }
  }
}
