public import Documents

/// Samples given one by one: a value of each of some numbers.
public struct PointsTable: Sendable {
  /// The paths of the numbers.
  public var paths: [String]
  /// For each number its value in each sample.
  public var columns: [[Double]]
  /// Where they are from.
  public var source: SourceText

  /// How many samples there are.
  public var count: Int { columns.first?.count ?? 0 }
}
