/// What is certain within nested regions of the box: signs of rows, and which candidates are left.
///
/// Samples that lie near each other share what is decided for all of them. Going into a region decides
/// the rows that the candidates left still hang on, by interval arithmetic over the region, and leaves out
/// the candidates that are sure to be none; leaving it takes that back.
struct RegionStack: Sendable {
  /// Candidates with the objections that are open: one is an equilibrium where none of them is met.
  struct Open: Sendable {
    var outcomes: [Int] = []
    private var starts: [Int] = [0]
    private var pool: [FoldedGame.Objection] = []

    var count: Int { outcomes.count }
    /// All open objections, candidate by candidate.
    var allObjections: [FoldedGame.Objection] { pool }

    func objections(of index: Int) -> ArraySlice<FoldedGame.Objection> {
      pool[starts[index]..<starts[index + 1]]
    }

    /// Adds a candidate with those of its objections that are open; none when one of them is certain.
    mutating func add(
      _ outcome: Int,
      _ objections: some Sequence<FoldedGame.Objection>,
      sign: (Int) -> Int8
    ) {
      let start = pool.count
      for objection in objections {
        let known = Int(sign(objection.row))
        if known == objection.sign {
          pool.removeLast(pool.count - start)
          return
        }
        if known == 0 { pool.append(objection) }
      }
      outcomes.append(outcome)
      starts.append(pool.count)
    }
  }

  /// The candidates left in the present region.
  private(set) var open: Open
  /// How many rows the candidates left hang on.
  private(set) var openRowCount: Int
  private var outerCounts: [Int] = []
  /// The sign of each row that is certain in the present region; 0 where it is open.
  private var signs: [Int8]
  /// The rows decided so far, and how many there were before each region was entered.
  private var decided: [Int] = []
  private var marks: [Int] = []
  private var outer: [Open] = []
  /// Rows are looked at once for each region.
  private var stamps: [Int]
  private var stamp = 0
  private var lows: [Double] = []
  private var highs: [Double] = []

  init(_ game: FoldedGame) {
    signs = [Int8](repeating: 0, count: game.signs.rows.count)
    stamps = [Int](repeating: 0, count: game.signs.rows.count)
    open = Open()
    openRowCount = game.signs.rows.count
    for candidate in game.candidates.indices {
      var objections: [FoldedGame.Objection] = []
      for index in game.candidateStarts[candidate]..<game.candidateStarts[candidate + 1] {
        guard case .unless(let range) = game.entries[game.candidateEntries[index]] else { continue }
        for objection in game.objections[range] where !objections.contains(objection) {
          objections.append(objection)
        }
      }
      open.add(game.candidates[candidate], objections) { _ in 0 }
    }
  }

  func sign(ofRow row: Int) -> Int8 {
    row < signs.count ? signs[row] : 0
  }

  /// Goes into a region, given the range of each variable.
  mutating func enter(_ ranges: [ClosedRange<Double>], _ table: SignTable) {
    marks.append(decided.count)
    outer.append(open)
    outerCounts.append(openRowCount)
    stamp += 1
    findMonomialRanges(ranges, table)
    for objection in open.allObjections where stamps[objection.row] != stamp {
      stamps[objection.row] = stamp
      let sign = certainSign(of: objection.row, table)
      if sign != 0 {
        signs[objection.row] = sign
        decided.append(objection.row)
      }
    }
    var left = Open()
    for index in 0..<open.count {
      left.add(open.outcomes[index], open.objections(of: index)) { signs[$0] }
    }
    open = left
    stamp += 1
    openRowCount = 0
    for objection in open.allObjections where stamps[objection.row] != stamp {
      stamps[objection.row] = stamp
      openRowCount += 1
    }
  }

  /// Goes back to the region around.
  mutating func leave() {
    guard let mark = marks.popLast(), let before = outer.popLast(),
      let count = outerCounts.popLast()
    else { return }
    openRowCount = count
    for row in decided[mark...] { signs[row] = 0 }
    decided.removeLast(decided.count - mark)
    open = before
  }

  /// The range of each monomial, from those of shorter ones.
  private mutating func findMonomialRanges(_ ranges: [ClosedRange<Double>], _ table: SignTable) {
    lows.removeAll(keepingCapacity: true)
    highs.removeAll(keepingCapacity: true)
    for step in table.steps {
      let range = ranges[step.variable]
      guard step.shorter >= 0 else {
        lows.append(range.lowerBound)
        highs.append(range.upperBound)
        continue
      }
      let (low, high) = (lows[step.shorter], highs[step.shorter])
      let a = low * range.lowerBound
      let b = low * range.upperBound
      let c = high * range.lowerBound
      let d = high * range.upperBound
      lows.append(min(min(a, b), min(c, d)))
      highs.append(max(max(a, b), max(c, d)))
    }
  }

  /// The sign that a row has everywhere in the region, if that is certain.
  ///
  /// The row's bound covers the errors of one evaluation over the whole box; the interval's ends take as
  /// many roundings again.
  private func certainSign(of row: Int, _ table: SignTable) -> Int8 {
    var low = table.rowConstants[row]
    var high = low
    for term in table.rowTerms[row] {
      let coefficient = table.termCoefficients[term]
      let monomial = table.termMonomials[term]
      let a = coefficient * lows[monomial]
      let b = coefficient * highs[monomial]
      low += min(a, b)
      high += max(a, b)
    }
    let bound = 2 * table.rowBounds[row]
    if low > bound { return 1 }
    if high < -bound { return -1 }
    return 0
  }
}

extension BlockEvaluator {
  /// Goes into a region: until it is left, all points loaded lie within these ranges.
  ///
  /// - Parameter ranges: one for each variable, within the box that the game was folded over; those of
  ///   fixed variables hold their value.
  /// - Complexity: O(*open objections* + *open rows* × *terms*).
  public mutating func enter(_ ranges: [ClosedRange<Double>]) {
    regions.enter(ranges, signs)
  }

  /// Leaves the region entered last.
  public mutating func leave() {
    regions.leave()
  }

  /// How many rows the equilibria hang on in the present region.
  public var openRowCount: Int { regions.openRowCount }
}
