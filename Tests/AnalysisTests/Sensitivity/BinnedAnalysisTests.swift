import GameTheory
import Analysis
import GameTheory
import Sweeps
import TestSupport
import Testing

@Suite("First-order indices of any samples")
struct BinnedAnalysisTests {
  private static func analysis(
    _ samples: [(Int, [Double], SampleValues)],
    limit: Int,
    axes: Int,
    replicates: Int = 30
  ) -> BinnedAnalysis {
    let bins = (0..<axes).map { _ in AxisBins(values: [], range: 0...1, limit: limit) }
    var analysis = BinnedAnalysis(
      bins: bins.map { $0.count },
      numbers: 1,
      families: 1,
      bootstrap: PoissonBootstrap(seed: 0, replicates: replicates, points: samples.count)
    )
    for (number, point, values) in samples {
      analysis.add(point: number, bins: zip(bins, point).map { $0.bin(of: $1) }, values)
    }
    return analysis
  }

  private static func random(_ seed: UInt64, count: Int) -> [(Int, [Double], SampleValues)] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
      let point = (0..<3).map { _ in Double(random.int(in: 0...9999)) / 10000 }
      let value = TestFunction.ishigami.value(point)
      let label = point[0] < 0.25 && point[1] < 0.5 ? 1 : 0
      return (
        number, point,
        random.oneIn(50)
          ? SampleValues.failed(numbers: 1, families: 1) : SampleValues(value + 1e5, [label])
      )
    }
  }

  @Test("the index is that of the formula, computed at length")
  func bruteForce() throws {
    let samples = Self.random(1, count: 500)
    let found = Self.analysis(samples, limit: 7, axes: 3).indices(ofNumber: 0)
    let kept = samples.filter { $0.2.numbers[0].isFinite }
    #expect(found.points == kept.count && found.pointsLeftOut == 500 - kept.count)
    for axis in 0..<3 {
      let mean = kept.reduce(0) { $0 + $1.2.numbers[0] } / Double(kept.count)
      let whole = kept.reduce(0) { $0 + ($1.2.numbers[0] - mean) * ($1.2.numbers[0] - mean) }
      var between = 0.0
      for bin in 0..<7 {
        let inside = kept.filter { Int($0.1[axis] * 7) == bin }.map { $0.2.numbers[0] }
        let own = inside.reduce(0, +) / Double(inside.count)
        between += Double(inside.count) * (own - mean) * (own - mean)
      }
      let n = Double(kept.count)
      let expected = 1 - (1 - between / whole) * (n - 1) / (n - 7)
      #expect((try #require(found.axes[axis]).value - expected).magnitude < 1e-7)
    }
  }

  @Test("indices come close to the closed forms; an axis without effect has none, but for chance")
  func closedForms() throws {
    let found = Self.analysis(Self.random(2, count: 20000), limit: 27, axes: 3)
      .indices(ofNumber: 0)
    for axis in 0..<3 {
      let estimate = try #require(found.axes[axis])
      let exact = TestFunction.ishigami.indices.first[axis]
      #expect((estimate.value - exact).magnitude < 0.02)
      let interval = try #require(estimate.normalInterval)
      #expect(interval.lowerBound - 0.005 < exact && interval.upperBound + 0.01 > exact)
    }
  }

  @Test("a label's index is that of its rectangle")
  func labels() throws {
    let analysis = Self.analysis(Self.random(3, count: 20000), limit: 20, axes: 3)
    for indices in [analysis.indices(ofFamily: 0), analysis.indices(ofFamily: 0, label: 1)] {
      let variance = 1.0 / 8 * 7 / 8
      let exact = [3.0 / 64 / variance, 1.0 / 64 / variance, 0]
      for axis in 0..<3 {
        #expect((try #require(indices.axes[axis]).value - exact[axis]).magnitude < 0.02)
      }
    }
  }

  @Test("parts merged in any order give the same bits")
  func merging() {
    let samples = Self.random(8, count: 300)
    func text(_ analysis: BinnedAnalysis) -> String {
      "\(analysis.indices(ofNumber: 0)) \(analysis.indices(ofFamily: 0))"
    }
    let whole = text(Self.analysis(samples, limit: 6, axes: 3))
    var random = SplitMix64(seed: 1)
    let bins = (0..<3).map { _ in AxisBins(values: [], range: 0...1, limit: 6) }
    var parts = [BinnedAnalysis](
      repeating: BinnedAnalysis(
        bins: [6, 6, 6],
        numbers: 1,
        families: 1,
        bootstrap: PoissonBootstrap(seed: 0, replicates: 30, points: 300)
      ),
      count: 3
    )
    for index in random.permutation(of: 300) {
      let (number, point, values) = samples[index]
      parts[random.int(in: 0...2)]
        .add(point: number, bins: zip(bins, point).map { $0.bin(of: $1) }, values)
    }
    parts[2].merge(parts[0])
    parts[2].merge(parts[1])
    #expect(text(parts[2]) == whole)
  }

  @Test("few values have a bin each, ranges equal ones")
  func bins() {
    let listed = AxisBins(values: [3, 1, 2, 1], range: 1...3, limit: 10)
    #expect(listed.count == 3)
    #expect([1.0, 2, 3].map { listed.bin(of: $0) } == [0, 1, 2])
    let range = AxisBins(values: [], range: -1...1, limit: 4)
    #expect([-1.0, -0.6, -0.1, 0.2, 1].map { range.bin(of: $0) } == [0, 0, 1, 2, 3])
    #expect(AxisBins(values: [], range: 2...2, limit: 4).bin(of: 2) == 0)
    let normal = AxisBins(.normal(mean: 3, deviation: 2), limit: 4)
    #expect([-9.0, 2, 3.5, 4, 5, 99].map { normal.bin(of: $0) } == [0, 1, 2, 2, 3, 3])
    #expect(AxisBins.limit(forSamples: 10) == 2)
    #expect(AxisBins.limit(forSamples: 1000) == 10)
    #expect(AxisBins.limit(forSamples: 1_000_000_000) == 48)
  }
}
