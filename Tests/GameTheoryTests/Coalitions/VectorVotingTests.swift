import TestSupport
import Testing

@testable import GameTheory

@Suite("Votes that must meet several conditions")
struct VectorVotingTests {
  /// One to three conditions on some players, for the most part with small weights.
  private func randomVote(
    players: ClosedRange<Int>,
    _ random: inout SplitMix64
  ) throws -> VectorVoting {
    let players = random.int(in: players)
    var conditions: [WeightedVoting] = []
    for _ in 0..<random.int(in: 1...3) {
      var weights = (0..<players).map { _ in Rational(random.int(in: 0...5)) }
      weights[random.int(in: 0...players - 1)] = Rational(random.int(in: 1...9)) / 2
      let sum = weights.reduce(0, +)
      conditions.append(
        try WeightedVoting(weights: weights, quota: sum * Rational(random.int(in: 1...8)) / 8)
      )
    }
    return try VectorVoting(conditions)
  }

  /// Whether a coalition wins, by adding weights.
  private func wins(_ coalition: Coalition, _ vote: VectorVoting) -> Bool {
    vote.conditions.allSatisfy { condition in
      coalition.members.reduce(Rational(0)) { $0 + condition.weights[$1] } >= condition.quota
    }
  }

  @Test("what is no vote is refused")
  func mistakes() throws {
    #expect(throws: CoalitionError.playerCount(found: 0, most: 120)) { try VectorVoting([]) }
    let two = try WeightedVoting(weights: [1, 1], quota: 2)
    let three = try WeightedVoting(weights: [1, 1, 1], quota: 2)
    #expect(throws: CoalitionError.shareCount(expected: 2, found: 3)) {
      try VectorVoting([two, three])
    }
  }

  @Test("everything by looking at each coalition")
  func definitions() throws {
    var improper = 0
    let wrong = try failures(seeds: 150) { random in
      let vote = try randomVote(players: 1...6, &random)
      let all = Coalition.all(of: vote.playerCount)
      let winning = all.subsets.filter { wins($0, vote) }
      let game = try vote.game()
      if all.subsets.contains(where: { (game.value(of: $0) == 1) != wins($0, vote) }) {
        return "game"
      }
      if winning.contains(where: { !vote.wins($0.members) }) { return "wins" }
      if try vote.winningCount() != BigInteger(winning.count) { return "count" }
      let swings = (0..<vote.playerCount).map { player in
        winning.count {
          $0.includes(player) && !wins($0.subtracting(Coalition(members: [player])), vote)
        }
      }
      if try vote.banzhafSwings() != swings.map({ BigInteger($0) }) { return "swings" }
      if try vote.dummies() != swings.indices.filter({ swings[$0] == 0 }) { return "dummies" }
      if try vote.shapleyShubikIndex() != game.shapleyValue() { return "Shapley" }
      if try vote.banzhafAbsolute() != game.banzhafValue() { return "Banzhaf" }
      if try vote.banzhafNormalised() != game.banzhafShares() { return "shares" }
      if try vote.deeganPackelIndex() != game.deeganPackelIndex() { return "Deegan-Packel" }
      let minimal = try game.minimalWinningCoalitions().map { $0.members }
      if vote.minimalWinningCoalitions() != minimal.sorted(by: { $0.lexicographicallyPrecedes($1) })
      {
        return "minimal"
      }
      let blockers = (0..<vote.playerCount).filter { player in
        winning.allSatisfy { $0.includes(player) }
      }
      if vote.blockers != blockers { return "blockers" }
      let isProper = !winning.contains { first in
        winning.contains { first.intersection($0).isEmpty }
      }
      if vote.isProper != isProper { return "proper" }
      if !isProper { improper += 1 }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
    #expect(improper > 10)
  }

  @Test("tables of counts against looking at each coalition")
  func counting() throws {
    let wrong = try failures(seeds: 60) { random in
      let vote = try randomVote(players: 1...6, &random)
      if try vote.countedSwings() != vote.enumeratedSwings() { return "swings" }
      return try vote.countTable(without: nil).winningCount == vote.winningCount() ? nil : "count"
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("twenty-one voters with two conditions are counted; the second changes something")
  func many() throws {
    // A majority of members, of which the first three must have half of 30 weights together with others.
    let members = try WeightedVoting(weights: [Rational](repeating: 1, count: 21), quota: 11)
    let weights = [6, 5, 4] + [Rational](repeating: 1, count: 18)
    let people = try WeightedVoting(weights: weights, quota: 20)
    let vote = try VectorVoting([members, people])
    let shapley = try vote.shapleyShubikIndex()
    #expect(shapley.reduce(0, +) == 1)
    #expect(shapley[0] > shapley[1] && shapley[1] > shapley[2] && shapley[2] > shapley[3])
    #expect(Set(shapley.dropFirst(3)).count == 1)
    #expect(vote.isProper == true)
    // Half of all coalitions have a majority of members; fewer have the weights too.
    let half = BigInteger(2).power(20)
    #expect(try VectorVoting([members]).winningCount() == half)
    #expect(try vote.winningCount() < half)
  }

  @Test("what would take too long is refused")
  func tooLarge() throws {
    let weights = (0..<24).map { Rational(1000 + $0 * $0) }
    let part = try WeightedVoting(weights: weights, quota: 15_000)
    let vote = try VectorVoting([part, part])
    #expect(throws: CoalitionError.tableTooLarge(limit: VectorCounts.mostSteps)) {
      try vote.banzhafSwings()
    }
    #expect(vote.minimalWinningCoalitions() == nil)
  }
}
