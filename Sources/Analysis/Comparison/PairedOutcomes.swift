/// How often each outcome of one run meets each outcome of another in the same samples.
public struct PairedOutcomes: Sendable {
  /// Two outcomes of one sample; -1 stands for a cycle.
  public struct Pair: Hashable, Sendable, Comparable {
    /// The outcome in the first run.
    public let first: Int
    /// The outcome in the second run.
    public let second: Int

    /// Creates a pair.
    public init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }

    /// Ordered by the first, then by the second.
    public static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// In how many samples each pair occurs.
  public private(set) var counts: [Pair: Int] = [:]

  /// Creates an empty table.
  public init() {}

  /// Counts a sample.
  public mutating func add(_ first: Int, _ second: Int, times: Int = 1) {
    counts[Pair(first, second), default: 0] += times
  }

  /// How many samples there are.
  public var total: Int { counts.values.reduce(0, +) }
  /// In how many the outcomes differ.
  public var differing: Int {
    counts.reduce(0) { $0 + ($1.key.first == $1.key.second ? 0 : $1.value) }
  }
  /// How often each outcome occurs in the first run.
  public var firstCounts: [Int: Int] { sums { $0.first } }
  /// How often each outcome occurs in the second run.
  public var secondCounts: [Int: Int] { sums { $0.second } }

  private func sums(_ side: (Pair) -> Int) -> [Int: Int] {
    counts.reduce(into: [:]) { $0[side($1.key), default: 0] += $1.value }
  }

  /// How often an outcome occurs in the first run only, and in the second only.
  public func discordant(_ outcome: Int) -> (firstOnly: Int, secondOnly: Int) {
    var (first, second) = (0, 0)
    for (pair, count) in counts {
      if pair.first == outcome, pair.second != outcome { first += count }
      if pair.second == outcome, pair.first != outcome { second += count }
    }
    return (first, second)
  }

  /// Tests whether moves between outcomes are as frequent one way as the other: Bowker's test.
  ///
  /// Σ (n_ij - n_ji)² / (n_ij + n_ji) over the pairs i < j that occur, as many degrees of freedom as such
  /// pairs; nil where no sample differs.
  /// - Source: Bowker, Journal of the American Statistical Association 43 (1948) 572.
  public var symmetry: SignificanceTest? {
    var statistic = CompensatedSum()
    var degrees = 0
    for pair in counts.keys.sorted() where pair.first != pair.second {
      let back = counts[Pair(pair.second, pair.first)] ?? 0
      // Each unordered pair once: from its lower side, or where only the upper occurs.
      guard pair.first < pair.second || back == 0 else { continue }
      let there = counts[pair] ?? 0
      let difference = Double(there - back)
      statistic.add(difference * difference / Double(there + back))
      degrees += 1
    }
    guard degrees > 0 else { return nil }
    return SignificanceTest(chiSquare: statistic.value, degrees: degrees)
  }
}
