import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Votes by weights: indices of power, and who has none or too much.
  ///
  /// Fractions in quotes and whole numbers are exact; decimals count within the tolerance.
  static let votingPower = CaseFamily(name: "voting-power", mark: "quota") {
    (file, list) throws(CaseFault) in
    let input = try file.root.need("input")
    let expected = try file.root.need("expected").needMembers()
    if try checkNobodyWins(input, expected, &list) { return }
    guard let vote = try weightedVoting(input) else {
      throw CaseFault("there are no 'weights' with a 'quota'")
    }
    for member in expected {
      try check(member, vote, &list)
    }
  }

  /// Checks a vote whose quota all weights together do not reach: nobody has a swing, so all indices are 0.
  ///
  /// Indices that are shares of a sum that is 0 may be stated as `null` too. False for other votes.
  private static func checkNobodyWins(
    _ input: Node,
    _ expected: [Node.Member],
    _ list: inout CheckList
  ) throws(CaseFault) -> Bool {
    guard let quota = input.value("quota")?.exact, input.value("weights") != nil else {
      return false
    }
    let weights = try input.needExact("weights")
    guard !weights.isEmpty, weights.allSatisfy({ $0.signum >= 0 }), quota > weights.reduce(0, +)
    else { return false }
    let zeros = weights.map { _ in Rational(0) }
    let plain = ["banzhaf_swings", "banzhaf_absolute", "banzhaf_absolute_decimal"]
    let shares = [
      "shapley_shubik", "shapley_shubik_decimal", "banzhaf_normalised",
      "banzhaf_normalised_decimal", "deegan_packel", "deegan_packel_decimal", "public_good",
      "public_good_decimal", "holler",
    ]
    for member in expected {
      if shares.contains(member.key), member.value.isNull {
        list.holds(member.key, true)
      } else if plain.contains(member.key) || shares.contains(member.key) {
        try list.shares(member.key, zeros, member.value)
      } else {
        list.skip(member.key, "nothing is known of it")
      }
    }
    return true
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
