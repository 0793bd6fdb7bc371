/// Random numbers that depend on a seed and two counters only, with no state in between.
///
/// Draw 1000 can be had without the 999 before it, on another thread or machine. The three numbers are
/// mixed one after the other by the finaliser of SplitMix64.
///
/// - Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014), figure 14.
public enum SpatialRandom {
  /// A number in 0..<1 with 53 random bits.
  ///
  /// - Parameters:
  ///   - seed: which sequence.
  ///   - row: which draw or turn.
  ///   - column: which number of it.
  /// - Returns: a multiple of 2^-53.
  public static func unit(seed: UInt64, row: UInt64, column: UInt64) -> Double {
    let step: UInt64 = 0x9E37_79B9_7F4A_7C15
    var bits = mix(seed &+ step)
    bits = mix(bits &+ (row &+ 1) &* step)
    bits = mix(bits ^ (column &+ 1) &* 0xD1B5_4A32_D192_ED03)
    return Double(bits >> 11) * 0x1p-53
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
