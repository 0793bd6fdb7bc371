/// A linear programme with a condition for each coalition, of which only those that matter are stated.
///
/// Over payoffs x and, where wanted, a level ε: the least Σ goal × x (+ ε), where x(S) (+ ε) ≥ v(S) for all
/// coalitions but those left out, and x(S) is as given for some. It is stated by its dual, which has a row for each
/// player and a column for each coalition, so that adding a coalition adds a column. Whoever complains most at
/// the answer is added, until nobody does: then the answer is right for all coalitions, and the prices prove it.
struct ExcessProgram {
  /// An answer.
  struct Answer {
    /// One for each player.
    let payoffs: [Rational]
    /// The level; 0 where none was wanted.
    let level: Rational
    /// The least value of the objective, over the coalitions stated.
    let objective: Rational
    /// The coalitions whose conditions have a price, which therefore hold with equality in all best answers.
    let priced: [WeightedCoalition]
    /// The players whose payoff is at its least in all best answers, because that has a price.
    let leastPaid: [Int]
  }

  /// The game.
  let game: CoalitionalGame
  /// What one unit of each player's payoff adds to the objective.
  var goal: [Rational]
  /// Whether there is a level.
  let hasLevel: Bool
  /// Whether nobody is to get less than it has alone, whatever the level.
  let isIndividuallyRational: Bool
  /// Coalitions that get a given sum; their indicators are linearly independent.
  var equalities: [(coalition: Coalition, sum: Rational)] = []
  /// For each coalition whether it is left out.
  var isLeftOut: [Bool]
  /// The coalitions stated.
  private(set) var stated: [Coalition] = []
  private let scan: ComplaintScan

  /// Creates a programme without equalities, in which only the empty and the grand coalition are left out.
  init(
    _ game: CoalitionalGame,
    goal: [Rational],
    hasLevel: Bool,
    isIndividuallyRational: Bool = false
  ) {
    self.game = game
    self.goal = goal
    self.hasLevel = hasLevel
    self.isIndividuallyRational = isIndividuallyRational
    isLeftOut = [Bool](repeating: false, count: game.whole.count)
    isLeftOut[0] = true
    isLeftOut[game.whole.count - 1] = true
    scan = ComplaintScan(game)
    // With these the dual has an answer from the beginning.
    for player in 0..<game.playerCount {
      let single = Coalition(members: [player])
      for coalition in [single, game.grandCoalition.subtracting(single)]
      where !stated.contains(coalition) {
        stated.append(coalition)
      }
    }
  }

  /// Answers the programme; ends early, with what is known, once the objective is above a limit.
  ///
  /// - Returns: nil where no payoffs meet the conditions.
  mutating func solve(until limit: Rational? = nil) -> Answer? {
    while true {
      guard let answer = answerForStated() else { return nil }
      if let limit, answer.objective > limit { return answer }
      let complaining = scan.loudest(at: answer.payoffs, above: answer.level, except: isLeftOut)
      if complaining.isEmpty { return answer }
      stated += complaining
    }
  }

  /// The answer with the conditions of the coalitions stated only.
  private func answerForStated() -> Answer? {
    var program = LinearProgram<Rational>(.maximise)
    var rows = [[(variable: Int, coefficient: Rational)]](
      repeating: [],
      count: game.playerCount + 1
    )
    func add(_ coalition: Coalition, _ variable: Int) {
      for player in coalition.members { rows[player].append((variable, 1)) }
    }
    let columns = stated.filter { !isLeftOut[$0.index] }
    for coalition in columns {
      let variable = program.addVariable(cost: game.value(of: coalition))
      add(coalition, variable)
      rows[game.playerCount].append((variable, 1))
    }
    for (coalition, sum) in equalities {
      add(coalition, program.addVariable(cost: sum, within: .free))
    }
    let firstLeast = program.variableCount
    if isIndividuallyRational {
      for player in 0..<game.playerCount {
        let single = Coalition(members: [player])
        add(single, program.addVariable(cost: game.value(of: single)))
      }
    }
    for player in 0..<game.playerCount { program.addRow(rows[player], .equal, goal[player]) }
    if hasLevel { program.addRow(rows[game.playerCount], .equal, 1) }
    guard case .optimal(let solution) = program.solve() else { return nil }
    return Answer(
      payoffs: Array(solution.duals.prefix(game.playerCount)),
      level: hasLevel ? solution.duals[game.playerCount] : 0,
      objective: solution.objective,
      priced: columns.indices.filter { solution.values[$0] > 0 }.map {
        WeightedCoalition(columns[$0], weight: solution.values[$0])
      },
      leastPaid: isIndividuallyRational
        ? (0..<game.playerCount).filter { solution.values[firstLeast + $0] > 0 } : []
    )
  }
}
