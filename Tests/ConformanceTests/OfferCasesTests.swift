import Documents
import Testing

@testable import Conformance

@Suite("Reference cases of alternating offers")
struct OfferCasesTests {
  private func run(_ text: String) -> [Check] {
    let source = SourceText(name: "sao-case.json", bytes: Array(text.utf8))
    return Selftest([CaseFile(source)]).run().results[0].checks
  }

  /// Two parties over a price, the boulware one of whom decides where both meet.
  private func prices(_ first: String, _ second: String, time: String, offers: String) -> String {
    """
    { family: "sao", input: { outcomes: "0..2", \(first), \(second), rounds: 1, time: "\(time)",
      reservation: [0, 0], exponents: { linear: 1 } },
      expected: { runs: [{ seller: "linear", buyer: "linear", offers: \(offers) }] } }
    """
  }

  @Test(
    "who speaks first is said by the text, else it is the seller, whatever the order of members"
  )
  func speakers() {
    let seller = "seller_utility: \"x/2\""
    let buyer = "buyer_utility: \"1-x/2\""
    // At t = 1/2 both ask for 1/2, so the first offer, 1, is accepted; 2 rounds would be needed for others.
    let bySeller = "[[0, 0, 1]]"
    let plain = "t = (round+1)/(rounds+1)"
    for (first, second) in [(seller, buyer), (buyer, seller)] {
      #expect(run(prices(first, second, time: plain, offers: bySeller)).allPassed)
      let buyerFirst = plain + "; buyer speaks first in each round"
      #expect(run(prices(first, second, time: buyerFirst, offers: bySeller)).allPassed)
    }
    // With three prices out of four the two orders differ: the seller opens with 2, the buyer with 1.
    let four = { (order: String, offers: String) in
      """
      { family: "sao", input: { outcomes: "0..3", \(order), rounds: 1, exponents: { linear: 1 } },
        expected: { runs: [{ seller: "linear", buyer: "linear", offers: \(offers) }] } }
      """
    }
    let formulas = ["seller_utility: \"x/3\"", "buyer_utility: \"1-x/3\""]
    let forward = formulas.joined(separator: ", ")
    let backward = formulas.reversed().joined(separator: ", ")
    for order in [forward, backward] {
      #expect(run(four(order, "[[0, 0, 2], [0, 1, 1]]")).allPassed)
      let buyer = order + ", time: \"t = (round+1)/(rounds+1); buyer speaks first\""
      #expect(run(four(buyer, "[[0, 0, 1], [0, 1, 2]]")).allPassed)
    }
  }
}

extension [Check] {
  /// Whether there are some, and all passed.
  var allPassed: Bool { !isEmpty && allSatisfy { $0.verdict == .passed } }
}
