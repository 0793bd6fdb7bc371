/// How strongly an actor votes for one of two options, given how much better it likes it.
public enum VotingRule: Sendable, Hashable, CaseIterable {
  /// In proportion to the difference in utility.
  case proportional
  /// With all its weight, whatever the difference; in proportion below a difference of 1e-8.
  case binary
  /// Four fifths in proportion, one fifth with all its weight.
  case proportionalBinary
  /// In proportion to the third power of the difference.
  case cubic
  /// Half in proportion, half with the third power.
  case proportionalCubic
  /// In proportion, gains counting two thirds of losses.
  case asymmetric

  /// The vote, above 0 for the first option and below 0 for the second.
  ///
  /// - Parameters:
  ///   - weight: the actor's weight.
  ///   - difference: the utility of the first option less that of the second, to the actor.
  /// - Returns: the vote, in units of the weight.
  public func vote(weight: Double, difference: Double) -> Double {
    let whole = max(-1, min(1, difference / 1e-8))
    return switch self {
    case .proportional: weight * difference
    case .binary: weight * whole
    case .proportionalBinary: weight * (0.8 * difference + 0.2 * whole)
    case .cubic: weight * (difference * difference * difference)
    case .proportionalCubic:
      weight * (0.5 * difference + 0.5 * (difference * difference * difference))
    case .asymmetric: difference > 0 ? 2 * weight * difference / 3 : weight * difference
    }
  }
}
