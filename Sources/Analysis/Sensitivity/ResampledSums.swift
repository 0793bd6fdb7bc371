/// Exact sums over all points, and over the points of each replicate of a bootstrap.
///
/// The sums of a group of points are gathered first and then added to each replicate as often as the group
/// counts there. Since that is linear, a group may come in parts.
struct ResampledSums: Sendable {
  /// The sums over all points.
  private(set) var total: ExactSums
  /// The sums over each replicate.
  private(set) var replicates: [ExactSums]
  private var group: ExactSums
  /// How many points there are, in all and in each replicate.
  private(set) var points = 0
  private(set) var replicatePoints: [Int]
  private var groupPoints = 0

  init(count: Int, replicates: Int) {
    total = ExactSums(count: count)
    group = total
    self.replicates = [ExactSums](repeating: total, count: replicates)
    replicatePoints = [Int](repeating: 0, count: replicates)
  }

  /// Counts a point of the group at hand.
  mutating func addPoint() { groupPoints += 1 }

  /// Adds a number to a sum of the group at hand.
  mutating func add(_ value: Double, to sum: Int) { group.add(value, to: sum) }

  /// Adds a product to a sum of the group at hand.
  mutating func add(_ left: Double, times right: Double, to sum: Int) {
    group.add(left, times: right, to: sum)
  }

  /// Ends the group at hand, which counts so often in each replicate.
  mutating func endGroup(_ weights: [Int]) {
    if groupPoints > 0 {
      points += groupPoints
      for index in weights.indices { replicatePoints[index] += groupPoints * weights[index] }
      groupPoints = 0
    }
    guard !group.isEmpty else { return }
    group.carry()
    total.add(group, times: 1)
    for index in weights.indices { replicates[index].add(group, times: weights[index]) }
    group.clear()
  }

  /// Adds the sums of another part, in which, as here, no group is at hand.
  mutating func merge(_ other: ResampledSums) {
    points += other.points
    var rest = other
    rest.total.carry()
    total.add(rest.total, times: 1)
    for index in replicates.indices {
      replicatePoints[index] += other.replicatePoints[index]
      rest.replicates[index].carry()
      replicates[index].add(rest.replicates[index], times: 1)
    }
  }
}
