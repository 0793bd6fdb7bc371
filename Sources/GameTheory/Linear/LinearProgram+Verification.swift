// Certificates checked from their definitions, with nothing of the solver.
//
// A comparison of two sums may be off by the tolerance times 1 plus the sum of the magnitudes of the terms;
// what a Farkas vector and a direction must prove, by the tolerance times that sum alone, since their length
// means nothing. A tolerance of 0 makes all exact.
extension LinearProgram {
  /// Whether an outcome's certificate proves it; the tolerance is that of the number's kind when left out.
  ///
  /// - Complexity: O(*terms of all rows* + *variables*).
  public func verifies(_ outcome: Outcome, tolerance: Number = Number.certificateTolerance) -> Bool
  {
    switch outcome {
    case .optimal(let solution): verifies(solution, tolerance: tolerance)
    case .infeasible(let vector): verifies(vector, tolerance: tolerance)
    case .unbounded(let ray): verifies(ray, tolerance: tolerance)
    }
  }

  /// Whether a solution is feasible, its prices are too, and the objectives of both agree.
  ///
  /// By weak duality that proves that no point is better.
  public func verifies(
    _ solution: Solution,
    tolerance: Number = Number.certificateTolerance
  ) -> Bool {
    guard isFeasible(solution.values, tolerance: tolerance), solution.duals.count == rows.count,
      solution.duals.allSatisfy({ $0.isFinite })
    else { return false }
    let sense: Number = goal == .minimise ? 1 : -1
    for (row, dual) in zip(rows, solution.duals) {
      switch row.relation {
      case .atMost: if sense * dual > tolerance { return false }
      case .atLeast: if -(sense * dual) > tolerance { return false }
      case .equal: break
      }
    }
    // The least that the objective can be by the prices: rows at their bounds, variables at their best ends.
    var value = Summands(solution.duals).sum(weights: rows.map { $0.bound })
    let left = remainders(of: costs, less: solution.duals)
    for variable in costs.indices {
      let reduced = sense * left[variable].sum
      let end = reduced > 0 ? bounds[variable].lower : bounds[variable].upper
      if let end {
        value.add(left[variable].sum * end)
      } else if reduced.magnitude > left[variable].allowance(tolerance) {
        return false
      }
    }
    let objective = Summands(solution.values).sum(weights: costs)
    let allowance = value.allowance(tolerance) + objective.allowance(tolerance)
    return (value.sum - objective.sum).magnitude <= allowance
      && (solution.objective - objective.sum).magnitude <= objective.allowance(tolerance)
  }

  /// Whether the rows, added up with the multipliers, cannot hold within the bounds of the variables.
  public func verifies(
    _ vector: FarkasVector,
    tolerance: Number = Number.certificateTolerance
  ) -> Bool {
    if bounds.contains(where: { $0.isEmpty }) { return true }
    guard vector.multipliers.count == rows.count,
      vector.multipliers.allSatisfy({ $0.isFinite })
    else { return false }
    var bound = Tally<Number>()
    for (row, multiplier) in zip(rows, vector.multipliers) {
      switch row.relation {
      case .atMost: if multiplier < 0 { return false }
      case .atLeast: if multiplier > 0 { return false }
      case .equal: break
      }
      bound.add(multiplier * row.bound)
    }
    let none = [Number](repeating: 0, count: variableCount)
    let sums = remainders(of: none, less: vector.multipliers.map { -$0 })
    var least = Tally<Number>()
    for variable in costs.indices {
      let coefficient = sums[variable].sum
      let end = coefficient > 0 ? bounds[variable].lower : bounds[variable].upper
      if let end {
        least.add(coefficient * end)
      } else if coefficient.magnitude > sums[variable].relativeAllowance(tolerance) {
        return false
      }
    }
    let allowance = bound.relativeAllowance(tolerance) + least.relativeAllowance(tolerance)
    return least.sum - bound.sum > allowance
  }

