import Documents
import GameTheory
import Sweeps

// Coalitions.
extension GraphModelChecks {
  private func analysis() throws(CaseFault) -> CoalitionAnalysis {
    try GraphModelCase.faults { () throws(ConflictError) in try CoalitionAnalysis(given.graph) }
  }

  func checkCoalitions(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    let analysis = try analysis()
    for member in expected.members ?? [] {
      let name = "coalitional equilibria by \(member.key)"
      let concept = member.key.hasPrefix("C") ? member.key.dropFirst() : member.key[...]
      guard let concept = GraphModelTables.concept(concept) else {
        list.skip(name, "no concept '\(member.key)' is known")
        continue
      }
      let table = try GraphModelCase.faults { () throws(ConflictError) in
        try analysis.table(concept)
      }
      try same(name, table.equilibria, member.value, &list)
    }
  }

  /// The improvements of all coalitions of two or more, from all states.
  func checkImprovements(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    let analysis = try analysis()
    for (state, name) in given.states.enumerated() {
      var stated: [String] = []
      for entry in expected.value(name)?.elements ?? [] {
        var members: [Int] = []
        for node in try entry.needElements("coalition") {
          guard let name = GraphModelCase.name(node) else { throw CaseFault("a member is no name") }
          members.append(try given.decisionMaker(name))
        }
        let targets = try given.states(try entry.need("to"))
        if members.count > 1, !targets.isEmpty {
          stated.append(text(Coalition(members: members), targets))
        }
      }
      let found = analysis.coalitions.filter { $0.count > 1 }.compactMap { coalition in
        let targets = analysis.improvements(of: coalition, from: state)
        return targets.isEmpty ? nil : text(coalition, targets)
      }
      list.same("improvements of coalitions on \(name)", found.sorted(), stated.sorted())
    }
    for member in expected.members ?? [] where !given.states.contains(member.key) {
      throw CaseFault("there is no state '\(member.key)'")
    }
  }

  private func text(_ coalition: Coalition, _ targets: [Int]) -> String {
    let members = coalition.members.map { given.decisionMakers[$0] }
    return members.joined(separator: " + ") + ": " + given.names(targets).joined(separator: ", ")
  }
}
