import TestSupport
import Testing

@testable import GameTheory

@Suite("Linear programmes against their definition")
struct LinearProgramTests {
  private func name(_ outcome: LinearProgram<Rational>.Outcome) -> RandomProgram.Answer {
    switch outcome {
    case .optimal(let solution): .optimal(solution.objective)
    case .infeasible: .infeasible
    case .unbounded: .unbounded
    }
  }

  @Test("small programmes of every form have the answer that trying all corners gives")
  func corners() {
    var answers: [Int] = [0, 0, 0]
    let wrong = failures(seeds: 800) { random in
      let drawn = RandomProgram(&random, variables: 1...3, rows: 0...4)
      let outcome = drawn.program.solve()
      let answer = drawn.answer
      switch answer {
      case .optimal: answers[0] += 1
      case .infeasible: answers[1] += 1
      case .unbounded: answers[2] += 1
      }
      if name(outcome) != answer { return "\(outcome), not \(answer)" }
      return drawn.program.verifies(outcome) ? nil : "the certificate does not hold: \(outcome)"
    }
    #expect(wrong == [])
    #expect(answers.allSatisfy { $0 > 50 }, "\(answers)")
  }

  @Test("floating point says what exact arithmetic says")
  func floating() {
    let wrong = failures(seeds: 400) { random in
      let drawn = RandomProgram(&random, variables: 1...12, rows: 0...10)
      let program = drawn.program.map { $0.toDouble() }
      let outcome = program.solve()
      guard program.verifies(outcome) else { return "the certificate does not hold" }
      switch (outcome, drawn.program.solve()) {
      case (.optimal(let mine), .optimal(let exact)):
        let gap = (mine.objective - exact.objective.toDouble()).magnitude
        return gap <= 1e-7 * (1 + mine.objective.magnitude) ? nil : "\(mine) not \(exact)"
      case (.infeasible, .infeasible), (.unbounded, .unbounded): return nil
      case (let mine, let exact): return "\(mine), not \(exact)"
      }
    }
    #expect(wrong == [])
  }

  @Test("larger programmes made around an optimum have it, exactly and in floating point")
  func duality() {
    let wrong = failures(seeds: 40) { random in
      let planted = PlantedProgram(&random, variables: 4...24, rows: 3...18, digits: 2)
      guard case .optimal(let solution) = planted.program.solve() else { return "no optimum" }
      guard solution.objective == planted.objective else {
        return "\(solution.objective), not \(planted.objective)"
      }
      guard planted.program.verifies(.optimal(solution)) else { return "wrong certificate" }
      guard case .optimal(let rounded) = planted.program.map({ $0.toDouble() }).solve() else {
        return "no optimum in floating point"
      }
      let gap = (rounded.objective - planted.objective.toDouble()).magnitude
      return gap <= 1e-6 * (1 + rounded.objective.magnitude) ? nil : "\(rounded.objective)"
    }
    #expect(wrong == [])
  }

  @Test(
    "wide numbers from where floating point ended give the answer that they give from the start"
  )
  func starts() {
    var seen = [0, 0, 0]
    let wrong = failures(seeds: 150) { random in
      let drawn = RandomProgram(&random, variables: 4...12, rows: 3...10).program
      // Long coefficients of like value make Int128 overflow and leave the floating programme nearly the same.
      let program = drawn.map { (number: Rational) -> Rational in
        guard number != 0 else { return 0 }
        let tail = Rational(BigInteger(random.int(in: 1...1_000_000_000)), BigInteger(10).power(24))
        return number + tail
      }
      if program.bounds.contains(where: { $0.isEmpty }) { return nil }
      let outcome = program.solve()
      let wide = ExactSimplex.outcome(of: program, growth: .atStart)
      guard program.verifies(outcome), program.verifies(wide) else { return "not proved" }
      switch (outcome, wide) {
      case (.optimal(let one), .optimal(let two)):
        if one.effort.arithmetic == .bigInteger { seen[0] += 1 }
        return one.objective == two.objective ? nil : "\(one) not \(two)"
      case (.infeasible(let one), .infeasible):
        if one.effort.arithmetic == .bigInteger { seen[1] += 1 }
      case (.unbounded(let one), .unbounded):
        if one.effort.arithmetic == .bigInteger { seen[2] += 1 }
      default: return "\(outcome) not \(wide)"
      }
      return nil
    }
    #expect(wrong == [])
    #expect(seen.allSatisfy { $0 > 5 }, "\(seen)")
  }

  @Test("the order of variables and rows, and their scales, do not move the optimum")
  func relabelling() {
    let wrong = failures(seeds: 100) { random in
      let program = RandomProgram(&random, variables: 2...8, rows: 1...8).program
      let order = random.permutation(of: program.variableCount)
      var other = LinearProgram<Rational>(program.goal)
      for variable in order {
        _ = other.addVariable(cost: program.costs[variable], within: program.bounds[variable])
      }
      for index in random.permutation(of: program.rows.count) {
        let row = program.rows[index]
        let factor = Rational(BigInteger(random.int(in: 1...9)), 7)
        let terms = row.terms.map { term in
          (
            variable: order.firstIndex(of: term.variable) ?? 0,
            coefficient: term.coefficient * factor
          )
        }
        other.addRow(terms, row.relation, row.bound * factor)
      }
      let (one, two) = (name(program.solve()), name(other.solve()))
      return one == two ? nil : "\(one) and \(two)"
    }
    #expect(wrong == [])
  }
}

/// A programme made around an optimum, with the prices that prove it.
struct PlantedProgram {
  let program: LinearProgram<Rational>
  let objective: Rational

  init(
    _ random: inout SplitMix64,
    variables: ClosedRange<Int>,
    rows: ClosedRange<Int>,
    digits: Int
  ) {
    func number() -> Rational {
      var text = random.oneIn(2) ? "-" : ""
      for _ in 0..<digits { text += "\(random.int(in: 0...9))" }
      return Rational(decimal: text + ".\(random.int(in: 0...9))") ?? 1
    }
    let columns = random.int(in: variables)
    let count = random.int(in: rows)
    // Half of the variables are above 0, half of the rows bind.
    let point = (0..<columns).map { $0 % 2 == 0 ? number().magnitude : Rational(0) }
    let prices = (0..<count).map { $0 % 2 == 0 ? -number().magnitude : Rational(0) }
    let matrix = (0..<count).map { _ in (0..<columns).map { _ in number() } }
    let costs = (0..<columns).map { column in
      (0..<count).reduce(column % 2 == 0 ? 0 : number().magnitude) {
        $0 + prices[$1] * matrix[$1][column]
      }
    }
    var program = LinearProgram<Rational>(.minimise)
    for cost in costs { _ = program.addVariable(cost: cost) }
    for row in 0..<count {
      let sum = zip(matrix[row], point).reduce(Rational(0)) { $0 + $1.0 * $1.1 }
      program.addRow(matrix[row], .atMost, sum + (row % 2 == 0 ? 0 : number().magnitude))
    }
    self.program = program
    objective = zip(costs, point).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
