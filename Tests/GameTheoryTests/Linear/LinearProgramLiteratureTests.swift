import TestSupport
import Testing

@testable import GameTheory

@Suite("Linear programmes from the literature, and hard ones")
struct LinearProgramLiteratureTests {
  typealias Program = LinearProgram<Rational>

  /// A programme with its known optimum.
  struct Known: Sendable, CustomTestStringConvertible {
    let name: String
    let goal: Program.Goal
    let costs: [Rational]
    let rows: [(coefficients: [Rational], relation: Program.Relation, bound: Rational)]
    let optimum: Rational
    var testDescription: String { name }

    var program: Program {
      var program = Program(goal)
      for cost in costs { _ = program.addVariable(cost: cost) }
      for row in rows { program.addRow(row.coefficients, row.relation, row.bound) }
      return program
    }
  }

  private static func fraction(_ text: String) -> Rational { Rational(text: text) ?? 0 }

  private static func numbers(_ text: String) -> [Rational] {
    text.split(separator: " ").map { fraction(String($0)) }
  }

  static let known: [Known] = [
    Known(
      name: "Beale 1955, which cycles by the largest coefficient",
      goal: .minimise,
      costs: numbers("-3/4 150 -1/50 6"),
      rows: [
        (numbers("1/4 -60 -1/25 9"), .atMost, 0), (numbers("1/2 -90 -1/50 3"), .atMost, 0),
        (numbers("0 0 1 0"), .atMost, 1),
      ],
      optimum: fraction("-1/20")
    ),
    Known(
      name: "Kuhn, in Balinski and Tucker 1969, which cycles",
      goal: .minimise,
      costs: numbers("0 0 0 -2 -3 1 12"),
      rows: [
        (numbers("1 0 0 -2 -9 1 9"), .equal, 0),
        (numbers("0 1 0 1/3 1 -1/3 -2"), .equal, 0),
        (numbers("0 0 1 2 3 -1 -12"), .equal, 2),
      ],
      optimum: -2
    ),
    Known(
      name: "Marshall and Suurballe 1969, which cycles, with a bound",
      goal: .minimise,
      costs: numbers("-10 57 9 24"),
      rows: [
        (numbers("1/2 -11/2 -5/2 9"), .atMost, 0), (numbers("1/2 -3/2 -1/2 1"), .atMost, 0),
        (numbers("1 0 0 0"), .atMost, 1),
      ],
      optimum: -1
    ),
    Known(
      name: "Chvátal 1983, the first example",
      goal: .maximise,
      costs: numbers("5 4 3"),
      rows: [
        (numbers("2 3 1"), .atMost, 5), (numbers("4 1 2"), .atMost, 11),
        (numbers("3 4 2"), .atMost, 8),
      ],
      optimum: 13
    ),
  ]

  @Test("known optima are found, exactly and in floating point", arguments: known)
  func literature(_ known: Known) throws {
    let outcome = known.program.solve()
    guard case .optimal(let solution) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(solution.objective == known.optimum)
    #expect(known.program.verifies(outcome))
    let rounded = known.program.map { $0.toDouble() }
    let answer = rounded.solve()
    #expect(rounded.verifies(answer))
    if case .optimal(let solution) = answer {
      #expect(solution.effort.arithmetic == .floating)
      #expect((solution.objective - known.optimum.toDouble()).magnitude < 1e-9)
    } else {
      Issue.record("\(answer)")
    }
  }

  @Test("dual values and reduced costs are those of the first example of Chvátal")
  func duals() throws {
    guard case .optimal(let solution) = Self.known[3].program.solve() else {
      Issue.record("no optimum")
      return
    }
    #expect(solution.values == [2, 0, 1])
    #expect(solution.duals == [1, 0, 1])
    #expect(solution.reducedCosts == [0, -3, 0])
    #expect(Set(solution.basis) == [.variable(0), .variable(2), .slack(1)])
  }

