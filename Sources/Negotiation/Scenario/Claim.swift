public import Documents
public import GameTheory

/// A statement that the model must reproduce, written so that a program can test it.
public struct Claim: Sendable {
  /// The id.
  public var id: String
  /// The statement in words.
  public var says: String
  /// What it rests on.
  public var kind: Kind
  /// The evidence or assumptions behind it.
  public var because: [Reason]
  /// The tests, all of which must hold.
  public var tests: [Test]
  /// Where it is written.
  public var location: Location

  /// What a claim rests on.
  public enum Kind: String, Sendable, CaseIterable {
    /// The article says so.
    case article
    /// The public record says so.
    case record
    /// It follows from the article by reasoning.
    case inference
    /// It is a result of the model.
    case model
  }

  /// The outcomes at which a test is judged.
  public enum Place: String, Sendable, CaseIterable {
    /// The outcome in force when the scenario opens.
    case statusQuo
    /// Where play comes to rest from the status quo.
    case settled
    /// Every outcome.
    case every
    /// At least one outcome.
    case some
  }

  /// How many equilibria a test speaks of.
  public enum Quantifier: String, Sendable, CaseIterable {
    /// At least one.
    case some
    /// All, and there is one.
    case every
    /// None.
    case none
  }

  /// What an outcome is compared with.
  public enum Reference: String, Sendable, CaseIterable {
    /// Where play comes to rest.
    case settled
    /// The status quo.
    case statusQuo
  }

  /// A difference of payoffs, or of an interest's levels, between two partial outcomes.
  public struct Difference: Sendable {
    /// Whose payoff, or which interest's level.
    public var subject: Subject
    /// The first partial outcome.
    public var of: Options
    /// The second; nil for the payoff or level itself.
    public var minus: Options?

    /// What is measured.
    public enum Subject: Sendable {
      /// A player's payoff, over the named interests only unless the list is empty.
      case payoff(player: Int, interests: [Int])
      /// An interest's level.
      case level(interest: Int)
    }
  }

  /// The right-hand side of a comparison.
  public enum Bound: Sendable {
    /// A number.
    case number(Rational)
    /// A multiple of another difference.
    case difference(times: Rational, Difference)
  }

  /// One thing to be tested.
  public indirect enum Test: Sendable {
    /// A player's payoff is higher, or not lower, with the first options than with the second.
    case prefers(player: Int, Options, to: Options, weakly: Bool, at: Place, given: Options)
    /// A player's payoffs with the two are equal.
    case indifferent(player: Int, Options, to: Options, at: Place, given: Options)
    /// Every best reply of the player has these options.
    case bestReply(player: Int, Options, at: Place, given: Options)
    /// No best reply of the player has these options.
    case neverBestReply(player: Int, Options, at: Place, given: Options)
    /// Every strategy with these options is dominated by a pure strategy.
    case dominated(player: Int, Options, weakly: Bool)
    /// Some, every or no pure equilibrium has these options.
    case equilibria(Quantifier, have: Options)
    /// Some outcome with these options is better for every player.
    case betterForAll(Options, than: Reference, weakly: Bool)
    /// Play from the status quo, changed by `start`, comes to rest at an outcome with these options.
    case settles(Options, start: Options)
    /// A difference compared with a number or another difference.
    case compare(Difference, Comparison, Bound, at: Place, given: Options)
    /// The test holds at some value of the number at the path, within the range.
    case somewhere(path: String, range: ClosedRange<Rational>?, Test)
  }
}
