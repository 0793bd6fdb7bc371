import Foundation
import GameTheory
import TestSupport
import Testing

@testable import Negotiation

@Suite("What tips along one number of the shipped scenario")
struct TippingTests {
  private func tipping(_ path: String) throws -> Tipping {
    let scenario = try PhaseDiagramTests.shipped()
    let model = try ScenarioModel(scenario, varying: [path])
    let range = try #require(scenario.quantities.first { $0.path == path }?.range)
    return Tipping(model, along: path, in: range)
  }

  @Test(
    "The United States gives up the shield where blunting Russia's missiles is worth next to nothing"
  )
  func russianEdge() throws {
    let tipping = try tipping("neutralise_russia")
    let first = try #require(tipping.tips.first)
    #expect(first.breakpoint.value.rational == Rational(1, 7))
    let scenario = tipping.model.scenario
    let us = try #require(scenario.players.firstIndex { $0.id == "us" })
    #expect(
      first.changes.contains {
        if case .way(let player, _, _, _, _) = $0 { player == us } else { false }
      }
    )
    #expect(tipping.line.isAffine)
  }

  @Test("What a change says is so: the player gains on one side, and on the other it does not")
  func changesHold() throws {
    var checked = 0
    for path in ["neutralise_russia", "shield_works", "broker_leverage", "sellout_loss"] {
      let tipping = try tipping(path)
      let variable = tipping.model.variables[path] ?? 0
      for (index, tip) in tipping.tips.enumerated() {
        guard let low = tipping.line.stretches[index], let high = tipping.line.stretches[index + 1]
        else { continue }
        #expect(low.answer != high.answer || tip.breakpoint.answer != low.answer)
        for case .equilibrium(let outcome, let isAbove, let deviations) in tip.changes {
          #expect(!deviations.isEmpty)
          for deviation in deviations {
            func gain(_ value: Rational) -> Rational {
              var values = tipping.model.values
              values[variable] = value
              return tipping.model.game.payoffChange(
                of: deviation.player,
                from: outcome,
                to: deviation.outcome
              ).evaluated(at: values)
            }
            #expect(gain(isAbove ? low.sample : high.sample) > 0)
            #expect(gain(isAbove ? high.sample : low.sample) <= 0)
            checked += 1
          }
        }
      }
    }
    #expect(checked > 3)
  }

  @Test(
    "Whole, boolean and named numbers tip at the nearest of their values",
    arguments: [
      ("n: { value: 2, kind: \"integer\", range: [0, 6] }", "n - 2", nil, 3),
      ("n: { value: 5, kind: \"integer\", range: [0, 6] }", "0.7 * n - 2", 3, nil),
      ("n: { value: true }", "3 * n - 2", 0, nil),
      ("n: { value: false }", "3 * n - 2", nil, 1),
      ("n: { value: \"b\", options: { a: 9, b: 2, c: 4, d: 3 } }", "n - 2.5", nil, 3),
      ("n: { value: \"b\", options: { a: 9, b: 2, c: 4, d: 3 } }", "n - 99", nil, nil),
    ]
  )
  func discrete(_ parameter: String, _ gain: String, _ below: Int?, _ above: Int?) throws {
    // Deploying pays where the gain is above a quarter.
    let scenario = try Library.child(
      """
      parameters: { \(parameter) },
      effects: [{ id: "gain", add: "\(gain)" }],
      """
    )
    let table = TippingTable(try ScenarioModel(scenario))
    let row = try #require(table.rows.first { $0.path == "n" })
    #expect(row.below?.value.rational == below.map { Rational($0) })
    #expect(row.above?.value.rational == above.map { Rational($0) })
  }
}
