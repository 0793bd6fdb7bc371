public import GameTheory

/// Who moves when, seeing what: the `sequence` section.
public struct MoveOrder: Sendable {
  /// The moves in order; decisions not listed stay as they are.
  public var moves: [Move]

  /// One decision being taken.
  public struct Move: Sendable {
    /// The index of the decision.
    public var decision: Int
    /// The indices of the earlier decisions that its player has seen.
    public var sees: [Int]
  }
}

/// One thing that a player may privately be after: an entry of the `motives` section.
public struct Motive: Sendable {
  /// The index of the player.
  public var player: Int
  /// The id of the type.
  public var id: String
  /// What the type is called in sentences.
  public var name: String
  /// How likely the others think it, above 0, at most 1.
  public var prior: Rational
  /// The stakes that replace the player's own.
  public var stakes: [Stake]
}

/// A partial outcome: some decisions with one option each, ascending by decision.
public struct Options: Sendable, Hashable {
  /// The decisions named and their options, as indices.
  public var choices: [Choice]

  /// One decision with one option.
  public struct Choice: Sendable, Hashable {
    /// The index of the decision.
    public var decision: Int
    /// The index of the option.
    public var option: Int

    /// Creates a choice.
    public init(decision: Int, option: Int) {
      self.decision = decision
      self.option = option
    }
  }

  /// Creates a partial outcome; the choices must name distinct decisions.
  public init(_ choices: [Choice] = []) {
    self.choices = choices.sorted { $0.decision < $1.decision }
  }
}
