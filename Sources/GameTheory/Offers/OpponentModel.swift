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
  /// 1 plus how often each party stood by each option, by party and then by option.
  private var counts: [Double]
  /// The largest of these, by party and then by issue.
  private var largest: [Double]
  /// 1 plus how often each party kept each issue, by party and then by issue.
  private var weights: [Double]
  /// The sum of these over issues, by party; whole numbers, so it is exact.
  private var totals: [Double]
  /// By what a party's count of an option is multiplied: weight over total over largest count.
  private var factors: [Double]
  /// Each party's factor times count, by party and then by option; kept where there are several
  /// issues.
  private var shares: [Double]
  /// Each party's option of each issue in what it last stood by; -1 for none.
  private var last: [Int]
  /// How often each party stood by something.
  private var stands: [Int]
  /// What each option seems to be worth to some parties together.
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
    let pairs = parties * offsets.count
    counts = [Double](repeating: 1, count: parties * total)
    largest = [Double](repeating: 1, count: pairs)
    weights = [Double](repeating: 1, count: pairs)
    totals = [Double](repeating: Double(offsets.count), count: parties)
    factors = [Double](repeating: 0, count: pairs)
    shares = [Double](repeating: 0, count: offsets.count > 1 ? parties * total : 0)
    last = [Int](repeating: -1, count: pairs)
    stands = [Int](repeating: 0, count: parties)
    table = [Double](repeating: 0, count: total)
  }

  /// Takes in that a party stands by a package.
  ///
  /// - Complexity: O(i) for i issues.
  public mutating func add(_ package: Int, of party: Int) {
    let issueCount = offsets.count
    let row = party * issueCount
    stands[party] += 1
    var rest = package
    var total = totals[party]
    // From the last issue, which varies fastest.
    for issue in (0..<issueCount).reversed() {
      let options = issues.optionCounts[issue]
      let quotient = rest / options
      let option = rest - quotient * options
      rest = quotient
      if last[row + issue] == option {
        weights[row + issue] += 1
        total += 1
      }
      last[row + issue] = option
      let place = party * optionCount + offsets[issue] + option
      counts[place] += 1
      largest[row + issue] = max(largest[row + issue], counts[place])
    }
    totals[party] = total
    for issue in 0..<issueCount {
      let factor = weights[row + issue] / total / largest[row + issue]
      factors[row + issue] = factor
      guard issueCount > 1 else { return }
      let start = party * optionCount + offsets[issue]
      for place in start..<start + issues.optionCounts[issue] {
        shares[place] = factor * counts[place]
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
      value +=
        factors[party * offsets.count + issue]
        * counts[party * optionCount + offsets[issue] + option]
    }
    return value
  }

  /// The estimated weight of an issue for a party; the weights of all issues add to 1.
  public func weight(ofIssue issue: Int, for party: Int) -> Double {
    weights[party * offsets.count + issue] / totals[party]
  }

  /// What an option of the only issue seems to be worth to the parties in a set, all together.
  @inline(__always)
  func liking(ofOnly option: Int, over parties: UInt64) -> Double {
    var sum = 0.0
    for party in stands.indices where parties >> UInt64(party) & 1 != 0 && stands[party] > 0 {
      sum += factors[party] * counts[party * optionCount + option]
    }
    return sum
  }

  /// Fills in what both parts of a package seem to be worth to the parties in a set, all together.
  ///
  /// There are several issues.
  ///
  /// - Complexity: O(p o) for p parties and o options of all issues, and the sizes of the parts;
  ///   nothing is allocated.
  mutating func fill(_ parts: inout PackageParts, over parties: UInt64) {
    for place in table.indices { table[place] = 0 }
    for party in stands.indices where parties >> UInt64(party) & 1 != 0 && stands[party] > 0 {
      let row = party * optionCount
      for place in 0..<optionCount { table[place] += shares[row + place] }
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
