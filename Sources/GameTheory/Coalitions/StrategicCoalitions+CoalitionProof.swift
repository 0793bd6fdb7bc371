// Equilibria that hold against deviations from which nobody would deviate further.
extension StrategicCoalitions {
  /// All coalition-proof equilibria in pure strategies, ascending.
  ///
  /// For one player, what is best. For more, a profile is self-enforcing where what each smaller group plays is
  /// coalition-proof among its members, the others being fixed; it is coalition-proof where no self-enforcing
  /// profile pays all of them more. Every strong equilibrium is one; there may be none. A gain of at most the
  /// tolerance is none.
  ///
  /// - Complexity: O(2^*players* × *players* × *profiles*), and for each coalition and what the others play
  ///   *self-enforcing* × *efficient ones among them*; memory 2^*players* × *profiles*.
  /// - Source: Bernheim, Peleg and Whinston, Journal of Economic Theory 42 (1987) 1.
  public func coalitionProofEquilibria(tolerance: Rational = 0) -> [Int] {
    coalitionProofness(tolerance: tolerance).equilibria
  }

  /// What each coalition would keep to, for questions on more than the equilibria.
  ///
  /// - Complexity: as ``coalitionProofEquilibria(tolerance:)``.
  public func coalitionProofness(tolerance: Rational = 0) -> CoalitionProofness {
    let tolerances = tolerances(tolerance)
    let order = grandCoalition.subsets.dropFirst().sorted { $0.precedes($1) }
    var proofness = CoalitionProofness(
      playerCount: game.playerCount,
      profileCount: game.profiles.count
    )
    for coalition in order {
      let isSelfEnforcing = (0..<game.profiles.count).map { profile in
        proofness.isSelfEnforcing(profile, for: coalition)
      }
      proofness.isProof[coalition.index] = unbettered(isSelfEnforcing, coalition, tolerances)
    }
    return proofness
  }

  /// The best deviation of a coalition from a profile at which its smaller groups would stay; nil where there is none.
  ///
  /// - Parameters:
  ///   - coalition: the coalition.
  ///   - profile: the profile to leave.
  ///   - proofness: what coalitions would keep to, found with the same tolerance.
  ///   - tolerance: what counts as no gain, in true payoffs.
  /// - Returns: the deviation, which pays every member.
  public func lastingDeviation(
    of coalition: Coalition,
    from profile: Int,
    _ proofness: CoalitionProofness,
    tolerance: Rational = 0
  ) -> CoalitionDeviation? {
    deviations(of: coalition, from: profile, tolerance: tolerance).first {
      proofness.isSelfEnforcing($0.profile, for: coalition)
    }
  }

  /// Those of some profiles that no other of them betters for all members, the others playing the same.
  private func unbettered(
    _ isCandidate: [Bool],
    _ coalition: Coalition,
    _ tolerances: [BigInteger]
  ) -> [Bool] {
    let members = coalition.members
    let others = jointStrategies(of: grandCoalition.subtracting(coalition))
    var groups = [[Int]](repeating: [], count: others.count)
    for profile in isCandidate.indices where isCandidate[profile] {
      groups[others.numbers[profile]].append(profile)
    }
    var isLeft = isCandidate
    for group in groups {
      // Whatever betters a profile is at most as good as an efficient one, which then betters it too.
      let efficient = efficientProfiles(group, members)
      for profile in group {
        let isBettered = efficient.contains { other in
          members.allSatisfy {
            game.payoff(of: $0, in: other)
              > game.payoff(of: $0, in: profile) + tolerances[$0]
          }
        }
        if isBettered { isLeft[profile] = false }
      }
    }
    return isLeft
  }

  /// Profiles of a list such that each of the list is for no member better than some one of them.
  private func efficientProfiles(_ profiles: [Int], _ members: [Int]) -> [Int] {
    guard profiles.count > 1 else { return profiles }
    let sorted = profiles.sorted { first, second in
      for member in members {
        let left = game.payoff(of: member, in: first)
        let right = game.payoff(of: member, in: second)
        if left != right { return left > right }
      }
      return first < second
    }
    var efficient: [Int] = []
    for profile in sorted {
      let isCovered = efficient.contains { other in
        members.allSatisfy {
          game.payoff(of: $0, in: other) >= game.payoff(of: $0, in: profile)
        }
      }
      if !isCovered { efficient.append(profile) }
    }
    return efficient
  }
}
