/// Exact sums over all points, and over the points of each replicate of a bootstrap.
///
/// The sums of a group of points are gathered first and then added to each replicate as often as the group
/// counts there, those of several groups at once. Since that is linear, a group may come in parts.
struct ResampledSums: Sendable {
  /// The sums over all points.
  private(set) var total: ExactSums
  /// The sums over each replicate, after ``settle()``.
  private(set) var replicates: [ExactSums]
  private var group: ExactSums
  /// The groups that wait to be added to the replicates, and how often each counts in each replicate.
  private var waiting: [ExactSums] = []
  private var weights: [[Int]] = []
  /// How many points there are, in all and in each replicate.
  private(set) var points = 0
  private(set) var replicatePoints: [Int]
  private var groupPoints = 0

  /// How many groups are added to the replicates at once.
  private static let batch = 8

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
    guard !replicates.isEmpty else { return group.clear() }
    // The groups change places, so that none is copied.
    let place = self.weights.count
    if place == waiting.count { waiting.append(ExactSums(count: group.count)) }
    swap(&group, &waiting[place])
    self.weights.append(weights)
    if self.weights.count == ResampledSums.batch { settle() }
  }

  /// Adds the groups that wait to the replicates.
  mutating func settle() {
    guard !weights.isEmpty else { return }
    let groups = weights.indices
    for place in groups { waiting[place].widen(to: total) }
    for index in replicates.indices {
      replicates[index].add(waiting[groups], times: groups.map { weights[$0][index] })
    }
    for place in groups { waiting[place].clear() }
    weights.removeAll(keepingCapacity: true)
  }

  /// Adds the sums of another part, in which, as here, no group is at hand.
  mutating func merge(_ other: ResampledSums) {
    settle()
    var rest = other
    rest.settle()
    points += rest.points
    rest.total.carry()
    total.add(rest.total, times: 1)
    for index in replicates.indices {
      replicatePoints[index] += rest.replicatePoints[index]
      rest.replicates[index].carry()
      replicates[index].add(rest.replicates[index], times: 1)
    }
  }
}
