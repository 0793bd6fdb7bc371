import TestSupport
import Testing

@testable import GameTheory

@Suite("Bargaining over finitely many outcomes")
struct BargainingProblemTests {
  @Test("rational and efficient outcomes and all solutions are what enumeration says")
  func enumeration() throws {
    var none = 0
    let wrong = try failures(seeds: 1500) { random in
      let drawn = try RandomBargaining(&random)
      let problem = drawn.problem
      let rational = drawn.rational
      if problem.rationalOutcomes != rational { return "rational" }
      let efficient = drawn.rows.indices.filter { outcome in
        !drawn.rows.contains { drawn.isBetter($0, drawn.rows[outcome]) }
      }
      if problem.efficientOutcomes() != efficient { return "efficient" }
      if problem.efficientOutcomes(in: .rational) != efficient.filter(rational.contains) {
        return "efficient and rational"
      }
      let egalitarian = problem.egalitarianSolution()
      let ks = problem.kalaiSmorodinskySolution()
      let sum = try problem.utilitarianSolution()
      if rational.isEmpty {
        none += 1
        let isNone = try problem.nashSolution() == nil && problem.idealPoint == nil
        return isNone && egalitarian == nil && ks == nil && sum == nil ? nil : "not none"
      }
      let sums = drawn.best(rational) { drawn.rows[$0].reduce(Rational(0)) { $0 + $1 } }
      if sum?.outcomes != sums { return "utilitarian" }
      if sum?.value != drawn.rows[sums[0]].reduce(0, +) { return "utilitarian value" }
      let first = drawn.best(rational) { drawn.gains($0).min() ?? 0 }
      let last = drawn.best(rational) { Lexicographic(numbers: drawn.gains($0).sorted()) }
      if egalitarian?.firstStep != first || egalitarian?.outcomes != last { return "egalitarian" }
      if egalitarian?.value != drawn.gains(first[0]).min() { return "egalitarian value" }
      let ideal = drawn.disagreement.indices.map { player in
        rational.map { drawn.gains($0)[player] }.max() ?? 0
      }
      if problem.idealGains != ideal { return "ideal" }
      let shares = { (outcome: Int) in
        zip(drawn.gains(outcome), ideal).filter { $1 > 0 }.map { $0 / $1 }.sorted()
      }
      if ks?.firstStep != drawn.best(rational, { shares($0).first ?? 1 }) { return "KS first" }
      if ks?.outcomes != drawn.best(rational, { Lexicographic(numbers: shares($0)) }) {
        return "KS"
      }
      return ks?.value == shares(ks?.outcomes[0] ?? 0).first ?? 1 ? nil : "KS value"
    }
    #expect(wrong == [])
    #expect(none > 50)
  }

