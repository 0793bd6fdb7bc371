import Documents
public import GameTheory

/// A scenario compiled for computing: the parametric game, and the values that its numbers have.
///
/// Variables of the game's polynomials are numbered: first the parameters in file order, then the
/// other numbers that are varied, in the order given.
public struct ScenarioModel: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The game.
  public let game: ParametricGame
  /// The value of each variable as shipped or set.
  public private(set) var values: [Rational]
  /// The number of the outcome that play starts from.
  public let statusQuo: Int
  /// The variable of each varied path.
  public let variables: [String: Int]

  /// A path that cannot be varied.
  public struct UnknownPath: Error, Sendable {
    /// The path.
    public let path: String
    /// Why not.
    public let message: String
    /// How to mend it.
    public let help: String?
  }

  /// What is changed beside the numbers.
  public struct Changes: Sendable {
    /// Decisions held at one option.
    public var held = Options()
    /// Decisions in which play starts elsewhere than at the status quo.
    public var start = Options()

    /// Creates no changes.
    public init() {}
  }

  /// Compiles a scenario.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - paths: the paths of numbers that get variables of their own.
  ///   - changes: what is changed beside the numbers.
  /// - Throws: ``UnknownPath`` for a path that leads to no number, or to a derived parameter.
  public init(
    _ scenario: Scenario,
    varying paths: [String] = [],
    changes: Changes = Changes()
  ) throws(UnknownPath) {
    var values = scenario.parameterValues
    var replaced: [String: Polynomial] = [:]
    var variables: [String: Int] = [:]
    for (index, parameter) in scenario.parameters.enumerated() where !parameter.isDerived {
      variables[parameter.name] = index
    }
    for path in paths where variables[path] == nil {
      guard let quantity = scenario.quantities.first(where: { $0.path == path }) else {
        throw UnknownPath(
          path: path,
          message: "no number has the path '\(path)'",
          help: pathHint(path, among: scenario.quantities.map { $0.path })
        )
      }
      if scenario.parameters.contains(where: { $0.name == path }) {
        throw UnknownPath(
          path: path,
          message: "'\(path)' is derived: it is \(quantity.text)",
          help: "vary the parameters that it is made of"
        )
      }
      variables[path] = values.count
      replaced[path] = Polynomial(variable: values.count)
      values.append(quantity.polynomial.evaluated(at: values))
    }
    self.init(scenario, values, variables, changes) { replaced[$0.path] ?? $0.polynomial }
  }

  /// The model with one more number varied.
  ///
  /// - Throws: ``UnknownPath`` for a path that leads to no number, or to a derived parameter.
  public init(_ model: ScenarioModel, alsoVarying path: String) throws(UnknownPath) {
    try self.init(model.scenario, varying: [path], changes: model.changes)
  }

  /// The model with other values, one for each variable.
  public func with(values: [Rational]) -> ScenarioModel {
    var model = self
    model.values = values
    return model
  }

  /// The model with another value for a number that has a variable.
  func with(_ value: Rational, at path: String) -> ScenarioModel {
    var model = self
    if let variable = variables[path] { model.values[variable] = value }
    return model
  }

  /// The model with more decisions held.
  func holding(_ options: Options) -> ScenarioModel {
    var changes = changes
    changes.held = Options(
      changes.held.choices.filter { held in
        !options.choices.contains { $0.decision == held.decision }
      } + options.choices
    )
    return ScenarioModel(scenario, values, variables, changes) { quantity in
      variables[quantity.path].map { Polynomial(variable: $0) } ?? quantity.polynomial
    }
  }

  /// The changes that lead from the scenario to this model.
  public var changes: Changes {
    var changes = Changes()
    changes.held = Options(
      game.held.enumerated().compactMap { decision, option in
        option.map { Options.Choice(decision: decision, option: $0) }
      }
    )
    changes.start = Options(
      game.numbering.options(of: statusQuo).enumerated().map {
        Options.Choice(decision: $0.offset, option: $0.element)
      }
    )
    return changes
  }

  /// The model with every base, effect and stake multiplied by a variable of its own.
  ///
  /// - Returns: the model; the variables beyond the parameters are the factors, all 1.
  public static func withFactors(_ model: ScenarioModel) -> ScenarioModel {
    let scenario = model.scenario
    var values = scenario.parameterValues
    var variables: [String: Int] = [:]
    for (index, parameter) in scenario.parameters.enumerated() where !parameter.isDerived {
      variables[parameter.name] = index
    }
    let numbers =
      scenario.interests.map { $0.base } + scenario.effects.map { $0.amount }
      + scenario.stakes.map { $0.weight }
    for quantity in numbers where !quantity.polynomial.isZero {
      variables[quantity.path] = values.count
      values.append(1)
    }
    return ScenarioModel(scenario, values, variables, model.changes) { quantity in
      guard let variable = variables[quantity.path] else { return quantity.polynomial }
      return quantity.polynomial * Polynomial(variable: variable)
    }
  }

  private init(
    _ scenario: Scenario,
    _ values: [Rational],
    _ variables: [String: Int],
    _ changes: Changes,
    polynomial: (Quantity) -> Polynomial
  ) {
    self.scenario = scenario
    self.values = values
    self.variables = variables
    var held = [Int?](repeating: nil, count: scenario.decisions.count)
    for choice in changes.held.choices { held[choice.decision] = choice.option }
    game = ParametricGame(
      playerCount: scenario.players.count,
      decisions: scenario.decisions.map {
        ParametricGame.Decision(player: $0.player, optionCount: $0.options.count)
      },
      bases: scenario.interests.map { polynomial($0.base) },
      effects: scenario.effects.map { effect in
        ParametricGame.Effect(
          interest: effect.interest,
          conditions: effect.conditions.map { condition in
            ParametricGame.Condition(
              decision: condition.decision,
              applies: scenario.decisions[condition.decision].options.indices.map {
                condition.options.contains($0)
              }
            )
          },
          amount: polynomial(effect.amount)
        )
      },
      stakes: scenario.stakes.map {
        ParametricGame.Stake(
          player: $0.player,
          interest: $0.interest,
          weight: polynomial($0.weight)
        )
      },
      held: held
    )
    var start = scenario.statusQuo
    for choice in changes.start.choices + changes.held.choices {
      start[choice.decision] = choice.option
    }
    statusQuo = game.numbering.outcome(start)
  }

  /// The game at the values as they are.
  public func folded(tolerance: Rational = 0) -> FoldedGame {
    FoldedGame(game, settings: values.map { .fixed($0) }, tolerance: tolerance)
  }
}

// MARK: - Outcomes

extension ScenarioModel {
  /// The outcome with some options put in.
  public func applying(_ options: Options, to outcome: Int) -> Int {
    options.choices.reduce(outcome) {
      game.numbering.replacing($1.decision, with: $1.option, in: $0)
    }
  }

  /// Tells whether an outcome has all the options.
  public func has(_ options: Options, _ outcome: Int) -> Bool {
    options.choices.allSatisfy {
      game.numbering.option(of: $0.decision, in: outcome) == $0.option
    }
  }

  /// The options by decision; nil where none is named.
  func byDecision(_ options: Options) -> [Int?] {
    var table = [Int?](repeating: nil, count: scenario.decisions.count)
    for choice in options.choices { table[choice.decision] = choice.option }
    return table
  }

  /// A value of the game at the model's own point.
  public func value(_ polynomial: Polynomial) -> Rational {
    polynomial.evaluated(at: values)
  }
}
