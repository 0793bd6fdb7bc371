/// Linear programmes over all lotteries on a set of outcomes, solved by adding outcomes as they are needed.
///
/// All gains are whole ones, times the players' scales. Each programme is solved over a few outcomes; the prices
/// that come with its answer tell whether one left out would do better, which is then added.
///
/// - Source: Gilmore and Gomory, Operations Research 9 (1961) 849; Dantzig and Wolfe, ibid. 8 (1960) 101.
struct LotteryProgram {
  /// An answer over all outcomes.
  struct Answer {
    let lottery: Lottery
    let objective: Rational
    /// A price for each player's whole gain; no outcome exceeds the bound.
    let prices: [Rational]
    let bound: Rational
  }

  let problem: BargainingProblem
  /// All outcomes that lotteries may have, at least one.
  let outcomes: [Int]
  /// Those that are in the programmes.
  private(set) var columns: [Int] = []

  /// Begins with the best outcome of each player.
  init(_ problem: BargainingProblem, _ outcomes: [Int]) {
    self.problem = problem
    self.outcomes = outcomes
    for player in 0..<problem.playerCount {
      add(problem.bestOutcome(of: player, among: outcomes))
    }
  }

  private mutating func add(_ outcome: Int) {
    if !columns.contains(outcome) { columns.append(outcome) }
  }

  /// The lottery with the largest level: every free player gains that many of its units, everybody else at
  /// least what is demanded for it.
  ///
  /// - Parameters:
  ///   - units: for each player what one level is in whole gains, above 0 for those who are free.
  ///   - demands: for each player a whole gain, or nil for those who are free.
  /// - Returns: the lottery and its level.
  /// - Precondition: some player is free; some lottery over `columns` meets the demands.
  mutating func largestLevel(units: [Rational], demands: [Rational?]) -> Answer {
    let problem = problem
    return solve { columns in
      var program = LinearProgram<Rational>(.maximise)
      let shares = program.addVariables(columns.count)
      let level = program.addVariable(cost: 1, within: .free)
      for (player, row) in problem.gainRows(columns, shares).enumerated() {
        if let demand = demands[player] {
          program.addRow(row, .atLeast, demand)
        } else {
          program.addRow(row + [(level, -units[player])], .atLeast, 0)
        }
      }
      program.addRow(shares.map { ($0, 1) }, .equal, 1)
      return program
    }
  }

  /// The lottery with the largest weighted sum of whole gains, of those in which everybody's is at least 0.
  ///
  /// - Precondition: some lottery over `columns` is rational.
  mutating func largestSum(_ weights: [Rational]) -> Answer {
    let problem = problem
    return solve(weights) { columns in
      var program = LinearProgram<Rational>(.maximise)
      let shares = columns.map { outcome in
        program.addVariable(cost: problem.sum(weights, outcome))
      }
      for row in problem.gainRows(columns, shares[0]..<shares[0] + shares.count) {
        program.addRow(row, .atLeast, 0)
      }
      program.addRow(shares.map { ($0, 1) }, .equal, 1)
      return program
    }
  }

  /// Solves a programme over the columns again and again, each time with the outcome that does best by its prices.
  ///
  /// Its first variables are the outcomes' probabilities, its first rows the players' gains, its last the sum of
  /// the probabilities. The prices are the negative dual values of the players' rows, plus the weights.
  private mutating func solve(
    _ weights: [Rational]? = nil,
    _ program: ([Int]) -> LinearProgram<Rational>
  ) -> Answer {
    while true {
      guard case .optimal(let solution) = program(columns).solve() else {
        preconditionFailure("a programme over lotteries has an optimum")
      }
      var prices = (0..<problem.playerCount).map { -solution.duals[$0] }
      if let weights { prices = zip(prices, weights).map { $0 + $1 } }
      let bound = solution.duals[problem.playerCount]
      let best = problem.best(by: prices, among: outcomes)
      if best.sum <= bound {
        return Answer(
          lottery: Lottery(
            zip(columns, solution.values).map { Lottery.Entry(outcome: $0, probability: $1) }
          ),
          objective: solution.objective,
          prices: prices,
          bound: bound
        )
      }
      add(best.outcome)
    }
  }
}

extension BargainingProblem {
  /// For each player its whole gains in some outcomes, as coefficients of the outcomes' probabilities.
  fileprivate func gainRows(
    _ columns: [Int],
    _ shares: Range<Int>
  ) -> [[(variable: Int, coefficient: Rational)]] {
    (0..<playerCount).map { player in
      zip(shares, columns).map { share, outcome in
        (share, Rational(whole[outcome * playerCount + player]))
      }
    }
  }

  /// The first of some outcomes with the largest gain of a player.
  func bestOutcome(of player: Int, among outcomes: [Int]) -> Int {
    var best = outcomes[0]
    for outcome in outcomes
    where whole[outcome * playerCount + player] > whole[best * playerCount + player] {
      best = outcome
    }
    return best
  }

  /// The weighted sum of an outcome's whole gains.
  func sum(_ weights: [Rational], _ outcome: Int) -> Rational {
    weights.indices.reduce(Rational(0)) {
      $0 + weights[$1] * Rational(whole[outcome * playerCount + $1])
    }
  }

  /// The first of some outcomes with the largest weighted sum of whole gains, and that sum.
  ///
  /// Sums in floating point with a bound on their error tell which ones are worth computing exactly.
  func best(by prices: [Rational], among outcomes: [Int]) -> (outcome: Int, sum: Rational) {
    let common = Rational.commonDenominator(of: prices)
    let factors = prices.map { ($0 * Rational(common)).numerator }
    var best = (outcome: outcomes[0], sum: weightedSum(factors, outcomes[0]))
    for outcome in nearlyBest(by: prices.map { $0.toDouble() }, among: outcomes) {
      let sum = weightedSum(factors, outcome)
      if sum > best.sum { best = (outcome, sum) }
    }
    return (best.outcome, Rational(best.sum, common))
  }

  private func nearlyBest(by prices: [Double], among outcomes: [Int]) -> [Int] {
    var best = -Double.infinity
    var kept: [(outcome: Int, highest: Double)] = []
    for outcome in outcomes {
      var sum = 0.0
      var size = 0.0
      for player in prices.indices {
        let term = prices[player] * whole.double(outcome * playerCount + player)
        sum += term
        size += term.magnitude
      }
      guard size < .infinity else { return outcomes }
      // Prices and gains are rounded, and so are products and sums; twice that, and the smallest numbers.
      let error = size * 0x1p-51 * Double(prices.count + 3) + 0x1p-1000
      if sum + error < best { continue }
      best = max(best, sum - error)
      kept.append((outcome, sum + error))
    }
    return kept.filter { $0.highest >= best }.map { $0.outcome }
  }
}
