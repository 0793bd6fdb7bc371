/// Why a state is stable for a decision maker, or why not.
public struct StabilityReason: Sendable, Equatable {
  /// How an improvement is sanctioned.
  public struct Sanction: Sendable, Equatable {
    /// The improvement: the state that the decision maker would move to.
    public let improvement: Int
    /// What the others do from there: a legal sequence, with as few moves as can be.
    public let answer: [ConflictMove]
    /// Where it ends, which is not better for the decision maker than the state that it left.
    public let end: Int
    /// The states to which the decision maker can move from there, none of them better than the one that it left.
    ///
    /// Empty where the concept asks for no test of escapes.
    public let escapesTried: [Int]

    /// Creates a sanction.
    public init(improvement: Int, answer: [ConflictMove], end: Int, escapesTried: [Int]) {
      self.improvement = improvement
      self.answer = answer
      self.end = end
      self.escapesTried = escapesTried
    }
  }

  /// A state to which others can bring a conflict, with those who may have moved last.
  public struct Answer: Sendable, Equatable {
    /// The state.
    public let state: Int
    /// Who may have made the last move of a legal sequence to it.
    public let lastMovers: Coalition

    /// Creates an answer.
    public init(state: Int, lastMovers: Coalition) {
      self.state = state
      self.lastMovers = lastMovers
    }
  }

  /// The reason itself.
  public enum Kind: Sendable, Equatable {
    /// The decision maker has no improvement.
    case noImprovement
    /// Each improvement, in ascending order, is sanctioned.
    case sanctioned([Sanction])
    /// An improvement that nobody sanctions: all that the others can answer, in ascending order.
    ///
    /// None of the answers is a sanction. For Nash stability, where no sanction counts, they are left out.
    case unsanctioned(improvement: Int, answers: [Answer])
  }

  /// By which concept.
  public let concept: StabilityConcept
  /// For whom.
  public let decisionMaker: Int
  /// The state.
  public let state: Int
  /// The reason itself.
  public let kind: Kind

  /// Creates a reason, which may be wrong; ``ConflictGraph/verifies(_:)`` tells.
  public init(concept: StabilityConcept, decisionMaker: Int, state: Int, kind: Kind) {
    self.concept = concept
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
