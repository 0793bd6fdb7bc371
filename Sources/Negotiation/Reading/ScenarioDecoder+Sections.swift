import Documents
import GameTheory

/// The reserved sections, and the checks that need the whole scenario.
extension ScenarioDecoder {
  func readSequence(_ root: ObjectReader) -> MoveOrder? {
    guard let node = root.value("sequence"),
      let reader = ObjectReader(node, path: "sequence", what: "'sequence'", problems)
    else { return nil }
    var moves: [MoveOrder.Move] = []
    for (index, node) in (reader.list("moves", isNeeded: true) ?? []).enumerated() {
      let path = "sequence.moves[\(index)]"
      guard let move = ObjectReader(node, path: path, what: "a move", problems) else { continue }
      let sees = (move.list("sees") ?? []).compactMap { seen -> Int? in
        guard let decision = decision(seen, path: "\(path).sees") else { return nil }
        if moves.contains(where: { $0.decision == decision }) { return decision }
        problems.error(
          .moveOrder,
          "'\(decisions[decision].id)' is not taken before this move",
          at: seen.location,
          path: "\(path).sees"
        )
        return nil
      }
      if let decision = move.needed("decision").flatMap({
        self.decision($0, path: "\(path).decision")
      }) {
        if moves.contains(where: { $0.decision == decision }) {
          problems.error(
            .duplicateID,
            "'\(decisions[decision].id)' moves twice",
            at: node.location.start,
            path: path
          )
        } else {
          moves.append(MoveOrder.Move(decision: decision, sees: sees))
        }
      }
      _ = reasons(move, lackingIn: nil)
      move.finish()
    }
    _ = reasons(reader, lackingIn: nil)
    reader.finish()
    return MoveOrder(moves: moves)
  }

  private func decision(_ node: Node, path: String) -> Int? {
    text(node, "the id of a decision", path: path).flatMap {
      decisionIndex($0, at: node.location, path: path)
    }
  }

  func readMotives(_ root: ObjectReader) -> [Motive] {
    guard let node = root.value("motives"),
      let reader = ObjectReader(node, path: "motives", what: "'motives'", problems)
    else { return [] }
    var motives: [Motive] = []
    for member in reader.entries {
      let path = "motives.\(member.key)"
      guard let player = playerIndex(member.key, at: member.keyLocation, path: path) else {
        continue
      }
      var sum: Rational = 0
      var isWhole = true
      elements(reader, member.key, "a motive") { motive, id in
        let name = motive.string("name") ?? id
        let prior = motive.number("prior", isNeeded: true)
        _ = reasons(motive, lackingIn: nil)
        let stakes = motive.value("stakes").map {
          readStakes(of: player, $0, path: "\(motive.path).stakes", isReasoned: false)
        }
        guard let prior else {
          isWhole = false
          return
        }
        sum = sum + prior
        if prior <= 0 || prior > 1 {
          isWhole = false
          problems.error(
            .priors,
            "the prior is no probability",
            at: motive.value("prior")?.location,
            path: motive.path(of: "prior"),
            label: "expected above 0, at most 1"
          )
        }
        motives.append(
          Motive(player: player, id: id, name: name, prior: prior, stakes: stakes ?? [])
        )
      }
      if isWhole, sum != 1 {
        problems.error(
          .priors,
          "the priors of '\(member.key)' sum to \(sum), not 1",
          at: member.value.location.start,
          path: path
        )
      }
    }
    return motives.sorted { $0.player < $1.player }
  }

  /// Warns of what moves nothing.
  func checkWhole(_ scenario: Scenario, _ tree: Node) {
    guard !problems.hasErrors else { return }
    let moved = Set(effects.map { $0.interest })
    for stake in stakes where !moved.contains(stake.interest) {
      problems.report(
        .warning,
        .idleStake,
        "no effect moves '\(interests[stake.interest].id)', so this stake decides nothing",
        at: stake.weight.location,
        path: stake.weight.path
      )
    }
    let wanted = Set(
      stakes.map { $0.interest } + scenario.motives.flatMap { $0.stakes.map { $0.interest } }
    )
    for (index, interest) in interests.enumerated() where !wanted.contains(index) {
      problems.report(
        .warning,
        .unwantedInterest,
        "nobody has a stake in '\(interest.id)'",
        at: interest.base.location.start,
        path: "interests.\(interest.id)"
      )
    }
    var used: Set<Int> = []
    let polynomials = scenario.payoffPolynomials + scenario.constraints.map { $0.difference }
    for polynomial in polynomials { used.formUnion(polynomial.variables) }
    let named = Set(scenario.expressions.flatMap { ParameterTable.names(in: $0) })
    for (index, parameter) in parameters.parameters.enumerated()
    where !named.contains(parameter.name) && !used.contains(index) {
      problems.report(
        .warning,
        .unusedParameter,
        "the parameter '\(parameter.name)' is not used",
        at: parameter.quantity.location,
        path: "parameters.\(parameter.name)"
      )
    }
  }
}
