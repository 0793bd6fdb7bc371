import TestSupport
import Testing

@testable import GameTheory

@Suite("Games with parameters")
struct ParametricGameTests {
  @Test("Payoff polynomials take the values of weight times base and effects")
  func payoffs() {
    let wrong = failures(seeds: 200) { source in
      let random = RandomParametricGame(&source)
      let point = (0..<3).map { _ in source.int(in: -2000...2000) }
      let exact = point.map { Rational(BigInteger($0), 1000) }
      let expected = random.payoffs(at: point)
      for outcome in random.shape.outcomes.indices {
        for player in 0..<random.shape.playerCount {
          let found = random.game.payoff(of: player, in: outcome).evaluated(at: exact)
          let scaled = found * Rational(BigInteger(RandomParametricGame.scale))
          guard scaled == Rational(BigInteger(expected[outcome][player])) else {
            return "\(player) in \(outcome): \(found)"
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Changes of levels and payoffs are differences, and payoffs come to pieces by interest")
  func changes() {
    let wrong = failures(seeds: 150) { source in
      let game = RandomParametricGame(&source).game
      let first = source.int(in: 0...game.numbering.count - 1)
      let second = source.int(in: 0...game.numbering.count - 1)
      for interest in game.bases.indices {
        let difference = game.level(of: interest, in: second) - game.level(of: interest, in: first)
        guard game.levelChange(of: interest, from: first, to: second) == difference else {
          return "level of \(interest) from \(first) to \(second)"
        }
      }
      for player in 0..<game.playerCount {
        let difference = game.payoff(of: player, in: second) - game.payoff(of: player, in: first)
        guard game.payoffChange(of: player, from: first, to: second) == difference else {
          return "payoff of \(player) from \(first) to \(second)"
        }
        var sum = Polynomial(constant: 0)
        var changes = Polynomial(constant: 0)
        for interest in game.bases.indices {
          sum = sum + game.payoff(of: player, in: first) { $0 == interest }
          changes =
            changes + game.payoffChange(of: player, from: first, to: second) { $0 == interest }
        }
        guard sum == game.payoff(of: player, in: first), changes == difference else {
          return "pieces of the payoff of \(player) in \(first)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Held decisions are not free, and outcomes that break them are left out")
  func heldDecisions() {
    let wrong = failures(seeds: 200) { source in
      let random = RandomParametricGame(&source)
      let (game, shape) = (random.game, random.shape)
      for player in 0..<shape.playerCount {
        let free = shape.owners.indices.filter {
          shape.owners[$0] == player && shape.held[$0] == nil
        }
        guard game.freeDecisions(of: player) == free else { return "free decisions of \(player)" }
      }
      guard game.anyOutcome == shape.legal[0] else { return "an outcome that is not held to" }
      let having = shape.counts.map { source.oneIn(2) ? source.int(in: 0...$0 - 1) : nil }
      var visited: [Int] = []
      game.forEachOutcome(having: having) { visited.append($0) }
      let expected = shape.legal.filter { shape.has(having, $0) }
      return visited == expected ? nil : "\(having) with \(shape.held): \(visited)"
    }
    #expect(wrong == [])
  }

  @Test("Gains hang on nothing but the changed decisions and those said to bear on them")
  func bearing() {
    let wrong = failures(seeds: 150) { source in
      let random = RandomParametricGame(&source)
      let (game, shape) = (random.game, random.shape)
      for player in 0..<shape.playerCount {
        let changed = Set(shape.owners.indices.filter { _ in source.oneIn(2) })
        let bearing = game.decisionsBearing(onChangesOf: changed, for: player)
        guard bearing == bearing.sorted(), changed.isDisjoint(with: bearing) else {
          return "\(bearing) on \(changed)"
        }
        // Two contexts alike where it counts, and the same change in both.
        let first = source.element(of: Array(shape.outcomes.indices))
        var other = shape.outcomes[source.element(of: Array(shape.outcomes.indices))]
        for decision in bearing { other[decision] = shape.outcomes[first][decision] }
        for decision in changed { other[decision] = shape.outcomes[first][decision] }
        let moved = shape.outcomes[source.element(of: Array(shape.outcomes.indices))]
        func change(_ outcome: [Int]) -> Polynomial {
          var after = outcome
          for decision in changed { after[decision] = moved[decision] }
          return game.payoffChange(
            of: player,
            from: shape.number(of: outcome),
            to: shape.number(of: after)
          )
        }
        guard change(shape.outcomes[first]) == change(other) else {
          return "\(changed) of \(player): more than \(bearing) bears on it"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }
}
