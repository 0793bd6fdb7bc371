import GameTheory

/// What play does at each sample of a chunk, in the order of the samples.
struct SampleResults: Sendable {
  private let playerCount: Int
  private let claimCount: Int
  private(set) var count = 0

  /// By sample the outcome where play settles; -1 in a cycle.
  private(set) var settled: [Int32] = []
  /// By sample the part of its row that says where play settles.
  private(set) var parts: [Int32] = []
  /// The payoffs where play settles, by sample and then by player.
  private(set) var payoffs: [Double] = []
  /// The samples at which each claim holds, 64 to a word: by word and then by claim.
  private(set) var claims: [UInt64] = []
  /// By sample how many equilibria it has.
  private(set) var equilibriumCounts: [Int32] = []
  /// By sample the last one put on its list, in the pool, or -1; from there to the ones before.
  private var lists: [Int32] = []
  private var pool: [(outcome: Int32, before: Int32)] = []

  init(players: Int, claims: Int) {
    playerCount = players
    claimCount = claims
  }

  /// Makes room for other samples.
  mutating func begin(count: Int) {
    if count != self.count {
      settled = [Int32](repeating: -1, count: count)
      parts = settled
      payoffs = [Double](repeating: 0, count: count * playerCount)
    }
    self.count = count
    for sample in settled.indices { settled[sample] = -1 }
    equilibriumCounts = [Int32](repeating: 0, count: count)
    lists = [Int32](repeating: -1, count: count)
    claims = [UInt64](repeating: 0, count: (count + 63) / 64 * claimCount)
    pool.removeAll(keepingCapacity: true)
  }

  /// Adds an equilibrium with those of the samples that have it; outcomes must come in descending order.
  mutating func addEquilibrium(_ outcome: Int, _ points: UInt64, of samples: ArraySlice<Int32>) {
    var left = points
    while left != 0 {
      let sample = Int(samples[samples.startIndex + left.trailingZeroBitCount])
      left &= left - 1
      pool.append((Int32(outcome), lists[sample]))
      lists[sample] = Int32(pool.count - 1)
      equilibriumCounts[sample] += 1
    }
  }

  /// Adds a claim with those of the samples at which it holds.
  mutating func addClaim(_ claim: Int, _ points: UInt64, of samples: ArraySlice<Int32>) {
    var left = points
    while left != 0 {
      let sample = Int(samples[samples.startIndex + left.trailingZeroBitCount])
      left &= left - 1
      claims[sample >> 6 * claimCount + claim] |= 1 << UInt64(sample & 63)
    }
  }

  /// Says where play settles at a sample (-1: it cycles) and which part of its row tells so.
  mutating func settle(_ sample: Int, at outcome: Int, part: Int) {
    settled[sample] = Int32(outcome)
    parts[sample] = Int32(part)
  }

  /// Says what a player has where play settles at a sample.
  mutating func setPayoff(_ payoff: Double, of player: Int, at sample: Int) {
    payoffs[sample * playerCount + player] = payoff
  }

  /// Lists the equilibria of a sample, ascending.
  func equilibria(at sample: Int, into list: inout [Int]) {
    list.removeAll(keepingCapacity: true)
    var next = lists[sample]
    while next >= 0 {
      list.append(Int(pool[Int(next)].outcome))
      next = pool[Int(next)].before
    }
  }

  /// The payoffs at a sample where play settles.
  func payoffs(at sample: Int) -> ArraySlice<Double> {
    payoffs[sample * playerCount..<(sample + 1) * playerCount]
  }
}
