import Documents
import GameTheory

/// What the section `conflict` says of the outcomes that there are.
extension ScenarioDecoder {
  /// Reports what rules out too much or too little.
  func checkConflict(_ scenario: Scenario) {
    guard let rules = scenario.conflict else { return }
    let numbering = OutcomeNumbering(optionCounts: scenario.decisions.map { $0.options.count })
    let start = numbering.outcome(scenario.statusQuo)
    if let entry = rules.exclusion(of: start, numbering) {
      problems.error(
        .infeasible,
        "'\(entry.id)' rules out the status quo",
        at: entry.location,
        path: "conflict.infeasible.\(entry.id)",
        help: "the status quo can be, since it is"
      )
    }
    let feasible = feasible(rules, numbering)
    checkIrreversible(rules)
    if feasible.isEmpty { return }
    for preference in rules.preferences { check(preference, feasible, numbering) }
  }

  /// The outcomes that nothing rules out; reports entries that rule out nothing, or the last there was.
  private func feasible(_ rules: ConflictRules, _ numbering: OutcomeNumbering) -> [Int] {
    var left = Array(0..<numbering.count)
    for entry in rules.infeasible {
      let before = left.count
      left.removeAll { entry.when.matches($0, numbering) }
      let path = "conflict.infeasible.\(entry.id)"
      if left.isEmpty, before > 0 {
        problems.error(
          .infeasible,
          "nothing can be: '\(entry.id)' rules out what was left",
          at: entry.location,
          path: path
        )
      } else if left.count == before, before > 0 {
        problems.report(
          .warning,
          .infeasible,
          "'\(entry.id)' rules out nothing that earlier entries leave",
          at: entry.location,
          path: path,
          help: "leave it out"
        )
      }
    }
    return left
  }

  private func checkIrreversible(_ rules: ConflictRules) {
    var barred: Set<[Int]> = []
    for entry in rules.irreversible {
      let moves = entry.from.flatMap { from in entry.to.map { [entry.decision, from, $0] } }
      if barred.isSuperset(of: moves) {
        problems.report(
          .warning,
          .irreversible,
          "'\(entry.id)' bars no move that earlier entries allow",
          at: entry.location,
          path: "conflict.irreversible.\(entry.id)",
          help: "leave it out"
        )
      }
      barred.formUnion(moves)
    }
  }

  private func check(
    _ preference: ConflictRules.Preference,
    _ feasible: [Int],
    _ numbering: OutcomeNumbering
  ) {
    let path = "conflict.preferences.\(players[preference.player].id)"
    switch preference.order {
    case .ranking(let classes):
      var left = feasible
      for (index, part) in classes.enumerated() {
        func matches(_ outcome: Int) -> Bool {
          part.patterns.contains { $0.matches(outcome, numbering) }
        }
        let before = left.count
        left.removeAll(where: matches)
        guard left.count == before else { continue }
        let isShadowed = feasible.contains(where: matches)
        problems.error(
          .preference,
          isShadowed
            ? "entries before this one have all outcomes that it fits"
            : "this entry of the ranking fits no outcome that can be",
          at: part.location,
          path: "\(path).ranking[\(index)]",
          help: "leave it out" + (isShadowed ? ", or put it before the wider ones" : "")
        )
      }
    case .statements(let statements):
      for (index, statement) in statements.enumerated() {
        let count = feasible.count { statement.condition.isTrue(of: $0, numbering) }
        guard count == 0 || count == feasible.count else { continue }
        problems.report(
          .warning,
          .preference,
          "the statement is \(count == 0 ? "false" : "true") of every outcome that can be",
          at: statement.location,
          path: "\(path).statements[\(index)]",
          help: "it decides nothing; leave it out"
        )
      }
    }
  }
}
