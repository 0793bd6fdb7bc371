import GameTheory

/// How often something happens in independent trials.
///
/// P(X = k) = C(n, k) pᵏ (1-p)ⁿ⁻ᵏ. Only our own logarithm and exponential are used, so results are the
/// same on every machine.
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

  /// How likely exactly `count` successes are.
  ///
  /// Relative error below 1e-12 where the result is above 1e-300.
  /// - Source: Loader, Fast and accurate computation of binomial probabilities (2000).
  public func mass(at count: Int) -> Double {
    guard count >= 0, count <= trials else { return 0 }
    if probability == 0 { return count == 0 ? 1 : 0 }
    if probability == 1 { return count == trials ? 1 : 0 }
    if trials == 0 { return 1 }
    let (n, x, p) = (Double(trials), Double(count), probability)
    if count == 0 { return power(1 - p, complement: p, trials) }
    if count == trials { return power(p, complement: 1 - p, trials) }
    let exponent =
      stirlingError(n) - stirlingError(x) - stirlingError(n - x)
      - deviance(x, n * p) - deviance(n - x, n * (1 - p))
    let scale = n / (2 * Double.pi * x * (n - x))
    return scale.squareRoot() * ElementaryFunctions.exp(exponent)
  }

  /// qⁿ, where `complement` is 1 - q.
  private func power(_ base: Double, complement: Double, _ exponent: Int) -> Double {
    // The deviance of n from n(1 - c) is -n log(1 - c) - n c, without cancellation for small c.
    let n = Double(exponent)
    let log =
      complement < 0.1 ? -deviance(n, n * base) - n * complement : n * ElementaryFunctions.log(base)
    return ElementaryFunctions.exp(log)
  }

  /// How likely at least `count` successes are.
  ///
  /// The regularised incomplete beta function I_p(k, n-k+1) by its continued fraction, whose front
  /// factor is P(X = k) (1-p).
  /// - Complexity: O(√n).
  /// - Source: Lentz's method for the fraction 26.5.8 of Abramowitz and Stegun (1964).
  public func upperTail(from count: Int) -> Double {
    if count <= 0 { return 1 }
    if count > trials || probability == 0 { return 0 }
    if probability == 1 { return 1 }
    let (a, b) = (Double(count), Double(trials - count + 1))
    if probability < (a + 1) / (a + b + 2) {
      let front = mass(at: count) * (1 - probability)
      return min(1, front * betaFraction(a, b, probability))
    }
    // I_p(a, b) = 1 - I_(1-p)(b, a), whose front factor is that of one success less.
    let front = mass(at: count - 1) * probability
    return max(0, min(1, 1 - front * betaFraction(b, a, 1 - probability)))
  }
}

/// The continued fraction of the incomplete beta function, by Lentz's method as modified by Thompson and
/// Barnett.
private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / kept(1 - (a + b) * x / (a + 1))
  var fraction = d
  var m = 1.0
  while m < 1e7 {
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / kept(1 + even * d)
    c = kept(1 + even / c)
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / kept(1 + odd * d)
    c = kept(1 + odd / c)
    fraction *= d * c
    if abs(d * c - 1) < 1e-16 { break }
    m += 1
  }
  return fraction
}
