import GameTheory
import Testing

@testable import Sweeps

@Suite("Random orders by number")
struct RandomOrderTests {
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
