import Documents
import GameTheory

/// What can be, what can be undone, and who prefers what.
extension ScenarioDecoder {
  func readConflict(_ root: ObjectReader) -> ConflictRules? {
    guard let node = root.value("conflict"),
      let reader = ObjectReader(node, path: "conflict", what: "'conflict'", problems)
    else { return nil }
    var rules = ConflictRules()
    rules.because = reasons(reader, lackingIn: nil)
    let isExplained = !rules.because.isEmpty
    elements(reader, "infeasible", "an infeasible combination") { entry, id in
      let because = reasons(entry, lackingIn: isExplained ? nil : "'\(id)'")
      let when = entry.needed("when").map { pattern($0, path: entry.path(of: "when")) }
      guard let when else { return }
      rules.infeasible.append(
        ConflictRules.Infeasible(
          id: id,
          when: when,
          because: because,
          location: entry.node.location.start
        )
      )
    }
    elements(reader, "irreversible", "an irreversible move") { entry, id in
      let because = reasons(entry, lackingIn: isExplained ? nil : "'\(id)'")
      guard let decision = entry.needed("decision").flatMap({ decision(of: entry, $0) }) else {
        _ = (entry.needed("from"), entry.value("to"))
        return
      }
      if let move = irreversible(entry, id, decision, because) { rules.irreversible.append(move) }
    }
    if let node = reader.value("preferences"),
      let object = ObjectReader(
        node,
        path: "conflict.preferences",
        what: "'preferences'",
        problems
      )
    {
      for member in object.entries {
        if let preference = readPreference(member, isExplained) {
          rules.preferences.append(preference)
        }
      }
    }
    reader.finish()
    rules.preferences.sort { $0.player < $1.player }
    return rules
  }

  func pattern(_ node: Node, path: String) -> OutcomePattern {
    OutcomePattern(readConditions(node, path: path, of: "entry"))
  }

  private func decision(of entry: ObjectReader, _ node: Node) -> Int? {
    let path = entry.path(of: "decision")
    return text(node, "the id of a decision", path: path).flatMap {
      decisionIndex($0, at: node.location, path: path)
    }
  }

  private func irreversible(
    _ entry: ObjectReader,
    _ id: String,
    _ decision: Int,
    _ because: [Reason]
  ) -> ConflictRules.Irreversible? {
    let all = decisions[decision].options.indices
    let mistakes = problems.found.count
    let from = entry.needed("from").map { options($0, of: decision, entry, "from") } ?? []
    let written = entry.value("to").map { options($0, of: decision, entry, "to") }
    let to = written ?? all.filter { !from.contains($0) }
    if problems.found.count == mistakes {
      let shared = from.filter(to.contains)
      if let first = shared.first, from.count * to.count > 0 {
        let name = "\(decisions[decision].id)=\(decisions[decision].options[first].id)"
        problems.error(
          .irreversible,
          "the move from \(name) to itself is none",
          at: entry.value("to")?.location,
          path: entry.path(of: "to"),
          help: "'\(name)' stands in from: and in to:; leave it out of one of them"
        )
      } else if from.isEmpty || to.isEmpty {
        problems.error(
          .irreversible,
          "'\(id)' bars no move",
          at: entry.node.location.start,
          path: entry.path,
          help: to.isEmpty ? "no option is left to move to" : "name an option that cannot be left"
        )
      }
    }
    guard problems.found.count == mistakes else { return nil }
    return ConflictRules.Irreversible(
      id: id,
      decision: decision,
      from: from.sorted(),
      to: to.sorted(),
      because: because,
      location: entry.node.location.start
    )
  }

  /// The options in a list, or the one option; unknown and repeated ones are reported and left out.
  private func options(
    _ node: Node,
    of decision: Int,
    _ entry: ObjectReader,
    _ key: String
  ) -> [Int] {
    var nodes = [node]
    if case .array(let list) = node.content { nodes = list }
    var options: [Int] = []
    for node in nodes {
      guard let option = optionIndex(node, of: decision, path: entry.path(of: key)) else {
        continue
      }
      if options.contains(option) {
        problems.report(
          .warning,
          .redundantCondition,
          "the option is named twice",
          at: node.location,
          path: entry.path(of: key)
        )
      } else {
        options.append(option)
      }
    }
    return options
  }
}
