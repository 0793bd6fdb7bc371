import Analysis
import Sweeps
import TestSupport
import Testing

@Suite("Sobol' indices of indicators, of parts, and where rows fail")
struct SobolFamiliesTests {
  /// Random base points: the number is any, the labels depend on the samples.
  private static func cases(
    _ seed: UInt64,
    axes: Int,
    points: Int,
    failing: Int = 0
  ) -> [[SampleValues]] {
    var random = SplitMix64(seed: seed)
    return (0..<points).map { _ in
      (0..<axes + 2).map { _ in
        if failing > 0, random.oneIn(failing) {
          return SampleValues.failed(numbers: 1, families: 1)
        }
        let label = random.int(in: -1...2)
        return SampleValues(
          Double(random.int(in: -1000...1000)) / 7 + 1e6,
          label == 2 ? [2, 3] : [label]
        )
      }
    }
  }

  private static func analysis(
    _ cases: [(Int, [SampleValues])],
    axes: Int,
    points: Int,
    replicates: Int = 40
  ) -> SobolAnalysis {
    let bootstrap = PoissonBootstrap(seed: 0, replicates: replicates, points: points)
    var analysis = SobolAnalysis(axes: axes, numbers: 1, families: 1, bootstrap: bootstrap)
    for (point, samples) in cases { analysis.add(point: point, samples) }
    return analysis
  }

  /// All that an analysis finds, as text in which every bit shows.
  private static func text(_ analysis: SobolAnalysis) -> String {
    let labels = analysis.labels(ofFamily: 0).map { analysis.indices(ofFamily: 0, label: $0) }
    return "\([analysis.indices(ofNumber: 0), analysis.indices(ofFamily: 0)] + labels)"
  }

