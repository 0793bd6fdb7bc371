public import GameTheory

/// A constraint between parameters as it bears on the one number that varies, all others as they are.
public struct LineLimit: Sendable {
  /// The constraint as it is written.
  public let text: String
  /// What is compared with 0: a polynomial in the number, from the constant up.
  public let coefficients: [Rational]
  private let comparison: Comparison

  /// Tells whether it holds at a value.
  public func holds(at value: AlgebraicNumber) -> Bool {
    comparison.holds(forSign: value.sign(of: coefficients))
  }

  /// The constraints of a model's scenario along one of its numbers.
  public static func all(of model: ScenarioModel, along path: String) -> [LineLimit] {
    guard let variable = model.variables[path] else { return [] }
    return model.scenario.constraints.compactMap { constraint in
      let polynomial = constraint.difference.substituting {
        $0 == variable ? nil : Polynomial(constant: model.values[$0])
      }
      guard polynomial.constantValue == nil,
        let coefficients = polynomial.coefficients(in: variable)
      else { return nil }
      return LineLimit(
        text: constraint.text,
        coefficients: coefficients,
        comparison: constraint.comparison
      )
    }
  }

  /// The parts of a range, ascending, in which it does not hold; their ends may belong to them or not, but for single
  /// values, which have two equal ends.
  public func broken(
    within range: ClosedRange<Rational>
  ) -> [(from: AlgebraicNumber, to: AlgebraicNumber)] {
    let roots = RootIsolation.roots(of: coefficients, in: range) ?? []
    let stops =
      [AlgebraicNumber(range.lowerBound)]
      + roots.map { AlgebraicNumber($0, of: coefficients) }.filter {
        AlgebraicNumber(range.lowerBound) < $0 && $0 < AlgebraicNumber(range.upperBound)
      } + [AlgebraicNumber(range.upperBound)]
    var parts: [(from: AlgebraicNumber, to: AlgebraicNumber)] = []
    /// Adds a part, which goes on from the last where that ends in it.
    func add(_ low: AlgebraicNumber, _ high: AlgebraicNumber) {
      if let last = parts.last, last.to == low, !holds(at: low) {
        parts[parts.count - 1].to = high
      } else {
        parts.append((low, high))
      }
    }
    for (index, stop) in stops.enumerated() {
      if !holds(at: stop), parts.last.map({ $0.to < stop }) ?? true { parts.append((stop, stop)) }
      guard index + 1 < stops.count else { break }
      let middle = AlgebraicNumber(ParameterLine.between(stop, stops[index + 1]))
      if !holds(at: middle) { add(stop, stops[index + 1]) }
    }
    return parts
  }
}
