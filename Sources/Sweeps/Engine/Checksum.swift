/// A 64-bit checksum of a stream of bytes, to tell damage and difference, not to resist forgery.
///
/// Eight bytes at a time are mixed in with the finaliser of SplitMix64; the count of bytes goes in last.
/// The value does not depend on how the stream was cut into pieces.
public struct Checksum: Sendable {
  private var state: UInt64
  private var count: UInt64 = 0
  private var pending: UInt64 = 0

  /// Creates a checksum of nothing; another seed gives an independent one.
  public init(seed: UInt64 = 0) {
    state = CounterRandom.mix(seed &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// Takes in the next bytes.
  ///
  /// - Complexity: O(*bytes*), about 8 bytes a nanosecond where pieces begin at a multiple of 8.
  public mutating func add(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ unsafe addAll($0) }) != nil { return }
    for byte in bytes { addByte(byte) }
  }

  /// The buffer is only read, and only within its bounds.
  private mutating func addAll(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count, count & 7 != 0 {
      unsafe addByte(bytes[index])
      index += 1
    }
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      state = CounterRandom.mix(state ^ UInt64(littleEndian: word)) &+ 0x9E37_79B9_7F4A_7C15
      count += 8
      index += 8
    }
    while index < bytes.count {
      unsafe addByte(bytes[index])
      index += 1
    }
  }

  private mutating func addByte(_ byte: UInt8) {
    pending |= UInt64(byte) << (8 * (count & 7))
    count += 1
    guard count & 7 == 0 else { return }
    state = CounterRandom.mix(state ^ pending) &+ 0x9E37_79B9_7F4A_7C15
    pending = 0
  }

  /// The checksum of what has been taken in.
  public var value: UInt64 {
    CounterRandom.mix(CounterRandom.mix(state ^ pending) ^ count)
  }

  /// The checksum as 16 hexadecimal digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
