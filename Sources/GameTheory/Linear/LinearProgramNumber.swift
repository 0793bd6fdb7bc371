/// A number over which linear programmes are stated and solved: `Double` or `Rational`.
public protocol LinearProgramNumber: Comparable, AdditiveArithmetic, ExpressibleByIntegerLiteral,
  Sendable
{
  /// The distance from 0.
  var magnitude: Self { get }
  /// Whether it is a number, and not infinite.
  var isFinite: Bool { get }
  /// The product.
  static func * (left: Self, right: Self) -> Self
  /// The quotient; the divisor is not 0.
  static func / (left: Self, right: Self) -> Self
  /// The opposite.
  static prefix func - (value: Self) -> Self
  /// The answer to a programme, with its certificate.
  static func outcome(of program: LinearProgram<Self>) -> LinearProgram<Self>.Outcome
  /// By how much certificates may be off, relative to the sums of magnitudes that are compared.
  static var certificateTolerance: Self { get }
  /// A factor above 0 by which sums of numbers like these are faster to compute; 1 where none is.
  static func summingFactor(of numbers: [Self]) -> Self
}

extension Rational: LinearProgramNumber {
  /// Always true.
  public var isFinite: Bool { true }

  /// The common denominator: whole numbers add up without being reduced.
  public static func summingFactor(of numbers: [Rational]) -> Rational {
    Rational(commonDenominator(of: numbers))
  }

  /// Certificates hold exactly.
  public static var certificateTolerance: Rational { 0 }

  /// The exact answer, in whole numbers.
  public static func outcome(
    of program: LinearProgram<Rational>
  ) -> LinearProgram<Rational>.Outcome {
    if let answer = program.outcomeOfEmptyBounds { return answer }
    return ExactSimplex.outcome(of: program)
  }
}

extension Double: LinearProgramNumber {
  /// Always 1.
  public static func summingFactor(of numbers: [Double]) -> Double { 1 }

  /// Certificates hold within 1e-9, relative to 1 plus the sum of the magnitudes of the terms that are
  /// compared; where something must be above 0, relative to that sum alone.
  public static var certificateTolerance: Double { 1e-9 }

  /// The answer in floating point, if its certificate verifies; else the exact one, rounded.
  public static func outcome(of program: LinearProgram<Double>) -> LinearProgram<Double>.Outcome {
    if let answer = program.outcomeOfEmptyBounds { return answer }
    if let answer = FloatingSimplex.outcome(of: program) { return answer }
    return program.exact.solve().rounded
  }
}
