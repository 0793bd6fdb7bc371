import GameTheory
import TestSupport
import Testing

@testable import Analysis

@Suite("Order statistics found in constant memory")
struct RankSearchTests {
  /// Numbers of many kinds, in some order.
  private static func numbers(_ random: inout SplitMix64) -> [Double] {
    let count = random.int(in: 1...3000)
    let kind = random.int(in: 0...5)
    var values = (0..<count).map { index -> Double in
      switch kind {
      case 0: Double(random.int(in: -3...3))
      case 1:
        Double(
          bitPattern: random.next() & ~(0x7FF << 52) | UInt64(random.int(in: 0...2046)) << 52
        )
      case 2: random.int(in: 0...9) < 5 ? -0.0 : Double(random.int(in: 0...100_000))
      case 3: Double(index * 7919 % 1000) + Double(index) / 10
      default: Double(random.int(in: -1_000_000...1_000_000)) / 1e5
      }
    }
    switch random.int(in: 0...4) {
    case 0: values.sort()
    case 1: values.sort(by: >)
    case 2: values.sort { abs($0) < abs($1) }
    case 3:
      // The lower half first.
      let sorted = values.sorted()
      values = (0..<count).map { sorted[$0 % 2 == 0 ? $0 / 2 : count / 2 + $0 / 2] }
    default: break
    }
    return values
  }

  private static func value(_ sums: ExactSums, _ index: Int) -> Rational {
    let unit = BigInteger(1).shifted(left: abs(sums.unit))
    let number = sums.numerator(index)
    return sums.unit < 0 ? Rational(number, unit) : Rational(number * unit)
  }

  @Test("two neighbouring ranks, and the sum of what lies below, are those of a sorted list")
  func ranks() {
    var longest = 0
    let found = failures(seeds: 400) { random in
      let values = RankSearchTests.numbers(&random)
      let sorted = values.map { $0 + 0 }.sorted()
      let share = [0, 0.3, 0.5, 0.9, 1][random.int(in: 0...4)]
      let capacity = [64, 512, 100_000][random.int(in: 0...2)]
      var search = RankSearch(share: share, capacity: capacity, isSummed: true)
      var passes = 0
      while !search.isFound {
        for value in values { search.add(value) }
        search.endPass()
        passes += 1
        // With room for 64 the sample says little, but each pass leaves out 32 numbers at least.
        if passes > 100 { return "no end" }
      }
      if capacity > 64 { longest = max(longest, passes) }
      if capacity > values.count, passes > 1 { return "\(passes) passes" }
      let rank = Int(share * Double(values.count - 1))
      let high = sorted[min(rank + 1, values.count - 1)]
      guard search.values.low == sorted[rank], search.values.high == high else {
        return "rank \(rank) of \(values.count): \(search.values)"
      }
      guard search.rest == share * Double(values.count - 1) - Double(rank) else { return "rest" }
      let bound = search.values.low / 2 + search.values.high / 2
      let below = sorted.filter { $0 < bound }
      var sum = ExactSums(count: 1)
      for value in below { sum.add(value, to: 0) }
      let part = search.part(below: bound)
      return part.count == below.count && part.sum == RankSearchTests.value(sum, 0)
        ? nil : "what lies below"
    }
    #expect(found == [])
    // Some of these orders cannot be managed in one pass with so little room.
    #expect(longest > 1)
    #expect(longest < 6)
  }

  @Test("numbers that come well mixed need one pass, and numbers in order three at most")
  func passes() {
    for (isSorted, most) in [(false, 1), (true, 3)] {
      var random = SplitMix64(seed: 5)
      var values = (0..<300_000).map { _ in Double(random.int(in: 0...1_000_000_000)) }
      if isSorted { values.sort() }
      for share in [0.5, 0.9] {
        var search = RankSearch(share: share, capacity: 8192)
        var passes = 0
        while !search.isFound, passes < 10 {
          for value in values { search.add(value) }
          search.endPass()
          passes += 1
        }
        #expect(passes <= most)
        let place = RankSearch.place(share, values.count)
        #expect(search.values.low == values.sorted()[place.rank])
      }
    }
  }

  @Test("sums of numbers and of their squares are exact")
  func sums() {
    let found = failures(seeds: 60) { random in
      var (sum, squares) = (RunningSum(), RunningSum())
      var exact = ExactSums(count: 2)
      let isWide = random.int(in: 0...1) == 0
      for _ in 0..<random.int(in: 1...2000) {
        let exponent = isWide ? random.int(in: 0...2046) : random.int(in: 1000...1040)
        let value = Double(bitPattern: random.next() & ~(0x7FF << 52) | UInt64(exponent) << 52)
        sum.add(value)
        squares.addSquare(value)
        exact.add(value, to: 0)
        exact.add(value, times: value, to: 1)
      }
      let expected = [RankSearchTests.value(exact, 0), RankSearchTests.value(exact, 1)]
      return [sum.value, squares.value] == expected ? nil : "another sum"
    }
    #expect(found == [])
  }

  @Test("a study with little room gives the bits of one with much, in whatever order")
  func room() {
    let found = failures(seeds: 40) { random in
      var table = (0..<3).map { _ in
        (0..<random.int(in: 300...2000)).map { _ in Double(random.int(in: -9000...9000)) / 64 }
      }
      let count = table.map { $0.count }.min() ?? 0
      table = table.map { Array($0.prefix(count)).sorted() }
      var narrow = RobustnessStudy(policies: 3, capacity: 64)
      var readings = 0
      repeat {
        for scenario in 0..<count { narrow.add(table.map { $0[scenario] }) }
        readings += 1
      } while narrow.endPass() && readings < 50
      let order = (0..<count).shuffled(using: &random)
      var wide = RobustnessStudy(policies: 3)
      for scenario in order { wide.add(table.map { $0[scenario] }) }
      if wide.endPass() { return "another reading with room for all" }
      if readings < 2 { return "one reading only" }
      return narrow.measures == wide.measures ? nil : "other measures"
    }
    #expect(found == [])
  }
}
