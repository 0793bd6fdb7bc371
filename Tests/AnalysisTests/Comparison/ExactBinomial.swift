import GameTheory

/// Binomial probabilities summed in exact arithmetic.
enum ExactBinomial {
  /// P(X ≥ count) for X with so many trials.
  static func upperTail(_ count: Int, _ trials: Int, _ p: Rational) -> Double {
    count > trials ? 0 : tails(trials, p)[max(0, count)].toDouble()
  }

  /// P(X ≥ k) for every k from 0.
  static func tails(_ trials: Int, _ p: Rational) -> [Rational] {
    var tails = masses(trials, p)
    for k in tails.indices.dropLast().reversed() { tails[k] = tails[k] + tails[k + 1] }
    return tails
  }

  /// P(X = k) for every k from 0, one trial after another.
  static func masses(_ trials: Int, _ p: Rational) -> [Rational] {
    var masses: [Rational] = [1]
    for _ in 0..<trials {
      let before = [0] + masses
      masses = (masses + [0]).indices.map { k in
        before[k] * p + (k < masses.count ? masses[k] : 0) * (1 - p)
      }
    }
    return masses
  }
}
