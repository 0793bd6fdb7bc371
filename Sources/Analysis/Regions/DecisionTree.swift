/// A shallow tree of questions about single axes that tells points of interest from others.
///
/// Each node is split where the Gini impurity of its two parts, weighted by their sizes, is least;
/// compared exactly, ties going to the earlier axis and the lower threshold. Labels are put in order of
/// their share of interest first, among whose prefixes the best two-way division is to be found.
/// - Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees (1984), sections 4.1
///   and 4.2.2 and theorem 4.5.
public struct DecisionTree: Sendable {
  /// One node of the tree.
  public struct Node: Sendable {
    /// Where it lies.
    public let region: Region
    /// How many points reach it.
    public let count: Int
    /// How many of them are of interest.
    public let countOfInterest: Int
    /// How it is divided; nil at a leaf.
    public internal(set) var split: Split?
  }

  /// A question, and where its answers lead.
  public struct Split: Sendable {
    /// The axis asked about.
    public let axis: Int
    /// Numbers up to this go left; 0 on an axis of labels.
    public let threshold: Double
    /// For each label whether it goes left; nil on an axis of numbers.
    public let leftLabels: [Bool]?
    /// The number of the node for those who go left.
    public let left: Int
    /// The number of the node for the others.
    public internal(set) var right: Int
  }

  /// The nodes: the root, then each node's left part before its right.
  public private(set) var nodes: [Node] = []

  private let points: MarkedPoints
  private let depth: Int
  private let smallest: Int

  /// Grows a tree.
  ///
  /// - Parameters:
  ///   - points: what it learns from.
  ///   - depth: the most questions on any way, at least 0.
  ///   - smallestLeaf: how many points a leaf has at least, 1 or more.
  /// - Complexity: O(*d n* (log *n* + *depth*)) for *n* points on *d* axes.
  public init(_ points: MarkedPoints, depth: Int = 2, smallestLeaf: Int = 1) {
    self.points = points
    self.depth = depth
    smallest = max(1, smallestLeaf)
    let part = Part(
      points: Array(0..<Int32(points.count)),
      orders: points.axes.indices.map { points.axes[$0].labels == nil ? points.order(on: $0) : [] }
    )
    grow(part, Region(wholeOf: points.axes), level: 0)
  }

  /// The leaves, from left to right.
  public var leaves: [Node] { nodes.filter { $0.split == nil } }

  /// The number of the leaf that a point comes to, given by its value on every axis.
  public func leaf(of values: [Double]) -> Int {
    var number = 0
    while let split = nodes[number].split {
      let value = values[split.axis]
      let goesLeft = split.leftLabels.map { $0[Int(value)] } ?? (value <= split.threshold)
      number = goesLeft ? split.left : split.right
    }
    return number
  }

  // MARK: Growing

  /// The points of a node, all together and along each axis of numbers.
  private struct Part {
    let points: [Int32]
    let orders: [[Int32]]
  }

  private mutating func grow(_ part: Part, _ region: Region, level: Int) {
    let number = nodes.count
    let interest = part.points.reduce(0) { $0 + (points.isOfInterest[Int($1)] ? 1 : 0) }
    let count = part.points.count
    nodes.append(Node(region: region, count: count, countOfInterest: interest))
    guard level < depth, interest > 0, interest < count,
      let best = bestDivision(of: part, Impurity.of(count, interest))
    else { return }
    let (leftPart, rightPart) = divided(part, best)
    let (leftRegion, rightRegion) = DecisionTree.regions(region, best)
    nodes[number].split = Split(
      axis: best.axis,
      threshold: best.threshold,
      leftLabels: best.leftLabels,
      left: number + 1,
      right: 0
    )
    grow(leftPart, leftRegion, level: level + 1)
    let right = nodes.count
    nodes[number].split?.right = right
    grow(rightPart, rightRegion, level: level + 1)
  }

  private static func regions(_ region: Region, _ division: Division) -> (Region, Region) {
    var (left, right) = (region, region)
    switch region.limits[division.axis] {
    case .range(let lower, let upper):
      let bound = division.threshold
      left.limits[division.axis] = .range(
        lower: lower,
        upper: Region.Bound(bound, isIncluded: true)
      )
      right.limits[division.axis] = .range(
        lower: Region.Bound(bound, isIncluded: false),
        upper: upper
      )
    case .labels(let flags):
      let goesLeft = division.leftLabels ?? flags
      left.limits[division.axis] = .labels(zip(flags, goesLeft).map { $0 && $1 })
      right.limits[division.axis] = .labels(zip(flags, goesLeft).map { $0 && !$1 })
    }
    return (left, right)
  }

