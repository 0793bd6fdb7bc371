public import GameTheory

/// A concept of stability that a scenario's outcomes can be put to.
public enum StabilityTest: Sendable, Hashable {
  /// A concept for every number of movers.
  case basic(StabilityConcept)
  /// Sanctions by moves made at the same time; for two movers.
  case simultaneous
  /// What movers foresee who move in turn, so many moves ahead; for two movers.
  case limited(Int)
  /// The same for all large horizons; for two movers.
  case nonMyopic

  /// The concepts for every number of movers, the one that asks for most first.
  public static let basic: [StabilityTest] = [
    .basic(.nash), .basic(.symmetricSequential), .basic(.sequential),
    .basic(.symmetricMetarational), .basic(.generalMetarational),
  ]

  /// The concepts that are defined for so many movers and need no number.
  public static func defined(forMovers count: Int) -> [StabilityTest] {
    count == 2 ? basic + [.simultaneous, .nonMyopic] : basic
  }

  /// Whether the concept is defined for two movers only.
  public var needsTwoMovers: Bool {
    if case .basic = self { return false }
    return true
  }

  /// How users write the concept.
  public var id: String {
    switch self {
    case .basic(.nash): "nash"
    case .basic(.generalMetarational): "gmr"
    case .basic(.symmetricMetarational): "smr"
    case .basic(.sequential): "seq"
    case .basic(.symmetricSequential): "sseq"
    case .simultaneous: "sim"
    case .limited(let horizon): "limited-\(horizon)"
    case .nonMyopic: "non-myopic"
    }
  }

  /// How tables name the concept.
  public var title: String {
    switch self {
    case .basic(.nash): "Nash"
    case .basic, .simultaneous: id.uppercased()
    case .limited(let horizon): "L\(horizon)"
    case .nonMyopic: "non-myopic"
    }
  }

  /// What keeps a player who has a move that pays from making it.
  public var meaning: String {
    switch self {
    case .basic(.nash): "nothing does: nobody has a move that pays"
    case .basic(.sequential): "others answer, each step to its mover's advantage"
    case .basic(.symmetricSequential): "as SEQ, and the player has no way out"
    case .basic(.generalMetarational): "others could answer, whatever it costs them"
    case .basic(.symmetricMetarational): "as GMR, and the player has no way out"
    case .simultaneous: "the other has a move that pays at the same time"
    case .limited(let horizon):
      "what it foresees \(horizon) \(horizon == 1 ? "move" : "moves") ahead, by turns"
    case .nonMyopic: "what it foresees however far it looks ahead"
    }
  }
}
