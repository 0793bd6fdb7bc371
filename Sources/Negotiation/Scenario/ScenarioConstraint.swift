public import Documents
public import GameTheory

/// What must hold between the parameters of a scenario.
public struct ScenarioConstraint: Sendable {
  /// As it is written, such as `a + b <= 1`.
  public var text: String
  /// The left side less the right one, a polynomial in the parameters.
  public var difference: Polynomial
  /// How the left side compares with the right one.
  public var comparison: Comparison
  /// Where it is written.
  public var location: Location

  /// Whether it holds at the values of the parameters.
  public func holds(at values: [Rational]) -> Bool {
    comparison.holds(forSign: difference.evaluated(at: values).signum)
  }
}
