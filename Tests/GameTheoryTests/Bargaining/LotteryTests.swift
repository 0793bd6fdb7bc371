import TestSupport
import Testing

@testable import GameTheory

@Suite("Bargaining with lotteries")
struct LotteryTests {
  @Test("every answer's certificate holds, and no drawn rational lottery is better")
  func random() throws {
    var none = 0
    let wrong = try failures(seeds: 250) { random in
      let drawn = try RandomBargaining(&random)
      let problem = drawn.problem
      let domain: BargainingProblem.Domain = random.oneIn(2) ? .all : .rational
      guard let egalitarian = problem.egalitarianLottery(over: domain).solution,
        let fair = problem.kalaiSmorodinskyLottery(over: domain).solution,
        let sum = try problem.utilitarianLottery(over: domain).solution,
        let nash = try problem.nashLottery(over: domain).solution
      else {
        none += 1
        guard case .none(let bound) = problem.egalitarianLottery(over: domain),
          case .none = try problem.nashLottery(over: domain)
        else { return "not all have an answer" }
        return problem.verifiesNone(bound, over: domain) ? nil : "none is not proven"
      }
      if !problem.verifies(egalitarian) { return "egalitarian: \(egalitarian)" }
      if !problem.verifies(fair) { return "Kalai-Smorodinsky: \(fair)" }
      if !problem.verifies(sum) { return "utilitarian: \(sum)" }
      if !problem.verifies(nash) { return "Nash: \(nash)" }
      if nash.gap > Rational(1, 1_000_000_000) { return "gap \(nash.gap)" }
      let most = problem.playerCount + 1
      if nash.lottery.entries.count > most { return "many outcomes" }
      let outcomes = problem.outcomes(of: domain)
      for _ in 0..<40 {
        let parts = (0..<3).map { _ in (random.element(of: outcomes), random.int(in: 1...5)) }
        let total = parts.reduce(0) { $0 + $1.1 }
        let lottery = Lottery(
          parts.map { Lottery.Entry(outcome: $0, probability: Rational($1) / Rational(total)) }
        )
        let gains = problem.expectedGains(of: lottery)
        guard gains.allSatisfy({ $0.signum >= 0 }) else { continue }
        let sorted = Lexicographic(numbers: gains.sorted())
        let best = problem.expectedGains(of: egalitarian.lottery).sorted()
        if sorted > Lexicographic(numbers: best) { return "egalitarian is not best" }
        if problem.expectedPayoffs(of: lottery).reduce(0, +) > sum.value { return "sum" }
        let idle = nash.idle.compactMap { $0.weights.firstIndex(of: 1) }
        let product = gains.indices.filter { !idle.contains($0) }
          .reduce(1.0) { $0 * gains[$1].toDouble() }
        if product > nash.product * (1 + 1e-9) { return "Nash is not best" }
      }
      return nil
    }
    #expect(wrong == [])
    #expect(none > 10)
  }

  @Test("a damaged certificate is refused")
  func damaged() throws {
    let problem = try BargainingProblem(payoffs: [3, 0, 0, 2, 1, 1], disagreement: [0, 0])
    let sum = try #require(try problem.utilitarianLottery().solution)
    #expect(problem.verifies(sum))
    let other = UtilitarianLottery(
      weights: sum.weights,
      domain: sum.domain,
      lottery: Lottery([.init(outcome: 1, probability: 1)]),
      payoffs: [0, 2],
      value: 2,
      bound: GainBound(prices: sum.bound.prices, bound: 2)
    )
    #expect(!problem.verifies(other))
    let nash = try #require(try problem.nashLottery().solution)
    #expect(problem.verifies(nash))
    let better = NashLottery(
      weights: nash.weights,
      domain: nash.domain,
      lottery: Lottery([.init(outcome: 2, probability: 1)]),
      payoffs: [1, 1],
      logProduct: 0,
      gap: 0,
      idle: [],
      bound: GainBound(prices: [1, 1], bound: 2)
    )
    #expect(!problem.verifies(better))
  }

  @Test("half a pie each: the line from (3, 0) to (0, 2)")
  func line() throws {
    let problem = try BargainingProblem(payoffs: [3, 0, 0, 2, 1, 1], disagreement: [0, 0])
    let nash = try #require(try problem.nashLottery().solution)
    #expect(nash.payoffs == [Rational(3, 2), 1] && nash.gap == 0)
    let fair = try #require(problem.kalaiSmorodinskyLottery().solution)
    #expect(fair.payoffs == [Rational(3, 2), 1] && fair.value == Rational(1, 2))
    let equal = try #require(problem.egalitarianLottery().solution)
    #expect(equal.payoffs == [Rational(6, 5), Rational(6, 5)])
    let weighted = try #require(try problem.nashLottery(weights: [2, 1]).solution)
    #expect(weighted.payoffs == [2, Rational(2, 3)] && weighted.gap == 0)
  }

  @Test("two players: more for one, with the ideal of the other unchanged, is no loss under KS")
  func monotonicity() throws {
    let wrong = try failures(seeds: 200) { random in
      let drawn = try RandomBargaining(&random, players: 2...2)
      guard let before = drawn.problem.kalaiSmorodinskyLottery().solution else { return nil }
      let row = drawn.disagreement.map { $0 + Rational(random.int(in: 0...12)) }
      let more = try RandomBargaining(drawn.rows + [row], drawn.disagreement)
      guard let after = more.problem.kalaiSmorodinskyLottery().solution else { return "none" }
      for player in 0...1 {
        let other = 1 - player
        let unchanged =
          before.ideals[other].payoffs[other] == after.ideals[other].payoffs[other]
        if unchanged, after.payoffs[player] < before.payoffs[player] { return "\(player) loses" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("payoffs of wholly different sizes")
  func sizes() throws {
    let large = Rational(BigInteger(10).power(400))
    let small = 1 / Rational(BigInteger(10).power(390))
    let problem = try BargainingProblem(
      payoffs: [3 * large, 0, 0, 2 * small, large, small],
      disagreement: [0, 0]
    )
    let nash = try #require(try problem.nashLottery().solution)
    #expect(problem.verifies(nash) && nash.gap == 0)
    #expect(nash.payoffs == [Rational(3, 2) * large, small])
    let fair = try #require(problem.kalaiSmorodinskyLottery().solution)
    #expect(problem.verifies(fair) && fair.payoffs == nash.payoffs)
  }

  @Test("one outcome, equal outcomes, a player whose payoff is constant")
  func degenerate() throws {
    for rows in [[[2, 5]], [[2, 5], [2, 5]], [[2, 3], [4, 3], [3, 3]]] as [[[Rational]]] {
      let problem = try RandomBargaining(rows, [1, 3]).problem
      let nash = try #require(try problem.nashLottery().solution)
      #expect(problem.verifies(nash) && nash.gap == 0)
      let fair = try #require(problem.kalaiSmorodinskyLottery().solution)
      #expect(problem.verifies(fair) && fair.value == 1)
      #expect(nash.payoffs == fair.payoffs)
    }
  }
}
