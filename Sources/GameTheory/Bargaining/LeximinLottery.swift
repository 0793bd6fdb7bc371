/// A rational lottery that is best for whoever is worst off, then for the next, and so on.
public struct LeximinLottery: Sendable, Equatable {
  /// What a player's level is.
  public enum Rule: Sendable, Equatable {
    /// Its gain.
    case egalitarian
    /// Its gain as a share of its ideal gain.
    case kalaiSmorodinsky
  }

  /// A level at which players have all that they can, given what others have.
  public struct Step: Sendable, Equatable {
    /// The level.
    public let level: Rational
    /// Who has it and cannot have more, ascending: their prices are above 0.
    public let players: [Int]
    /// What proves it: prices of at least 0.
    ///
    /// Those of the players who have not been settled before, times what a level is to them, add up to 1. The bound
    /// is the level plus what the gains of the others, settled before, cost.
    public let bound: GainBound
  }

  /// What a player's level is.
  public let rule: Rule
  /// Which outcomes the lottery may have.
  public let domain: BargainingProblem.Domain
  /// The lottery, of at most one outcome more than there are players.
  public let lottery: Lottery
  /// What each player expects.
  public let payoffs: [Rational]
  /// The level of the worst-off player; 1 where nobody counts.
  public let value: Rational
  /// For Kalai-Smorodinsky the best rational lottery for each player, which proves its ideal gain.
  public let ideals: [UtilitarianLottery]
  /// The levels, ascending, until everybody who counts is settled.
  public let steps: [Step]
}

extension BargainingProblem {
  /// The egalitarian solution with lotteries: equal expected gains, as large as can be, and more for those who
  /// can have more when nobody worse off has less.
  ///
  /// Rational lotteries are as ``utilitarianLottery(weights:over:)`` says. The expected payoffs are unique, the
  /// lottery need not be.
  ///
  /// - Parameter domain: which outcomes the lottery may have.
  /// - Returns: a best lottery, or the proof that none is rational.
  /// - Complexity: at most *players* times a few linear programmes of *players* rows, and as many passes over
  ///   the outcomes.
  /// - Source: Kalai, Econometrica 45 (1977) 1623; Imai, Econometrica 51 (1983) 389; successive programmes as
  ///   in Ogryczak, European Journal of Operational Research 97 (1997) 148.
  public func egalitarianLottery(over domain: Domain = .all) -> LotteryAnswer<LeximinLottery> {
    switch rationalStart(domain) {
    case .none(let bound): return .none(bound)
    case .start(var program, _):
      return .solution(leximin(.egalitarian, domain, [], &program))
    }
  }

  /// The Kalai-Smorodinsky solution with lotteries: equal shares of the ideal gains, as large as can be, and
  /// more for those who can have more when nobody worse off has less.
  ///
  /// A player's ideal gain is the most that it can expect of a rational lottery, which may be more than in rational
  /// outcomes. Players whose ideal gain is 0 expect 0 in every rational lottery and do not count. With two
  /// players who count, shares are equal. The expected payoffs are unique, the lottery need not be.
  ///
  /// - Parameter domain: which outcomes the lottery may have.
  /// - Returns: a best lottery, or the proof that none is rational.
  /// - Complexity: at most twice *players* times a few linear programmes of *players* rows, and as many passes
  ///   over the outcomes.
  /// - Source: Kalai and Smorodinsky, Econometrica 43 (1975) 513; Imai, Econometrica 51 (1983) 389.
  public func kalaiSmorodinskyLottery(over domain: Domain = .all) -> LotteryAnswer<LeximinLottery> {
    switch rationalStart(domain) {
    case .none(let bound): return .none(bound)
    case .start(var program, _):
      let ideals = idealLotteries(of: Array(disagreement.indices), domain, &program)
      return .solution(leximin(.kalaiSmorodinsky, domain, ideals, &program))
    }
  }

