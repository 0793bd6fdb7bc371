import Documents
import Testing

@testable import Conformance

@Suite("Reference cases of spatial models")
struct SpatialCasesTests {
  private let actors = """
    [{ name: "a", capability: 1, position: 0, salience: 0.5 },
     { name: "b", capability: 2, position: 10, salience: 0.5 },
     { capability: 0, position: 4, salience: 0.5 }]
    """

  private func forecast(_ rounds: String, more: String = "") -> String {
    """
    { family: "bdm", tolerance: 1e-6, input: { actors: \(actors)\(more) },
      expected: { initial_weighted_median: 10, rounds_paper_reading: \(rounds) } }
    """
  }

  @Test("rounds are compared by their number; 0 is what goes before the first")
  func rounds() {
    let start = "{ round: 0.0, moves: [], positions: [0, 10, 4], weighted_median: 10 }"
    #expect(CaseRun.checks(forecast("[\(start)]")).allPassed)
    let wrong = "{ round: 1, positions: [0, 10, 4], weighted_median: 10 }"
    #expect(!CaseRun.checks(forecast("[\(wrong)]")).allPassed)
    // All rounds, then some of them in another order.
    guard let all = moved(4) else {
      Issue.record("no positions")
      return
    }
    let listed = all.map { "{ positions: \($0) }" }.joined(separator: ", ")
    #expect(CaseRun.checks(forecast("[\(listed)]", more: ", rounds: 4")).allPassed)
    let some = "{ round: 3, positions: \(all[2]) }, { round: 1, positions: \(all[0]) }"
    #expect(CaseRun.checks(forecast("[\(some)]", more: ", rounds: 4")).allPassed)
  }

  @Test("a list that is shorter than what is played fails, unless it has numbers of rounds")
  func short() {
    let one = "[{ weighted_median: 10 }]"
    #expect(
      CaseRun.failure(forecast("[]")) == "there are 0 without 'round', where 1 are played"
    )
    let reason = CaseRun.failure(forecast(one, more: ", rounds: 3"))
    #expect(reason == "there are 1 without 'round', where 3 are played")
  }

  /// Positions after some rounds, which are found by asking for what is wrong.
  private func moved(_ count: Int) -> [[Double]]? {
    var found: [[Double]] = []
    for round in 1...count {
      var positions: [Double] = []
      for actor in 0..<3 {
        // A number that is wrong is named by the failure; so each is found by itself.
        let guess = (0..<3).map { $0 < actor ? "\(positions[$0])" : "-99" }
        let text = forecast("[{ round: \(round), positions: [\(guess.joined(separator: ", "))] }]")
        let words = CaseRun.failure(text)?.split(separator: " ") ?? []
        guard words.count > 2, let value = Double(words[2]) else { return nil }
        positions.append(value)
      }
      found.append(positions)
    }
    return found
  }

  @Test("one actor stands still; faults name the actor")
  func faults() {
    let one = """
      { family: "bdm", input: { actors: [{ capability: 1, position: 4, salience: 0.5 }] },
        expected: { initial_weighted_mean: 4, readings: { code: { risk_exponent: [1] } } } }
      """
    #expect(CaseRun.checks(one).allPassed)
    let none = one.replacing("{ capability: 1, position: 4, salience: 0.5 }", with: "")
    #expect(CaseRun.failure(none) == "the actors make no model: there is no actor")
    let below = forecast("[]").replacing("capability: 0", with: "capability: -1")
    #expect(
      CaseRun.failure(below) == "the actors make no model: the capability of 'actor 3' is too small"
    )
  }

  @Test("a table of influence, salience and position needs no products")
  func table() {
    let text = """
      { family: "bdm", input: { columns: ["stakeholder", "influence", "salience", "position"],
        rows: [["a", 10, 50, 0], ["b", 30, 50, 100]] }, expected: { weighted_mean: 75 } }
      """
    #expect(CaseRun.checks(text).allPassed)
    #expect(!CaseRun.checks(text.replacing("mean: 75", with: "mean: 74")).allPassed)
  }

  @Test("an actor of an election without capability has no vote")
  func election() {
    let text = """
      { family: "pce", input: { capability: [1, 0], utility_actor_by_option: [[1, 0], [0, 1]] },
        expected: { conditional: [1, 0] }, tolerance: 1e-6 }
      """
    #expect(CaseRun.checks(text).allPassed)
    let below = text.replacing("[1, 0], utility", with: "[1, -2], utility")
    #expect(
      CaseRun.failure(below)
        == "capabilities and utilities do not fit: the capability of actor 2 is too small"
    )
  }

  @Test("turns stand in full, or under their numbers")
  func turns() {
    let text = { (positions: String) in
      """
      { family: "ktab-smp", tolerance: 0.01, input: { actors: [
          { name: "a", capability: 1, position: [50], salience: [80] },
          { name: "b", capability: 1, position: [50], salience: [80] }],
        stop: { min_turns: 2, max_turns: 2 } },
        expected: { positions_by_turn: \(positions) } }
      """
    }
    let row = "[[50], [50]]"
    #expect(CaseRun.checks(text("[\(row), \(row), \(row)]")).allPassed)
    #expect(CaseRun.failure(text("[\(row), \(row)]")) == "3 where the case has 2")
    #expect(CaseRun.checks(text("{ \"2\": \(row) }")).allPassed)
    #expect(CaseRun.failure(text("{ \"3\": \(row) }")) == "the run ends after 2 turns")
  }

  @Test("actors may stand in a file beside, which is looked for where it is not given")
  func beside() {
    let own = CaseRun.file(
      "a/one.json",
      """
      { family: "bdm", input: { same_actors_as: "two" }, expected: { initial_weighted_mean: 4 } }
      """
    )
    let other = """
      { input: { actors: [{ capability: 1, position: 4, salience: 0.5 }] } }
      """
    let found = Selftest([own]) { path in
      path == "a/two.json" ? CaseRun.file(path, other) : nil
    }
    #expect(found.run().results[0].checks.allPassed)
    #expect(Selftest([own, CaseRun.file("a/two.json", other)]).run().results[0].checks.allPassed)
    #expect(!Selftest([own, CaseRun.file("b/two.json", other)]).run().results[0].checks.allPassed)
  }
}
