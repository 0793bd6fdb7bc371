import Documents
import GameTheory
import Sweeps

/// A conflict in graph form, as a case describes it.
struct GraphModelCase {
  /// The names of the states: texts, or numbers as written.
  let states: [String]
  /// The names of the decision makers.
  let decisionMakers: [String]
  /// The conflict.
  let graph: ConflictGraph
  /// The status quo, where there is one.
  let statusQuo: Int?
  /// For each state the sum of 2^k over the options that are taken; nil where names do not tell.
  let optionBits: [UInt64]?
  /// The states by their names.
  private let index: [String: Int]

  init(_ input: Node) throws(CaseFault) {
    let states = try GraphModelCase.names("states", input)
    let decisionMakers = try GraphModelCase.names("decision_makers", input)
    self.states = states
    self.decisionMakers = decisionMakers
    let index = try GraphModelCase.index(states)
    self.index = index
    var moves = decisionMakers.map { _ in states.map { _ in [Int]() } }
    for member in try input.need("moves").members ?? [] {
      guard let mover = decisionMakers.firstIndex(of: member.key), let lists = member.value.members
      else { throw CaseFault("'moves' has no lists of a decision maker '\(member.key)'") }
      for list in lists {
        guard let from = index[list.key] else { throw CaseFault("there is no state '\(list.key)'") }
        moves[mover][from] = try GraphModelCase.states(list.value, index)
      }
    }
    let ranks = try GraphModelCase.ranks(input, decisionMakers, states)
    let digits = GraphModelDigits(states)
    optionBits = digits.optionBits
    let codes = digits.codes(ifSeparateIn: moves)
    graph = try GraphModelCase.faults(decisionMakers, states) { () throws(ConflictError) in
      try ConflictGraph(stateCount: states.count, moves: moves, ranks: ranks, codes: codes)
    }
    statusQuo = try input.value("status_quo").map { node throws(CaseFault) in
      try GraphModelCase.state(node, index)
    }
  }

  /// The number of a state by its name.
  func state(_ node: Node) throws(CaseFault) -> Int {
    try GraphModelCase.state(node, index)
  }

  /// The numbers of listed states, ascending.
  func states(_ node: Node) throws(CaseFault) -> [Int] {
    try GraphModelCase.states(node, index).sorted()
  }

  /// The names of states.
  func names(_ states: [Int]) -> [String] { states.map { self.states[$0] } }

  /// The number of a decision maker by its name.
  func decisionMaker(_ name: String) throws(CaseFault) -> Int {
    guard let place = decisionMakers.firstIndex(of: name) else {
      throw CaseFault("there is no decision maker '\(name)'")
    }
    return place
  }
}

// Reading, shared with cases of preferences.
extension GraphModelCase {
  /// A name: a text, or a number as written, without the point of a whole number such as `4.0`.
  static func name(_ node: Node) -> String? {
    switch node.content {
    case .string(let text): text
    case .number(let text): node.whole.map { String($0) } ?? text
    default: nil
    }
  }

  static func names(_ key: String, _ input: Node) throws(CaseFault) -> [String] {
    guard let names = try input.need(key).list(name), !names.isEmpty else {
      throw CaseFault("'\(key)' is no list of names")
    }
    return names
  }

  static func index(_ names: [String]) throws(CaseFault) -> [String: Int] {
    var index: [String: Int] = [:]
    for (place, name) in names.enumerated() {
      guard index.updateValue(place, forKey: name) == nil else {
        throw CaseFault("'\(name)' is listed twice")
      }
    }
    return index
  }

  static func state(_ node: Node, _ index: [String: Int]) throws(CaseFault) -> Int {
    guard let name = name(node) else { throw CaseFault("a state is no name") }
    guard let state = index[name] else { throw CaseFault("there is no state '\(name)'") }
    return state
  }

  static func states(_ node: Node, _ index: [String: Int]) throws(CaseFault) -> [Int] {
    guard let elements = node.elements else { throw CaseFault("there is no list of states") }
    var states: [Int] = []
    for element in elements { states.append(try state(element, index)) }
    return states
  }

  /// Classes of states, the best first; a class of one may stand without its list.
  static func ranking(_ node: Node, _ index: [String: Int]) throws(CaseFault) -> [[Int]] {
    guard let elements = node.elements else { throw CaseFault("there is no ranking") }
    var classes: [[Int]] = []
    for element in elements {
      classes.append(
        element.elements == nil ? [try state(element, index)] : try states(element, index).sorted()
      )
    }
    return classes
  }

  /// Hands on what the engine says against the data as what is wrong with the case.
  static func faults<Value>(
    _ decisionMakers: [String] = [],
    _ states: [String] = [],
    _ body: () throws(ConflictError) -> Value
  ) throws(CaseFault) -> Value {
    do throws(ConflictError) {
      return try body()
    } catch {
      throw CaseFault("it describes no conflict: \(error.sentence(decisionMakers, states))")
    }
  }

  /// Ranks by decision maker, from rankings or from statements.
  private static func ranks(
    _ input: Node,
    _ decisionMakers: [String],
    _ states: [String]
  ) throws(CaseFault) -> [[Int]] {
    let index = try index(states)
    guard let rankings = input.value("preference_ranking_best_first") else {
      let preferences = try GraphModelPreferences(input)
      var ranks: [[Int]] = []
      for name in decisionMakers { ranks.append(try preferences.ranks(of: name)) }
      return ranks
    }
    var ranks: [[Int]] = []
    for name in decisionMakers {
      let classes = try ranking(try rankings.need(name), index)
      guard classes.flatMap({ $0 }).sorted() == Array(states.indices) else {
        throw CaseFault(
          "it describes no conflict: the ranking of '\(name)' has not every state once"
        )
      }
      ranks.append(
        try faults { () throws(ConflictError) in
          try ConflictGraph.ranks(bestFirst: classes, stateCount: states.count)
        }
      )
    }
    return ranks
  }
}
