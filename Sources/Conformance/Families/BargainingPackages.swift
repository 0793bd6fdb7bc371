import Documents
import GameTheory
import Sweeps

/// Packages of one option for each issue, whose payoffs are weighted sums.
struct BargainingPackages {
  /// For each player and issue the payoff of each option.
  private let tables: [[[Rational]]]
  private let counts: [Int]
  /// How many packages there are.
  let count: Int

  init(_ input: Node, players: Int) throws(CaseFault) {
    let weights = try input.needRationalRows("weights")
    let values = try input.needElements("values_party_issue_option").compactMap { party in
      party.list { $0.list { $0.rational } }
    }
    guard weights.count == players, values.count == players,
      let counts = values.first?.map({ $0.count }), counts.allSatisfy({ $0 > 0 }),
      values.allSatisfy({ $0.map { $0.count } == counts }),
      weights.allSatisfy({ $0.count == counts.count })
    else { throw CaseFault("weights and values do not fit players, issues and options") }
    tables = zip(weights, values).map { row, party in
      zip(row, party).map { weight, options in options.map { weight * $0 } }
    }
    self.counts = counts
    var product = 1
    for count in counts {
      product *= count
      guard product <= 1 << 20 else { throw CaseFault("there are more than 2^20 packages") }
    }
    count = product
  }

  /// The options of a package; that of the last issue varies fastest.
  func options(_ number: Int) -> [Int] {
    var rest = number
    var options: [Int] = []
    for count in counts.reversed() {
      options.append(rest % count)
      rest /= count
    }
    return options.reversed()
  }

  func payoffs(_ options: [Int]) -> [Rational] {
    tables.map { party in
      zip(party, options).reduce(Rational(0)) { $0 + $1.0[$1.1] }
    }
  }
}
