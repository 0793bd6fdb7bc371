import GameTheory

/// A way to negotiate that has a name.
public struct NegotiatorKind: Sendable {
  /// The name.
  public let name: String
  /// What it does, as `concedes late`.
  public let says: String
  /// The numbers it takes, in order.
  public let numbers: [NegotiatorNumber]
  let negotiator: @Sendable ([Double]) -> Negotiator

  private init(
    _ name: String,
    _ says: String,
    _ numbers: [NegotiatorNumber] = [],
    _ negotiator: @escaping @Sendable ([Double]) -> Negotiator
  ) {
    self.name = name
    self.says = says
    self.numbers = numbers
    self.negotiator = negotiator
  }

  /// All of them.
  public static let all: [NegotiatorKind] = simple + curves + answering

  /// Those that play a tournament when nobody names others.
  public static let usual = [
    "boulware", "linear", "conceder", "hard-headed", "tit-for-tat", "reciprocator",
  ]

  private static let simple = [
    NegotiatorKind("boulware", "concedes late", [.positive("exponent", 4)]) {
      Negotiator(.time(.polynomial(maximum: 1, exponent: $0[0])))
    },
    NegotiatorKind("linear", "concedes evenly") { _ in .linear },
    NegotiatorKind("conceder", "concedes early", [.positive("exponent", 0.25)]) {
      Negotiator(.time(.polynomial(maximum: 1, exponent: $0[0])))
    },
    NegotiatorKind("hard-headed", "insists on its best package") { _ in .hardHeaded },
    NegotiatorKind("random", "offers at random what is worth its while") { _ in .random },
    NegotiatorKind(
      "modelling",
      "concedes late, with offers that others seem to like",
      [.positive("exponent", 4)]
    ) {
      Negotiator(
        .time(.polynomial(maximum: 1, exponent: $0[0])),
        choice: .modelled,
        acceptance: .next(factor: 1, gap: 0)
      )
    },
  ]

  private static let curves = [
    NegotiatorKind("exponential", "asks for less along an exponential", [.positive("exponent", 4)])
    {
      Negotiator(.time(.exponential(maximum: 1, exponent: $0[0])))
    },
    NegotiatorKind(
      "faratin",
      "concedes along Faratin's polynomial",
      [.positive("beta", 0.2), .share("opening", 0)]
    ) { Negotiator(.time(.faratinPolynomial(opening: $0[1], beta: $0[0]))) },
    NegotiatorKind(
      "faratin-exponential",
      "concedes along Faratin's exponential",
      [.positive("beta", 2), .share("opening", 0.05)]
    ) { Negotiator(.time(.faratinExponential(opening: $0[1], beta: $0[0]))) },
    NegotiatorKind(
      "genius",
      "concedes as GENIUS has it",
      [.factor("exponent", 0.2), .share("opening", 0)]
    ) { Negotiator(.time(.genius(opening: $0[1], exponent: $0[0]))) },
  ]

  private static let answering = [
    NegotiatorKind(
      "tit-for-tat",
      "gives up as large a share of what it asks as the others did",
      [.whole("delay", 1)]
    ) { Negotiator(.relativeTitForTat(delay: Int($0[0]))) },
    NegotiatorKind(
      "absolute-tit-for-tat",
      "gives up as much as the others' last step brought it",
      [.whole("delay", 1), .share("extra", 0)]
    ) { Negotiator(.absoluteTitForTat(delay: Int($0[0]), extra: $0[1])) },
    NegotiatorKind(
      "averaged-tit-for-tat",
      "as tit-for-tat, for the average step of some turns",
      [.whole("window", 3)]
    ) { Negotiator(.averagedTitForTat(window: Int($0[0]))) },
    NegotiatorKind(
      "reciprocator",
      "opens with a gesture, then answers concessions with concessions and pressure with pressure",
      [.share("opening", 0.1), .factor("generosity", 1), .factor("retaliation", 1)]
    ) {
      Negotiator(.reciprocator(opening: $0[0], generosity: $0[1], retaliation: $0[2]))
    },
  ]
}

/// A rule of accepting or offering that can stand behind a kind.
public struct NegotiatorExtra: Sendable {
  /// The name.
  public let name: String
  /// What it does, as `accepts what is worth its own next offer`.
  public let says: String
  /// The numbers it takes, in order.
  public let numbers: [NegotiatorNumber]
  let apply: @Sendable ([Double], inout Negotiator) -> Void

  private init(
    _ name: String,
    _ says: String,
    _ numbers: [NegotiatorNumber] = [],
    _ apply: @escaping @Sendable ([Double], inout Negotiator) -> Void
  ) {
    self.name = name
    self.says = says
    self.numbers = numbers
    self.apply = apply
  }

  /// All of them.
  public static let all = [
    NegotiatorExtra(
      "next",
      "accepts what is worth its own next offer",
      [.positive("factor", 1), .factor("gap", 0)]
    ) { $1.acceptance = .next(factor: $0[0], gap: $0[1]) },
    NegotiatorExtra(
      "constant",
      "accepts what is worth a share of its range",
      [.share("share", 0.5)]
    ) { $1.acceptance = .constant($0[0]) },
    NegotiatorExtra("time", "accepts everything worth its while late", [.share("time", 0.9)]) {
      $1.acceptance = .time($0[0])
    },
    NegotiatorExtra(
      "combined",
      "as next, and late what is as good as the best it was offered",
      [.share("time", 0.9)]
    ) { $1.acceptance = .combined(after: $0[0], .best) },
    NegotiatorExtra(
      "combined-mean",
      "as next, and late what is as good as it was offered on average",
      [.share("time", 0.9)]
    ) { $1.acceptance = .combined(after: $0[0], .mean) },
    NegotiatorExtra("liked", "offers what the others seem to like best") {
      $1.choice = .modelled
    },
    NegotiatorExtra("any", "offers something worth as much at random") { $1.choice = .random },
    NegotiatorExtra("short", "may offer a little less than it asks for", [.share("share", 0.001)]) {
      $1.choice = .lowest(tolerance: $0[0])
    },
  ]
}
