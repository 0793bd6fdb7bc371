import TestSupport
import Testing

@testable import GameTheory

@Suite("Games folded over a box")
struct FoldedGameTests {
  @Test("With every variable fixed no sign is left open, and the candidates are the equilibria")
  func allFixed() {
    let wrong = failures(seeds: 200) { source in
      let sample = EvaluationCase(&source, pointCounts: [1])
      let folded = FoldedGame(
        sample.random.game,
        settings: sample.exactPoint(0).map { .fixed($0) },
        tolerance: sample.folded.tolerance
      )
      let expected = sample.slowGame(0).equilibria(sample.tolerance)
      guard folded.rowCount == 0, folded.candidates == expected else {
        return "\(folded.candidates) for \(expected): \(sample.text(0))"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test(
    "Candidates ascend and hold every equilibrium of the box; certain ones are equilibria throughout"
  )
  func candidates() {
    let wrong = failures(seeds: 200) { source in
      let sample = EvaluationCase(&source, pointCounts: [4])
      let folded = sample.folded
      guard folded.candidates == folded.candidates.sorted(),
        folded.candidateCount == folded.candidates.count
      else { return "\(folded.candidates)" }
      for point in sample.points.indices {
        let equilibria = sample.slowGame(point).equilibria(sample.tolerance)
        guard Set(equilibria).isSubset(of: folded.candidates) else {
          return "\(equilibria) are not all candidates: \(sample.text(point))"
        }
        for (index, candidate) in folded.candidates.enumerated()
        where folded.candidateStarts[index] == folded.candidateStarts[index + 1] {
          guard equilibria.contains(candidate) else {
            return "\(candidate) is no equilibrium: \(sample.text(point))"
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Components part a player's free decisions; under a tolerance they stay together")
  func components() {
    let wrong = failures(seeds: 200) { source in
      let sample = EvaluationCase(&source, pointCounts: [1])
      for (player, components) in sample.folded.components.enumerated() {
        let own = components.flatMap { $0.own }.sorted()
        guard own == sample.random.game.freeDecisions(of: player) else { return "\(own)" }
        guard sample.toleranceTenths == 0 || components.count <= 1 else { return "apart" }
        for component in components where !Set(component.own).isDisjoint(with: component.context) {
          return "\(component.own) and \(component.context) overlap"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test(
    "A small tolerance lets near ties be, and is not spent twice by a player with two decisions"
  )
  func toleranceOverDecisions() {
    // One player, two decisions apart from each other, each with 0.3 to gain.
    func gain(_ decision: Int) -> ParametricGame.Effect {
      .init(
        interest: 0,
        conditions: [.init(decision: decision, applies: [false, true])],
        amount: Polynomial(constant: Rational(3, 10))
      )
    }
    let game = ParametricGame(
      playerCount: 1,
      decisions: [.init(player: 0, optionCount: 2), .init(player: 0, optionCount: 2)],
      bases: [Polynomial(constant: 0)],
      effects: [gain(0), gain(1)],
      stakes: [.init(player: 0, interest: 0, weight: Polynomial(constant: 1))]
    )
    func candidates(_ tolerance: Rational) -> [Int] {
      FoldedGame(game, settings: [], tolerance: tolerance).candidates
    }
    #expect(candidates(0) == [3])
    #expect(candidates(Rational(29, 100)) == [3])
    #expect(candidates(Rational(3, 10)) == [1, 2, 3])
    #expect(candidates(Rational(59, 100)) == [1, 2, 3])
    #expect(candidates(Rational(6, 10)) == [0, 1, 2, 3])
  }

  @Test("Folding puts fixed values in and keeps what varies")
  func folding() {
    let wrong = failures(seeds: 200) { source in
      let polynomial = source.polynomial(terms: 4, degree: 3)
      let value = source.decimal(places: 2, limit: 3)
      let rest = [source.rational(bits: 4), source.rational(bits: 4)]
      let settings: [FoldedGame.Setting] = [.varying(-9...9), .fixed(value), .varying(-9...9)]
      let folded = FoldedGame.fold(polynomial, settings)
      guard !folded.variables.contains(1) else { return "\(polynomial)" }
      let point = [rest[0], value, rest[1]]
      return folded.evaluated(at: point) == polynomial.evaluated(at: point) ? nil : "\(polynomial)"
    }
    #expect(wrong == [])
  }
}
