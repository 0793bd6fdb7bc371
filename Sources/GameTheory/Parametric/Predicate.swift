/// A statement about a parametric game that holds at some values of its parameters.
///
/// What a claim of a scenario is compiled to. A ``BlockEvaluator`` decides it exactly for many points
/// at a time.
public indirect enum Predicate: Sendable {
  /// Holds everywhere or nowhere.
  case constant(Bool)
  /// A polynomial compares with zero.
  case sign(Polynomial, Comparison)
  /// All hold; true when there are none.
  case all([Predicate])
  /// At least one holds; false when there are none.
  case any([Predicate])
  /// The other does not hold.
  case not(Predicate)
  /// The player's strategy in the outcome is a best reply there, within the tolerance.
  case bestReply(player: Int, outcome: Int)
  /// Some, every or no best reply of the player in the outcome has the given options.
  case bestReplies(player: Int, Quantifier, having: [Int?], outcome: Int)
  /// Every strategy of the player that has the given options is dominated by a pure strategy: worse
  /// whatever the others do; weakly: never better and sometimes worse. Differences within the tolerance
  /// count as none. Only the player's own decisions count in `having`.
  case dominated(player: Int, having: [Int?], weakly: Bool)
  /// Some, every or no pure equilibrium has the given option of each decision (nil: any).
  case equilibria(Quantifier, having: [Int?])
  /// Some outcome having the given options is better for every player than the outcome; weakly: for
  /// nobody worse and for somebody better. Differences within the tolerance count as none.
  case betterForAll(than: Int, having: [Int?], weakly: Bool)
  /// Play from the outcome comes to rest, and the predicate made for the resting outcome holds.
  case atRest(from: Int, @Sendable (Int) -> Predicate)

  /// How many equilibria, or best replies, a predicate speaks of.
  public enum Quantifier: Sendable {
    /// At least one.
    case some
    /// All, and there is one.
    case every
    /// None.
    case none
  }
}
