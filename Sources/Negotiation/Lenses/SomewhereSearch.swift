public import GameTheory

/// Decides whether a test holds at some value of one number, from the roots of what it hangs on.
///
/// Between two neighbouring roots of all the polynomials whose signs decide the game and the test,
/// nothing changes; so it is enough to look at each root, and at one value between each two.
public struct SomewhereSearch: Sendable {
  /// Where the test holds.
  public enum Finding: Sendable {
    /// At this value.
    case at(AlgebraicNumber)
    /// At every value between two, as at the one given.
    case between(AlgebraicNumber, AlgebraicNumber, asAt: Rational)
    /// Nowhere in the range.
    case nowhere
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
      let roots = ParameterLine.roots(
        of: evaluator.rowPolynomials,
        in: variable,
        within: range
      )
      let finding = search(roots, &evaluator)
      if evaluator.rowPolynomials.count == known { return finding }
    }
  }

  private func search(_ points: [AlgebraicNumber], _ evaluator: inout BlockEvaluator) -> Finding {
    let stretches = zip(points, points.dropFirst()).map { low, high in
      (low, high, ParameterLine.between(low, high))
    }
    if let index = firstMet(stretches.map { $0.2 }, &evaluator) {
      let (low, high, value) = stretches[index]
      return .between(low, high, asAt: value)
    }
    let rationals = points.compactMap { $0.rational }
    if let index = firstMet(rationals, &evaluator) { return .at(AlgebraicNumber(rationals[index])) }
    for point in points where point.rational == nil {
      evaluator.load(point, of: variable)
      if evaluator.points(ofPredicate: 0) != 0 { return .at(point) }
    }
    return .nowhere
  }

  /// The place of the first value at which the predicate holds.
  private func firstMet(_ values: [Rational], _ evaluator: inout BlockEvaluator) -> Int? {
    for start in stride(from: 0, to: values.count, by: BlockEvaluator.capacity) {
      let block = values[start..<min(start + BlockEvaluator.capacity, values.count)]
      evaluator.load(exactly: block, of: variable, at: model.values)
      let points = evaluator.points(ofPredicate: 0)
      if points != 0 { return start + points.trailingZeroBitCount }
    }
    return nil
  }
}
