public import GameTheory

/// What a utility point of each player is worth in a common unit: the `exchange` section.
///
/// Utilities of different players do not add up; only what they are worth in a common unit does.
public struct Exchange: Sendable {
  /// What the common unit is, such as `billions of dollars`.
  public var unit: String
  /// The worth of one utility point, by player; all above 0.
  public var rates: [Rational]
  /// What the rates rest on.
  public var because: [Reason]
}
