/// Why a strategy was eliminated.
public struct EliminatedStrategy: Sendable, Hashable {
  /// Whose strategy it is.
  public let player: Int
  /// The strategy.
  public let strategy: Int
  /// The surviving strategy that dominates it.
  public let dominator: Int
}

/// What iterated elimination left, and in which steps.
public struct Elimination: Sendable {
  /// For each round what was eliminated in it, all at once.
  public let rounds: [[EliminatedStrategy]]
  /// For each player the strategies left, ascending.
  public let survivors: [[Int]]
}

/// How much worse a dominated strategy is.
public enum Dominance: Sendable {
  /// Worse whatever the others do.
  case strict
  /// Never better, and sometimes worse.
  case weak
}

// Dominance by pure strategies (Osborne and Rubinstein, 1994, section 4.2).
extension StrategicGame {
  /// Eliminates dominated strategies, round by round, until none is left that is dominated.
  ///
  /// Each round removes, for all players at once, every strategy that is dominated in the game left
  /// by the rounds before. With weak dominance the survivors can depend on that convention. Differences
  /// of at most a player's tolerance count as none; all tolerances are 0 when they are left out.
  ///
  /// - Complexity: O(*rounds* × Σ *strategies*² × *opponents' profiles*) at worst; a pair is left at the
  ///   first opponents' profile that speaks against it.
  public func eliminatingDominated(
    _ dominance: Dominance,
    tolerances: [Payoff]? = nil
  ) -> Elimination {
    let tolerances = tolerances ?? [Payoff](repeating: .zero, count: playerCount)
    var survivors = strategyCounts.map { Array(0..<$0) }
    var rounds: [[EliminatedStrategy]] = []
    while true {
      var round: [EliminatedStrategy] = []
      for player in 0..<playerCount where survivors[player].count > 1 {
        round += dominated(player, dominance, survivors, tolerances[player])
      }
      if round.isEmpty { return Elimination(rounds: rounds, survivors: survivors) }
      for gone in round { survivors[gone.player].removeAll { $0 == gone.strategy } }
      rounds.append(round)
    }
  }

  /// The strategies of a player that are dominated, each with an undominated dominator.
  ///
  /// `survivors` holds for each player the strategies that count; all do when it is left out.
  public func dominatedStrategies(
    of player: Int,
    _ dominance: Dominance,
    among survivors: [[Int]]? = nil
  ) -> [EliminatedStrategy] {
    dominated(player, dominance, survivors ?? strategyCounts.map { Array(0..<$0) }, .zero)
  }

  private func dominated(
    _ player: Int,
    _ dominance: Dominance,
    _ survivors: [[Int]],
    _ tolerance: Payoff
  ) -> [EliminatedStrategy] {
    let others = offsets(withoutPlayer: player, survivors)
    let candidates = survivors[player]
    func dominates(_ better: Int, _ worse: Int) -> Bool {
      self.dominates(better, worse, player, dominance, others, tolerance)
    }
    let isDominated = candidates.map { strategy in
      candidates.contains { $0 != strategy && dominates($0, strategy) }
    }
    var found: [EliminatedStrategy] = []
    for (position, strategy) in candidates.enumerated() where isDominated[position] {
      for (other, dominator) in candidates.enumerated()
      where !isDominated[other] && dominates(dominator, strategy) {
        found.append(
          EliminatedStrategy(player: player, strategy: strategy, dominator: dominator)
        )
        break
      }
    }
    return found
  }

  private func dominates(
    _ better: Int,
    _ worse: Int,
    _ player: Int,
    _ dominance: Dominance,
    _ others: [Int],
    _ tolerance: Payoff
  ) -> Bool {
    let stride = profiles.strides[player]
    var isSometimesBetter = false
    for base in others {
      let high = payoff(of: player, in: base + better * stride)
      let low = payoff(of: player, in: base + worse * stride)
      if low - high > tolerance { return false }
      if high - low > tolerance {
        isSometimesBetter = true
      } else if dominance == .strict {
        return false
      }
    }
    return isSometimesBetter
  }

  /// The profiles of the others' surviving strategies, with the player at its first.
  private func offsets(withoutPlayer player: Int, _ survivors: [[Int]]) -> [Int] {
    var offsets = [0]
    for other in 0..<playerCount where other != player {
      offsets = offsets.flatMap { base in
        survivors[other].map { base + $0 * profiles.strides[other] }
      }
    }
    return offsets
  }
}
