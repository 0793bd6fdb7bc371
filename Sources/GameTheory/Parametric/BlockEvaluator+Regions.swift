extension BlockEvaluator {
  /// Says along which variables the box is halved, level by level; forgets all regions.
  public mutating func halve(along variables: [Int]) {
    regions.halve(along: variables)
  }

  /// Goes into a half of the present region: until it is left, all points loaded lie within it.
  ///
  /// A point on the border, or nearer to it than rounding can tell, is in both. What is certain in a
  /// region is found once and kept.
  ///
  /// - Returns: false where there is no half to go into: at the last level, or when memory is used up.
  /// - Complexity: O(*open objections* + *open rows* × *terms*) at first, O(1) from then on.
  public mutating func enter(upper: Bool) -> Bool {
    regions.enter(upper: upper, signs)
  }

  /// Tells whether what is certain in a half of the present region has been found already.
  public func isKnown(upper: Bool) -> Bool {
    regions.isKnown(upper: upper)
  }

  /// Leaves the region entered last.
  public mutating func leave() {
    regions.leave()
  }

  /// How many rows the equilibria hang on in the present region.
  public var openRowCount: Int { regions.openRowCount }

  /// The outcomes that may be equilibria in the present region, ascending; where no row is open they
  /// are equilibria in all of it.
  public var candidates: ArraySlice<Int32> { regions.outcomes[regions.candidates] }
}
