// Properties of the values; each that fails can be shown where.
extension CoalitionalGame {
  /// Whether separate coalitions never lose by joining: v(S) + v(T) ≤ v(S with T).
  public var isSuperadditive: Bool { breachOfSuperadditivity == nil }

  /// Whether a player adds the more the larger the coalition that it joins: v(S) + v(T) ≤ v(S with T) + v(S and T).
  public var isConvex: Bool { breachOfConvexity == nil }

  /// Whether more members never make a coalition's value smaller.
  public var isMonotone: Bool { breachOfMonotonicity == nil }

  /// Whether all together have more than each alone: v(N) > Σ v({i}).
  public var isEssential: Bool {
    (0..<playerCount).reduce(BigInteger(0)) { $0 + whole[1 << $1] } < whole[whole.count - 1]
  }

  /// Whether it is a voting game: values 0 and 1, monotone, and all together win.
  public var isSimple: Bool {
    scale == 1 && whole[whole.count - 1] == 1 && whole.allSatisfy { $0 == 0 || $0 == 1 }
      && isMonotone
  }

  /// Two separate coalitions that lose by joining, the first by their numbers; nil where there are none.
  ///
  /// - Complexity: O(3^*players*).
  public var breachOfSuperadditivity: (Coalition, Coalition)? {
    for first in 1..<whole.count {
      // Each pair once: the lowest player of the two together is in the first.
      let others = (whole.count - 1) & ~(first ^ (first - 1)) & ~first
      var other = others
      while other != 0 {
        if whole[first] + whole[other] > whole[first | other] {
          return (Coalition(index: first), Coalition(index: other))
        }
        other = (other - 1) & others
      }
    }
    return nil
  }

  /// Two coalitions for which v(S) + v(T) > v(S with T) + v(S and T); nil where there are none.
  ///
  /// It is enough to look at two that differ from what they have in common by one player each.
  ///
  /// - Complexity: O(*players*² × 2^*players*).
  /// - Source: Shapley, International Journal of Game Theory 1 (1971) 11.
  public var breachOfConvexity: (Coalition, Coalition)? {
    for index in whole.indices {
      for first in 0..<playerCount where index >> first & 1 == 0 {
        for second in first + 1..<max(first + 1, playerCount) where index >> second & 1 == 0 {
          let one = index | 1 << first
          let other = index | 1 << second
          if whole[one] + whole[other] > whole[one | other] + whole[index] {
            return (Coalition(index: one), Coalition(index: other))
          }
        }
      }
    }
    return nil
  }

  /// A coalition and a player whose joining makes its value smaller; nil where there is none.
  ///
  /// - Complexity: O(*players* × 2^*players*).
  public var breachOfMonotonicity: (Coalition, player: Int)? {
    for index in whole.indices {
      for player in 0..<playerCount where index >> player & 1 == 0 {
        if whole[index] > whole[index | 1 << player] { return (Coalition(index: index), player) }
      }
    }
    return nil
  }
}
