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
  /// The member by which a file without a family is told.
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
    return all.first { root.value($0.mark) != nil } ?? all.first { stem.hasPrefix($0.name) }
  }
}
