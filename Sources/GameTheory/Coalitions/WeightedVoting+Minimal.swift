// Minimal winning coalitions.
extension WeightedVoting {
  /// The winning coalitions that lose by the leaving of each member.
  ///
  /// - Parameter limit: how many there may be.
  /// - Returns: the members of each, ascending, sorted by their lists; nil where there are more.
  /// - Complexity: O(*found* × *players*²).
  public func minimalWinningCoalitions(limit: Int = 100_000) -> [[Int]]? {
    let order = heaviestFirst
    // What those from each place on have together.
    var left = [BigInteger](repeating: 0, count: order.count + 1)
    for place in order.indices.reversed() { left[place] = left[place + 1] + whole[order[place]] }
    var found: [[Int]] = []
    var members: [Int] = []
    // Members come heaviest first, so that a coalition is minimal when it loses without the last.
    func search(from start: Int, _ sum: BigInteger) -> Bool {
      for place in start..<order.count {
        guard sum + left[place] >= wholeQuota else { return true }
        let next = sum + whole[order[place]]
        members.append(order[place])
        defer { members.removeLast() }
        if next >= wholeQuota {
          guard found.count < limit else { return false }
          found.append(members.sorted())
        } else if !search(from: place + 1, next) {
          return false
        }
      }
      return true
    }
    guard search(from: 0, 0) else { return nil }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The Deegan-Packel index: minimal winning coalitions are equally likely, and divide evenly.
  ///
  /// - Returns: one share for each player, 1 in sum.
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)`` where sums of weights up to the quota, times the number of
  ///   players, are more than 2^22, and players more than 20.
  /// - Complexity: O(*different weights* × *players*² × *sums*); O(*players* × 2^*players*) where the table would be
  ///   too large.
  /// - Source: Deegan and Packel, International Journal of Game Theory 7 (1978) 113.
  public func deeganPackelIndex() throws(CoalitionError) -> [Rational] {
    let counts = try minimalCounts()
    let shares = counts.map { sizes in
      sizes.enumerated().reduce(Rational(0)) { $0 + Rational($1.element) / Rational($1.offset + 1) }
    }
    // Each coalition gives 1 in sum.
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }

  /// The public good index: how often each player is in a minimal winning coalition, as a share.
  ///
  /// - Returns: one share for each player, 1 in sum.
  /// - Throws: as ``deeganPackelIndex()``.
  /// - Source: Holler, Political Studies 30 (1982) 262.
  public func publicGoodIndex() throws(CoalitionError) -> [Rational] {
    let counts = try minimalCounts().map { $0.reduce(BigInteger(0), +) }
    let total = counts.reduce(0, +)
    return counts.map { Rational($0, total) }
  }

  /// The players by falling weight, those alike by their numbers.
  private var heaviestFirst: [Int] {
    whole.indices.sorted { whole[$0] == whole[$1] ? $0 < $1 : whole[$0] > whole[$1] }
  }

  /// For each player in how many minimal winning coalitions of each size it is, from size 1.
  func minimalCounts() throws(CoalitionError) -> [[BigInteger]] {
    guard let width = wholeQuota.asInt,
      let empty = CoalitionCounts(playerCount: playerCount, width: width)
    else { return try enumeratedMinimalCounts() }
    let order = heaviestFirst
    let weights = order.map { min(whole[$0], wholeQuota).asInt ?? width }
    var counts = [[BigInteger]](repeating: [], count: playerCount)
    for (place, player) in order.enumerated() {
      if place > 0, weights[place] == weights[place - 1] {
        counts[player] = counts[order[place - 1]]
      } else {
        counts[player] = minimalCounts(with: place, weights, empty)
      }
    }
    return counts
  }

  /// In how many minimal winning coalitions of each size a player is, all being sorted by falling weight.
  ///
  /// Players are added one by one; the coalitions that the next one turns to winning are minimal, for it is the
  /// lightest of their members.
  private func minimalCounts(
    with own: Int,
    _ weights: [Int],
    _ empty: CoalitionCounts
  ) -> [BigInteger] {
    var found = [BigInteger](repeating: 0, count: playerCount)
    var before = empty
    for (place, weight) in weights.enumerated() {
      if place >= own {
        // From here on the table has the coalitions with the player, those without have been left out.
        for (size, count) in before.sizeCounts(last: weight).enumerated() {
          found[size] = found[size] + count
        }
      }
      if place == own { before.shift(weight) } else { before.add(weight) }
    }
    return found
  }

  private func enumeratedMinimalCounts() throws(CoalitionError) -> [[BigInteger]] {
    guard playerCount <= CoalitionalGame.mostPlayers else {
      throw .tableTooLarge(limit: WeightedVoting.mostCounts)
    }
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: playerCount),
      count: playerCount
    )
    for coalition in try game().minimalWinningCoalitions() {
      for player in coalition.members { counts[player][coalition.count - 1] += 1 }
    }
    return counts.map { $0.map { BigInteger($0) } }
  }
}
