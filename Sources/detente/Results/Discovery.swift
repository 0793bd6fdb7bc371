import Analysis
import Sweeps

/// What is found out about the region in which something occurs.
struct Discovery {
  /// How it is searched.
  struct Settings {
    var prim = PRIM.Settings()
    /// The density that the box is to have at least.
    var density: Double?
    /// The step of the trajectory that is wanted.
    var step: Int?
    /// How many questions the tree asks at most.
    var depth = 2
  }

  private(set) var values: AxisValues
  private(set) var sample: HashSample
  private(set) var count = 0
  private(set) var countOfInterest = 0
  var leftOut = LeftOut()
  private(set) var settings = Settings()
  private(set) var steps: [PRIM.Step] = []
  /// Which step is told of.
  private(set) var chosen = 0
  /// The axes on which that step's box had limits that do no good.
  private(set) var lifted: [Int] = []
  /// The chosen box over all rows, or over the sample where that is all there is.
  private(set) var tally: RegionTally
  private(set) var tree: DecisionTree?
  /// For each node of the tree how many rows come to it, and how many of these are of interest.
  private(set) var leafCounts: [(count: Int, ofInterest: Int)] = []
  /// Whether what is told of the box and the tree is counted over all rows.
  private(set) var isCountedWhole = false

  init(axes: [ResultColumn], capacity: Int) {
    values = AxisValues(axes)
    sample = HashSample(capacity: capacity, width: axes.count)
    tally = RegionTally(Region(wholeOf: []))
  }

  var axes: [MarkedPoints.Axis] { values.axes }

  mutating func add(_ row: ResultRow, isOfInterest: Bool) {
    count += 1
    if isOfInterest { countOfInterest += 1 }
    values.load(row.values)
    sample.add(row.sample, values.numbers, isOfInterest: isOfInterest)
  }

  /// Looks for a box and grows a tree.
  mutating func search(_ settings: Settings) throws(Failure) {
    self.settings = settings
    let points = sample.points(axes: axes)
    guard points.countOfInterest > 0, points.countOfInterest < points.count else { return }
    steps = PRIM(points, settings.prim).trajectory()
    if let step = settings.step {
      guard steps.indices.contains(step) else {
        throw Failure(.usage, "--step goes from 0 to \(steps.count - 1) here, not \(step)")
      }
      chosen = step
    } else if let density = settings.density {
      guard let step = steps.firstIndex(where: { $0.counts.density >= density }) else {
        let best = steps.map { $0.counts.density }.max() ?? 0
        throw Failure(
          .no,
          "no box on the way has a density of \(density); the densest has \(RegionWording.short(best))"
        )
      }
      chosen = step
    } else {
      chosen = steps.indices.reduce(0) {
        steps[$1].counts.balance > steps[$0].counts.balance ? $1 : $0
      }
    }
    let region = steps[chosen].region
    let isAsked = settings.step != nil || settings.density != nil
    let pruned = isAsked ? region : region.pruned(by: points)
    lifted = region.restrictedAxes.filter { !pruned.restrictedAxes.contains($0) }
    tally = RegionTally(pruned)
    // A leaf of a few samples says nothing.
    let tree = DecisionTree(
      points,
      depth: settings.depth,
      smallestLeaf: max(1, points.count / 200)
    )
    leafCounts = tree.nodes.map { _ in (0, 0) }
    self.tree = tree
  }

  /// Counts over the sample.
  mutating func countSample() {
    let points = sample.points(axes: axes)
    for point in 0..<points.count {
      count(points.values(of: point), isOfInterest: points.isOfInterest[point])
    }
    isCountedWhole = sample.isWhole
  }

  /// The axes that the box and the tree ask of.
  var axesAskedOf: Set<Int> {
    Set(tally.axes + (tree?.nodes.compactMap { $0.split?.axis } ?? []))
  }

  /// Counts a row when all are read again, with its values on the axes that are asked of.
  mutating func recount(_ row: ResultRow, isOfInterest: Bool) {
    values.load(row.values)
    count(values.numbers, isOfInterest: isOfInterest)
  }

  mutating func endRecount() { isCountedWhole = true }

  private mutating func count(_ numbers: [Double], isOfInterest: Bool) {
    guard let tree else { return }
    tally.add(numbers, isOfInterest: isOfInterest)
    let leaf = tree.leaf(of: numbers)
    leafCounts[leaf].count += 1
    if isOfInterest { leafCounts[leaf].ofInterest += 1 }
  }
}
