/// A coalition with a weight, part of a proof by balanced coalitions.
public struct WeightedCoalition: Sendable, Hashable {
  /// The coalition.
  public let coalition: Coalition
  /// The weight, above 0.
  public let weight: Rational

  /// Creates a weighted coalition.
  public init(_ coalition: Coalition, weight: Rational) {
    self.coalition = coalition
    self.weight = weight
  }
}
