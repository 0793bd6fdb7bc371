/// What is certain within nested regions of the box: signs of rows, and which candidates are left.
///
/// Points that lie near each other share what is decided for all of them. The box is halved along one
/// variable after the other, the same at each level; a half is looked at when it is first entered and
/// kept, so that all later points there find it ready. Looking at it decides the rows that the candidates
/// left still hang on, by interval arithmetic, and leaves out the candidates that are sure to be none.
/// Other rows are decided in a region when they are first asked for there.
struct RegionTree: Sendable {
  /// A region: the whole box or a half of another.
  struct Region: Sendable {
    /// Its halves; 0 where one has not been entered yet.
    var lower: Int32 = 0
    var upper: Int32 = 0
    /// Its candidates, in the pool.
    var first: Int32
    var end: Int32
    /// The rows they hang on, in the pool.
    var firstRow: Int32
    var endRow: Int32
    /// Where the signs of rows asked for stand; -1 where nobody has asked.
    var signs: Int32 = -1
  }

  /// A region on the way to the present one, with the range that was halved to come from it.
  private struct Step: Sendable {
    let region: Int
    let variable: Int
    let low: Double
    let high: Double
  }

  var regions: [Region] = []
  /// The outcomes of the candidates of all regions.
  var outcomes: [Int32] = []
  /// Where the open objections of each candidate begin, and where the last ones end.
  var objectionStarts: [Int32] = [0]
  /// Twice the row, plus one where the row must be negative for the objection to be met.
  var objections: [Int32] = []
  /// The rows that the candidates of all regions hang on.
  var openRows: [Int32] = []
  /// By region that was asked and then by row: the sign, 0 where it is open, ``unseen`` where nobody has
  /// asked for it.
  var signs: [Int8] = []
  private let rowCount: Int

  /// The variable along which each level is halved.
  private var variables: [Int] = []
  private var path: [Step] = []
  var present = 0
  var lows: [Double]
  var highs: [Double]
  /// By how much a half reaches over its border: more than a point's place can be off by rounding.
  let slacks: [Double]
  var monomialLows: [Double] = []
  var monomialHighs: [Double] = []
  var hasMonomialRanges = false

  /// Rows are listed once for each region.
  var stamps: [Int32]
  var stamp: Int32 = 0
  /// The signs in the half looked at.
  var found: [Int8]
  /// To which side each row tends there: about -1 to 1 where it is open.
  var leans: [Float]

  private static let unseen: Int8 = 2
  /// About how many bytes the regions may take.
  private static let memory = 48 << 20

  init(_ game: FoldedGame, _ table: SignTable) {
    rowCount = table.rows.count
    lows = table.box.map { $0.lowerBound }
    highs = table.box.map { $0.upperBound }
    slacks = table.box.map { (abs($0.lowerBound) + abs($0.upperBound)) * 0x1p-46 }
    stamps = [Int32](repeating: 0, count: rowCount)
    found = [Int8](repeating: 0, count: rowCount)
    leans = [Float](repeating: 0, count: rowCount)
    for candidate in game.candidates.indices {
      let start = objections.count
      for index in game.candidateStarts[candidate]..<game.candidateStarts[candidate + 1] {
        guard case .unless(let range) = game.entries[game.candidateEntries[index]] else { continue }
        for objection in game.objections[range] {
          let code = Int32(objection.row) * 2 + (objection.sign > 0 ? 0 : 1)
          if !objections[start...].contains(code) { objections.append(code) }
        }
      }
      outcomes.append(Int32(game.candidates[candidate]))
      objectionStarts.append(Int32(objections.count))
    }
    addRegion(first: 0)
  }

  /// How deep the present region lies.
  var depth: Int { path.count }

  /// The candidates left in the present region, in the pool.
  var candidates: Range<Int> { Int(regions[present].first)..<Int(regions[present].end) }

  /// How many rows the candidates left hang on.
  var openRowCount: Int {
    Int(regions[present].endRow - regions[present].firstRow)
  }

  /// Says along which variables the box is halved, level by level; to be said while no half is entered.
  mutating func halve(along variables: [Int]) {
    precondition(path.isEmpty)
    self.variables = variables
    regions.removeLast(regions.count - 1)
    regions[0].lower = 0
    regions[0].upper = 0
    outcomes.removeLast(outcomes.count - candidates.count)
    objectionStarts.removeLast(objectionStarts.count - candidates.count - 1)
    objections.removeLast(objections.count - Int(objectionStarts[candidates.count]))
    openRows.removeLast(openRows.count - Int(regions[0].endRow))
    signs.removeAll()
    regions[0].signs = -1
  }

  /// Tells whether a half of the present region has been looked at already.
  func isKnown(upper: Bool) -> Bool {
    (upper ? regions[present].upper : regions[present].lower) != 0
  }

  private var isFull: Bool {
    signs.count + 4 * (objections.count + openRows.count + 2 * outcomes.count) > RegionTree.memory
  }

  /// Goes into a half of the present region; false where there is none, or no more memory for it.
  mutating func enter(upper: Bool, _ table: SignTable) -> Bool {
    guard path.count < variables.count else { return false }
    let known = upper ? regions[present].upper : regions[present].lower
    if known == 0, isFull { return false }
    let variable = variables[path.count]
    let (low, high) = (lows[variable], highs[variable])
    path.append(Step(region: present, variable: variable, low: low, high: high))
    let middle = low + (high - low) / 2
    if upper { lows[variable] = middle } else { highs[variable] = middle }
    hasMonomialRanges = false
    if known != 0 {
      present = Int(known)
      return true
    }
    let half = regions.count
    addHalf(table)
    if upper { regions[present].upper = Int32(half) } else { regions[present].lower = Int32(half) }
    present = half
    return true
  }

  /// Goes back to the region around.
  mutating func leave() {
    guard let step = path.popLast() else { return }
    present = step.region
    lows[step.variable] = step.low
    highs[step.variable] = step.high
    hasMonomialRanges = false
  }

  /// The sign that a row has everywhere in the present region; 0 where it is open.
  mutating func sign(ofRow row: Int, _ table: SignTable) -> Int8 {
    guard row < rowCount, !path.isEmpty else { return 0 }
    if regions[present].signs < 0 {
      regions[present].signs = Int32(signs.count)
      signs += [Int8](repeating: RegionTree.unseen, count: rowCount)
    }
    let place = Int(regions[present].signs) + row
    if signs[place] == RegionTree.unseen {
      findMonomialRanges(table)
      signs[place] = certainSign(of: row, table)
    }
    return signs[place]
  }
}
