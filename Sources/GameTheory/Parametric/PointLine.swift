/// Points on a line: one variable ascends, all others stand.
///
/// The sign of a row that is affine along the line changes at most once on it. Signs are exact, so the
/// points where it changes are found once for the line, by division, and settled by the signs of the
/// two points beside; every block of the line's points takes its bits from there.
struct PointLine: Sendable {
  /// Where a row changes its sign.
  struct Cut: Sendable {
    /// Points before this one have the sign `lowSign`.
    var lowEnd: Int
    /// Points from this one on have the opposite sign; those in between have none.
    var highStart: Int
    var lowSign: Int8
  }

  /// An outcome that is an equilibrium at some points in a row.
  struct Stretch: Sendable {
    let outcome: Int
    let points: Range<Int>
  }

  /// The variable that ascends.
  var variable = 0
  /// Its values, strictly ascending.
  var values: [Double] = []
  /// The points of the line that are loaded; empty where none are.
  var loaded = 0..<0
  /// Whether the points loaded are on the line.
  var isActive = false
  /// Grows with every line; what is stamped with another number is stale.
  private var number: UInt32 = 0
  private var stamps: [UInt32] = []
  private var cuts: [Cut] = []
  /// The degree of each monomial in the variable, 2 where it is more.
  private var degrees: [UInt8] = []
  /// By monomial its value without the variable.
  private var monomials: [Double] = []
  /// Which variable the degrees are for.
  private var degreesVariable = -1
  /// The point with the variable left open, as decimals; empty until it is asked for.
  var exactPoint: [Rational] = []
  /// The equilibria on the line; nil until they are asked for.
  var stretches: [Stretch]?

  /// Goes to another line.
  mutating func begin() {
    number += 1
    isActive = true
    loaded = 0..<0
    exactPoint = []
    stretches = nil
  }

  /// Finds what the monomials are without the variable; `value` gives the other variables.
  mutating func findMonomials(_ steps: [SignTable.Step], value: (Int) -> Double) {
    if degreesVariable != variable { degrees.removeAll(keepingCapacity: true) }
    degreesVariable = variable
    for index in degrees.count..<max(degrees.count, steps.count) {
      let step = steps[index]
      let shorter = step.shorter < 0 ? 0 : degrees[step.shorter]
      degrees.append(step.variable == variable ? min(2, shorter + 1) : shorter)
    }
    monomials.removeAll(keepingCapacity: true)
    for step in steps {
      let factor = step.variable == variable ? 1 : value(step.variable)
      monomials.append(step.shorter < 0 ? factor : monomials[step.shorter] * factor)
    }
  }

  /// Tells whether all monomials are known.
  func knowsMonomials(of table: SignTable) -> Bool { monomials.count == table.steps.count }

  /// Tells whether a row is affine along the line.
  func isAffine(_ row: Int, _ table: SignTable) -> Bool {
    table.terms(ofRow: row).allSatisfy { degrees[Int(table.termMonomials[$0])] < 2 }
  }

  /// What is known already of a row.
  func knownCut(ofRow row: Int) -> Cut? {
    row < stamps.count && stamps[row] == number ? cuts[row] : nil
  }

  /// Finds where a row that is affine along the line changes its sign.
  ///
  /// `exactSign` gives the sign at a point of the line where floating point leaves it open.
  mutating func findCut(
    ofRow row: Int,
    _ table: SignTable,
    exactSign: (Int, SignTable) -> Int
  ) -> Cut {
    if stamps.count < table.rows.count {
      let missing = table.rows.count - stamps.count
      stamps += [UInt32](repeating: 0, count: missing)
      cuts += [Cut](repeating: Cut(lowEnd: 0, highStart: 0, lowSign: 0), count: missing)
    }
    var constant = table.rowConstants[row]
    var slope = 0.0
    for term in table.terms(ofRow: row) {
      let monomial = Int(table.termMonomials[term])
      let product = table.termCoefficients[term] * monomials[monomial]
      if degrees[monomial] == 0 { constant += product } else { slope += product }
    }
    let bound = table.rowBounds[row]
    let cut = place(slope == 0 ? 0 : -constant / slope) { point in
      let value = constant + slope * values[point]
      if value > bound { return 1 }
      if value < -bound { return -1 }
      return exactSign(point, table)
    }
    stamps[row] = number
    cuts[row] = cut
    return cut
  }

  /// Finds the change of sign of an affine function, near the root given.
  private func place(_ root: Double, _ sign: (Int) -> Int) -> Cut {
    let last = values.count - 1
    let (low, high) = (sign(0), sign(last))
    if low == high {
      return Cut(lowEnd: low == 0 ? 0 : last + 1, highStart: last + 1, lowSign: Int8(low))
    }
    if low == 0 { return Cut(lowEnd: 0, highStart: 1, lowSign: Int8(-high)) }
    if high == 0 { return Cut(lowEnd: last, highStart: last + 1, lowSign: Int8(low)) }
    var (before, after) = (0, last)
    let guess = min(max(firstPoint(from: root), 1), last)
    if sign(guess) == low { before = guess } else { after = guess }
    if after == guess, sign(guess - 1) == low { before = guess - 1 }
    while after - before > 1 {
      let middle = (before + after) / 2
      if sign(middle) == low { before = middle } else { after = middle }
    }
    return Cut(
      lowEnd: after,
      highStart: sign(after) == 0 ? after + 1 : after,
      lowSign: Int8(low)
    )
  }

  /// The first point with at least some value.
  private func firstPoint(from value: Double) -> Int {
    var (start, end) = (0, values.count)
    while start < end {
      let middle = (start + end) / 2
      if values[middle] < value { start = middle + 1 } else { end = middle }
    }
    return start
  }
}
