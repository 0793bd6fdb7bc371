/// What parties seem to like, judged by what they stood by so far.
///
/// A package is worth to a party the sum over issues of weight times value. An issue's weight is 1
/// plus how often the party kept its option from one stand to the next, divided by the sum over
/// issues. An option's value is 1 plus how often the party stood by it, divided by the largest such
/// number of its issue. So all is between 0 and 1, and the same for all packages where nothing is
/// known.
///
/// - Source: van Krimpen, Looije and Hajizadeh, HardHeaded (2013), and Baarslag, Hendrikx, Hindriks
///   and Jonker, Learning about the opponent in automated bilateral negotiation (2016), section 4,
///   for the family of frequency models. Counting from 1 keeps the first stands from weighing too
///   much.
public struct OpponentModel: Sendable {
  private let issues: OutcomeNumbering
  /// Where each issue's options begin in a list of all options.
  private let offsets: [Int]
  private let optionCount: Int
  /// How often each party stood by each option, by party and then by option.
  private var seen: [Int32]
  /// How often each party kept each issue, by party and then by issue.
  private var kept: [Int32]
  /// What each party last stood by; -1 for nothing.
  private var last: [Int]
  /// How often each party stood by something.
  private var stands: [Int]
  /// Each party's weight times value, by party and then by option.
  private var shares: [Double]
  /// Their sum over some parties, by option.
  private var table: [Double]

  /// Creates a model that knows nothing.
  public init(parties: Int, issues: OutcomeNumbering) {
    self.issues = issues
    var offsets: [Int] = []
    var total = 0
    for count in issues.optionCounts {
      offsets.append(total)
      total += count
    }
    self.offsets = offsets
    optionCount = total
    seen = [Int32](repeating: 0, count: parties * total)
    kept = [Int32](repeating: 0, count: parties * offsets.count)
    last = [Int](repeating: -1, count: parties)
    stands = [Int](repeating: 0, count: parties)
    shares = [Double](repeating: 0, count: parties * total)
    table = [Double](repeating: 0, count: total)
  }

  /// Takes in that a party stands by a package.
  ///
  /// - Complexity: O(o) for o options of all issues.
  public mutating func add(_ package: Int, of party: Int) {
    let count = offsets.count
    for issue in 0..<count {
      let option = issues.option(of: issue, in: package)
      seen[party * optionCount + offsets[issue] + option] += 1
      if last[party] >= 0, issues.option(of: issue, in: last[party]) == option {
        kept[party * count + issue] += 1
      }
    }
    last[party] = package
    stands[party] += 1
    let total = weightTotal(of: party)
    for issue in 0..<count {
      let factor = weight(of: issue, for: party) / total / largest(of: issue, for: party)
      let start = party * optionCount + offsets[issue]
      for place in start..<start + issues.optionCounts[issue] {
        shares[place] = factor * (1 + Double(seen[place]))
      }
    }
  }

  /// Whether a party has stood by anything yet.
  public func knows(_ party: Int) -> Bool { stands[party] > 0 }

  /// What a package seems to be worth to a party, above 0 and at most 1.
  ///
  /// - Complexity: O(i) for i issues.
  public func value(of package: Int, for party: Int) -> Double {
    guard knows(party) else { return 1 }
    var value = 0.0
    for issue in offsets.indices {
      let option = issues.option(of: issue, in: package)
      value += shares[party * optionCount + offsets[issue] + option]
    }
    return value
  }

  /// The estimated weight of an issue for a party; the weights of all issues add to 1.
  public func weight(ofIssue issue: Int, for party: Int) -> Double {
    weight(of: issue, for: party) / weightTotal(of: party)
  }

  private func weight(of issue: Int, for party: Int) -> Double {
    1 + Double(kept[party * offsets.count + issue])
  }

  private func weightTotal(of party: Int) -> Double {
    var total = 0.0
    for issue in offsets.indices { total += weight(of: issue, for: party) }
    return total
  }

  private func largest(of issue: Int, for party: Int) -> Double {
    let start = party * optionCount + offsets[issue]
    var most: Int32 = 0
    for place in start..<start + issues.optionCounts[issue] { most = max(most, seen[place]) }
    return 1 + Double(most)
  }

  /// Fills in what both parts of a package seem to be worth to the parties in a set, all together.
  ///
  /// - Complexity: O(p o) for p parties and o options of all issues, and the sizes of the parts;
  ///   nothing is allocated.
  mutating func fill(_ parts: inout PackageParts, over parties: UInt64) {
    for place in table.indices { table[place] = 0 }
    for party in stands.indices where parties >> UInt64(party) & 1 != 0 && stands[party] > 0 {
      let start = party * optionCount
      for place in 0..<optionCount { table[place] += shares[start + place] }
    }
    OpponentModel.expand(table, offsets, issues.optionCounts, 0..<parts.split, &parts.upper)
    OpponentModel.expand(
      table,
      offsets,
      issues.optionCounts,
      parts.split..<offsets.count,
      &parts.lower
    )
  }

  /// Sums over some issues, one more at a time, from the back so that nothing is overwritten.
  private static func expand(
    _ table: [Double],
    _ offsets: [Int],
    _ counts: [Int],
    _ range: Range<Int>,
    _ sums: inout [Double]
  ) {
    sums[0] = 0
    var size = 1
    for issue in range {
      let options = counts[issue]
      var prefix = size - 1
      while prefix >= 0 {
        let sum = sums[prefix]
        for option in 0..<options {
          sums[prefix * options + option] = sum + table[offsets[issue] + option]
        }
        prefix -= 1
      }
      size *= options
    }
  }
}
