import Documents
import Testing

@Suite("Guesses at what a misspelt name was meant to be")
struct SpellingTests {
  static let cases: [(String, [String], String?)] = [
    ("misiles", ["missiles", "launches"], "missiles"),
    ("North-Korea", ["north-korea"], "north-korea"),
    ("shield-works", ["shield_works"], "shield_works"),
    ("egde", ["edge", "ledge"], "edge"),
    ("ad", ["id", "add"], "add"),
    ("completely-different", ["missiles"], nil),
    ("us", ["uk"], "uk"),
    ("~", ["<", ">"], nil),
    ("", ["a"], nil),
  ]

  @Test("the nearest known name within a few edits", arguments: cases)
  func nearest(_ name: String, _ known: [String], _ expected: String?) {
    #expect(nearestSpelling(to: name, among: known) == expected)
  }

  @Test("few names are listed where none is near, many are not")
  func hint() {
    #expect(didYouMean("xyz", among: ["alpha", "beta"]) == "one of: alpha, beta")
    #expect(didYouMean("xyz", among: ["alpha"]) == "only alpha")
    #expect(didYouMean("xyz", among: []) == nil)
    #expect(didYouMean("xyz", among: (0..<9).map { "name\($0)" }) == nil)
  }
}
