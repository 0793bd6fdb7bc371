/// A parametric game at one point, in strategic form with exact payoffs.
///
/// Each player's payoffs are whole numbers: the true ones times a scale of the player's own.
public struct ExactGame: Sendable {
  /// The game in strategic form.
  public let strategic: StrategicGame<BigInteger>
  /// By what each player's true payoffs are multiplied.
  public let scales: [BigInteger]

  private let game: ParametricGame
  /// For each player and strategy what it adds to an outcome's number.
  private let steps: [[Int]]
  private let base: Int

  /// Evaluates a game at a point, given by one number for each variable.
  ///
  /// - Complexity: O(*outcomes* × Σ over players of *tables*).
  public init(_ game: ParametricGame, at point: [Rational]) {
    self.game = game
    let folded = FoldedGame.tables(of: game, at: point)
    base = game.anyOutcome
    var steps: [[Int]] = []
    for player in 0..<game.playerCount {
      var offsets: [Int] = []
      game.numbering.forEach(varying: game.freeDecisions(of: player), of: game.anyOutcome) {
        offsets.append($0 - game.anyOutcome)
      }
      steps.append(offsets)
    }
    self.steps = steps
    let profiles = OutcomeNumbering(optionCounts: steps.map { $0.count })
    var payoffs = [BigInteger](repeating: 0, count: profiles.count * game.playerCount)
    var scales: [BigInteger] = []
    let outcomes = ExactGame.outcomes(profiles, steps, base)
    // For each decision its option in each profile.
    let options = game.decisions.indices.map { decision in
      let stride = game.numbering.strides[decision]
      let count = game.decisions[decision].optionCount
      return outcomes.map { Int32($0 / stride % count) }
    }
    for (player, tables) in folded.enumerated() {
      let scale = Rational.commonDenominator(
        of: [tables.constant] + tables.factors.flatMap { $0.values }
      )
      scales.append(scale)
      let whole = { (value: Rational) in (value * Rational(scale)).numerator }
      let constant = whole(tables.constant)
      for profile in 0..<profiles.count { payoffs[profile * game.playerCount + player] = constant }
      for factor in tables.factors {
        let values = factor.values.map(whole)
        for profile in 0..<profiles.count {
          var index = 0
          for (position, decision) in factor.scope.enumerated() {
            index += Int(options[decision][profile]) * factor.strides[position]
          }
          let slot = profile * game.playerCount + player
          payoffs[slot] = payoffs[slot] + values[index]
        }
      }
    }
    self.scales = scales
    guard
      let strategic = try? StrategicGame(strategyCounts: profiles.optionCounts, payoffs: payoffs)
    else { preconditionFailure("every player has a strategy, and every profile its payoffs") }
    self.strategic = strategic
  }

  /// The outcome of each profile.
  private static func outcomes(_ profiles: OutcomeNumbering, _ steps: [[Int]], _ base: Int) -> [Int]
  {
    var outcomes = [base]
    for offsets in steps {
      outcomes = outcomes.flatMap { outcome in offsets.map { outcome + $0 } }
    }
    return outcomes
  }

  /// The outcome of a profile.
  public func outcome(of profile: Int) -> Int {
    var outcome = base
    for player in steps.indices {
      outcome += steps[player][strategic.strategy(of: player, in: profile)]
    }
    return outcome
  }

  /// The profile of an outcome, which must respect the held decisions.
  public func profile(of outcome: Int) -> Int {
    var profile = 0
    for player in steps.indices {
      var strategy = 0
      for decision in game.freeDecisions(of: player) {
        strategy =
          strategy * game.decisions[decision].optionCount
          + game.numbering.option(of: decision, in: outcome)
      }
      profile += strategy * strategic.profiles.strides[player]
    }
    return profile
  }

  /// The true payoff of a player in a profile.
  public func payoff(of player: Int, in profile: Int) -> Rational {
    truePayoff(strategic.payoff(of: player, in: profile), of: player)
  }

  /// A tolerance in true payoffs, as each player's scaled payoffs have it: being whole, they exceed it
  /// exactly when they exceed its whole part.
  public func tolerances(_ tolerance: Rational) -> [BigInteger] {
    scales.map { (tolerance * Rational($0)).floor }
  }

  /// A payoff, or difference of payoffs, of a player as it truly is.
  public func truePayoff(_ scaled: BigInteger, of player: Int) -> Rational {
    Rational(scaled, scales[player])
  }
}

extension FoldedGame {
  /// A player's payoff at one point: a constant and tables over a few decisions each.
  struct PointTables {
    var constant: Rational = 0
    var factors: [(scope: [Int], strides: [Int], values: [Rational])] = []
  }

  /// The tables of every player at a point.
  static func tables(of game: ParametricGame, at point: [Rational]) -> [PointTables] {
    let settings = point.map { Setting.fixed($0) }
    return (0..<game.playerCount).map { player in
      var tables = PointTables()
      for stake in game.stakesByPlayer[player].map({ game.stakes[$0] }) {
        var level = game.bases[stake.interest]
        for effect in game.effectsByInterest[stake.interest].map({ game.effects[$0] })
        where effect.conditions.isEmpty {
          level = level + effect.amount
        }
        tables.constant =
          tables.constant + stake.weight.evaluated(at: point) * level.evaluated(at: point)
      }
      tables.factors = factors(of: player, game, settings).map { factor in
        (factor.scope, factor.strides, factor.table.map { $0.constantValue ?? 0 })
      }
      return tables
    }
  }
}
