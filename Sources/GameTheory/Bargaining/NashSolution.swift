/// Outcomes with the largest product of gains.
public struct NashSolution: Sendable, Equatable {
  /// Players who can gain at once, and the outcomes that are best for them.
  public struct Group: Sendable, Equatable {
    /// Who gains, ascending.
    public let players: [Int]
    /// The largest product of their gains, each to the power of the player's exponent.
    public let product: Rational
    /// All outcomes that have it and in which nobody else gains, ascending.
    public let outcomes: [Int]
  }

  /// To which power each player's gain is raised: the weights as whole numbers in lowest terms.
  public let exponents: [Int]
  /// One group where some outcome gives a gain to everybody; otherwise as the method says.
  public let groups: [Group]
  /// The largest product of the gains of all players with an exponent above 0; 0 where not all can gain.
  public let value: Rational

  /// All solutions, ascending.
  public var outcomes: [Int] { groups.flatMap { $0.outcomes }.sorted() }
}

extension BargainingProblem {
  /// The largest sum of weights, as whole numbers in lowest terms, that gains are raised to.
  public static let exponentLimit = 10_000

  /// The Nash solution over the rational outcomes: the product of the gains, each to the power of the
  /// player's weight, is as large as can be.
  ///
  /// Products are compared exactly. Where no outcome gives a gain to every player, all products are 0 and say
  /// nothing. Then, by convention, the most players who can gain at once shall gain, and the product
  /// goes over them. There may be several such groups; products of different groups depend on the
  /// players' scales and are not compared, so the best outcomes of every group are solutions. Players
  /// with weight 0 do not count. Where nobody can gain, the group is empty, its product 1, and all rational
  /// outcomes are in it.
  ///
  /// - Parameter weights: one for each player, at least 0 and not all 0; 1 for everybody when left out.
  /// - Returns: nil where no outcome is rational; groups in the order of their first outcomes.
  /// - Throws: ``BargainingError/weightCount(expected:found:)``, ``BargainingError/weightSign``, and
  ///   ``BargainingError/weightSize(limit:)`` beyond ``exponentLimit``.
  /// - Complexity: O(*outcomes* × *players*) logarithms; exact powers only for those that nearly tie.
  /// - Source: Nash, Econometrica 18 (1950) 155; Kalai, International Journal of Game Theory 6 (1977) 129, for
  ///   weights; Caragiannis et al., The unreasonable fairness of maximum Nash welfare, EC 2016, definition
  ///   3.1, for the convention.
  public func nashSolution(
    weights: [Rational]? = nil
  ) throws(BargainingError) -> NashSolution? {
    let exponents = try nashExponents(weights)
    let counted = exponents.indices.filter { exponents[$0] > 0 }
    var groups: [NashCandidates] = []
    var most = -1
    for outcome in rationalOutcomes {
      let gainers = counted.filter { whole.signum(outcome * playerCount + $0) > 0 }
      if gainers.count < most { continue }
      if gainers.count > most { groups = [] }
      most = gainers.count
      if let place = groups.firstIndex(where: { $0.players == gainers }) {
        groups[place].outcomes.append(outcome)
      } else {
        groups.append(NashCandidates(players: gainers, outcomes: [outcome]))
      }
    }
    guard !groups.isEmpty else { return nil }
    let best = groups.map { bestProducts($0, exponents) }
    let value = most == counted.count ? best[0].product : 0
    return NashSolution(exponents: exponents, groups: best, value: value)
  }

  /// The outcomes with the largest product of gains by the letter of the definition, ascending.
  ///
  /// Where no outcome gives a gain to every player whose weight is above 0, the largest product is 0 and all
  /// rational outcomes have it. ``nashSolution(weights:)`` picks some of them by its convention; otherwise both
  /// are the same. Gains are raised to the players' weights. Empty where no outcome is rational.
  ///
  /// - Parameter weights: one for each player, at least 0 and not all 0; 1 for everybody when left out.
  /// - Returns: all maximisers over the rational outcomes.
  /// - Throws: as ``nashSolution(weights:)``.
  /// - Complexity: as that.
  /// - Source: Nash, Econometrica 18 (1950) 155.
  public func nashMaximisers(weights: [Rational]? = nil) throws(BargainingError) -> [Int] {
    guard let solution = try nashSolution(weights: weights) else { return [] }
    return solution.value > 0 ? solution.outcomes : rationalOutcomes
  }

  /// The weights as whole numbers in lowest terms.
  private func nashExponents(_ weights: [Rational]?) throws(BargainingError) -> [Int] {
    let weights = try checkedWeights(weights)
    let common = Rational(Rational.commonDenominator(of: weights))
    var divisor: BigInteger = 0
    var sum: BigInteger = 0
    for weight in weights {
      let number = (weight * common).numerator
      divisor = BigInteger.greatestCommonDivisor(divisor, number)
      sum = sum + number
    }
    let unit = Rational(divisor)
    let limit = BargainingProblem.exponentLimit
    guard Rational(sum) / unit <= Rational(limit) else { throw .weightSize(limit: limit) }
    return weights.map { ($0 * common / unit).numerator.asInt ?? 0 }
  }

  /// Those of a group's outcomes whose product is largest.
  private func bestProducts(_ group: NashCandidates, _ exponents: [Int]) -> NashSolution.Group {
    var best: BigInteger = 0
    var outcomes: [Int] = []
    var places: [Int] = []
    for outcome in nearlyBest(group, exponents) {
      let row = group.players.map { outcome * playerCount + $0 }
      if !outcomes.isEmpty, zip(row, places).allSatisfy({ whole[$0] == whole[$1] }) {
        outcomes.append(outcome)
        continue
      }
      var product: BigInteger = 1
      for (player, place) in zip(group.players, row) {
        product = product * whole[place].power(exponents[player])
      }
      if product < best { continue }
      if product > best { outcomes = [] }
      best = product
      places = row
      outcomes.append(outcome)
    }
    let scale = group.players.reduce(BigInteger(1)) { $0 * scales[$1].power(exponents[$1]) }
    return NashSolution.Group(
      players: group.players,
      product: Rational(best, scale),
      outcomes: outcomes
    )
  }

  /// The outcomes whose product may be the largest, by logarithms with a bound on their error.
  private func nearlyBest(_ group: NashCandidates, _ exponents: [Int]) -> [Int] {
    var best = -Double.infinity
    var kept: [(outcome: Int, highest: Double)] = []
    for outcome in group.outcomes {
      var sum = 0.0
      var size = 0.0
      for player in group.players {
        let log = ElementaryFunctions.log(whole.double(outcome * playerCount + player))
        guard log < .infinity else { return group.outcomes }
        sum += Double(exponents[player]) * log
        size += Double(exponents[player]) * (log + 1)
      }
      // A gain is rounded to 53 bits, and its logarithm, the products and the sums are.
      let error = size * 0x1p-50 * Double(group.players.count)
      if sum + error < best { continue }
      best = max(best, sum - error)
      kept.append((outcome, sum + error))
    }
    return kept.filter { $0.highest >= best }.map { $0.outcome }
  }
}

/// Outcomes in which the same players gain.
private struct NashCandidates {
  let players: [Int]
  var outcomes: [Int]
}
