import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Votes by weights: indices of power, and who has none or too much.
  ///
  /// Fractions in quotes and whole numbers are exact; decimals count within the tolerance.
  static let votingPower = CaseFamily(name: "voting-power", mark: "quota") {
    (file, list) throws(CaseFault) in
    guard let vote = try weightedVoting(try file.root.need("input")) else {
      throw CaseFault("there are no 'weights' with a 'quota'")
    }
    for member in try file.root.need("expected").needMembers() {
      try check(member, vote, &list)
    }
  }

  /// The vote of a case; nil where there are no weights and quota.
  static func weightedVoting(_ input: Node) throws(CaseFault) -> WeightedVoting? {
    guard input.value("weights") != nil, let quota = input.value("quota") else { return nil }
    guard let quota = quota.exact else { throw CaseFault("'quota' is no number") }
    let weights = try input.needExact("weights")
    return try fitting("the weights") { () throws(CoalitionError) in
      try WeightedVoting(weights: weights, quota: quota)
    }
  }

  /// Holds one answer against the vote.
  private static func check(
    _ expected: Node.Member,
    _ vote: WeightedVoting,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let key = expected.key
    let index: (() throws(CoalitionError) -> [Rational])?
    switch key {
    case "shapley_shubik", "shapley_shubik_decimal": index = vote.shapleyShubikIndex
    case "banzhaf_swings":
      index = { () throws(CoalitionError) in try vote.banzhafSwings().map { Rational($0) } }
    case "banzhaf_normalised", "banzhaf_normalised_decimal": index = vote.banzhafNormalised
    case "banzhaf_absolute", "banzhaf_absolute_decimal": index = vote.banzhafAbsolute
    case "deegan_packel", "deegan_packel_decimal": index = vote.deeganPackelIndex
    case "public_good", "public_good_decimal", "holler": index = vote.publicGoodIndex
    default: index = nil
    }
    guard let index else { return list.skip(key, "nothing is known of it") }
    try list.shares(key, try fitting(key, index), expected.value)
  }
}
