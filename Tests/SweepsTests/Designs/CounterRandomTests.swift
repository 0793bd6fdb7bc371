import TestSupport
import Testing

@testable import Sweeps

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

  @Test("The random order has every place once, whatever the count and seed")
  func permutation() {
    let counts = Array(1...66) + [100, 255, 256, 257, 1000, 1024, 4095]
    for count in counts {
      for seed in [0, 1, 0xDEAD_BEEF, UInt64.max] {
        let order = (0..<UInt64(count)).map {
          CounterRandom.permuted($0, of: UInt64(count), seed: seed)
        }
        #expect(order.sorted() == Array(0..<UInt64(count)), "count \(count), seed \(seed)")
      }
    }
  }

  @Test("Places in a very long order are below its length and distinct")
  func longPermutation() {
    let counts: [UInt64] = [1 << 40, (1 << 40) + 1, 1 << 62, .max]
    for count in counts {
      let places = (0..<200 as Range<UInt64>).map { CounterRandom.permuted($0, of: count, seed: 3) }
      #expect(places.allSatisfy { $0 < count })
      #expect(Set(places).count == 200)
    }
  }
}
