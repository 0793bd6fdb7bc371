/// The patient rule induction method: a box in which what is of interest is dense, found by peeling.
///
/// From the whole space one thin slice after another is cut off: of all slices that hold a share `alpha`
/// of the points at one end of an axis, or one label, the one whose loss raises the density most for each
/// point lost. Ties go to the slice that limits fewer axes, then to the earlier axis, the upper end
/// before the lower. Gains are compared exactly, in whole numbers. Peeling ends when no slice raises the
/// density, or the box would hold less than the share `minimumMass` of all points. Then slices are pasted
/// back at its ends while that raises the density.
///
/// Limits lie half way between neighbouring points, so ties are never cut in two.
/// - Source: Friedman and Fisher, Bump hunting in high-dimensional data, Statistics and Computing 9 (1999)
///   123; the gain for each point lost, which is fair to labels and ties, from Kwakkel and Jaxa-Rozen,
///   Environmental Modelling and Software 79 (2016) 311.
public struct PRIM: Sendable {
  /// How a box is looked for.
  public struct Settings: Sendable, Equatable {
    /// The share of the box's points in a slice that is peeled, above 0 and below 1/2.
    public var peelAlpha = 0.05
    /// The share of the box's points in a slice that is pasted, above 0 and below 1/2.
    public var pasteAlpha = 0.05
    /// The least share of all points that a box may hold, in 0...1.
    public var minimumMass = 0.05

    /// The usual settings: 0.05 each.
    public init() {}
  }

  /// A box on the way, and what lies in it.
  public struct Step: Sendable, Equatable {
    /// The box.
    public let region: Region
    /// What lies in it.
    public let counts: RegionCounts
    /// Whether it came from the box before by pasting, not by peeling.
    public let isPasted: Bool
  }

  let points: MarkedPoints
  let settings: Settings
  private let totalOfInterest: Int
  /// For each axis of numbers its points in ascending order; empty for labels.
  let orders: [[Int32]]

  /// Prepares a search.
  public init(_ points: MarkedPoints, _ settings: Settings = Settings()) {
    self.points = points
    self.settings = settings
    totalOfInterest = points.countOfInterest
    orders = points.axes.indices.map { points.axes[$0].labels == nil ? points.order(on: $0) : [] }
  }

  /// The whole space, then every box that was reached, in order.
  ///
  /// - Complexity: O(*d n* (log *n* + 1/alpha)) for *n* points on *d* axes; memory O(*d n*).
  public func trajectory() -> [Step] {
    var box = Box(
      region: Region(wholeOf: points.axes),
      points: Array(0..<Int32(points.count)),
      orders: orders,
      ofInterest: totalOfInterest
    )
    var steps = [step(box, isPasted: false)]
    while let peel = bestPeel(of: box) {
      box = reduced(box, to: peel.region)
      steps.append(step(box, isPasted: false))
    }
    while let region = bestPaste(of: box) {
      box = reduced(whole, to: region)
      steps.append(step(box, isPasted: true))
    }
    return steps
  }

  private var whole: Box {
    Box(
      region: Region(wholeOf: points.axes),
      points: Array(0..<Int32(points.count)),
      orders: orders,
      ofInterest: totalOfInterest
    )
  }

  private func step(_ box: Box, isPasted: Bool) -> Step {
    Step(
      region: box.region,
      counts: RegionCounts(
        inside: box.points.count,
        insideOfInterest: box.ofInterest,
        total: points.count,
        totalOfInterest: totalOfInterest
      ),
      isPasted: isPasted
    )
  }

  // MARK: Peeling

  private func bestPeel(of box: Box) -> Change? {
    var best: Change?
    let isRestricted = box.region.limits.map { $0.isRestricting }
    for peel in peels(of: box) where isLargeEnough(peel.inside) {
      guard peel.isGain(on: box) else { continue }
      if let known = best, !peel.isBetter(than: known, for: box, isRestricted) { continue }
      best = peel
    }
    return best
  }

  private func isLargeEnough(_ count: Int) -> Bool {
    count > 0 && Double(count) / Double(points.count) >= settings.minimumMass
  }

  /// The slices that can be cut off a box, in the order in which ties are decided.
  func peels(of box: Box) -> [Change] {
    var peels: [Change] = []
    for axis in points.axes.indices {
      guard points.axes[axis].labels == nil else {
        peels += labelPeels(of: box, on: axis)
        continue
      }
      if let upper = upperPeel(of: box, on: axis) { peels.append(upper) }
      if let lower = lowerPeel(of: box, on: axis) { peels.append(lower) }
    }
    return peels
  }

  private func upperPeel(of box: Box, on axis: Int) -> Change? {
    let (order, column) = (box.orders[axis], points.columns[axis])
    guard order.count > 1 else { return nil }
    let place = Double(order.count - 1) * (1 - settings.peelAlpha)
    var low = Int(place)
    let high = column[Int(order[Double(low) < place ? low + 1 : low])]
    while low > 0, column[Int(order[low])] == high { low -= 1 }
    guard column[Int(order[low])] < high else { return nil }
    let bound = middle(column[Int(order[low])], high)
    return Change(
      axis: axis,
      region: box.region.with(upper: Region.Bound(bound, isIncluded: true), on: axis),
      inside: low + 1,
      ofInterest: box.ofInterest - ofInterest(order[(low + 1)...])
    )
  }

  private func lowerPeel(of box: Box, on axis: Int) -> Change? {
    let (order, column) = (box.orders[axis], points.columns[axis])
    guard order.count > 1 else { return nil }
    let place = Double(order.count - 1) * settings.peelAlpha
    var high = Int(place)
    let low = column[Int(order[high])]
    if Double(high) < place { high += 1 }
    while high < order.count - 1, column[Int(order[high])] == low { high += 1 }
    guard column[Int(order[high])] > low else { return nil }
    // The bound belongs to the box, so it must lie above the value that is cut off.
    let half = middle(low, column[Int(order[high])])
    let bound = half > low ? half : column[Int(order[high])]
    return Change(
      axis: axis,
      region: box.region.with(lower: Region.Bound(bound, isIncluded: true), on: axis),
      inside: order.count - high,
      ofInterest: box.ofInterest - ofInterest(order[..<high])
    )
  }

  private func labelPeels(of box: Box, on axis: Int) -> [Change] {
    var tally = LabelTally(count: points.axes[axis].labels?.count ?? 0)
    for point in box.points {
      tally.add(Int(points.columns[axis][Int(point)]), points.isOfInterest[Int(point)])
    }
    guard tally.present.count > 1 else { return [] }
    return tally.present.map { label in
      Change(
        axis: axis,
        region: box.region.with(label: label, isIn: false, on: axis),
        inside: box.points.count - tally.counts[label],
        ofInterest: box.ofInterest - tally.ofInterest[label]
      )
    }
  }

  func ofInterest(_ part: ArraySlice<Int32>) -> Int {
    part.reduce(0) { $0 + (points.isOfInterest[Int($1)] ? 1 : 0) }
  }

  /// The part of a box that lies in a region.
  private func reduced(_ box: Box, to region: Region) -> Box {
    var isIn = [Bool](repeating: false, count: points.count)
    var inside: [Int32] = []
    let axes = region.restrictedAxes
    for point in box.points
    where axes.allSatisfy({ region.limits[$0].admits(points.columns[$0][Int(point)]) }) {
      isIn[Int(point)] = true
      inside.append(point)
    }
    return Box(
      region: region,
      points: inside,
      orders: box.orders.map { order in order.filter { isIn[Int($0)] } },
      ofInterest: ofInterest(inside[...])
    )
  }
}
