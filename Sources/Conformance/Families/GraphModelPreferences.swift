import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Preferences by prioritised statements on options; everything is exact.
  static let graphModelPreferences = CaseFamily(name: "gmcr-preferences", mark: "priorities") {
    (file, list) throws(CaseFault) in
    let preferences = try GraphModelPreferences(file.root.value("input") ?? file.root)
    for member in try file.root.need("expected").members ?? [] {
      switch member.key {
      case "ranking_best_first":
        try preferences.checkRankings(member.value, &list)
      case "scores":
        try preferences.checkScores(member.value, &list)
      default:
        list.skip(member.key, "nothing is known of this")
      }
    }
  }
}

/// Preferences by prioritised statements, as a case describes them.
struct GraphModelPreferences {
  private let states: [String]
  private let codes: [UInt64]
  private let preferences: [(name: String, order: OptionPrioritisation)]

  init(_ input: Node) throws(CaseFault) {
    states = try GraphModelCase.names("states", input)
    guard let codes = GraphModelDigits(states).optionBits else {
      throw CaseFault("the names of the states do not tell which options are taken")
    }
    self.codes = codes
    let length = states[0].utf8.count
    var preferences: [(name: String, order: OptionPrioritisation)] = []
    for entry in try input.needElements("priorities") {
      guard let name = try GraphModelCase.name(entry.need("dm")) else {
        throw CaseFault("'dm' is no name")
      }
      var statements: [OptionStatement] = []
      for node in try entry.needElements("statements_most_important_first") {
        statements.append(try GraphModelPreferences.statement(node, length))
      }
      preferences.append((name, OptionPrioritisation(statements)))
    }
    self.preferences = preferences
  }

  /// The ranks of all states for a decision maker.
  func ranks(of name: String) throws(CaseFault) -> [Int] {
    try order(of: name).ranks(of: codes)
  }

  private func order(of name: String) throws(CaseFault) -> OptionPrioritisation {
    guard let found = preferences.first(where: { $0.name == name }) else {
      throw CaseFault("there are no statements of '\(name)'")
    }
    return found.order
  }

  func checkRankings(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    let index = try GraphModelCase.index(states)
    for member in expected.members ?? [] {
      let ranking = ConflictGraph.ranking(try ranks(of: member.key))
      let stated = try GraphModelCase.ranking(member.value, index)
      list.same(
        "ranking of \(member.key)",
        ranking.map { $0.map { states[$0] } },
        stated.map { $0.map { states[$0] } }
      )
    }
  }

  func checkScores(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    for member in expected.members ?? [] {
      let scores = try order(of: member.key).scores(of: codes)
      for score in member.value.members ?? [] {
        guard let state = states.firstIndex(of: score.key),
          let text = GraphModelCase.name(score.value)
        else { throw CaseFault("there is no score of a state '\(score.key)'") }
        list.same("score of \(score.key) for \(member.key)", [scores[state].description], [text])
      }
    }
  }

  /// A statement: a pattern, or an object with one of the connectives.
  private static func statement(_ node: Node, _ length: Int) throws(CaseFault) -> OptionStatement {
    if let text = node.string {
      guard let pattern = OptionPattern(text), text.utf8.count == length else {
        throw CaseFault("'\(text)' is no pattern of \(length) options")
      }
      return .pattern(pattern)
    }
    if let parts = node.value("any_of") { return .disjunction(try statements(parts, length)) }
    if let parts = node.value("all_of") { return .conjunction(try statements(parts, length)) }
    if let part = node.value("not") { return .negation(try statement(part, length)) }
    if let first = node.value("if") {
      return .conditional(
        try statement(first, length),
        then: try statement(try node.need("then"), length)
      )
    }
    if let parts = node.value("iff") {
      let both = try statements(parts, length)
      if both.count == 2 { return .biconditional(both[0], both[1]) }
    }
    throw CaseFault("a statement is of no known form")
  }

  private static func statements(_ node: Node, _ length: Int) throws(CaseFault) -> [OptionStatement]
  {
    guard let elements = node.elements else { throw CaseFault("a statement has no list") }
    var statements: [OptionStatement] = []
    for element in elements { statements.append(try statement(element, length)) }
    return statements
  }
}
