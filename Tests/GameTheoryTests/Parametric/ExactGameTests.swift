import TestSupport
import Testing

@testable import GameTheory

@Suite("Parametric games at one point")
struct ExactGameTests {
  @Test("Payoffs are those of the polynomials, and whole numbers once scaled")
  func payoffs() {
    let wrong = failures(seeds: 250) { source in
      let random = RandomParametricGame(&source)
      let point = (0..<3).map { _ in
        source.oneIn(3) ? source.rational(bits: 5) : source.decimal(places: 3, limit: 2)
      }
      let exact = ExactGame(random.game, at: point)
      for profile in 0..<exact.strategic.profiles.count {
        let outcome = exact.outcome(of: profile)
        for player in 0..<random.shape.playerCount {
          let expected = random.game.payoff(of: player, in: outcome).evaluated(at: point)
          guard exact.payoff(of: player, in: profile) == expected else {
            return "\(player) in \(outcome) at \(point)"
          }
          let scaled = Rational(exact.strategic.payoff(of: player, in: profile))
          guard scaled == expected * Rational(exact.scales[player]), exact.scales[player] > 0 else {
            return "scale of \(player) at \(point)"
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test(
    "Profiles are the outcomes that respect held decisions, strategies by their own options in order"
  )
  func profiles() {
    let wrong = failures(seeds: 250) { source in
      let random = RandomParametricGame(&source)
      let (game, shape) = (random.game, random.shape)
      let exact = ExactGame(game, at: [0, 1, 2])
      let outcomes = (0..<exact.strategic.profiles.count).map { exact.outcome(of: $0) }
      guard outcomes.sorted() == shape.legal else { return "\(outcomes)" }
      for (profile, outcome) in outcomes.enumerated() {
        guard exact.profile(of: outcome) == profile else { return "profile of \(outcome)" }
        for player in 0..<shape.playerCount {
          let own = shape.choices[player][outcome]
          let strategy = own.firstIndex(of: outcome)
          guard exact.strategic.strategy(of: player, in: profile) == strategy else {
            return "strategy of \(player) in \(outcome)"
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Equilibria, dominance and settling of the strategic form are those of the definition")
  func solutions() {
    let wrong = failures(seeds: 150) { source in
      let sample = EvaluationCase(&source, pointCounts: [1])
      let exact = ExactGame(sample.random.game, at: sample.exactPoint(0))
      let slow = sample.slowGame(0)
      let game = exact.strategic
      let equilibria = game.pureEquilibria().map { exact.outcome(of: $0.profile) }.sorted()
      guard equilibria == slow.equilibria(0) else { return "\(equilibria): \(sample.text(0))" }
      for player in 0..<slow.shape.playerCount {
        for isWeak in [false, true] {
          let gone = game.dominatedStrategies(of: player, isWeak ? .weak : .strict)
          for (strategy, outcome) in slow.shape.choices[player][slow.shape.legal[0]].enumerated() {
            let options = slow.shape.owners.indices.map {
              slow.shape.owners[$0] == player ? slow.shape.outcomes[outcome][$0] : nil
            }
            let expected = slow.areDominated(player, options, isWeak: isWeak)
            guard gone.contains(where: { $0.strategy == strategy }) == expected else {
              return "strategy \(strategy) of \(player), weak \(isWeak): \(sample.text(0))"
            }
          }
        }
      }
      for start in slow.shape.legal {
        let path = game.settling(from: exact.profile(of: start))
        let expected = slow.settle(from: start, 0)
        guard path.rest.map({ exact.outcome(of: $0) }) == expected.rest,
          areRotations(path.cycle.map { exact.outcome(of: $0) }, expected.cycle)
        else { return "from \(start): \(sample.text(0))" }
      }
      return nil
    }
    #expect(wrong == [])
  }
}
