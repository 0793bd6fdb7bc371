public import GameTheory

/// Which outcomes of a scenario would last, by the concepts of the graph model for conflict resolution.
///
/// States are the outcomes that can be, as far as held decisions leave them; the players who have something left to
/// decide move among them, each by changing its own decisions, as far as the scenario's section `conflict` allows.
/// Preferences are the order of the payoffs, or what that section says. Players are given by their index in the
/// scenario and outcomes by their number.
public struct Stability: Sendable {
  /// More moves than these are refused: they would take more than a gigabyte of memory.
  public static let moveLimit = 1 << 27

  /// The model.
  public let model: ScenarioModel
  /// Gains of at most so many utility points count as none, for players whose payoffs decide.
  public let tolerance: Rational
  /// The players who can move, ascending; all players where nobody can.
  public let movers: [Int]
  /// The outcomes that can be, and how they are numbered as states.
  public let form: DecisionForm
  /// The conflict: its decision makers are the movers, its states those of the form.
  public let graph: ConflictGraph
  /// The concepts asked for.
  public let concepts: [StabilityTest]
  /// For each of them for which decision makers each state is stable; nil where it cannot be known.
  public let tables: [StabilityTable?]
  /// What two movers foresee however far they look; nil where that is not asked for, and where it cannot be known.
  public let farthest: LimitedMoves.NonMyopic?
  /// The equilibria of the payoffs, as outcomes, ascending, whatever the section `conflict` says.
  public let equilibria: [Int]
  /// Where play settles from the status quo by the payoffs; nil in a cycle.
  public let settled: Int?

  /// The payoffs of the movers whose payoffs decide, by state, times a scale of each.
  private let payoffs: [[BigInteger]?]
  private let exact: ExactGame

  /// Analyses a model.
  ///
  /// - Parameters:
  ///   - model: the model; decisions that it holds do not move.
  ///   - concepts: the concepts asked for; nil for all that are defined for so many movers.
  ///   - tolerance: gains of at most so many utility points count as none.
  /// - Throws: ``ConflictError/tooMany(limit:)`` for more moves than ``moveLimit``,
  ///   ``ConflictError/decisionMakerCount(_:)`` for more than 32 movers, ``ConflictError/noStates`` where held
  ///   decisions leave nothing that can be, and ``ConflictError/needsTwoDecisionMakers(found:)`` for concepts that
  ///   are defined for two movers only.
  /// - Complexity: O(*players* × (*outcomes* × *players* + *moves*) + *outcomes* × log *outcomes*).
  public init(
    _ model: ScenarioModel,
    concepts: [StabilityTest]? = nil,
    tolerance: Rational = 0
  ) throws(ConflictError) {
    self.model = model
    self.tolerance = tolerance
    let movers = Stability.movers(of: model)
    let form = try Stability.form(of: model, movers)
    guard form.moveBound(decisionMakerCount: movers.count) <= Stability.moveLimit else {
      throw .tooMany(limit: Stability.moveLimit)
    }
    let exact = ExactGame(model.game, at: model.values)
    let profiles = form.outcomes.map { exact.profile(of: $0) }
    let ranks = movers.map {
      model.scenario.conflict?.ranks(of: form.outcomes, for: $0, model.game.numbering)
    }
    payoffs = movers.indices.map { index in
      guard ranks[index] == nil else { return nil }
      return profiles.map { exact.strategic.payoff(of: movers[index], in: $0) }
    }
    let tolerances = exact.tolerances(tolerance)
    let worths = payoffs
    let graph = try form.graph(
      movers.indices.map { index in
        ranks[index].map { ConflictPreference(ranks: $0) }
          ?? ConflictPreference(
            payoffs: worths[index] ?? [],
            tolerance: tolerances[movers[index]]
          )
      }
    )
    let asked = concepts ?? StabilityTest.defined(forMovers: movers.count)
    farthest = asked.contains(.nonMyopic) ? try Stability.farthest(graph) : nil
    tables = try Stability.tables(graph, asked, farthest)
    self.concepts = asked
    self.movers = movers
    self.form = form
    self.graph = graph
    self.exact = exact
    var evaluator = BlockEvaluator(model.folded(tolerance: tolerance))
    evaluator.load(count: 1) { _, _ in 0 }
    equilibria = evaluator.equilibria().map { $0.outcome }
    let settling = evaluator.settle(from: model.statusQuo)[0]
    settled = settling.cycle.isEmpty ? settling.outcome : nil
  }

