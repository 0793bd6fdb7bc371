import GameTheory
import TestSupport
import Testing

@Suite("Coalitional games: properties and values")
struct CoalitionalGameTests {
  @Test("what is no game is refused")
  func mistakes() {
    #expect(throws: CoalitionError.playerCount(found: 0, most: 20)) {
      try CoalitionalGame(playerCount: 0, values: [0])
    }
    #expect(throws: CoalitionError.playerCount(found: 21, most: 20)) {
      try CoalitionalGame(playerCount: 21) { _ in 0 }
    }
    #expect(throws: CoalitionError.valueCount(expected: 4, found: 3)) {
      try CoalitionalGame(playerCount: 2, values: [0, 1, 2])
    }
    #expect(throws: CoalitionError.emptyCoalitionHasValue) {
      try CoalitionalGame(playerCount: 1, values: [1, 1])
    }
    #expect(throws: CoalitionError.notAPartition) {
      try CoalitionalGame(playerCount: 2, values: [0, 0, 0, 1]).owenValue([[], .all(of: 2)])
    }
    #expect(throws: CoalitionError.notSimple) {
      try CoalitionalGame(playerCount: 2, values: [0, 1, 0, 0]).deeganPackelIndex()
    }
  }

  @Test("coalitions are sets of players")
  func coalitions() {
    let coalition = Coalition(members: [0, 2, 5])
    #expect(coalition.members == [0, 2, 5])
    #expect(coalition.subsets.map { $0.rawValue } == [0, 1, 4, 5, 32, 33, 36, 37])
    #expect(Coalition.all(of: 64).count == 64)
    #expect(Coalition.all(of: 0).isEmpty)
  }

  @Test("properties by their definitions")
  func properties() throws {
    let wrong = try failures(seeds: 150) { random in
      let players = random.int(in: 1...4)
      let game =
        random.oneIn(2)
        ? try CoalitionalGame.randomConvex(players: players, &random)
        : try CoalitionalGame.random(players: players, &random)
      let all = game.grandCoalition.subsets
      let pairs = all.flatMap { first in all.map { (first, $0) } }
      func value(_ coalition: Coalition) -> Rational { game.value(of: coalition) }
      let isConvex = pairs.allSatisfy {
        value($0) + value($1) <= value($0.union($1)) + value($0.intersection($1))
      }
      let isSuperadditive = pairs.allSatisfy {
        !$0.isDisjoint(with: $1) || value($0) + value($1) <= value($0.union($1))
      }
      let isMonotone = pairs.allSatisfy { !$0.isSubset(of: $1) || value($0) <= value($1) }
      if game.isConvex != isConvex { return "convex" }
      if game.isSuperadditive != isSuperadditive { return "superadditive" }
      if game.isMonotone != isMonotone { return "monotone" }
      if let (first, second) = game.breachOfSuperadditivity {
        let isBreach =
          first.isDisjoint(with: second)
          && value(first) + value(second) > value(first.union(second))
        if !isBreach { return "no breach of superadditivity" }
      }
      if let (coalition, player) = game.breachOfMonotonicity,
        value(coalition) <= value(coalition.union(Coalition(members: [player])))
      {
        return "no breach of monotonicity"
      }
      if game.dual.dual != game { return "dual" }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("the game among some players has their values")
  func subgame() throws {
    let game = try CoalitionalGame(playerCount: 3, values: [0, 1, 2, 4, 3, 6, 7, 12])
    #expect(game.subgame(of: Coalition(members: [0, 2])).values == [0, 1, 3, 6])
    #expect(game.subgame(of: game.grandCoalition) == game)
    #expect(game.isEssential)
  }

  @Test(
    "the Shapley value over all orders; it is efficient, symmetric, additive, and 0 for nobody's help"
  )
  func shapley() throws {
    let wrong = try failures(seeds: 60) { random in
      let players = random.int(in: 1...5)
      let game = try CoalitionalGame.random(players: players, &random)
      let other = try CoalitionalGame.random(players: players, &random)
      let value = game.shapleyValue()
      let orders = CoalitionReferences.orders(players)
      if value != CoalitionReferences.averageAdded(game, orders) { return "orders" }
      if value.reduce(0, +) != game.value(of: game.grandCoalition) { return "efficiency" }
      let sum = try CoalitionalGame(playerCount: players) {
        game.value(of: $0) + other.value(of: $0)
      }
      if sum.shapleyValue() != zip(value, other.shapleyValue()).map({ $0 + $1 }) {
        return "additivity"
      }
      let order = random.permutation(of: players)
      let renamed = try CoalitionalGame(playerCount: players) { coalition in
        game.value(of: Coalition(members: coalition.members.map { order[$0] }))
      }
      if renamed.shapleyValue() != order.map({ value[$0] }) { return "symmetry" }
      let longer = try CoalitionalGame(playerCount: players + 1) { coalition in
        game.value(of: coalition.intersection(game.grandCoalition))
      }
      if longer.shapleyValue() != value + [0] { return "null player" }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("Banzhaf sums over all coalitions")
  func banzhaf() throws {
    let wrong = try failures(seeds: 60) { random in
      let game = try CoalitionalGame.random(players: random.int(in: 1...6), &random)
      for player in 0..<game.playerCount {
        let own = Coalition(members: [player])
        let sum = game.grandCoalition.subtracting(own).subsets.reduce(Rational(0)) {
          $0 + (game.value(of: $1.union(own)) - game.value(of: $1))
        }
        if game.banzhafSums()[player] != sum { return "sum of \(player)" }
        if game.banzhafValue()[player] * Rational(1 << (game.playerCount - 1)) != sum {
          return "value of \(player)"
        }
      }
      if let shares = game.banzhafShares(), shares.reduce(0, +) != 1 { return "shares" }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("the Owen value over the orders in which groups stay together")
  func owen() throws {
    let wrong = try failures(seeds: 40) { random in
      let players = random.int(in: 2...5)
      let game = try CoalitionalGame.random(players: players, &random)
      let group = (0..<players).map { _ in random.int(in: 0...2) }
      let groups = (0...2).map { number in
        Coalition(members: group.indices.filter { group[$0] == number })
      }.filter { !$0.isEmpty }
      let orders = CoalitionReferences.orders(players).filter { order in
        // A group stays together where it is never taken up again.
        var seen: [Int] = []
        for player in order where seen.last != group[player] {
          if seen.contains(group[player]) { return false }
          seen.append(group[player])
        }
        return true
      }
      let value = try game.owenValue(groups)
      if value != CoalitionReferences.averageAdded(game, orders) { return "\(groups)" }
      let singles = (0..<players).map { Coalition(members: [$0]) }
      if try game.owenValue(singles) != game.shapleyValue() { return "singles" }
      if try game.owenValue([game.grandCoalition]) != game.shapleyValue() { return "one group" }
      if try game.banzhafOwenValue(singles) != game.banzhafValue() { return "Banzhaf" }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("Banzhaf-Owen by its definition")
  func banzhafOwen() throws {
    // Majority of three, the first two being one group: each of them swings with the other alone.
    let game = try CoalitionalGame(playerCount: 3, values: [0, 0, 0, 1, 0, 1, 1, 1])
    let groups = [Coalition(members: [0, 1]), Coalition(members: [2])]
    // Player 0: third out, partner in or out: adds 1, 0; third in: 0, 1. Player 2: group out or in: 0, 0.
    #expect(try game.banzhafOwenValue(groups) == [1 / Rational(2), 1 / Rational(2), 0])
    #expect(try game.owenValue(groups) == [1 / Rational(2), 1 / Rational(2), 0])
  }

  @Test("minimal winning coalitions and their indices")
  func simple() throws {
    // Three votes of 4, as many of 2, 2 and 1: those of the six that need 12.
    let game = try WeightedVoting(weights: [4, 4, 4, 2, 2, 1], quota: 12).game()
    let minimal = try game.minimalWinningCoalitions().map { $0.members }
    #expect(minimal == [[0, 1, 2], [0, 1, 3, 4], [0, 2, 3, 4], [1, 2, 3, 4]])
    let deegan = try game.deeganPackelIndex()
    #expect(deegan[0] == (1 / Rational(3) + 2 / Rational(4)) / 4)
    #expect(deegan[5] == 0)
    #expect(deegan.reduce(0, +) == 1)
    #expect(try game.publicGoodIndex() == [3, 3, 3, 3, 3, 0].map { Rational($0) / 15 })
  }
}
