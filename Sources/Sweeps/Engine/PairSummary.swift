/// How one game of a sweep differs from the first, sample by sample, in counts and sums that add up.
///
/// Payoffs of the two games are rounded sums of different terms, so a difference of at most 1e-9 counts
/// as none.
public struct PairSummary: Sendable, Equatable {
  /// In how many samples play settles in both.
  public internal(set) var settledInBoth = 0
  /// In how many of these it settles at the same outcome.
  public internal(set) var sameOutcome = 0
  /// For each player the sum of what it gains over the first game, in those samples.
  public internal(set) var gains: [Double]
  /// For each player in how many of those samples it is better off.
  public internal(set) var better: [Int]
  /// For each player in how many of those samples it is worse off.
  public internal(set) var worse: [Int]

  init(players: Int) {
    gains = [Double](repeating: 0, count: players)
    better = [Int](repeating: 0, count: players)
    worse = [Int](repeating: 0, count: players)
  }

  /// Adds one sample at which play settles in both.
  mutating func add(isSame: Bool, payoffs: [Double], first: [Double]) {
    settledInBoth += 1
    if isSame { sameOutcome += 1 }
    for player in gains.indices {
      let gain = payoffs[player] - first[player]
      gains[player] += gain
      if gain > 1e-9 { better[player] += 1 }
      if gain < -1e-9 { worse[player] += 1 }
    }
  }

  /// Adds another part; parts are added in the order of their samples, so that sums are reproducible.
  mutating func merge(_ other: PairSummary) {
    settledInBoth += other.settledInBoth
    sameOutcome += other.sameOutcome
    for player in gains.indices {
      gains[player] += other.gains[player]
      better[player] += other.better[player]
      worse[player] += other.worse[player]
    }
  }
}
