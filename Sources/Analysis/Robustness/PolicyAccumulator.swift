import GameTheory

/// What one policy's measures are made from.
struct PolicyAccumulator: Sendable {
  private var count = 0
  private var worst = Double.infinity
  private var best = -Double.infinity
  private var largestRegret = 0.0
  private var bestCount = 0
  private var satisfied: Int?
  private var sum = RunningSum()
  private var squares = RunningSum()
  private var median: RankSearch
  private var percentile: RankSearch?

  init(isPaired: Bool, capacity: Int) {
    median = RankSearch(share: 0.5, capacity: capacity, isSummed: true)
    percentile = isPaired ? RankSearch(share: 0.9, capacity: capacity) : nil
  }

  /// Whether no other pass is needed.
  var isComplete: Bool { count == 0 || median.isFound && percentile?.isFound ?? true }

  /// Counts a scenario in the first pass.
  mutating func count(_ payoff: Double, regret: Double, _ threshold: Double?) {
    count += 1
    worst = min(worst, payoff)
    best = max(best, payoff)
    sum.add(payoff)
    squares.addSquare(payoff)
    largestRegret = max(largestRegret, regret)
    if regret == 0 { bestCount += 1 }
    if let threshold { satisfied = (satisfied ?? 0) + (payoff >= threshold ? 1 : 0) }
  }

  /// Takes a scenario for the order statistics, in every pass.
  @inline(__always)
  mutating func rank(_ payoff: Double, regret: Double) {
    median.add(payoff)
    percentile?.add(regret)
  }

  mutating func endPass() {
    median.endPass()
    percentile?.endPass()
  }

  /// The measures; `bestSum` is the sum over the scenarios of the best payoff that any policy has.
  func measures(_ pessimism: Double, bestSum: Rational?) -> RobustnessMeasures? {
    guard count > 0 else { return nil }
    let number = Rational(count)
    let mean = sum.value / number
    var measures = RobustnessMeasures()
    measures.scenarios = count
    measures.worst = worst
    measures.best = best
    measures.hurwicz = pessimism * worst + (1 - pessimism) * best
    measures.mean = mean.toDouble()
    measures.deviation = PolicyAccumulator.squareRoot(squares.value / number - mean * mean)
    let middle = median.values
    let half = middle.low / 2 + (median.rest > 0 ? middle.high : middle.low) / 2
    measures.median = half
    measures.satisficingShare = satisfied.map { Double($0) / Double(count) }
    let below = median.part(below: half)
    let whole = Rational(exactly: half) * Rational(below.count)
    measures.undesirableDeviation = (whole - below.sum).toDouble()
    if let bestSum, let percentile {
      let (low, high) = percentile.values
      var regret = RobustnessMeasures.Regret()
      regret.largest = largestRegret
      regret.percentile90 = low + (high - low) * percentile.rest
      regret.mean = (bestSum / number - mean).toDouble()
      regret.bestShare = Double(bestCount) / Double(count)
      measures.regret = regret
    }
    return measures
  }

  /// The square root of a number that is not negative, which may be far beyond `Double`.
  private static func squareRoot(_ value: Rational) -> Double {
    guard value.signum > 0 else { return 0 }
    let half = (value.numerator.bitWidth - value.denominator.bitWidth) / 2
    let unit = Rational(BigInteger(1).shifted(left: abs(half)))
    let root = (half > 0 ? value / (unit * unit) : value * unit * unit).toDouble().squareRoot()
    return (half > 0 ? Rational(exactly: root) * unit : Rational(exactly: root) / unit).toDouble()
  }
}
