/// Linear programmes solved in floating point, each answer checked by its certificate.
enum FloatingSimplex {
  /// Solves a programme whose variables all have values within their bounds.
  ///
  /// - Returns: nil where no answer's certificate verifies.
  static func outcome(of program: LinearProgram<Double>) -> LinearProgram<Double>.Outcome? {
    let largest = largestInColumns(program)
    let (form, scaling) = program.standardForm(
      columnScale: { variable, _ in powerOfTwo(near: largest[variable]) },
      rowFactor: { coefficients, _ in
        let most = coefficients.reduce(0) { max($0, $1.magnitude) }
        return most > 0 ? 1 / powerOfTwo(near: most) : 1
      }
    )
    guard form.isFinite else { return nil }
    var simplex = Simplex(form, .floating)
    let most = 1000 + 50 * (form.rowCount + form.columnCount)
    var refusals = 0
    while simplex.effort.pivots < most, refusals < 4 {
      let before = simplex.effort.pivots
      let status = simplex.run(steps: 64)
      guard simplex.refactorise() else { return nil }
      if case .paused = status, simplex.effort.pivots > before { continue }
      let answer = answer(simplex, status, program, scaling)
      if let answer, program.verifies(answer) { return answer }
      // Rounding may have led astray; then it goes on from the basis that it had, computed anew.
      refusals += 1
    }
    return nil
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

extension Simplex where Scalar == Double {
  /// Computes inverse, values and prices anew from the basis; false where it is singular.
  mutating func refactorise() -> Bool {
    let count = rowCount
    var matrix = basis.map { member in (0..<count).map { coefficient(row: $0, of: member) } }
    // The rows of `matrix` are the columns of the basis, so what is inverted is the transpose.
    var inverse = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0.0 } }
    for step in 0..<count {
      let rest = step..<count
      guard let best = rest.max(by: { matrix[$0][step].magnitude < matrix[$1][step].magnitude })
      else { return false }
      guard matrix[best][step].magnitude > 1e-13 else { return false }
      matrix.swapAt(step, best)
      inverse.swapAt(step, best)
      let pivot = matrix[step][step]
      for place in 0..<count {
        matrix[step][place] /= pivot
        inverse[step][place] /= pivot
      }
      for row in 0..<count where row != step && matrix[row][step] != 0 {
        let factor = matrix[row][step]
        for place in 0..<count {
          matrix[row][place] -= factor * matrix[step][place]
          inverse[row][place] -= factor * inverse[step][place]
        }
      }
    }
    for row in 0..<count {
      for place in 0..<count { tableau.entries[row * tableau.width + place] = inverse[place][row] }
    }
    setValues()
    setPrices()
    return true
  }

  private func coefficient(row: Int, of quantity: Int) -> Double {
    if quantity < columnCount { return form.coefficients[quantity * rowCount + row] }
    if quantity < columnCount + rowCount { return quantity - columnCount == row ? 1 : 0 }
    return quantity - columnCount - rowCount == row ? signs[row] : 0
  }

  /// Computes the values of the basis from the bounds and what is at its width.
  private mutating func setValues() {
    var right = form.bounds
    for column in 0..<columnCount where places[column] == .high {
      guard let width = form.widths[column] else { continue }
      for row in 0..<rowCount {
        right[row] -= form.coefficients[column * rowCount + row] * width
      }
    }
    for row in 0..<rowCount {
      var value = 0.0
      for place in 0..<rowCount {
        value += tableau.entries[row * tableau.width + place] * right[place]
      }
      tableau.entries[row * tableau.width + rowCount] = value
    }
  }
}