  @Test("parts merged in any order give the same bits")
  func merging() {
    for seed in 0..<6 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      // Groups of 2: parts may cut them.
      let points = 2100
      let cases = Self.cases(seed, axes: 2, points: points, failing: 30).enumerated()
        .map { ($0, $1) }
      let whole = Self.text(Self.analysis(cases, axes: 2, points: points, replicates: 20))
      var parts: [[(Int, [SampleValues])]] = [[], [], []]
      for index in random.permutation(of: cases.count) {
        parts[random.int(in: 0...2)].append(cases[index])
      }
      var merged = Self.analysis([], axes: 2, points: points, replicates: 20)
      for part in random.permutation(of: 3) {
        merged.merge(Self.analysis(parts[part], axes: 2, points: points, replicates: 20))
      }
      #expect(Self.text(merged) == whole, "seed \(seed)")
    }
  }

  @Test("indices and replicates are those of the formulae, computed at length")
  func bruteForce() throws {
    for seed in 0..<10 as Range<UInt64> {
      let (axes, points) = (2, 60)
      let all = Self.cases(seed, axes: axes, points: points, failing: 40)
      let analysis = Self.analysis(
        all.enumerated().map { ($0, $1) },
        axes: axes,
        points: points
      )
      let kept = all.enumerated().filter { $1.allSatisfy { $0.numbers[0].isFinite } }
      let values = kept.map { $1.map { $0.numbers[0] } }
      let found = analysis.indices(ofNumber: 0)
      #expect(found.points == kept.count && found.pointsLeftOut == points - kept.count)
      for axis in 0..<axes {
        let (first, jansen, total) = Self.slow(values, axis)
        #expect(Self.close(found.axes[axis].firstOrder?.value, first))
        #expect(Self.close(found.axes[axis].firstOrderJansen?.value, jansen))
        #expect(Self.close(found.axes[axis].total?.value, total))
        // Each replicate is the formula at points repeated as often as they count.
        let replicates = (0..<40).map { replicate in
          let repeated = kept.flatMap { point, samples in
            [[Double]](
              repeating: samples.map { $0.numbers[0] },
              count: analysis.bootstrap.weights(ofGroup: point)[replicate]
            )
          }
          return Self.slow(repeated, axis).total
        }
        let error = Estimate(total, replicates: replicates).standardError
        #expect(Self.close(found.axes[axis].total?.standardError, try #require(error)))
      }
      for label in analysis.labels(ofFamily: 0) {
        let indicators = kept.map { $1.map { $0.labels[0]?.contains(label) == true ? 1.0 : 0 } }
        let indices = analysis.indices(ofFamily: 0, label: label)
        for axis in 0..<axes {
          let (first, _, total) = Self.slow(indicators, axis)
          #expect(Self.close(indices.axes[axis].firstOrder?.value, first))
          #expect(Self.close(indices.axes[axis].total?.value, total))
        }
      }
    }
  }

  private static func close(_ left: Double?, _ right: Double) -> Bool {
    guard let left else { return false }
    return (left - right).magnitude <= 1e-7 * max(1, right.magnitude)
  }

  /// The estimators as written in the papers, on values less their mean.
  private static func slow(
    _ values: [[Double]],
    _ axis: Int
  ) -> (first: Double, jansen: Double, total: Double) {
    let n = Double(values.count)
    let mean = values.reduce(0) { $0 + $1[0] + $1[1] } / (2 * n)
    let centred = values.map { $0.map { $0 - mean } }
    let variance = centred.reduce(0) { $0 + $1[0] * $1[0] + $1[1] * $1[1] } / (2 * n)
    var sums = (0.0, 0.0, 0.0)
    for value in centred {
      let (a, b, c) = (value[0], value[1], value[2 + axis])
      sums.0 += b * (c - a)
      sums.1 += (b - c) * (b - c)
      sums.2 += (a - c) * (a - c)
    }
    return (
      sums.0 / n / variance, 1 - sums.1 / (2 * n) / variance, sums.2 / (2 * n) / variance
    )
  }

  @Test("an outcome that two parameters decide together has the indices of its rectangle")
  func partition() throws {
    // Outcome 1 where x < 1/4 and y < 1/2, else 0; z plays no part. Its share is p = 1/8; the variances
    // of the conditional means are 3/4 * 1/4 * (1/2)^2 and 1/2 * 1/2 * (1/4)^2, the whole is p (1 - p).
    let points = 4096
    let bootstrap = PoissonBootstrap(seed: 3, replicates: 60, points: points)
    var analysis = SobolAnalysis(axes: 3, numbers: 0, families: 1, bootstrap: bootstrap)
    let base = BasePoints(axes: 3, shift: 5)
    for point in 0..<points {
      let samples = base.samples(point).map { x in
        SampleValues(numbers: [], labels: [[x[0] < 0.25 && x[1] < 0.5 ? 1 : 0]])
      }
      analysis.add(point: point, samples)
    }
    let variance = 1.0 / 8 * 7 / 8
    let first = [3.0 / 64 / variance, 1.0 / 64 / variance, 0]
    let total = [first[0], first[1], 0].enumerated().map { axis, own in
      axis < 2 ? own + (variance - 4.0 / 64) / variance : 0
    }
    for indices in [analysis.indices(ofFamily: 0), analysis.indices(ofFamily: 0, label: 1)] {
      for axis in 0..<3 {
        let found = indices.axes[axis]
        #expect((try #require(found.firstOrder).value - first[axis]).magnitude < 0.02)
        #expect((try #require(found.total).value - total[axis]).magnitude < 0.02)
      }
      #expect(indices.axes[2].total?.value == 0)
      #expect(indices.axes[2].total?.percentiles == 0...0)
    }
    #expect(
      analysis.indices(ofFamily: 0, label: 1).mean.map { ($0 - 0.125).magnitude < 0.01 } == true
    )
  }

  @Test("what never varies has no indices, and what always fails no points")
  func constant() {
    let samples = [[SampleValues]](repeating: (0..<4).map { _ in SampleValues(0.1, [4]) }, count: 9)
    let found = Self.analysis(samples.enumerated().map { ($0, $1) }, axes: 2, points: 9)
    #expect(found.indices(ofNumber: 0).variance == 0)
    #expect(found.indices(ofNumber: 0).mean == 0.1)
    #expect(found.indices(ofNumber: 0).axes.allSatisfy { $0.total == nil && $0.firstOrder == nil })
    #expect(found.indices(ofFamily: 0).axes.allSatisfy { $0.total == nil })
    let failed = [SampleValues](
      repeating: SampleValues.failed(numbers: 1, families: 1),
      count: 4
    )
    let none = Self.analysis([(0, failed)], axes: 2, points: 9).indices(ofNumber: 0)
    #expect(none.points == 0 && none.pointsLeftOut == 1 && none.mean == nil && none.variance == nil)
  }

  @Test("weights are Poisson numbers with mean 1")
  func weights() {
    let bootstrap = PoissonBootstrap(seed: 11, replicates: 500, points: 400)
    let all = (0..<400).flatMap { bootstrap.weights(ofGroup: $0) }
    let mean = Double(all.reduce(0, +)) / Double(all.count)
    let square = Double(all.reduce(0) { $0 + $1 * $1 }) / Double(all.count)
    #expect((mean - 1).magnitude < 0.01)
    #expect((square - 2).magnitude < 0.03)
    let none = Double(all.filter { $0 == 0 }.count) / Double(all.count)
    #expect((none - 0.36787944117144233).magnitude < 0.005)
    #expect(PoissonBootstrap(seed: 1, points: 2048).groupSize == 1)
    #expect(PoissonBootstrap(seed: 1, points: 2049).groupSize == 2)
    #expect(PoissonBootstrap(seed: 1, points: 100_000_000).groupSize == 65536)
  }
}
