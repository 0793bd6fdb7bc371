/// A party that plays by itself: what it asks for, what it offers for that, what it accepts.
///
/// It never offers or accepts what is worth less than its reservation value, and walks away at its
/// first turn where no package is worth that much.
public struct Negotiator: Sendable, Equatable {
  /// What it asks for, in its own utility.
  public var tactic: ConcessionTactic
  /// Which of the packages that are worth as much it offers.
  public var choice: OfferChoice
  /// Which offers it accepts.
  public var acceptance: AcceptanceRule

  /// Creates a negotiator.
  public init(
    _ tactic: ConcessionTactic,
    choice: OfferChoice = .lowest(tolerance: 0),
    acceptance: AcceptanceRule = .aspiration
  ) {
    self.tactic = tactic
    self.choice = choice
    self.acceptance = acceptance
  }

  /// Concedes late.
  public static let boulware = Negotiator(.time(.boulware))
  /// Concedes evenly.
  public static let linear = Negotiator(.time(.linear))
  /// Concedes early.
  public static let conceder = Negotiator(.time(.conceder))
  /// Insists on its best package until the end.
  public static let hardHeaded = Negotiator(.time(.hardHeaded))
  /// Answers a concession with one, pressure with pressure.
  public static let reciprocator = Negotiator(
    .reciprocator(opening: 0.1, generosity: 1, retaliation: 1)
  )
  /// Offers a package at random; accepts what is worth as much as its offer of that turn.
  ///
  /// - Source: Gode and Sunder, Allocative efficiency of markets with zero-intelligence traders
  ///   (1993).
  public static let random = Negotiator(
    .time(.constant(0)),
    choice: .random,
    acceptance: .next(factor: 1, gap: 0)
  )
  /// Concedes late, and offers what the others seem to like best among equals.
  public static let modelling = Negotiator(
    .time(.boulware),
    choice: .modelled,
    acceptance: .next(factor: 1, gap: 0)
  )

  /// Whether all parameters are in their ranges.
  public var isDefined: Bool { tactic.isDefined && choice.isDefined && acceptance.isDefined }
}
