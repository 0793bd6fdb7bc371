import Analysis
import GameTheory
import TestSupport
import Testing

@Suite("Boxes by peeling")
struct PRIMTests {
  @Test("the reference trajectory is met, step by step")
  func reference() throws {
    let steps = PRIM(PRIMReference.points).trajectory()
    #expect(steps.map { $0.counts.inside } == PRIMReference.inside)
    #expect(steps.map { $0.counts.insideOfInterest } == PRIMReference.ofInterest)
    #expect(steps.map { $0.region.restrictedAxes.count } == PRIMReference.restricted)
    #expect(steps.allSatisfy { !$0.isPasted })
    let last = try #require(steps.last)
    #expect(
      last.region.limits == [
        .range(lower: Region.Bound(0.61181640625, isIncluded: true), upper: nil),
        .range(lower: nil, upper: Region.Bound(0.38232421875, isIncluded: true)),
        .range(lower: nil, upper: nil),
      ]
    )
    #expect(last.counts.coverage == 0.9272727272727272)
    #expect(last.counts.density == 1)
    #expect(last.counts.mass == 0.1494140625)
    #expect(steps[34].counts.density == 0.9649122807017544)
  }

  @Test("every peel is the best of all slices, found by trying each")
  func peels() {
    let found = failures(seeds: 400) { random in
      let points = RandomPoints.draw(&random)
      var settings = PRIM.Settings()
      settings.peelAlpha = random.element(of: [0.05, 0.1, 0.3])
      settings.minimumMass = random.element(of: [0.05, 0.2])
      let steps = PRIM(points, settings).trajectory().filter { !$0.isPasted }
      for (index, step) in steps.enumerated() {
        let best = SlowPeel.best(of: step.region, in: points, settings)
        let next = index + 1 < steps.count ? steps[index + 1].region : nil
        if best != next { return "step \(index): \(String(describing: best))" }
      }
      return nil
    }
    #expect(found == [])
  }

  @Test("counts are of the box; density rises with every step; no more can be pasted")
  func steps() {
    var pasted = 0
    let found = failures(seeds: 600) { random in
      let points = RandomPoints.draw(&random)
      var settings = PRIM.Settings()
      settings.peelAlpha = random.element(of: [0.1, 0.3, 0.45])
      settings.pasteAlpha = 0.01
      let steps = PRIM(points, settings).trajectory()
      for (before, after) in zip(steps, steps.dropFirst()) {
        let (inside, interest) = RandomPoints.count(points, after.region)
        if inside != after.counts.inside || interest != after.counts.insideOfInterest {
          return "counts of \(after.region)"
        }
        if after.counts.density <= before.counts.density { return "density falls" }
        if after.isPasted { pasted += 1 }
        if after.isPasted != (after.counts.inside > before.counts.inside) { return "kind" }
      }
      guard let last = steps.last else { return "no step" }
      return SlowPeel.wider(than: last.region, in: points).first { region in
        let (inside, interest) = RandomPoints.count(points, region)
        return RandomPoints.ratio(interest, inside)
          > RandomPoints.ratio(last.counts.insideOfInterest, last.counts.inside)
      }.map { "could be pasted to \($0)" }
    }
    #expect(found == [])
    #expect(pasted > 20)
  }

  @Test("nothing to find: all or none of interest, no points, one point, constant axes")
  func edges() {
    func count(_ columns: [[Double]], _ marks: [Bool]) -> Int {
      let axes = columns.indices.map { MarkedPoints.Axis("a\($0)") }
      return PRIM(MarkedPoints(axes: axes, columns: columns, isOfInterest: marks)).trajectory()
        .count
    }
    #expect(count([[1, 2, 3]], [true, true, true]) == 1)
    #expect(count([[1, 2, 3]], [false, false, false]) == 1)
    #expect(count([[]], []) == 1)
    #expect(count([[1]], [true]) == 1)
    #expect(count([[5, 5, 5]], [true, false, true]) == 1)
    #expect(count([], [true, false]) == 1)
    // Neighbouring numbers, between which there is no third.
    #expect(count([[1, 1.nextUp]], [false, true]) == 2)
    #expect(count([[1, 1.nextUp]], [true, false]) == 2)
    #expect(count([[-.greatestFiniteMagnitude, .greatestFiniteMagnitude]], [true, false]) == 2)
  }
}

