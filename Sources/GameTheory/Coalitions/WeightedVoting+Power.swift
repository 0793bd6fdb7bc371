// Swings, counted exactly.
extension WeightedVoting: VotingGame {
  /// For each player how many coalitions of others of each size it turns from losing to winning.
  ///
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)`` where weights are so large that sums of them up to the
  ///   quota, or from the quota up, times the number of players are more than 2^22, and players more than 20, for
  ///   whom coalitions are looked at one by one.
  /// - Complexity: O(*different weights* × *players* × *sums*), at most O(*players* × 2^*players*) up to 20 players.
  public func swingsBySize() throws(CoalitionError) -> [[BigInteger]] {
    guard let table = swingTable() else {
      guard playerCount <= CoalitionalGame.mostPlayers else {
        throw .tableTooLarge(limit: WeightedVoting.mostCounts)
      }
      return enumeratedSwings()
    }
    var known: [Int: [BigInteger]] = [:]
    return table.weights.map { weight in
      if let swings = known[weight] { return swings }
      let swings = table.counts.removing(weight).sizeCounts(last: weight)
      known[weight] = swings
      return swings
    }
  }

  /// Counts of coalitions below the quota, or below that of the dual vote, which has the same swings.
  private func swingTable() -> (weights: [Int], counts: CoalitionCounts)? {
    // In the dual vote a coalition wins where the others do not.
    let dualQuota = wholeTotal - wholeQuota + 1
    let limit = min(wholeQuota, dualQuota)
    guard let width = limit.asInt,
      let counts = CoalitionCounts(playerCount: playerCount, width: width)
    else { return nil }
    // Whoever has the quota alone swings the empty coalition; more weight changes nothing.
    let weights = whole.map { min($0, limit).asInt ?? width }
    return (weights, weights.reduce(into: counts) { $0.add($1) })
  }

  private func enumeratedSwings() -> [[BigInteger]] {
    var swings = [[Int]](
      repeating: [Int](repeating: 0, count: playerCount),
      count: playerCount
    )
    var sums: [BigInteger] = [0]
    for weight in whole { sums += sums.map { $0 + weight } }
    for index in sums.indices where sums[index] >= wholeQuota {
      for player in Coalition(index: index).members
      where sums[index ^ 1 << player] < wholeQuota {
        swings[player][index.nonzeroBitCount - 1] += 1
      }
    }
    return swings.map { $0.map { BigInteger($0) } }
  }
}
