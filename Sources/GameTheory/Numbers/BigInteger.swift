/// A signed integer of any size.
///
/// Values that fit `Int128` are stored inline and computed with overflow checks; only larger ones
/// use an array of digits. The representation is canonical, so equality and hashing are structural.
public struct BigInteger: Sendable, Hashable {
  @usableFromInline
  enum Storage: Sendable, Hashable {
    case small(Int128)
    /// Digits in base 2^32, lowest first, no leading zero; the value does not fit `Int128`.
    case large(isNegative: Bool, [UInt32])
  }

  @usableFromInline
  let storage: Storage

  /// Creates an integer that fits.
  @inlinable
  public init(_ value: Int128) {
    storage = .small(value)
  }

  /// Creates an integer that fits.
  @inlinable
  public init(_ value: Int) {
    storage = .small(Int128(value))
  }

  /// Creates an integer from sign and digits in base 2^32, lowest first.
  init(isNegative: Bool, digits: [UInt32]) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    if digits.count <= 4 {
      var magnitude: UInt128 = 0
      for digit in digits.reversed() { magnitude = magnitude << 32 | UInt128(digit) }
      if !isNegative, magnitude <= UInt128(Int128.max) {
        storage = .small(Int128(magnitude))
        return
      }
      if isNegative, magnitude <= UInt128(Int128.max) + 1 {
        storage = .small(Int128(truncatingIfNeeded: 0 &- magnitude))
        return
      }
    }
    storage = .large(isNegative: isNegative, digits)
  }

  /// Creates an integer from decimal digits with an optional sign; nil for any other text.
  ///
  /// - Complexity: O(*n*²) in the number of digits.
  public init?(decimal text: some StringProtocol) {
    var digits = Substring(text).utf8[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard !digits.isEmpty else { return nil }
    var magnitude: [UInt32] = []
    var group: UInt32 = 0
    var scale: UInt32 = 1
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      group = group * 10 + UInt32(digit - UInt8(ascii: "0"))
      scale *= 10
      if scale == 1_000_000_000 {
        Digits.multiply(&magnitude, by: scale, adding: group)
        group = 0
        scale = 1
      }
    }
    if scale > 1 { Digits.multiply(&magnitude, by: scale, adding: group) }
    self.init(isNegative: isNegative, digits: magnitude)
  }

  /// -1, 0 or 1.
  @inlinable
  public var signum: Int {
    switch storage {
    case .small(let value): value > 0 ? 1 : value < 0 ? -1 : 0
    case .large(let isNegative, _): isNegative ? -1 : 1
    }
  }

  /// The value, where it fits.
  public var asInt: Int? {
    guard case .small(let value) = storage else { return nil }
    return Int(exactly: value)
  }

  /// The value, where it fits.
  @inlinable
  public var asInt128: Int128? {
    guard case .small(let value) = storage else { return nil }
    return value
  }

  /// The absolute value.
  public var magnitude: BigInteger { signum < 0 ? -self : self }

  /// How many bits the absolute value needs; 0 for zero.
  public var bitWidth: Int {
    switch storage {
    case .small(let value): 128 - value.magnitude.leadingZeroBitCount
    case .large(_, let digits): Digits.bitWidth(digits)
    }
  }

  /// Sign and digits, whatever the storage.
  var digits: (isNegative: Bool, digits: [UInt32]) {
    switch storage {
    case .large(let isNegative, let digits): return (isNegative, digits)
    case .small(let value):
      var magnitude = value.magnitude
      var digits: [UInt32] = []
      while magnitude != 0 {
        digits.append(UInt32(truncatingIfNeeded: magnitude))
        magnitude >>= 32
      }
      return (value < 0, digits)
    }
  }
}

extension BigInteger: ExpressibleByIntegerLiteral {
  /// Creates an integer from a literal.
  @inlinable
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension BigInteger: Comparable {
  /// Compares by value.
  @inlinable
  public static func < (left: BigInteger, right: BigInteger) -> Bool {
    if case .small(let a) = left.storage, case .small(let b) = right.storage { return a < b }
    return isLess(left, right)
  }

  @usableFromInline
  static func isLess(_ left: BigInteger, _ right: BigInteger) -> Bool {
    let a = left.digits
    let b = right.digits
    if a.isNegative != b.isNegative { return a.isNegative }
    let order = Digits.compare(a.digits, b.digits)
    return a.isNegative ? order > 0 : order < 0
  }
}

extension BigInteger: CustomStringConvertible {
  /// The value in decimal.
  public var description: String {
    if let value = asInt { return String(value) }
    var rest = digits.digits
    var groups: [UInt32] = []
    while !rest.isEmpty { groups.append(Digits.divide(&rest, by: 1_000_000_000)) }
    var text = signum < 0 ? "-" : ""
    text += String(groups.last ?? 0)
    for group in groups.dropLast().reversed() {
      let digits = String(group)
      text += String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }
    return text
  }
}
