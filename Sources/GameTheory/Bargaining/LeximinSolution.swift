/// Outcomes that are best for whoever is worst off, and then for the next, and so on.
public struct LeximinSolution: Sendable, Equatable {
  /// The largest level that the worst-off player can have: gain or share of the ideal gain.
  public let value: Rational
  /// All outcomes where the worst-off player has that level, ascending: the first step.
  public let firstStep: [Int]
  /// Those of them whose levels, sorted ascending, are lexicographically largest; ascending.
  public let outcomes: [Int]
  /// These levels, ascending, one for each player that counts.
  public let levels: [Rational]
}

extension BargainingProblem {
  /// The egalitarian solution over the rational outcomes: the smallest gain is as large as can be.
  ///
  /// Utilities must be comparable in size. Ties are decided by leximin: of the outcomes with the largest
  /// smallest gain, those with the largest second smallest, and so on.
  ///
  /// - Returns: nil where no outcome is rational.
  /// - Complexity: O(*outcomes* × *players*), and sorting for those that tie.
  /// - Source: Kalai, Econometrica 45 (1977) 1623; Imai, Econometrica 51 (1983) 389, and Chun and Peters,
  ///   Economics Letters 31 (1989), for the lexicographic form.
  public func egalitarianSolution() -> LeximinSolution? {
    leximin(rationalOutcomes, units: scales)
  }

  /// The Kalai-Smorodinsky solution over the rational outcomes: the smallest share of the ideal gain is as
  /// large as can be.
  ///
  /// A player's ideal gain is its largest over the rational outcomes. Players whose ideal gain is 0 have all that
  /// they can in every rational outcome and do not count. Where nobody counts, all rational outcomes
  /// are solutions, with value 1. On finite sets no outcome need give equal shares: the smallest one is made as
  /// large as can be, and `firstStep` has all such outcomes; `outcomes` decides ties by leximin.
  ///
  /// - Returns: nil where no outcome is rational.
  /// - Complexity: O(*outcomes* × *players*), and sorting for those that tie.
  /// - Source: Kalai and Smorodinsky, Econometrica 43 (1975) 513; Imai, Econometrica 51 (1983) 389, for more
  ///   than two players.
  public func kalaiSmorodinskySolution() -> LeximinSolution? {
    let outcomes = rationalOutcomes
    guard let ideal = wholeIdealGains(outcomes) else { return nil }
    return leximin(outcomes, units: ideal)
  }

  /// The leximin of gains, each counted in the player's unit; players whose unit is 0 do not count.
  private func leximin(_ candidates: [Int], units: [BigInteger]) -> LeximinSolution? {
    guard !candidates.isEmpty else { return nil }
    let counted = units.indices.filter { units[$0].signum > 0 }
    guard !counted.isEmpty else {
      return LeximinSolution(value: 1, firstStep: candidates, outcomes: candidates, levels: [])
    }
    // The least multiple of all units makes levels whole.
    let common = Rational.commonDenominator(of: counted.map { Rational(1, units[$0]) })
    let factors = counted.map { common.quotientAndRemainder(dividingBy: units[$0]).quotient }
    let level = { (outcome: Int, index: Int) in
      factors[index] * whole[outcome * playerCount + counted[index]]
    }
    let first = maximin(candidates, players: counted.count, level)
    let sorted = { (outcome: Int) in counted.indices.map { level(outcome, $0) }.sorted() }
    var levels = sorted(first[0])
    var outcomes: [Int] = []
    for outcome in first {
      let other = sorted(outcome)
      if other.lexicographicallyPrecedes(levels) { continue }
      if other != levels { outcomes = [] }
      levels = other
      outcomes.append(outcome)
    }
    return LeximinSolution(
      value: Rational(levels[0], common),
      firstStep: first,
      outcomes: outcomes,
      levels: levels.map { Rational($0, common) }
    )
  }

  /// The candidates whose smallest level is largest, in their order.
  private func maximin(
    _ candidates: [Int],
    players: Int,
    _ level: (_ outcome: Int, _ player: Int) -> BigInteger
  ) -> [Int] {
    var best: BigInteger?
    var found: [Int] = []
    for outcome in candidates {
      var least = level(outcome, 0)
      for player in 1..<players {
        if let best, least < best { break }
        least = min(least, level(outcome, player))
      }
      if let best, least < best { continue }
      if least != best { found = [] }
      best = least
      found.append(outcome)
    }
    return found
  }
}
