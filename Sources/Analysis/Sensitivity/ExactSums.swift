public import GameTheory

/// Sums of products of floating-point numbers that are never rounded: the same whatever the order.
///
/// Each sum is one long number in fixed point: digits of 32 bits in words of 64, so that carries can
/// wait for 2^30 additions. All sums of one value share a window of digits, which grows where a number
/// reaches beyond it. A product of two `Double` has at most 106 significant bits and goes in whole.
/// So sums over parts, added, have the bits of the sum over everything, however it was parted.
/// - Source: Kulisch and Miranker, The arithmetic of the digital computer: a new approach (1986);
///   the delayed carries are those of Neal, Fast exact summation using small and large
///   superaccumulators (2015), section 3.
public struct ExactSums: Sendable {
  /// How many sums there are.
  public let count: Int
  /// The digits, those of a sum in a row, the lowest first.
  private(set) var digits: [Int64] = []
  /// How many digits each sum has.
  private(set) var width = 0
  /// The power of 2^32 that a sum's first digit stands for.
  private(set) var low = 0
  /// How many additions of one digit have been made since carries were last brought forward.
  private var pending = 0

  /// How many additions may wait for their carries; the digits then stay far within their words.
  private static let patience = 1 << 30

  /// Creates sums of nothing.
  public init(count: Int) {
    self.count = count
  }

  /// Whether nothing but zeros has been added.
  public var isEmpty: Bool { width == 0 }

  // MARK: Adding

  /// Adds a finite number to a sum.
  ///
  /// - Complexity: O(1), but for the growth of the window.
  public mutating func add(_ value: Double, to sum: Int) {
    guard value != 0 else { return }
    let (significand, exponent) = ExactSums.parts(value)
    add(UInt128(significand), exponent, isNegative: value < 0, to: sum)
  }

  /// Adds the exact product of two finite numbers to a sum.
  ///
  /// - Complexity: O(1), but for the growth of the window.
  public mutating func add(_ left: Double, times right: Double, to sum: Int) {
    guard left != 0, right != 0 else { return }
    let (first, firstExponent) = ExactSums.parts(left)
    let (second, secondExponent) = ExactSums.parts(right)
    let product = UInt128(first) * UInt128(second)
    let isNegative = (left < 0) != (right < 0)
    add(product, firstExponent + secondExponent, isNegative: isNegative, to: sum)
  }

  /// A number's significand, made odd, and exponent: value = significand * 2^exponent.
  ///
  /// So numbers with few digits, 0 and 1 above all, need a narrow window only.
  private static func parts(_ value: Double) -> (significand: UInt64, exponent: Int) {
    let field = Int(value.exponentBitPattern)
    let isNormal = field > 0
    let significand = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let zeros = significand.trailingZeroBitCount
    return (significand >> UInt64(zeros), (isNormal ? field - 1075 : -1074) + zeros)
  }

