/// Random bits that depend on a seed and on what they are for only, with no state in between.
///
/// So the bits of each number can be had on every thread at all times, without those before it.
/// Each call mixes its numbers with the finaliser of SplitMix64, applied once for each.
///
/// - Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014), figure 14.
public enum CounterRandom {
  /// What one step adds to the state of SplitMix64: 2^64 over the golden ratio.
  @inlinable
  public static var step: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// 64 random bits for a row and a column of a table without end.
  public static func bits(seed: UInt64, row: UInt64, column: UInt64) -> UInt64 {
    bits(rowKey: rowKey(seed: seed, row: row), column: column)
  }

  /// What the bits of all columns of a row are made of.
  @inlinable
  public static func rowKey(seed: UInt64, row: UInt64) -> UInt64 {
    mix(mix(seed &+ step) &+ row &* step)
  }

  /// 64 random bits for a column, in a row whose key is known.
  @inlinable
  public static func bits(rowKey: UInt64, column: UInt64) -> UInt64 {
    mix(rowKey ^ (column &+ 1) &* 0xD1B5_4A32_D192_ED03)
  }

  /// 64 random bits for up to three numbers; other bits than those of a row and a column.
  static func bits(_ seed: UInt64, _ first: Int, _ second: Int = 0, _ third: Int = 0) -> UInt64 {
    var state = mix(seed &+ step)
    state = mix((state ^ UInt64(bitPattern: Int64(first))) &+ step)
    state = mix((state ^ UInt64(bitPattern: Int64(second))) &+ step)
    return mix((state ^ UInt64(bitPattern: Int64(third))) &+ step)
  }

  /// A number in 0..<1 with 53 random bits, for a row and a column.
  public static func unit(seed: UInt64, row: UInt64, column: UInt64) -> Double {
    unit(rowKey: rowKey(seed: seed, row: row), column: column)
  }

  /// A number in 0..<1 with 53 random bits, in a row whose key is known.
  @inlinable
  public static func unit(rowKey: UInt64, column: UInt64) -> Double {
    unit(bits(rowKey: rowKey, column: column))
  }

  /// The number in 0..<1 that has the upper 53 of 64 bits.
  @inlinable
  public static func unit(_ bits: UInt64) -> Double { Double(bits >> 11) * 0x1p-53 }

  /// A number below a count, which is at least 1, from 64 bits; each nearly as likely as another.
  @inlinable
  public static func index(_ bits: UInt64, below count: Int) -> Int {
    Int(bits.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A bijection of 64-bit numbers that looks random.
  @inlinable
  public static func mix(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
