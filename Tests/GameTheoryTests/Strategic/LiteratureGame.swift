import GameTheory

/// A two- or three-player game from the literature with what is known of it.
///
/// Strategies are numbered in the order of the source; payoffs by profile, last player fastest.
struct LiteratureGame: Sendable, CustomStringConvertible {
  let name: String
  let strategyCounts: [Int]
  let payoffs: [Int]
  /// The pure equilibria, as profiles of strategies.
  let equilibria: [[Int]]
  /// Which of them are strict.
  let strict: [[Int]]
  /// The strategies left by iterated elimination of strictly dominated ones.
  let survivors: [[Int]]
  /// The pure security level and the pure minimax of each player.
  let levels: [[Int]]
  /// The Pareto-efficient profiles.
  let efficient: [[Int]]

  var description: String { name }

  /// Osborne and Rubinstein (1994), example 16.2: don't confess, confess.
  static let prisonersDilemma = LiteratureGame(
    name: "Prisoner's dilemma",
    strategyCounts: [2, 2],
    payoffs: [3, 3, 0, 4, 4, 0, 1, 1],
    equilibria: [[1, 1]],
    strict: [[1, 1]],
    survivors: [[1], [1]],
    levels: [[1, 1], [1, 1]],
    efficient: [[0, 0], [0, 1], [1, 0]]
  )

  /// Osborne and Rubinstein (1994), example 16.3 (hawk-dove): dove, hawk.
  static let hawkDove = LiteratureGame(
    name: "Hawk-dove, or chicken",
    strategyCounts: [2, 2],
    payoffs: [3, 3, 1, 4, 4, 1, 0, 0],
    equilibria: [[0, 1], [1, 0]],
    strict: [[0, 1], [1, 0]],
    survivors: [[0, 1], [0, 1]],
    levels: [[1, 1], [1, 1]],
    efficient: [[0, 0], [0, 1], [1, 0]]
  )

  /// Osborne, An Introduction to Game Theory (2004), section 2.5: stag, hare.
  static let stagHunt = LiteratureGame(
    name: "Stag hunt",
    strategyCounts: [2, 2],
    payoffs: [2, 2, 0, 1, 1, 0, 1, 1],
    equilibria: [[0, 0], [1, 1]],
    strict: [[0, 0], [1, 1]],
    survivors: [[0, 1], [0, 1]],
    levels: [[1, 1], [1, 1]],
    efficient: [[0, 0]]
  )

  /// Osborne and Rubinstein (1994), example 15.3 (Bach or Stravinsky).
  static let battleOfTheSexes = LiteratureGame(
    name: "Battle of the sexes",
    strategyCounts: [2, 2],
    payoffs: [2, 1, 0, 0, 0, 0, 1, 2],
    equilibria: [[0, 0], [1, 1]],
    strict: [[0, 0], [1, 1]],
    survivors: [[0, 1], [0, 1]],
    levels: [[0, 1], [0, 1]],
    efficient: [[0, 0], [1, 1]]
  )

  /// Osborne and Rubinstein (1994), example 17.1: head, tail.
  static let matchingPennies = LiteratureGame(
    name: "Matching pennies",
    strategyCounts: [2, 2],
    payoffs: [1, -1, -1, 1, -1, 1, 1, -1],
    equilibria: [],
    strict: [],
    survivors: [[0, 1], [0, 1]],
    levels: [[-1, 1], [-1, 1]],
    efficient: [[0, 0], [0, 1], [1, 0], [1, 1]]
  )

  /// Shapley, Some topics in two-person games (1964): best replies run through six profiles for ever.
  static let shapley = LiteratureGame(
    name: "Shapley's game",
    strategyCounts: [3, 3],
    payoffs: [1, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0],
    equilibria: [],
    strict: [],
    survivors: [[0, 1, 2], [0, 1, 2]],
    levels: [[0, 1], [0, 1]],
    efficient: [[0, 0], [0, 2], [1, 0], [1, 1], [2, 1], [2, 2]]
  )

  /// Gibbons, Game Theory for Applied Economists (1992), figure 1.1.1: solved by strict dominance.
  static let gibbons = LiteratureGame(
    name: "Gibbons, figure 1.1.1",
    strategyCounts: [2, 3],
    payoffs: [1, 0, 1, 2, 0, 1, 0, 3, 0, 1, 2, 0],
    equilibria: [[0, 1]],
    strict: [[0, 1]],
    survivors: [[0], [1]],
    levels: [[0, 1], [1, 2]],
    efficient: [[0, 1], [1, 0], [1, 2]]
  )

  /// Cournot's duopoly (1838) with inverse demand 6 - q, no cost, and the quantities 0, 1, 2, 3.
  ///
  /// Tirole, The Theory of Industrial Organization (1988), section 5.4: in equilibrium each sells a third
  /// of the demand's intercept, 2. On so coarse a grid 1 and 2 are both best against 3, so that (1, 3) and
  /// (3, 1) are equilibria too, but not strict ones.
  static let cournot = LiteratureGame(
    name: "Cournot's duopoly",
    strategyCounts: [4, 4],
    payoffs: (0...3).flatMap { first in
      (0...3).flatMap { second in
        let price = max(0, 6 - first - second)
        return [first * price, second * price]
      }
    },
    equilibria: [[1, 3], [2, 2], [3, 1]],
    strict: [[2, 2]],
    survivors: [[1, 2, 3], [1, 2, 3]],
    levels: [[2, 2], [2, 2]],
    efficient: [[0, 3], [1, 1], [1, 2], [2, 1], [2, 2], [3, 0]]
  )

  /// A public good for which two of three must pay 1 and which is worth 2 to each.
  ///
  /// Palfrey and Rosenthal, Journal of Public Economics 24 (1984) 171-193: with threshold *w*, exactly
  /// *w* pay or nobody does. Strategies: keep, pay.
  static let thresholdGood = LiteratureGame(
    name: "Threshold public good",
    strategyCounts: [2, 2, 2],
    payoffs: [
      0, 0, 0, 0, 0, -1, 0, -1, 0, 2, 1, 1, -1, 0, 0, 1, 2, 1, 1, 1, 2, 1, 1, 1,
    ],
    equilibria: [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]],
    strict: [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]],
    survivors: [[0, 1], [0, 1], [0, 1]],
    levels: [[0, 0], [0, 0], [0, 0]],
    efficient: [[0, 1, 1], [1, 0, 1], [1, 1, 0]]
  )

  static let all = [
    prisonersDilemma, hawkDove, stagHunt, battleOfTheSexes, matchingPennies, shapley, gibbons,
    cournot,
    thresholdGood,
  ]
}
