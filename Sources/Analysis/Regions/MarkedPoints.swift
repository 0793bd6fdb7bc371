/// Points of a parameter space, each marked as of interest or not.
public struct MarkedPoints: Sendable {
  /// One dimension of the space.
  public struct Axis: Sendable, Equatable {
    /// What it is called.
    public let name: String
    /// The labels that it takes; nil where it takes numbers.
    public let labels: [String]?

    /// Creates an axis of numbers, or of labels.
    public init(_ name: String, labels: [String]? = nil) {
      self.name = name
      self.labels = labels
    }
  }

  /// The axes.
  public let axes: [Axis]
  /// For each axis the value of every point; on an axis of labels the label's index.
  public let columns: [[Double]]
  /// For each point whether it is of interest.
  public let isOfInterest: [Bool]

  /// Creates points from their columns, which are as long as `isOfInterest`, without NaN, and fewer than
  /// ``limit``.
  public init(axes: [Axis], columns: [[Double]], isOfInterest: [Bool]) {
    precondition(columns.count == axes.count)
    precondition(columns.allSatisfy { $0.count == isOfInterest.count })
    precondition(isOfInterest.count < MarkedPoints.limit)
    self.axes = axes
    self.columns = columns
    self.isOfInterest = isOfInterest
  }

  /// Up to how many points counts of them can be compared exactly.
  public static let limit = 1 << 24

  /// How many points there are.
  public var count: Int { isOfInterest.count }

  /// How many of them are of interest.
  public var countOfInterest: Int { isOfInterest.reduce(0) { $0 + ($1 ? 1 : 0) } }

  /// The values of a point on all axes.
  public func values(of point: Int) -> [Double] { columns.map { $0[point] } }

  /// The points in ascending order on an axis; those with equal values in their own order.
  func order(on axis: Int) -> [Int32] {
    let column = columns[axis]
    return (0..<Int32(count)).sorted {
      let (a, b) = (column[Int($0)], column[Int($1)])
      return a < b || (a == b && $0 < $1)
    }
  }
}
