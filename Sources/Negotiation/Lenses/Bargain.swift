public import GameTheory

/// What the solutions of bargaining theory recommend in a scenario.
///
/// Packages are the scenario's outcomes, as far as held decisions leave them. What each player has without an
/// agreement is part of the question, and is never taken for granted to be the worst outcome.
public struct Bargain: Sendable {
  /// What stands without an agreement.
  public enum Disagreement: Sendable, Equatable {
    /// An outcome, such as the equilibrium or the status quo.
    case outcome(Int)
    /// What each player can make sure of, whatever the others do.
    case securityLevels
  }

  /// A solution.
  public enum Solution: Sendable, CaseIterable {
    /// The largest product of gains.
    case nash
    /// The largest smallest share of the best that each could gain.
    case kalaiSmorodinsky
    /// The largest smallest share of the way from the least to the most that each could gain.
    case maximinShare
    /// The largest smallest gain.
    case egalitarian
    /// The largest sum.
    case utilitarian
  }

  /// What a solution recommends.
  public struct Recommendation: Sendable {
    /// The solution.
    public let solution: Solution
    /// All outcomes that it recommends, ascending; one or more.
    public let outcomes: [Int]
    /// The product, share, gain or sum that is as large as can be.
    public let value: Rational
    /// What each player gains over the disagreement in the first of them.
    public let gains: [Rational]
  }

  /// The lottery over outcomes that a solution recommends, where lotteries can be agreed on.
  public struct Mixture: Sendable {
    /// The solution.
    public let solution: Solution
    /// The outcomes that may come about, each with its probability; ascending.
    public let entries: [(outcome: Int, probability: Rational)]
    /// What each player gains over the disagreement on average.
    public let gains: [Rational]
    /// By how much the logarithm of the product may fall short of the largest; nil where the answer is exact.
    public let gap: Rational?
  }

  /// The model.
  public let model: ScenarioModel
  /// What stands without an agreement.
  public let disagreement: Disagreement
  /// What each player has then.
  public let disagreementPayoffs: [Rational]
  /// The bargaining power of each player, for the Nash solution; nil where all have the same.
  public let weights: [Rational]?
  /// How many outcomes there are.
  public let outcomeCount: Int
  /// The outcomes that leave nobody worse off than without an agreement, ascending.
  public let rational: [Int]
  /// The outcomes that are better for nobody without being worse for somebody, ascending: the Pareto frontier.
  public let efficient: [Int]
  /// The most that each player can gain in a rational outcome; nil where there is none.
  public let idealGains: [Rational]?
  /// What each solution recommends: some outcome is rational, be it what stands without an agreement or, beside
  /// security levels, what comes of everybody's securing its own.
  public let recommendations: [Recommendation]
  /// The lottery that each solution recommends; nil where nobody asked.
  public let mixtures: [Mixture]?
  /// The equilibrium that is looked back on; nil where there is none.
  public let equilibrium: Int?
  /// The outcomes that are better than the equilibrium for somebody and worse for nobody, ascending.
  public let better: [Int]

  private let problem: BargainingProblem
  /// By number in the problem, and back.
  private let outcomes: [Int]

  /// Bargains.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - disagreement: what stands without an agreement.
  ///   - outsideOptions: what each player has then; nil where it is what follows.
  ///   - weights: the bargaining power of each player, for the Nash solution: at least 0, not all 0.
  ///   - hasLotteries: whether lotteries are looked for too.
  ///   - equilibrium: the equilibrium to look back on, if there is one.
  /// - Throws: what is wrong with the weights.
  /// - Complexity: O(*players* × *outcomes* × log *outcomes*), and more where very many outcomes are efficient.
  public init(
    _ model: ScenarioModel,
    disagreement: Disagreement,
    outsideOptions: [Rational?]? = nil,
    weights: [Rational]? = nil,
    hasLotteries: Bool = false,
    equilibrium: Int? = nil
  ) throws(BargainingError) {
    let exact = ExactGame(model.game, at: model.values)
    let payoffs = disagreement.payoffs(in: exact, outsideOptions: outsideOptions)
    let outcomes = (0..<exact.strategic.profiles.count).map { exact.outcome(of: $0) }.sorted()
    let profiles = outcomes.map { exact.profile(of: $0) }
    let problem = try BargainingProblem(
      outcomeCount: outcomes.count,
      disagreement: payoffs,
      payoff: { exact.payoff(of: $1, in: profiles[$0]) }
    )
    self.model = model
    self.disagreement = disagreement
    self.equilibrium = equilibrium
    self.outcomes = outcomes
    self.problem = problem
    disagreementPayoffs = payoffs
    self.weights = weights
    outcomeCount = outcomes.count
    rational = problem.rationalOutcomes.map { outcomes[$0] }
    efficient = problem.efficientOutcomes().map { outcomes[$0] }
    idealGains = problem.idealGains
    recommendations = try Bargain.recommendations(problem, model, weights) { outcomes[$0] }
    mixtures = hasLotteries ? try Bargain.mixtures(problem, model, weights) { outcomes[$0] } : nil
    better = equilibrium.map { Bargain.better(than: $0, exact, outcomes) } ?? []
  }

