import GameTheory
import TestSupport
import Testing

@testable import Negotiation

@Suite("How often options are taken by players who err")
struct QuantalPlayTests {
  @Test("Options are those of the equilibrium of the strategic game; held decisions are certain")
  func definition() throws {
    var changes = ScenarioModel.Changes()
    changes.held = Options([Options.Choice(decision: 1, option: 0)])
    let model = try ScenarioModel(try Library.scenario(Library.base), changes: changes)
    let play = QuantalPlay(model, at: [0, 1, 4])
    #expect(play.end == .complete)
    #expect(play.answers.map { $0.options[1] } == [[1, 0], [1, 0], [1, 0]])
    // With Russia held, the United States has 1 - 1.25, -1.25 and -1 for deploying, deferring, forgoing.
    for answer in play.answers {
      let weights = [-0.25, -1.25, -1].map { ElementaryFunctions.exp(answer.precision * $0) }
      let sum = weights.reduce(0, +)
      for (found, weight) in zip(answer.options[0], weights) {
        #expect((found - weight / sum).magnitude < 1e-12)
      }
      #expect(answer.residual < 1e-12)
    }
    let last = try #require(play.answers.last)
    #expect(model.game.numbering.options(of: last.likeliest) == [0, 0])
    #expect((last.likelihood - last.options[0][0]).magnitude < 1e-12)
    let mean = zip(last.options[0], [-0.25, -1.25, -1]).reduce(0) { $0 + $1.0 * $1.1 }
    #expect((last.payoffs[0] - mean).magnitude < 1e-12)
    #expect((last.regrets[0] - (-0.25 - mean)).magnitude < 1e-12)
  }

  @Test("In units of ranges it does not matter how large points are")
  func units() throws {
    let base = try ScenarioModel(try Library.scenario(Library.base))
    let larger = try ScenarioModel(
      try Library.scenario(
        Library.base.replacing("edge: { weight: -1,", with: "edge: { weight: -8,")
          .replacing("cost: { weight: -2,", with: "cost: { weight: -16,")
      )
    )
    let (a, b) = (
      QuantalPlay(base, at: [3], unit: .ranges), QuantalPlay(larger, at: [3], unit: .ranges)
    )
    let (first, second) = (try #require(a.answers.first), try #require(b.answers.first))
    for (p, q) in zip(first.options.joined(), second.options.joined()) {
      #expect((p - q).magnitude < 1e-12)
    }
    #expect((first.payoffs[1] * 8 - second.payoffs[1]).magnitude < 1e-9)
    let points = try #require(QuantalPlay(larger, at: [3]).answers.first)
    #expect(zip(points.options.joined(), second.options.joined()).contains { $0 != $1 })
  }

  @Test(
    "The shipped scenario: every precision is reached, and great precision comes near an equilibrium"
  )
  func shipped() throws {
    let model = try ScenarioModel(try PhaseDiagramTests.shipped())
    let play = QuantalPlay(model, at: [0, 2, 60])
    #expect(play.end == .complete && play.answers.count == 3)
    for answer in play.answers {
      #expect(answer.residual < 1e-12)
      for (decision, options) in answer.options.enumerated() {
        #expect((options.reduce(0, +) - 1).magnitude < 1e-12)
        if answer.precision == 0 {
          let even = 1 / Double(model.game.decisions[decision].optionCount)
          #expect(options.allSatisfy { ($0 - even).magnitude < 1e-12 })
        }
      }
    }
    let last = try #require(play.answers.last)
    #expect(last.likelihood > 0.99)
    let exact = ExactGame(model.game, at: model.values)
    let equilibria = exact.strategic.pureEquilibria().map { exact.outcome(of: $0.profile) }
    #expect(equilibria.contains(last.likeliest))
  }
}
