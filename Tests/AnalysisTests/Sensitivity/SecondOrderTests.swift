import Analysis
import Sweeps
import TestSupport
import Testing

@Suite("Second-order Sobol' indices")
struct SecondOrderTests {
  /// Random base points of 2 *axes* + 2 samples each: the number is any, the labels depend on the samples.
  private static func cases(
    _ seed: UInt64,
    axes: Int,
    points: Int,
    failing: Int
  ) -> [[SampleValues]] {
    var random = SplitMix64(seed: seed)
    return (0..<points).map { _ in
      (0..<2 * axes + 2).map { _ in
        if random.oneIn(failing) { return SampleValues.failed(numbers: 1, families: 1) }
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
    hasSecondOrder: Bool = true
  ) -> SobolAnalysis {
    var analysis = SobolAnalysis(
      axes: axes,
      numbers: 1,
      families: 1,
      bootstrap: PoissonBootstrap(seed: 0, replicates: 30, points: points),
      hasSecondOrder: hasSecondOrder
    )
    for (point, samples) in cases { analysis.add(point: point, samples) }
    return analysis
  }

  /// The estimator as it is written, for both orders of the pair, on values less their mean.
  private static func slow(_ values: [[Double]], _ pair: SobolIndices.Pair, axes: Int) -> Double {
    let n = Double(values.count)
    let mean = values.reduce(0) { $0 + $1[0] + $1[1] } / (2 * n)
    let all = values.map { $0.map { $0 - mean } }
    let variance = all.reduce(0) { $0 + $1[0] * $1[0] + $1[1] * $1[1] } / (2 * n)
    func firstOrder(_ axis: Int) -> Double {
      all.reduce(0) { $0 + $1[1] * ($1[2 + axis] - $1[0]) } / n / variance
    }
    func closed(_ one: Int, _ other: Int) -> Double {
      all.reduce(0) { $0 + $1[2 + axes + one] * $1[2 + other] - $1[0] * $1[1] } / n / variance
    }
    let both = (closed(pair.first, pair.second) + closed(pair.second, pair.first)) / 2
    return both - firstOrder(pair.first) - firstOrder(pair.second)
  }

  private static func close(_ left: Double?, _ right: Double) -> Bool {
    guard let left else { return false }
    return (left - right).magnitude <= 1e-7 * max(1, right.magnitude)
  }

  @Test("indices and replicates are those of the formula, computed at length")
  func bruteForce() throws {
    for seed in 0..<10 as Range<UInt64> {
      let (axes, points) = (3, 50)
      let all = Self.cases(seed, axes: axes, points: points, failing: 60)
      let analysis = Self.analysis(
        all.enumerated().map { ($0, $1) },
        axes: axes,
        points: points
      )
      let kept = all.enumerated().filter { $1.allSatisfy { $0.numbers[0].isFinite } }
      let found = analysis.indices(ofNumber: 0)
      #expect(found.points == kept.count)
      #expect(found.pairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
      for pair in found.pairs {
        let values = kept.map { $1.map { $0.numbers[0] } }
        let expected = Self.slow(values, pair, axes: axes)
        #expect(Self.close(pair.secondOrder?.value, expected), "seed \(seed)")
        let replicates = (0..<30).map { replicate in
          let repeated = kept.flatMap { point, samples in
            [[Double]](
              repeating: samples.map { $0.numbers[0] },
              count: analysis.bootstrap.weights(ofGroup: point)[replicate]
            )
          }
          return Self.slow(repeated, pair, axes: axes)
        }
        let error = Estimate(expected, replicates: replicates).standardError
        #expect(Self.close(pair.secondOrder?.standardError, try #require(error)), "seed \(seed)")
      }
      for label in analysis.labels(ofFamily: 0) {
        let indicators = kept.map { $1.map { $0.labels[0]?.contains(label) == true ? 1.0 : 0 } }
        for pair in analysis.indices(ofFamily: 0, label: label).pairs {
          let expected = Self.slow(indicators, pair, axes: axes)
          #expect(Self.close(pair.secondOrder?.value, expected), "seed \(seed)")
        }
      }
    }
  }

  @Test("parts merged in any order give the same bits")
  func merging() {
    func text(_ analysis: SobolAnalysis) -> String {
      let labels = analysis.labels(ofFamily: 0).map { analysis.indices(ofFamily: 0, label: $0) }
      return "\([analysis.indices(ofNumber: 0), analysis.indices(ofFamily: 0)] + labels)"
    }
    for seed in 0..<4 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let points = 2100
      let cases = Self.cases(seed, axes: 3, points: points, failing: 40).enumerated()
        .map { ($0, $1) }
      let whole = text(Self.analysis(cases, axes: 3, points: points))
      var parts: [[(Int, [SampleValues])]] = [[], [], []]
      for index in random.permutation(of: cases.count) {
        parts[random.int(in: 0...2)].append(cases[index])
      }
      var merged = Self.analysis([], axes: 3, points: points)
      for part in random.permutation(of: 3) {
        merged.merge(Self.analysis(parts[part], axes: 3, points: points))
      }
      #expect(text(merged) == whole, "seed \(seed)")
    }
  }

  @Test("first-order and total indices are the same bits with and without")
  func sameOthers() {
    let cases = Self.cases(3, axes: 4, points: 200, failing: 1 << 20)
    let with = Self.analysis(cases.enumerated().map { ($0, $1) }, axes: 4, points: 200)
    let without = Self.analysis(
      cases.enumerated().map { ($0, Array($1[..<6])) },
      axes: 4,
      points: 200,
      hasSecondOrder: false
    )
    #expect(without.indices(ofNumber: 0).pairs.isEmpty)
    let axes = with.indices(ofNumber: 0).axes
    #expect("\(axes)" == "\(without.indices(ofNumber: 0).axes)")
    #expect(
      "\(with.indices(ofFamily: 0).axes)" == "\(without.indices(ofFamily: 0).axes)"
    )
  }

