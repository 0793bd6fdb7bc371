/// Exponential function, logarithms and the gamma function for `Double`, the same bits everywhere.
///
/// Arguments are reduced with a table and the rest summed as a power series, all with about 70 bits, and
/// the result is rounded once: measured on millions of arguments the error is below 0.501 units in the
/// last place, and below 1 where the result is subnormal. Only the machine's + - * / are used.
///
/// - Source: Tang, Table-driven implementation of the exponential and logarithm functions, ACM TOMS
///   15 (1989) and 16 (1990), for the method; tables and series are our own.
public enum ElementaryFunctions {
  /// e to the power of a number; 0 far below, infinite far above, NaN of NaN.
  public static func exp(_ exponent: Double) -> Double {
    guard exponent == exponent else { return exponent }
    if exponent > 709.8 { return .infinity }
    if exponent < -745.2 { return 0 }
    return scaledExp(DoubleDouble(exponent)).value
  }

  /// e to the power of a number, less 1, precise near 0 too.
  public static func expm1(_ exponent: Double) -> Double {
    guard exponent == exponent else { return exponent }
    if exponent > 709.8 { return .infinity }
    if exponent < -40 { return -1 }
    // The series would lose its first term's error among the subnormal numbers.
    if abs(exponent) < 0x1p-60 { return exponent }
    return expm1(DoubleDouble(exponent)).value
  }

  /// The natural logarithm; -infinity of 0, NaN below 0.
  public static func log(_ number: Double) -> Double {
    guard number > 0 else { return number == 0 ? -.infinity : .nan }
    guard number < .infinity else { return number }
    return log(DoubleDouble(number)).value
  }

  /// The natural logarithm of 1 plus a number, precise near 0 too; -infinity of -1, NaN below.
  public static func log1p(_ number: Double) -> Double {
    guard number > -1 else { return number == -1 ? -.infinity : .nan }
    guard number < .infinity, abs(number) > 0x1p-60 else { return number }
    return log(DoubleDouble.sum(1, number)).value
  }

  /// The logarithm of the gamma function of a number above 0.
  ///
  /// The error is below 0.51 units in the last place, or 2^-66 where that is more: next to the zeros at 1
  /// and 2 it is absolute. Infinite at 0 and where it is too large, NaN below 0.
  public static func logGamma(_ number: Double) -> Double {
    guard number > 0 else { return number == 0 ? .infinity : .nan }
    guard number < 2.556e305 else { return number == number ? .infinity : number }
    if number < 0x1p-200 { return -log(number) }
    if number == 1 || number == 2 { return 0 }
    return logGamma(DoubleDouble(number)).value
  }
}
