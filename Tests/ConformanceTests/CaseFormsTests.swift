import Testing

@testable import Conformance

@Suite("Forms of reference cases")
struct CaseFormsTests {
  @Test("a file without a family is told by the members of its input")
  func families() {
    let cases = [
      ("cooperative", "players: 2, value: { '1,2': 1 }", "shapley: ['1/2', '1/2']"),
      ("voting-power", "weights: [1, 1], quota: 2", "banzhaf_swings: [1, 1]"),
      (
        "ktab-smp",
        "actors: [{ capability: 1, position: 0, salience: 1 }, { capability: 1, position: 1, salience: 1 }], "
          + "stop: { max_turns: 2 }",
        "positions_turn0: [0, 1]"
      ),
      ("bargaining", "outcomes: { A: [1, 1] }, batna: [0, 0]", "nash: 'A'"),
      ("bargaining", "u1: 'x', u2: '1-x', disagreement: [0, 0]", "nash_x: 0.5"),
      ("tactics", "times: [0, 1]", "negmas_poly_aspiration: { 'e=1': [1, 0] }"),
    ]
    for (family, input, expected) in cases {
      let text = "{ input: { \(input) }, expected: { \(expected) } }"
      let result = Selftest([CaseRun.file("x.json", text)]).run().results[0]
      #expect(result.family == family && result.checks.allPassed, "\(family): \(result.checks)")
    }
  }

  @Test("a tolerance is a number that is not negative")
  func tolerance() {
    let text = { (tolerance: String) in
      """
      { family: "voting-power", tolerance: \(tolerance), input: { weights: [1, 1], quota: 2 },
        expected: { banzhaf_absolute: [0.50001, 0.5] } }
      """
    }
    #expect(CaseRun.checks(text("1e-3")).allPassed)
    for wrong in ["\"1e-3\"", "-1", "true"] {
      #expect(CaseRun.failure(text(wrong)) == "'tolerance' is no number that is 0 or more")
    }
    #expect(CaseRun.failure(text("null")) != nil)
  }

  @Test("whole numbers may have a point")
  func wholeNumbers() {
    let game = """
      { family: "cooperative", input: { players: 2.0, value: { "1,2": 1.0 } },
        expected: { shapley: [0.5, 0.5] } }
      """
    #expect(CaseRun.checks(game).allPassed)
    #expect(CaseRun.failure(game.replacing("2.0", with: "2.5"))?.hasPrefix("'players' is") == true)
    let conflict = """
      { family: "gmcr", input: { decision_makers: ["a"], states: [1.0, 2e0],
          moves: { a: { "1": [2.0] } }, preference_ranking_best_first: { a: [2, 1.0] } },
        expected: { equilibria: { Nash: [2.0] } } }
      """
    #expect(CaseRun.checks(conflict).allPassed, "\(CaseRun.checks(conflict))")
  }

  @Test("where nobody can win, nobody has power")
  func nobodyWins() {
    let text = { (shares: String) in
      """
      { family: "voting-power", input: { weights: [3, 2], quota: 6 }, expected: {
        banzhaf_swings: [0, 0], banzhaf_absolute: [0.0, 0], banzhaf_normalised: \(shares) } }
      """
    }
    #expect(CaseRun.checks(text("null")).allPassed)
    #expect(CaseRun.checks(text("[\"0\", \"0\"]")).allPassed)
    #expect(!CaseRun.checks(text("[\"1\", \"0\"]")).allPassed)
  }

  @Test("only matches of strategies that are not known are skipped")
  func unknownStrategy() {
    let text = """
      { family: "repeated", input: { strategies: ["Cooperator", "Oracle", "Defector"], turns: 2.0,
          payoffs: { T: 5, R: 3, P: 1, S: 0 } },
        expected: { matches: { "Cooperator|Defector": [0, 10], "Cooperator|Oracle": [6, 6] },
          total_without_self_play: { Cooperator: 6 } } }
      """
    let checks = CaseRun.checks(text)
    #expect(
      checks.map { $0.verdict } == [
        .passed, .skipped("no strategy is called 'Oracle'"),
        .skipped("it counts matches against 'Oracle', which is not known"),
      ]
    )
    #expect(
      !CaseRun.checks(text.replacing("[0, 10]", with: "[0, 11]")).allSatisfy {
        if case .failed = $0.verdict { false } else { true }
      }
    )
  }

  @Test("types of deterrence may have several words")
  func types() {
    let text = """
      { family: "deterrence", input: {
          tree: "challenger: cooperate -> SQ, or demand; defender: concede -> DC, or defy -> DD",
          challenger_order: { hard: "SQ > DC > DD", "very hard": "DC > DD > SQ" },
          defender_order: { soft: "SQ > DC > DD" } },
        expected: { "very hard challenger, soft defender": { outcome: "DC" },
          "hard challenger, soft defender": { outcome: "SQ" } } }
      """
    #expect(CaseRun.checks(text).allPassed, "\(CaseRun.checks(text))")
    #expect(CaseRun.failure(text.replacing("very hard challenger", with: "odd challenger")) != nil)
  }

  @Test("an exponent of 0 follows the formula")
  func zeroExponent() {
    let text = """
      { family: "tactics", input: { times: [0, 0.5, 1] }, expected: {
        negmas_poly_aspiration: { "e=0": [0, 0, 0] }, negmas_exp_aspiration: { "e=0": [1, 1, 1] },
        genius_f: { "k=0.1,e=0": [0.1, 0.1, 1] },
        faratin_polynomial_alpha: { "k=0.1,beta=0": [0.1, 0.1, 1] },
        faratin_exponential_alpha: { "k=0.1,beta=0": [0.1, 0.1, 0.1] } } }
      """
    #expect(CaseRun.checks(text).allPassed, "\(CaseRun.checks(text))")
  }

  @Test("what is wrong is said in sentences, and huge numbers shortly")
  func sentences() {
    let vote = { (input: String) in
      "{ family: 'voting-power', input: { \(input) }, expected: { banzhaf_swings: [1] } }"
    }
    #expect(CaseRun.failure(vote("weights: [], quota: 1")) == "the weights: there is no player")
    #expect(
      CaseRun.failure(vote("weights: [1, -1], quota: 1"))
        == "the weights: the weight of player 2 is below 0"
    )
    let conflict = """
      { family: "gmcr", input: { decision_makers: ["a"], states: ["s", "t"],
          moves: { a: { s: ["s"] } }, preference_ranking_best_first: { a: ["t", "s"] } },
        expected: {} }
      """
    #expect(
      CaseRun.failure(conflict)
        == "it describes no conflict: 'a' has a move from 's' to where it is already"
    )
    let ranked = conflict.replacing("[\"s\"] }", with: "[\"t\"] }").replacing(
      "[\"t\", \"s\"]",
      with: "[\"t\"]"
    )
    #expect(
      CaseRun.failure(ranked)
        == "it describes no conflict: the ranking of 'a' has not every state once"
    )
    let huge = """
      { family: "cooperative", input: { players: 1, value: { "1": 1e300 } },
        expected: { shapley: ["1"] } }
      """
    #expect(
      CaseRun.failure(huge)
        == "1\(String(repeating: "0", count: 23))... (301 characters) where the case has 1"
    )
  }
}
