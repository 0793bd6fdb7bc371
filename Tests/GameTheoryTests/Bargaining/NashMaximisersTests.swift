import TestSupport
import Testing

@testable import GameTheory

@Suite("Outcomes with the largest product of gains")
struct NashMaximisersTests {
  @Test("they are those of the definition, also where all products are 0")
  func definition() throws {
    var zeros = 0
    let wrong = try failures(seeds: 600) { random in
      let drawn = try RandomBargaining(&random)
      let products = { (outcome: Int) in drawn.gains(outcome).reduce(Rational(1)) { $0 * $1 } }
      let expected = drawn.rational.isEmpty ? [] : drawn.best(drawn.rational, products)
      if let first = expected.first, products(first) == 0 { zeros += 1 }
      let found = try drawn.problem.nashMaximisers()
      guard found == expected else { return "\(found), not \(expected)" }
      let refined = try drawn.problem.nashSolution()?.outcomes ?? []
      return refined.allSatisfy(found.contains) ? nil : "a solution is no maximiser"
    }
    #expect(wrong == [])
    #expect(zeros > 20)
  }

  @Test("players with weight 0 do not make the product 0")
  func weights() throws {
    let problem = try BargainingProblem(payoffs: [2, 0, 1, 3], disagreement: [0, 0])
    #expect(try problem.nashMaximisers(weights: [1, 0]) == [0])
    #expect(try problem.nashMaximisers() == [1])
    let none = try BargainingProblem(payoffs: [-1, 0], disagreement: [0, 0])
    #expect(try none.nashMaximisers() == [])
  }
}
