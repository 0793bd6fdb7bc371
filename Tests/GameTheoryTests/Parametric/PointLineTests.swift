import GameTheory
import TestSupport
import Testing

@Suite("Points on a line")
struct PointLineTests {
  @Test("Answers on a line are those of its points one by one, on ties too")
  func answersAreTheSame() {
    var failures: [String] = []
    var lines = 0
    var affine = 0
    for seed in 0..<600 {
      var random = SplitMix64(seed: UInt64(seed) &+ 90_000)
      let sample = EvaluationCase(&random, pointCounts: [20, 64])
      let predicates = (0..<3).map { _ in sample.random.predicate(&random) }
      let start = random.element(of: sample.random.shape.legal)
      let varying = sample.settings.indices.filter {
        if case .varying = sample.settings[$0] { true } else { false }
      }
      guard let variable = varying.randomElement(using: &random) else { continue }
      guard sample.folded.isAffine(in: variable) else { continue }
      affine += 1
      var onLine = BlockEvaluator(sample.folded, predicates: predicates)
      var direct = BlockEvaluator(sample.folded, predicates: predicates)
      for _ in 0..<5 {
        lines += 1
        let place = random.element(of: sample.points)
        let values = line(along: variable, of: sample, &random)
        let others = varying.filter { $0 != variable }
        onLine.loadLine(along: variable, values: values[...], variables: others) {
          Double(place[others[$0]]) / 1000
        }
        var first = 0
        while first < values.count {
          let points = first..<min(values.count, first + random.int(in: 1...64))
          onLine.loadPoints(ofLine: points)
          direct.load(count: points.count) {
            $0 == variable ? values[points.lowerBound + $1] : Double(place[$0]) / 1000
          }
          let isSame =
            onLine.equilibria() == direct.equilibria()
            && onLine.settle(from: start) == direct.settle(from: start)
            && predicates.indices.allSatisfy {
              onLine.points(ofPredicate: $0) == direct.points(ofPredicate: $0)
            }
          if !isSame { failures.append("seed \(seed): \(sample.text(0)), along \(variable)") }
          first = points.upperBound
        }
      }
    }
    #expect(affine > 150 && lines > 750)
    #expect(failures.isEmpty, "\(failures.prefix(3))")
  }

  /// Values within the variable's range, many of which are those at which points tie.
  private func line(
    along variable: Int,
    of sample: EvaluationCase,
    _ random: inout SplitMix64
  ) -> [Double] {
    let given = sample.points.map { $0[variable] }
    let (low, high) = (given.min() ?? 0, given.max() ?? 0)
    var values = Set(given)
    for _ in 0..<random.element(of: [0, 3, 200]) { values.insert(random.int(in: low...high)) }
    return values.sorted().map { Double($0) / 1000 }
  }
}
