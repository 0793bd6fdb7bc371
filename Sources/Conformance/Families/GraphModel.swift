import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Conflicts in graph form: stability, coalitions, limited moves, the status quo; everything is exact.
  static let graphModel = CaseFamily(name: "gmcr", mark: "preference_ranking_best_first") {
    (file, list) throws(CaseFault) in
    let input = file.root.value("input") ?? file.root
    let checks = GraphModelChecks(try GraphModelCase(input))
    for member in try file.root.need("expected").members ?? [] {
      try checks.check(member.key, member.value, &list)
    }
    checks.checkReasons(&list)
  }
}

/// What a case expects of a conflict in graph form.
struct GraphModelChecks {
  let given: GraphModelCase
  let tables: GraphModelTables

  init(_ given: GraphModelCase) {
    self.given = given
    tables = GraphModelTables(given.graph)
  }

  func check(_ key: String, _ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    switch key {
    case "equilibria": try checkEquilibria(expected, &list)
    case "stable_by_dm": try checkDecisionMakers(expected, &list)
    case "limited_move_equilibria": try checkLimitedMoves(expected, &list)
    case "coalition_equilibria": try checkCoalitions(expected, &list)
    case "coalition_improvements": try checkImprovements(expected, &list)
    case "status_quo_first_reached_step": try checkStatusQuo(expected, &list)
    case "published": try checkPublished(expected, &list)
    default: list.skip(key, "nothing is known of this")
    }
  }

  /// Compares states with those that a case lists, in whatever order.
  func same(_ name: String, _ found: [Int], _ expected: Node, _ list: inout CheckList)
    throws(CaseFault)
  {
    list.same(name, given.names(found), given.names(try given.states(expected)))
  }

  private func checkEquilibria(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    for member in expected.members ?? [] {
      let name = "equilibria by \(member.key)"
      guard let table = table(member.key, name, &list) else { continue }
      try same(name, table.equilibria, member.value, &list)
    }
  }

  private func checkDecisionMakers(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    for member in expected.members ?? [] {
      let name = "stable states by \(member.key)"
      guard let table = table(member.key, name, &list) else { continue }
      for entry in member.value.members ?? [] {
        let states = table.stableStates(for: try given.decisionMaker(entry.key))
        try same("\(name) for \(entry.key)", states, entry.value, &list)
      }
    }
  }

  /// The table of a concept; nil, with the reason among the checks, where there is none.
  func table(_ concept: String, _ name: String, _ list: inout CheckList) -> StabilityTable? {
    switch tables.answer(concept) {
    case .table(let table): return table
    case .undefined(let reason): list.skip(name, reason)
    case .unknown: list.skip(name, "no concept '\(concept)' is known")
    }
    return nil
  }

  private func checkLimitedMoves(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    for member in expected.members ?? [] {
      let name = "equilibria with horizon \(member.key)"
      guard let table = table("L\(member.key)", name, &list) else { continue }
      try same(name, table.equilibria, member.value, &list)
    }
  }

  private func checkStatusQuo(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    guard let statusQuo = given.statusQuo else { throw CaseFault("there is no 'status_quo'") }
    let analysis = StatusQuoAnalysis(given.graph, from: statusQuo)
    for member in expected.members ?? [] {
      let moves: StatusQuoAnalysis.Moves
      switch member.key {
      case "by_improvements": moves = .improvements
      case "by_any_move": moves = .all
      default:
        list.skip("steps from the status quo \(member.key)", "nothing is known of this")
        continue
      }
      var steps = [Int](repeating: -1, count: given.states.count)
      for entry in member.value.members ?? [] {
        guard let state = given.states.firstIndex(of: entry.key), let step = entry.value.whole
        else { throw CaseFault("there is no step of a state '\(entry.key)'") }
        steps[state] = step
      }
      func texts(_ steps: [Int]) -> [String] {
        steps.indices.map {
          steps[$0] < 0 ? "\(given.states[$0]): never" : "\(given.states[$0]): \(steps[$0])"
        }
      }
      let found = steps.indices.map { analysis.step(of: $0, moves) ?? -1 }
      list.same("steps from the status quo \(member.key)", texts(found), texts(steps))
    }
  }

  /// Has every answer of a small conflict give its reason, and the reason verified.
  func checkReasons(_ list: inout CheckList) {
    let graph = given.graph
    let name = "reasons of stability"
    guard graph.stateCount * graph.decisionMakerCount <= 2000 else {
      return list.skip(name, "the conflict is too large for all of them")
    }
    let isRight = StabilityConcept.allCases.allSatisfy { concept in
      let table = graph.stability(concept)
      return (0..<graph.stateCount).allSatisfy { state in
        (0..<graph.decisionMakerCount).allSatisfy { mover in
          let reason = graph.reason(for: state, mover, concept)
          return graph.verifies(reason) && reason.isStable == table.isStable(state, for: mover)
        }
      }
    }
    list.holds(name, isRight, "a reason does not hold")
  }
}
