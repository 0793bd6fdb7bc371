public import GameTheory

/// What all ways of looking at a scenario predict, side by side.
public struct Lenses: Sendable {
  /// An option with the lenses that predict it.
  public struct Camp: Sendable {
    /// The option.
    public let option: Int
    /// The numbers of the lenses for which it is likeliest, ascending.
    public let lenses: [Int]
  }

  /// What lies behind a camp: what the decider would do by itself in an outcome that the camp predicts.
  public struct Reason: Sendable {
    /// The decision.
    public let decision: Int
    /// The option that is predicted.
    public let option: Int
    /// The lens whose outcome is looked at.
    public let lens: Int
    /// That outcome.
    public let outcome: Int
    /// The option that would be best for the decider, everything else as it is there.
    public let alternative: Int
    /// What changing to it gains the decider; 0 where it has its best already.
    public let gain: Rational
    /// What weighs for and against changing.
    public let balance: Tipping.Balance?
    /// What each player would lose by the change; negative where it would gain.
    public let losses: [Rational]
  }

  /// The model.
  public let model: ScenarioModel
  /// What each lens predicts.
  public let predictions: [Prediction]

  /// Puts predictions side by side.
  public init(_ model: ScenarioModel, _ predictions: [Prediction]) {
    self.model = model
    self.predictions = predictions
  }

  /// The options that lenses predict of a decision, those of most lenses first, and then the lower option.
  public func camps(_ decision: Int) -> [Camp] {
    var found = [[Int]](repeating: [], count: model.scenario.decisions[decision].options.count)
    for (number, prediction) in predictions.enumerated() {
      if let option = prediction.leading(decision) { found[option].append(number) }
    }
    return found.indices.filter { !found[$0].isEmpty }
      .sorted { (-found[$0].count, $0) < (-found[$1].count, $1) }
      .map { Camp(option: $0, lenses: found[$0]) }
  }

  /// The decisions on which all lenses that speak of them agree.
  public var agreed: [Int] { model.scenario.decisions.indices.filter { camps($0).count == 1 } }

  /// The decisions on which lenses differ.
  public var disputed: [Int] { model.scenario.decisions.indices.filter { camps($0).count > 1 } }

  /// What lies behind each camp on a decision; none for camps that name no outcome.
  ///
  /// - Complexity: O(*camps* × *options* × *effects*).
  public func reasons(_ decision: Int) -> [Reason] {
    camps(decision).compactMap { camp in
      let numbering = model.game.numbering
      for lens in camp.lenses {
        let fitting = predictions[lens].outcomes.first {
          numbering.option(of: decision, in: $0) == camp.option
        }
        if let outcome = fitting { return reason(decision, camp.option, lens, outcome) }
      }
      return nil
    }
  }

  private func reason(_ decision: Int, _ option: Int, _ lens: Int, _ outcome: Int) -> Reason {
    let player = model.scenario.decisions[decision].player
    let payoff = { (player: Int, outcome: Int) in
      model.value(model.game.payoff(of: player, in: outcome))
    }
    var best = (option: option, gain: Rational(0), outcome: outcome)
    for other in model.scenario.decisions[decision].options.indices
    where model.game.held[decision] == nil {
      let changed = model.game.numbering.replacing(decision, with: other, in: outcome)
      let gain = payoff(player, changed) - payoff(player, outcome)
      if gain > best.gain { best = (other, gain, changed) }
    }
    return Reason(
      decision: decision,
      option: option,
      lens: lens,
      outcome: outcome,
      alternative: best.option,
      gain: best.gain,
      balance: best.gain.signum > 0
        ? Tipping.Balance(model, player: player, outcome: best.outcome, versus: outcome) : nil,
      losses: model.scenario.players.indices.map {
        payoff($0, outcome) - payoff($0, best.outcome)
      }
    )
  }
}
