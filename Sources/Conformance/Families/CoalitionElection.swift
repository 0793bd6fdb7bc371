import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// How probable each of some options is to prevail, given who would like it how much.
  static let coalitionElection = CaseFamily(name: "pce", mark: "utility_actor_by_option") {
    (file, list) throws(CaseFault) in
    let input = try file.root.need("input")
    let expected = try file.root.need("expected")
    let election = try CoalitionExpectation.read(input)
    let tables = [("coalition", election.coalitions), ("pairwise", election.victories)]
    for (key, table) in tables where expected.value(key) != nil {
      let rows = try expected.needRows(key)
      list.absolute(key, table.values, rows.flatMap { $0 })
    }
    let methods: [(String, CoalitionExpectation.Method)] = [
      ("conditional", .conditional), ("markov_uniform", .markovUniform),
      ("markov_incentive", .markovIncentive),
    ]
    for (key, method) in methods where expected.value(key) != nil {
      list.absolute(key, election.probabilities(method), try expected.needNumbers(key))
    }
    let known = tables.map { $0.0 } + methods.map { $0.0 }
    for member in expected.members ?? [] where !known.contains(member.key) {
      list.skip(member.key, "nothing of this name is defined for an election")
    }
  }
}

extension CoalitionExpectation {
  fileprivate static func read(_ input: Node) throws(CaseFault) -> CoalitionExpectation {
    let weights = try input.needNumbers("capability")
    let utilities = try input.needRows("utility_actor_by_option")
    let rule = try input.choice("voting_rule", ToolkitWords.votingRules)
    let victory = try input.choice("victory_model", ToolkitWords.victoryModels)
    do throws(SpatialMistake) {
      return try CoalitionExpectation(
        weights: weights,
        utilities: utilities,
        votingRule: rule,
        victoryModel: victory
      )
    } catch {
      throw CaseFault("capabilities and utilities do not fit: \(error.sentence())")
    }
  }
}
