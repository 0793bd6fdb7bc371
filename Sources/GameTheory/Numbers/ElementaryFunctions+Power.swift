extension ElementaryFunctions {
  /// A number that is not negative, to the power of another; the same bits on every machine.
  ///
  /// The logarithm, multiplied in two parts, is raised again, so the error is below 2 units in the last
  /// place of a normal result: 745 times the logarithm's 2^-63, and half a unit of rounding. Powers of 0,
  /// 1, 2 and 1/2 take what the machine does, rounded once.
  ///
  /// Edge cases: every number to the power of 0 is 1, and 1 to every power; 0 is 0 to a power above 0 and
  /// infinite to one below; NaN below 0, and of NaN.
  /// - Complexity: about a tenth of a microsecond.
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    guard base >= 0, exponent == exponent else { return .nan }
    if exponent == 1 { return base }
    if exponent == 2 { return base * base }
    if exponent == 0.5 { return base.squareRoot() }
    guard base > 0 else { return exponent > 0 ? 0 : .infinity }
    guard base < .infinity else { return exponent > 0 ? .infinity : 0 }
    let logarithm = log(DoubleDouble(base))
    // What is far beyond the range, so that the product in two parts stays within it.
    let rough = logarithm.high * exponent
    if rough > 710 { return .infinity }
    if rough < -746 { return 0 }
    return scaledExp(logarithm * exponent).value
  }
}
