import GameTheory
import TestSupport
import Testing

@testable import Negotiation

@Suite("Decisions taken in order")
struct SequentialOutcomeTests {
  private func model(
    _ moves: String,
    holding held: [Options.Choice] = []
  ) throws -> ScenarioModel {
    let scenario = try Library.child("sequence: { moves: [\(moves)] }")
    var changes = ScenarioModel.Changes()
    changes.held = Options(held)
    return try ScenarioModel(scenario, changes: changes)
  }

  @Test("Where every move sees all earlier ones, looking ahead is exact")
  func seen() throws {
    let model = try model("{ decision: 'nmd' }, { decision: 'line', sees: ['nmd'] }")
    let lens = SequentialOutcome(model)
    #expect(lens.obstacles.isEmpty && lens.standing.isEmpty && lens.whatIf == nil)
    let play = try #require(lens.play)
    // Racing costs Russia 2 whatever happens, so it does not; deploying gains the United States 1 and costs 0.25.
    #expect(model.game.numbering.options(of: play.outcome) == [0, 0])
    #expect(play.outcomes == [play.outcome] && play.tieCount == 0)
    #expect(play.steps.map { $0.mover.player } == [0, 1])
  }

  @Test("Where a move does not see an earlier one, that is said, and looking ahead is a what-if")
  func unseen() throws {
    let model = try model("{ decision: 'line' }, { decision: 'nmd' }")
    let lens = SequentialOutcome(model)
    #expect(lens.obstacles == [.unseen(decision: 0, earlier: 1)])
    #expect(lens.play == nil)
    #expect(model.game.numbering.options(of: try #require(lens.whatIf).outcome) == [0, 0])
    // Held, it is no secret.
    let held = try self.model(
      "{ decision: 'line' }, { decision: 'nmd' }",
      holding: [Options.Choice(decision: 1, option: 1)]
    )
    let known = SequentialOutcome(held)
    #expect(known.obstacles.isEmpty)
    #expect(held.game.numbering.options(of: try #require(known.play).outcome) == [0, 1])
  }

  @Test("Decisions outside the sequence stay as they are")
  func standing() throws {
    let model = try model("{ decision: 'line' }")
    let lens = SequentialOutcome(model)
    #expect(lens.standing == [0] && lens.start == model.statusQuo)
    #expect(model.game.numbering.options(of: try #require(lens.play).outcome) == [1, 0])
    let other = SequentialOutcome(model, from: model.game.numbering.outcome([2, 1]))
    #expect(model.game.numbering.options(of: try #require(other.play).outcome) == [2, 0])
    let none = SequentialOutcome(try ScenarioModel(try Library.scenario(Library.base)))
    #expect(none.obstacles == [.noSequence] && none.play == nil && none.whatIf == nil)
  }

  @Test("The shipped scenario: its moves do not see all earlier ones; the what-if is whole")
  func shipped() throws {
    let model = try ScenarioModel(try PhaseDiagramTests.shipped())
    let lens = SequentialOutcome(model)
    let moves = try #require(model.scenario.sequence).moves
    // What a player did or saw before it knows: told by names, from the scenario's text.
    let names = lens.obstacles.map { obstacle -> String in
      guard case .unseen(let decision, let earlier) = obstacle else { return "" }
      return [decision, earlier].map { model.scenario.decisions[$0].id }.joined(separator: " ")
    }
    #expect(
      names == ["defence launches", "posture missiles", "posture broker", "posture launches"]
    )
    let play = try #require(lens.whatIf)
    #expect(play.order.map { $0.decision } == moves.map { $0.decision })
    #expect(play.outcomes.contains(play.outcome))
    // Nobody gains by another option at its own move on the way, later moves following.
    for (depth, step) in play.steps.enumerated() {
      let history = play.steps[..<depth].map { $0.option }
      for (option, prospect) in zip(step.options, step.prospects) {
        #expect(play.outcome(after: history + [option]) == prospect)
      }
    }
  }
}
