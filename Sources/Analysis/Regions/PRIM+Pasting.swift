extension PRIM {
  /// The points of a box, all together and along each axis of numbers.
  struct Box {
    let region: Region
    let points: [Int32]
    let orders: [[Int32]]
    let ofInterest: Int
  }

  /// A box that another could become, and what would lie in it.
  struct Change {
    let axis: Int
    let region: Region
    let inside: Int
    let ofInterest: Int

    /// Whether density rises.
    func isGain(on box: Box) -> Bool { excess(over: box) > 0 }

    /// Whether density rises more for each point lost or won; of equals, with fewer limited axes.
    func isBetter(than other: Change, for box: Box, _ isRestricted: [Bool]) -> Bool {
      let mine = Int128(excess(over: box)) * Int128(other.weight(for: box))
      let others = Int128(other.excess(over: box)) * Int128(weight(for: box))
      if mine != others { return mine > others }
      return isRestricted[axis] && !isRestricted[other.axis]
    }

    /// The gain in density times both counts of points: whole, with the gain's sign.
    private func excess(over box: Box) -> Int {
      ofInterest * box.points.count - box.ofInterest * inside
    }

    private func weight(for box: Box) -> Int { inside * abs(box.points.count - inside) }
  }

  /// How many points have each label, and how many of these are of interest.
  struct LabelTally {
    var counts: [Int]
    var ofInterest: [Int]

    init(count: Int) {
      counts = [Int](repeating: 0, count: count)
      ofInterest = counts
    }

    mutating func add(_ label: Int, _ isOfInterest: Bool) {
      counts[label] += 1
      if isOfInterest { ofInterest[label] += 1 }
    }

    /// The labels that occur, ascending.
    var present: [Int] { counts.indices.filter { counts[$0] > 0 } }
  }

  // MARK: Pasting

  /// The enlargement of a box that raises density most for each point won; nil where none does.
  func bestPaste(of box: Box) -> Region? {
    let isRestricted = box.region.limits.map { $0.isRestricting }
    var best: Change?
    for axis in box.region.restrictedAxes {
      for paste in pastes(to: box, on: axis) where paste.isGain(on: box) {
        if let known = best, !paste.isBetter(than: known, for: box, isRestricted) { continue }
        best = paste
      }
    }
    return best?.region
  }

  private func pastes(to box: Box, on axis: Int) -> [Change] {
    let others = box.region.restrictedAxes.filter { $0 != axis }
    func isBeside(_ point: Int32) -> Bool {
      others.allSatisfy { box.region.limits[$0].admits(points.columns[$0][Int(point)]) }
    }
    guard case .range(let lower, let upper) = box.region.limits[axis] else {
      return labelPastes(to: box, on: axis, isBeside)
    }
    let column = points.columns[axis]
    let beside = orders[axis].filter { isBeside($0) }
    var pastes: [Change] = []
    if let upper {
      let above = beside.drop { column[Int($0)] <= upper.value }
      if let paste = upperPaste(to: box, on: axis, Array(above)) { pastes.append(paste) }
    }
    if let lower {
      let below = beside.prefix { column[Int($0)] < lower.value }
      if let paste = lowerPaste(to: box, on: axis, Array(below)) { pastes.append(paste) }
    }
    return pastes
  }

  /// How many points a slice has, before ties are taken in.
  private func pasteCount(_ box: Box) -> Int {
    max(1, Int(settings.pasteAlpha * Double(box.points.count)))
  }

  private func upperPaste(to box: Box, on axis: Int, _ above: [Int32]) -> Change? {
    guard !above.isEmpty else { return nil }
    let column = points.columns[axis]
    var count = min(pasteCount(box), above.count)
    let last = column[Int(above[count - 1])]
    while count < above.count, column[Int(above[count])] == last { count += 1 }
    let bound =
      count < above.count
      ? Region.Bound(middle(last, column[Int(above[count])]), isIncluded: true) : nil
    return Change(
      axis: axis,
      region: box.region.with(upper: bound, on: axis),
      inside: box.points.count + count,
      ofInterest: box.ofInterest + ofInterest(above[..<count])
    )
  }

  private func lowerPaste(to box: Box, on axis: Int, _ below: [Int32]) -> Change? {
    guard !below.isEmpty else { return nil }
    let column = points.columns[axis]
    var first = below.count - min(pasteCount(box), below.count)
    let last = column[Int(below[first])]
    while first > 0, column[Int(below[first - 1])] == last { first -= 1 }
    var bound: Region.Bound?
    if first > 0 {
      let next = column[Int(below[first - 1])]
      let half = middle(next, last)
      bound = Region.Bound(half > next ? half : last, isIncluded: true)
    }
    return Change(
      axis: axis,
      region: box.region.with(lower: bound, on: axis),
      inside: box.points.count + below.count - first,
      ofInterest: box.ofInterest + ofInterest(below[first...])
    )
  }

  private func labelPastes(
    to box: Box,
    on axis: Int,
    _ isBeside: (Int32) -> Bool
  ) -> [Change] {
    guard case .labels(let flags) = box.region.limits[axis] else { return [] }
    var tally = LabelTally(count: flags.count)
    for point in 0..<Int32(points.count) where isBeside(point) {
      tally.add(Int(points.columns[axis][Int(point)]), points.isOfInterest[Int(point)])
    }
    return tally.present.filter { !flags[$0] }.map { label in
      Change(
        axis: axis,
        region: box.region.with(label: label, isIn: true, on: axis),
        inside: box.points.count + tally.counts[label],
        ofInterest: box.ofInterest + tally.ofInterest[label]
      )
    }
  }
}
