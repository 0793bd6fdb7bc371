/// How many coalitions there are of each size and weight, as long as the weight is below a width.
///
/// It is the product of (1 + s x^w) over the players, cut off at a power of x: rows for powers of s, columns for
/// powers of x.
struct CoalitionCounts {
  /// Weights are below this, which is above 0.
  let width: Int
  /// The greatest size.
  let playerCount: Int
  /// By size and weight.
  private var counts: [UInt128]

  /// The counts without a player: one coalition, the empty one; nil where the table would be too large.
  ///
  /// - Precondition: there are at most 127 players, so that every count fits.
  init?(playerCount: Int, width: Int) {
    guard width <= WeightedVoting.mostCounts / (playerCount + 1) else { return nil }
    self.width = width
    self.playerCount = playerCount
    counts = [UInt128](repeating: 0, count: (playerCount + 1) * width)
    counts[0] = 1
  }

  /// Adds a player: multiplies by its factor.
  mutating func add(_ weight: Int) {
    guard weight < width else { return }
    for size in (1..<playerCount + 1).reversed() {
      for sum in weight..<width {
        counts[size * width + sum] &+= counts[(size - 1) * width + sum - weight]
      }
    }
  }

  /// Adds a player to every coalition: multiplies by s x^w.
  mutating func shift(_ weight: Int) {
    for size in (0..<playerCount + 1).reversed() {
      for sum in (0..<width).reversed() {
        counts[size * width + sum] =
          size > 0 && sum >= weight ? counts[(size - 1) * width + sum - weight] : 0
      }
    }
  }

  /// The counts without one of the players that were added: divides by its factor.
  func removing(_ weight: Int) -> CoalitionCounts {
    guard weight < width else { return self }
    var others = self
    for size in 1..<playerCount + 1 {
      for sum in weight..<width {
        others.counts[size * width + sum] &-= others.counts[(size - 1) * width + sum - weight]
      }
    }
    return others
  }

  /// For each size below that of all how many there are with one of the last so many weights below the width.
  func sizeCounts(last range: Int) -> [BigInteger] {
    (0..<playerCount).map { size in
      var sum: UInt128 = 0
      for weight in max(0, width - range)..<width { sum &+= counts[size * width + weight] }
      return BigInteger(Int128(sum))
    }
  }
}
