/// How a linear programme was solved.
public struct SimplexEffort: Sendable, Hashable {
  /// In which numbers.
  public enum Arithmetic: Sendable {
    /// `Double`, and the certificate verified.
    case floating
    /// Whole numbers that all fitted `Int128`.
    case int128
    /// Whole numbers of any size.
    case bigInteger
  }

  /// In which numbers it ended.
  public var arithmetic: Arithmetic
  /// How many steps it took, in whatever numbers.
  public var pivots = 0
  /// How many of them got nowhere.
  public var degeneratePivots = 0
  /// How many were chosen by Bland's rule.
  public var blandPivots = 0

  /// The steps of both, in the numbers of the first.
  static func + (left: SimplexEffort, right: SimplexEffort) -> SimplexEffort {
    var sum = left
    sum.pivots += right.pivots
    sum.degeneratePivots += right.degeneratePivots
    sum.blandPivots += right.blandPivots
    return sum
  }
}

/// A member of a linear programme's basis.
public enum BasicQuantity: Sendable, Hashable {
  /// The variable with this number.
  case variable(Int)
  /// The distance of the sum of this row from its bound.
  case slack(Int)
}
