public import GameTheory

/// What happens in a scenario at its own values: equilibria, where play settles, what would be better.
///
/// All of it in exact arithmetic.
public struct Solution: Sendable {
  /// What a player would gain by another strategy, the others keeping theirs.
  public struct Temptation: Sendable {
    /// The player.
    public let player: Int
    /// The outcome that its best deviation leads to.
    public let outcome: Int
    /// What it gains; negative where it loses.
    public let gain: Rational
  }

  /// A pure equilibrium with its certificate.
  public struct Equilibrium: Sendable {
    /// The outcome.
    public let outcome: Int
    /// Whether every deviation loses.
    public let isStrict: Bool
    /// The payoff of each player.
    public let payoffs: [Rational]
    /// Each player's best deviation: it gains at most the tolerance.
    public let deviations: [Temptation]
  }

  /// A player's revision on the way to where play settles.
  public struct Step: Sendable {
    /// The player that revises.
    public let player: Int
    /// The outcome before.
    public let from: Int
    /// The outcome after.
    public let to: Int
    /// What the player gains.
    public let gain: Rational
  }

  /// An outcome that is better for every player than another.
  public struct Improvement: Sendable {
    /// The outcome.
    public let outcome: Int
    /// What each player gains.
    public let gains: [Rational]
    /// Each player that would leave it, with its best deviation.
    public let temptations: [Temptation]
  }

  /// What one round of elimination takes from a player.
  public struct Eliminated: Sendable {
    /// The player.
    public let player: Int
    /// The strategies that go: for each the outcome numbers of strategy and dominator, the others as at
    /// the status quo.
    public let strategies: [(strategy: Int, dominator: Int)]
    /// How many strategies the player had before.
    public let before: Int
    /// Options that no strategy left has any more.
    public let lostOptions: Options
  }

  /// The model solved.
  public let model: ScenarioModel
  /// All pure equilibria, by outcome.
  public let equilibria: [Equilibrium]
  /// How play goes from the start.
  public let path: [Step]
  /// Where play rests; nil in a cycle.
  public let rest: Int?
  /// The outcomes of a cycle in order; empty at rest.
  public let cycle: [Int]
  /// For each player its best deviation from the status quo.
  public let temptations: [Temptation]
  /// The payoffs at the status quo.
  public let startPayoffs: [Rational]
  /// For each player its security level, and the minimax to which the others can hold it.
  public let securityLevels: [(maximin: Rational, minimax: Rational)]
  /// The outcomes that are better for all than the reference (where play rests, else the only equilibrium),
  /// ascending.
  public let improvements: [Int]
  /// The one of them that gives the player that gains least the most.
  public let bestImprovement: Improvement?
  /// Whether no outcome is better for somebody and worse for nobody than the reference.
  public let isReferenceEfficient: Bool?
  /// Whether strategies were few enough for iterated elimination; else both lists are empty.
  public let isEliminated: Bool
  /// Iterated elimination of strictly dominated strategies, by round.
  public let strictRounds: [[Eliminated]]
  /// Iterated elimination of weakly dominated strategies, by round.
  public let weakRounds: [[Eliminated]]

  /// The outcome that improvements are measured against.
  public var reference: Int? {
    rest ?? (equilibria.count == 1 ? equilibria[0].outcome : nil)
  }

  /// Solves a model.
  ///
  /// - Complexity: O(*players* × *outcomes*), and what elimination takes.
  public init(_ model: ScenarioModel, tolerance: Rational = 0) {
    self.model = model
    let exact = ExactGame(model.game, at: model.values)
    let solver = Solver(model: model, exact: exact, tolerance: tolerance)
    let start = exact.profile(of: model.statusQuo)
    equilibria = solver.equilibria()
    let settling = solver.settling(from: start)
    path = settling.path
    rest = settling.rest
    cycle = settling.cycle
    temptations = solver.temptations(at: start)
    startPayoffs = solver.payoffs(in: start)
    securityLevels = (0..<model.game.playerCount).map { player in
      let level = exact.securityLevel(of: player)
      return (
        exact.truePayoff(level.payoff, of: player), exact.truePayoff(level.minimax, of: player)
      )
    }
    isEliminated = solver.isEliminationFeasible
    strictRounds = isEliminated ? solver.elimination(.strict) : []
    weakRounds = isEliminated ? solver.elimination(.weak) : []
    let reference = rest ?? (equilibria.count == 1 ? equilibria[0].outcome : nil)
    guard let reference else {
      improvements = []
      bestImprovement = nil
      isReferenceEfficient = nil
      return
    }
    let profile = exact.profile(of: reference)
    let better = exact.profilesBetterForAll(than: profile, tolerance: tolerance)
    improvements = better.map { exact.outcome(of: $0) }.sorted()
    bestImprovement = solver.bestImprovement(better, over: profile)
    isReferenceEfficient =
      better.isEmpty
      && exact.profilesBetterForAll(than: profile, weakly: true, tolerance: tolerance)
        .isEmpty
  }
}