  private static func tables(
    _ graph: ConflictGraph,
    _ concepts: [StabilityTest],
    _ farthest: LimitedMoves.NonMyopic?
  ) throws(ConflictError) -> [StabilityTable?] {
    var tables: [StabilityTable?] = []
    for concept in concepts {
      switch concept {
      case .basic(let concept): tables.append(graph.stability(concept))
      case .simultaneous: tables.append(try graph.simultaneousStability())
      case .limited(let horizon):
        tables.append(try LimitedMoves(graph).stability(horizon: horizon))
      case .nonMyopic: tables.append(farthest?.stability)
      }
    }
    return tables
  }

  /// What is foreseen with all large horizons; nil where that takes too many horizons to know.
  private static func farthest(
    _ graph: ConflictGraph
  ) throws(ConflictError) -> LimitedMoves.NonMyopic? {
    let limit = max(64, min(100_000, 50_000_000 / max(1, graph.stateCount)))
    return try LimitedMoves(graph).nonMyopic(limit: limit)
  }

  /// The players with something left to decide; all where there is none.
  private static func movers(of model: ScenarioModel) -> [Int] {
    let players = Array(model.scenario.players.indices)
    let movers = players.filter { !model.game.freeDecisions(of: $0).isEmpty }
    return movers.isEmpty ? players : movers
  }

  private static func form(
    of model: ScenarioModel,
    _ movers: [Int]
  ) throws(ConflictError) -> DecisionForm {
    let numbering = model.game.numbering
    let rules = model.scenario.conflict ?? ConflictRules()
    return try DecisionForm(
      numbering: numbering,
      owners: model.scenario.decisions.enumerated().map { index, decision in
        model.game.held[index] == nil ? movers.firstIndex(of: decision.player) : nil
      },
      base: model.statusQuo,
      bars: rules.irreversible.map {
        DecisionForm.Bar(decision: $0.decision, from: $0.from, to: $0.to)
      },
      isFeasible: { rules.exclusion(of: $0, numbering) == nil }
    )
  }
}

extension Stability {
  /// The state that an outcome is; nil where the outcome cannot be, or is not as decisions are held.
  public func state(of outcome: Int) -> Int? { form.state(of: outcome) }

  /// The outcome that a state is.
  public func outcome(of state: Int) -> Int { form.outcomes[state] }

  /// The name that the conflict has for a player; nil for one that does not move.
  public func mover(_ player: Int) -> Int? { movers.firstIndex(of: player) }

  /// Why an outcome cannot be; nil where it can.
  public func exclusion(of outcome: Int) -> ConflictRules.Infeasible? {
    model.scenario.conflict?.exclusion(of: outcome, model.game.numbering)
  }

  /// Whether the payoffs of a decision maker of the conflict decide what it prefers.
  public func followsPayoffs(_ mover: Int) -> Bool { payoffs[mover] != nil }

  /// By how many utility points one state is better for a decision maker than another; nil where its payoffs do not
  /// decide.
  public func gain(of mover: Int, from state: Int, to other: Int) -> Rational? {
    payoffs[mover].map { exact.truePayoff($0[other] - $0[state], of: movers[mover]) }
  }

  /// How many states are stable for everybody, by concept; nil where that cannot be known.
  public var equilibriumCounts: [Int?] { tables.map { $0?.equilibria.count } }

  /// Tells for which concepts a state is stable for everybody.
  public func isEquilibrium(_ state: Int) -> [Bool?] {
    tables.map { $0.map { $0.stableFor[state] == graph.everybody } }
  }
}
