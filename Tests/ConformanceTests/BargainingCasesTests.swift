import Testing

@testable import Conformance

@Suite("Reference cases of bargaining")
struct BargainingCasesTests {
  private func named(_ outcomes: String, _ expected: String, more: String = "") -> String {
    """
    { family: "bargaining", input: { outcomes: { \(outcomes) }, batna: ["1/5", 0.0] },
      expected: { \(expected) }\(more) }
    """
  }

  @Test("where all products are 0, all rational outcomes are Nash solutions")
  func zeroProduct() {
    let text = { (nash: String) in
      named("A: [\"1/5\", 5], B: [5, 0], C: [0.2, 0]", "nash: [\(nash)]")
    }
    #expect(CaseRun.checks(text("\"C\", \"B\", \"A\"")).allPassed)
    #expect(CaseRun.failure(text("\"B\", \"A\"")) == "3 values where the case has 2")
  }

  @Test("fractions may stand in quotes; one package may stand without a list around it")
  func forms() {
    #expect(
      CaseRun.checks(
        named(
          "A: [\"1/3\", \"1/2\"], B: [\"1/2\", \"1/4\"]",
          "nash: \"B\", nash_products: { B: \"3/40\" }"
        )
      ).allPassed
    )
    let packages = { (nash: String) in
      """
      { family: "bargaining", input: { weights: [[3, 1], [1, 2]], batna: [1, 1],
          values_party_issue_option: [[[0, 2], [1, 5]], [[4, 1], [0, 3]]] },
        expected: { nash: \(nash) } }
      """
    }
    #expect(CaseRun.checks(packages("[1.0, 1]")).allPassed)
    #expect(CaseRun.checks(packages("{ outcomes: [1, 1], utilities: [11, 7] }")).allPassed)
    #expect(!CaseRun.checks(packages("[1, 0]")).allPassed)
    #expect(
      CaseRun.failure(packages("[1, 0, 1]")) == "'nash' has not one option for each of 2 issues"
    )
  }

  @Test("a tolerance does not grow with whole numbers, as it does with decimals")
  func exactness() {
    let text = { (value: String) in
      named(
        "A: [\"1000001/5\", 1000000]",
        "nash: { outcomes: [\"A\"], value: \(value) }",
        more: ", tolerance: 1e-9"
      )
    }
    #expect(CaseRun.checks(text("200000000000")).allPassed)
    #expect(!CaseRun.checks(text("200000000002")).allPassed)
    #expect(CaseRun.checks(text("200000000002.0")).allPassed)
    #expect(!CaseRun.checks(text("200000000999.0")).allPassed)
  }

  @Test(
    "gains of an exchange are in the order of the values; of tied exchanges the stated one counts"
  )
  func exchange() {
    let text = { (more: String) in
      """
      { family: "bargaining", input: { goods: [
          { name: "hat", owner: "Bob", value_to_ann: 9, value_to_bob: 1 },
          { name: "dust", owner: "Ann", value_to_ann: 0, value_to_bob: 0 },
          { name: "car", owner: "Ann", value_to_ann: 3, value_to_bob: 8 }] },
        expected: { bob_gives: ["hat"], nash_product: 42, \(more) } }
      """
    }
    #expect(CaseRun.checks(text("ann_gives: [\"car\"], gains: [6, 7]")).allPassed)
    #expect(CaseRun.checks(text("ann_gives: [\"dust\", \"car\"], gains: [6, 7]")).allPassed)
    #expect(CaseRun.checks(text("solutions: 2, unique: false")).allPassed)
    #expect(CaseRun.failure(text("solutions: 1")) == "2 where the case has 1")
    #expect(!CaseRun.checks(text("ann_gives: [], gains: [6, 7]")).allPassed)
    #expect(!CaseRun.checks(text("ann_gives: [\"car\"], gains: [6, 8]")).allPassed)
  }

  @Test("null says that no share is rational")
  func split() {
    let text = { (least: String, nash: String) in
      """
      { family: "bargaining", input: { u1: "x", u2: "1-x", disagreement: [\(least), \(least)] },
        expected: { nash_x: \(nash) }, tolerance: 1e-6 }
      """
    }
    #expect(CaseRun.checks(text("0.8", "null")).allPassed)
    #expect(CaseRun.failure(text("0.8", "0.5")) == "no share is rational for both")
    #expect(CaseRun.checks(text("0.5", "0.5")).allPassed)
    #expect(CaseRun.failure(text("0.1", "null"))?.hasSuffix("where the case has none") == true)
  }
}
