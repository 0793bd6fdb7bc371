import Analysis
import GameTheory
import TestSupport
import Testing

@Suite("Counts of a region and its limits")
struct RegionTallyTests {
  @Test("counts and quasi-p values are those by definition")
  func definition() {
    let found = failures(seeds: 200) { random in
      let points = RandomPoints.draw(&random)
      guard let region = PRIM(points).trajectory().last?.region else { return "no step" }
      var tally = RegionTally(region)
      tally.add(points)
      let (inside, interest) = RandomPoints.count(points, region)
      if tally.counts.inside != inside || tally.counts.insideOfInterest != interest {
        return "counts"
      }
      if tally.counts.totalOfInterest != points.countOfInterest { return "total" }
      for (axis, p) in zip(tally.axes, tally.quasiP) {
        let (count, all) = RandomPoints.count(points, region.lifting(axis))
        let expected = ExactBinomial.upperTail(interest, inside, RandomPoints.ratio(all, count))
        if abs(p - expected) > 1e-12 * max(expected, 1e-300) { return "\(p), not \(expected)" }
      }
      return nil
    }
    #expect(found == [])
  }

  @Test("pruning lifts what may be chance or does no good, and nothing else")
  func pruning() {
    var liftedCount = 0
    let found = failures(seeds: 300) { random in
      let points = RandomPoints.draw(&random)
      guard let region = PRIM(points).trajectory().last?.region else { return "no step" }
      let pruned = region.pruned(by: points)
      for axis in points.axes.indices
      where pruned.limits[axis] != region.limits[axis] && pruned.limits[axis].isRestricting {
        return "axis \(axis) is limited otherwise"
      }
      liftedCount += region.restrictedAxes.count - pruned.restrictedAxes.count
      let interest = points.countOfInterest
      let (inside, hits) = RandomPoints.count(points, pruned)
      for axis in pruned.restrictedAxes {
        let (count, all) = RandomPoints.count(points, pruned.lifting(axis))
        let p = ExactBinomial.upperTail(hits, inside, RandomPoints.ratio(all, count))
        if p > 0.05 + 1e-9 { return "axis \(axis) may be chance" }
        if RandomPoints.ratio(2 * all, interest + count)
          > RandomPoints.ratio(2 * hits, interest + inside)
        {
          return "axis \(axis) does no good"
        }
      }
      return nil
    }
    #expect(found == [])
    #expect(liftedCount > 50)
    let reference = PRIM(PRIMReference.points).trajectory()[34].region
    #expect(reference.pruned(by: PRIMReference.points) == reference)
  }

  @Test("shares of nothing are 0; the balance is the harmonic mean")
  func shares() {
    let none = RegionCounts(inside: 0, insideOfInterest: 0, total: 0, totalOfInterest: 0)
    #expect([none.coverage, none.density, none.mass, none.balance] == [0, 0, 0, 0])
    let some = RegionCounts(inside: 8, insideOfInterest: 6, total: 32, totalOfInterest: 24)
    #expect([some.coverage, some.density, some.mass] == [0.25, 0.75, 0.25])
    #expect(some.balance == 2 / (1 / 0.25 + 1 / 0.75))
  }
}
