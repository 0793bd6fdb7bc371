public import Documents
public import GameTheory

/// What can be, what can be undone, and who prefers what, for the graph model: the `conflict` section.
public struct ConflictRules: Sendable {
  /// What the section rests on.
  public var because: [Reason] = []
  /// Combinations that cannot be.
  public var infeasible: [Infeasible] = []
  /// Moves that cannot be made.
  public var irreversible: [Irreversible] = []
  /// Preferences other than by payoffs, at most one for each player, by player.
  public var preferences: [Preference] = []

  /// Creates rules that rule out nothing.
  public init() {}

  /// A combination of options that cannot be.
  public struct Infeasible: Sendable {
    /// The id.
    public var id: String
    /// The outcomes that cannot be.
    public var when: OutcomePattern
    /// What it rests on.
    public var because: [Reason]
    /// Where it is written.
    public var location: Location
  }

  /// A decision that, once taken in some way, cannot be changed in some way.
  public struct Irreversible: Sendable {
    /// The id.
    public var id: String
    /// The index of the decision.
    public var decision: Int
    /// The options that cannot be left for the others, ascending.
    public var from: [Int]
    /// The options that cannot be taken instead, ascending.
    public var to: [Int]
    /// What it rests on.
    public var because: [Reason]
    /// Where it is written.
    public var location: Location
  }

  /// What a player prefers, other than by its payoffs.
  public struct Preference: Sendable {
    /// The index of the player.
    public var player: Int
    /// The order itself.
    public var order: Order
    /// What it rests on.
    public var because: [Reason]
  }

  /// An order of outcomes.
  public enum Order: Sendable {
    /// Classes of equally good outcomes, the best first; an outcome is in the first class that it fits, and in one more
    /// class, the last, if it fits none.
    case ranking([Class])
    /// Statements, the most important first.
    case statements([Statement])
  }

  /// A class of equally good outcomes.
  public struct Class: Sendable {
    /// An outcome that fits one of these is in the class.
    public var patterns: [OutcomePattern]
    /// Where it is written.
    public var location: Location
  }

  /// A statement that a player wants to be true.
  public struct Statement: Sendable {
    /// What it says.
    public var condition: OutcomeCondition
    /// Where it is written.
    public var location: Location
  }
}

/// Some decisions with the options that each may have: what outcomes fit or do not fit.
public struct OutcomePattern: Sendable {
  /// Decisions with their options, ascending by decision; with none every outcome fits.
  public var conditions: [Effect.Condition]

  /// Creates a pattern.
  public init(_ conditions: [Effect.Condition]) {
    self.conditions = conditions
  }

  /// Tells whether an outcome fits.
  public func matches(_ outcome: Int, _ numbering: OutcomeNumbering) -> Bool {
    conditions.allSatisfy {
      $0.options.contains(numbering.option(of: $0.decision, in: outcome))
    }
  }
}

/// A statement on an outcome.
public indirect enum OutcomeCondition: Sendable {
  /// The outcome fits a pattern.
  case pattern(OutcomePattern)
  /// A statement is not true.
  case negation(OutcomeCondition)
  /// At least one of some statements is true.
  case disjunction([OutcomeCondition])
  /// All of some statements are true.
  case conjunction([OutcomeCondition])
  /// If the first statement is true, so is the second.
  case conditional(OutcomeCondition, then: OutcomeCondition)
  /// Both statements are true, or neither.
  case biconditional(OutcomeCondition, OutcomeCondition)

  /// Tells whether the statement is true of an outcome.
  public func isTrue(of outcome: Int, _ numbering: OutcomeNumbering) -> Bool {
    func holds(_ condition: OutcomeCondition) -> Bool { condition.isTrue(of: outcome, numbering) }
    switch self {
    case .pattern(let pattern): return pattern.matches(outcome, numbering)
    case .negation(let part): return !holds(part)
    case .disjunction(let parts): return parts.contains(where: holds)
    case .conjunction(let parts): return parts.allSatisfy(holds)
    case .conditional(let first, let second): return !holds(first) || holds(second)
    case .biconditional(let first, let second): return holds(first) == holds(second)
    }
  }
}

extension ConflictRules {
  /// The first combination that rules an outcome out; nil where it can be.
  public func exclusion(of outcome: Int, _ numbering: OutcomeNumbering) -> Infeasible? {
    infeasible.first { $0.when.matches(outcome, numbering) }
  }

  /// The rank of each of some outcomes for a player, higher being better; nil where its payoffs decide.
  ///
  /// - Complexity: O(*outcomes* × *patterns*), and the sorting of the outcomes for statements.
  public func ranks(
    of outcomes: [Int],
    for player: Int,
    _ numbering: OutcomeNumbering
  ) -> [Int]? {
    guard let preference = preferences.first(where: { $0.player == player }) else { return nil }
    switch preference.order {
    case .ranking(let classes):
      return outcomes.map { outcome in
        let place = classes.firstIndex { part in
          part.patterns.contains { $0.matches(outcome, numbering) }
        }
        return classes.count - (place ?? classes.count)
      }
    case .statements(let statements):
      return ConflictRules.ranks(of: outcomes, statements.map { $0.condition }, numbering)
    }
  }

  /// Ranks by statements in the order of their importance, compared one by one.
  private static func ranks(
    of outcomes: [Int],
    _ statements: [OutcomeCondition],
    _ numbering: OutcomeNumbering
  ) -> [Int] {
    let truths = outcomes.map { outcome in
      statements.map { $0.isTrue(of: outcome, numbering) ? UInt8(1) : 0 }
    }
    let order = truths.indices.sorted { truths[$0].lexicographicallyPrecedes(truths[$1]) }
    var ranks = [Int](repeating: 0, count: outcomes.count)
    var rank = 0
    for (place, index) in order.enumerated() {
      if place > 0, truths[order[place - 1]] != truths[index] { rank += 1 }
      ranks[index] = rank
    }
    return ranks
  }
}