  private func divided(_ part: Part, _ division: Division) -> (Part, Part) {
    let column = points.columns[division.axis]
    func goesLeft(_ point: Int32) -> Bool {
      let value = column[Int(point)]
      return division.leftLabels.map { $0[Int(value)] } ?? (value <= division.threshold)
    }
    return (
      Part(
        points: part.points.filter { goesLeft($0) },
        orders: part.orders.map { $0.filter { goesLeft($0) } }
      ),
      Part(
        points: part.points.filter { !goesLeft($0) },
        orders: part.orders.map { $0.filter { !goesLeft($0) } }
      )
    )
  }

  private func bestDivision(of part: Part, _ whole: Impurity) -> Division? {
    var best: Division?
    for axis in points.axes.indices {
      let division =
        points.axes[axis].labels == nil
        ? bestThreshold(of: part, on: axis) : bestLabels(of: part, on: axis)
      guard let division, division.impurity < (best?.impurity ?? whole) else { continue }
      best = division
    }
    return best
  }

  private func bestThreshold(of part: Part, on axis: Int) -> Division? {
    let (order, column) = (part.orders[axis], points.columns[axis])
    let total = order.reduce(0) { $0 + (points.isOfInterest[Int($1)] ? 1 : 0) }
    var best: Division?
    var interest = 0
    for index in order.indices.dropLast() {
      if points.isOfInterest[Int(order[index])] { interest += 1 }
      let (low, high) = (column[Int(order[index])], column[Int(order[index + 1])])
      guard low < high, index + 1 >= smallest, order.count - index - 1 >= smallest else { continue }
      let impurity = Impurity.of(
        (index + 1, interest),
        (order.count - index - 1, total - interest)
      )
      if let best, !(impurity < best.impurity) { continue }
      best = Division(axis: axis, threshold: middle(low, high), impurity: impurity)
    }
    return best
  }

  private func bestLabels(of part: Part, on axis: Int) -> Division? {
    var tally = PRIM.LabelTally(count: points.axes[axis].labels?.count ?? 0)
    for point in part.points {
      tally.add(Int(points.columns[axis][Int(point)]), points.isOfInterest[Int(point)])
    }
    let order = tally.present.sorted {
      let (a, b) = (
        tally.ofInterest[$0] * tally.counts[$1], tally.ofInterest[$1] * tally.counts[$0]
      )
      return a < b || (a == b && $0 < $1)
    }
    let total = tally.ofInterest.reduce(0, +)
    var flags = [Bool](repeating: false, count: tally.counts.count)
    var (count, interest) = (0, 0)
    var best: Division?
    for label in order.dropLast() {
      flags[label] = true
      count += tally.counts[label]
      interest += tally.ofInterest[label]
      guard count >= smallest, part.points.count - count >= smallest else { continue }
      let impurity = Impurity.of((count, interest), (part.points.count - count, total - interest))
      if let best, !(impurity < best.impurity) { continue }
      best = Division(axis: axis, threshold: 0, leftLabels: flags, impurity: impurity)
    }
    return best
  }
}

/// A way to divide a node.
private struct Division {
  let axis: Int
  let threshold: Double
  var leftLabels: [Bool]?
  let impurity: Impurity
}

/// The Gini impurity of a node or of two parts, times the number of points over 2: a fraction.
private struct Impurity {
  private let above: UInt128
  private let below: UInt128

  static func of(_ count: Int, _ interest: Int) -> Impurity {
    Impurity(above: UInt128(interest) * UInt128(count - interest), below: UInt128(max(1, count)))
  }

  /// The sum over two parts, each with its count and how many of it are of interest.
  static func of(_ left: (Int, Int), _ right: (Int, Int)) -> Impurity {
    let (a, b) = (of(left.0, left.1), of(right.0, right.1))
    return Impurity(above: a.above * b.below + b.above * a.below, below: a.below * b.below)
  }

  static func < (a: Impurity, b: Impurity) -> Bool { a.above * b.below < b.above * a.below }
}
