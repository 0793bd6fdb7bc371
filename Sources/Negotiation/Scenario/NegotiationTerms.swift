public import GameTheory

/// What is on the table, until when, and by whose consent: the `negotiation` section.
public struct NegotiationTerms: Sendable {
  /// What stands without an agreement.
  public enum Disagreement: Sendable, Equatable {
    /// The equilibrium: where play settles, or the only one.
    case equilibrium
    /// The status quo.
    case statusQuo
    /// What each player can make sure of, whatever the others do.
    case security
    /// The status quo with some decisions taken otherwise.
    case options(Options)
  }

  /// The decisions on the table, ascending; all when nil.
  public var decisions: [Int]?
  /// How many rounds there are; in each every player speaks once.
  public var rounds: Int
  /// Whose consent is needed.
  public var rule: AgreementRule
  /// What stands without an agreement.
  public var disagreement: Disagreement
  /// How each player negotiates, by player; nil where that is not stated.
  public var negotiators: [NegotiatorWord?]
  /// What each player has without an agreement in utility points; nil where that follows from what stands then.
  public var outsideOptions: [Rational?]
  /// What it rests on.
  public var because: [Reason]

  /// What holds where a scenario has no such section.
  public init(players: Int) {
    decisions = nil
    rounds = 20
    rule = .unanimity
    disagreement = .equilibrium
    negotiators = [NegotiatorWord?](repeating: nil, count: players)
    outsideOptions = [Rational?](repeating: nil, count: players)
    because = []
  }

  /// The largest number of rounds.
  public static let mostRounds = 10_000
}
