/// What a coalition can make sure of for each of its members, whatever the others do.
public struct CoalitionGuarantee: Sendable, Hashable {
  /// The coalition.
  public let coalition: Coalition
  /// A profile in which the members play what makes sure of it.
  public let profile: Int
  /// The least that each member can get then, ascending by player.
  public let payoffs: [Rational]
}

/// What coalitions can force in a strategic game, and nobody adds payoffs up.
///
/// A joint strategy gives each member a least payoff over all that the others may do. A coalition *alpha-blocks* a
/// profile when some joint strategy makes sure that each member has more than there; it *beta-blocks* it when
/// whatever the others do leaves it such a joint strategy. Alpha-blocking implies beta-blocking, that implies that
/// no promise of the others can keep the coalition from more. The *alpha-core* has the profiles that no coalition
/// alpha-blocks.
///
/// - Source: Aumann and Peleg, Bulletin of the American Mathematical Society 66 (1960) 173; Aumann, Transactions of the
///   American Mathematical Society 98 (1961) 539; Moulin and Peleg, Journal of Mathematical Economics 10 (1982) 115.
public struct CoalitionEffectivity: Sendable {
  /// A joint strategy, by the first profile with it, and the least that each member gets with it, scaled.
  struct Floor {
    let profile: Int
    let payoffs: [BigInteger]
  }

  /// The game.
  public let coalitions: StrategicCoalitions
  /// For each coalition, by its number, the floors of which none is at most another in every part, the best for the
  /// first member first.
  private let floors: [[Floor]]

  /// Finds what each coalition can make sure of.
  ///
  /// - Complexity: O(2^*players* × *players* × *profiles*), and comparing efficient floors with each other.
  public init(_ coalitions: StrategicCoalitions) {
    self.coalitions = coalitions
    floors = coalitions.grandCoalition.subsets.map { coalitions.efficientFloors(of: $0) }
  }

  /// The most that a coalition can make sure of for each of its members by itself, ascending by player.
  ///
  /// For a single player it is its security level. What is best for one member need not be for another.
  public func mostGuaranteed(by coalition: Coalition) -> [Rational] {
    let floors = floors[coalition.index]
    return coalition.members.enumerated().map { place, player in
      let most = floors.dropFirst().reduce(floors[0].payoffs[place]) {
        max($0, $1.payoffs[place])
      }
      return Rational(most, coalitions.scales[player])
    }
  }

  /// A joint strategy by which a coalition makes sure that each member has more than in a profile; nil where there is
  /// none.
  ///
  /// Of several that is taken whose least gain is greatest, each gain measured against the range of the member's
  /// payoffs in the game.
  ///
  /// - Parameters:
  ///   - coalition: the coalition, which has a member.
  ///   - profile: the profile to improve on.
  ///   - tolerance: what counts as no gain, in true payoffs.
  /// - Returns: the joint strategy, with what it makes sure of.
  public func alphaBlock(
    of coalition: Coalition,
    at profile: Int,
    tolerance: Rational = 0
  ) -> CoalitionGuarantee? {
    let members = coalition.members
    let needed = needed(of: members, profile, coalitions.tolerances(tolerance))
    var best: (floor: Floor, least: Rational)?
    for floor in floors[coalition.index]
    where zip(floor.payoffs, needed).allSatisfy({ $0 > $1 }) {
      let shares = members.enumerated().map { place, player in
        Rational(
          floor.payoffs[place] - coalitions.game.payoff(of: player, in: profile),
          coalitions.payoffRanges[player]
        )
      }
      let least = shares.dropFirst().reduce(shares[0]) { min($0, $1) }
      if best.map({ least > $0.least }) ?? true { best = (floor, least) }
    }
    guard let floor = best?.floor else { return nil }
    return CoalitionGuarantee(
      coalition: coalition,
      profile: floor.profile,
      payoffs: zip(members, floor.payoffs).map { Rational($1, coalitions.scales[$0]) }
    )
  }

