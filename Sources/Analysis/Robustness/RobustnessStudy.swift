/// Computes robustness measures of some policies from scenarios that come one by one, several times over.
///
/// All measures are exact but for rounding, medians and percentiles too; memory does not grow with the
/// number of scenarios. The scenarios are read ``passCount`` times, each time all of them in one order.
public struct RobustnessStudy: Sendable {
  /// How many times all scenarios have to be added.
  public static let passCount = RankSearch.passCount + 2

  /// What is asked.
  public struct Settings: Sendable {
    /// The weight of the worst payoff in Hurwicz's measure, in 0...1.
    public var pessimism = 0.5
    /// The least payoff that satisfies; nil for none.
    public var threshold: Double?

    /// Pessimism one half, no threshold.
    public init() {}
  }

  private let settings: Settings
  private let isPaired: Bool
  private var accumulators: [PolicyAccumulator]
  private var pass = 0

  /// Prepares a study of so many policies.
  ///
  /// `isPaired` says whether every scenario is known under every policy, without which there is no regret.
  public init(policies: Int, isPaired: Bool = true, _ settings: Settings = Settings()) {
    self.settings = settings
    self.isPaired = isPaired
    accumulators = (0..<policies).map { _ in PolicyAccumulator() }
  }

  /// Adds a scenario: the payoff under each policy, all finite.
  public mutating func add(_ payoffs: [Double]) {
    guard let best = payoffs.max() else { return }
    for (policy, payoff) in payoffs.enumerated() {
      accumulators[policy].add(payoff, regret: best - payoff, settings.threshold, pass)
    }
  }

  /// Adds a scenario that is known under one policy only.
  public mutating func add(_ payoff: Double, under policy: Int) {
    accumulators[policy].add(payoff, regret: 0, settings.threshold, pass)
  }

  /// Ends a reading of all scenarios; false when it was the last that is needed.
  public mutating func endPass() -> Bool {
    for policy in accumulators.indices { accumulators[policy].endPass(pass) }
    pass += 1
    return pass < RobustnessStudy.passCount
  }

  /// For each policy its measures, after the last pass; nil for one without scenarios.
  public var measures: [RobustnessMeasures?] {
    accumulators.map { $0.measures(settings.pessimism, isPaired: isPaired) }
  }
}

/// What one policy's measures are made from.
///
/// The first pass counts and finds extremes and means; the next ones the deviation and the order
/// statistics, whose ranks hang on the count; the last one what hangs on the median.
private struct PolicyAccumulator: Sendable {
  private var count = 0
  private var worst = Double.infinity
  private var best = -Double.infinity
  private var largestRegret = 0.0
  private var bestCount = 0
  private var satisfied = 0
  private var hasThreshold = false
  private var sum = CompensatedSum()
  private var regretSum = CompensatedSum()
  private var squares = CompensatedSum()
  private var shortfall = CompensatedSum()
  private var mean = 0.0
  private var median = 0.0
  private var percentile = 0.0
  private var payoffRanks: [RankSearch] = []
  private var regretRanks: [RankSearch] = []
  /// What distances from the mean are multiplied by before they are squared.
  private var scale = 1.0

  /// What is summed is multiplied by this, a power of two, so that sums stay within `Double`.
  private static let unit = 0x1p-48

  mutating func add(_ payoff: Double, regret: Double, _ threshold: Double?, _ pass: Int) {
    switch pass {
    case 0:
      count += 1
      worst = min(worst, payoff)
      best = max(best, payoff)
      sum.add(payoff * PolicyAccumulator.unit)
      largestRegret = max(largestRegret, regret)
      regretSum.add(regret * PolicyAccumulator.unit)
      if regret == 0 { bestCount += 1 }
      if let threshold {
        hasThreshold = true
        if payoff >= threshold { satisfied += 1 }
      }
    case RobustnessStudy.passCount - 1:
      if payoff < median { shortfall.add(median - payoff) }
    default:
      if pass == 1 {
        let distance = (payoff - mean) * scale
        squares.add(distance * distance)
      }
      for index in payoffRanks.indices { payoffRanks[index].add(payoff) }
      for index in regretRanks.indices { regretRanks[index].add(regret) }
    }
  }

  mutating func endPass(_ pass: Int) {
    guard count > 0 else { return }
    if pass == 0 {
      mean = sum.value / Double(count) / PolicyAccumulator.unit
      // Squares of very large numbers would be beyond `Double`.
      scale = max(best.magnitude, worst.magnitude) > 0x1p480 ? 0x1p-544 : 1
      let low = PolicyAccumulator.place(0.9, count).rank
      payoffRanks = [RankSearch(rank: (count - 1) / 2), RankSearch(rank: count / 2)]
      regretRanks = [RankSearch(rank: low), RankSearch(rank: min(low + 1, count - 1))]
    } else if pass <= RankSearch.passCount {
      for index in payoffRanks.indices { payoffRanks[index].endPass() }
      for index in regretRanks.indices { regretRanks[index].endPass() }
      guard pass == RankSearch.passCount else { return }
      median = payoffRanks[0].value / 2 + payoffRanks[1].value / 2
      let (low, high) = (regretRanks[0].value, regretRanks[1].value)
      percentile = low + (high - low) * PolicyAccumulator.place(0.9, count).rest
      payoffRanks = []
      regretRanks = []
    }
  }

  /// Where a share of the way from the lowest to the highest of so many values lies.
  private static func place(_ share: Double, _ count: Int) -> (rank: Int, rest: Double) {
    let place = share * Double(count - 1)
    return (Int(place), place - Double(Int(place)))
  }

  func measures(_ pessimism: Double, isPaired: Bool) -> RobustnessMeasures? {
    guard count > 0 else { return nil }
    var measures = RobustnessMeasures()
    measures.scenarios = count
    measures.worst = worst
    measures.best = best
    measures.hurwicz = pessimism * worst + (1 - pessimism) * best
    measures.mean = mean
    measures.deviation = (squares.value / Double(count)).squareRoot() / scale
    measures.median = median
    if hasThreshold { measures.satisficingShare = Double(satisfied) / Double(count) }
    measures.undesirableDeviation = shortfall.value
    if isPaired {
      var regret = RobustnessMeasures.Regret()
      regret.largest = largestRegret
      regret.percentile90 = percentile
      regret.mean = regretSum.value / Double(count) / PolicyAccumulator.unit
      regret.bestShare = Double(bestCount) / Double(count)
      measures.regret = regret
    }
    return measures
  }
}

/// A sum whose rounding errors are carried along.
///
/// - Source: Neumaier, Zeitschrift für angewandte Mathematik und Mechanik 54 (1974) 39.
struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0

  mutating func add(_ value: Double) {
    let next = sum + value
    lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }

  var value: Double { sum + lost }
}
