import Analysis
import GameTheory
import TestSupport
import Testing

@Suite("Exact sums")
struct ExactSumsTests {
  /// A number of any size and sign, often with few digits, sometimes subnormal.
  private static func number(_ random: inout SplitMix64) -> Double {
    switch random.next() % 5 {
    case 0: Double(Int(random.next() % 2001) - 1000) / 8
    case 1: Double(bitPattern: random.next() % (1 << 60))
    case 2: 0
    default:
      (Double(random.next() >> 11) * 0x1p-53 - 0.5) * 1e3
    }
  }

  private static func value(_ sums: ExactSums, _ sum: Int) -> Rational {
    let unit = sums.unit
    let scale = Rational(BigInteger(1).shifted(left: abs(unit)))
    let numerator = Rational(sums.numerator(sum))
    return unit < 0 ? numerator / scale : numerator * scale
  }

  @Test("sums and sums of products are those of fractions, however they are parted")
  func exact() {
    for seed in 0..<6 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var whole = ExactSums(count: 2)
      var parts = [ExactSums](repeating: ExactSums(count: 2), count: 3)
      var expected = [Rational(0), Rational(0)]
      for _ in 0..<40 {
        let (left, right) = (Self.number(&random), Self.number(&random))
        let part = Int(random.next() % 3)
        whole.add(left, to: 0)
        whole.add(left, times: right, to: 1)
        parts[part].add(left, to: 0)
        parts[part].add(left, times: right, to: 1)
        expected[0] = expected[0] + Rational(exactly: left)
        expected[1] = expected[1] + Rational(exactly: left) * Rational(exactly: right)
      }
      for index in parts.indices { parts[index].carry() }
      var merged = ExactSums(count: 2)
      for part in parts.reversed() { merged.add(part, times: 1) }
      var thrice = ExactSums(count: 2)
      thrice.add(parts[0], times: 3)
      for sum in 0..<2 {
        #expect(Self.value(whole, sum) == expected[sum], "seed \(seed)")
        #expect(Self.value(merged, sum) == expected[sum], "seed \(seed)")
        #expect(Self.value(thrice, sum) == Self.value(parts[0], sum) * Rational(3))
      }
    }
  }

  @Test("several values added at once, each so many times, are those added one by one")
  func several() {
    let found = failures(seeds: 60) { random in
      let count = random.int(in: 1...40) * random.int(in: 1...40)
      let isAlike = random.int(in: 0...1) == 0
      func sums() -> ExactSums {
        var sums = ExactSums(count: count)
        for _ in 0..<random.int(in: 0...300) {
          let value = isAlike ? Double(random.int(in: -9...9)) / 4 : Self.number(&random)
          sums.add(value, to: random.int(in: 0...count - 1))
        }
        sums.carry()
        return sums
      }
      var (atOnce, oneByOne) = (sums(), ExactSums(count: count))
      oneByOne.add(atOnce, times: 1)
      for _ in 0..<random.int(in: 1...4) {
        let others = (0..<random.int(in: 0...9)).map { _ in sums() }
        let weights = others.map { _ in random.int(in: 0...4) }
        atOnce.add(others, times: weights)
        for (other, weight) in zip(others, weights) {
          for _ in 0..<weight { oneByOne.add(other, times: 1) }
        }
      }
      let isSame = (0..<count).allSatisfy { Self.value(atOnce, $0) == Self.value(oneByOne, $0) }
      return isSame ? nil : "other sums"
    }
    #expect(found == [])
  }
}
