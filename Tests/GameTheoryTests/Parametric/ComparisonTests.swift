import Testing

@testable import GameTheory

@Suite("Comparisons")
struct ComparisonTests {
  @Test("A comparison holds for the sign of the difference, and reversed for the opposite sign")
  func signs() {
    let expected: [Comparison: [Bool]] = [
      .less: [true, false, false], .lessOrEqual: [true, true, false],
      .equal: [false, true, false], .greaterOrEqual: [false, true, true],
      .greater: [false, false, true],
    ]
    for comparison in Comparison.allCases {
      let holds = [-1, 0, 1].map { comparison.holds(forSign: $0) }
      #expect(holds == expected[comparison])
      #expect([1, 0, -1].map { comparison.reversed.holds(forSign: $0) } == holds)
    }
  }

  @Test("Comparisons are written as in scenarios")
  func text() {
    #expect(Comparison.allCases.map { $0.rawValue } == ["<", "<=", "=", ">=", ">"])
  }
}
