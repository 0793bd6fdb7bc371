import GameTheory

/// The sum of so many squared standard normal numbers.
public struct ChiSquareDistribution: Sendable {
  /// How many there are, at least 1.
  public let degrees: Int

  /// Creates a distribution with at least 1 degree of freedom.
  public init(degrees: Int) {
    self.degrees = max(1, degrees)
  }

  /// How likely a value of at least `value` is: Q(degrees/2, value/2), the regularised upper incomplete
  /// gamma function.
  ///
  /// Relative error below 1e-11 where the result is above 1e-300.
  /// - Complexity: O(√(degrees + value)).
  /// - Source: Abramowitz and Stegun (1964), 6.5.29 (series) and 6.5.31 (continued fraction).
  public func upperTail(from value: Double) -> Double {
    guard value > 0 else { return 1 }
    guard value.isFinite else { return 0 }
    let (a, x) = (Double(degrees) / 2, value / 2)
    // x^a e^-x / Γ(a+1), by Loader's deviance.
    let exponent = -stirlingError(a) - deviance(a, x)
    let front = ElementaryFunctions.exp(exponent) / (2 * Double.pi * a).squareRoot()
    if x < a + 1 { return max(0, 1 - front * gammaSeries(a, x)) }
    return min(1, front * a * gammaFraction(a, x))
  }
}

/// 1 + x/(a+1) + x²/((a+1)(a+2)) + ...
private func gammaSeries(_ a: Double, _ x: Double) -> Double {
  var term = 1.0
  var sum = 1.0
  var n = 1.0
  while n < 1e7 {
    term *= x / (a + n)
    let next = sum + term
    if next == sum { break }
    sum = next
    n += 1
  }
  return sum
}

/// 1/(x+1-a- 1(1-a)/(x+3-a- ...)), by Lentz's method.
private func gammaFraction(_ a: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / b
  var fraction = d
  var n = 1.0
  while n < 1e7 {
    let numerator = -n * (n - a)
    b += 2
    d = numerator * d + b
    d = 1 / (abs(d) < tiny ? tiny : d)
    c = b + numerator / c
    if abs(c) < tiny { c = tiny }
    fraction *= d * c
    if abs(d * c - 1) < 1e-16 { break }
    n += 1
  }
  return fraction
}