  private static func recommendations(
    _ problem: BargainingProblem,
    _ model: ScenarioModel,
    _ weights: [Rational]?,
    _ outcome: (Int) -> Int
  ) throws(BargainingError) -> [Recommendation] {
    let nash = try problem.nashSolution(weights: weights)
    let sum = try problem.utilitarianSolution(weights: model.scenario.exchange?.rates)
    let (shares, gains) = (problem.kalaiSmorodinskySolution(), problem.egalitarianSolution())
    let ways = problem.fromLeastGains?.kalaiSmorodinskySolution()
    let found: [(Solution, [Int], Rational)?] = [
      nash.map { (.nash, $0.outcomes, $0.value) },
      shares.map { (.kalaiSmorodinsky, $0.outcomes, $0.value) },
      ways.map { (.maximinShare, $0.outcomes, $0.value) },
      gains.map { (.egalitarian, $0.outcomes, $0.value) },
      sum.map { (.utilitarian, $0.outcomes, $0.value) },
    ]
    return found.compactMap { $0 }.map { solution, numbers, value in
      Recommendation(
        solution: solution,
        outcomes: numbers.map(outcome),
        value: value,
        gains: problem.gains(in: numbers[0])
      )
    }
  }

  private static func mixtures(
    _ problem: BargainingProblem,
    _ model: ScenarioModel,
    _ weights: [Rational]?,
    _ outcome: (Int) -> Int
  ) throws(BargainingError) -> [Mixture] {
    let nash = try problem.nashLottery(weights: weights).solution
    let sum = try problem.utilitarianLottery(weights: model.scenario.exchange?.rates).solution
    let ways = problem.fromLeastGains?.kalaiSmorodinskyLottery().solution
    let found: [(Solution, Lottery, gap: Rational?)?] = [
      nash.map { (.nash, $0.lottery, $0.gap) },
      problem.kalaiSmorodinskyLottery().solution.map { (.kalaiSmorodinsky, $0.lottery, nil) },
      ways.map { (.maximinShare, $0.lottery, nil) },
      problem.egalitarianLottery().solution.map { (.egalitarian, $0.lottery, nil) },
      sum.map { (.utilitarian, $0.lottery, nil) },
    ]
    return found.compactMap { $0 }.map { solution, lottery, gap in
      Mixture(
        solution: solution,
        entries: lottery.entries.map { (outcome($0.outcome), $0.probability) },
        gains: problem.expectedGains(of: lottery),
        gap: gap
      )
    }
  }

  private static func better(
    than equilibrium: Int,
    _ exact: ExactGame,
    _ outcomes: [Int]
  ) -> [Int] {
    let players = 0..<exact.strategic.strategyCounts.count
    let here = exact.profile(of: equilibrium)
    return outcomes.filter { outcome in
      let profile = exact.profile(of: outcome)
      var gains = false
      for player in players {
        let (a, b) = (
          exact.strategic.payoff(of: player, in: profile),
          exact.strategic.payoff(of: player, in: here)
        )
        if a < b { return false }
        if a > b { gains = true }
      }
      return gains
    }
  }

  /// What a player has in an outcome that held decisions leave.
  ///
  /// - Complexity: O(log *outcomes*).
  public func payoff(of player: Int, in outcome: Int) -> Rational {
    var range = outcomes.indices
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range = outcomes[middle] <= outcome ? middle..<range.upperBound : range.lowerBound..<middle
    }
    precondition(outcomes[range.lowerBound] == outcome, "held decisions leave the outcome")
    return problem.payoff(of: player, in: range.lowerBound)
  }
}

extension Bargain.Disagreement {
  /// What each player has without an agreement.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - outsideOptions: what each player has then in place of that; nil where it has just that.
  /// - Returns: the payoffs, by player.
  /// - Complexity: O(*players* × *outcomes*).
  public func payoffs(in model: ScenarioModel, outsideOptions: [Rational?]? = nil) -> [Rational] {
    payoffs(in: ExactGame(model.game, at: model.values), outsideOptions: outsideOptions)
  }

  func payoffs(in exact: ExactGame, outsideOptions: [Rational?]? = nil) -> [Rational] {
    exact.scales.indices.map { player in
      if let stated = outsideOptions?[player] { return stated }
      return switch self {
      case .outcome(let outcome): exact.payoff(of: player, in: exact.profile(of: outcome))
      case .securityLevels: exact.truePayoff(exact.securityLevel(of: player).payoff, of: player)
      }
    }
  }
}
