import GameTheory
import TestSupport

/// A random game with settings, points that often lie on ties, a tolerance, and an evaluator loaded.
struct EvaluationCase {
  let random: RandomParametricGame
  let settings: [FoldedGame.Setting]
  /// In thousandths; variables that are fixed have the same value at every point.
  let points: [[Int]]
  let toleranceTenths: Int
  let folded: FoldedGame

  init(_ source: inout SplitMix64, pointCounts: [Int]) {
    random = RandomParametricGame(&source)
    let values = [-1000, -500, 0, 0, 100, 200, 300, 500, 700, 1000, 1000, 2000, 333, 1999]
    let count = source.element(of: pointCounts)
    var points = (0..<count).map { _ in (0..<3).map { _ in source.element(of: values) } }
    var settings: [FoldedGame.Setting] = []
    for variable in 0..<3 {
      if source.oneIn(3) {
        for point in points.indices { points[point][variable] = points[0][variable] }
        settings.append(.fixed(Rational(BigInteger(points[0][variable]), 1000)))
      } else {
        let slack = source.element(of: [0, 0, 100, 5000])
        let low = (points.map { $0[variable] }.min() ?? 0) - slack
        let high = (points.map { $0[variable] }.max() ?? 0) + slack
        settings.append(.varying(Double(low) / 1000...Double(high) / 1000))
      }
    }
    self.points = points
    self.settings = settings
    toleranceTenths = source.element(of: [0, 0, 0, 5, 10, 1])
    folded = FoldedGame(
      random.game,
      settings: settings,
      tolerance: Rational(BigInteger(toleranceTenths), 10)
    )
  }

  var tolerance: Int128 { RandomParametricGame.scaled(tenths: toleranceTenths) }

  func evaluator(_ predicates: [Predicate] = []) -> BlockEvaluator {
    var evaluator = BlockEvaluator(folded, predicates: predicates)
    load(&evaluator)
    return evaluator
  }

  func load(_ evaluator: inout BlockEvaluator) {
    evaluator.load(count: points.count) { variable, point in
      Double(self.points[point][variable]) / 1000
    }
  }

  func exactPoint(_ point: Int) -> [Rational] {
    points[point].map { Rational(BigInteger($0), 1000) }
  }

  func slowGame(_ point: Int) -> SlowGame<Int128> {
    random.slowGame(at: points[point])
  }

  /// All points as bits.
  var all: UInt64 { points.count == 64 ? .max : (1 << UInt64(points.count)) - 1 }

  /// The case in words, for a failure.
  func text(_ point: Int) -> String {
    let shape = random.shape
    return "owners \(shape.owners), counts \(shape.counts), held \(shape.held), "
      + "point \(points[point]), tolerance \(toleranceTenths), settings \(settings)"
  }
}
