extension BlockEvaluator.PointSet {
  /// The same outcome at some of the points only.
  public func restricted(to points: UInt64) -> Self {
    Self(outcome: outcome, points: self.points & points)
  }
}

extension BlockEvaluator.Settling {
  /// The same end of play at some of the points only.
  public func restricted(to points: UInt64) -> Self {
    Self(outcome: outcome, cycle: cycle, points: self.points & points)
  }
}
