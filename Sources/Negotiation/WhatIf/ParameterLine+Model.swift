public import GameTheory

extension ParameterLine {
  /// Searches a range of a number that has a variable in the model.
  ///
  /// - Parameters:
  ///   - model: the model, whose start and held decisions count.
  ///   - path: the path of the number.
  ///   - range: where it is searched.
  ///   - tolerance: a gain of at most this is no gain.
  public init(
    _ model: ScenarioModel,
    along path: String,
    in range: ClosedRange<Rational>,
    tolerance: Rational = 0
  ) {
    guard let variable = model.variables[path] else {
      preconditionFailure("'\(path)' has a variable")
    }
    self.init(
      model.game,
      at: model.values,
      along: variable,
      in: range,
      from: model.statusQuo,
      tolerance: tolerance
    )
  }
}
