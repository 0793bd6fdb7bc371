import Documents
import GameTheory

/// Takes an object to pieces, remembering which keys are known, and reports what does not fit.
final class ObjectReader {
  let node: Node
  let path: String
  let problems: Problems
  private let members: [Node.Member]
  private var known: [String] = []

  /// Creates a reader of a node; nil after reporting that it is no object.
  init?(_ node: Node, path: String, what: String, _ problems: Problems) {
    guard case .object(let members) = node.content else {
      problems.error(
        .type,
        "\(what) is an object, found \(node.kind)",
        at: node.location,
        path: path,
        label: "expected {"
      )
      return nil
    }
    self.node = node
    self.path = path
    self.members = members
    self.problems = problems
  }

  /// All members, for objects whose keys are names.
  var entries: [Node.Member] { members }

  func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The value of a key, which thereby is known; nil where it is absent.
  func value(_ key: String) -> Node? {
    if !known.contains(key) { known.append(key) }
    return members.first { $0.key == key }?.value
  }

  /// The value of a key that must be there.
  func needed(_ key: String) -> Node? {
    if let value = value(key) { return value }
    let end = min(node.location.range.upperBound, node.location.range.lowerBound + 1)
    problems.error(
      .missingKey,
      "the key '\(key)' is missing",
      at: Location(source: node.location.source, range: node.location.range.lowerBound..<end),
      path: path,
      label: "in this object"
    )
    return nil
  }

  /// Reports the keys that nobody asked for.
  func finish() {
    for member in members where !known.contains(member.key) {
      problems.error(
        .unknownKey,
        "unknown key '\(member.key)'",
        at: member.keyLocation,
        path: path,
        help: didYouMean(member.key, among: known)
      )
    }
  }

  // MARK: Plain values

  func string(_ key: String, isNeeded: Bool = false) -> String? {
    guard let value = isNeeded ? needed(key) : value(key) else { return nil }
    if let text = value.text {
      problems.checkCharacters(of: text, at: value.location, path: path(of: key))
      return text
    }
    wrongType(value, key, "a string")
    return nil
  }

  func boolean(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .bool(let flag) = value.content { return flag }
    wrongType(value, key, "true or false")
    return nil
  }

  func number(_ key: String, isNeeded: Bool = false) -> Rational? {
    guard let value = isNeeded ? needed(key) : value(key) else { return nil }
    return plainNumber(value, path: path(of: key), problems)
  }

  func integer(_ key: String) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = plainNumber(value, path: path(of: key), problems) else { return nil }
    if number.isInteger, let integer = number.numerator.asInt { return integer }
    wrongType(value, key, "a whole number")
    return nil
  }

  func list(_ key: String, isNeeded: Bool = false) -> [Node]? {
    guard let value = isNeeded ? needed(key) : value(key) else { return nil }
    if case .array(let elements) = value.content { return elements }
    wrongType(value, key, "a list")
    return nil
  }

  /// A range: two plain numbers in order.
  func range(_ key: String) -> ClosedRange<Rational>? {
    guard let value = value(key) else { return nil }
    return readRange(value, path: path(of: key), problems)
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    _ type: Choice.Type,
    isNeeded: Bool = false
  ) -> Choice? where Choice.RawValue == String {
    guard let value = isNeeded ? needed(key) : value(key) else { return nil }
    let words = Choice.allCases.map { $0.rawValue }
    guard let word = value.text else {
      wrongType(value, key, words.map { "\"\($0)\"" }.joined(separator: " or "))
      return nil
    }
    if let choice = Choice(rawValue: word) { return choice }
    problems.error(
      .unknownName,
      "unknown \(key) '\(word)'",
      at: value.location,
      path: path(of: key),
      help: didYouMean(word, among: words)
    )
    return nil
  }

  func wrongType(_ value: Node, _ key: String, _ expected: String) {
    problems.error(
      .type,
      "'\(key)' is \(expected), found \(value.kind)",
      at: value.location,
      path: path(of: key),
      label: "expected \(expected)"
    )
  }
}

/// A plain decimal number; nil after reporting that the node is none.
func plainNumber(_ node: Node, path: String, _ problems: Problems) -> Rational? {
  guard case .number(let text) = node.content else {
    problems.error(
      .type,
      "expected a plain number, found \(node.kind)",
      at: node.location,
      path: path,
      label: "expected a number"
    )
    return nil
  }
  if let value = Rational(decimal: text) { return value }
  problems.error(
    .type,
    "the number \(text.count > 40 ? text.prefix(40) + "..." : text) is out of reach",
    at: node.location,
    path: path,
    label: "exponents go to 400, digits to 1000"
  )
  return nil
}

/// A list of two plain numbers in order; nil after reporting that the node is none.
func readRange(_ node: Node, path: String, _ problems: Problems) -> ClosedRange<Rational>? {
  guard case .array(let ends) = node.content, ends.count == 2 else {
    var found = node.kind
    if case .array(let ends) = node.content { found = "\(ends.count) in the list" }
    problems.error(
      .range,
      "a range is a list of two numbers, found \(found)",
      at: node.location,
      path: path,
      label: "expected [lowest, highest]"
    )
    return nil
  }
  guard let low = plainNumber(ends[0], path: path, problems),
    let high = plainNumber(ends[1], path: path, problems)
  else { return nil }
  guard low <= high else {
    problems.error(
      .range,
      "the range is empty: \(low) is above \(high)",
      at: node.location,
      path: path,
      label: "expected [lowest, highest]",
      help: "write [\(high), \(low)]"
    )
    return nil
  }
  return low...high
}

/// Whether a name is lower-case words and digits joined by the given character.
func isWellFormed(_ name: String, joint: Character) -> Bool {
  let parts = name.split(separator: joint, omittingEmptySubsequences: false)
  guard let first = name.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
  return parts.allSatisfy { part in
    !part.isEmpty
      && part.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
  }
}
