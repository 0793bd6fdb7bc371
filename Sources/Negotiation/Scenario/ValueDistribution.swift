public import GameTheory

/// How likely the values of a number are.
public enum ValueDistribution: Sendable {
  /// Values without a gap.
  case continuous(Distribution)
  /// Listed values with weights, which are not negative and not all 0.
  case discrete([Rational], weights: [Rational])

  /// The families of distributions, as files and the command line name them.
  public enum Family: String, Sendable, CaseIterable {
    /// Every value of a range is as likely.
    case uniform
    /// The logarithm is uniform.
    case logUniform
    /// The density rises in a line to the mode and falls in a line.
    case triangular
    /// The Gaussian bell.
    case normal
    /// The Gaussian bell between two ends.
    case truncatedNormal
    /// The beta distribution, stretched over a range.
    case beta
    /// Listed values with weights.
    case discrete

    /// What its numbers are called, in their order; a discrete one has lists instead.
    public var arguments: [String] {
      switch self {
      case .uniform, .logUniform: ["low", "high"]
      case .triangular: ["low", "mode", "high"]
      case .normal: ["mean", "deviation"]
      case .truncatedNormal: ["mean", "deviation", "low", "high"]
      case .beta: ["alpha", "beta", "low", "high"]
      case .discrete: []
      }
    }

    /// What stands for arguments that are left out, in the order of the last ones.
    public var defaults: [Rational] { self == .beta ? [0, 1] : [] }
  }
}
