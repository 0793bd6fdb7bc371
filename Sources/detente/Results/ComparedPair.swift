import Sweeps

/// Two results and the ways to join their rows.
final class ComparedPair {
  let first: ResultFile
  let second: ResultFile
  let common: CommonColumns
  let names = OutcomeNames()
  private let tolerance: Double
  private let keep: Int

  init(_ first: ResultFile, _ second: ResultFile, tolerance: Double, keep: Int) {
    self.first = first
    self.second = second
    self.tolerance = tolerance
    self.keep = keep
    common = CommonColumns(first, second)
  }

  private func rows(isFirst: Bool) throws(Failure) -> ComparedRows {
    try ComparedRows(isFirst ? first : second, common, isFirst: isFirst, names)
  }

  private func empty(_ join: ResultDifference.Join) -> ResultDifference {
    ResultDifference(first, common, join, tolerance: tolerance, keep: keep)
  }

  /// Joins rows of the same sample, in one pass over both; nil where a sample has other values in the
  /// other result.
  func joinedBySample() throws(Failure) -> ResultDifference? {
    var difference = empty(.sample)
    var mine = try rows(isFirst: true)
    var others = try rows(isFirst: false)
    _ = try mine.next()
    _ = try others.next()
    while mine.isThere || others.isThere {
      let isBoth = mine.isThere && others.isThere
      if isBoth, mine.present.sample == others.present.sample {
        guard mine.present.values == others.present.values else { return nil }
        difference.add(mine.present, others.present)
        _ = try mine.next()
        _ = try others.next()
      } else if isBoth ? mine.present.sample < others.present.sample : mine.isThere {
        difference.onlyFirst += 1
        _ = try mine.next()
      } else {
        difference.onlySecond += 1
        _ = try others.next()
      }
    }
    return difference
  }

  /// Joins rows with the same values, keeping the first result in memory; nil where none are joined.
  ///
  /// Of several rows with the same values the first is joined with the first, and so on.
  func joinedByValues(limit: Int) throws(Failure) -> ResultDifference? {
    var waiting: [[ResultRow.Value?]: [ComparedRow]] = [:]
    var mine = try rows(isFirst: true)
    var count = 0
    while try mine.next() {
      let row = mine.present
      count += 1
      guard count <= limit else {
        throw Failure(
          .badData,
          "the results were not swept on the same samples, and '\(first.path)' has more than \(limit) "
            + "rows, too many to join by their values; sweep both on one design and seed, or give the "
            + "smaller result first"
        )
      }
      waiting[row.values, default: []].append(row)
    }
    for key in waiting.keys { waiting[key]?.reverse() }
    var difference = empty(.values)
    var others = try rows(isFirst: false)
    while try others.next() {
      let row = others.present
      if let match = waiting[row.values]?.popLast() {
        difference.add(match, row)
        count -= 1
      } else {
        difference.onlySecond += 1
      }
    }
    difference.onlyFirst = count
    return difference.joined > 0 ? difference : nil
  }

  /// Counts the outcomes of both, where no row belongs to one of the other.
  func unjoined() throws(Failure) -> ResultDifference {
    var difference = empty(.none)
    for isFirst in [true, false] {
      var rows = try rows(isFirst: isFirst)
      while try rows.next() { difference.addAlone(rows.present, isFirst: isFirst) }
    }
    return difference
  }
}
