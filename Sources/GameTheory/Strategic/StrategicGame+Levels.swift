/// What a player can make sure of.
public struct SecurityLevel<Payoff: Comparable & AdditiveArithmetic & Sendable>: Sendable {
  /// The payoff below which no choice of the others can push it.
  public let payoff: Payoff
  /// The strategies that make sure of it, ascending.
  public let strategies: [Int]
  /// The payoff to which the others can hold it if it knows what they do; at least the security level.
  public let minimax: Payoff
}

// Security levels in pure strategies, and Pareto comparisons.
extension StrategicGame {
  /// The security level of a player: the maximin over its pure strategies, and the minimax.
  ///
  /// - Complexity: O(*profiles*).
  public func securityLevel(of player: Int) -> SecurityLevel<Payoff> {
    let stride = profiles.strides[player]
    let count = strategyCounts[player]
    var worst = (0..<count).map { payoff(of: player, in: $0 * stride) }
    var minimax = bestPayoff(of: player, against: 0)
    for block in Swift.stride(from: 0, to: profiles.count, by: stride * count) {
      for base in block..<block + stride {
        var best = payoff(of: player, in: base)
        for strategy in 0..<count {
          let value = payoff(of: player, in: base + strategy * stride)
          worst[strategy] = min(worst[strategy], value)
          best = max(best, value)
        }
        minimax = min(minimax, best)
      }
    }
    let level = worst.reduce(worst[0]) { max($0, $1) }
    return SecurityLevel(
      payoff: level,
      strategies: worst.indices.filter { worst[$0] == level },
      minimax: minimax
    )
  }

  /// The profiles that are better than another for every player.
  ///
  /// Weakly better is better for somebody and worse for nobody.
  ///
  /// - Complexity: O(*players* × *profiles*).
  public func profilesBetterForAll(
    than other: Int,
    weakly: Bool = false,
    tolerances: [Payoff]? = nil
  ) -> [Int] {
    (0..<profiles.count).filter {
      isBetterForAll($0, than: other, weakly: weakly, tolerances: tolerances)
    }
  }

  /// Tells whether a profile is better than another for every player.
  ///
  /// Weakly better is better for somebody and worse for nobody. Differences of at most a player's
  /// tolerance count as none.
  public func isBetterForAll(
    _ profile: Int,
    than other: Int,
    weakly: Bool = false,
    tolerances: [Payoff]? = nil
  ) -> Bool {
    var isBetterForSome = false
    for player in 0..<playerCount {
      let gain = payoff(of: player, in: profile) - payoff(of: player, in: other)
      let tolerance = tolerances?[player] ?? .zero
      if gain + tolerance < .zero || gain <= tolerance && !weakly { return false }
      if gain > tolerance { isBetterForSome = true }
    }
    return isBetterForSome
  }

  /// The profiles of which no other is better for somebody and worse for nobody, ascending.
  ///
  /// - Complexity: O(*players* × *profiles* × *efficient profiles*): in descending order of the first
  ///   player's payoff and then the next ones', no profile can be bettered by a later one.
  public func paretoEfficientProfiles() -> [Int] {
    let order = (0..<profiles.count).sorted { first, second in
      for player in 0..<playerCount {
        let a = payoff(of: player, in: first)
        let b = payoff(of: player, in: second)
        if a != b { return a > b }
      }
      return first < second
    }
    var efficient: [Int] = []
    for profile in order
    where !efficient.contains(where: { isBetterForAll($0, than: profile, weakly: true) }) {
      efficient.append(profile)
    }
    return efficient.sorted()
  }
}
