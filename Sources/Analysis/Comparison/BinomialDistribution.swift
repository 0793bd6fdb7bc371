import GameTheory

/// How often something happens in independent trials.
///
/// P(X = k) = C(n, k) pᵏ (1-p)ⁿ⁻ᵏ.
public struct BinomialDistribution: Sendable {
  /// How many trials there are, at least 0.
  public let trials: Int
  /// How likely it is in each, in 0...1.
  public let probability: Double

  /// Creates a distribution; a probability beyond 0...1 counts as the nearer end.
  public init(trials: Int, probability: Double) {
    self.trials = max(0, trials)
    self.probability = min(max(probability, 0), 1)
  }

  /// How likely at least `count` successes are: I_p(k, n-k+1), the share of a beta distribution below p.
  ///
  /// The smaller of this and its complement is precise to 2^-44 of itself up to 10,000 trials.
  /// - Complexity: O(√*trials*).
  /// - Source: Abramowitz and Stegun (1964), 26.5.24.
  public func upperTail(from count: Int) -> Double {
    if count <= 0 { return 1 }
    if count > trials || probability == 0 { return 0 }
    let successes = Double(count)
    return Distribution.beta(
      alpha: successes,
      beta: Double(trials) - successes + 1,
      low: 0,
      high: 1
    ).cumulative(probability)
  }
}
