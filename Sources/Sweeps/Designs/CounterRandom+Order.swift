import GameTheory

extension CounterRandom {
  /// The place to which a number below a count goes in a random order, had without making the order.
  ///
  /// A Feistel network of four rounds permutes the numbers of an even count of bits; one that falls
  /// outside goes through again.
  /// - Source: Black and Rogaway, Ciphers with arbitrary finite domains (2002).
  static func permuted(_ index: UInt64, of count: UInt64, seed: UInt64) -> UInt64 {
    guard count > 1 else { return 0 }
    let half = UInt64(max(1, (65 - (count - 1).leadingZeroBitCount) / 2))
    let mask: UInt64 = (1 << half) - 1
    var value = index
    repeat {
      var left = value >> half
      var right = value & mask
      for round in 0..<4 as Range<UInt64> {
        let turned = mix(seed ^ (right &* 4 &+ round) &* step) & mask
        (left, right) = (right, left ^ turned)
      }
      value = left << half | right
    } while value >= count
    return value
  }
}
