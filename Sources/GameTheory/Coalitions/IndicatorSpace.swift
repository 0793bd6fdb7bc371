/// The coalitions whose payoffs are determined by those of some coalitions: the linear span of their indicators.
struct IndicatorSpace {
  private let playerCount: Int
  /// Independent rows in reduced echelon form: each has 1 at its pivot, where all others have 0.
  private var rows: [(pivot: Int, entries: [Rational])] = []

  init(playerCount: Int) {
    self.playerCount = playerCount
  }

  /// How many independent coalitions there are.
  var rank: Int { rows.count }

  /// Adds a coalition, and tells whether it was independent of those before.
  mutating func insert(_ coalition: Coalition) -> Bool {
    var entries = (0..<playerCount).map { Rational(coalition.includes($0) ? 1 : 0) }
    for row in rows { IndicatorSpace.clear(row.pivot, of: &entries, by: row.entries) }
    guard let pivot = entries.firstIndex(where: { $0 != 0 }) else { return false }
    let lead = entries[pivot]
    entries = entries.map { $0 / lead }
    for place in rows.indices {
      IndicatorSpace.clear(pivot, of: &rows[place].entries, by: entries)
    }
    rows.append((pivot, entries))
    return true
  }

  private static func clear(_ pivot: Int, of entries: inout [Rational], by row: [Rational]) {
    let factor = entries[pivot]
    guard factor != 0 else { return }
    for place in entries.indices where row[place] != 0 {
      entries[place] = entries[place] - factor * row[place]
    }
  }

  /// For each coalition whether it is in the span, the empty one included.
  ///
  /// It is when it is orthogonal to all that the rows are orthogonal to. Entries are quotients of determinants
  /// of zeros and ones, for 20 players below 2^25, so that whole multiples and their sums fit.
  ///
  /// - Complexity: O((*players* - *rank*) × 2^*players*).
  func spanned() -> [Bool] {
    var isSpanned = [Bool](repeating: true, count: 1 << playerCount)
    let pivots = rows.map { $0.pivot }
    for free in 0..<playerCount where !pivots.contains(free) {
      let normal = normal(free)
      var sums = [Int64](repeating: 0, count: 1 << playerCount)
      for index in 1..<sums.count {
        sums[index] = sums[index & (index - 1)] + normal[index.trailingZeroBitCount]
        if sums[index] != 0 { isSpanned[index] = false }
      }
    }
    return isSpanned
  }

  /// A whole vector orthogonal to all rows that is 0 at all places without a pivot but one.
  private func normal(_ free: Int) -> [Int64] {
    var entries = [Rational](repeating: 0, count: playerCount)
    entries[free] = 1
    for row in rows { entries[row.pivot] = -row.entries[free] }
    let common = Rational(Rational.commonDenominator(of: entries))
    return entries.map { Int64($0.wholeMultiple(common)) }
  }
}

extension Rational {
  /// A multiple that is known to be whole and small.
  fileprivate func wholeMultiple(_ factor: Rational) -> Int128 {
    guard let value = (self * factor).numerator.asInt128 else {
      preconditionFailure("determinants of few zeros and ones are small")
    }
    return value
  }
}