  /// Whether a coalition has for whatever the others do a joint strategy that gives each member more than a profile.
  ///
  /// - Complexity: O(*members* × *profiles*).
  public func isBetaBlocked(
    _ profile: Int,
    by coalition: Coalition,
    tolerance: Rational = 0
  ) -> Bool {
    let members = coalition.members
    let game = coalitions.game
    let needed = needed(of: members, profile, coalitions.tolerances(tolerance))
    let others = coalitions.jointStrategies(
      of: coalitions.grandCoalition.subtracting(coalition)
    )
    var isAnswered = [Bool](repeating: false, count: others.count)
    for other in 0..<game.profiles.count where !isAnswered[others.numbers[other]] {
      var isBetter = true
      for (place, member) in members.enumerated()
      where game.payoff(of: member, in: other) <= needed[place] {
        isBetter = false
        break
      }
      if isBetter { isAnswered[others.numbers[other]] = true }
    }
    return !isAnswered.contains(false)
  }

  /// The alpha-core: the profiles that no coalition alpha-blocks, ascending; there may be none.
  ///
  /// - Complexity: O(*profiles* × efficient floors of all coalitions).
  public func alphaCore(tolerance: Rational = 0) -> [Int] {
    let tolerances = coalitions.tolerances(tolerance)
    // Small coalitions block most, and are looked at first.
    let order = coalitions.grandCoalition.subsets.dropFirst().map { ($0, $0.members) }
      .sorted { $0.1.count < $1.1.count }
    let players = Array(0..<coalitions.game.playerCount)
    return (0..<coalitions.game.profiles.count).filter { profile in
      let needed = needed(of: players, profile, tolerances)
      for (coalition, members) in order {
        for floor in floors[coalition.index] {
          var isBetter = true
          for (place, member) in members.enumerated()
          where floor.payoffs[place] <= needed[member] {
            isBetter = false
            break
          }
          if isBetter { return false }
        }
      }
      return true
    }
  }

  /// What each of some players must have more than.
  private func needed(
    of members: [Int],
    _ profile: Int,
    _ tolerances: [BigInteger]
  ) -> [BigInteger] {
    members.map { coalitions.game.payoff(of: $0, in: profile) + tolerances[$0] }
  }
}

extension StrategicCoalitions {
  /// The floors of a coalition's joint strategies that are not at most another in every part.
  fileprivate func efficientFloors(of coalition: Coalition) -> [CoalitionEffectivity.Floor] {
    let members = coalition.members
    let strategies = jointStrategies(of: coalition)
    var firsts = [Int](repeating: -1, count: strategies.count)
    var payoffs = [BigInteger](repeating: 0, count: strategies.count * members.count)
    for profile in 0..<game.profiles.count {
      let strategy = strategies.numbers[profile]
      let isFirst = firsts[strategy] < 0
      if isFirst { firsts[strategy] = profile }
      for (place, member) in members.enumerated() {
        let payoff = game.payoff(of: member, in: profile)
        let slot = strategy * members.count + place
        if isFirst || payoff < payoffs[slot] { payoffs[slot] = payoff }
      }
    }
    let floors = firsts.indices.map { strategy in
      CoalitionEffectivity.Floor(
        profile: firsts[strategy],
        payoffs: Array(payoffs[strategy * members.count..<(strategy + 1) * members.count])
      )
    }.sorted { first, second in
      for (left, right) in zip(first.payoffs, second.payoffs) where left != right {
        return left > right
      }
      return first.profile < second.profile
    }
    var efficient: [CoalitionEffectivity.Floor] = []
    for floor in floors {
      let isCovered = efficient.contains { other in
        zip(other.payoffs, floor.payoffs).allSatisfy { $0 >= $1 }
      }
      if !isCovered { efficient.append(floor) }
    }
    return efficient
  }
}
