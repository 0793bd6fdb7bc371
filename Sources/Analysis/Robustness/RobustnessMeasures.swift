/// How a policy fares over many scenarios, by the usual measures.
///
/// f(x, s) is the payoff of policy x in scenario s, more being better; all scenarios count alike. Regret
/// is max over policies of f(·, s), minus f(x, s).
/// - Source: McPhail et al., Robustness metrics: how are they calculated, when should they be used and why
///   do they give different results?, Earth's Future 6 (2018) 169, tables 1 and 2.
public struct RobustnessMeasures: Sendable, Equatable {
  /// How many scenarios there are.
  public var scenarios = 0
  /// The worst payoff (maximin picks the policy with the largest; Wald 1950).
  public var worst = 0.0
  /// The best payoff (maximax).
  public var best = 0.0
  /// a · worst + (1 - a) · best for a pessimism a (Hurwicz 1951).
  public var hurwicz = 0.0
  /// The mean payoff (the principle of insufficient reason, Laplace and Bayes).
  public var mean = 0.0
  /// The population standard deviation of the payoff.
  public var deviation = 0.0
  /// The median payoff, half way between the two in the middle where their number is even.
  public var median = 0.0
  /// The share of the scenarios in which the payoff is at least the threshold (Starr 1962); nil without one.
  public var satisficingShare: Double?
  /// The sum over the scenarios with payoffs below the median of how far they lie below it.
  public var undesirableDeviation = 0.0
  /// What needs the other policies in the same scenarios; nil where these are not to be had.
  public var regret: Regret?

  /// How much is lost by not having the best policy in each scenario.
  public struct Regret: Sendable, Equatable {
    /// The largest regret (minimax regret picks the policy with the smallest; Savage 1951).
    public var largest = 0.0
    /// The 90th percentile of regret, between two order statistics by linear interpolation.
    public var percentile90 = 0.0
    /// The mean regret.
    public var mean = 0.0
    /// The share of the scenarios in which no policy does better.
    public var bestShare = 0.0

    /// Creates a regret of nothing.
    public init() {}
  }

  /// The mean by the standard deviation; nil where the payoff does not vary.
  public var meanOverDeviation: Double? { deviation > 0 ? mean / deviation : nil }

  /// Creates measures of nothing.
  public init() {}
}
