/// Outcomes with the largest weighted sum of payoffs.
public struct UtilitarianSolution: Sendable, Equatable {
  /// The weighted sum of the payoffs, not of the gains.
  public let value: Rational
  /// All outcomes that have it, ascending.
  public let outcomes: [Int]
}

extension BargainingProblem {
  /// The utilitarian solution: the weighted sum of payoffs is as large as can be.
  ///
  /// Utilities must be comparable in size, or the weights make them so.
  ///
  /// - Parameters:
  ///   - weights: one for each player, at least 0 and not all 0; 1 for everybody when left out.
  ///   - domain: over which outcomes; the rational ones when left out.
  /// - Returns: nil where the domain is empty.
  /// - Throws: ``BargainingError/weightCount(expected:found:)`` and ``BargainingError/weightSign``.
  /// - Complexity: O(*outcomes* × *players*).
  /// - Source: Harsanyi, Journal of Political Economy 63 (1955) 309.
  public func utilitarianSolution(
    weights: [Rational]? = nil,
    in domain: Domain = .rational
  ) throws(BargainingError) -> UtilitarianSolution? {
    let weights = try checkedWeights(weights)
    let candidates = outcomes(of: domain)
    guard !candidates.isEmpty else { return nil }
    let prices = weights.indices.map { weights[$0] / Rational(scales[$0]) }
    let common = Rational.commonDenominator(of: prices)
    let factors = prices.map { ($0 * Rational(common)).numerator }
    var best: BigInteger?
    var outcomes: [Int] = []
    for outcome in candidates {
      let sum = weightedSum(factors, outcome)
      if let best, sum < best { continue }
      if best != sum { outcomes = [] }
      best = sum
      outcomes.append(outcome)
    }
    let constant = weights.indices.reduce(Rational(0)) { $0 + weights[$1] * disagreement[$1] }
    return UtilitarianSolution(
      value: constant + Rational(best ?? 0, common),
      outcomes: outcomes
    )
  }

  /// The weights, or 1 for everybody.
  func checkedWeights(_ weights: [Rational]?) throws(BargainingError) -> [Rational] {
    guard let weights else { return disagreement.map { _ in 1 } }
    guard weights.count == playerCount else {
      throw .weightCount(expected: playerCount, found: weights.count)
    }
    guard weights.allSatisfy({ $0.signum >= 0 }), weights.contains(where: { $0.signum > 0 }) else {
      throw .weightSign
    }
    return weights
  }

  /// The sum over players of a factor times the whole gain.
  func weightedSum(_ factors: [BigInteger], _ outcome: Int) -> BigInteger {
    var sum: BigInteger = 0
    for player in factors.indices where factors[player].signum != 0 {
      sum = sum + factors[player] * whole[outcome * factors.count + player]
    }
    return sum
  }
}