/// Reads an exact game in the scenario's terms.
private struct Solver {
  let model: ScenarioModel
  let exact: ExactGame
  let tolerance: Rational

  private var game: StrategicGame<BigInteger> { exact.strategic }
  private var players: Range<Int> { 0..<model.game.playerCount }

  func payoffs(in profile: Int) -> [Rational] {
    players.map { exact.payoff(of: $0, in: profile) }
  }

  func equilibria() -> [Solution.Equilibrium] {
    exact.pureEquilibria(tolerance: tolerance).map { equilibrium in
      Solution.Equilibrium(
        outcome: exact.outcome(of: equilibrium.profile),
        isStrict: equilibrium.isStrict,
        payoffs: payoffs(in: equilibrium.profile),
        deviations: temptations(at: equilibrium.profile)
      )
    }.sorted { $0.outcome < $1.outcome }
  }

  func temptations(at profile: Int) -> [Solution.Temptation] {
    players.compactMap { player in
      exact.bestDeviation(of: player, from: profile).map { deviation in
        let other = game.replacing(player, with: deviation.strategy, in: profile)
        return Solution.Temptation(
          player: player,
          outcome: exact.outcome(of: other),
          gain: exact.truePayoff(deviation.gain, of: player)
        )
      }
    }
  }

  func settling(from start: Int) -> (path: [Solution.Step], rest: Int?, cycle: [Int]) {
    let play = exact.settling(from: start, tolerance: tolerance)
    let path = play.revisions.map { revision in
      Solution.Step(
        player: revision.player,
        from: exact.outcome(of: revision.from),
        to: exact.outcome(of: revision.to),
        gain: exact.truePayoff(revision.gain, of: revision.player)
      )
    }
    return (path, play.rest.map { exact.outcome(of: $0) }, play.cycle.map { exact.outcome(of: $0) })
  }

  func bestImprovement(_ better: [Int], over reference: Int) -> Solution.Improvement? {
    func gains(_ profile: Int) -> [Rational] {
      players.map {
        exact.truePayoff(
          game.payoff(of: $0, in: profile) - game.payoff(of: $0, in: reference),
          of: $0
        )
      }
    }
    var best: (profile: Int, least: Rational, gains: [Rational])?
    for profile in better {
      let gains = gains(profile)
      let least = gains.dropFirst().reduce(gains[0]) { min($0, $1) }
      if let known = best, known.least >= least { continue }
      best = (profile, least, gains)
    }
    guard let best else { return nil }
    return Solution.Improvement(
      outcome: exact.outcome(of: best.profile),
      gains: best.gains,
      temptations: temptations(at: best.profile).filter { $0.gain > tolerance }
    )
  }

  /// Whether comparing each strategy with each against all that the others can do is quick enough.
  var isEliminationFeasible: Bool {
    game.strategyCounts.allSatisfy { $0 * game.profiles.count <= 1 << 28 }
  }

  func elimination(_ dominance: Dominance) -> [[Solution.Eliminated]] {
    let elimination = exact.eliminatingDominated(dominance, tolerance: tolerance)
    var survivors = game.strategyCounts.map { Array(0..<$0) }
    return elimination.rounds.map { round in
      players.compactMap { player in
        let gone = round.filter { $0.player == player }
        guard !gone.isEmpty else { return nil }
        let before = survivors[player]
        survivors[player].removeAll { strategy in gone.contains { $0.strategy == strategy } }
        return Solution.Eliminated(
          player: player,
          strategies: gone.map {
            (outcome(player, $0.strategy), outcome(player, $0.dominator))
          },
          before: before.count,
          lostOptions: lostOptions(player, before: before, after: survivors[player])
        )
      }
    }
  }

  /// The outcome in which a player plays a strategy and the others the status quo.
  private func outcome(_ player: Int, _ strategy: Int) -> Int {
    let start = exact.profile(of: model.statusQuo)
    return exact.outcome(of: game.replacing(player, with: strategy, in: start))
  }

  private func lostOptions(_ player: Int, before: [Int], after: [Int]) -> Options {
    func options(_ strategies: [Int], of decision: Int) -> Set<Int> {
      Set(
        strategies.map {
          model.game.numbering.option(of: decision, in: outcome(player, $0))
        }
      )
    }
    var lost: [Options.Choice] = []
    for decision in model.game.freeDecisions(of: player) {
      let gone = options(before, of: decision).subtracting(options(after, of: decision))
      lost += gone.sorted().map { Options.Choice(decision: decision, option: $0) }
    }
    return Options(lost)
  }
}
