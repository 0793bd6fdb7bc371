/// Which offers a party accepts, its reservation value being met.
///
/// - Source: Baarslag, Hindriks and Jonker, Acceptance conditions in automated negotiation (2013).
public enum AcceptanceRule: Sendable, Equatable {
  /// What an offer must be worth late in the combined rule.
  public enum Level: Sendable, Equatable {
    /// The best that the others stood by in a window as long as the time that is left.
    case best
    /// The average of what they stood by in it.
    case mean
  }

  /// What is worth at least what the party asks for.
  case aspiration
  /// What is worth at least the own next offer: factor u(standing) + gap >= u(next).
  case next(factor: Double, gap: Double)
  /// What is worth a share of the party's range, in 0...1, from its floor to its best.
  case constant(Double)
  /// From a time on, in 0...1, everything.
  case time(Double)
  /// What is worth the own next offer; from a time on, in 0...1, also what reaches a level.
  case combined(after: Double, Level)

  /// Whether the parameters are in their ranges.
  public var isDefined: Bool {
    switch self {
    case .aspiration: true
    case .next(let factor, let gap): factor.isFinite && factor > 0 && gap.isFinite
    case .constant(let share): (0...1).contains(share)
    case .time(let time), .combined(let time, _): (0...1).contains(time)
    }
  }
}
