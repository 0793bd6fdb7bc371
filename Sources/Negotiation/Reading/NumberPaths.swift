import Documents
import GameTheory

/// Numbers of a scenario's tree by path, for `--set`.
enum NumberPaths {
  /// What stands for the file's name in places on the command line.
  static let sourceName = "--set"

  /// The tree with some numbers replaced; reports paths that lead to none.
  static func apply(
    _ assignments: [ScenarioReader.Assignment],
    to root: Node,
    _ problems: Problems
  ) -> Node {
    var root = root
    for assignment in assignments {
      let text = "\(assignment.path)=\(assignment.value)"
      let source = SourceText(name: sourceName, bytes: Array(text.utf8))
      let split = assignment.path.utf8.count
      let name = Location(source: source, range: 0..<split)
      let place = Location(source: source, range: split + 1..<text.utf8.count)
      let isNumber = Rational(decimal: assignment.value) != nil
      let node = Node(
        isNumber ? .number(assignment.value) : .string(assignment.value),
        at: place
      )
      var keys = assignment.path.split(separator: ".").map(String.init)
      if keys.count == 1 { keys.insert("parameters", at: 0) }
      guard allPaths(in: root).contains(assignment.path),
        let replaced = root.replacing(keys[...], with: node)
      else {
        problems.error(
          .path,
          "no number has the path '\(assignment.path)'",
          at: name,
          help: pathHint(assignment.path, among: allPaths(in: root))
        )
        continue
      }
      let hasOptions = root.node(at: keys)?.member("options") != nil
      if !hasOptions, let expression = root.number(at: keys)?.text {
        problems.report(
          .note,
          .replacedExpression,
          "'\(assignment.path)' was the expression \"\(expression)\"",
          at: name
        )
      }
      root = replaced
    }
    return root
  }

  /// The paths of all numbers that payoffs are made of.
  static func allPaths(in root: Node) -> [String] {
    var paths: [String] = []
    if case .object(let parameters)? = root.member("parameters")?.value.content {
      paths += parameters.map { $0.key }
    }
    for list in ["interests", "effects"] {
      guard case .array(let elements)? = root.member(list)?.value.content else { continue }
      paths += elements.compactMap { $0.id }.map { "\(list).\($0)" }
    }
    if case .object(let players)? = root.member("stakes")?.value.content {
      for player in players {
        guard case .object(let stakes) = player.value.content else { continue }
        paths += stakes.map { "stakes.\(player.key).\($0.key)" }
      }
    }
    return paths
  }
}

extension Node {
  fileprivate var isNumeric: Bool {
    switch content {
    case .number, .string: true
    default: false
    }
  }

  fileprivate var isTruth: Bool {
    if case .bool = content { true } else { false }
  }

  /// The node at a path.
  fileprivate func node(at keys: [String]) -> Node? {
    var node = self
    for key in keys {
      guard let next = node.child(key) else { return nil }
      node = next
    }
    return node
  }

  /// The number at a path, going into the object that holds it.
  fileprivate func number(at keys: [String]) -> Node? {
    guard let node = node(at: keys) else { return nil }
    guard case .object(let members) = node.content else { return node }
    return members.first { ["weight", "value", "add", "base"].contains($0.key) }?.value
  }

  private func child(_ key: String) -> Node? {
    switch content {
    case .object: member(key)?.value
    case .array(let elements): elements.first { $0.id == key }
    default: nil
    }
  }

  /// The tree with the number at a path replaced; nil where there is none.
  fileprivate func replacing(_ keys: ArraySlice<String>, with number: Node) -> Node? {
    guard let key = keys.first else {
      guard case .object(let members) = content else { return isNumeric ? number : nil }
      let target =
        members.first { ["weight", "value", "add"].contains($0.key) }?.key ?? "base"
      // A parameter that is made of others takes over what is said of them; where its values have names,
      // letters make no expression.
      let hasNames = members.contains {
        $0.key == "options" || $0.key == "kind" && $0.value.text == "boolean"
          || $0.key == "value" && $0.value.isTruth
      }
      let isMadeOfOthers = !hasNames && number.text?.contains { $0.isLetter } ?? false
      var changed = members.filter {
        $0.key != target
          && !(["range", "kind", "distribution"].contains($0.key) && target == "value"
            && isMadeOfOthers)
      }
      if hasNames, target == "value", !members.contains(where: { $0.key == "options" }),
        !members.contains(where: { $0.key == "kind" })
      {
        let kind = Node(.string("boolean"), at: number.location)
        changed.append(Member(key: "kind", keyLocation: number.location, value: kind))
      }
      changed.append(Member(key: target, keyLocation: number.location, value: number))
      return Node(.object(changed), at: location)
    }
    switch content {
    case .object(let members):
      guard let index = members.firstIndex(where: { $0.key == key }),
        let value = members[index].value.replacing(keys.dropFirst(), with: number)
      else { return nil }
      var changed = members
      changed[index] = Member(key: key, keyLocation: members[index].keyLocation, value: value)
      return Node(.object(changed), at: location)
    case .array(let elements):
      guard let index = elements.firstIndex(where: { $0.id == key }),
        let value = elements[index].replacing(keys.dropFirst(), with: number)
      else { return nil }
      var changed = elements
      changed[index] = value
      return Node(.array(changed), at: location)
    default:
      return nil
    }
  }
}
