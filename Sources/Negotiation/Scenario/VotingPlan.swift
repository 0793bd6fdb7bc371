public import GameTheory

/// A rule by which voters decide together: an entry of the `voting` section.
public struct VotingPlan: Sendable {
  /// Somebody with a vote.
  public struct Voter: Sendable, Hashable {
    /// The id: a player's, or one of the rule's own.
    public var id: String
    /// How sentences name the voter.
    public var name: String
    /// The index of the player that it is; nil for others.
    public var player: Int?
  }

  /// The id.
  public var id: String
  /// What the rule is called in sentences.
  public var name: String
  /// Who votes: the players of the scenario that have a weight, in their order, then the others.
  public var voters: [Voter]
  /// The weights and quotas; a coalition wins where it meets all of them.
  public var vote: VectorVoting
  /// What it rests on.
  public var because: [Reason]
}
