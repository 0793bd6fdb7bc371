/// A nested scramble of binary digits: each digit is flipped depending on those before it.
///
/// - Source: Burley, JCGT 9(4) (2020); the permutation is Laine and Karras's.
public enum OwenScramble {
  /// The scramble of 32 binary digits, the first of them the highest bit.
  public static func scrambled(_ bits: UInt32, seed: UInt32) -> UInt32 {
    scrambled(reversed: reversed(bits), seed: seed)
  }

  /// The scramble of digits given the last first.
  @inline(__always)
  static func scrambled(reversed bits: UInt32, seed: UInt32) -> UInt32 {
    var value = bits
    value &+= seed
    value ^= value &* 0x6C50_B47C
    value ^= value &* 0xB82F_1E52
    value ^= value &* 0xC7AF_E638
    value ^= value &* 0x8D22_F6E6
    return reversed(value)
  }

  @inline(__always)
  static func reversed(_ value: UInt32) -> UInt32 {
    var bits = value.byteSwapped
    bits = (bits >> 4 & 0x0F0F_0F0F) | (bits & 0x0F0F_0F0F) << 4
    bits = (bits >> 2 & 0x3333_3333) | (bits & 0x3333_3333) << 2
    return (bits >> 1 & 0x5555_5555) | (bits & 0x5555_5555) << 1
  }
}
