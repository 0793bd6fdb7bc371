import GameTheory

/// Which states are stable for whom, by the names that cases have for concepts.
struct GraphModelTables {
  /// What there is by a name.
  enum Answer {
    /// Who finds each state stable.
    case table(StabilityTable)
    /// The concept is not defined for the conflict; why.
    case undefined(String)
    /// The name is not known.
    case unknown
  }

  /// The concepts by which states are told apart where a case says "only".
  static let basic = ["Nash", "GMR", "SMR", "SEQ"]

  private let graph: ConflictGraph

  init(_ graph: ConflictGraph) {
    self.graph = graph
  }

  /// The concept of a name.
  static func concept(_ name: some StringProtocol) -> StabilityConcept? {
    switch name.lowercased() {
    case "nash", "r": .nash
    case "gmr": .generalMetarational
    case "smr": .symmetricMetarational
    case "seq", "sequential": .sequential
    case "sseq": .symmetricSequential
    default: nil
    }
  }

  /// What there is by a name: a concept, `SIM`, `NM`, or `L` with a horizon.
  func answer(_ name: some StringProtocol) -> Answer {
    if let concept = GraphModelTables.concept(name) { return .table(graph.stability(concept)) }
    do throws(ConflictError) {
      switch name.lowercased() {
      case "sim", "simultaneous": return .table(try graph.simultaneousStability())
      case "nm", "nonmyopic":
        guard let answer = try LimitedMoves(graph).nonMyopic() else {
          return .undefined("what is foreseen did not begin to repeat")
        }
        return .table(answer.stability)
      case let text where text.hasPrefix("l"):
        let digits = text.dropFirst().drop { $0 == "_" || $0 == "h" }
        guard let horizon = Int(digits), horizon >= 0 else { return .unknown }
        return .table(try limitedMoves(horizon))
      default: return .unknown
      }
    } catch {
      return .undefined(GraphModelTables.reason(error))
    }
  }

  /// Stability with a horizon; a horizon beyond the first repetition is brought back by whole periods.
  func limitedMoves(_ horizon: Int) throws(ConflictError) -> StabilityTable {
    let moves = try LimitedMoves(graph)
    var horizon = horizon
    if horizon > 1000, let answer = moves.nonMyopic(), horizon > answer.firstHorizon {
      horizon = answer.firstHorizon + (horizon - answer.firstHorizon) % answer.period
    }
    return moves.stability(horizon: horizon)
  }

  private static func reason(_ error: ConflictError) -> String {
    switch error {
    case .needsTwoDecisionMakers(let found):
      "it is defined for two decision makers, and there are \(found)"
    case .noCombinedMoves: "the names of the states do not tell to what moves made at once lead"
    default: error.sentence()
    }
  }
}
