import Analysis
import Sweeps
import TestSupport
import Testing

@Suite("Elementary effects")
struct MorrisAnalysisTests {
  /// One way to move along an axis from each level in the lower half: expectations are over all of these.
  ///
  /// Trajectories of one axis after another would need many draws; here every start and every order of
  /// axes is taken once, so that means are the exact expectations.
  private static func allTrajectories(
    axes: Int,
    levels: Int,
    _ value: ([Double]) -> Double,
    bootstrap: PoissonBootstrap = PoissonBootstrap(seed: 1, replicates: 0, points: 1)
  ) -> MorrisAnalysis {
    let step = Double(levels) / Double(2 * (levels - 1))
    var analysis = MorrisAnalysis(axes: axes, numbers: 1, families: 0, bootstrap: bootstrap)
    var number = 0
    let half = levels / 2
    var starts = 1
    for _ in 0..<axes { starts *= 2 * half }
    for start in 0..<starts {
      var rest = start
      var point: [Double] = []
      var directions: [Double] = []
      for _ in 0..<axes {
        let isUp = rest % 2 == 0
        let level = Double(rest / 2 % half) / Double(levels - 1)
        directions.append(isUp ? step : -step)
        point.append(isUp ? level : level + step)
        rest /= 2 * half
      }
      for order in permutations(axes) {
        var at = point
        var samples = [SampleValues(numbers: [value(at)], labels: [])]
        for axis in order {
          at[axis] += directions[axis]
          samples.append(SampleValues(numbers: [value(at)], labels: []))
        }
        let moves = order.map { MorrisAnalysis.Move(axis: $0, step: directions[$0]) }
        analysis.add(trajectory: number, samples, moves: moves)
        number += 1
      }
    }
    return analysis
  }

  private static func permutations(_ count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return permutations(count - 1).flatMap { rest in
      (0..<count).map { place in
        var order = rest
        order.insert(count - 1, at: place)
        return order
      }
    }
  }

  @Test("over all trajectories the effects of Ishigami's function are their expectations")
  func ishigami() throws {
    let cases: [(Int, mu: [Double], muStar: [Double], sigma: [Double])] = [
      (
        4, [7.704054111593104, 0, 0], [7.704054111593104, 7.875, 6.248796103333118],
        [6.2487961033331185, 7.875, 8.837132197837843]
      ),
      (
        8, [7.959192784102099, 0, 0], [7.959192784102099, 3.2308092795175716, 5.723541455537876],
        [10.020504604906488, 3.360531161095309, 8.17165548633374]
      ),
    ]
    for (levels, mu, muStar, sigma) in cases {
      let found = Self.allTrajectories(axes: 3, levels: levels, TestFunction.ishigami.value)
        .effects(onNumber: 0)
      // The reference's deviation is that of the population.
      let n = Double(found.trajectories)
      let correction = ((n - 1) / n).squareRoot()
      for (axis, effects) in found.axes.enumerated() {
        #expect((effects.mu.value - mu[axis]).magnitude < 1e-12)
        #expect((effects.muStar.value - muStar[axis]).magnitude < 1e-12)
        let deviation = try #require(effects.sigma).value * correction
        #expect((deviation - sigma[axis]).magnitude < 1e-12)
      }
    }
  }

  @Test("a linear function has its slopes as effects, and no deviation")
  func linear() {
    let found = Self.allTrajectories(axes: 3, levels: 4) { $0[0] + 2 * $0[1] - 3 * $0[2] }
      .effects(onNumber: 0)
    for (axis, slope) in [1.0, 2, -3].enumerated() {
      #expect((found.axes[axis].mu.value - slope).magnitude < 1e-12)
      #expect((found.axes[axis].muStar.value - slope.magnitude).magnitude < 1e-12)
      #expect((found.axes[axis].sigma?.value ?? 1) < 1e-12)
    }
  }

  /// Random trajectories with a label that hangs on the first axis.
  private static func random(_ seed: UInt64, count: Int) -> [(
    Int, [SampleValues], [MorrisAnalysis.Move]
  )] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
      var point = (0..<2).map { _ in Double(random.int(in: 0...1)) / 3 }
      let order = random.permutation(of: 2)
      func sample() -> SampleValues {
        SampleValues(point[0] * point[1], [point[0] > 0.5 ? 1 : 0])
      }
      var samples = [sample()]
      for axis in order {
        point[axis] += 2.0 / 3
        samples.append(sample())
      }
      if random.oneIn(10) { samples[1] = SampleValues.failed(numbers: 1, families: 1) }
      return (number, samples, order.map { MorrisAnalysis.Move(axis: $0, step: 2.0 / 3) })
    }
  }

  @Test("a trajectory with a failed sample is left out; changes of a label are counted")
  func labels() throws {
    let all = Self.random(4, count: 200)
    let bootstrap = PoissonBootstrap(seed: 0, replicates: 50, points: 200)
    var analysis = MorrisAnalysis(axes: 2, numbers: 1, families: 1, bootstrap: bootstrap)
    for (number, samples, moves) in all {
      analysis.add(trajectory: number, samples, moves: moves)
    }
    let failed = all.filter { $0.1.contains { !$0.numbers[0].isFinite } }.count
    let effects = analysis.effects(onNumber: 0)
    #expect(failed > 0 && effects.trajectoriesLeftOut == failed)
    #expect(effects.trajectories == 200 - failed)
    let changes = analysis.changes(ofFamily: 0)
    #expect(try #require(changes[0]).value == 1)
    #expect(try #require(changes[0]).percentiles == 1...1)
    #expect(try #require(changes[1]).value == 0)
    let indicator = analysis.effects(onFamily: 0, label: 1)
    #expect((indicator.axes[0].mu.value - 1.5).magnitude < 1e-12)
    let error = try #require(effects.axes[0].muStar.standardError)
    let sigma = try #require(effects.axes[0].sigma)
    // Moves are all upward here, so mu* = mu and its error is about sigma / sqrt(n).
    let expected = sigma.value / Double(effects.trajectories).squareRoot()
    #expect((error / expected - 1).magnitude < 0.3)
  }

  @Test("parts merged in any order give the same bits")
  func merging() {
    let all = Self.random(9, count: 120)
    let bootstrap = PoissonBootstrap(seed: 5, replicates: 30, points: 120)
    let empty = MorrisAnalysis(axes: 2, numbers: 1, families: 1, bootstrap: bootstrap)
    func text(_ analysis: MorrisAnalysis) -> String {
      "\(analysis.effects(onNumber: 0)) \(analysis.changes(ofFamily: 0))"
        + analysis.labels(ofFamily: 0).map { "\(analysis.effects(onFamily: 0, label: $0))" }
        .joined()
    }
    var whole = empty
    for (number, samples, moves) in all { whole.add(trajectory: number, samples, moves: moves) }
    var random = SplitMix64(seed: 2)
    for _ in 0..<5 {
      var parts = [empty, empty, empty]
      for index in random.permutation(of: all.count) {
        let (number, samples, moves) = all[index]
        parts[random.int(in: 0...2)].add(trajectory: number, samples, moves: moves)
      }
      var merged = empty
      for part in random.permutation(of: 3) { merged.merge(parts[part]) }
      #expect(text(merged) == text(whole))
    }
  }
}
