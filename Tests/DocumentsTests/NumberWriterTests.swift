import TestSupport
import Testing

@testable import Documents

@Suite("Numbers as decimal text")
struct NumberWriterTests {
  @Test("the text of a number is the standard library's, without a trailing zero after the point")
  func drawn() {
    var random = SplitMix64(seed: 1)
    var wrong: [String] = []
    var text: [UInt8] = []
    for _ in 0..<DrawnNumbers.count where wrong.count < 10 {
      check(DrawnNumbers.draw(&random), &text, &wrong)
    }
    #expect(wrong == [])
  }

  @Test("so it is for any bits at all")
  func anyBits() {
    var random = SplitMix64(seed: 2)
    var wrong: [String] = []
    var text: [UInt8] = []
    for _ in 0..<DrawnNumbers.count where wrong.count < 10 {
      check(Double(bitPattern: random.next()), &text, &wrong)
    }
    #expect(wrong == [])
  }

  @Test("so it is for powers with their neighbours, the smallest and the largest")
  func special() {
    var wrong: [String] = []
    var text: [UInt8] = []
    for value in DrawnNumbers.special + [.infinity, -.infinity, .nan] {
      check(value, &text, &wrong)
    }
    #expect(wrong == [])
  }

  @Test("forms, one by one")
  func forms() {
    let texts: [(Double, String)] = [
      (0, "0"), (-0.0, "-0"), (4.35, "4.35"), (-4.35, "-4.35"), (1e23, "1e+23"), (0.0001, "0.0001"),
      (0.00012, "0.00012"), (1.5e-7, "1.5e-07"), (9_007_199_254_740_992, "9007199254740992"),
      (1e16, "1e+16"), (12_345_678.5, "12345678.5"), (.leastNonzeroMagnitude, "5e-324"),
      (1e15, "1000000000000000"),
      (-1.7976931348623157e308, "-1.7976931348623157e+308"), (.infinity, "inf"),
      (2_147_483_648, "2147483648"),
    ]
    for (value, expected) in texts {
      var text: [UInt8] = []
      text.append(shortest: value)
      #expect(String(decoding: text, as: UTF8.self) == expected)
    }
  }

  @Test("whole numbers of any length, appended to what is there")
  func integers() {
    var random = SplitMix64(seed: 3)
    var values = [0, 9, 10, -1, .max, .min, 99_999_999, 100_000_000, 9_999_999_999_999_999]
    values += [10_000_000_000_000_000, -100_000_000]
    for _ in 0..<20_000 {
      values.append(Int(bitPattern: UInt(random.next())) >> random.int(in: 0...63))
    }
    var text: [UInt8] = []
    var expected = ""
    for value in values {
      text.append(decimal: value)
      expected += String(value)
    }
    #expect(String(decoding: text, as: UTF8.self) == expected)
  }

  @Test("appending takes time in proportion to the length")
  func growth() {
    var text: [UInt8] = []
    var moves = 0
    var capacity = text.capacity
    for value in 0..<100_000 {
      text.append(decimal: value)
      if text.capacity != capacity { moves += 1 }
      capacity = text.capacity
    }
    #expect(moves < 40)
  }

  private func check(_ value: Double, _ text: inout [UInt8], _ wrong: inout [String]) {
    text.removeAll(keepingCapacity: true)
    text.append(shortest: value)
    var expected = value.description
    if expected.hasSuffix(".0") { expected.removeLast(2) }
    if !text.elementsEqual(expected.utf8) {
      wrong.append("\(expected) as \(String(decoding: text, as: UTF8.self))")
    }
  }
}
