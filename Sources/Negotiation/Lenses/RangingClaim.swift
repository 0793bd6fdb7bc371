public import GameTheory

/// A claim some of whose tests range over a parameter, judged at any values of the other numbers.
public struct RangingClaim: Sendable {
  /// A test, reduced to a predicate, with the parameter and the range that it ranges over, if it does.
  private struct Part: Sendable {
    let predicate: Predicate
    let span: (variable: Int, range: ClosedRange<Rational>)?
  }

  private let model: ScenarioModel
  private let tolerance: Rational
  private let parts: [Part]

  /// Prepares a claim; nil where a test ranges over a number that is no variable of the model.
  public init?(_ claim: Claim, _ model: ScenarioModel, tolerance: Rational) {
    let compiler = ClaimCompiler(model, tolerance: tolerance)
    var parts: [Part] = []
    for test in claim.tests {
      if case .somewhere(let path, let range, let inner) = test {
        guard let range, model.scenario.parameters.contains(where: { $0.name == path }),
          let variable = model.variables[path], let predicate = compiler.predicate(for: inner)
        else { return nil }
        parts.append(Part(predicate: predicate, span: (variable, range)))
      } else if let predicate = compiler.predicate(for: test) {
        parts.append(Part(predicate: predicate, span: nil))
      } else {
        return nil
      }
    }
    self.model = model
    self.tolerance = tolerance
    self.parts = parts
  }

  /// Tells whether the claim holds, given a value for each variable of the model.
  public func holds(at values: [Rational]) -> Bool {
    let model = model.with(values: values)
    return parts.allSatisfy { part in
      guard let (variable, range) = part.span else {
        var evaluator = BlockEvaluator(model.folded(tolerance: tolerance))
        evaluator.load(count: 1) { _, _ in 0 }
        return evaluator.holds(part.predicate)
      }
      let search = SomewhereSearch(model, variable: variable, range: range, tolerance: tolerance)
      if case .nowhere = search.search(part.predicate) { return false }
      return true
    }
  }
}
