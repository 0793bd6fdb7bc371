public import GameTheory

/// How often each option is taken by players who do not always do what pays best.
///
/// Logit quantal response equilibria: the better a strategy, the likelier it is played, and all reckon with that
/// of each other. What stands for precise play is the precision λ: at 0 everybody plays at random, and as it grows, play
/// comes near to an equilibrium.
public struct QuantalPlay: Sendable {
  /// In what payoffs are counted where they meet the precision.
  public enum Unit: Sendable, CaseIterable {
    /// In the points of each player's own payoffs, as the scenario has them.
    case points
    /// In shares of what lies between the best and the worst outcome of each player, so that it does not
    /// matter how large the points of a player are.
    case ranges
  }

  /// Play at one precision.
  public struct Answer: Sendable {
    /// The precision λ, in one over the unit.
    public let precision: Double
    /// For each decision the probability of each of its options; 1 where it is held.
    public let options: [[Double]]
    /// For each player the probability of each of its strategies: the options of its free decisions, in mixed
    /// radix, the last decision varying fastest.
    public let strategies: [[Double]]
    /// The certificate: by how much the probability of a strategy differs at most from that of the logit reply.
    public let residual: Double
    /// What each player has on average, in points.
    public let payoffs: [Double]
    /// What each player would gain on average by the best strategy of all, in points.
    public let regrets: [Double]
    /// The outcome in which each player plays its likeliest strategy, the lowest of several.
    public let likeliest: Int
    /// How likely that outcome is.
    public let likelihood: Double
  }

  /// The model.
  public let model: ScenarioModel
  /// In what payoffs are counted.
  public let unit: Unit
  /// The answers that were reached, in ascending order of precision.
  public let answers: [Answer]
  /// How following the branch of equilibria ended; where it is not complete, answers are missing.
  public let end: QuantalResponseBranch.End
  /// At which precisions the branch turned, back or forth.
  public let turns: [Double]
  /// Between which precisions another branch crossed it.
  public let crossings: [(Double, Double)]

  /// Follows the equilibria of a model from play at random.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - precisions: the precisions to tell of.
  ///   - unit: in what payoffs are counted.
  ///   - effort: how finely the branch is followed.
  /// - Complexity: as ``QuantalResponseBranch``.
  public init(
    _ model: ScenarioModel,
    at precisions: [Double],
    unit: Unit = .points,
    effort: QuantalResponseBranch.Effort = QuantalResponseBranch.Effort()
  ) {
    let exact = ExactGame(model.game, at: model.values)
    let counts = exact.strategic.strategyCounts
    let table = QuantalPlay.payoffs(exact, unit)
    let game = try? StrategicGame(finite: table.payoffs, strategyCounts: counts)
    self.model = model
    self.unit = unit
    guard let game else {
      // A payoff is beyond the largest number.
      (answers, end, turns, crossings) = ([], .notPossible(precision: 0), [], [])
      return
    }
    let branch = QuantalResponseBranch(of: game, at: precisions, effort: effort)
    answers = branch.responses.map { QuantalPlay.answer($0, exact, model, table.scales) }
    end = branch.end
    turns = branch.turns
    crossings = branch.crossings
  }

  /// The payoffs in the unit, by profile and player, and the points in the unit of each player.
  private static func payoffs(
    _ exact: ExactGame,
    _ unit: Unit
  ) -> (payoffs: [Double], scales: [Double]) {
    let game = exact.strategic
    let players = game.playerCount
    var payoffs = [Double](repeating: 0, count: game.payoffs.count)
    var scales = [Double](repeating: 1, count: players)
    for player in 0..<players {
      var (low, high) = (Double.infinity, -Double.infinity)
      for profile in 0..<game.profiles.count {
        let payoff = exact.payoff(of: player, in: profile).toDouble()
        payoffs[profile * players + player] = payoff
        (low, high) = (min(low, payoff), max(high, payoff))
      }
      guard unit == .ranges, high > low else { continue }
      scales[player] = high - low
      for profile in 0..<game.profiles.count {
        let place = profile * players + player
        payoffs[place] = payoffs[place] / scales[player]
      }
    }
    return (payoffs, scales)
  }

  /// An equilibrium in the scenario's decisions.
  private static func answer(
    _ response: QuantalResponse,
    _ exact: ExactGame,
    _ model: ScenarioModel,
    _ scales: [Double]
  ) -> Answer {
    var options = model.game.decisions.indices.map { decision in
      [Double](repeating: 0, count: model.game.decisions[decision].optionCount)
    }
    for (decision, option) in model.game.held.enumerated() {
      if let option { options[decision][option] = 1 }
    }
    var (profile, likelihood) = (0, 1.0)
    for player in 0..<model.game.playerCount {
      let free = model.game.freeDecisions(of: player)
      let numbering = OutcomeNumbering(
        optionCounts: free.map { model.game.decisions[$0].optionCount }
      )
      var best = 0
      for (strategy, probability) in response.strategies[player].enumerated() {
        for (place, decision) in free.enumerated() {
          let option = numbering.option(of: place, in: strategy)
          options[decision][option] += probability
        }
        if probability > response.strategies[player][best] { best = strategy }
      }
      profile += best * exact.strategic.profiles.strides[player]
      likelihood *= response.strategies[player][best]
    }
    return Answer(
      precision: response.precision,
      options: options,
      strategies: response.strategies,
      residual: response.residual,
      payoffs: zip(response.payoffs, scales).map { $0 * $1 },
      regrets: zip(response.regrets, scales).map { $0 * $1 },
      likeliest: exact.outcome(of: profile),
      likelihood: likelihood
    )
  }
}
