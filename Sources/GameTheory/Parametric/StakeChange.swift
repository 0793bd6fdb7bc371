/// The least change of a player's stakes that makes it willing to play its part in an outcome.
///
/// Levels stay as they are; each stake that the player has may move up or down, and the sum of all
/// changes is least. There always is one, since a player without stakes is willing to do anything.
public struct StakeChange: Sendable {
  /// The stakes that change, as indices in the game, with their new weights.
  public let weights: [(stake: Int, weight: Rational)]
  /// The sum of the absolute changes.
  public let size: Rational

  /// Finds the least change, by linear programmes over the deviations that have been found to pay.
  ///
  /// - Parameters:
  ///   - game: the game.
  ///   - player: whose stakes change.
  ///   - outcome: the outcome.
  ///   - values: the values of all variables.
  ///   - tolerance: a gain of at most this is no gain.
  /// - Complexity: a programme over *stakes* variables for each deviation added; the gains of all deviations
  ///   are looked at each time. Kelley, Journal of SIAM 8 (1960) 703, for adding them one by one.
  public init(
    _ game: ParametricGame,
    of player: Int,
    at outcome: Int,
    values: [Rational],
    tolerance: Rational = 0
  ) {
    let stakes = game.stakesByPlayer[player]
    let before = stakes.map { game.stakes[$0].weight.evaluated(at: values) }
    let deviations = StakeChange.levelChanges(game, player, outcome, values)
    var programme = LinearProgram<Rational>(.minimise)
    let rises = programme.addVariables(stakes.count, cost: 1)
    let falls = programme.addVariables(stakes.count, cost: 1)
    var weights = before
    while let paying = StakeChange.bestDeviation(deviations, weights, above: tolerance) {
      let step = deviations[paying]
      let terms = stakes.indices.flatMap {
        [
          (variable: rises.lowerBound + $0, coefficient: step[$0]),
          (variable: falls.lowerBound + $0, coefficient: -step[$0]),
        ]
      }
      programme.addRow(terms, .atMost, tolerance - StakeChange.product(step, before))
      guard case .optimal(let solution) = programme.solve() else {
        preconditionFailure("a player without stakes finds no deviation that gains")
      }
      weights = stakes.indices.map {
        before[$0] + solution.values[$0] - solution.values[stakes.count + $0]
      }
    }
    self.weights = stakes.indices.filter { weights[$0] != before[$0] }.map {
      (stakes[$0], weights[$0])
    }
    size = zip(weights, before).reduce(Rational(0)) { $0 + ($1.0 - $1.1).magnitude }
  }

  /// For each other strategy of a player how it moves the level of each interest that the player has a stake
  /// in; each only once, and none that moves nothing.
  private static func levelChanges(
    _ game: ParametricGame,
    _ player: Int,
    _ outcome: Int,
    _ values: [Rational]
  ) -> [[Rational]] {
    let interests = game.stakesByPlayer[player].map { game.stakes[$0].interest }
    var met: Set<[Rational]> = [interests.map { _ in 0 }]
    var changes: [[Rational]] = []
    game.numbering.forEach(varying: game.freeDecisions(of: player), of: outcome) { other in
      let change = interests.map {
        game.levelChange(of: $0, from: outcome, to: other).evaluated(at: values)
      }
      if met.insert(change).inserted { changes.append(change) }
    }
    return changes
  }

  /// The deviation that gains most, where that is more than the tolerance.
  private static func bestDeviation(
    _ deviations: [[Rational]],
    _ weights: [Rational],
    above tolerance: Rational
  ) -> Int? {
    var best: (index: Int, gain: Rational)?
    for (index, step) in deviations.enumerated() {
      let gain = product(step, weights)
      if gain > best?.gain ?? tolerance { best = (index, gain) }
    }
    return best?.index
  }

  private static func product(_ left: [Rational], _ right: [Rational]) -> Rational {
    zip(left, right).reduce(Rational(0)) { $0 + $1.0 * $1.1 }
  }
}
