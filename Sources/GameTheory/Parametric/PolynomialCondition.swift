/// What must hold at a point: a polynomial compared with 0.
public struct PolynomialCondition: Sendable {
  /// What is compared with 0.
  public let polynomial: Polynomial
  /// How it compares.
  public let comparison: Comparison

  /// Says what must hold.
  public init(_ polynomial: Polynomial, _ comparison: Comparison) {
    self.polynomial = polynomial
    self.comparison = comparison
  }
}
