import Documents
import GameTheory

/// Preferences of the section `conflict`.
extension ScenarioDecoder {
  func readPreference(_ member: Node.Member, _ isExplained: Bool) -> ConflictRules.Preference? {
    let path = "conflict.preferences.\(member.key)"
    let player = playerIndex(member.key, at: member.keyLocation, path: path)
    guard
      let reader = ObjectReader(member.value, path: path, what: "a preference", problems)
    else { return nil }
    let because = reasons(
      reader,
      lackingIn: isExplained ? nil : "the preference of '\(member.key)'"
    )
    let order = readOrder(reader, member)
    reader.finish()
    guard let player, let order else { return nil }
    return ConflictRules.Preference(player: player, order: order, because: because)
  }

  /// The one order that a preference has; nil after reporting that there is not one.
  private func readOrder(_ reader: ObjectReader, _ member: Node.Member) -> ConflictRules.Order? {
    let (path, name) = (reader.path, member.key)
    let (ranking, statements) = (reader.list("ranking"), reader.list("statements"))
    let classes = (ranking ?? []).enumerated().map {
      readClass($1, path: "\(path).ranking[\($0)]")
    }
    let wishes = (statements ?? []).enumerated().compactMap {
      readStatement($1, path: "\(path).statements[\($0)]")
    }
    let plain = "leave '\(name)' out to keep the order of its payoffs"
    let start = member.value.location.start
    switch (ranking, statements) {
    case (_?, _?):
      problems.error(
        .preference,
        "'\(name)' has both a ranking and statements",
        at: member.keyLocation,
        path: path,
        help: "keep one of them; in a scenario that starts from another, null deletes the other"
      )
    case (let list?, nil), (nil, let list?):
      if !list.isEmpty { return ranking == nil ? .statements(wishes) : .ranking(classes) }
      let message = "the preference of '\(name)' is empty, so all outcomes are equally good"
      problems.error(.preference, message, at: start, path: path, help: plain)
    case (nil, nil):
      let hasForm = reader.entries.contains { ["ranking", "statements"].contains($0.key) }
      // A form of the wrong type has been reported.
      if hasForm { break }
      let message = "the preference of '\(name)' has neither a ranking nor statements"
      problems.error(.preference, message, at: start, path: path, help: plain)
    }
    return nil
  }

  private func readClass(_ node: Node, path: String) -> ConflictRules.Class {
    var nodes = [node]
    if case .array(let list) = node.content { nodes = list }
    if nodes.isEmpty {
      problems.error(
        .preference,
        "this entry of the ranking is empty",
        at: node.location,
        path: path,
        help: "name a pattern, or leave the entry out"
      )
    }
    return ConflictRules.Class(
      patterns: nodes.map { pattern($0, path: path) },
      location: node.location
    )
  }

  private func readStatement(_ node: Node, path: String) -> ConflictRules.Statement? {
    readCondition(node, path: path).map {
      ConflictRules.Statement(condition: $0, location: node.location)
    }
  }

  /// The words that join statements.
  private static let joints = ["when", "not", "any", "all", "if", "then", "iff"]

  private func readCondition(_ node: Node, path: String) -> OutcomeCondition? {
    guard let reader = ObjectReader(node, path: path, what: "a statement", problems) else {
      return nil
    }
    let keys = reader.entries.map { $0.key }
    guard let joint = keys.first(where: ScenarioDecoder.joints.contains) else {
      return .pattern(pattern(node, path: path))
    }
    let expected = joint == "if" || joint == "then" ? ["if", "then"] : [joint]
    if keys.contains(where: { !expected.contains($0) }) {
      problems.error(
        .preference,
        "the statement is more than one",
        at: node.location.start,
        path: path,
        help: "'\(joint)' stands alone in its object; join several by { all: [...] }"
      )
      return nil
    }
    switch joint {
    case "when":
      return reader.value(joint).map { .pattern(pattern($0, path: "\(path).when")) }
    case "not":
      return reader.value(joint).flatMap { readCondition($0, path: "\(path).not") }
        .map { .negation($0) }
    case "any", "all":
      let parts = parts(reader, joint, atLeast: 1)
      return parts.map { joint == "any" ? .disjunction($0) : .conjunction($0) }
    case "iff":
      return parts(reader, joint, atLeast: 2).map { .biconditional($0[0], $0[1]) }
    default:
      let first = reader.needed("if").flatMap { readCondition($0, path: "\(path).if") }
      let second = reader.needed("then").flatMap { readCondition($0, path: "\(path).then") }
      guard let first, let second else { return nil }
      return .conditional(first, then: second)
    }
  }

  /// The statements in a list: two where `least` is 2, else one or more; nil where any of them has a mistake.
  private func parts(_ reader: ObjectReader, _ joint: String, atLeast least: Int)
    -> [OutcomeCondition]?
  {
    guard let list = reader.list(joint) else { return nil }
    guard least == 2 ? list.count == 2 : !list.isEmpty else {
      problems.error(
        .preference,
        "'\(joint)' joins \(least == 2 ? "two statements" : "one or more statements"), found \(list.count)",
        at: reader.value(joint)?.location,
        path: reader.path(of: joint)
      )
      return nil
    }
    let parts = list.enumerated().map {
      readCondition($1, path: "\(reader.path(of: joint))[\($0)]")
    }
    let known = parts.compactMap { $0 }
    return known.count == parts.count ? known : nil
  }
}
