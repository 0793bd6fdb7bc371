/// A deviation: a player's change of strategy, the others keeping theirs.
public struct Deviation<Payoff: Comparable & AdditiveArithmetic & Sendable>: Sendable {
  /// Who deviates.
  public let player: Int
  /// To which strategy.
  public let strategy: Int
  /// What it gains by it; negative where it loses.
  public let gain: Payoff
}

/// A profile that nobody leaves, with its certificate.
public struct PureEquilibrium<Payoff: Comparable & AdditiveArithmetic & Sendable>: Sendable {
  /// The profile.
  public let profile: Int
  /// Whether every deviation loses, by more than the tolerance.
  public let isStrict: Bool
  /// For each player its best deviation, which gains at most the tolerance; nil where it has no other strategy.
  public let bestDeviations: [Deviation<Payoff>?]

  /// The best deviation of all, which is the certificate; nil where nobody has another strategy.
  public var largestGain: Deviation<Payoff>? {
    bestDeviations.compactMap { $0 }.max { $0.gain < $1.gain }
  }
}

// Best replies and pure equilibria (Osborne and Rubinstein, A Course in Game Theory, 1994, section 2.2).
extension StrategicGame {
  /// The profile in which one player plays another strategy.
  public func replacing(_ player: Int, with strategy: Int, in profile: Int) -> Int {
    profiles.replacing(player, with: strategy, in: profile)
  }

  /// The best that a player can have against the others' strategies in a profile.
  public func bestPayoff(of player: Int, against profile: Int) -> Payoff {
    let base = replacing(player, with: 0, in: profile)
    let stride = profiles.strides[player]
    var best = payoff(of: player, in: base)
    for strategy in 1..<max(1, strategyCounts[player]) {
      best = max(best, payoff(of: player, in: base + strategy * stride))
    }
    return best
  }

  /// What a player could gain at most by deviating; at least 0.
  public func regret(of player: Int, in profile: Int) -> Payoff {
    bestPayoff(of: player, against: profile) - payoff(of: player, in: profile)
  }

  /// What a player could gain at most by deviating from each profile; at least 0.
  ///
  /// - Complexity: O(*profiles*).
  public func regrets(of player: Int) -> [Payoff] {
    let stride = profiles.strides[player]
    let count = strategyCounts[player]
    var regrets = [Payoff](repeating: .zero, count: profiles.count)
    for block in Swift.stride(from: 0, to: profiles.count, by: stride * count) {
      for base in block..<block + stride {
        let best = bestPayoff(of: player, against: base)
        for profile in Swift.stride(from: base, to: base + stride * count, by: stride) {
          regrets[profile] = best - payoff(of: player, in: profile)
        }
      }
    }
    return regrets
  }

  /// The strategies that are best against the others' in a profile, ascending.
  ///
  /// Strategies that fall short of the best by at most the tolerance are best too.
  public func bestReplies(of player: Int, to profile: Int, tolerance: Payoff = .zero) -> [Int] {
    let best = bestPayoff(of: player, against: profile)
    return (0..<strategyCounts[player]).filter {
      best - payoff(of: player, in: replacing(player, with: $0, in: profile)) <= tolerance
    }
  }

  /// A player's best deviation from a profile; nil where it has no other strategy.
  public func bestDeviation(of player: Int, from profile: Int) -> Deviation<Payoff>? {
    let present = strategy(of: player, in: profile)
    var best: Deviation<Payoff>?
    for strategy in 0..<strategyCounts[player] where strategy != present {
      let other = replacing(player, with: strategy, in: profile)
      let gain = payoff(of: player, in: other) - payoff(of: player, in: profile)
      if let known = best, known.gain >= gain { continue }
      best = Deviation(player: player, strategy: strategy, gain: gain)
    }
    return best
  }

  /// All pure equilibria, in the order of their profiles.
  public func pureEquilibria(tolerance: Payoff = .zero) -> [PureEquilibrium<Payoff>] {
    pureEquilibria(tolerances: [Payoff](repeating: tolerance, count: playerCount))
  }

  /// All pure equilibria, in the order of their profiles; each player's gain of at most its tolerance is none.
  ///
  /// - Complexity: O(*players* × *profiles*).
  public func pureEquilibria(tolerances: [Payoff]) -> [PureEquilibrium<Payoff>] {
    var isStable = [Bool](repeating: true, count: profiles.count)
    for player in 0..<playerCount {
      let stride = profiles.strides[player]
      let count = strategyCounts[player]
      for block in Swift.stride(from: 0, to: profiles.count, by: stride * count) {
        for base in block..<block + stride {
          markUnstable(player, base, stride, count, tolerances[player], &isStable)
        }
      }
    }
    return isStable.indices.filter { isStable[$0] }.map { profile in
      let deviations = (0..<playerCount).map { bestDeviation(of: $0, from: profile) }
      return PureEquilibrium(
        profile: profile,
        isStrict: deviations.allSatisfy { deviation in
          deviation.map { $0.gain + tolerances[$0.player] < .zero } ?? true
        },
        bestDeviations: deviations
      )
    }
  }

  private func markUnstable(
    _ player: Int,
    _ base: Int,
    _ stride: Int,
    _ count: Int,
    _ tolerance: Payoff,
    _ isStable: inout [Bool]
  ) {
    var best = payoff(of: player, in: base)
    for strategy in 1..<max(1, count) {
      best = max(best, payoff(of: player, in: base + strategy * stride))
    }
    for strategy in 0..<count {
      let profile = base + strategy * stride
      if best - payoff(of: player, in: profile) > tolerance { isStable[profile] = false }
    }
  }
}
