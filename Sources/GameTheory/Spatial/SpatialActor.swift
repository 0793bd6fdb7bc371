/// Somebody with a position on each of some issues, who cares about them and has weight.
///
/// Positions lie on scales that all actors share. A salience says how much of its weight an actor brings to
/// an issue, in 0...1; with several issues they add to 1 at most. A capability is above 0, or 0 where a model
/// allows it, in units of the reader's choice: only shares of it matter.
public struct SpatialActor: Sendable, Hashable {
  /// Where the actor stands, issue by issue.
  public var positions: [Double]
  /// How much it cares, issue by issue.
  public var saliences: [Double]
  /// What it could bring to bear if it cared for nothing else.
  public var capability: Double

  /// Creates an actor on several issues.
  ///
  /// - Parameters:
  ///   - positions: one for each issue.
  ///   - saliences: one for each issue, in 0...1.
  ///   - capability: above 0, or 0 where the model allows it.
  public init(positions: [Double], saliences: [Double], capability: Double) {
    self.positions = positions
    self.saliences = saliences
    self.capability = capability
  }

  /// Creates an actor on one issue.
  ///
  /// - Parameters:
  ///   - position: where it stands.
  ///   - salience: how much it cares, in 0...1.
  ///   - capability: above 0, or 0 where the model allows it.
  public init(position: Double, salience: Double, capability: Double) {
    self.init(positions: [position], saliences: [salience], capability: capability)
  }

  /// The sum of the saliences, in the order of the issues.
  public var totalSalience: Double { saliences.reduce(0, +) }

  /// The weight that the actor brings to bear: capability times the sum of its saliences.
  public var weight: Double { capability * totalSalience }
}