  @Test(
    "indices come close to the closed forms, and intervals cover them",
    arguments: TestFunction.allCases
  )
  func closedForms(_ function: TestFunction) throws {
    let points = 1 << 13
    let base = BasePoints(axes: function.axes, shift: 7, hasSecondOrder: true)
    var analysis = SobolAnalysis(
      axes: function.axes,
      numbers: 1,
      families: 0,
      bootstrap: PoissonBootstrap(seed: 1, replicates: 60, points: points),
      hasSecondOrder: true
    )
    for point in 0..<points {
      analysis.add(
        point: point,
        base.samples(point).map { SampleValues(numbers: [function.value($0)], labels: []) }
      )
    }
    let found = analysis.indices(ofNumber: 0).pairs
    #expect(found.count == function.axes * (function.axes - 1) / 2)
    var covered = 0
    for (pair, exact) in zip(found, function.pairs) {
      let estimate = try #require(pair.secondOrder)
      #expect((estimate.value - exact).magnitude < 0.01, "\(pair)")
      let interval = try #require(estimate.normalInterval)
      #expect(interval.upperBound - interval.lowerBound < 0.1)
      if interval.contains(exact) { covered += 1 }
    }
    #expect(covered * 10 >= found.count * 9, "\(covered) of \(found.count) intervals cover")
  }

  @Test("three numbers of which two decide together have that one pair")
  func together() throws {
    // 1 where x and y lie in the same half: neither does anything by itself.
    let points = 1024
    let base = BasePoints(axes: 3, shift: 5, hasSecondOrder: true)
    var analysis = SobolAnalysis(
      axes: 3,
      numbers: 0,
      families: 1,
      bootstrap: PoissonBootstrap(seed: 3, replicates: 0, points: points),
      hasSecondOrder: true
    )
    for point in 0..<points {
      analysis.add(
        point: point,
        base.samples(point).map { x in
          SampleValues(numbers: [], labels: [[(x[0] < 0.5) == (x[1] < 0.5) ? 1 : 0]])
        }
      )
    }
    for indices in [analysis.indices(ofFamily: 0), analysis.indices(ofFamily: 0, label: 1)] {
      let values = try indices.pairs.map { try #require($0.secondOrder).value }
      #expect((values[0] - 1).magnitude < 0.02, "\(values)")
      #expect(values[1].magnitude < 0.02 && values[2].magnitude < 0.02, "\(values)")
    }
  }
}
