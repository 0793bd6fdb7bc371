/// Why a state is stable for one of two decision makers who may move at the same time, or why not.
public struct SimultaneousReason: Sendable, Equatable {
  /// Two improvements from the same state, made at once.
  public struct Sanction: Sendable, Equatable {
    /// The state to which the decision maker would move.
    public let improvement: Int
    /// The state to which the other one would.
    public let counter: Int
    /// Where both moves together lead; nil where that is no state.
    public let end: Int?

    /// Creates a pair of moves.
    public init(improvement: Int, counter: Int, end: Int?) {
      self.improvement = improvement
      self.counter = counter
      self.end = end
    }
  }

  /// The reason itself.
  public enum Kind: Sendable, Equatable {
    /// The decision maker has no improvement.
    case noImprovement
    /// For each improvement, the most preferred first, one of the other side that leads to nothing better.
    case sanctioned([Sanction])
    /// An improvement, and where each of the other side's improvements would lead beside it, in ascending order.
    case unsanctioned(improvement: Int, counters: [Sanction])
  }

  /// For whom.
  public let decisionMaker: Int
  /// The state.
  public let state: Int
  /// The reason itself.
  public let kind: Kind

  /// Creates a reason, which may be wrong; ``ConflictGraph/verifies(_:)-(SimultaneousReason)`` tells.
  public init(decisionMaker: Int, state: Int, kind: Kind) {
    self.decisionMaker = decisionMaker
    self.state = state
    self.kind = kind
  }

  /// Whether the state is stable for the decision maker.
  public var isStable: Bool {
    if case .unsanctioned = kind { return false }
    return true
  }
}
