/// Linear programmes solved in floating point, each answer checked by its certificate.
enum FloatingSimplex {
  /// Solves a programme whose variables all have values within their bounds.
  ///
  /// - Returns: nil where no answer's certificate verifies.
  static func outcome(of program: LinearProgram<Double>) -> LinearProgram<Double>.Outcome? {
    guard let (form, scaling) = scaledForm(of: program) else { return nil }
    var simplex = Simplex(form, .floating)
    // Rounding may have led astray; then it goes on from the basis that it had, computed anew.
    for _ in 0..<4 {
      guard let status = finish(&simplex) else { return nil }
      let answer = answer(simplex, status, program, scaling)
      if let answer, program.verifies(answer) { return answer }
    }
    return nil
  }

  /// Where the method ends in floating point, be it right or not; nil where it does not end.
  static func end(of program: LinearProgram<Double>) -> Simplex<Double>? {
    guard let (form, _) = scaledForm(of: program) else { return nil }
    var simplex = Simplex(form, .floating)
    return finish(&simplex) == nil ? nil : simplex
  }

  /// Works until there is an answer; nil where it does not get there.
  ///
  /// The inverse is computed anew after every 64 steps and in the end.
  private static func finish(_ simplex: inout Simplex<Double>) -> SimplexStatus? {
    let most = 1000 + 50 * (simplex.rowCount + simplex.columnCount)
    while simplex.effort.pivots < most {
      let before = simplex.effort.pivots
      let status = simplex.run(steps: 64)
      guard simplex.refactorise() else { return nil }
      guard case .paused = status else { return status }
      if simplex.effort.pivots == before { return nil }
    }
    return nil
  }

  /// The standard form, rows and columns scaled by powers of two; nil where numbers get too large.
  private static func scaledForm(
    of program: LinearProgram<Double>
  ) -> (form: StandardForm<Double>, scaling: StandardScaling<Double>)? {
    let largest = largestInColumns(program)
    let (form, scaling) = program.standardForm(
      columnScale: { variable, _ in powerOfTwo(near: largest[variable]) },
      rowFactor: { coefficients, _ in
        let most = coefficients.reduce(0) { max($0, $1.magnitude) }
        return most > 0 ? 1 / powerOfTwo(near: most) : 1
      }
    )
    return form.isFinite ? (form, scaling) : nil
  }

  /// For each variable its largest coefficient in rows whose own largest is 1.
  private static func largestInColumns(_ program: LinearProgram<Double>) -> [Double] {
    var largest = [Double](repeating: 0, count: program.variableCount)
    for row in program.rows {
      let most = row.terms.reduce(0) { max($0, $1.coefficient.magnitude) }
      for term in row.terms {
        largest[term.variable] = max(
          largest[term.variable],
          term.coefficient.magnitude / powerOfTwo(near: most)
        )
      }
    }
    return largest
  }

  /// The largest power of two that is not above a number; 1 for 0.
  private static func powerOfTwo(near value: Double) -> Double {
    value > 0 && value.isFinite ? Double(sign: .plus, exponent: value.exponent, significand: 1) : 1
  }

  private static func answer(
    _ simplex: Simplex<Double>,
    _ status: SimplexStatus,
    _ program: LinearProgram<Double>,
    _ scaling: StandardScaling<Double>
  ) -> LinearProgram<Double>.Outcome? {
    var overflows = false
    let columns = simplex.columnValues(&overflows)
    let values = program.withinBounds(scaling.values(of: columns))
    switch status {
    case .optimal:
      let isLeast = program.goal == .minimise
      let duals = program.withSigns(scaling.duals(of: simplex.prices), atMost: isLeast ? -1 : 1)
      return .optimal(
        program.solution(values, duals, basis: simplex.members, simplex.effort)
      )
    case .infeasible:
      let multipliers = scaling.multipliers(of: simplex.prices)
      return .infeasible(
        LinearProgram<Double>.FarkasVector(
          multipliers: program.withSigns(multipliers, atMost: 1),
          effort: simplex.effort
        )
      )
    case .unbounded(let quantity, let isUpwards):
      let direction = simplex.direction(of: quantity, isUpwards: isUpwards, &overflows)
      return .unbounded(
        LinearProgram<Double>.Ray(
          point: values,
          direction: program.withinBounds(ofRays: scaling.directions(of: direction)),
          effort: simplex.effort
        )
      )
    case .overflow, .paused:
      return nil
    }
  }
}

extension StandardForm where Number == Double {
  /// Whether scaling has left all numbers finite.
  fileprivate var isFinite: Bool {
    (coefficients + bounds + costs + widths.compactMap { $0 }).allSatisfy { $0.isFinite }
  }
}

// Answers without the rounding errors by which signs may be wrong and bounds missed.
extension LinearProgram where Number == Double {
  fileprivate func withinBounds(_ values: [Double]) -> [Double] {
    zip(bounds, values).map { bounds, value in
      let least = max(value, bounds.lower ?? value)
      return min(least, bounds.upper ?? least)
    }
  }

  fileprivate func withinBounds(ofRays direction: [Double]) -> [Double] {
    zip(bounds, direction).map { bounds, change in
      let least = bounds.lower == nil ? change : max(0, change)
      return bounds.upper == nil ? least : min(0, least)
    }
  }

  /// Multipliers that have the given sign for rows `atMost`, and the opposite one for `atLeast`.
  fileprivate func withSigns(_ multipliers: [Double], atMost sign: Double) -> [Double] {
    zip(rows, multipliers).map { row, multiplier in
      switch row.relation {
      case .equal: multiplier
      case .atMost: multiplier * sign < 0 ? 0 : multiplier
      case .atLeast: multiplier * sign > 0 ? 0 : multiplier
      }
    }
  }
}
