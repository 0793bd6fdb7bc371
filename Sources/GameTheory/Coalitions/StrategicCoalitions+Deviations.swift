/// A joint change of strategies that pays every member of a coalition.
public struct CoalitionDeviation: Sendable, Hashable {
  /// The coalition.
  public let coalition: Coalition
  /// The profile that it leads to, the others keeping their strategies.
  public let profile: Int
  /// Those of the members whose strategy changes; the others of them gain without moving.
  public let movers: Coalition
  /// What each member gains, ascending by player, each above the tolerance.
  public let gains: [Rational]
  /// The members' gains in shares of the range of each one's payoffs in the game, the least first.
  public let shares: [Rational]
}

// Joint deviations. A gain of at most the tolerance is none.
extension StrategicCoalitions {
  /// The joint deviations of a coalition from a profile that pay every member, the best first.
  ///
  /// Payoffs of different players cannot be compared, so gains are measured in shares of the range of each
  /// player's payoffs: the better one is that whose least share is greater, then the next least, and so on;
  /// of those alike the first profile.
  ///
  /// - Complexity: O(*joint strategies* × *members*), and sorting of those found.
  public func deviations(
    of coalition: Coalition,
    from profile: Int,
    tolerance: Rational = 0
  ) -> [CoalitionDeviation] {
    let ranges = coalition.members.map { payoffRanges[$0] }
    return payingProfiles(of: coalition, from: profile, tolerances(tolerance)).map {
      deviation(of: coalition, from: profile, to: $0, ranges)
    }.sorted(by: StrategicCoalitions.isBetter)
  }

  /// For each coalition that can block a profile its best deviation from it, the best of all first.
  ///
  /// - Parameters:
  ///   - profile: the profile to leave.
  ///   - size: how many members a coalition has at least.
  ///   - tolerance: what counts as no gain, in true payoffs.
  /// - Returns: at most one deviation for each coalition, sorted as ``deviations(of:from:tolerance:)`` says,
  ///   those alike by the coalition's number.
  /// - Complexity: O(Π over players of (1 + *strategies*)), times *players*.
  public func blockingDeviations(
    from profile: Int,
    ofAtLeast size: Int = 2,
    tolerance: Rational = 0
  ) -> [CoalitionDeviation] {
    grandCoalition.subsets.filter { !$0.isEmpty && $0.count >= size }.compactMap {
      deviations(of: $0, from: profile, tolerance: tolerance).first
    }.sorted {
      $0.shares == $1.shares
        ? $0.coalition.rawValue < $1.coalition.rawValue : StrategicCoalitions.isBetter($0, $1)
    }
  }

  /// Tells whether no coalition, single players included, has a joint deviation that pays every member.
  ///
  /// - Complexity: O(*players* × Π over players of (1 + *strategies*)).
  /// - Source: Aumann, Contributions to the Theory of Games IV (1959) 287.
  public func isStrongEquilibrium(_ profile: Int, tolerance: Rational = 0) -> Bool {
    let tolerances = tolerances(tolerance)
    return grandCoalition.subsets.dropFirst().allSatisfy { coalition in
      payingProfiles(of: coalition, from: profile, tolerances, limit: 1).isEmpty
    }
  }

  /// All strong equilibria, ascending.
  public func strongEquilibria(tolerance: Rational = 0) -> [Int] {
    game.pureEquilibria(tolerances: tolerances(tolerance)).map { $0.profile }.filter {
      isStrongEquilibrium($0, tolerance: tolerance)
    }
  }

  /// Whether the first deviation is better than the second.
  private static func isBetter(_ first: CoalitionDeviation, _ second: CoalitionDeviation) -> Bool {
    for (left, right) in zip(first.shares, second.shares) where left != right {
      return left > right
    }
    // A member more gains on top of what is alike.
    if first.shares.count != second.shares.count {
      return first.shares.count > second.shares.count
    }
    return first.profile < second.profile
  }

  private func deviation(
    of coalition: Coalition,
    from profile: Int,
    to other: Int,
    _ ranges: [BigInteger]
  ) -> CoalitionDeviation {
    let members = coalition.members
    let gains = members.map {
      game.payoff(of: $0, in: other) - game.payoff(of: $0, in: profile)
    }
    return CoalitionDeviation(
      coalition: coalition,
      profile: other,
      movers: Coalition(
        members: members.filter {
          game.strategy(of: $0, in: other) != game.strategy(of: $0, in: profile)
        }
      ),
      gains: zip(members, gains).map { Rational($1, scales[$0]) },
      shares: zip(gains, ranges).map { Rational($0, $1) }.sorted()
    )
  }

  /// The profiles that a coalition can lead to in which every member gains more than its tolerance.
  private func payingProfiles(
    of coalition: Coalition,
    from profile: Int,
    _ tolerances: [BigInteger],
    limit: Int = .max
  ) -> [Int] {
    let members = coalition.members
    let needed = members.map { game.payoff(of: $0, in: profile) + tolerances[$0] }
    var found: [Int] = []
    game.profiles.forEach(varying: members, of: profile) { other in
      guard found.count < limit else { return }
      for (member, least) in zip(members, needed)
      where game.payoff(of: member, in: other) <= least {
        return
      }
      found.append(other)
    }
    return found
  }
}
