import Documents
import Testing

@testable import Conformance

@Suite("Reference cases of coalitions")
struct CoalitionFamiliesTests {
  private func run(_ text: String) -> [Check] {
    Selftest([CaseFile(SourceText(name: "case.json", bytes: Array(text.utf8)))]).run()
      .results[0].checks
  }

  private func passes(_ text: String) -> Bool {
    let checks = run(text)
    return !checks.isEmpty && checks.allSatisfy { $0.verdict == .passed }
  }

  @Test("values by numbers or names, estates, weights")
  func forms() {
    for input in [
      "players: 2, value: { '1': 1, '1, 2': 4 }",
      "players: ['North', 'Far East'], value: { 'North': '2/2', 'Far East,North': 4.0 }",
    ] {
      let text =
        "{ family: 'cooperative', input: { \(input) }, expected: { shapley: ['5/2', '3/2'] } }"
      #expect(passes(text), "\(run(text))")
    }
    let estate = "{ family: 'cooperative', input: { estate: 3, claims: [2, 2] }, "
    #expect(passes(estate + "expected: { nucleolus: [1.5, 1.5], core: [[1, 2], [2, 1]] } }"))
    #expect(!passes(estate + "expected: { nucleolus: [1.5, 1.5], core: [[1, 2], [1.5, 1.5]] } }"))
    let weights = "input: { weights: [2.5, 0.5, 0.5], quota: 3 }, expected: "
    #expect(passes("{ family: 'cooperative', \(weights) { shapley: ['2/3', '1/6', '1/6'] } }"))
    #expect(passes("{ family: 'voting-power', \(weights) { banzhaf_swings: [3, 1, 1] } }"))
    #expect(!passes("{ family: 'voting-power', \(weights) { banzhaf_swings: [3, 1, 2] } }"))
  }

  @Test("what cannot be understood fails with its reason, what is not known is skipped")
  func mistakes() {
    for (input, reason) in [
      ("players: 0", "'players' is neither a number of players up to 20 nor a list of names"),
      ("players: 2, value: { '1,3': 1 }", "'1,3' is no coalition of the players"),
      ("players: 2, value: { '1,1': 1 }", "'1,1' is no coalition of the players"),
      ("players: 2, value: { '1': 'much' }", "the value of '1' is no number"),
      (
        "players: 2, value: { '1,2': 1 }, estate: 2, claims: [1, 1]",
        "the values are not those of the estate and the claims"
      ),
      ("", "there is neither 'value' nor 'claims' with an 'estate'"),
    ] {
      let value = input == "players: 0" ? ", value: {}" : ""
      let checks = run(
        "{ family: 'cooperative', input: { \(input)\(value) }, expected: { shapley: [] } }"
      )
      #expect(checks.map { $0.verdict } == [.failed(reason)])
    }
    let unknown = run(
      "{ family: 'voting-power', input: { weights: [1], quota: 1 }, expected: { johnston: [1] } }"
    )
    #expect(unknown.map { $0.verdict } == [.skipped("nothing is known of it")])
    let impossible = run(
      "{ family: 'voting-power', input: { weights: [1], quota: 0 }, expected: {} }"
    )
    let reason = "the weights: the quota is not above 0, or above what all weights add up to"
    #expect(impossible.map { $0.verdict } == [.failed(reason)])
  }
}