/// Peeling and pasting by trying all there is.
private enum SlowPeel {
  /// The box that peeling goes to; nil where it ends.
  static func best(
    of box: Region,
    in points: MarkedPoints,
    _ settings: PRIM.Settings
  ) -> Region? {
    let (n, h) = RandomPoints.count(points, box)
    var best: (gain: Rational, isKnown: Bool, region: Region)?
    for (axis, region) in slices(of: box, in: points, settings.peelAlpha) {
      let (inside, interest) = RandomPoints.count(points, region)
      guard inside > 0, inside < n,
        Double(inside) / Double(points.count) >= settings.minimumMass
      else { continue }
      let rise = RandomPoints.ratio(interest, inside) - RandomPoints.ratio(h, n)
      let gain = rise / Rational(BigInteger(n - inside))
      let isKnown = box.limits[axis].isRestricting
      guard gain > 0 else { continue }
      if let best, gain < best.gain || gain == best.gain && (best.isKnown || !isKnown) { continue }
      best = (gain, isKnown, region)
    }
    return best?.region
  }

  private static func slices(
    of box: Region,
    in points: MarkedPoints,
    _ alpha: Double
  ) -> [(axis: Int, region: Region)] {
    var slices: [(axis: Int, region: Region)] = []
    let inside = (0..<points.count).filter { box.contains(points.values(of: $0)) }
    for axis in points.axes.indices {
      switch box.limits[axis] {
      case .labels(let flags):
        let present = Set(inside.map { Int(points.columns[axis][$0]) })
        for label in present.sorted() {
          var kept = flags
          kept[label] = false
          slices.append((axis, replacing(.labels(kept), axis, in: box)))
        }
      case .range(let lower, let upper):
        let values = inside.map { points.columns[axis][$0] }.sorted()
        guard let (below, above) = cuts(values, alpha) else { continue }
        let top = Region.Limit.range(lower: lower, upper: Region.Bound(above, isIncluded: true))
        let bottom = Region.Limit.range(lower: Region.Bound(below, isIncluded: true), upper: upper)
        slices.append((axis, replacing(top, axis, in: box)))
        slices.append((axis, replacing(bottom, axis, in: box)))
      }
    }
    return slices
  }

  /// Half way between the two values at the quantile; where these are equal, between them and the next
  /// within.
  private static func cuts(_ values: [Double], _ alpha: Double) -> (below: Double, above: Double)? {
    guard let first = values.first, let last = values.last, first < last else { return nil }
    let low = values[Int(Double(values.count - 1) * alpha)]
    let lowPlace = Double(values.count - 1) * alpha
    let next = values[Int(lowPlace.rounded(.up))]
    let above = next > low ? next : values.first { $0 > low } ?? last
    let highPlace = Double(values.count - 1) * (1 - alpha)
    let high = values[Int(highPlace.rounded(.up))]
    let before = values[Int(highPlace.rounded(.down))]
    let below = before < high ? before : values.last { $0 < high } ?? first
    return ((low + above) / 2, (below + high) / 2)
  }

  private static func replacing(_ limit: Region.Limit, _ axis: Int, in box: Region) -> Region {
    var region = box
    region.limits[axis] = limit
    return region
  }

  /// The boxes that hold the next value beyond one limit, or one label more.
  static func wider(than box: Region, in points: MarkedPoints) -> [Region] {
    var found: [Region] = []
    for axis in box.restrictedAxes {
      let lifted = box.lifting(axis)
      let column = (0..<points.count).filter { lifted.contains(points.values(of: $0)) }
        .map { points.columns[axis][$0] }
      switch box.limits[axis] {
      case .labels(let flags):
        for label in flags.indices where !flags[label] && column.contains(Double(label)) {
          var more = flags
          more[label] = true
          found.append(replacing(.labels(more), axis, in: box))
        }
      case .range(let lower, let upper):
        if let upper, let next = column.filter({ $0 > upper.value }).min() {
          let bound = Region.Bound(next, isIncluded: true)
          found.append(replacing(.range(lower: lower, upper: bound), axis, in: box))
        }
        if let lower, let next = column.filter({ $0 < lower.value }).max() {
          let bound = Region.Bound(next, isIncluded: true)
          found.append(replacing(.range(lower: bound, upper: upper), axis, in: box))
        }
      }
    }
    return found
  }
}
