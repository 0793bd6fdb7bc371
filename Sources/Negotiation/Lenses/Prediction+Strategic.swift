public import GameTheory

// What the strategic lenses predict, each in the common form.
extension Prediction {
  /// The pure equilibria, each with the same weight.
  public static func equilibria(_ result: CaseResult) -> Prediction {
    let count = result.equilibria.count
    let note =
      count == 0
      ? "there is no pure equilibrium"
      : count == 1 ? "nobody gains by changing alone" : "each of \(count) with the same weight"
    return Prediction(
      "equilibrium",
      count > 1 ? "equilibria" : "equilibrium",
      .alone,
      result.model,
      outcomes: result.equilibria.map { ($0, 1) },
      note: note
    )
  }

  /// Where play settles from the status quo, or the outcomes of the cycle.
  public static func settling(_ result: CaseResult) -> Prediction {
    Prediction(
      "settling",
      "settling point",
      .alone,
      result.model,
      outcomes: (result.settled.map { [$0] } ?? result.cycle).map { ($0, 1) },
      note: result.settled == nil
        ? "play goes round in a cycle" : "each in turn takes its best reply, from the status quo"
    )
  }

  /// What the bargaining solutions recommend, all their packages with the same weight.
  public static func bargains(_ bargain: Bargain) -> [Prediction] {
    Bargain.Solution.allCases.map { solution in
      let found = bargain.recommendations.first { $0.solution == solution }
      return Prediction(
        solution.id,
        solution.name,
        .agreed,
        bargain.model,
        outcomes: (found?.outcomes ?? []).map { ($0, 1) },
        note: found == nil
          ? "no package leaves everybody at least as well off as no agreement" : solution.note
      )
    }
  }

  /// The agreements of a tournament by how often each was reached.
  public static func tournament(
    _ talks: Talks,
    games: Int,
    agreements: [Int: Int],
    isSample: Bool
  ) -> Prediction {
    let agreed = agreements.values.reduce(0, +)
    let outcomes = agreements.sorted { $0.key < $1.key }.map {
      (talks.outcome(of: $0.key), Double($0.value))
    }
    let none = games - agreed
    return Prediction(
      "tournament",
      "talks, all ways",
      .talked,
      talks.model,
      outcomes: outcomes + (none > 0 ? [(talks.base, Double(none))] : []),
      note:
        "\(agreed) of \(games) talks, "
        + (isSample
          ? "with ways to negotiate drawn at random, "
          : "one for each choice of ways to negotiate, ")
        + "end with an agreement; the "
        + "others with what stands without one"
    ).silent(on: talks.offTheTable)
  }

  /// What comes of talks in which everybody negotiates as the scenario says.
  public static func talks(_ talks: Talks, _ result: OfferResult) -> Prediction {
    Prediction(
      "talks",
      "talks, as stated",
      .talked,
      talks.model,
      outcomes: [(result.agreement.map { talks.outcome(of: $0) } ?? talks.base, 1)],
      note: result.agreement == nil
        ? "no agreement in \(talks.problem.rounds) rounds, so what stands without one"
        : "an agreement in round \(result.round + 1) of \(talks.problem.rounds)"
    ).silent(on: talks.offTheTable)
  }
}

extension Bargain.Solution {
  /// The id, such as `kalai-smorodinsky`.
  public var id: String {
    switch self {
    case .nash: "nash"
    case .kalaiSmorodinsky: "kalai-smorodinsky"
    case .maximinShare: "maximin-share"
    case .egalitarian: "egalitarian"
    case .utilitarian: "utilitarian"
    }
  }

  /// What it is called.
  public var name: String {
    switch self {
    case .nash: "Nash"
    case .kalaiSmorodinsky: "Kalai-Smorodinsky"
    case .maximinShare: "maximin share"
    case .egalitarian: "egalitarian"
    case .utilitarian: "utilitarian"
    }
  }

  /// What it makes as large as can be.
  var note: String {
    switch self {
    case .nash: "the largest product of gains"
    case .kalaiSmorodinsky: "the largest smallest share of what each could gain"
    case .maximinShare: "the largest smallest share of the way from least to most"
    case .egalitarian: "the largest smallest gain"
    case .utilitarian: "the largest sum"
    }
  }
}
