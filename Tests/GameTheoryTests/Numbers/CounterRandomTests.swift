import TestSupport
import Testing

@testable import GameTheory

@Suite("Random bits by number")
struct CounterRandomTests {
  @Test("Bits hang on seed, row and column alone, and each of them matters")
  func bits() {
    var seen: Set<UInt64> = []
    for seed in 0..<8 as Range<UInt64> {
      for row in 0..<40 as Range<UInt64> {
        for column in 0..<8 as Range<UInt64> {
          let bits = CounterRandom.bits(seed: seed, row: row, column: column)
          #expect(bits == CounterRandom.bits(seed: seed, row: row, column: column))
          seen.insert(bits)
        }
      }
    }
    #expect(seen.count == 8 * 40 * 8)
  }

  @Test("Bits are the finaliser of SplitMix64 applied once for each number")
  func definition() {
    let wrong = failures(seeds: 300) { random in
      let (seed, row, column) = (random.next(), random.next(), random.next())
      var bits = finalised(seed &+ 0x9E37_79B9_7F4A_7C15)
      bits = finalised(bits &+ row &* 0x9E37_79B9_7F4A_7C15)
      bits = finalised(bits ^ ((column &+ 1) &* 0xD1B5_4A32_D192_ED03))
      let found = CounterRandom.bits(seed: seed, row: row, column: column)
      let unit = CounterRandom.unit(seed: seed, row: row, column: column)
      guard found == bits else { return "\(seed), \(row), \(column)" }
      return unit >= 0 && unit < 1 && unit * 0x1p53 == Double(bits >> 11) ? nil : "\(unit)"
    }
    #expect(wrong == [])
  }

  /// The next output of SplitMix64 from a state that the increment takes to the given one.
  private func finalised(_ state: UInt64) -> UInt64 {
    var random = SplitMix64(seed: state &- 0x9E37_79B9_7F4A_7C15)
    return random.next()
  }

  @Test("Numbers of a column fill the unit interval evenly")
  func evenness() {
    for column in 0..<4 as Range<UInt64> {
      var counts = [Int](repeating: 0, count: 16)
      for row in 0..<8000 as Range<UInt64> {
        counts[Int(CounterRandom.unit(seed: 7, row: row, column: column) * 16)] += 1
      }
      let square = counts.reduce(0.0) { $0 + (Double($1) - 500) * (Double($1) - 500) / 500 }
      // The 99.99 % point of chi-square with 15 degrees of freedom is 44.3.
      #expect(square < 44.3)
    }
  }

  @Test("Bits for up to three numbers are the next outputs of SplitMix64, each number mixed in")
  func chain() {
    let wrong = failures(seeds: 300) { random in
      let seed = random.next()
      let numbers = (0..<3).map { _ in Int(truncatingIfNeeded: random.next()) }
      var bits = finalised(seed &+ 0x9E37_79B9_7F4A_7C15)
      for number in numbers {
        bits = finalised((bits ^ UInt64(bitPattern: Int64(number))) &+ 0x9E37_79B9_7F4A_7C15)
      }
      let found = CounterRandom.bits(seed, numbers[0], numbers[1], numbers[2])
      let count = random.int(in: 1...1_000_000)
      let index = CounterRandom.index(bits, below: count)
      return found == bits && (0..<count).contains(index) ? nil : "\(seed), \(numbers)"
    }
    #expect(wrong == [])
    // Kept, so that talks of old seeds are played again.
    #expect(CounterRandom.bits(1, 2, 3, 4) == 0xD55C_CD4A_EB3C_CAFB)
  }
}
