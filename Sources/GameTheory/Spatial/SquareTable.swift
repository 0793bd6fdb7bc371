/// A number for each ordered pair of things, row-major.
public struct SquareTable: Sendable, Hashable {
  /// How many things there are.
  public let count: Int
  /// The numbers, first by row and then by column.
  public private(set) var values: [Double]

  /// Creates a table that has one number everywhere.
  ///
  /// - Parameters:
  ///   - count: how many things there are, 0 or more.
  ///   - value: the number.
  public init(count: Int, value: Double = 0) {
    self.count = count
    values = [Double](repeating: value, count: count * count)
  }

  /// The number of a pair.
  public subscript(row: Int, column: Int) -> Double {
    get { values[row * count + column] }
    set { values[row * count + column] = newValue }
  }

  /// The rows as lists.
  public var rows: [[Double]] {
    (0..<count).map { Array(values[$0 * count..<($0 + 1) * count]) }
  }
}
