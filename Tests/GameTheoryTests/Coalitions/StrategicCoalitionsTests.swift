import GameTheory
import TestSupport
import Testing

@Suite("Coalitions in strategic games")
struct StrategicCoalitionsTests {
  /// The prisoner's dilemma, first strategy to cooperate.
  private func dilemma() throws -> StrategicCoalitions {
    try StrategicCoalitions(
      StrategicGame<Rational>(strategyCounts: [2, 2], payoffs: [3, 3, 0, 5, 5, 0, 1, 1])
    )
  }

  /// Small whole payoffs, so that ties are common.
  private func randomGame(
    _ random: inout SplitMix64,
    payoffs: ClosedRange<Int> = -2...2
  ) throws -> StrategicGame<Rational> {
    let counts = (0..<random.int(in: 1...3)).map { _ in random.int(in: 1...3) }
    let count = counts.reduce(1, *) * counts.count
    return try StrategicGame(
      strategyCounts: counts,
      payoffs: (0..<count).map { _ in Rational(random.int(in: payoffs)) / 2 }
    )
  }

  @Test("mistakes are refused")
  func mistakes() throws {
    let game = try StrategicGame<Rational>(strategyCounts: [1, 1], payoffs: [0, 0])
    #expect(throws: CoalitionError.shareCount(expected: 2, found: 1)) {
      try StrategicCoalitions(game, exchangeRates: [1])
    }
    #expect(throws: CoalitionError.rateNotPositive(player: 1)) {
      try StrategicCoalitions(game, exchangeRates: [1, 0])
    }
  }

  @Test("the prisoner's dilemma")
  func prisoners() throws {
    let coalitions = try dilemma()
    let worths = coalitions.worths()
    #expect(worths.map { $0.alpha } == [0, 1, 1, 6])
    #expect(worths.map { $0.beta } == [0, 1, 1, 6])
    #expect(worths.map { $0.defensive } == [0...0, 1...1, 1...1, 6...6])
    #expect(coalitions.coalitionProofEquilibria() == [3])
    #expect(coalitions.strongEquilibria() == [])
    let blocking = coalitions.blockingDeviations(from: 3)
    #expect(blocking.map { $0.profile } == [0])
    #expect(blocking[0].gains == [2, 2])
    #expect(blocking[0].movers == .all(of: 2))
    #expect(coalitions.blockingDeviations(from: 3, tolerance: 2).isEmpty)
    #expect(coalitions.blockingDeviations(from: 0).isEmpty)
    #expect(coalitions.blockingDeviations(from: 0, ofAtLeast: 1).map { $0.profile } == [2, 1])
  }

  @Test("matching pennies: alpha below beta, and no equilibrium between the two")
  func pennies() throws {
    let game = try StrategicGame<Rational>(
      strategyCounts: [2, 2],
      payoffs: [1, -1, -1, 1, -1, 1, 1, -1]
    )
    let worth = try StrategicCoalitions(game).worth(of: Coalition(members: [0]))
    #expect(worth.alpha == -1 && worth.beta == 1)
    #expect(worth.defensive == nil && worth.equilibria.isEmpty)
  }

  @Test("worths by their definitions, with exchange rates")
  func worths() throws {
    let wrong = try failures(seeds: 80) { random in
      let game = try randomGame(&random)
      let rates = (0..<game.playerCount).map { _ in Rational(random.int(in: 1...3)) / 2 }
      let worths = try StrategicCoalitions(game, exchangeRates: rates).worths()
      let all = Coalition.all(of: game.playerCount)
      for coalition in all.subsets {
        let worth = worths[Int(coalition.rawValue)]
        if worth.coalition != coalition { return "order" }
        if let problem = problem(with: worth, game, rates) { return "\(coalition): \(problem)" }
        // What one side can make sure of and the other cannot keep it from.
        if worth.alpha > worth.beta { return "alpha above beta" }
      }
      let alpha = try CoalitionalGame(alpha: worths)
      if !alpha.isSuperadditive { return "alpha is not superadditive" }
      if try CoalitionalGame(beta: worths).values != worths.map({ $0.beta }) { return "beta game" }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  /// What is wrong with a worth, by all profiles that differ in what each side plays.
  private func problem(
    with worth: CoalitionWorth,
    _ game: StrategicGame<Rational>,
    _ rates: [Rational]
  ) -> String? {
    let all = Coalition.all(of: game.playerCount)
    let others = all.subtracting(worth.coalition)
    func sum(_ side: Coalition, _ profile: Int) -> Rational {
      side.members.reduce(Rational(0)) { $0 + rates[$1] * game.payoff(of: $1, in: profile) }
    }
    func reached(_ side: Coalition, _ profile: Int) -> [Int] {
      var found: [Int] = []
      game.profiles.forEach(varying: side.members, of: profile) { found.append($0) }
      return found
    }
    func own(_ profile: Int) -> Rational { sum(worth.coalition, profile) }
    let profiles = Array(0..<game.profiles.count)
    let alpha = profiles.map { reached(others, $0).map(own).min() ?? 0 }.max()
    let beta = profiles.map { reached(worth.coalition, $0).map(own).max() ?? 0 }.min()
    if worth.alpha != alpha || own(worth.alphaProfile) != alpha { return "alpha" }
    if worth.beta != beta || own(worth.betaProfile) != beta { return "beta" }
    if reached(others, worth.alphaProfile).contains(where: { own($0) < worth.alpha }) {
      return "profile of alpha"
    }
    if reached(worth.coalition, worth.betaProfile).contains(where: { own($0) > worth.beta }) {
      return "profile of beta"
    }
    let equilibria = profiles.filter { profile in
      reached(worth.coalition, profile).allSatisfy { own($0) <= own(profile) }
        && reached(others, profile).allSatisfy { sum(others, $0) <= sum(others, profile) }
    }
    if worth.equilibria != equilibria { return "equilibria" }
    if worth.defensive?.lowerBound != equilibria.map(own).min() { return "least" }
    return worth.defensive?.upperBound == equilibria.map(own).max() ? nil : "greatest"
  }

  @Test("deviations by all pairs of profiles; strong equilibria are coalition-proof")
  func deviations() throws {
    var strong = 0
    let wrong = try failures(seeds: 80) { random in
      let game = try randomGame(&random, payoffs: -3...3)
      let coalitions = try StrategicCoalitions(game)
      let tolerance = Rational(random.int(in: 0...1)) / 2
      let proof = coalitions.coalitionProofEquilibria(tolerance: tolerance)
      for profile in 0..<game.profiles.count {
        var isBlocked = false
        for coalition in coalitions.grandCoalition.subsets.dropFirst() {
          let paying = (0..<game.profiles.count).filter { other in
            (0..<game.playerCount).allSatisfy { player in
              if !coalition.includes(player) {
                return game.strategy(of: player, in: other)
                  == game.strategy(of: player, in: profile)
              }
              return game.payoff(of: player, in: other)
                > game.payoff(of: player, in: profile) + tolerance
            }
          }
          let found = coalitions.deviations(of: coalition, from: profile, tolerance: tolerance)
          if found.map({ $0.profile }).sorted() != paying { return "\(coalition) from \(profile)" }
          if zip(found, found.dropFirst()).contains(where: { $0.shares[0] < $1.shares[0] }) {
            return "order"
          }
          isBlocked = isBlocked || !paying.isEmpty
        }
        let isStrong = coalitions.isStrongEquilibrium(profile, tolerance: tolerance)
        if isStrong == isBlocked { return "strong" }
        if isStrong && !proof.contains(profile) { return "strong, but not coalition-proof" }
        if isStrong { strong += 1 }
        let blocking = coalitions.blockingDeviations(
          from: profile,
          ofAtLeast: 1,
          tolerance: tolerance
        )
        if blocking.isEmpty == isBlocked { return "blocking" }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
    #expect(strong > 10)
  }

  @Test("coalition-proof by the recursive definition")
  func coalitionProof() throws {
    var counts: Set<Int> = []
    let wrong = try failures(seeds: 80) { random in
      let game = try randomGame(&random)
      let all = Coalition.all(of: game.playerCount)
      let expected = (0..<game.profiles.count).filter { isProof($0, all, game) }
      counts.insert(expected.count)
      let found = try StrategicCoalitions(game).coalitionProofEquilibria()
      return found == expected ? nil : "\(found) instead of \(expected)"
    }
    #expect(wrong.isEmpty, "\(wrong)")
    #expect(counts.count > 3)
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

  @Test("scaled payoffs give the same answers")
  func scales() throws {
    let wrong = try failures(seeds: 20) { random in
      let game = try randomGame(&random)
      let scales = (0..<game.playerCount).map { _ in BigInteger(2 * random.int(in: 1...9)) }
      let whole = try StrategicGame(
        strategyCounts: game.strategyCounts,
        payoffs: game.payoffs.enumerated().map { place, payoff in
          (payoff * Rational(scales[place % game.playerCount])).numerator
        }
      )
      let scaled = try StrategicCoalitions(whole, scales: scales)
      let direct = try StrategicCoalitions(game)
      if scaled.worths() != direct.worths() { return "worths" }
      let tolerance = 1 / Rational(2)
      return scaled.blockingDeviations(from: 0, tolerance: tolerance)
        == direct.blockingDeviations(from: 0, tolerance: tolerance) ? nil : "deviations"
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }
}
