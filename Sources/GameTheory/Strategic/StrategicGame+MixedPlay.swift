// What mixed strategies are worth. One mixed strategy for each player: its probabilities, by strategy.
extension StrategicGame where Payoff == Double {
  /// What each strategy of a player is worth against the mixed strategies of the others.
  ///
  /// Sums are taken in the order of strategies, the last of the others first: the same bits everywhere.
  ///
  /// - Parameters:
  ///   - player: the player.
  ///   - strategies: a mixed strategy for each player; the player's own is not used.
  /// - Returns: the expected payoffs, by strategy of the player.
  /// - Complexity: O(*profiles*).
  public func expectedPayoffs(of player: Int, against strategies: [[Double]]) -> [Double] {
    precondition(strategies.map { $0.count } == strategyCounts)
    var table = PlayerTable(
      players: Array(0..<playerCount),
      counts: strategyCounts,
      values: (0..<profiles.count).map { payoff(of: player, in: $0) }
    )
    for other in (0..<playerCount).reversed() where other != player {
      table.average(over: other, by: strategies[other][...])
    }
    return table.values
  }

  /// What each player has on average where all play mixed strategies.
  ///
  /// - Complexity: O(*players* × *profiles*).
  public func expectedPayoffs(_ strategies: [[Double]]) -> [Double] {
    (0..<playerCount).map { player in
      let payoffs = expectedPayoffs(of: player, against: strategies)
      return zip(strategies[player], payoffs).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// Whether there is one mixed strategy for each player: probabilities, finite and at least 0, of sum 1.
  ///
  /// - Parameters:
  ///   - strategies: what may be mixed strategies.
  ///   - tolerance: by how much sums may differ from 1.
  /// - Returns: whether they are mixed strategies.
  public func areMixedStrategies(_ strategies: [[Double]], tolerance: Double = 1e-12) -> Bool {
    strategies.map { $0.count } == strategyCounts
      && strategies.allSatisfy { strategy in
        strategy.allSatisfy { $0 >= 0 && $0.isFinite }
          && (strategy.reduce(0, +) - 1).magnitude <= tolerance
      }
  }
}

/// Numbers by the strategies of some players, the last of them varying fastest.
struct PlayerTable {
  /// The players that are left, ascending.
  private(set) var players: [Int]
  /// How many strategies each of them has.
  private(set) var counts: [Int]
  /// The numbers.
  private(set) var values: [Double]

  init(players: [Int], counts: [Int], values: [Double]) {
    self.players = players
    self.counts = counts
    self.values = values
  }

  /// Sums over the strategies of a player, each with its weight; the player is gone afterwards.
  mutating func average(over player: Int, by weights: ArraySlice<Double>) {
    guard let place = players.firstIndex(of: player) else { return }
    let count = counts[place]
    let inner = counts[(place + 1)...].reduce(1, *)
    let outer = counts[..<place].reduce(1, *)
    var sums = [Double](repeating: 0, count: outer * inner)
    for block in 0..<outer {
      let target = block * inner
      for strategy in 0..<count {
        let weight = weights[weights.startIndex + strategy]
        let source = (block * count + strategy) * inner
        for index in 0..<inner {
          sums[target + index] = sums[target + index] + weight * values[source + index]
        }
      }
    }
    players.remove(at: place)
    counts.remove(at: place)
    values = sums
  }
}
