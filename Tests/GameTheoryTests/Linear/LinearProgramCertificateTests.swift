import TestSupport
import Testing

@testable import GameTheory

@Suite("Certificates of linear programmes")
struct LinearProgramCertificateTests {
  typealias Program = LinearProgram<Rational>

  @Test("an infeasible programme has a Farkas vector that says which rows clash")
  func infeasible() {
    var program = Program(.minimise)
    let x = program.addVariable(cost: 1)
    let y = program.addVariable(within: .between(0, 3))
    program.addRow([(x, 1), (y, 1)], .atMost, 2)
    program.addRow([(x, 2), (y, 1)], .atLeast, 7)
    program.addRow([(x, 1)], .atLeast, 0)
    let outcome = program.solve()
    guard case .infeasible(let vector) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    // 2 (x + y) - (2 x + y) = y <= 4 - 7.
    #expect(vector.multipliers[0] == 2 * -vector.multipliers[1])
    #expect(vector.multipliers[2] == 0)
    #expect(program.verifies(outcome))
  }

  @Test("empty bounds of a variable are told as infeasible")
  func empty() {
    var program = Program(.minimise)
    let x = program.addVariable(within: .between(1, 0))
    program.addRow([(x, 1)], .atMost, 2)
    let outcome = program.solve()
    guard case .infeasible = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(program.verifies(outcome))
    #expect(!program.isFeasible([1]))
  }

  @Test("an unbounded programme has a ray")
  func unbounded() {
    var program = Program(.maximise)
    let x = program.addVariable(cost: 1)
    let y = program.addVariable(cost: -1)
    program.addRow([(x, 1), (y, -2)], .atMost, 4)
    let outcome = program.solve()
    guard case .unbounded(let ray) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(ray.direction[0] == 2 * ray.direction[1])
    #expect(program.verifies(outcome))
  }

  @Test("programmes without rows, without variables, or with free ones only")
  func small() {
    var box = Program(.maximise)
    _ = box.addVariable(cost: 2, within: .between(-1, 3))
    _ = box.addVariable(cost: -2, within: .between(-1, 3))
    if case .optimal(let solution) = box.solve() {
      #expect(solution.values == [3, -1])
      #expect(solution.objective == 8)
    } else {
      Issue.record("no optimum")
    }
    let nothing = Program(.minimise)
    if case .optimal(let solution) = nothing.solve() { #expect(solution.objective == 0) }
    var impossible = Program(.minimise)
    impossible.addRow([(variable: Int, coefficient: Rational)](), .atLeast, 1)
    let outcome = impossible.solve()
    guard case .infeasible = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(impossible.verifies(outcome))
    var free = Program(.minimise)
    _ = free.addVariable(cost: 1, within: .free)
    guard case .unbounded = free.solve() else {
      Issue.record("a free variable with a cost has no least value")
      return
    }
  }

  @Test("certificates that were tampered with are refused")
  func tampering() {
    var tried = [0, 0, 0]
    let wrong = failures(seeds: 600) { random in
      let program = RandomProgram(&random, variables: 1...5, rows: 1...5).program
      switch program.solve() {
      case .optimal(let solution):
        tried[0] += 1
        let values = solution.values.map { $0 + 1 }
        let worse = zip(program.costs, values).reduce(Rational(0)) { $0 + $1.0 * $1.1 }
        let moved = Program.Solution(
          values: values,
          objective: worse,
          duals: solution.duals,
          reducedCosts: solution.reducedCosts,
          basis: solution.basis,
          effort: solution.effort
        )
        // Another point is a proof only where it is feasible and just as good.
        let mayHold = program.isFeasible(values) && worse == solution.objective
        if program.verifies(moved) != mayHold { return "moved values" }
        let boast = Program.Solution(
          values: solution.values,
          objective: solution.objective + 1,
          duals: solution.duals,
          reducedCosts: solution.reducedCosts,
          basis: solution.basis,
          effort: solution.effort
        )
        return program.verifies(boast) ? "another objective" : nil
      case .infeasible(let vector):
        tried[1] += 1
        let opposite = Program.FarkasVector(
          multipliers: vector.multipliers.map { -$0 },
          effort: vector.effort
        )
        if vector.multipliers.allSatisfy({ $0 == 0 }) { return "no multiplier" }
        return program.verifies(opposite) ? "the opposite vector" : nil
      case .unbounded(let ray):
        tried[2] += 1
        let back = Program.Ray(
          point: ray.point,
          direction: ray.direction.map { -$0 },
          effort: ray.effort
        )
        return program.verifies(back) ? "the opposite ray" : nil
      }
    }
    #expect(wrong == [])
    #expect(tried.allSatisfy { $0 > 30 }, "\(tried)")
  }
}
