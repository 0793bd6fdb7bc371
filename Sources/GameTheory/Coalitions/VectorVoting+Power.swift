// Swings and wins, counted exactly.
extension VectorVoting: VotingGame {
  /// How many coalitions win; divided by 2^*players* Coleman's power of the whole to act.
  ///
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)``.
  /// - Source: Coleman, in Lieberman (editor), Social Choice (1971) 269.
  public func winningCount() throws(CoalitionError) -> BigInteger {
    if playerCount <= CoalitionalGame.mostPlayers {
      return BigInteger(winners().count { $0 })
    }
    return try countTable(without: nil).winningCount
  }

  /// For each player how many coalitions of others of each size it turns from losing to winning.
  ///
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)`` where there are more than 20 players, and weights too large for
  ///   counting by sums.
  /// - Complexity: of one condition as ``WeightedVoting/swingsBySize()``; of several
  ///   O(*different players* × *players*² × Π *quotas*), or O(*players* × 2^*players*) up to 20 players.
  public func swingsBySize() throws(CoalitionError) -> [[BigInteger]] {
    if conditions.count == 1 { return try conditions[0].swingsBySize() }
    return playerCount <= CoalitionalGame.mostPlayers ? enumeratedSwings() : try countedSwings()
  }

  /// The swings by tables of counts, one for each different list of weights.
  func countedSwings() throws(CoalitionError) -> [[BigInteger]] {
    var known: [[BigInteger]: [BigInteger]] = [:]
    var swings: [[BigInteger]] = []
    for player in 0..<playerCount {
      let weights = conditions.map { $0.whole[player] }
      if let found = known[weights] {
        swings.append(found)
        continue
      }
      let found = try countTable(without: player).swings(of: weights)
      known[weights] = found
      swings.append(found)
    }
    return swings
  }

  func countTable(without player: Int?) throws(CoalitionError) -> VectorCounts {
    guard let table = VectorCounts(self, without: player) else {
      throw .tableTooLarge(limit: VectorCounts.mostSteps)
    }
    return table
  }

  func enumeratedSwings() -> [[BigInteger]] {
    var swings = [[Int]](
      repeating: [Int](repeating: 0, count: playerCount),
      count: playerCount
    )
    let wins = winners()
    for index in wins.indices where wins[index] {
      var rest = index
      while rest != 0 {
        let player = rest.trailingZeroBitCount
        if !wins[index ^ 1 << player] { swings[player][index.nonzeroBitCount - 1] += 1 }
        rest &= rest - 1
      }
    }
    return swings.map { $0.map { BigInteger($0) } }
  }
}

// Minimal winning coalitions.
extension VectorVoting {
  /// The winning coalitions that lose by the leaving of each member.
  ///
  /// - Parameter limit: how many there may be.
  /// - Returns: the members of each, ascending, sorted by their lists; nil where there are more, and for several
  ///   conditions on more than 20 players.
  /// - Complexity: of one condition as ``WeightedVoting/minimalWinningCoalitions(limit:)``, of several
  ///   O(*players* × 2^*players*).
  public func minimalWinningCoalitions(limit: Int = 100_000) -> [[Int]]? {
    if conditions.count == 1 { return conditions[0].minimalWinningCoalitions(limit: limit) }
    guard playerCount <= CoalitionalGame.mostPlayers else { return nil }
    let wins = winners()
    var found: [[Int]] = []
    for index in wins.indices where wins[index] {
      let members = Coalition(index: index).members
      guard members.allSatisfy({ !wins[index ^ 1 << $0] }) else { continue }
      guard found.count < limit else { return nil }
      found.append(members)
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The Deegan-Packel index: minimal winning coalitions are equally likely, and divide evenly.
  ///
  /// - Returns: one share for each player, 1 in sum.
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)``, as ``WeightedVoting/deeganPackelIndex()``, and for several
  ///   conditions on more than 20 players.
  /// - Source: Deegan and Packel, International Journal of Game Theory 7 (1978) 113.
  public func deeganPackelIndex() throws(CoalitionError) -> [Rational] {
    if conditions.count == 1 { return try conditions[0].deeganPackelIndex() }
    guard let minimal = minimalWinningCoalitions(limit: .max) else {
      throw .tableTooLarge(limit: 1 << CoalitionalGame.mostPlayers)
    }
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: playerCount + 1),
      count: playerCount
    )
    for members in minimal {
      for player in members { counts[player][members.count] += 1 }
    }
    return counts.map { sizes in
      sizes.enumerated().dropFirst().reduce(Rational(0)) {
        $0 + Rational($1.element) / Rational($1.offset * minimal.count)
      }
    }
  }
}
