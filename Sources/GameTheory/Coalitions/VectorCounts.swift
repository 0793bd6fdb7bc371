/// How many coalitions there are of each size with each list of sums, sums from a quota up being counted as one.
///
/// It is the product over the players of (1 + s x^w y^v ...), where powers above the quotas are cut back to them.
struct VectorCounts {
  /// How many additions all tables of a vote may take.
  static let mostSteps = 1 << 30

  private let quotas: [Int]
  private let strides: [Int]
  /// How many lists of sums there are.
  private let width: Int
  private let playerCount: Int
  /// By size and list of sums.
  private var counts: [UInt128]

  /// Counts the coalitions of all players but one, if one is left out; nil where that would take too long.
  init?(_ vote: VectorVoting, without leftOut: Int?) {
    playerCount = vote.playerCount
    var quotas: [Int] = []
    var strides: [Int] = []
    // Each addition is done for each player in the table of each player.
    var room = VectorCounts.mostSteps / (vote.playerCount * vote.playerCount)
    var width = 1
    for condition in vote.conditions {
      guard let quota = condition.wholeQuota.asInt, quota < room else { return nil }
      quotas.append(quota)
      strides.append(width)
      width *= quota + 1
      room /= quota + 1
    }
    guard vote.playerCount + 1 <= room else { return nil }
    self.quotas = quotas
    self.strides = strides
    self.width = width
    counts = [UInt128](repeating: 0, count: (playerCount + 1) * width)
    counts[0] = 1
    for player in 0..<playerCount where player != leftOut {
      add(vote.conditions.map { $0.whole[player] })
    }
  }

  /// Adds a player: multiplies by its factor.
  private mutating func add(_ weights: [BigInteger]) {
    let ends = ends(weights)
    for size in (0..<playerCount).reversed() {
      for place in 0..<width {
        let count = counts[size * width + place]
        if count != 0 { counts[(size + 1) * width + ends[place]] &+= count }
      }
    }
  }

  /// For each list of sums where a player's joining leads.
  private func ends(_ weights: [BigInteger]) -> [Int] {
    let steps = zip(weights, quotas).map { min($0, BigInteger($1)).asInt ?? $1 }
    return (0..<width).map { place in
      quotas.indices.reduce(0) { end, condition in
        let sum = place / strides[condition] % (quotas[condition] + 1)
        return end + min(sum + steps[condition], quotas[condition]) * strides[condition]
      }
    }
  }

  /// How many coalitions meet all quotas.
  var winningCount: BigInteger {
    // Where all sums are at their quotas is the last place.
    BigInteger(
      Int128((0..<playerCount + 1).reduce(UInt128(0)) { $0 &+ counts[$1 * width + width - 1] })
    )
  }

  /// How many of the coalitions of each size a player who is not counted turns to winning.
  func swings(of weights: [BigInteger]) -> [BigInteger] {
    let ends = ends(weights)
    let turned = (0..<width - 1).filter { ends[$0] == width - 1 }
    return (0..<playerCount).map { size in
      BigInteger(Int128(turned.reduce(UInt128(0)) { $0 &+ counts[size * width + $1] }))
    }
  }
}
