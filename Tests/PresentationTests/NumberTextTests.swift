import Presentation
import TestSupport
import Testing

@Suite("Numbers as people read them")
struct NumberTextTests {
  @Test("fixed places, trimmed places, percentages, counts")
  func forms() {
    #expect(NumberText.fixed(1.005, places: 1) == "1.0")
    #expect(NumberText.fixed(-0.004, places: 2) == "0.00")
    #expect(NumberText.fixed(-1.5, places: 0) == "-2")
    #expect(NumberText.fixed(.nan, places: 2) == "nan")
    #expect(NumberText.fixed(-.infinity, places: 2) == "-inf")
    #expect(NumberText.trimmed(2.5, places: 3) == "2.5")
    #expect(NumberText.trimmed(100, places: 3) == "100")
    #expect(NumberText.trimmed(100, places: 0) == "100")
    #expect(NumberText.percent(0.9345) == "93.5 %")
    #expect(NumberText.count(18_432) == "18,432")
    #expect(NumberText.count(-1_000_000) == "-1,000,000")
    #expect(NumberText.count(999) == "999")
  }

  @Test("large numbers in short, and durations")
  func short() {
    #expect(NumberText.short(999) == "999")
    #expect(NumberText.short(1234) == "1.23 k")
    #expect(NumberText.short(2_345_678) == "2.35 M")
    #expect(NumberText.short(123_456_789) == "123 M")
    #expect(NumberText.duration(0.0123) == "12 ms")
    #expect(NumberText.duration(0.4) == "0.4 s")
    #expect(NumberText.duration(12.3) == "12 s")
    #expect(NumberText.duration(125) == "2 min 05 s")
    #expect(NumberText.duration(12_000) == "3 h 20 min")
  }

  @Test("fixed places are within half a unit of the number")
  func rounding() {
    var random = SplitMix64(seed: 3)
    var failing: [Double] = []
    for _ in 0..<20_000 {
      let value = Double.random(in: -1e4...1e4, using: &random)
      let read = Double(NumberText.fixed(value, places: 3)) ?? .nan
      if !(abs(read - value) <= 0.000_500_001) { failing.append(value) }
    }
    #expect(failing.isEmpty)
  }
}
