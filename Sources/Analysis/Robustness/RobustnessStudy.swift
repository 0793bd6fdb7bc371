import GameTheory

/// Computes robustness measures of some policies from scenarios that come one by one, mostly in one pass.
///
/// All measures are exact, rounded once at the end, but for the square root of the deviation and what is
/// made of two measures. Memory does not grow with the number of scenarios. Where they come well mixed, as
/// random, Latin hypercube and Sobol' designs give them, one reading is enough; for the median and the 90th
/// percentile of scenarios in another order they may have to be read again (``RankSearch``).
public struct RobustnessStudy: Sendable {
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
  private let capacity: Int
  private var accumulators: [PolicyAccumulator]
  private var isFirst = true
  /// The sum over the scenarios of the best payoff.
  private var bestSum = RunningSum()

  /// Prepares a study.
  ///
  /// - Parameters:
  ///   - policies: how many policies there are; unless they are paired, others may be added.
  ///   - isPaired: whether every scenario is known under every policy, without which there is no regret.
  ///   - capacity: how many different payoffs are kept for each policy and order statistic: some 32 bytes
  ///     each; with fewer the scenarios may have to be read more often.
  ///   - settings: what is asked.
  public init(
    policies: Int,
    isPaired: Bool = true,
    capacity: Int = 1 << 16,
    _ settings: Settings = Settings()
  ) {
    self.settings = settings
    self.isPaired = isPaired
    self.capacity = capacity
    accumulators = (0..<policies).map { _ in
      PolicyAccumulator(isPaired: isPaired, capacity: capacity)
    }
  }

  /// Adds a scenario: the payoff under each policy, all finite.
  public mutating func add(_ payoffs: [Double]) {
    guard let best = payoffs.max() else { return }
    if isFirst { bestSum.add(best) }
    for (policy, payoff) in payoffs.enumerated() {
      add(payoff, regret: best - payoff, under: policy)
    }
  }

  /// Adds a scenario that is known under one policy only, perhaps under one that was not known before.
  public mutating func add(_ payoff: Double, under policy: Int) {
    while policy >= accumulators.count {
      accumulators.append(PolicyAccumulator(isPaired: isPaired, capacity: capacity))
    }
    add(payoff, regret: 0, under: policy)
  }

  private mutating func add(_ payoff: Double, regret: Double, under policy: Int) {
    if isFirst { accumulators[policy].count(payoff, regret: regret, settings.threshold) }
    accumulators[policy].rank(payoff, regret: regret)
  }

  /// Ends a reading of all scenarios; false when it was the last that is needed.
  ///
  /// If not, all have to be added once more, in any order.
  public mutating func endPass() -> Bool {
    isFirst = false
    for policy in accumulators.indices { accumulators[policy].endPass() }
    return !accumulators.allSatisfy { $0.isComplete }
  }

  /// For each policy its measures, after the last pass; nil for one without scenarios.
  public var measures: [RobustnessMeasures?] {
    let bestSum = isPaired ? bestSum.value : nil
    return accumulators.map { $0.measures(settings.pessimism, bestSum: bestSum) }
  }
}
