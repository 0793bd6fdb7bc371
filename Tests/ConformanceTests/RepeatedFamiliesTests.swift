import Documents
import Testing

@testable import Conformance

@Suite("Reference cases of repeated games and deterrence")
struct RepeatedFamiliesTests {
  private func run(_ text: String) -> [Check.Verdict] {
    Selftest([CaseFile(SourceText(name: "case.json", bytes: Array(text.utf8)))]).run()
      .results[0].checks.map { $0.verdict }
  }

  private func isAllPassed(_ text: String) -> Bool {
    let verdicts = run(text)
    return !verdicts.isEmpty && verdicts.allSatisfy { $0 == .passed }
  }

  private func tournament(_ expected: String, turns: String = "10") -> String {
    """
    { family: 'repeated', input: { strategies: ['TitForTat', 'Defector'], turns: \(turns),
      payoffs: { T: 5, R: 3, P: 1, S: 0 } }, expected: { \(expected) } }
    """
  }

  @Test("matches, totals and discount factors; a wrong number is noticed")
  func repeated() {
    for (text, wrong) in [
      ("matches: { 'Defector|TitForTat': [14, 9] }", "[9, 14]"),
      ("total_without_self_play: { TitForTat: 9, Defector: 14 }", "9, Defector: 13"),
      ("total_with_one_self_match: { Defector: 24 }", "Defector: 34"),
    ] {
      #expect(isAllPassed(tournament(text)), "\(run(tournament(text)))")
      let damaged = text.replacing("[14, 9]", with: wrong).replacing("9, Defector: 14", with: wrong)
        .replacing("Defector: 24", with: wrong)
      #expect(damaged != text && !isAllPassed(tournament(damaged)))
    }
    let discounts = "{ family: 'repeated', input: { games_TRPS: [[5, 3, 1, 0]] }, expected: "
    #expect(isAllPassed(discounts + "{ grim_trigger: [0.5], tit_for_tat: [0.6666666667] } }"))
    #expect(!isAllPassed(discounts + "{ grim_trigger: [0.5], tit_for_tat: [0.66667] } }"))
  }

  @Test("what cannot be understood fails with its reason, what is not known is skipped")
  func mistakes() {
    let name = tournament("matches: { 'Defector|TitForTat': [14, 9] }")
      .replacing("'Defector'", with: "'Diplomat'")
    #expect(run(name) == [.failed("'Defector|TitForTat' is no pair of the strategies")])
    let unknown = name.replacing("Defector|", with: "Diplomat|")
    #expect(run(unknown) == [.skipped("no strategy is called 'Diplomat'")])
    #expect(
      run(tournament("matches: { Defector: [14, 9] }"))
        == [.failed("'Defector' is no pair of the strategies")]
    )
    #expect(
      run(tournament("matches: {}", turns: "-1")) == [.failed("'turns' is not in 0...100000")]
    )
    #expect(run(tournament("noise: 1")) == [.skipped("nothing is known of it")])
    let chicken = "{ family: 'repeated', input: { games_TRPS: [[4, 3, 0, 1]] }, expected: "
    #expect(
      run(chicken + "{ grim_trigger: [0.5] } }")
        == [.failed("a game is no prisoner's dilemma: T > R > P > S")]
    )
  }

  private func deterrence(_ expected: String, tree: String? = nil) -> String {
    let moves = "challenger: stay -> SQ, or demand; defender: concede -> DC, or resist -> DD"
    return """
      { family: 'deterrence', input: { tree: '\(tree ?? moves)',
        challenger_order: { bold: 'DC > SQ > DD' },
        defender_order: { hard: 'SQ > DD > DC', soft: 'SQ > DC > DD' } }, expected: { \(expected) } }
      """
  }

  @Test("games of deterrence of two moves")
  func twoMoves() {
    let right = """
      'bold challenger, soft defender': { outcome: 'DC', defender_reply: 'concede' },
      'bold challenger, hard defender': { outcome: 'SQ', challenger_first_move: 'stay' }
      """
    #expect(isAllPassed(deterrence(right)), "\(run(deterrence(right)))")
    for (part, wrong) in [("'DC'", "'SQ'"), ("'concede'", "'resist'"), ("'stay'", "'demand'")] {
      #expect(!isAllPassed(deterrence(right.replacing(part, with: wrong))))
    }
    #expect(
      run(deterrence("'bold challenger': {}"))
        == [.failed("'bold challenger' has no order of defender's")]
    )
    let types = "'bold challenger, hard defender': { outcome: 'SQ' }"
    #expect(
      run(deterrence(types, tree: "challenger: stay -> SQ, or demand"))
        == [.failed("move 1 of the tree neither ends the game nor hands it on")]
    )
    #expect(
      run(deterrence(types, tree: "challenger: stay -> SQ, or go; defender: a -> XX, or b -> DD"))
        == [.failed("challenger's order has no 'XX'")]
    )
  }
}
