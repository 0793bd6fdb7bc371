// Values: what a player is worth on average over the coalitions that it can join.
extension CoalitionalGame {
  /// The Shapley value: what each player adds on average when all come together in random order.
  ///
  /// φ(i) = Σ over S without i of |S|! (n - |S| - 1)! / n! × (v(S with i) - v(S)). It adds up to v(N).
  ///
  /// - Returns: one payoff for each player.
  /// - Complexity: O(*players* × 2^*players*).
  /// - Source: Shapley, Contributions to the Theory of Games II (1953) 307.
  public func shapleyValue() -> [Rational] {
    let sums = SizeSums(self)
    let weights = CoalitionalGame.orderWeights(playerCount).map { $0 / Rational(scale) }
    return (0..<playerCount).map { player in
      var value: Rational = 0
      for size in 0...playerCount {
        let with = sums.with[player][size]
        if size > 0 { value = value + weights[size - 1] * Rational(with) }
        if size < playerCount {
          value = value - weights[size] * Rational(sums.total[size] - with)
        }
      }
      return value
    }
  }

  /// What each player adds to the coalitions without it, in sum; in a voting game its swings.
  ///
  /// - Returns: Σ over S without i of v(S with i) - v(S), for each player.
  /// - Complexity: O(*players* × 2^*players*).
  /// - Source: Banzhaf, Rutgers Law Review 19 (1965) 317; Dubey and Shapley, Mathematics of Operations Research 4
  ///   (1979) 99.
  public func banzhafSums() -> [Rational] {
    let sums = SizeSums(self)
    let total = sums.total.reduce(0, +)
    return sums.with.map { with in Rational(with.reduce(0, +) * 2 - total, scale) }
  }

  /// The Banzhaf value: what each player adds on average to a coalition of others, all being equally likely.
  ///
  /// - Returns: the sums of ``banzhafSums()`` divided by 2^(*players* - 1).
  public func banzhafValue() -> [Rational] {
    let coalitions = Rational(1 << (playerCount - 1))
    return banzhafSums().map { $0 / coalitions }
  }

  /// The normalised Banzhaf index: each player's share in the sum of all.
  ///
  /// - Returns: one share for each player; nil where the sum is 0.
  public func banzhafShares() -> [Rational]? {
    let sums = banzhafSums()
    let total = sums.reduce(0, +)
    return total == 0 ? nil : sums.map { $0 / total }
  }

  /// The chance that a player in random order comes after a given set, by that set's size.
  static func orderWeights(_ count: Int) -> [Rational] {
    // The weight of size s is s! (n - s - 1)! / n!: 1 / n for s = 0, then times s / (n - s).
    var weights = [1 / Rational(count)]
    for size in 1..<max(1, count) {
      weights.append(weights[size - 1] * Rational(size) / Rational(count - size))
    }
    return weights
  }
}

/// Sums of scaled values over all coalitions of each size.
private struct SizeSums {
  /// Over all.
  var total: [BigInteger]
  /// For each player over those that it belongs to.
  var with: [[BigInteger]]

  init(_ game: CoalitionalGame) {
    total = [BigInteger](repeating: 0, count: game.playerCount + 1)
    with = [[BigInteger]](repeating: total, count: game.playerCount)
    for (index, value) in game.whole.enumerated() where value != 0 {
      let size = index.nonzeroBitCount
      total[size] = total[size] + value
      var rest = index
      while rest != 0 {
        let player = rest.trailingZeroBitCount
        with[player][size] = with[player][size] + value
        rest &= rest - 1
      }
    }
  }
}
