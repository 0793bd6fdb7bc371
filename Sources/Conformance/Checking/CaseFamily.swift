import Documents
import Sweeps

/// A family of reference cases: how its files are told, and how they are run.
struct CaseFamily: Sendable {
  /// A case with what its check may need.
  struct Case: Sendable {
    /// What stands in the file.
    let root: Node
    /// The file beside it with a name, without its ending.
    let sibling: @Sendable (_ stem: String) -> Node?
  }

  /// What it is called, in the field `family` of its files or at the beginning of their names.
  let name: String
  /// The member by which a file without a family is told, where members of its input do not tell it.
  let mark: String
  /// Checks a case.
  let run: @Sendable (Case, inout CheckList) throws(CaseFault) -> Void

  /// All families that are known, in the order of their files.
  static let all = [
    alternatingOffers, bargaining, benchExpected, benchInstance, coalitionElection, cooperative,
    deterrence, expectedUtility, graphModel, graphModelPreferences, joeKuo, latinHypercube, morris,
    owenScramble, primAndCART, repeated, robustness, sobolIndices, spatialPolitics, tactics,
    votingPower,
  ]

  /// The family of a file by what stands in it, else by its name; nil for none that is known.
  static func of(_ root: Node, stem: Substring) -> CaseFamily? {
    if let stated = root.value("family")?.string { return all.first { $0.name == stated } }
    if let marked = all.first(where: { root.value($0.mark) != nil }) { return marked }
    if let input = root.value("input"), root.value("expected") != nil,
      let (family, _) = inputs.first(where: { $1.allSatisfy { input.value($0) != nil } })
    {
      return family
    }
    return all.first { stem.hasPrefix($0.name) }
  }

  /// Members of `input` that a family's cases have together; the first line that fits counts.
  private static let inputs: [(CaseFamily, [String])] = [
    (graphModelPreferences, ["states", "priorities", "pattern"]),
    (graphModel, ["decision_makers", "states", "moves"]),
    (deterrence, ["tree"]),
    (coalitionElection, ["utility_actor_by_option"]),
    (spatialPolitics, ["actors", "parameters"]), (spatialPolitics, ["actors", "stop"]),
    (expectedUtility, ["actors"]), (expectedUtility, ["same_actors_as"]),
    (expectedUtility, ["columns", "rows"]),
    (alternatingOffers, ["rounds", "exponents"]),
    (repeated, ["strategies", "turns"]), (repeated, ["games_TRPS"]),
    (bargaining, ["weights", "values_party_issue_option"]), (bargaining, ["goods"]),
    (bargaining, ["outcomes", "disagreement"]), (bargaining, ["outcomes", "batna"]),
    (bargaining, ["u1", "u2"]), (bargaining, ["rubinstein"]),
    (bargaining, ["n_party_equal_discount"]),
    (bargaining, ["baron_ferejohn_closed_rule_majority"]),
    (cooperative, ["players", "value"]), (cooperative, ["estate", "claims"]),
    (votingPower, ["weights", "quota"]),
    (tactics, ["times"]),
  ]
}
