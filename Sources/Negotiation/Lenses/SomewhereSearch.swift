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
      let finding = search(roots, &evaluator)
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

  /// A value to be tried, with the stretch over which the answer is the same.
  private struct Trial {
    let value: Rational
    let stretch: ClosedRange<Rational>
  }

  private func search(_ roots: [RealRoot], _ evaluator: inout BlockEvaluator) -> Finding {
    let trials = trials(roots)
    var start = 0
    while start < trials.count {
      let block = trials[start..<min(start + BlockEvaluator.capacity, trials.count)]
      evaluator.load(
        exactly: block.map { trial in
          var point = model.values
          point[variable] = trial.value
          return point
        }
      )
      let points = evaluator.points(ofPredicate: 0)
      if points != 0 {
        let trial = trials[start + points.trailingZeroBitCount]
        return .holds(at: trial.value, between: trial.stretch)
      }
      start += block.count
    }
    let hasIrrational = roots.contains { root in
      if case .between = root { true } else { false }
    }
    return hasIrrational ? .nowhereTried : .nowhere
  }

  /// A value within each stretch between neighbouring roots, then the roots and the ends of the range.
  private func trials(_ roots: [RealRoot]) -> [Trial] {
    var inside: [Trial] = []
    var points = [range.lowerBound]
    var low = range.lowerBound
    for (lower, upper) in roots.map({ ($0.lowerBound, $0.upperBound) })
      + [(range.upperBound, range.upperBound)]
    {
      if low < lower {
        inside.append(Trial(value: SomewhereSearch.between(low, lower), stretch: low...lower))
      }
      if lower == upper { points.append(lower) }
      low = max(low, upper)
    }
    return inside + points.map { Trial(value: $0, stretch: $0...$0) }
  }

  /// A short number strictly between two.
  private static func between(_ low: Rational, _ high: Rational) -> Rational {
    let middle = (low + high) / 2
    let short = Rational(decimalOf: middle.toDouble())
    return low < short && short < high ? short : middle
  }
}
