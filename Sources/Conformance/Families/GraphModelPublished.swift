import Documents
import GameTheory
import Sweeps

// What was published of a conflict, in the words of the cases.
extension GraphModelChecks {
  func checkPublished(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    for member in expected.members ?? [] {
      let name = "published: \(member.key)"
      if let text = member.value.string {
        checkJump(name, text, &list)
      } else if member.value.elements != nil {
        try checkList(name, member.key, member.value, &list)
      } else {
        list.skip(name, "nothing is known of this")
      }
    }
  }

  /// A list of states, by a key that joins names of concepts.
  ///
  /// `A_B` are the equilibria by all concepts named, `A_plus_B` those that are stable for each decision maker by
  /// one of them, `A_B_only` those by exactly these of the four basic ones; `decimal` has states by the sum of 2^k
  /// over the options taken.
  private func checkList(_ name: String, _ key: String, _ expected: Node, _ list: inout CheckList)
    throws(CaseFault)
  {
    var words = key.split(separator: "_").map(String.init)
    words.removeAll { $0 == "equilibria" }
    let isDecimal = words.contains("decimal")
    let isOnly = words.contains("only")
    let isEither = words.contains("plus")
    words.removeAll { ["decimal", "only", "plus"].contains($0) }
    var found: [StabilityTable] = []
    for word in words {
      guard let table = table(word, name, &list) else { return }
      found.append(table)
    }
    guard !found.isEmpty else { return list.skip(name, "no concept is named") }
    let everybody = given.graph.everybody
    var states = Array(0..<given.graph.stateCount)
    states.removeAll { state in
      let bits = found.map { $0.stableFor[state].rawValue }
      return bits.reduce(isEither ? 0 : .max) { isEither ? $0 | $1 : $0 & $1 } != everybody.rawValue
    }
    if isOnly {
      let named = words.compactMap { GraphModelTables.concept($0) }
      for concept in GraphModelTables.basic.compactMap({ GraphModelTables.concept($0) })
      where !named.contains(concept) {
        let other = given.graph.stability(concept)
        states.removeAll { other.stableFor[$0] == everybody }
      }
    }
    guard isDecimal else { return try same(name, states, expected, &list) }
    guard let bits = given.optionBits else {
      return list.skip(name, "the names of the states do not tell which options are taken")
    }
    guard let stated = expected.list({ $0.whole }) else {
      throw CaseFault("\(name) has no numbers")
    }
    list.same(name, states.map { Int(bits[$0]) }.sorted(), stated.sorted())
  }

  /// A sentence such as "A and B move 5 -> 8": the coalition improves on the first state by the second.
  private func checkJump(_ name: String, _ text: String, _ list: inout CheckList) {
    let unknown = "the sentence '\(text)' is not of a known form"
    let words = text.split(separator: " ").map(String.init)
    guard
      let verb = words.lastIndex(where: { $0 == "move" || $0 == "moves" }),
      words.count == verb + 4, words[verb + 2] == "->",
      let from = given.states.firstIndex(of: words[verb + 1]),
      let to = given.states.firstIndex(of: words[verb + 3])
    else { return list.skip(name, unknown) }
    var members: [Int] = []
    for part in words[..<verb].split(separator: "and") {
      let name = part.joined(separator: " ")
      guard let place = given.decisionMakers.firstIndex(of: name) else {
        return list.skip(name, unknown)
      }
      members.append(place)
    }
    guard let analysis = try? CoalitionAnalysis(given.graph) else {
      return list.skip(name, unknown)
    }
    let improvements = analysis.improvements(of: Coalition(members: members), from: from)
    list.holds(
      name,
      improvements.contains(to),
      "they improve by \(given.names(improvements).joined(separator: ", "))"
    )
  }
}
