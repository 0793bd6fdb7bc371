import GameTheory

/// What one way of looking at a scenario predicts, decision by decision.
public struct Prediction: Sendable {
  /// What a lens takes for granted.
  public enum Family: String, Sendable, CaseIterable {
    /// Everybody does its best by itself; nothing promised binds.
    case alone
    /// Moves are answered by moves, which those who move foresee.
    case lasting
    /// Whatever all agree on binds.
    case agreed
    /// Agreements bind, but have to be found before time runs out.
    case talked
    /// Positions, how much they matter, and what can be brought to bear; payoffs are not looked at.
    case forecast
  }

  /// The id, such as `kalai-smorodinsky`.
  public let id: String
  /// What it is called, such as `Kalai-Smorodinsky`.
  public let name: String
  /// What it takes for granted.
  public let family: Family
  /// For each decision the share of each option; nil where the lens says nothing about it.
  public let shares: [[Double]?]
  /// The outcomes that it names, ascending, at most ``outcomeLimit``; empty where it names none.
  public let outcomes: [Int]
  /// How many outcomes it names.
  public let outcomeCount: Int
  /// How the prediction comes about, or why there is none.
  public let note: String

  /// So many outcomes are kept.
  public static let outcomeLimit = 1000

  /// Whether it predicts something.
  public var speaks: Bool { shares.contains { $0 != nil } }

  /// A prediction of some outcomes, each with its weight; none where there are no outcomes.
  ///
  /// - Complexity: O(*outcomes* × *decisions*).
  public init(
    _ id: String,
    _ name: String,
    _ family: Family,
    _ model: ScenarioModel,
    outcomes: [(outcome: Int, weight: Double)],
    note: String
  ) {
    let numbering = model.game.numbering
    let total = outcomes.reduce(0) { $0 + $1.weight }
    self.id = id
    self.name = name
    self.family = family
    self.note = note
    outcomeCount = outcomes.count
    self.outcomes = Array(outcomes.map { $0.outcome }.sorted().prefix(Prediction.outcomeLimit))
    guard total > 0 else {
      shares = model.scenario.decisions.map { _ in nil }
      return
    }
    shares = model.scenario.decisions.indices.map { decision in
      var weights = [Double](repeating: 0, count: numbering.optionCounts[decision])
      for (outcome, weight) in outcomes {
        weights[numbering.option(of: decision, in: outcome)] += weight
      }
      return weights.map { $0 / total }
    }
  }

  /// A prediction of options, decision by decision.
  public init(
    _ id: String,
    _ name: String,
    _ family: Family,
    shares: [[Double]?],
    outcomes: [Int] = [],
    outcomeCount: Int? = nil,
    note: String
  ) {
    self.id = id
    self.name = name
    self.family = family
    self.shares = shares
    self.outcomes = outcomes
    self.outcomeCount = outcomeCount ?? outcomes.count
    self.note = note
  }

  /// The same prediction, which says nothing about some decisions.
  func silent(on decisions: [Int]) -> Prediction {
    Prediction(
      id,
      name,
      family,
      shares: shares.enumerated().map { decisions.contains($0) ? nil : $1 },
      outcomes: outcomes,
      outcomeCount: outcomeCount,
      note: note
    )
  }

  /// The likeliest option of a decision; nil where the lens says nothing about it, or several are as likely.
  public func leading(_ decision: Int) -> Int? {
    let likeliest = likeliest(decision)
    return likeliest.count == 1 ? likeliest[0] : nil
  }

  /// The likeliest options of a decision, all that are as likely; empty where the lens says nothing about it.
  public func likeliest(_ decision: Int) -> [Int] {
    guard let shares = shares[decision], let most = shares.max() else { return [] }
    // What differs by rounding alone is as likely.
    return shares.indices.filter { shares[$0] >= most - 0x1p-40 }
  }
}
