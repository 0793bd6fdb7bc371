import GameTheory

/// A sum of numbers, or of their squares, that is never rounded.
///
/// A number goes into a sum of three `Double`s, each of which hands on what it rounds off; what the last
/// one hands on, mostly nothing, and now and then all three, go into an exact sum. Every step is without
/// error, so the bits do not depend on the order.
/// - Source: Knuth, The Art of Computer Programming 2, section 4.2.2, theorem B, for the error of a sum;
///   Dekker, A floating-point technique for extending the available precision (1971), for that of a square.
struct RunningSum: Sendable {
  private var high = 0.0
  private var middle = 0.0
  private var low = 0.0
  private var rest = ExactSums(count: 1)
  /// How many numbers may still be added before all go into the exact sum, while they are far from the
  /// largest number.
  private var patience = RunningSum.stretch

  private static let stretch = 1 << 16

  /// Whether sums, splits and errors of a number stay within `Double`.
  @inline(__always)
  private static func isModerate(_ magnitude: Double) -> Bool {
    magnitude >= 0x1p-400 && magnitude <= 0x1p400
  }

  /// Adds a finite number.
  @inline(__always)
  mutating func add(_ value: Double) {
    if RunningSum.isModerate(value.magnitude) {
      addModerate(value)
    } else {
      rest.add(value, to: 0)
    }
  }

  /// Adds the square of a finite number.
  @inline(__always)
  mutating func addSquare(_ value: Double) {
    guard RunningSum.isModerate(value.magnitude) else {
      rest.add(value, times: value, to: 0)
      return
    }
    let square = value * value
    let spread = value * 0x1.0000002p27
    let top = spread - (spread - value)
    let bottom = value - top
    let error = ((top * top - square) + 2 * top * bottom) + bottom * bottom
    addModerate(square)
    addError(error)
  }

  /// Adds a number so many times.
  mutating func add(_ value: Double, times count: Int) {
    rest.add(value, times: Double(count), to: 0)
  }

  @inline(__always)
  private mutating func addModerate(_ value: Double) {
    let (sum, error) = RunningSum.sum(high, value)
    high = sum
    addError(error)
    patience &-= 1
    if patience == 0 { flush() }
  }

  @inline(__always)
  private mutating func addError(_ value: Double) {
    let (sum, error) = RunningSum.sum(middle, value)
    middle = sum
    let (lowSum, lowError) = RunningSum.sum(low, error)
    low = lowSum
    if lowError != 0 { rest.add(lowError, to: 0) }
  }

  /// The rounded sum of two numbers, and what was rounded off.
  @inline(__always)
  private static func sum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
    let sum = a + b
    let part = sum - a
    return (sum, (a - (sum - part)) + (b - part))
  }

  @inline(never)
  private mutating func flush() {
    for part in [high, middle, low] { rest.add(part, to: 0) }
    (high, middle, low, patience) = (0, 0, 0, RunningSum.stretch)
  }

  /// The sum, exactly.
  var value: Rational {
    var whole = self
    whole.flush()
    let numerator = whole.rest.numerator(0)
    let unit = whole.rest.unit
    return unit >= 0
      ? Rational(numerator.shifted(left: unit))
      : Rational(numerator, BigInteger(1).shifted(left: -unit))
  }
}