  /// Whether the point is feasible, stays so along the direction, and the objective improves along it.
  public func verifies(_ ray: Ray, tolerance: Number = Number.certificateTolerance) -> Bool {
    guard isFeasible(ray.point, tolerance: tolerance), ray.direction.count == variableCount,
      ray.direction.allSatisfy({ $0.isFinite })
    else { return false }
    for (change, bounds) in zip(ray.direction, bounds) {
      if bounds.lower != nil, -change > 0 { return false }
      if bounds.upper != nil, change > 0 { return false }
    }
    let changes = Summands(ray.direction)
    for row in rows {
      let sum = changes.sum(of: row.terms)
      let allowance = sum.relativeAllowance(tolerance)
      switch row.relation {
      case .atMost: if sum.sum > allowance { return false }
      case .atLeast: if -sum.sum > allowance { return false }
      case .equal: if sum.sum.magnitude > allowance { return false }
      }
    }
    let gain = changes.sum(weights: costs)
    let allowance = gain.relativeAllowance(tolerance)
    return goal == .minimise ? -gain.sum > allowance : gain.sum > allowance
  }

  /// Whether a point satisfies all rows and lies within all bounds.
  public func isFeasible(
    _ point: [Number],
    tolerance: Number = Number.certificateTolerance
  ) -> Bool {
    guard point.count == variableCount, point.allSatisfy({ $0.isFinite }) else { return false }
    for (value, bounds) in zip(point, bounds) {
      if let low = bounds.lower, low - value > tolerance * (1 + low.magnitude) { return false }
      if let high = bounds.upper, value - high > tolerance * (1 + high.magnitude) { return false }
    }
    let values = Summands(point)
    for row in rows {
      var sum = values.sum(of: row.terms)
      sum.add(-row.bound)
      let allowance = sum.allowance(tolerance)
      switch row.relation {
      case .atMost: if sum.sum > allowance { return false }
      case .atLeast: if -sum.sum > allowance { return false }
      case .equal: if sum.sum.magnitude > allowance { return false }
      }
    }
    return true
  }

  /// For each variable a number less the rows' coefficients, weighted.
  func remainders(of numbers: [Number], less weights: [Number]) -> [Tally<Number>] {
    let factor = Number.summingFactor(of: weights)
    var remainders = numbers.map { Tally($0 * factor) }
    for (row, weight) in zip(rows, weights) where weight != 0 {
      let weight = weight * factor
      for term in row.terms { remainders[term.variable].add(-(weight * term.coefficient)) }
    }
    return remainders.map { $0.divided(by: factor) }
  }
}

/// A sum with the sum of its terms' magnitudes.
struct Tally<Number: LinearProgramNumber>: Sendable {
  private(set) var sum: Number = 0
  private(set) var magnitude: Number = 0

  init() {}

  init(_ first: Number) {
    add(first)
  }

  mutating func add(_ term: Number) {
    sum = sum + term
    magnitude = magnitude + term.magnitude
  }

  func divided(by factor: Number) -> Tally {
    var quotient = self
    quotient.sum = sum / factor
    quotient.magnitude = magnitude / factor
    return quotient
  }

  func allowance(_ tolerance: Number) -> Number { tolerance * (1 + magnitude) }

  func relativeAllowance(_ tolerance: Number) -> Number { tolerance * magnitude }
}

/// Numbers that are added up with several weights.
struct Summands<Number: LinearProgramNumber>: Sendable {
  private let factor: Number
  private let multiples: [Number]

  init(_ numbers: [Number]) {
    let factor = Number.summingFactor(of: numbers)
    self.factor = factor
    multiples = numbers.map { $0 * factor }
  }

  /// The sum, each number times the weight in its place.
  func sum(weights: [Number]) -> Tally<Number> {
    var tally = Tally<Number>()
    for (number, weight) in zip(multiples, weights) { tally.add(number * weight) }
    return tally.divided(by: factor)
  }

  /// The sum of a row, where these are the values of the variables.
  func sum(of terms: [(variable: Int, coefficient: Number)]) -> Tally<Number> {
    var tally = Tally<Number>()
    for term in terms { tally.add(term.coefficient * multiples[term.variable]) }
    return tally.divided(by: factor)
  }
}
