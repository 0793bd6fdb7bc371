public import Documents
public import GameTheory

/// A negotiation: who decides what, what is at stake, how decisions move the stakes, who cares how much.
///
/// The value that every lens starts from. It is read from one or more files by ``ScenarioReader`` and
/// holds only what passed its checks: every index is in range, every expression is a polynomial.
public struct Scenario: Sendable {
  /// The file that the scenario was read from, as the user named it.
  public var file: String
  /// What the scenario is called.
  public var title: String
  /// Two or three sentences on it; empty when there are none.
  public var summary: String
  /// The day it opens, `YYYY-MM-DD`; empty when not stated.
  public var date: String
  /// The files inherited from, the nearest first.
  public var parents: [String]
  /// The evidence cited, of all sources in file order.
  public var evidence: [Evidence]
  /// The players, in the order in which they revise.
  public var players: [Player]
  /// The named numbers, in file order; a parameter's index is its variable in every polynomial.
  public var parameters: [Parameter]
  /// What must hold between the parameters.
  public var constraints: [ScenarioConstraint] = []
  /// The decisions, in file order: the digits of an outcome's number.
  public var decisions: [Decision]
  /// What players care about.
  public var interests: [Interest]
  /// How decisions move interests.
  public var effects: [Effect]
  /// How much players care, by player and then by interest, both in file order.
  public var stakes: [Stake]
  /// One option index for every decision.
  public var statusQuo: [Int]
  /// Who moves when, seeing what; nil when not stated.
  public var sequence: MoveOrder?
  /// What a player may privately be after, by player index in file order.
  public var motives: [Motive]
  /// What is on the table, until when, and by whose consent; nil when not stated.
  public var negotiation: NegotiationTerms? = nil
  /// Continua with players' positions on them, in file order: the `forecast` section; empty when not stated.
  public var continua: [Continuum] = []
  /// What utility points are worth in a common unit; nil when not stated.
  public var exchange: Exchange?
  /// What can be, what can be undone and who prefers what in the graph model; nil when not stated.
  public var conflict: ConflictRules?
  /// The rules by which voters decide together, in file order.
  public var voting: [VotingPlan] = []
  /// What the model must reproduce.
  public var claims: [Claim]
  /// The claims of the scenarios inherited from, which `check` judges but does not demand.
  public var inheritedClaims: [Claim]
  /// The named sweeps, in file order.
  public var sweeps: [SweepPlan]
}

/// A number of the scenario, exact, with what it rests on.
public struct Quantity: Sendable {
  /// The number or expression as written.
  public var text: String
  /// Its value as a polynomial in the parameters, derived parameters replaced by what they stand for.
  public var polynomial: Polynomial
  /// The path by which `--set` and `--vary` reach it, such as `stakes.us.edge`.
  public var path: String
  /// What it rests on.
  public var because: [Reason]
  /// Whether its size, and not only its direction, comes from the source.
  public var basis: Basis
  /// The range stated for it, both ends included, if any.
  public var range: ClosedRange<Rational>?
  /// Where it is written.
  public var location: Location

  /// Where a number's size comes from.
  public enum Basis: String, Sendable, CaseIterable {
    /// The source states the size.
    case source
    /// The size was chosen so that the model says what the source says.
    case calibrated
  }
}

/// What a decision or number rests on.
public enum Reason: Sendable, Hashable {
  /// The evidence with this index.
  case evidence(Int)
  /// An assumption of the scenario's author, in words.
  case assumption(String)
}

/// One position that a source states, in our own words.
public struct Evidence: Sendable {
  /// The id that `because` cites.
  public var id: String
  /// The title of the source it is from.
  public var source: String
  /// Whether the source is the one that payoffs rest on, or context.
  public var kind: Kind
  /// The paragraph of the source, from 1; nil for the record.
  public var paragraph: Int?
  /// The date of the fact, for the record; empty otherwise.
  public var date: String
  /// Who holds the position: a player's id or other words.
  public var holder: String
  /// Who says so in the source.
  public var saidBy: String
  /// What it is about.
  public var topic: String
  /// What stance is taken.
  public var stance: String
  /// How sure the source is: fact, judgement, quoted, hearsay, document or conditional.
  public var sure: String
  /// The position, paraphrased.
  public var says: String

  /// What a source is to the model.
  public enum Kind: String, Sendable {
    /// The payoffs rest on it.
    case article
    /// A public fact from outside the article.
    case record
  }
}

/// A state, or another party, that decides.
public struct Player: Sendable {
  /// The id, such as `north-korea`.
  public var id: String
  /// How sentences name it, such as `the United States`.
  public var name: String
  /// How sentences describe what is its own, such as `American`; the name's possessive when not stated.
  public var adjective: String
  /// The share of a payoff's value kept from one round to the next, in 0...1.
  public var patience: Rational
}

/// A named number with a value, a range and a unit.
public struct Parameter: Sendable {
  /// The name in expressions.
  public var name: String
  /// What it is called in sentences; the name with spaces when not stated.
  public var title: String
  /// Its value, with its stated range.
  public var quantity: Quantity
  /// The unit of the value; empty for a bare number.
  public var unit: String
  /// Whether the value is an expression over other parameters.
  public var isDerived: Bool
  /// What values it can have.
  public var kind: ParameterKind = .real
  /// How likely its values are; nil when not stated.
  public var distribution: ValueDistribution?
}

/// One question that one player settles.
public struct Decision: Sendable {
  /// The id, such as `nmd`.
  public var id: String
  /// What it is called in sentences.
  public var name: String
  /// The index of the player that settles it.
  public var player: Int
  /// The options, in their order.
  public var options: [Option]
  /// What it rests on.
  public var because: [Reason]

  /// One way to settle a decision.
  public struct Option: Sendable {
    /// The id, such as `deploy`.
    public var id: String
    /// What completes the sentence that begins with the player's name.
    public var says: String
  }
}

/// Something that players care about, with a level that every outcome determines.
public struct Interest: Sendable {
  /// The id, such as `homeland-exposure`.
  public var id: String
  /// What it is called in sentences.
  public var name: String
  /// The level before any effect.
  public var base: Quantity
  /// Whether most players want more or less of it; nil when that depends.
  public var moreIsBetter: Bool?
  /// The unit of the level; empty for a bare number.
  public var unit: String
}

/// A change in one interest's level when the named decisions stand as named.
public struct Effect: Sendable {
  /// The id by which paths and merges address it.
  public var id: String
  /// The index of the interest it moves.
  public var interest: Int
  /// Decisions with the options at which it applies, ascending by decision; empty: always.
  public var conditions: [Condition]
  /// The change.
  public var amount: Quantity

  /// A decision with the options at which an effect applies.
  public struct Condition: Sendable {
    /// The index of the decision.
    public var decision: Int
    /// The indices of the options, ascending.
    public var options: [Int]
  }
}

/// What one more unit of an interest is worth to a player, in utility points.
public struct Stake: Sendable {
  /// The index of the player.
  public var player: Int
  /// The index of the interest.
  public var interest: Int
  /// The worth; negative where more is worse.
  public var weight: Quantity
}
