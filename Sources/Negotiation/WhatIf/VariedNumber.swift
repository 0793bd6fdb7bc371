public import GameTheory

/// A number of a scenario that is varied, and how far.
public struct VariedNumber: Sendable {
  /// Its path.
  public let path: String
  /// What it is called in sentences.
  public let title: String
  /// Its unit; empty for a bare number.
  public let unit: String
  /// The values that it takes.
  public let range: ClosedRange<Rational>
  /// Its value in the scenario.
  public let shipped: Rational

  /// Says how a number is varied.
  public init(
    path: String,
    title: String,
    unit: String = "",
    range: ClosedRange<Rational>,
    shipped: Rational
  ) {
    self.path = path
    self.title = title
    self.unit = unit
    self.range = range
    self.shipped = shipped
  }

  /// How wide the range is.
  public var width: Rational { range.upperBound - range.lowerBound }
}
