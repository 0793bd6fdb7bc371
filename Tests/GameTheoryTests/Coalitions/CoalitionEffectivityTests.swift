import GameTheory
import TestSupport
import Testing

@Suite("What coalitions can force, and would keep to")
struct CoalitionEffectivityTests {
  private func randomGame(_ random: inout SplitMix64) throws -> StrategicGame<Rational> {
    let counts = (0..<random.int(in: 1...3)).map { _ in random.int(in: 1...3) }
    let count = counts.reduce(1, *) * counts.count
    return try StrategicGame(
      strategyCounts: counts,
      payoffs: (0..<count).map { _ in Rational(random.int(in: -2...3)) / 2 }
    )
  }

  /// The profiles in which some players do as in a profile.
  private func keeping(
    _ coalition: Coalition,
    of profile: Int,
    _ game: StrategicGame<Rational>
  ) -> [Int] {
    (0..<game.profiles.count).filter { other in
      coalition.members.allSatisfy {
        game.strategy(of: $0, in: other) == game.strategy(of: $0, in: profile)
      }
    }
  }

  @Test("guarantees, alpha- and beta-blocking and the alpha-core by their definitions")
  func definitions() throws {
    var counts = (alpha: 0, betaOnly: 0)
    let wrong = try failures(seeds: 120) { random in
      let game = try randomGame(&random)
      let tolerance = Rational(random.int(in: 0...1)) / 2
      let effectivity = CoalitionEffectivity(try StrategicCoalitions(game))
      let all = Coalition.all(of: game.playerCount)
      let profiles = 0..<game.profiles.count
      var core = Set(profiles)
      for coalition in all.subsets.dropFirst() {
        let others = all.subtracting(coalition)
        let floors = profiles.map { profile in
          coalition.members.map { member in
            keeping(coalition, of: profile, game).map { game.payoff(of: member, in: $0) }.min()
              ?? 0
          }
        }
        let most = coalition.members.indices.map { place in floors.map { $0[place] }.max() }
        if effectivity.mostGuaranteed(by: coalition) != most { return "most of \(coalition)" }
        for profile in profiles {
          func isBetter(_ payoffs: [Rational]) -> Bool {
            zip(coalition.members, payoffs).allSatisfy {
              $1 > game.payoff(of: $0, in: profile) + tolerance
            }
          }
          let isAlpha = floors.contains(where: isBetter)
          let isBeta = profiles.allSatisfy { other in
            keeping(others, of: other, game).contains { reply in
              isBetter(coalition.members.map { game.payoff(of: $0, in: reply) })
            }
          }
          if isAlpha {
            core.remove(profile)
            counts.alpha += 1
          } else if isBeta {
            counts.betaOnly += 1
          }
          let found = effectivity.alphaBlock(of: coalition, at: profile, tolerance: tolerance)
          if (found != nil) != isAlpha { return "alpha" }
          if let found, !isBetter(found.payoffs) || floors[found.profile] != found.payoffs {
            return "what is made sure of"
          }
          if effectivity.isBetaBlocked(profile, by: coalition, tolerance: tolerance) != isBeta {
            return "beta"
          }
        }
      }
      return effectivity.alphaCore(tolerance: tolerance) == core.sorted() ? nil : "alpha-core"
    }
    #expect(wrong.isEmpty, "\(wrong)")
    #expect(counts.alpha > 100 && counts.betaOnly > 10)
  }

  @Test("who upsets a profile, and for what, by the recursive definition")
  func upsetters() throws {
    var upset = 0
    let wrong = try failures(seeds: 60) { random in
      let game = try randomGame(&random)
      let coalitions = try StrategicCoalitions(game)
      let proofness = coalitions.coalitionProofness()
      let all = Coalition.all(of: game.playerCount)
      for profile in 0..<game.profiles.count {
        for coalition in all.subsets.dropFirst() {
          let isSelfEnforcing = coalition.subsets.dropFirst().dropLast().allSatisfy {
            isProof(profile, $0, game)
          }
          if proofness.isSelfEnforcing(profile, for: coalition) != isSelfEnforcing {
            return "self-enforcing"
          }
          if proofness.isProof(profile, for: coalition) != isProof(profile, coalition, game) {
            return "proof"
          }
        }
        let smallest = all.subsets.dropFirst().filter { !isProof(profile, $0, game) }
          .min { $0.precedes($1) }
        let found = proofness.upsetter(of: profile)
        if found?.count != smallest?.count { return "upsetter \(String(describing: found))" }
        guard let found else { continue }
        upset += 1
        guard
          let deviation = coalitions.lastingDeviation(of: found, from: profile, proofness)
        else { return "no deviation" }
        if !proofness.isSelfEnforcing(deviation.profile, for: found) { return "lasting" }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
    #expect(upset > 50)
  }

  private func isProof(
    _ profile: Int,
    _ coalition: Coalition,
    _ game: StrategicGame<Rational>
  ) -> Bool {
    func isSelfEnforcing(_ profile: Int) -> Bool {
      coalition.subsets.dropFirst().dropLast().allSatisfy { isProof(profile, $0, game) }
    }
    guard isSelfEnforcing(profile) else { return false }
    var isLeft = true
    game.profiles.forEach(varying: coalition.members, of: profile) { other in
      let pays = coalition.members.allSatisfy {
        game.payoff(of: $0, in: other) > game.payoff(of: $0, in: profile)
      }
      if pays && isSelfEnforcing(other) { isLeft = false }
    }
    return isLeft
  }

  @Test("the prisoner's dilemma: both together block what neither would keep to")
  func dilemma() throws {
    let game = try StrategicGame<Rational>(
      strategyCounts: [2, 2],
      payoffs: [3, 3, 0, 5, 5, 0, 1, 1]
    )
    let coalitions = try StrategicCoalitions(game)
    let both = coalitions.grandCoalition
    let effectivity = CoalitionEffectivity(coalitions)
    #expect(effectivity.alphaCore() == [0])
    #expect(effectivity.alphaBlock(of: both, at: 3)?.payoffs == [3, 3])
    let proofness = coalitions.coalitionProofness()
    #expect(proofness.upsetter(of: 3) == nil)
    #expect(coalitions.lastingDeviation(of: both, from: 3, proofness) == nil)
    #expect(proofness.upsetter(of: 0) == [Coalition(members: [0])])
  }
}
