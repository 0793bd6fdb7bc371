import Documents
import GameTheory
import Sweeps

/// Closed forms of bargaining by offers and answers.
enum OffersCase {
  /// Checks the forms that a case has; false for none.
  static func check(
    _ input: Node,
    _ expected: Node,
    _ list: inout CheckList
  ) throws(CaseFault) -> Bool {
    var isKnown = false
    if input.value("rubinstein") != nil {
      isKnown = true
      let shares = try rows(input, "rubinstein") { row throws(BargainingError) in
        [try AlternatingOffers.firstShare(row[0], row[1])]
      }
      try compare("rubinstein_first_share", shares.map { $0[0] }, expected, &list)
    }
    if input.value("n_party_equal_discount") != nil {
      isKnown = true
      let shares = try rows(input, "n_party_equal_discount") { row throws(BargainingError) in
        try AlternatingOffers.rotationShares(players: count(row[0]), discount: row[1])
      }
      try compare("n_party_proposer_share", shares.map { $0[0] }, expected, &list)
    }
    if input.value("baron_ferejohn_closed_rule_majority") != nil {
      isKnown = true
      let key = "baron_ferejohn_closed_rule_majority"
      let shares = try rows(input, key) { row throws(BargainingError) in
        let rule = try AlternatingOffers.closedRule(members: count(row[0]), discount: row[1])
        return [rule.proposer, rule.partner]
      }
      try compare("baron_ferejohn_proposer_share", shares.map { $0[0] }, expected, &list)
      try compare("baron_ferejohn_partner_share", shares.map { $0[1] }, expected, &list)
    }
    return isKnown
  }

  /// A number of players; 0, which is refused, for what is none.
  private static func count(_ number: Rational) -> Int {
    guard number.isInteger, let count = number.numerator.asInt, count <= 10_000 else { return 0 }
    return count
  }

  private static func rows(
    _ input: Node,
    _ key: String,
    _ shares: ([Rational]) throws(BargainingError) -> [Rational]
  ) throws(CaseFault) -> [[Rational]] {
    var found: [[Rational]] = []
    for row in try input.needRationalRows(key) {
      guard row.count == 2 else { throw CaseFault("'\(key)' is no list of pairs") }
      found.append(try checked { () throws(BargainingError) in try shares(row) })
    }
    return found
  }

  private static func compare(
    _ key: String,
    _ found: [Rational],
    _ expected: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    guard expected.value(key) != nil else { return }
    let numbers = try expected.needStated(key).map { $0.value.toDouble() }
    list.near(key, found.map { $0.toDouble() }, numbers, usual: 1e-6)
  }
}