  /// Adds significand * 2^exponent, with a sign, to a sum.
  private mutating func add(
    _ significand: UInt128,
    _ exponent: Int,
    isNegative: Bool,
    to sum: Int
  ) {
    let place = exponent >> 5
    let shift = exponent & 31
    let bits = 128 - significand.leadingZeroBitCount + shift
    reach(from: place, to: place + (bits + 31) >> 5)
    if pending >= ExactSums.patience { carry() }
    pending += 1
    let sign: Int64 = isNegative ? -1 : 1
    let first = UInt64(truncatingIfNeeded: significand) << UInt64(shift) & 0xFFFF_FFFF
    var index = sum * width + place - low
    digits[index] &+= sign &* Int64(first)
    var rest = significand >> UInt128(32 - shift)
    while rest != 0 {
      index += 1
      digits[index] &+= sign &* Int64(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  /// Adds another value's sums to these, taken so many times.
  ///
  /// - Parameters:
  ///   - other: as many sums, their carries brought forward (``carry()``).
  ///   - weight: how many times each is added, at most 2^16.
  /// - Complexity: O(*digits*).
  public mutating func add(_ other: ExactSums, times weight: Int) {
    add(CollectionOfOne(other), times: [weight])
  }

  /// Adds other values' sums to these, each taken so many times.
  ///
  /// Several at once go over these sums only once: memory, and not the processor, is what long ones wait for.
  ///
  /// - Parameters:
  ///   - others: each as many sums, with its carries brought forward (``carry()``).
  ///   - weights: how many times each is added, at most 2^16.
  /// - Complexity: O(*digits*) for each.
  public mutating func add(_ others: some Collection<ExactSums>, times weights: [Int]) {
    let most = weights.reduce(0, +)
    if pending > ExactSums.patience - most { carry() }
    pending += most
    for other in others { widen(to: other) }
    let isAligned = others.allSatisfy { $0.width == 0 || $0.low == low && $0.width == width }
    guard isAligned else {
      for (other, weight) in zip(others, weights) { addDigits(of: other, times: Int64(weight)) }
      return
    }
    for start in stride(from: 0, to: digits.count, by: ExactSums.stretch) {
      let range = start..<min(start + ExactSums.stretch, digits.count)
      for (other, weight) in zip(others, weights) where weight > 0 && other.width > 0 {
        add(other, times: Int64(weight), in: range)
      }
    }
  }

  /// How many digits are added at a time: so few that they stay near the processor.
  private static let stretch = 1 << 10

  /// Adds digits that stand in the same places here.
  private mutating func add(_ other: ExactSums, times factor: Int64, in range: Range<Int>) {
    let source = other.digits.span
    var target = digits.mutableSpan
    // What is mostly wanted goes several digits at a time; products of 64 bits would not.
    switch factor {
    case 1: for index in range { target[index] &+= source[index] }
    case 2: for index in range { target[index] &+= source[index] &<< 1 }
    default: for index in range { target[index] &+= factor &* source[index] }
    }
  }

  /// Adds digits that may stand in other places here.
  private mutating func addDigits(of other: ExactSums, times factor: Int64) {
    for sum in 0..<count {
      var target = sum * width + other.low - low
      var source = sum * other.width
      for _ in 0..<other.width {
        digits[target] &+= factor &* other.digits[source]
        target += 1
        source += 1
      }
    }
  }

  /// Forgets what was added, but keeps the window.
  public mutating func clear() {
    for index in digits.indices { digits[index] = 0 }
    pending = 0
  }

  // MARK: The window of digits

  /// Makes the window hold the digits from one power of 2^32 up to below another, and one to spare.
  private mutating func reach(from first: Int, to end: Int) {
    if width > 0, first >= low, end < low + width { return }
    grow(to: first..<end + 1)
  }

  /// Makes the window hold that of other sums.
  mutating func widen(to other: ExactSums) {
    guard other.width > 0, other.low != low || other.width != width else { return }
    grow(to: other.low..<other.low + other.width)
  }

  /// Makes the window hold some powers of 2^32, beside those that it holds.
  private mutating func grow(to powers: Range<Int>) {
    let newLow = width == 0 ? powers.lowerBound : min(low, powers.lowerBound)
    let newEnd = width == 0 ? powers.upperBound : max(low + width, powers.upperBound)
    let newWidth = newEnd - newLow
    guard newWidth > width else { return }
    var grown = [Int64](repeating: 0, count: count * newWidth)
    for sum in 0..<count {
      for digit in 0..<width {
        grown[sum * newWidth + low - newLow + digit] = digits[sum * width + digit]
      }
    }
    (digits, low, width) = (grown, newLow, newWidth)
  }

  /// Brings carries forward: afterwards all digits but a sum's last are in 0..<2^32.
  ///
  /// Where the last leaves that range by more than its sign the window grows.
  public mutating func carry() {
    pending = 1
    guard width > 0 else { return }
    var isFull = false
    for sum in 0..<count {
      var carried: Int64 = 0
      for index in sum * width..<(sum + 1) * width - 1 {
        let digit = digits[index] &+ carried
        carried = digit >> 32
        digits[index] = digit & 0xFFFF_FFFF
      }
      digits[(sum + 1) * width - 1] &+= carried
      if digits[(sum + 1) * width - 1].magnitude >= 1 << 31 { isFull = true }
    }
    guard isFull else { return }
    reach(from: low, to: low + width)
    carry()
  }

  // MARK: Reading

  /// A sum as a whole number of units of 2^``unit``.
  ///
  /// - Complexity: O(*digits*^2).
  public func numerator(_ sum: Int) -> BigInteger {
    // No digit leaves -2^62...2^62, so three of them fit.
    let end = (sum + 1) * width
    let start = max(sum * width, end - 3)
    var top: Int128 = 0
    for index in (start..<end).reversed() { top = top << 32 + Int128(digits[index]) }
    var value = BigInteger(top)
    for digit in digits[sum * width..<start].reversed() {
      value = value.shifted(left: 32) + BigInteger(Int(digit))
    }
    return value
  }

  /// The power of 2 that sums are whole multiples of.
  public var unit: Int { low * 32 }
}
