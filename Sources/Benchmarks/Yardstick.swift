import GameTheory

/// What one would write first: every payoff of every outcome at every sample, then every deviation.
///
/// Plain loops over plain arrays in floating point. Nothing is shared between samples.
struct Yardstick {
  private let game: ParametricGame
  private let strides: [Int]
  /// For each player the steps that its strategies add to an outcome.
  private let strategies: [[Int]]
  private let bases: [[Term]]
  private let amounts: [[Term]]
  private let weights: [[Term]]

  /// A coefficient with the variables that it is multiplied by.
  private struct Term {
    let coefficient: Double
    let variables: [Int]
  }

  init(_ game: ParametricGame) {
    self.game = game
    strides = game.numbering.strides
    strategies = (0..<game.playerCount).map { player in
      game.freeDecisions(of: player).reduce([0]) { steps, decision in
        steps.flatMap { step in
          (0..<game.decisions[decision].optionCount).map {
            step + $0 * game.numbering.strides[decision]
          }
        }
      }
    }
    bases = game.bases.map(Yardstick.terms)
    amounts = game.effects.map { Yardstick.terms($0.amount) }
    weights = game.stakes.map { Yardstick.terms($0.weight) }
  }

  private static func terms(_ polynomial: Polynomial) -> [Term] {
    polynomial.terms.map { term in
      Term(
        coefficient: term.coefficient.toDouble(),
        variables: term.monomial.factors.flatMap {
          [Int](repeating: $0.variable, count: $0.exponent)
        }
      )
    }
  }

  private func value(_ terms: [Term], _ values: [Double]) -> Double {
    terms.reduce(0) { sum, term in
      sum + term.variables.reduce(term.coefficient) { $0 * values[$1] }
    }
  }

  /// The outcomes that no player gains more than a rounding error by leaving.
  func equilibria(at values: [Double]) -> [Int] {
    let count = game.numbering.count
    let baseLevels = bases.map { value($0, values) }
    let changes = amounts.map { value($0, values) }
    let worths = weights.map { value($0, values) }
    var payoffs = [Double](repeating: 0, count: count * game.playerCount)
    var levels = baseLevels
    for outcome in 0..<count {
      for interest in levels.indices { levels[interest] = baseLevels[interest] }
      for (index, effect) in game.effects.enumerated() where game.applies(effect, in: outcome) {
        levels[effect.interest] += changes[index]
      }
      for (index, stake) in game.stakes.enumerated() {
        payoffs[outcome * game.playerCount + stake.player] += worths[index] * levels[stake.interest]
      }
    }
    return (0..<count).filter { outcome in
      (0..<game.playerCount).allSatisfy { player in
        let base = game.freeDecisions(of: player).reduce(outcome) {
          $0 - game.numbering.option(of: $1, in: outcome) * strides[$1]
        }
        let own = payoffs[outcome * game.playerCount + player]
        return strategies[player].allSatisfy {
          payoffs[(base + $0) * game.playerCount + player] - own <= 1e-9
        }
      }
    }
  }
}
