import TestSupport
import Testing

@testable import Sweeps

@Suite("Nested scrambling of binary digits")
struct OwenScrambleTests {
  @Test("Known values come out: Burley's permutation of Laine and Karras in reversed bits")
  func knownValues() {
    let vectors: [(bits: UInt32, seed: UInt32, scrambled: UInt32)] = [
      (0, 0, 0),
      (1, 0, 1),
      (1073741824, 0, 1396109430),
      (2147483648, 0, 2792218860),
      (4294967295, 0, 3708528615),
      (0, 1, 2792218860),
      (1, 1, 2792218861),
      (1073741824, 1, 3951977217),
      (2147483648, 1, 1396109430),
      (4294967295, 1, 0),
      (0, 305419896, 439732175),
      (1, 305419896, 439732174),
      (1073741824, 305419896, 1212392517),
      (2147483648, 305419896, 3104963083),
      (4294967295, 305419896, 3412027174),
    ]
    for vector in vectors {
      #expect(OwenScramble.scrambled(vector.bits, seed: vector.seed) == vector.scrambled)
    }
  }

  @Test(
    "Numbers that agree in their first digits do so after scrambling, and differ where they differ"
  )
  func nesting() {
    let wrong = failures(seeds: 2000) { random in
      let bits = UInt32(truncatingIfNeeded: random.next())
      let seed = UInt32(truncatingIfNeeded: random.next())
      let common = random.int(in: 0...31)
      // The first digit that differs is the one after those in common.
      let tail = UInt32(truncatingIfNeeded: random.next()) & (UInt32(1) << UInt32(31 - common) - 1)
      let other = bits ^ (UInt32(1) << UInt32(31 - common)) ^ tail
      let difference =
        OwenScramble.scrambled(bits, seed: seed) ^ OwenScramble.scrambled(other, seed: seed)
      return difference.leadingZeroBitCount == common ? nil : "\(bits), \(other), \(seed)"
    }
    #expect(wrong == [])
  }
}
