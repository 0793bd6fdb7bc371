public import GameTheory

/// Where a payoff, or the difference between two, comes from: term by term, each with its reasons.
///
/// A payoff is a sum of terms, stake times base or stake times effect. Of a difference only the terms
/// that are not the same in both outcomes are left.
public struct Explanation: Sendable {
  /// One term of the sum.
  public struct Term: Sendable {
    /// The effect; nil for the base of the interest.
    public let effect: Int?
    /// What the effect, or the base, adds to the level: negative where it is lost.
    public let change: Rational
    /// What the term adds to the payoff, in utility points.
    public let points: Rational
    /// What it rests on: the reasons of the effect, of the stake, and of the parameters in both.
    public let reasons: [Reason]
    /// Whether all its sizes come from the source.
    public let isSized: Bool
  }

  /// The terms that come from one interest.
  public struct Part: Sendable {
    /// The interest.
    public let interest: Int
    /// What one more unit of it is worth to the player.
    public let weight: Rational
    /// The terms, the base first and then in file order.
    public let terms: [Term]
    /// The sum of the terms.
    public var points: Rational { terms.reduce(0) { $0 + $1.points } }
  }

  /// On what a term rests, by its weakest reason.
  public enum Footing: String, Sendable, CaseIterable {
    /// On the article alone.
    case article
    /// On the public record too, or alone.
    case record
    /// On an assumption too, or alone, or on nothing stated.
    case assumption
  }

  /// The player.
  public let player: Int
  /// The outcome explained.
  public let outcome: Int
  /// The outcome that it is compared with; nil for the payoff itself.
  public let other: Int?
  /// The interests in which the player has a stake that counts, in file order.
  public let parts: [Part]
  /// The evidence and assumptions of all terms, each once, in the order in which they come up.
  public let reasons: [Reason]

  /// The payoff, or the difference.
  public var points: Rational { parts.reduce(0) { $0 + $1.points } }

  /// Explains a player's payoff in an outcome, or what it has more there than in another.
  public init(_ model: ScenarioModel, player: Int, outcome: Int, versus other: Int? = nil) {
    self.player = player
    self.outcome = outcome
    self.other = other
    let dissection = Dissection(model: model, outcome: outcome, other: other)
    parts = model.scenario.stakes.filter { $0.player == player }.compactMap { stake in
      dissection.part(for: stake)
    }
    var reasons: [Reason] = []
    for reason in parts.flatMap({ $0.terms.flatMap { $0.reasons } }) where !reasons.contains(reason)
    {
      reasons.append(reason)
    }
    self.reasons = reasons
  }

  /// For each footing the share of the terms' absolute points that rests on it; empty where there are none.
  public func shares(in scenario: Scenario) -> [(footing: Footing, share: Rational)] {
    let terms = parts.flatMap { $0.terms }
    let total = terms.reduce(Rational(0)) { $0 + $1.points.magnitude }
    guard total > 0 else { return [] }
    return Footing.allCases.map { footing in
      let resting = terms.filter { Explanation.footing(of: $0, scenario) == footing }
      return (footing, resting.reduce(Rational(0)) { $0 + $1.points.magnitude } / total)
    }
  }

  /// The share of the terms' absolute points whose sizes come from the source, not from calibration.
  public var sizedShare: Rational {
    let terms = parts.flatMap { $0.terms }
    let total = terms.reduce(Rational(0)) { $0 + $1.points.magnitude }
    guard total > 0 else { return 0 }
    return terms.filter { $0.isSized }.reduce(Rational(0)) { $0 + $1.points.magnitude } / total
  }

  private static func footing(of term: Term, _ scenario: Scenario) -> Footing {
    var footing = term.reasons.isEmpty ? Footing.assumption : Footing.article
    for reason in term.reasons {
      switch reason {
      case .assumption: return .assumption
      case .evidence(let index):
        if scenario.evidence[index].kind == .record { footing = .record }
      }
    }
    return footing
  }
}

/// Takes payoffs to pieces.
private struct Dissection {
  let model: ScenarioModel
  let outcome: Int
  let other: Int?
  private var scenario: Scenario { model.scenario }

  func part(for stake: Stake) -> Explanation.Part? {
    let index = scenario.stakes.firstIndex {
      $0.player == stake.player && $0.interest == stake.interest
    }
    let weight = index.map { model.value(model.game.stakes[$0].weight) } ?? 0
    var terms: [Explanation.Term] = []
    if other == nil {
      let base = model.value(model.game.bases[stake.interest])
      add(scenario.interests[stake.interest].base, nil, base, stake, weight, to: &terms)
    }
    for effect in model.game.effectsByInterest[stake.interest] {
      let change = times(effect) * model.value(model.game.effects[effect].amount)
      add(scenario.effects[effect].amount, effect, change, stake, weight, to: &terms)
    }
    guard !terms.isEmpty else { return nil }
    return Explanation.Part(interest: stake.interest, weight: weight, terms: terms)
  }

  /// 1 where an effect comes in, -1 where it goes, 0 where nothing changes.
  private func times(_ effect: Int) -> Rational {
    let applies = model.game.applies(model.game.effects[effect], in: outcome) ? 1 : 0
    let before = other.map { model.game.applies(model.game.effects[effect], in: $0) ? 1 : 0 } ?? 0
    return Rational(applies - before)
  }

  private func add(
    _ quantity: Quantity,
    _ effect: Int?,
    _ change: Rational,
    _ stake: Stake,
    _ weight: Rational,
    to terms: inout [Explanation.Term]
  ) {
    guard change.signum != 0, weight.signum != 0 else { return }
    let quantities = [quantity, stake.weight].flatMap { [$0] + parameters(of: $0) }
    var reasons: [Reason] = []
    for reason in quantities.flatMap({ $0.because }) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    terms.append(
      Explanation.Term(
        effect: effect,
        change: change,
        points: weight * change,
        reasons: reasons,
        isSized: quantities.allSatisfy { $0.basis == .source }
      )
    )
  }

  private func parameters(of quantity: Quantity) -> [Quantity] {
    quantity.polynomial.variables.filter { $0 < scenario.parameters.count }.map {
      scenario.parameters[$0].quantity
    }
  }
}
