/// A preference by statements in the order of their importance.
///
/// A state that satisfies a statement is preferred to one that does not, when both satisfy the same of all more
/// important ones. With m statements that is the order of the score Σ 2^(m-j) over the satisfied statements j; it is
/// compared statement by statement, so it is exact for every number of them. States that satisfy the same
/// statements tie.
///
/// - Source: Peng, Hipel, Kilgour and Fang, Representing ordinal preferences in the decision support system GMCR II
///   (1997); Fang, Hipel, Kilgour and Peng, A decision support system for interactive decision making (2003).
public struct OptionPrioritisation: Sendable {
  /// The statements, the most important first.
  public let statements: [OptionStatement]

  /// Creates a preference from statements, the most important first.
  public init(_ statements: [OptionStatement]) {
    self.statements = statements
  }

  /// The scores of states, given by their options as bits: Σ 2^(m-j) over the satisfied statements.
  public func scores(of codes: [UInt64]) -> [BigInteger] {
    codes.map { code in
      statements.reduce(BigInteger.zero) { score, statement in
        score + score + BigInteger(statement.isTrue(of: code) ? 1 : 0)
      }
    }
  }

  /// The ranks of states, given by their options as bits: 0 is worst.
  ///
  /// - Complexity: O(*states* × *statements* + *states* × log *states* × *statements* / 64).
  public func ranks(of codes: [UInt64]) -> [Int] {
    let words = codes.map { code in
      var words: [UInt64] = []
      for (place, statement) in statements.enumerated() {
        if place % 64 == 0 { words.append(0) }
        if statement.isTrue(of: code) { words[words.count - 1] |= 1 << UInt64(63 - place % 64) }
      }
      return words
    }
    let order = words.indices.sorted { words[$0].lexicographicallyPrecedes(words[$1]) }
    var ranks = [Int](repeating: 0, count: codes.count)
    var rank = 0
    for (place, state) in order.enumerated() {
      if place > 0, words[order[place - 1]] != words[state] { rank += 1 }
      ranks[state] = rank
    }
    return ranks
  }
}