  @Test("the cube of Klee and Minty takes its 2^n - 1 steps", arguments: 2...9)
  func kleeMinty(_ size: Int) {
    var program = Program(.maximise)
    for variable in 1...size {
      _ = program.addVariable(cost: Rational(BigInteger(2).power(size - variable)))
    }
    for row in 1...size {
      let terms = (1...row).map { column in
        (
          variable: column - 1,
          coefficient: column == row ? 1 : Rational(BigInteger(2).power(row - column + 1))
        )
      }
      program.addRow(terms, .atMost, Rational(BigInteger(5).power(row)))
    }
    guard case .optimal(let solution) = program.solve() else {
      Issue.record("no optimum")
      return
    }
    #expect(solution.objective == Rational(BigInteger(5).power(size)))
    #expect(solution.effort.pivots == 1 << size - 1)
    #expect(program.verifies(.optimal(solution)))
  }

  @Test("steps by Bland's rule alone end too, at the same optimum", arguments: known)
  func bland(_ known: Known) {
    let (form, _) = known.program.standardForm(
      columnScale: { _, _ in 1 },
      rowFactor: { coefficients, bound in
        Rational(Rational.commonDenominator(of: coefficients + [bound]))
      }
    )
    var simplex = Simplex(form.map { $0.numerator }, .bigInteger)
    simplex.patience = 0
    guard case .optimal = simplex.run(steps: 1000) else {
      Issue.record("no optimum within a thousand steps")
      return
    }
    #expect(simplex.effort.blandPivots == simplex.effort.pivots)
    let values = simplex.prices.map { Rational($0, simplex.tableau.denominator) }
    let sum = zip(form.bounds, values).reduce(Rational(0)) { $0 + $1.0 * $1.1 }
    let costs = Rational.commonDenominator(of: known.costs)
    let sign: Rational = known.goal == .minimise ? 1 : -1
    #expect(sum == sign * known.optimum * Rational(costs))
  }

  @Test("numbers that outgrow 128 bits on the way are carried on in any size")
  func growth() {
    var seen: Set<SimplexEffort.Arithmetic> = []
    let wrong = failures(seeds: 30) { random in
      let digits = random.element(of: [2, 6, 12, 17, 40])
      let planted = PlantedProgram(&random, variables: 4...9, rows: 3...8, digits: digits)
      guard case .optimal(let solution) = planted.program.solve(),
        case .optimal(let grown) = ExactSimplex.outcome(of: planted.program, growth: .atStep),
        case .optimal(let wide) = ExactSimplex.outcome(of: planted.program, growth: .atStart)
      else { return "no optimum" }
      seen.insert(solution.effort.arithmetic)
      for found in [solution, grown] {
        guard found.objective == planted.objective else { return "\(found.objective)" }
        guard planted.program.verifies(.optimal(found)) else { return "wrong certificate" }
      }
      let isSame =
        grown.values == wide.values && grown.duals == wide.duals
        && grown.basis == wide.basis && grown.effort.pivots == wide.effort.pivots
      return isSame ? nil : "\(grown) and \(wide)"
    }
    #expect(wrong == [])
    #expect(seen == [.int128, .bigInteger])
  }

  @Test("entries near the ends of Int128 do not wrap around")
  func huge() {
    let most = Rational(BigInteger(Int128.max))
    var program = Program(.maximise)
    let first = program.addVariable(cost: most)
    let second = program.addVariable(cost: most - 1)
    program.addRow([(first, most - 2), (second, most - 4)], .atMost, most)
    program.addRow([(first, most - 6), (second, -(most - 8))], .atMost, 1)
    let outcome = program.solve()
    #expect(program.verifies(outcome))
    guard case .optimal(let solution) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(solution.effort.arithmetic == .bigInteger)
    #expect(solution.objective > most)
  }

  @Test("Hilbert's matrix, whose rows are almost dependent", arguments: [4, 8, 12])
  func hilbert(_ size: Int) {
    var program = Program(.maximise)
    for _ in 0..<size { _ = program.addVariable(cost: 1, within: .free) }
    for row in 0..<size {
      let coefficients = (0..<size).map { Rational(1, BigInteger(row + $0 + 1)) }
      program.addRow(coefficients, .atMost, coefficients.reduce(0) { $0 + $1 })
      program.addRow(coefficients, .atLeast, coefficients.reduce(0) { $0 + $1 })
    }
    guard case .optimal(let solution) = program.solve() else {
      Issue.record("no optimum")
      return
    }
    #expect(solution.values == [Rational](repeating: 1, count: size))
    #expect(program.verifies(.optimal(solution)))
    let rounded = program.map { $0.toDouble() }
    #expect(rounded.verifies(rounded.solve()))
  }
}
