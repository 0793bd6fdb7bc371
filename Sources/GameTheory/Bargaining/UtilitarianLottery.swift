/// A rational lottery with the largest weighted sum of expected payoffs.
public struct UtilitarianLottery: Sendable, Equatable {
  /// The weights of the players.
  public let weights: [Rational]
  /// Which outcomes the lottery may have.
  public let domain: BargainingProblem.Domain
  /// The lottery, of at most one outcome more than there are players.
  public let lottery: Lottery
  /// What each player expects.
  public let payoffs: [Rational]
  /// The weighted sum of the payoffs.
  public let value: Rational
  /// What proves it: prices of at least the weights; the bound is the weighted sum of the gains.
  public let bound: GainBound
}

extension BargainingProblem {
  /// The lottery with the largest weighted sum of expected payoffs, of those that are rational.
  ///
  /// A lottery is rational where everybody expects at least its disagreement payoff. It is agreed on before it is
  /// drawn, so it may contain outcomes that are not rational, unless the domain leaves them out. There may be
  /// other lotteries with the same value. The disagreement is in no lottery: with it, none gets better.
  ///
  /// - Parameters:
  ///   - weights: one for each player, at least 0 and not all 0; 1 for everybody when left out.
  ///   - domain: which outcomes the lottery may have.
  /// - Returns: a best lottery, or the proof that none is rational.
  /// - Throws: ``BargainingError/weightCount(expected:found:)`` and ``BargainingError/weightSign``.
  /// - Complexity: a few linear programmes of *players* rows, and as many passes over the outcomes.
  /// - Source: Harsanyi, Journal of Political Economy 63 (1955) 309; duality as in Dantzig, Linear
  ///   Programming and Extensions (1963), chapter 6.
  public func utilitarianLottery(
    weights: [Rational]? = nil,
    over domain: Domain = .all
  ) throws(BargainingError) -> LotteryAnswer<UtilitarianLottery> {
    let weights = try checkedWeights(weights)
    switch rationalStart(domain) {
    case .none(let bound): return .none(bound)
    case .start(var program, _): return .solution(utilitarian(weights, domain, &program))
    }
  }

  /// Whether a solution is what it says: its prices prove that no rational lottery has a larger value.
  ///
  /// - Complexity: O(*outcomes* × *players*).
  public func verifies(_ solution: UtilitarianLottery) -> Bool {
    let weights = solution.weights
    guard weights.count == playerCount, isRational(solution.lottery, in: solution.domain),
      solution.payoffs == expectedPayoffs(of: solution.lottery),
      holds(solution.bound, in: solution.domain),
      zip(weights, solution.bound.prices).allSatisfy({ $0.signum >= 0 && $0 <= $1 })
    else { return false }
    let gains = expectedGains(of: solution.lottery)
    let sum = { (numbers: [Rational]) in
      zip(weights, numbers).reduce(Rational(0)) { $0 + $1.0 * $1.1 }
    }
    return sum(gains) == solution.bound.bound && sum(solution.payoffs) == solution.value
  }

  /// Whether a proof holds that no lottery over a domain is rational.
  public func verifiesNone(_ bound: GainBound, over domain: Domain) -> Bool {
    bound.bound.signum < 0 && bound.prices.allSatisfy { $0.signum >= 0 } && holds(bound, in: domain)
  }

  /// Whether a lottery pays nobody less than its disagreement payoff.
  func isRational(_ lottery: Lottery, in domain: Domain) -> Bool {
    isLottery(lottery, in: domain) && wholeGains(of: lottery).allSatisfy { $0.signum >= 0 }
  }

  /// The best lottery for weights, with a programme in which some lottery is rational.
  func utilitarian(
    _ weights: [Rational],
    _ domain: Domain,
    _ program: inout LotteryProgram
  ) -> UtilitarianLottery {
    let answer = program.largestSum(perWholeGain(weights))
    let payoffs = expectedPayoffs(of: answer.lottery)
    return UtilitarianLottery(
      weights: weights,
      domain: domain,
      lottery: answer.lottery,
      payoffs: payoffs,
      value: zip(weights, payoffs).reduce(0) { $0 + $1.0 * $1.1 },
      bound: GainBound(prices: perGain(answer.prices), bound: answer.bound)
    )
  }

  /// The lottery with the largest gain of one player, for each of some, with a programme as above.
  func idealLotteries(
    of players: [Int],
    _ domain: Domain,
    _ program: inout LotteryProgram
  ) -> [UtilitarianLottery] {
    players.map { player in
      utilitarian(disagreement.indices.map { $0 == player ? 1 : 0 }, domain, &program)
    }
  }

  /// Prices of gains as prices of whole gains.
  func perWholeGain(_ prices: [Rational]) -> [Rational] {
    prices.indices.map { prices[$0] / Rational(scales[$0]) }
  }

  /// Prices of whole gains as prices of gains.
  func perGain(_ prices: [Rational]) -> [Rational] {
    prices.indices.map { prices[$0] * Rational(scales[$0]) }
  }

  /// Where programmes over rational lotteries start.
  enum RationalStart {
    /// A programme in which some lottery is rational, and a lottery in which all gain who can at once.
    case start(LotteryProgram, LotteryProgram.Answer)
    /// No lottery is rational.
    case none(GainBound)
  }

  /// Looks for a rational lottery: the one with the largest least gain, as a share of the most in an outcome.
  func rationalStart(_ domain: Domain) -> RationalStart {
    let outcomes = outcomes(of: domain)
    guard !outcomes.isEmpty else {
      return .none(GainBound(prices: disagreement.map { _ in 1 }, bound: -1))
    }
    var program = LotteryProgram(self, outcomes)
    let answer = program.largestLevel(
      units: scales.indices.map { player in
        let best = whole[bestOutcome(of: player, among: outcomes) * playerCount + player]
        return Rational(best.signum > 0 ? best : scales[player])
      },
      demands: scales.map { _ in nil }
    )
    guard answer.objective.signum >= 0 else {
      return .none(GainBound(prices: perGain(answer.prices), bound: answer.bound))
    }
    return .start(program, answer)
  }
}
