import GameTheory
import RowKernel
import TestSupport
import Testing

@Suite("Ways of evaluating rows")
struct RowEvaluationTests {
  /// Values from tiny to huge, so that sums round, underflow and cancel.
  private static func number(_ random: inout SplitMix64) -> Double {
    let whole = Double(random.int(in: -1_000_000...1_000_000))
    let scale = random.element(of: [1, 0.1, 1e-7, 0x1p-600, 0x1p-1040, 1e150, 1 / 3.0])
    return random.oneIn(12) ? 0 : whole * scale
  }

  @Test("Sums in C have the bits of those in Swift, in every form that this processor has")
  func sumsAreTheSame() {
    let widest = rowkernel_widest()
    var failures: [String] = []
    for seed in 0..<300 {
      var random = SplitMix64(seed: UInt64(seed))
      let monomials = random.int(in: 1...10)
      let terms = random.int(in: 0...12)
      let count = random.element(of: [1, 7, 8, 9, 31, 32, 33, 40, 63, 64])
      let values = (0..<monomials * 64).map { _ in Self.number(&random) }
      let coefficients = (0..<terms).map { _ in Self.number(&random) }
      let places = (0..<terms).map { _ in Int32(random.int(in: 0...monomials - 1)) }
      let constant = Self.number(&random)
      for point in 0..<count {
        var sum = constant
        for term in 0..<terms { sum += coefficients[term] * values[Int(places[term]) * 64 + point] }
        guard sum.isFinite, sum != 0 else { continue }
        // The sum is beyond a bound just below it, and not beyond itself: only with these very bits.
        for (bound, isBeyond) in [(abs(sum).nextDown, true), (abs(sum), false)] {
          for form in 0...widest {
            let found = signs(form, constant, bound, places, coefficients, values, count)
            let isRight =
              found.positive >> UInt64(point) & 1 == (isBeyond && sum > 0 ? 1 : 0)
              && found.negative >> UInt64(point) & 1 == (isBeyond && sum < 0 ? 1 : 0)
            if !isRight { failures.append("seed \(seed), form \(form), point \(point)") }
          }
        }
      }
    }
    #expect(failures.isEmpty, "\(failures.prefix(5))")
  }

  private func signs(
    _ form: Int32,
    _ constant: Double,
    _ bound: Double,
    _ places: [Int32],
    _ coefficients: [Double],
    _ values: [Double],
    _ count: Int
  ) -> (positive: UInt64, negative: UInt64) {
    var positive: UInt64 = 0
    var negative: UInt64 = 0
    let starts = [0, Int32(places.count)]
    withUnsafePointer(to: constant) { constant in
      withUnsafePointer(to: bound) { bound in
        starts.withUnsafeBufferPointer { starts in
          places.withUnsafeBufferPointer { places in
            coefficients.withUnsafeBufferPointer { coefficients in
              var table = rowkernel_table(
                constants: constant,
                bounds: bound,
                starts: starts.baseAddress,
                monomials: places.baseAddress,
                coefficients: coefficients.baseAddress
              )
              rowkernel_signs(form, &table, values, Int32(count), 0, &positive, &negative)
            }
          }
        }
      }
    }
    return (positive, negative)
  }

  @Test("Answers are the same in every way, on ties too")
  func answersAreTheSame() {
    var failures: [String] = []
    for seed in 0..<150 {
      var random = SplitMix64(seed: UInt64(seed))
      let sample = EvaluationCase(&random, pointCounts: [1, 5, 33, 64])
      let predicates = (0..<3).map { _ in sample.random.predicate(&random) }
      let start = random.element(of: sample.random.shape.legal)
      var portable = BlockEvaluator(sample.folded, predicates: predicates, evaluation: .portable)
      sample.load(&portable)
      for evaluation in RowEvaluation.available where evaluation != .portable {
        var other = BlockEvaluator(sample.folded, predicates: predicates, evaluation: evaluation)
        sample.load(&other)
        let isSame =
          other.equilibria() == portable.equilibria()
          && other.settle(from: start) == portable.settle(from: start)
          && predicates.indices.allSatisfy {
            other.points(ofPredicate: $0) == portable.points(ofPredicate: $0)
          }
        if !isSame { failures.append("seed \(seed), \(evaluation): \(sample.text(0))") }
      }
    }
    #expect(failures.isEmpty, "\(failures.prefix(3))")
  }

  @Test("What is known in halves of the box changes no answer within them")
  func halvesChangeNothing() {
    var failures: [String] = []
    var compared = 0
    for seed in 0..<200 {
      var random = SplitMix64(seed: UInt64(seed) &+ 7_000)
      let sample = EvaluationCase(&random, pointCounts: [5, 20, 64])
      let predicates = (0..<3).map { _ in sample.random.predicate(&random) }
      let start = random.element(of: sample.random.shape.legal)
      let ranges = sample.settings.map { setting -> ClosedRange<Double>? in
        if case .varying(let range) = setting { range } else { nil }
      }
      let varying = ranges.indices.filter { ranges[$0] != nil }
      guard !varying.isEmpty else { continue }
      let levels = (0..<6).map { _ in random.element(of: varying) }
      let evaluation = random.element(of: RowEvaluation.available)
      var tree = BlockEvaluator(sample.folded, predicates: predicates, evaluation: evaluation)
      tree.halve(along: levels)
      for _ in 0..<6 {
        var inside = Array(sample.points.indices)
        var bounds = ranges
        var depth = 0
        for level in levels {
          guard let range = bounds[level] else { continue }
          let middle = range.lowerBound + (range.upperBound - range.lowerBound) / 2
          let isUpper = random.oneIn(2)
          bounds[level] = isUpper ? middle...range.upperBound : range.lowerBound...middle
          // Points on the border belong to both halves.
          let left = inside.filter {
            bounds[level]?.contains(Double(sample.points[$0][level]) / 1000) == true
          }
          guard !left.isEmpty, tree.enter(upper: isUpper) else { break }
          depth += 1
          inside = left
          func load(_ evaluator: inout BlockEvaluator) {
            evaluator.load(count: inside.count) {
              Double(sample.points[inside[$1]][$0]) / 1000
            }
          }
          var direct = BlockEvaluator(sample.folded, predicates: predicates)
          load(&tree)
          load(&direct)
          compared += 1
          let isSame =
            tree.equilibria() == direct.equilibria()
            && Set(tree.equilibria().map { $0.outcome }).isSubset(
              of: tree.candidates.map { Int($0) }
            )
            && same(tree.settle(from: start), direct.settle(from: start))
            && predicates.indices.allSatisfy {
              tree.points(ofPredicate: $0) == direct.points(ofPredicate: $0)
            }
          if !isSame { failures.append("seed \(seed), depth \(depth): \(sample.text(0))") }
        }
        for _ in 0..<depth { tree.leave() }
      }
    }
    #expect(compared > 1000)
    #expect(failures.isEmpty, "\(failures.prefix(3))")
  }

  private func same(_ a: [BlockEvaluator.Settling], _ b: [BlockEvaluator.Settling]) -> Bool {
    a.count == b.count && a.allSatisfy(b.contains)
  }
}