  /// Raises the level of all who are not settled, as long as there are some.
  private func leximin(
    _ rule: LeximinLottery.Rule,
    _ domain: Domain,
    _ ideals: [UtilitarianLottery],
    _ program: inout LotteryProgram
  ) -> LeximinLottery {
    let units = units(rule, ideals)
    let whole = units.indices.map { units[$0] * Rational(scales[$0]) }
    var demands: [Rational?] = units.map { $0.signum > 0 ? nil : 0 }
    var lottery = ideals.first?.lottery ?? Lottery([])
    var steps: [LeximinLottery.Step] = []
    while demands.contains(nil) {
      let answer = program.largestLevel(units: whole, demands: demands)
      let settled = units.indices.filter { demands[$0] == nil && answer.prices[$0].signum > 0 }
      for player in settled { demands[player] = answer.objective * whole[player] }
      lottery = answer.lottery
      steps.append(
        LeximinLottery.Step(
          level: answer.objective,
          players: settled,
          bound: GainBound(prices: perGain(answer.prices), bound: answer.bound)
        )
      )
    }
    return LeximinLottery(
      rule: rule,
      domain: domain,
      lottery: lottery,
      payoffs: expectedPayoffs(of: lottery),
      value: steps.first?.level ?? 1,
      ideals: ideals,
      steps: steps
    )
  }

  /// For each player the gain that one level is; 0 for those who do not count.
  private func units(
    _ rule: LeximinLottery.Rule,
    _ ideals: [UtilitarianLottery]
  ) -> [Rational] {
    switch rule {
    case .egalitarian: disagreement.map { _ in 1 }
    case .kalaiSmorodinsky:
      disagreement.indices.map { ideals[$0].payoffs[$0] - disagreement[$0] }
    }
  }

  /// Whether a solution is what it says: its prices prove, step by step, that no rational lottery is better.
  ///
  /// - Complexity: O(*outcomes* × *players* × *steps*), and the same for each ideal gain.
  public func verifies(_ solution: LeximinLottery) -> Bool {
    guard isRational(solution.lottery, in: solution.domain),
      solution.payoffs == expectedPayoffs(of: solution.lottery),
      verifiesIdeals(solution)
    else { return false }
    let units = units(solution.rule, solution.ideals)
    var settled: [Rational?] = units.map { $0.signum > 0 ? nil : 0 }
    for step in solution.steps {
      guard verifies(step, units, settled, solution.domain) else { return false }
      for player in step.players { settled[player] = step.level * units[player] }
    }
    let gains = expectedGains(of: solution.lottery)
    return zip(settled, gains).allSatisfy { $0 == $1 }
      && solution.value == solution.steps.first?.level ?? 1
  }

  private func verifiesIdeals(_ solution: LeximinLottery) -> Bool {
    guard solution.rule == .kalaiSmorodinsky else { return solution.ideals.isEmpty }
    return solution.ideals.count == playerCount
      && solution.ideals.enumerated().allSatisfy { player, ideal in
        ideal.domain == solution.domain && verifies(ideal)
          && ideal.weights == disagreement.indices.map { $0 == player ? 1 : 0 }
      }
  }

  /// Nobody who is not settled can have more than the level, without one of them or of the settled having less.
  private func verifies(
    _ step: LeximinLottery.Step,
    _ units: [Rational],
    _ settled: [Rational?],
    _ domain: Domain
  ) -> Bool {
    let prices = step.bound.prices
    guard holds(step.bound, in: domain), prices.allSatisfy({ $0.signum >= 0 }),
      !step.players.isEmpty
    else { return false }
    var free: Rational = 0
    var cost = step.level
    for player in prices.indices {
      if let gain = settled[player] {
        cost = cost + prices[player] * gain
      } else {
        free = free + prices[player] * units[player]
      }
    }
    return free == 1 && cost == step.bound.bound
      && step.players.allSatisfy { player in
        units.indices.contains(player) && settled[player] == nil && prices[player].signum > 0
      }
  }
}
