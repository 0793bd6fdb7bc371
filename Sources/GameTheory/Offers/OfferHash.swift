/// Random numbers that depend on a seed and on what they are for, not on those drawn before.
///
/// - Source: the finaliser of SplitMix64: Steele, Lea and Flood (2014), applied once per number.
enum OfferHash {
  /// 64 bits for up to three numbers.
  static func bits(_ seed: UInt64, _ first: Int, _ second: Int = 0, _ third: Int = 0) -> UInt64 {
    var state = mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    state = mixed((state ^ UInt64(bitPattern: Int64(first))) &+ 0x9E37_79B9_7F4A_7C15)
    state = mixed((state ^ UInt64(bitPattern: Int64(second))) &+ 0x9E37_79B9_7F4A_7C15)
    return mixed((state ^ UInt64(bitPattern: Int64(third))) &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// A number below a count, which is at least 1, each nearly as likely as another.
  static func index(_ bits: UInt64, below count: Int) -> Int {
    Int(bits.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A number from 0 up to but without 1.
  static func unit(_ bits: UInt64) -> Double { Double(bits >> 11) * 0x1p-53 }

  private static func mixed(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
