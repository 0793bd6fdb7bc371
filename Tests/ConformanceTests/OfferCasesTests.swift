import Testing

@testable import Conformance

@Suite("Reference cases of alternating offers")
struct OfferCasesTests {
  @Test(
    "who speaks first is said by the text, else it is the seller, whatever the order of members"
  )
  func speakers() {
    // At t = 1/2 both ask for 1/2: of four prices the seller offers 2, the buyer 1.
    func prices(_ members: String, _ offers: String) -> String {
      """
      { family: "sao", input: { outcomes: "0..3", \(members), rounds: 1, exponents: { linear: 1 } },
        expected: { runs: [{ seller: "linear", buyer: "linear", offers: \(offers) }] } }
      """
    }
    let formulas = ["seller_utility: \"x/3\"", "buyer_utility: \"1-x/3\""]
    for order in [formulas, formulas.reversed()] {
      let members = order.joined(separator: ", ")
      let time = ", time: \"t = (round+1)/(rounds+1); "
      for text in [members, members + time + "seller speaks first in each round\""] {
        #expect(CaseRun.checks(prices(text, "[[0, 0, 2], [0, 1, 1]]")).allPassed)
        #expect(!CaseRun.checks(prices(text, "[[0, 0, 1], [0, 1, 2]]")).allPassed)
      }
      let buyerFirst = members + time + "buyer speaks first\""
      #expect(CaseRun.checks(prices(buyerFirst, "[[0, 0, 1], [0, 1, 2]]")).allPassed)
    }
  }

  /// Two parties who ask for the same share, in one round of which they offer once each.
  private func talks(
    _ utilities: String,
    exponent: String = "1",
    reservation: String = "[0, 0]",
    rounds: String = "1",
    _ expected: String
  ) -> String {
    """
    { family: "sao", input: { utilities: \(utilities), types: ["a", "a"], rounds: \(rounds),
      exponents: { a: \(exponent) }, reservation: \(reservation) }, expected: \(expected) }
    """
  }

  @Test("a tolerance of offers is utility, not a share of a range")
  func tolerance() {
    // The first asks for 50; 49.9995 falls 0.0005 short of it, 49.99 0.01, which 1/1000 of the range 100 would allow.
    let rows = "[[0, 49.99, 49.9995, 100], [0, 1, 2, 0]]"
    let checks = CaseRun.checks(
      talks(
        rows,
        """
        { "offers_with_tolerance_0.001": [[0, 0, 2]], "agreement_with_tolerance_0.001": 2,
          offers_exact: [[0, 0, 3], [0, 1, 1]] }
        """
      )
    )
    #expect(checks.allPassed, "\(checks)")
    let narrow = "[[0, 0.0009, 0.001], [1, 0.5, 0]]"
    #expect(
      CaseRun.checks(talks(narrow, "{ \"agreement_with_tolerance_0.001\": 0 }")).allPassed
    )
  }

  @Test("a range ends at the reservation value, also between two packages; no offer is below it")
  func reservation() {
    // At t = 1/2 the first asks for 0.2 + 0.8/2 = 0.6, and not for 0.5 + 0.5/2 = 0.75.
    let rows = "[[0, 0.5, 0.65, 1], [0, 0.1, 0.2, 0.1]]"
    let text = talks(rows, reservation: "[0.2, 0]", "{ offers_exact: [[0, 0, 2]] }")
    #expect(CaseRun.checks(text).allPassed)
    // A tolerance does not lead below it.
    let low = talks(
      "[[0, 0.2994, 0.3, 1], [0, 1, 0.5, 0]]",
      exponent: "0.000001",
      reservation: "[0.3, 0]",
      "{ \"offers_with_tolerance_0.001\": [[0, 0, 2]] }"
    )
    #expect(CaseRun.checks(low).allPassed, "\(CaseRun.checks(low))")
  }

  @Test("infinite exponents and whole numbers may be written as other programs write them")
  func writing() {
    for infinity in ["Infinity", "\"inf\"", "\"Infinity\""] {
      let text = talks(
        "[[0, 1], [1, 0]]",
        exponent: infinity,
        rounds: "2.0",
        "{ agreement: null, round: null, offers: [[0, 0, 1], [0, 1, 0], [1, 0, 1], [1, 1.0, 0]] }"
      )
      #expect(CaseRun.checks(text).allPassed, "\(CaseRun.checks(text))")
    }
    let half = talks("[[0, 1], [1, 0]]", rounds: "1.5", "{ agreement: null }")
    #expect(CaseRun.failure(half) == "'rounds' is no whole number")
    // The word in a text stays as it is, and elsewhere it is no number.
    #expect(CaseRun.failure("{ family: \"pce\", x: \"it's Infinity\", y: -Infinity }") != nil)
  }

  @Test("what is missing or impossible is said in words")
  func words() {
    let rows = "[[0, 1], [1, 0]]"
    let agreement = talks(rows, exponent: "\"inf\"", "{ round: 2 }")
    #expect(CaseRun.failure(agreement) == "none where the case has 2")
    let none = talks(rows, rounds: "0", "{ round: 2 }")
    #expect(
      CaseRun.failure(none)
        == "the talks cannot be held: there are 0 rounds, and 1 to a million are possible"
    )
    let negative = talks(rows, exponent: "-1", "{ round: 2 }")
    #expect(
      CaseRun.failure(negative)
        == "the talks cannot be held: the exponent of party 1 is not above 0"
    )
  }
}