  @Test("the maximin share is what enumeration says")
  func maximinShare() throws {
    #expect(
      try failures(seeds: 800) { random in
        let drawn = try RandomBargaining(&random)
        let rational = drawn.rational
        guard let from = drawn.problem.fromLeastGains else {
          return rational.isEmpty ? nil : "none"
        }
        if from.rationalOutcomes != rational { return "other outcomes are rational" }
        let least: [Rational] = drawn.disagreement.indices.map { player in
          rational.map { drawn.gains($0)[player] }.min() ?? 0
        }
        let most: [Rational] = drawn.disagreement.indices.map { player in
          rational.map { drawn.gains($0)[player] }.max() ?? 0
        }
        if drawn.problem.leastGains != least { return "least gains" }
        let counted = least.indices.filter { most[$0] > least[$0] }
        let shares = { (outcome: Int) -> [Rational] in
          let gains = drawn.gains(outcome)
          return counted.map { (gains[$0] - least[$0]) / (most[$0] - least[$0]) }.sorted()
        }
        let best = drawn.best(rational) { Lexicographic(numbers: shares($0)) }
        let found = from.kalaiSmorodinskySolution()
        return found?.outcomes == best && found?.value == shares(best[0]).first ?? 1 ? nil : "share"
      } == []
    )
  }

  @Test("the Nash solution is what enumeration says, weighted too, and where not all can gain")
  func nash() throws {
    var partial = 0
    let wrong = try failures(seeds: 1500) { random in
      let drawn = try RandomBargaining(&random)
      var weights = drawn.disagreement.map { _ in random.int(in: 0...3) }
      weights[0] += 1
      let divisor = Rational(random.int(in: 1...5))
      let solution = try drawn.problem.nashSolution(weights: weights.map { Rational($0) / divisor })
      guard let solution else { return drawn.rational.isEmpty ? nil : "none" }
      let gainers = { (outcome: Int) in
        weights.indices.filter { weights[$0] > 0 && drawn.gains(outcome)[$0] > 0 }
      }
      let most = drawn.rational.map { gainers($0).count }.max() ?? 0
      let candidates = drawn.rational.filter { gainers($0).count == most }
      if most < weights.filter({ $0 > 0 }).count { partial += 1 }
      let product = { (outcome: Int) in
        gainers(outcome).reduce(Rational(1)) { $0 * drawn.gains(outcome)[$1].power(weights[$1]) }
      }
      let expected = candidates.filter { outcome in
        !candidates.contains { gainers($0) == gainers(outcome) && product($0) > product(outcome) }
      }
      return solution.outcomes == expected ? nil : "\(solution.outcomes), not \(expected)"
    }
    #expect(wrong == [])
    #expect(partial > 50)
  }

  @Test(
    "scales and origins do not matter to Nash and Kalai-Smorodinsky, players' numbers to nobody"
  )
  func axioms() throws {
    let wrong = try failures(seeds: 400) { random in
      let drawn = try RandomBargaining(&random)
      let scales = drawn.disagreement.map { _ in Rational(random.int(in: 1...9)) / 7 }
      let shifts = drawn.disagreement.map { _ in Rational(random.int(in: -9...9)) / 4 }
      let change = { (row: [Rational]) in
        row.indices.map { row[$0] * scales[$0] + shifts[$0] }
      }
      let other = try RandomBargaining(drawn.rows.map(change), change(drawn.disagreement)).problem
      let (one, two) = (try drawn.problem.nashSolution(), try other.nashSolution())
      if one?.outcomes != two?.outcomes { return "Nash: scales" }
      if drawn.problem.kalaiSmorodinskySolution() != other.kalaiSmorodinskySolution() {
        return "Kalai-Smorodinsky: scales"
      }
      let order = random.permutation(of: scales.count)
      let mix = { (row: [Rational]) in order.map { row[$0] } }
      let mixed = try RandomBargaining(drawn.rows.map(mix), mix(drawn.disagreement)).problem
      if try mixed.nashSolution()?.outcomes != one?.outcomes { return "Nash: symmetry" }
      if mixed.egalitarianSolution() != drawn.problem.egalitarianSolution() { return "egalitarian" }
      // Independence: leaving out an outcome that is no solution changes nothing.
      guard let one, let left = drawn.rows.indices.first(where: { !one.outcomes.contains($0) }),
        one.value > 0
      else { return nil }
      var rows = drawn.rows
      rows.remove(at: left)
      let fewer = try RandomBargaining(rows, drawn.disagreement).problem.nashSolution()
      let expected = one.outcomes.map { $0 > left ? $0 - 1 : $0 }
      return fewer?.outcomes == expected ? nil : "independence"
    }
    #expect(wrong == [])
  }

  @Test("solutions are efficient; more to agree on never lowers the Kalai-Smorodinsky share")
  func efficiencyAndMonotonicity() throws {
    var grown = 0
    let wrong = try failures(seeds: 600) { random in
      let drawn = try RandomBargaining(&random)
      guard !drawn.rational.isEmpty, let nash = try drawn.problem.nashSolution() else { return nil }
      let efficient = drawn.problem.efficientOutcomes(in: .rational)
      let isEfficient = { (outcomes: [Int]) in outcomes.allSatisfy(efficient.contains) }
      if nash.value > 0, !isEfficient(nash.outcomes) { return "Nash" }
      if let sum = try drawn.problem.utilitarianSolution(), !isEfficient(sum.outcomes) {
        return "utilitarian"
      }
      for leximin in [
        drawn.problem.egalitarianSolution(), drawn.problem.kalaiSmorodinskySolution(),
      ] {
        // Players who cannot gain do not count; where all do, the leximin is efficient.
        if let leximin, leximin.levels.count == drawn.disagreement.count,
          !isEfficient(leximin.outcomes)
        {
          return "leximin"
        }
      }
      // One more outcome that gives nobody more than the ideal.
      guard let ideal = drawn.problem.idealGains, let ks = drawn.problem.kalaiSmorodinskySolution()
      else { return nil }
      let more = zip(drawn.disagreement, ideal).map {
        $0 + $1 * Rational(random.int(in: 0...4)) / 4
      }
      let larger = try RandomBargaining(drawn.rows + [more], drawn.disagreement).problem
      guard larger.idealGains == ideal, let other = larger.kalaiSmorodinskySolution() else {
        return "the ideal moves"
      }
      if other.value > ks.value { grown += 1 }
      return other.value >= ks.value ? nil : "monotonicity"
    }
    #expect(wrong == [])
    #expect(grown > 20)
  }

  @Test("large numbers are as exact as small ones, and near ties are told apart")
  func large() throws {
    let wrong = try failures(seeds: 100) { random in
      let drawn = try RandomBargaining(&random)
      let factor = Rational(BigInteger(10).power(40))
      let wide = try RandomBargaining(
        drawn.rows.map { $0.map { $0 * factor } },
        drawn.disagreement.map { $0 * factor }
      ).problem
      if wide.efficientOutcomes() != drawn.problem.efficientOutcomes() { return "efficient" }
      if wide.egalitarianSolution()?.outcomes != drawn.problem.egalitarianSolution()?.outcomes {
        return "egalitarian"
      }
      let same = try wide.nashSolution()?.outcomes == drawn.problem.nashSolution()?.outcomes
      return same ? nil : "Nash"
    }
    #expect(wrong == [])
    let near = try BargainingProblem(
      payoffs: [1_000_000_007, 1_000_000_009, 1_000_000_008, 1_000_000_008],
      disagreement: [0, 0]
    )
    #expect(try near.nashSolution()?.outcomes == [1])
    #expect(try near.nashSolution(weights: [5000, 4999])?.outcomes == [1])
  }

  @Test("what is no problem or no weights is refused")
  func mistakes() throws {
    #expect(throws: BargainingError.noPlayers) {
      try BargainingProblem(payoffs: [], disagreement: [])
    }
    #expect(throws: BargainingError.payoffCount(players: 2, found: 3)) {
      try BargainingProblem(payoffs: [1, 2, 3], disagreement: [0, 0])
    }
    let problem = try BargainingProblem(payoffs: [1, 2], disagreement: [0, 0])
    #expect(throws: BargainingError.weightSign) { try problem.nashSolution(weights: [0, 0]) }
    #expect(throws: BargainingError.weightSign) { try problem.nashLottery(weights: [1, -1]) }
    #expect(throws: BargainingError.weightCount(expected: 2, found: 1)) {
      try problem.utilitarianSolution(weights: [1])
    }
    #expect(throws: BargainingError.weightSize(limit: 10_000)) {
      try problem.nashSolution(weights: [1, 10_000])
    }
    let empty = try BargainingProblem(payoffs: [], disagreement: [0])
    #expect(empty.egalitarianSolution() == nil && empty.efficientOutcomes() == [])
  }

  @Test("closed forms")
  func offers() throws {
    #expect(try AlternatingOffers.firstShare(Rational(9, 10), Rational(8, 10)) == Rational(5, 7))
    #expect(throws: BargainingError.discount) { try AlternatingOffers.firstShare(1, 1) }
    let shares = try AlternatingOffers.rotationShares(players: 3, discount: Rational(9, 10))
    #expect(shares[0] == Rational(100, 271) && shares[2] == Rational(81, 271))
    #expect(try AlternatingOffers.rotationShares(players: 4, discount: 1)[3] == Rational(1, 4))
    let pair = try AlternatingOffers.rotationShares(players: 2, discount: Rational(1, 3))
    #expect(try AlternatingOffers.firstShare(Rational(1, 3), Rational(1, 3)) == pair[0])
    let rule = try AlternatingOffers.closedRule(members: 5, discount: Rational(9, 10))
    #expect(rule.proposer == Rational(64, 100) && rule.partner == Rational(18, 100))
    #expect(throws: BargainingError.quota) {
      try AlternatingOffers.closedRule(members: 3, quota: 4, discount: 1)
    }
  }
}
