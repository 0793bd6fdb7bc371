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
    /// What others would have to do otherwise, each by itself, for the decider to prefer what another camp
    /// predicts; empty where no single choice of others does it.
    public let hinges: [Hinge]
  }

  /// A choice of another player that turns a decision.
  public struct Hinge: Sendable, Hashable {
    /// The choice.
    public let choice: Options.Choice
    /// The option that the decider then prefers.
    public let option: Int
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

  /// The decisions on which all lenses that prefer an option agree.
  public var agreed: [Int] { model.scenario.decisions.indices.filter { camps($0).count == 1 } }

  /// The decisions on which lenses differ.
  public var disputed: [Int] { model.scenario.decisions.indices.filter { camps($0).count > 1 } }

  /// What lies behind each camp on a decision; none for camps that name no outcome.
  ///
  /// - Complexity: O(*camps*^2 × *decisions* × *options* × *effects*).
  public func reasons(_ decision: Int) -> [Reason] {
    let numbering = model.game.numbering
    let found = camps(decision).compactMap { camp -> (option: Int, lens: Int, outcome: Int)? in
      for lens in camp.lenses {
        let fitting = predictions[lens].outcomes.first {
          numbering.option(of: decision, in: $0) == camp.option
        }
        if let outcome = fitting { return (camp.option, lens, outcome) }
      }
      return nil
    }
    return found.map { camp in
      let others = found.filter { $0.option != camp.option }
      return reason(decision, camp.option, camp.lens, camp.outcome, others.map { $0.outcome })
    }
  }

  private func reason(
    _ decision: Int,
    _ option: Int,
    _ lens: Int,
    _ outcome: Int,
    _ others: [Int]
  ) -> Reason {
    let player = model.scenario.decisions[decision].player
    let best = best(decision, in: outcome)
    let changed = model.game.numbering.replacing(decision, with: best, in: outcome)
    let gain = payoff(player, changed) - payoff(player, outcome)
    return Reason(
      decision: decision,
      option: option,
      lens: lens,
      outcome: outcome,
      alternative: best,
      gain: gain,
      balance: gain.signum > 0
        ? Tipping.Balance(model, player: player, outcome: changed, versus: outcome) : nil,
      losses: model.scenario.players.indices.map { payoff($0, outcome) - payoff($0, changed) },
      hinges: gain.signum > 0 ? [] : hinges(decision, outcome, others)
    )
  }

  private func payoff(_ player: Int, _ outcome: Int) -> Rational {
    model.value(model.game.payoff(of: player, in: outcome))
  }

  /// The option of a decision that is best for its player, all else as in an outcome; its own where none is better.
  private func best(_ decision: Int, in outcome: Int) -> Int {
    let numbering = model.game.numbering
    let own = numbering.option(of: decision, in: outcome)
    guard model.game.held[decision] == nil else { return own }
    let player = model.scenario.decisions[decision].player
    var best = (option: own, payoff: payoff(player, outcome))
    for option in model.scenario.decisions[decision].options.indices {
      let other = payoff(player, numbering.replacing(decision, with: option, in: outcome))
      if other > best.payoff { best = (option, other) }
    }
    return best.option
  }

  /// The choices in other outcomes that by themselves make the decider prefer what it does there.
  private func hinges(_ decision: Int, _ outcome: Int, _ others: [Int]) -> [Hinge] {
    let numbering = model.game.numbering
    let player = model.scenario.decisions[decision].player
    var found: [Hinge] = []
    for other in others {
      let wanted = numbering.option(of: decision, in: other)
      for place in model.scenario.decisions.indices
      where model.scenario.decisions[place].player != player {
        let choice = numbering.option(of: place, in: other)
        guard choice != numbering.option(of: place, in: outcome) else { continue }
        let turned = numbering.replacing(place, with: choice, in: outcome)
        let hinge = Hinge(
          choice: Options.Choice(decision: place, option: choice),
          option: wanted
        )
        if best(decision, in: turned) == wanted, !found.contains(hinge) { found.append(hinge) }
      }
    }
    return found
  }
}
