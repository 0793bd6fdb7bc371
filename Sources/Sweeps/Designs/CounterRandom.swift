/// Random bits that depend on a seed, a row and a column only, with no state in between.
///
/// So any row can be had by any thread at any time. Each call mixes its three numbers with the
/// finaliser of SplitMix64, applied once for each.
///
/// - Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014), figure 14.
public enum CounterRandom {
  /// 64 random bits.
  public static func bits(seed: UInt64, row: UInt64, column: UInt64) -> UInt64 {
    bits(rowKey: rowKey(seed: seed, row: row), column: column)
  }

  /// What the bits of all columns of a row are made of.
  static func rowKey(seed: UInt64, row: UInt64) -> UInt64 {
    mix(mix(seed &+ 0x9E37_79B9_7F4A_7C15) &+ row &* 0x9E37_79B9_7F4A_7C15)
  }

  private static func bits(rowKey: UInt64, column: UInt64) -> UInt64 {
    mix(rowKey ^ (column &+ 1) &* 0xD1B5_4A32_D192_ED03)
  }

  /// A number in 0..<1 with 53 random bits.
  public static func unit(seed: UInt64, row: UInt64, column: UInt64) -> Double {
    unit(rowKey: rowKey(seed: seed, row: row), column: column)
  }

  /// A number in 0..<1 with 53 random bits, in a row whose key is known.
  static func unit(rowKey: UInt64, column: UInt64) -> Double {
    Double(bits(rowKey: rowKey, column: column) >> 11) * 0x1p-53
  }

  /// A bijection of 64-bit numbers that looks random.
  static func mix(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

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
        let turned = mix(seed ^ (right &* 4 &+ round) &* 0x9E37_79B9_7F4A_7C15) & mask
        (left, right) = (right, left ^ turned)
      }
      value = left << half | right
    } while value >= count
    return value
  }
}
