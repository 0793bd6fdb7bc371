import Documents
import TestSupport
import Testing

@testable import Conformance

@Suite("Reference cases of graph models")
struct GraphModelTests {
  private func run(_ text: String) -> [Check] {
    Selftest([CaseFile(SourceText(name: "case.json", bytes: Array(text.utf8)))]).run()
      .results[0].checks
  }

  /// The prisoner's dilemma, by Y for silence.
  private func dilemma(_ expected: String) -> String {
    """
    { family: 'gmcr', input: { decision_makers: ['A', 'B'], states: ['YY', 'NY', 'YN', 'NN'],
      moves: { A: { YY: ['NY'], NY: ['YY'], YN: ['NN'], NN: ['YN'] },
               B: { YY: ['YN'], YN: ['YY'], NY: ['NN'], NN: ['NY'] } },
      preference_ranking_best_first: { A: ['NY', 'YY', 'NN', 'YN'], B: [['YN'], 'YY', 'NN', 'NY'] },
      status_quo: 'YY' }, expected: { \(expected) } }
    """
  }

  @Test("what a case expects is held against the engine; a wrong state is noticed")
  func expected() {
    let right = [
      "equilibria: { Nash: ['NN'], SEQ: ['NN', 'YY'], SIM: ['YY', 'NN'], NM: ['YY', 'NN'] }",
      "stable_by_dm: { GMR: { A: ['YY', 'NY', 'NN'] }, L1: { B: ['YN', 'NN'] } }",
      "limited_move_equilibria: { '1': ['NN'], '2': ['YY', 'NN'], '1000003': ['YY', 'NN'] }",
      "coalition_equilibria: { CNash: [], CSEQ: ['YY'] }",
      "coalition_improvements: { NN: [{ coalition: ['B', 'A'], to: ['YY'] }] }",
      "status_quo_first_reached_step: { by_improvements: { YY: 0, NY: 1, YN: 1, NN: 2 } }",
      "published: { SEQ_GMR_only: [], GMR_SMR_SEQ_only: ['YY'], sequential_equilibria_decimal: [0, 3] }",
      "published: { SEQ_plus_simultaneous: ['YY', 'NN'], jump: 'A and B move NN -> YY' }",
    ]
    for text in right {
      let checks = run(dilemma(text))
      #expect(checks.allSatisfy { $0.verdict == .passed }, "\(text): \(checks)")
      #expect(checks.count > 1)
      let wrong = [
        ("'NN'", "'NY'"), ("CNash: []", "CNash: ['NN']"), ("NN: [{", "NY: [{"), ("NN: 2", "NN: 1"),
        ("[0, 3]", "[0, 2]"), ("NN -> YY", "NN -> NY"),
      ]
      let damaged = wrong.map { text.replacing($0.0, with: $0.1) }.filter { $0 != text }
      #expect(!damaged.isEmpty)
      for text in damaged {
        let isNoticed = run(dilemma(text)).contains {
          if case .failed = $0.verdict { true } else { false }
        }
        #expect(isNoticed, "\(text)")
      }
    }
  }

  @Test("what is not defined or not known is skipped aloud")
  func skipped() {
    let text = dilemma(
      "equilibria: { Foo: [] }, other: 1, published: { SEQ_FOO: [], note: 'they talked' }, "
        + "status_quo_first_reached_step: { by_luck: {} }"
    )
    let skipped = run(text).filter { if case .skipped = $0.verdict { true } else { false } }
    #expect(skipped.count == 5)
    let three = """
      { family: 'gmcr', input: { decision_makers: ['A', 'B', 'C'], states: ['x', 'yy'],
        moves: { A: { x: ['yy'] } },
        preference_ranking_best_first: { A: ['x', 'yy'], B: [['x', 'yy']], C: ['yy', 'x'] } },
        expected: { limited_move_equilibria: { '2': [] }, equilibria: { SIM: [], Nash: ['x', 'yy'] } } }
      """
    let checks = run(three)
    #expect(
      checks.map { $0.verdict } == [
        .skipped("it is defined for two decision makers, and there are 3"),
        .skipped("it is defined for two decision makers, and there are 3"), .passed, .passed,
      ]
    )
  }

  @Test("preferences by statements stand in the place of rankings")
  func statements() {
    let statements = """
      priorities: [
        { dm: 'A', statements_most_important_first: ['-Y', { not: 'Y-' }] },
        { dm: 'B', statements_most_important_first: [{ all_of: ['Y-', 'Y-'] }, { if: 'Y-', then: '-N' }] }]
      """
    let checks = run(
      dilemma("equilibria: { Nash: ['NY', 'NN'] }").replacing(
        "preference_ranking_best_first: { A: ['NY', 'YY', 'NN', 'YN'], B: [['YN'], 'YY', 'NN', 'NY'] }",
        with: statements
      )
    )
    #expect(checks.filter { $0.verdict == .passed }.count == 2, "\(checks)")
    let alone = run(
      """
      { family: 'gmcr-preferences', input: { states: ['YY', 'NY', 'YN', 'NN'], \(statements) },
        expected: { ranking_best_first: { A: [['NY'], ['YY'], ['NN'], ['YN']],
          B: [['YN'], ['YY'], ['NY', 'NN']] }, scores: { A: { NY: 3, YY: 2, YN: 0 } } } }
      """
    )
    #expect(alone.count == 5 && alone.allSatisfy { $0.verdict == .passed }, "\(alone)")
  }

  @Test(
    "cases that are no conflicts fail with a reason",
    arguments: [
      ("YN: ['NN']", "YN: ['NX']", "there is no state 'NX'"),
      ("'NN', 'YN'], B", "'NN'], B", "it describes no conflict"),
      ("states: ['YY', 'NY'", "states: ['YY', 'YY'", "'YY' is listed twice"),
      ("A: { YY", "D: { YY", "'moves' has no lists of a decision maker 'D'"),
      ("YN: ['NN']", "YN: ['YN']", "it describes no conflict"),
    ]
  )
  func faults(_ part: String, _ other: String, _ reason: String) {
    let good = dilemma("equilibria: { Nash: ['NN'] }")
    let bad = good.replacing(part, with: other)
    #expect(bad != good)
    guard case .failed(let found) = run(bad).last?.verdict else {
      Issue.record("\(other) passed")
      return
    }
    #expect(found.hasPrefix(reason), "\(found)")
  }
}
