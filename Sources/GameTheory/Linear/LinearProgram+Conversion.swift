extension LinearProgram {
  /// The answer where some variable can have no value.
  var outcomeOfEmptyBounds: Outcome? {
    guard bounds.contains(where: { $0.isEmpty }) else { return nil }
    return .infeasible(
      FarkasVector(
        multipliers: [Number](repeating: 0, count: rows.count),
        effort: SimplexEffort(arithmetic: .int128)
      )
    )
  }

  /// The programme with every number replaced; what is 0 must stay so.
  ///
  /// - Precondition: the new numbers are finite.
  public func map<Other>(_ change: (Number) -> Other) -> LinearProgram<Other> {
    var other = LinearProgram<Other>(goal == .minimise ? .minimise : .maximise)
    for (cost, bounds) in zip(costs, bounds) {
      let within: LinearProgram<Other>.Bounds =
        switch bounds {
        case .free: .free
        case .atLeast(let low): .atLeast(change(low))
        case .atMost(let high): .atMost(change(high))
        case .between(let low, let high): .between(change(low), change(high))
        }
      _ = other.addVariable(cost: change(cost), within: within)
    }
    for row in rows {
      let relation: LinearProgram<Other>.Relation =
        switch row.relation {
        case .atMost: .atMost
        case .equal: .equal
        case .atLeast: .atLeast
        }
      let terms = row.terms.map { (variable: $0.variable, coefficient: change($0.coefficient)) }
      other.addRow(terms, relation, change(row.bound))
    }
    return other
  }
}

extension LinearProgram where Number == Double {
  /// The programme with every number taken exactly as its bits say.
  public var exact: LinearProgram<Rational> { map { Rational(exactly: $0) } }
}

extension LinearProgram.Outcome where Number == Rational {
  /// The outcome with every number rounded to the nearest `Double`.
  public var rounded: LinearProgram<Double>.Outcome {
    func rounded(_ numbers: [Rational]) -> [Double] { numbers.map { $0.toDouble() } }
    switch self {
    case .optimal(let solution):
      return .optimal(
        LinearProgram<Double>.Solution(
          values: rounded(solution.values),
          objective: solution.objective.toDouble(),
          duals: rounded(solution.duals),
          reducedCosts: rounded(solution.reducedCosts),
          basis: solution.basis,
          effort: solution.effort
        )
      )
    case .infeasible(let vector):
      return .infeasible(
        LinearProgram<Double>.FarkasVector(
          multipliers: rounded(vector.multipliers),
          effort: vector.effort
        )
      )
    case .unbounded(let ray):
      return .unbounded(
        LinearProgram<Double>.Ray(
          point: rounded(ray.point),
          direction: rounded(ray.direction),
          effort: ray.effort
        )
      )
    }
  }
}
