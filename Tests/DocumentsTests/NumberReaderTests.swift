import TestSupport
import Testing

@testable import Documents

@Suite("Decimal text as numbers")
struct NumberReaderTests {
  @Test("what was written reads back as the same number")
  func roundTrip() {
    var random = SplitMix64(seed: 1)
    var wrong: [String] = []
    var text: [UInt8] = []
    func check(_ value: Double) {
      text.removeAll(keepingCapacity: true)
      text.append(shortest: value)
      if read(text)?.bitPattern != value.bitPattern { wrong.append("\(value)") }
    }
    for value in DrawnNumbers.special { check(value) }
    for _ in 0..<DrawnNumbers.count where wrong.count < 10 { check(DrawnNumbers.draw(&random)) }
    #expect(wrong == [])
  }

  @Test("decimals of any length and exponent read as the standard library reads them")
  func decimals() {
    var random = SplitMix64(seed: 2)
    var wrong: [String] = []
    for _ in 0..<DrawnNumbers.count / 4 where wrong.count < 10 {
      let text = NumberReaderTests.decimal(&random)
      if read(Array(text.utf8))?.bitPattern != Double(text)?.bitPattern { wrong.append(text) }
    }
    #expect(wrong == [])
  }

  @Test("decimals half-way between two numbers, and beside that, are rounded correctly")
  func halfway() {
    var random = SplitMix64(seed: 3)
    var wrong: [String] = []
    for _ in 0..<DrawnNumbers.count / 20 where wrong.count < 10 {
      // A number of 54 bits that ends in one, times a power of two that leaves few enough digits.
      let odd = random.next() >> 10 | 1 << 53 | 1
      let shift = random.int(in: 0...10)
      let digits = odd << UInt64(shift) &+ UInt64(random.int(in: 0...2)) &- 1
      let text = String(digits) + (random.oneIn(2) ? "" : "e\(random.int(in: -30...25))")
      if read(Array(text.utf8))?.bitPattern != Double(text)?.bitPattern { wrong.append(text) }
    }
    #expect(wrong == [])
  }

  @Test(
    "what is no number is none",
    arguments: [
      "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1e-", "1.2.3", " 1", "1 ", "0x10", "inf", "nan",
      "1,5",
      "--1", "1_000", "１", "12345678a", "1.12345678x", "1e5.5",
    ]
  )
  func noNumber(_ text: String) {
    #expect(read(Array(text.utf8)) == nil)
    #expect(integer(text) == nil)
  }

  @Test("whole numbers up to the ends of their range")
  func integers() {
    for value in [0, 1, -1, 42, Int.max, Int.min, 999_999_999_999_999_999] {
      #expect(integer(String(value)) == value)
    }
    for text in [
      "9223372036854775808", "-9223372036854775809", "99999999999999999999", "1.0", "+1",
    ] {
      #expect(integer(text) == nil)
    }
  }

  /// A decimal with up to 25 digits, often beyond the range of `Double` on either side.
  private static func decimal(_ random: inout SplitMix64) -> String {
    let count = random.int(in: 1...(random.oneIn(4) ? 25 : 19))
    var text = random.oneIn(2) ? "-" : ""
    let point = random.int(in: 0...count)
    for place in 0..<count {
      if place == point { text += place == 0 && random.oneIn(2) ? "0." : "." }
      text += String(random.oneIn(3) ? 0 : random.int(in: 0...9))
    }
    switch random.int(in: 0...2) {
    case 0: return text
    case 1: return text + "e\(random.int(in: -30...30))"
    default: return text + "E\(random.oneIn(2) ? "+" : "")\(random.int(in: 0...340))"
    }
  }

  private func read(_ text: [UInt8]) -> Double? {
    text.withUnsafeBytes { NumberReader.double($0) }
  }

  private func integer(_ text: String) -> Int? {
    Array(text.utf8).withUnsafeBytes { NumberReader.integer($0) }
  }
}
