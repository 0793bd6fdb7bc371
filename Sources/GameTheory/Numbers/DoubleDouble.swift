/// A number as the unevaluated sum of two `Double`s: about 106 bits.
///
/// Only additions, multiplications, divisions and square roots that round to nearest are used, and no
/// fused ones, so the bits are the same on every machine. Intermediate results must stay in the range
/// of normal `Double`s, below 2^995.
///
/// - Source: Dekker, A floating-point technique for extending the available precision (1971); Knuth,
///   The Art of Computer Programming 2, 4.2.2, theorem B.
struct DoubleDouble: Sendable {
  /// The sum, rounded to the nearest `Double`.
  var high: Double
  /// What is left of the sum.
  var low: Double

  /// Takes over two parts of which the second is at most half a unit in the last place of the first.
  @inline(__always)
  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The exact sum of two numbers.
  @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let total = a + b
    let taken = total - a
    return DoubleDouble(total, (a - (total - taken)) + (b - taken))
  }

  /// The exact sum of two numbers of which the first is not the smaller one.
  @inline(__always)
  static func orderedSum(_ a: Double, _ b: Double) -> DoubleDouble {
    let total = a + b
    return DoubleDouble(total, b - (total - a))
  }

  /// The exact product of two numbers.
  @inline(__always)
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let total = a * b
    let (x, y) = halves(a)
    let (v, w) = halves(b)
    return DoubleDouble(total, ((x * v - total) + x * w + y * v) + y * w)
  }

  /// A number as the sum of two of at most 26 bits.
  @inline(__always)
  private static func halves(_ value: Double) -> (Double, Double) {
    let scaled = 134_217_729 * value
    let high = scaled - (scaled - value)
    return (high, value - high)
  }

  @inline(__always)
  static prefix func - (value: DoubleDouble) -> DoubleDouble {
    DoubleDouble(-value.high, -value.low)
  }

  @inline(__always)
  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    var high = sum(a.high, b.high)
    let low = sum(a.low, b.low)
    high = orderedSum(high.high, high.low + low.high)
    return orderedSum(high.high, high.low + low.low)
  }

  @inline(__always)
  static func + (a: DoubleDouble, b: Double) -> DoubleDouble {
    let high = sum(a.high, b)
    return orderedSum(high.high, high.low + a.low)
  }

  @inline(__always)
  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  @inline(__always)
  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = product(a.high, b.high)
    return orderedSum(high.high, high.low + (a.high * b.low + a.low * b.high))
  }

  @inline(__always)
  static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let high = product(a.high, b)
    return orderedSum(high.high, high.low + a.low * b)
  }

  @inline(__always)
  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    var rest = a - b * first
    let second = rest.high / b.high
    rest = rest - b * second
    return orderedSum(first, second) + rest.high / b.high
  }

  /// The square root of a number above 0.
  var squareRoot: DoubleDouble {
    let root = high.squareRoot()
    let rest = self - DoubleDouble.product(root, root)
    return DoubleDouble.orderedSum(root, rest.high / (2 * root))
  }

  /// The sum, rounded once.
  @inline(__always)
  var value: Double { high + low }

  /// The value of a polynomial, its coefficients from the constant one upwards.
  ///
  /// The rounding errors of Horner's scheme are carried along and added in the end. The result is as
  /// good as one in twice the precision where nothing cancels.
  /// - Source: Graillat, Langlois and Louvet, Compensated Horner scheme (2005).
  static func polynomial(_ coefficients: [DoubleDouble], at point: DoubleDouble) -> DoubleDouble {
    var result = 0.0
    var error = 0.0
    for coefficient in coefficients.reversed() {
      let scaled = product(result, point.high)
      let moved = sum(scaled.high, coefficient.high)
      error =
        error * point.high + (result * point.low + (scaled.low + (moved.low + coefficient.low)))
      result = moved.high
    }
    return orderedSum(result, error)
  }
}
