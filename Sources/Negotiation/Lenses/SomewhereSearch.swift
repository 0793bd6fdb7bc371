public import GameTheory

/// Decides whether a test holds at some value of one number, from the roots of what it hangs on.
///
/// Between two neighbouring roots of all the polynomials whose signs decide the game and the test,
/// nothing changes; so it is enough to look at each root, and at one value between each two.
public struct SomewhereSearch: Sendable {
  /// Where the test holds.
  public enum Finding: Sendable {
    /// At this value, which lies in the open interval given or is a single point.
    case holds(at: Rational, between: ClosedRange<Rational>)
    /// Nowhere in the range.
    case nowhere
    /// Nowhere at the values tried; irrational roots were met, at which the test was not tried.
    case nowhereTried
  }

  private let model: ScenarioModel
  private let variable: Int
  private let range: ClosedRange<Rational>
  private let tolerance: Rational

  /// Creates a search over one variable of a model.
  public init(
    _ model: ScenarioModel,
    variable: Int,
    range: ClosedRange<Rational>,
    tolerance: Rational
  ) {
    self.model = model
    self.variable = variable
    self.range = range
    self.tolerance = tolerance
  }

  /// Searches for the lowest stretch of values at which a predicate holds.
  public func search(_ predicate: Predicate) -> Finding {
    var settings = model.values.map { FoldedGame.Setting.fixed($0) }
    settings[variable] = .varying(range.lowerBound.toDouble()...range.upperBound.toDouble())
    let game = FoldedGame(model.game, settings: settings, tolerance: tolerance)
    var evaluator = BlockEvaluator(game, predicates: [predicate])
    while true {
      let known = evaluator.rowPolynomials.count
      let roots = breakpoints(evaluator.rowPolynomials)
      let finding = search(roots, &evaluator, predicate)
      if evaluator.rowPolynomials.count == known { return finding }
    }
  }

  /// The distinct roots within the range, ascending.
  private func breakpoints(_ polynomials: [Polynomial]) -> [RealRoot] {
    var found: Set<RealRoot> = []
    for polynomial in polynomials {
      guard let coefficients = polynomial.coefficients(in: variable),
        let roots = RootIsolation.roots(of: coefficients, in: range)
      else { continue }
      found.formUnion(roots)
    }
    return found.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  private func search(
    _ roots: [RealRoot],
    _ evaluator: inout BlockEvaluator,
    _ predicate: Predicate
  ) -> Finding {
    var hasIrrational = false
    var low = range.lowerBound
    var points: [Rational] = [low]
    for root in roots {
      if case .between = root { hasIrrational = true }
      if root.lowerBound > low {
        if let hit = holdsInside(low, root.lowerBound, &evaluator) {
          return .holds(at: hit, between: low...root.lowerBound)
        }
      }
      if case .exactly(let point) = root { points.append(point) }
      low = max(low, root.upperBound)
    }
    if low < range.upperBound {
      if let hit = holdsInside(low, range.upperBound, &evaluator) {
        return .holds(at: hit, between: low...range.upperBound)
      }
    }
    points.append(range.upperBound)
    for point in points where holds(predicate, at: point) {
      return .holds(at: point, between: point...point)
    }
    return hasIrrational ? .nowhereTried : .nowhere
  }

  /// A value strictly between two numbers at which the predicate holds, if the whole stretch has it.
  private func holdsInside(
    _ low: Rational,
    _ high: Rational,
    _ evaluator: inout BlockEvaluator
  ) -> Rational? {
    let middle = ((low + high) / 2).toDouble()
    evaluator.load(count: 1) { _, _ in middle }
    guard evaluator.points(ofPredicate: 0) != 0 else { return nil }
    return Rational(decimalOf: middle)
  }

  /// Tells whether the predicate holds at exactly this value.
  private func holds(_ predicate: Predicate, at point: Rational) -> Bool {
    var settings = model.values.map { FoldedGame.Setting.fixed($0) }
    settings[variable] = .fixed(point)
    let game = FoldedGame(model.game, settings: settings, tolerance: tolerance)
    var evaluator = BlockEvaluator(game, predicates: [predicate])
    evaluator.load(count: 1) { _, _ in 0 }
    return evaluator.points(ofPredicate: 0) != 0
  }
}
