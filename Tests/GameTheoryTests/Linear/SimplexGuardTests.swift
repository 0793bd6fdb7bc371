import TestSupport
import Testing

@testable import GameTheory

@Suite("What keeps the simplex method from going astray")
struct SimplexGuardTests {
  /// Programmes that were searched for: by the largest reduced cost and the fastest quantity they cycle.
  static let cycling: [(costs: [Int], rows: [[Int]])] = [
    (
      [-22, 46, -80, -138, 81],
      [[26, 150, -25, 44, -87], [-7, 6, -9, -40, 122], [-1, -6, 8, 18, 38]]
    ),
    (
      [304, -75, -13, 79, 85, -96],
      [[-43, -224, -13, -54, 141, 134], [-153, 100, 7, -115, 108, 206]]
    ),
    (
      [-43, -19, 149, -80, 116, 44],
      [[109, 1, 25, 10, 23, 97], [46, 0, -31, 11, 42, -22], [22, -7, 59, -31, -33, -25]]
    ),
  ]

  /// All rows are at most 0, and the sum of the variables is at most 1.
  private func cone(_ costs: [Int], _ rows: [[Int]]) -> LinearProgram<Rational> {
    var program = LinearProgram<Rational>(.minimise)
    for cost in costs { _ = program.addVariable(cost: Rational(cost)) }
    for row in rows { program.addRow(row.map { Rational($0) }, .atMost, 0) }
    program.addRow(costs.map { _ in 1 }, .atMost, 1)
    return program
  }

  private func form(of program: LinearProgram<Rational>) -> StandardForm<Int128> {
    let (form, _) = program.standardForm(columnScale: { _, _ in 1 }, rowFactor: { _, _ in 1 })
    return form.map { $0.numerator.asInt128 ?? 0 }
  }

  @Test("programmes that cycle without Bland's rule end with it", arguments: cycling)
  func cycles(_ costs: [Int], _ rows: [[Int]]) {
    let program = cone(costs, rows)
    var careless = Simplex(form(of: program), .int128)
    careless.patience = .max
    if case .paused = careless.run(steps: 1000) {
      #expect(careless.effort.degeneratePivots == 1000)
    } else {
      Issue.record("it does not cycle")
    }
    let outcome = program.solve()
    #expect(program.verifies(outcome))
    guard case .optimal(let solution) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(solution.effort.blandPivots > 0)
    let rounded = program.map { $0.toDouble() }
    guard case .optimal(let floating) = rounded.solve() else {
      Issue.record("no optimum in floating point")
      return
    }
    #expect(floating.effort.arithmetic == .floating)
    #expect((floating.objective - solution.objective.toDouble()).magnitude < 1e-9)
  }

  @Test("whenever Bland's rule takes over, it is left again and the optimum is the same")
  func patience() {
    var mixed = 0
    let wrong = failures(seeds: 300) { random in
      let costs = (0..<6).map { _ in random.int(in: -9...9) }
      let rows = (0..<5).map { _ in costs.map { _ in random.int(in: -5...5) } }
      let program = cone(costs, rows)
      var optima: Set<Rational> = []
      for patience in 0...3 {
        var simplex = Simplex(form(of: program), .int128)
        simplex.patience = patience
        guard case .optimal = simplex.run(steps: 1000) else { return "no end" }
        let effort = simplex.effort
        if patience == 0, effort.blandPivots != effort.pivots { return "not always" }
        if patience > 0, effort.blandPivots > max(0, effort.degeneratePivots - patience) + 1 {
          return "it is not left"
        }
        if effort.blandPivots > 0, effort.blandPivots < effort.pivots { mixed += 1 }
        // All bounds are 0 but the last, which is 1: so its price is the optimum.
        optima.insert(
          Rational(BigInteger(simplex.prices[5]), BigInteger(simplex.tableau.denominator))
        )
      }
      return optima.count == 1 ? nil : "\(optima)"
    }
    #expect(wrong == [])
    #expect(mixed > 100, "\(mixed)")
  }

  @Test("a product of exactly -2^127, which has no opposite, is an overflow")
  func lowest() {
    var overflows = false
    #expect(Int128.sum(-1, adding: Int128.max, times: -1, &overflows) == 0)
    #expect(overflows)
    overflows = false
    _ = Int128.product(1 << 126, -2, &overflows)
    #expect(overflows)
    // The second variable's reduced cost is that number once the first, over 2, is in the basis.
    let size = Rational(BigInteger(Int128(1) << 126))
    var program = LinearProgram<Rational>(.minimise)
    let first = program.addVariable(cost: -size - 1)
    let second = program.addVariable(cost: -size)
    program.addRow([(first, 2)], .atMost, 1)
    program.addRow([(second, 1)], .atMost, 1)
    let outcome = program.solve()
    guard case .optimal(let solution) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(solution.values == [Rational(1, 2), 1])
    #expect(solution.effort.arithmetic == .bigInteger)
    #expect(program.verifies(outcome))
  }

  @Test("where no pivot is large enough, floating point gives up and the exact answer comes")
  func tiny() {
    // In units of the rows the third variable changes each by 8e-10 only, but both together by more than 1e-9.
    var program = LinearProgram<Double>(.minimise)
    let fixed = program.addVariables(2, within: .between(0, 0))
    let variable = program.addVariable(cost: 1)
    for other in fixed { program.addRow([(other, 1), (variable, 0.8e-9)], .equal, 1) }
    program.addRow([(variable, -1)], .atMost, 5)
    guard case .optimal(let solution) = program.solve() else {
      Issue.record("no optimum")
      return
    }
    #expect(solution.values == [0, 0, 1.25e9])
    #expect(solution.effort.arithmetic == .bigInteger)
  }

  @Test(
    "in floating point values lie within their bounds, and prices have their signs, to the last bit"
  )
  func signs() {
    let wrong = failures(seeds: 400) { random in
      let drawn = RandomProgram(&random, variables: 3...12, rows: 3...10).program
      var program = LinearProgram<Double>(drawn.goal == .minimise ? .minimise : .maximise)
      let units = drawn.bounds.map { _ in Double(random.int(in: 1...99)) / 7 }
      for (variable, unit) in units.enumerated() {
        _ = program.addVariable(cost: drawn.costs[variable].toDouble() * unit)
      }
      for row in drawn.rows {
        let terms = row.terms.map { ($0.variable, $0.coefficient.toDouble() * units[$0.variable]) }
        program.addRow(
          terms,
          row.relation == .atLeast ? .atLeast : .atMost,
          row.bound.toDouble() / 3
        )
      }
      guard case .optimal(let solution) = program.solve() else { return nil }
      if !solution.values.allSatisfy({ $0 >= 0 }) { return "\(solution.values)" }
      let isLeast = drawn.goal == .minimise
      for (row, dual) in zip(program.rows, solution.duals) where dual != 0 {
        if (dual > 0) != ((row.relation == .atLeast) == isLeast) { return "\(solution.duals)" }
      }
      return nil
    }
    #expect(wrong == [])
  }
}
