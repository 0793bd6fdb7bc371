import GameTheory
import TestSupport
import Testing

@Suite("Weighted voting")
struct WeightedVotingTests {
  private func vote(_ weights: [Int], _ quota: Int) throws -> WeightedVoting {
    try WeightedVoting(weights: weights.map { Rational($0) }, quota: Rational(quota))
  }

  @Test("what is no vote is refused")
  func mistakes() {
    #expect(throws: CoalitionError.playerCount(found: 0, most: 120)) { try vote([], 1) }
    #expect(throws: CoalitionError.negativeWeight(player: 1)) { try vote([2, -1], 1) }
    for quota in [0, -1, 4] {
      #expect(throws: CoalitionError.quotaOutOfRange) { try vote([2, 1], quota) }
    }
    #expect(throws: CoalitionError.playerCount(found: 21, most: 20)) {
      try vote([Int](repeating: 1, count: 21), 11).game()
    }
  }

  @Test("the Security Council")
  func securityCouncil() throws {
    let permanent = [Int](repeating: 7, count: 5)
    let council = try vote(permanent + [Int](repeating: 1, count: 10), 39)
    let shapley = try council.shapleyShubikIndex()
    #expect(shapley[4] == 421 / Rational(2145) && shapley[5] == 4 / Rational(2145))
    let swings = try council.banzhafSwings()
    #expect(swings[0] == 848 && swings[14] == 84)
    let normalised = try council.banzhafNormalised()
    #expect(normalised[0] == 106 / Rational(635) && normalised[9] == 21 / Rational(1270))
    #expect(try council.banzhafAbsolute()[0] == 848 / Rational(1 << 14))
    #expect(council.blockers == [0, 1, 2, 3, 4])
    #expect(council.dictator == nil)
    #expect(try council.dummies() == [])
    // All five, and four of the ten.
    #expect(council.minimalWinningCoalitions()?.count == 210)
    #expect(try council.deeganPackelIndex()[0] == 1 / Rational(9))
    #expect(try council.publicGoodIndex()[14] == 84 / Rational(210 * 9))
  }

  @Test("councils of the European communities; Luxembourg is powerless in 1958")
  func councils() throws {
    let first = try vote([4, 4, 4, 2, 2, 1], 12)
    let seventh: Rational = 7 / Rational(30)
    let fifth: Rational = 3 / Rational(20)
    #expect(
      try first.shapleyShubikIndex() == [seventh, seventh, seventh, fifth, fifth, 0]
    )
    #expect(try first.banzhafSwings() == [10, 10, 10, 6, 6, 0])
    #expect(try first.dummies() == [5])
    let later = try vote([10, 10, 10, 10, 5, 5, 5, 3, 3, 2], 45)
    #expect(try later.banzhafSwings() == [100, 100, 100, 100, 52, 52, 52, 26, 26, 26])
    #expect(try later.shapleyShubikIndex()[9] == 19 / Rational(630))
  }

  @Test("a dictator, and blockers")
  func dictator() throws {
    let alone = try vote([5, 2, 1], 4)
    #expect(alone.dictator == 0)
    #expect(try alone.dummies() == [1, 2])
    #expect(try alone.shapleyShubikIndex() == [1, 0, 0])
    #expect(alone.minimalWinningCoalitions() == [[0]])
    let two = try vote([3, 3, 1], 6)
    #expect(two.blockers == [0, 1])
    #expect(two.dictator == nil)
    #expect(try vote([3, 3], 3).dictator == nil)
    #expect(two.wins([0, 1]) && !two.wins([0, 2]))
  }

  @Test("counting against looking at every coalition")
  func enumeration() throws {
    let wrong = try failures(seeds: 150) { random in
      let players = random.int(in: 1...8)
      // Some weights are fractions, some none, some too large for a table.
      let unit = random.element(of: [
        Rational(1), 1 / Rational(7), Rational(BigInteger(3).power(100)),
      ])
      let isHuge = unit > 1
      let weights = (0..<players).map { _ in
        Rational(random.int(in: 0...9)) * unit + (isHuge ? Rational(random.int(in: 0...2)) : 0)
      }
      let total = weights.reduce(0, +)
      guard total > 0 else { return nil }
      let quota = total * Rational(random.int(in: 1...16)) / 16
      let vote = try WeightedVoting(weights: weights, quota: quota)
      let game = try CoalitionalGame(playerCount: players) { coalition in
        coalition.members.reduce(Rational(0)) { $0 + weights[$1] } >= quota ? 1 : 0
      }
      if try vote.game() != game { return "game" }
      if try vote.shapleyShubikIndex() != game.shapleyValue() { return "Shapley" }
      if try vote.banzhafSwings().map({ Rational($0) }) != game.banzhafSums() { return "swings" }
      if try vote.banzhafNormalised() != game.banzhafShares() { return "normalised" }
      if try vote.banzhafAbsolute() != game.banzhafValue() { return "absolute" }
      if try vote.deeganPackelIndex() != game.deeganPackelIndex() { return "Deegan-Packel" }
      if try vote.publicGoodIndex() != game.publicGoodIndex() { return "public good" }
      let minimal = try game.minimalWinningCoalitions().map { $0.members }
      if vote.minimalWinningCoalitions() != minimal.sorted(by: { $0.lexicographicallyPrecedes($1) })
      {
        return "minimal winning coalitions"
      }
      let blockers = (0..<players).filter { player in
        minimal.allSatisfy { $0.contains(player) }
      }
      if vote.blockers != blockers { return "blockers" }
      let dictators = (0..<players).filter { minimal == [[$0]] }
      return vote.dictator == dictators.first ? nil : "dictator"
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("sixty players and more; alike they have alike power, and shares add up to 1")
  func manyPlayers() throws {
    let alike = try vote([Int](repeating: 3, count: 120), 200)
    #expect(try alike.shapleyShubikIndex() == [Rational](repeating: 1 / 120, count: 120))
    // 67 of 120 are needed; whoever swings finds 66 of the other 119.
    #expect(try alike.banzhafSwings()[7] == binomial(119, 66))
    #expect(try alike.deeganPackelIndex()[119] == 1 / Rational(120))
    var random = SplitMix64(seed: 60)
    let weights = (0..<60).map { _ in random.int(in: 1...9) }
    let large = try vote(weights, weights.reduce(0, +) / 2 + 1)
    let shapley = try large.shapleyShubikIndex()
    #expect(shapley.reduce(0, +) == 1)
    let order = weights.indices.sorted { weights[$0] < weights[$1] }
    #expect(zip(order, order.dropFirst()).allSatisfy { shapley[$0] <= shapley[$1] })
    #expect(large.minimalWinningCoalitions(limit: 1000) == nil)
  }

  @Test("twenty players with huge weights are looked at one by one; more are refused")
  func hugeWeights() throws {
    let unit = Rational(BigInteger(10).power(30))
    let weights = (1...21).map { Rational($0) * unit + Rational($0 * $0) }
    let many = try WeightedVoting(weights: weights, quota: 100 * unit)
    #expect(throws: CoalitionError.tableTooLarge(limit: 1 << 22)) {
      try many.shapleyShubikIndex()
    }
    #expect(throws: CoalitionError.tableTooLarge(limit: 1 << 22)) { try many.deeganPackelIndex() }
    let few = try WeightedVoting(weights: Array(weights.prefix(10)), quota: 30 * unit)
    let rounded = try vote(Array(1...10), 30)
    #expect(try few.shapleyShubikIndex() == rounded.shapleyShubikIndex())
  }

  private func binomial(_ count: Int, _ chosen: Int) -> BigInteger {
    (0..<chosen).reduce(Rational(1)) { $0 * Rational(count - $1) / Rational($1 + 1) }.numerator
  }
}
