/// A rational lottery with the largest weighted product of expected gains, up to a proven gap.
public struct NashLottery: Sendable, Equatable {
  /// The weights of the players.
  public let weights: [Rational]
  /// Which outcomes the lottery may have.
  public let domain: BargainingProblem.Domain
  /// The lottery, of at most one outcome more than there are players.
  public let lottery: Lottery
  /// What each player expects.
  public let payoffs: [Rational]
  /// The sum of weight × natural logarithm of the expected gain, over the players who count, rounded.
  public let logProduct: Double
  /// By how much that sum may be below the largest one, at most: proven, and 0 where the lottery is exactly right.
  public let gap: Rational
  /// For each player with a weight above 0 who can gain nothing in rational lotteries, what proves it.
  ///
  /// These players do not count.
  public let idle: [UtilitarianLottery]
  /// What proves the gap: prices above 0 for the players who count, at least 0 for the others.
  public let bound: GainBound

  /// The product of the gains, each to the power of its weight, rounded.
  public var product: Double { ElementaryFunctions.exp(logProduct) }
}

extension BargainingProblem {
  /// The Nash solution with lotteries: the product of expected gains, each to the power of the player's weight,
  /// is as large as can be.
  ///
  /// Rational lotteries are as ``utilitarianLottery(weights:over:)`` says. Players with weight 0, and those who
  /// can gain nothing in a rational lottery, do not count in the product; all others gain. The expected
  /// payoffs of the players who count are unique, the lottery need not be.
  ///
  /// A mixture of a few outcomes is improved in floating point; the outcome that would raise the product fastest
  /// is added, until none would. Probabilities are then made fractions, and the gap is computed exactly from prices
  /// y: in every rational lottery Σ y g ≤ B, and log t ≤ t - 1, so that the sum of weight × logarithm exceeds
  /// that of gains g* by at most B - Σ w + Σ w (w / (y g*) - 1), sums over the players who count.
  ///
  /// - Parameters:
  ///   - weights: one for each player, at least 0 and not all 0; 1 for everybody when left out.
  ///   - domain: which outcomes the lottery may have.
  /// - Returns: a solution, mostly with a gap below 1e-12 times the sum of the weights, but with whatever gap is
  ///   reached; it says which.
  /// - Throws: ``BargainingError/weightCount(expected:found:)`` and ``BargainingError/weightSign``.
  /// - Complexity: some tens of passes over the outcomes, each O(*outcomes* × *players*); more where players who
  ///   do not count forbid lotteries.
  /// - Source: Nash, Econometrica 18 (1950) 155; Frank and Wolfe, Naval Research Logistics Quarterly 3 (1956)
  ///   95, and von Hohenbalken, Mathematical Programming 13 (1977) 49, for the method.
  public func nashLottery(
    weights: [Rational]? = nil,
    over domain: Domain = .all
  ) throws(BargainingError) -> LotteryAnswer<NashLottery> {
    let weights = try checkedWeights(weights)
    switch rationalStart(domain) {
    case .none(let bound): return .none(bound)
    case .start(var program, let answer):
      let positive = weights.indices.filter { weights[$0].signum > 0 }
      var idle: [UtilitarianLottery] = []
      if answer.objective.signum == 0 {
        idle = idealLotteries(of: positive, domain, &program).filter { $0.bound.bound.signum == 0 }
      }
      let counted = positive.filter { player in !idle.contains { $0.weights[player] == 1 } }
      var search = NashSearch(self, weights, counted, domain, program)
      let best = search.best(start: answer.lottery)
      return .solution(nash(best, weights, counted, domain, idle))
    }
  }

  private func nash(
    _ best: NashSearch.Best,
    _ weights: [Rational],
    _ counted: [Int],
    _ domain: Domain,
    _ idle: [UtilitarianLottery]
  ) -> NashLottery {
    let gains = expectedGains(of: best.lottery)
    let logProduct = counted.reduce(0) {
      $0 + weights[$1].toDouble() * ElementaryFunctions.log(gains[$1].toDouble())
    }
    return NashLottery(
      weights: weights,
      domain: domain,
      lottery: best.lottery,
      payoffs: expectedPayoffs(of: best.lottery),
      logProduct: logProduct,
      gap: best.gap,
      idle: idle,
      bound: GainBound(prices: perGain(best.prices), bound: best.bound)
    )
  }

  /// Whether a solution is what it says: its prices prove the gap.
  ///
  /// The logarithm of the product is not checked.
  ///
  /// - Complexity: O(*outcomes* × *players*), and the same for each player who can gain nothing.
  public func verifies(_ solution: NashLottery) -> Bool {
    let weights = solution.weights
    let prices = solution.bound.prices
    guard weights.count == playerCount, weights.allSatisfy({ $0.signum >= 0 }),
      isRational(solution.lottery, in: solution.domain),
      solution.payoffs == expectedPayoffs(of: solution.lottery),
      holds(solution.bound, in: solution.domain), prices.allSatisfy({ $0.signum >= 0 })
    else { return false }
    var counts = weights.map { $0.signum > 0 }
    for ideal in solution.idle {
      guard verifies(ideal), ideal.domain == solution.domain, ideal.bound.bound.signum == 0,
        let player = ideal.weights.firstIndex(where: { $0.signum > 0 })
      else { return false }
      counts[player] = false
    }
    let gains = expectedGains(of: solution.lottery)
    var gap = solution.bound.bound
    for player in weights.indices where counts[player] {
      guard prices[player].signum > 0, gains[player].signum > 0 else { return false }
      let weight = weights[player]
      gap = gap + weight * (weight / (prices[player] * gains[player]) - 2)
    }
    return gap <= solution.gap
  }
}
