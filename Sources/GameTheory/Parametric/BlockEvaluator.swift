#if canImport(RowKernel)
internal import RowKernel
#endif

/// Decides a folded game at up to 64 points at a time, one bit for each.
///
/// Signs, entries and predicates are evaluated when they are first asked for and kept until the next
/// block is loaded, so that nothing is computed that no answer needs. Every answer is exact: a sign
/// that floating point leaves open is decided in rational arithmetic on the decimals of the point.
///
/// A value: each thread works with a copy of its own.
public struct BlockEvaluator: Sendable {
  /// How many points fit.
  public static let capacity = 64

  /// The game evaluated.
  public let game: FoldedGame

  var signs: SignTable
  var formulas: FormulaTable
  /// The formula of each predicate.
  var predicates: [Int] = []

  /// The bits of the points loaded.
  public internal(set) var active: UInt64 = 0
  /// How many groups of eight points are loaded.
  private var partCount = 8
  /// Grows with every block; what is stamped with another number is stale.
  var block: UInt32 = 0

  /// The values of variable *v* at 64 points, from 8*v*.
  var values: [SIMD8<Double>]
  /// The values of monomials, likewise.
  private var monomials: [SIMD8<Double>] = []
  private var monomialsKnown = 0
  private var exactPoints: [[Rational]]
  private var hasExactPoints = false
  /// The one point of the block, where the variable that varies has no rational value.
  private var algebraicPoint: (variable: Int, value: AlgebraicNumber)?

  private var rowStamps: [UInt32] = []
  private var positive: [UInt64] = []
  private var negative: [UInt64] = []
  private var entryStamps: [UInt32]
  private var entryBits: [UInt64]
  private var exactEntryStamps: [UInt32]
  private var exactEntryBits: [UInt64]
  private var equilibriumStamp: UInt32 = 0
  private var equilibriumSets: [PointSet] = []
  var settlings: [Int: [Settling]] = [:]
  var payoffs: PayoffTable
  var regions: RegionTree
  private let evaluation: RowEvaluation
  #if canImport(RowKernel)
  /// For each row what is known of it in the block, where candidates hang on it.
  private var rowStates: [rowkernel_state] = []
  #endif
  /// How many products of a coefficient and a value the kernel has summed up for equilibria.
  public private(set) var productCount: UInt64 = 0
  /// For each candidate of the region the points left.
  private var candidatePoints: [UInt64] = []

  /// An outcome with the points at which something holds of it.
  public struct PointSet: Sendable, Equatable {
    /// The outcome's number.
    public let outcome: Int
    /// A bit for each point.
    public let points: UInt64
  }

  /// Where play goes at some of the points.
  public struct Settling: Sendable, Equatable {
    /// The resting outcome, or where a cycle was entered.
    public let outcome: Int
    /// The outcomes of a cycle in order, from the one entered; empty at rest.
    public let cycle: [Int]
    /// A bit for each point.
    public let points: UInt64
  }

  /// Creates an evaluator for a game and some predicates on it.
  ///
  /// `evaluation`, one of the available ones, is how rows are evaluated.
  public init(
    _ game: FoldedGame,
    predicates: [Predicate] = [],
    evaluation: RowEvaluation = .fastest
  ) {
    self.evaluation = evaluation
    self.game = game
    signs = game.signs
    formulas = FormulaTable()
    values = [SIMD8<Double>](repeating: .zero, count: game.settings.count * 8)
    exactPoints = [[Rational]](repeating: [], count: BlockEvaluator.capacity)
    entryStamps = [UInt32](repeating: 0, count: game.entries.count)
    entryBits = [UInt64](repeating: 0, count: game.entries.count)
    exactEntryStamps = [UInt32](repeating: 0, count: game.exactEntries.count)
    exactEntryBits = [UInt64](repeating: 0, count: game.exactEntries.count)
    payoffs = PayoffTable(game.game, settings: game.settings)
    regions = RegionTree(game, game.signs)
    for (variable, setting) in game.settings.enumerated() {
      guard case .fixed(let value) = setting else { continue }
      for part in 0..<8 { values[variable * 8 + part] = SIMD8(repeating: value.toDouble()) }
    }
    for predicate in predicates { self.predicates.append(lower(predicate)) }
    if signs.rows.count > game.signs.rows.count { regions = RegionTree(game, signs) }
  }

  /// Loads the next block of points.
  ///
  /// - Parameters:
  ///   - count: how many points, 1 to 64.
  ///   - value: the value of a varying variable at a point; the decimal that a `Double` prints as is
  ///     what the answers are exact for.
  public mutating func load(count: Int, value: (_ variable: Int, _ point: Int) -> Double) {
    beginBlock(count: count)
    for (variable, setting) in game.settings.enumerated() {
      guard case .varying = setting else { continue }
      for part in 0..<8 {
        var lanes = SIMD8<Double>.zero
        for lane in 0..<8 { lanes[lane] = value(variable, min(part * 8 + lane, count - 1)) }
        values[variable * 8 + part] = lanes
      }
    }
  }

  /// Loads the next block of points, the values of some variables given by their place in a list.
  ///
  /// All varying variables must be in the list.
  public mutating func load(
    count: Int,
    variables: [Int],
    value: (_ place: Int, _ point: Int) -> Double
  ) {
    beginBlock(count: count)
    for (place, variable) in variables.enumerated() {
      for part in 0..<partCount {
        var lanes = SIMD8<Double>.zero
        for lane in 0..<8 { lanes[lane] = value(place, min(part * 8 + lane, count - 1)) }
        values[variable * 8 + part] = lanes
      }
    }
  }

  /// Loads the next block of points, picked from rows of values.
  ///
  /// - Parameters:
  ///   - samples: the numbers of up to 64 rows; more that are not loaded yet may follow.
  ///   - count: how many of them are loaded.
  ///   - values: rows of one value for each of the variables.
  ///   - variables: all varying variables.
  public mutating func load(
    _ samples: ArraySlice<Int32>,
    count: Int,
    of values: [Double],
    variables: [Int]
  ) {
    beginBlock(count: count)
    #if canImport(RowKernel)
    unsafe samples.withUnsafeBufferPointer { numbers in
      unsafe rowkernel_load(
        values,
        Int32(variables.count),
        variables.map { Int64($0) },
        numbers.baseAddress,
        Int32(count),
        Int32(numbers.count),
        &self.values
      )
    }
    #else
    let first = samples.startIndex
    for (place, variable) in variables.enumerated() {
      for part in 0..<partCount {
        var lanes = SIMD8<Double>.zero
        for lane in 0..<8 {
          let sample = samples[first + min(part * 8 + lane, count - 1)]
          lanes[lane] = values[Int(sample) * variables.count + place]
        }
        self.values[variable * 8 + part] = lanes
      }
    }
    #endif
  }

  private mutating func beginBlock(count: Int) {
    precondition((1...BlockEvaluator.capacity).contains(count))
    active = count == 64 ? ~0 : (1 << UInt64(count)) - 1
    partCount = (count + 7) / 8
    block += 1
    algebraicPoint = nil
    if hasExactPoints {
      for point in 0..<BlockEvaluator.capacity where !exactPoints[point].isEmpty {
        exactPoints[point] = []
      }
      hasExactPoints = false
    }
    monomialsKnown = 0
    settlings.removeAll(keepingCapacity: true)
    payoffs.forget()
  }

  /// Loads points that need not be decimals, such as roots.
  ///
  /// Each of the points, 1 to 64, has one number for each variable; those of fixed variables are ignored.
  public mutating func load(exactly points: [[Rational]]) {
    load(count: points.count) { variable, point in points[point][variable].toDouble() }
    hasExactPoints = true
    for (index, point) in points.enumerated() {
      exactPoints[index] = game.settings.indices.map { variable in
        switch game.settings[variable] {
        case .fixed(let value): value
        case .varying: point[variable]
        }
      }
    }
  }

  /// Loads one point at which the only variable that varies is an algebraic number.
  ///
  /// Signs, and all that follows from them, are exact; payoffs are as near as `Double`s are.
  public mutating func load(_ value: AlgebraicNumber, of variable: Int) {
    load(count: 1) { _, _ in value.lowerBound.toDouble() }
    algebraicPoint = (variable, value)
  }

  /// The value of a variable at a point of the block.
  public func value(of variable: Int, at point: Int) -> Double {
    values[variable * 8 + point / 8][point % 8]
  }
}

// MARK: - Signs

extension BlockEvaluator {
  /// The points at which a polynomial is positive and those at which it is negative.
  mutating func points(ofRow row: Int) -> (positive: UInt64, negative: UInt64) {
    let known = regions.sign(ofRow: row, signs)
    if known != 0 { return known > 0 ? (active, 0) : (0, active) }
    return openPoints(ofRow: row)
  }

  /// The same for a row that is open in the present region.
  private mutating func openPoints(ofRow row: Int) -> (positive: UInt64, negative: UInt64) {
    makeRoomForRows()
    if rowStamps[row] != block {
      evaluate(row)
      rowStamps[row] = block
    }
    return (positive[row], negative[row])
  }

  private mutating func makeRoomForRows() {
    let missing = signs.rows.count - rowStamps.count
    guard missing > 0 else { return }
    rowStamps += [UInt32](repeating: 0, count: missing)
    positive += [UInt64](repeating: 0, count: missing)
    negative += [UInt64](repeating: 0, count: missing)
  }

  private mutating func evaluate(_ index: Int) {
    if let (variable, value) = algebraicPoint {
      let sign = value.sign(of: signs.rows[index].coefficients(in: variable) ?? [])
      positive[index] = sign > 0 ? active : 0
      negative[index] = sign < 0 ? active : 0
      return
    }
    extendMonomials()
    #if canImport(RowKernel)
    if evaluation == .portable {
      evaluateInSwift(index)
    } else {
      unsafe signs.withRows { rows in
        unsafe rowkernel_signs(
          evaluation.rawValue,
          rows,
          monomials,
          Int32(active.nonzeroBitCount),
          Int32(index),
          &positive[index],
          &negative[index]
        )
      }
      positive[index] &= active
      negative[index] &= active
    }
    #else
    evaluateInSwift(index)
    #endif
    let open = active & ~(positive[index] | negative[index])
    if open != 0 {
      let exact = exactSigns(ofRow: index, at: open)
      positive[index] |= exact.positive
      negative[index] |= exact.negative
    }
  }

  private mutating func evaluateInSwift(_ index: Int) {
    let terms = signs.terms(ofRow: index)
    let constant = SIMD8<Double>(repeating: signs.rowConstants[index])
    let bound = SIMD8<Double>(repeating: signs.rowBounds[index])
    var above = SIMD8<UInt64>.zero
    var below = SIMD8<UInt64>.zero
    for part in 0..<partCount {
      var sum = constant
      for term in terms {
        let coefficient = SIMD8<Double>(repeating: signs.termCoefficients[term])
        sum += coefficient * monomials[Int(signs.termMonomials[term]) * 8 + part]
      }
      let bits = laneBits &<< SIMD8(repeating: UInt64(part * 8))
      above = above.replacing(with: above | bits, where: sum .> bound)
      below = below.replacing(with: below | bits, where: sum .< -bound)
    }
    positive[index] = union(above) & active
    negative[index] = union(below) & active
  }

  /// A row's signs at some points in rational arithmetic.
  private mutating func exactSigns(
    ofRow row: Int,
    at points: UInt64
  ) -> (positive: UInt64, negative: UInt64) {
    var positive: UInt64 = 0
    var negative: UInt64 = 0
    var open = points
    while open != 0 {
      let point = open.trailingZeroBitCount
      let bit: UInt64 = 1 << UInt64(point)
      open &= ~bit
      let sign = signs.rows[row].evaluated(at: exactPoint(point)).signum
      if sign > 0 { positive |= bit }
      if sign < 0 { negative |= bit }
    }
    return (positive, negative)
  }

  private mutating func extendMonomials() {
    guard monomialsKnown < signs.steps.count else { return }
    if monomials.count < signs.steps.count * 8 {
      let missing = signs.steps.count * 8 - monomials.count
      monomials += [SIMD8<Double>](repeating: .zero, count: missing)
    }
    for index in monomialsKnown..<signs.steps.count {
      let step = signs.steps[index]
      for part in 0..<partCount {
        let variable = values[step.variable * 8 + part]
        monomials[index * 8 + part] =
          step.shorter < 0 ? variable : monomials[step.shorter * 8 + part] * variable
      }
    }
    monomialsKnown = signs.steps.count
  }

  /// The point as the decimals that its values print as.
  mutating func exactPoint(_ point: Int) -> [Rational] {
    if exactPoints[point].isEmpty {
      hasExactPoints = true
      exactPoints[point] = game.settings.indices.map { variable in
        switch game.settings[variable] {
        case .fixed(let value): value
        case .varying: Rational(decimalOf: value(of: variable, at: point))
        }
      }
    }
    return exactPoints[point]
  }
}

/// The bit of each lane within its part of the block.
private let laneBits = SIMD8<UInt64>(1, 2, 4, 8, 16, 32, 64, 128)

/// The union of eight sets; apart, so that the loops that fill them stay vectors.
@inline(never)
private func union(_ sets: SIMD8<UInt64>) -> UInt64 {
  let half = sets.lowHalf | sets.highHalf
  let quarter = half.lowHalf | half.highHalf
  return quarter[0] | quarter[1]
}

// MARK: - Best replies and equilibria

extension BlockEvaluator {
  /// The points at which a component's options are a best reply, within the tolerance.
  mutating func points(ofEntry number: Int) -> UInt64 {
    switch game.entries[number] {
    case .always: return active
    case .never: return 0
    case .unless(let range):
      if entryStamps[number] != block {
        entryBits[number] = pointsWithout(objections: range)
        entryStamps[number] = block
      }
      return entryBits[number]
    }
  }

  /// The points at which a component's options are a best reply, with no tolerance.
  mutating func points(ofExactEntry number: Int) -> UInt64 {
    guard !game.exactEntries.isEmpty else { return points(ofEntry: number) }
    switch game.exactEntries[number] {
    case .always: return active
    case .never: return 0
    case .unless(let range):
      if exactEntryStamps[number] != block {
        exactEntryBits[number] = pointsWithout(objections: range)
        exactEntryStamps[number] = block
      }
      return exactEntryBits[number]
    }
  }

  private mutating func pointsWithout(objections range: Range<Int>) -> UInt64 {
    var left = active
    for index in range {
      let objection = game.objections[index]
      let signs = points(ofRow: objection.row)
      left &= ~(objection.sign > 0 ? signs.positive : signs.negative)
      if left == 0 { break }
    }
    return left
  }

  /// The points at which the player's strategy in the outcome is a best reply there.
  mutating func points(ofBestReplyBy player: Int, in outcome: Int) -> UInt64 {
    var left = active
    for component in game.components[player] {
      left &= points(ofEntry: game.entry(of: component, in: outcome))
      if left == 0 { break }
    }
    return left
  }

  /// All pure equilibria of the block: outcomes ascending, each with the points where it is one.
  public mutating func equilibria() -> [PointSet] {
    if equilibriumStamp == block { return equilibriumSets }
    let candidates = regions.candidates
    if candidatePoints.count < candidates.count {
      let missing = candidates.count - candidatePoints.count
      candidatePoints += [UInt64](repeating: 0, count: missing)
    }
    findCandidatePoints()
    equilibriumSets.removeAll(keepingCapacity: true)
    for candidate in candidates {
      let left = candidatePoints[candidate - candidates.lowerBound]
      guard left != 0 else { continue }
      equilibriumSets.append(PointSet(outcome: Int(regions.outcomes[candidate]), points: left))
    }
    equilibriumStamp = block
    return equilibriumSets
  }

  private mutating func findCandidatePoints() {
    #if canImport(RowKernel)
    if evaluation != .portable, algebraicPoint == nil {
      findCandidatePointsInC()
      return
    }
    #endif
    let candidates = regions.candidates
    for candidate in candidates {
      var left = active
      let first = Int(regions.objectionStarts[candidate])
      for index in first..<Int(regions.objectionStarts[candidate + 1]) where left != 0 {
        let objection = regions.objections[index]
        let points = openPoints(ofRow: Int(objection >> 1))
        left &= ~(objection & 1 == 0 ? points.positive : points.negative)
      }
      candidatePoints[candidate - candidates.lowerBound] = left
    }
  }

  #if canImport(RowKernel)
  /// The kernel stops where a row is open at some point, and goes on once that is decided.
  private mutating func findCandidatePointsInC() {
    extendMonomials()
    if rowStates.count < game.signs.rows.count {
      rowStates = [rowkernel_state](repeating: .init(), count: game.signs.rows.count)
    }
    let candidates = regions.candidates
    let end = Int32(candidates.upperBound)
    var next = Int32(candidates.lowerBound)
    while next < end {
      var waiting: Int32 = 0
      var open: UInt64 = 0
      next = unsafe signs.withRows { rows in
        unsafe rowkernel_candidates(
          evaluation.rawValue,
          rows,
          monomials,
          Int32(active.nonzeroBitCount),
          regions.objectionStarts,
          regions.objections,
          Int32(candidates.lowerBound),
          next,
          end,
          UInt64(block),
          &rowStates,
          &candidatePoints,
          &waiting,
          &open,
          &productCount
        )
      }
      if next < end { settleExactly(Int(waiting), at: open) }
    }
  }

  private mutating func settleExactly(_ row: Int, at points: UInt64) {
    let signs = exactSigns(ofRow: row, at: points)
    rowStates[row].positive |= signs.positive
    rowStates[row].negative |= signs.negative
    rowStates[row].settled |= points
  }
  #endif

  /// The payoff of a player in an outcome at a point, summed from the unfolded game in file order.
  public mutating func payoff(of player: Int, in outcome: Int, at point: Int) -> Double {
    var found = 0.0
    let players = player..<player + 1
    payoffs.forEach(of: players, in: outcome, at: 1 << UInt64(point), values: values) {
      found = $2
    }
    return found
  }

  /// Calls the body with each of some points, each player and the payoff it has there in an outcome.
  public mutating func forEachPayoff(
    in outcome: Int,
    at points: UInt64,
    _ body: (_ point: Int, _ player: Int, _ payoff: Double) -> Void
  ) {
    let players = 0..<game.game.playerCount
    payoffs.forEach(of: players, in: outcome, at: points, values: values, body)
  }
}

extension BlockEvaluator {
  /// The polynomials whose signs decide everything asked so far; more can come with new questions.
  public var rowPolynomials: [Polynomial] { signs.rows }
}

extension BlockEvaluator {
  /// Tells whether the player's strategy in the outcome is a best reply at every point loaded.
  public mutating func isBestReply(of player: Int, in outcome: Int) -> Bool {
    points(ofBestReplyBy: player, in: outcome) == active
  }
}

// MARK: - Regions

extension BlockEvaluator {
  /// Says along which variables the box is halved, level by level; forgets all regions.
  public mutating func halve(along variables: [Int]) {
    regions.halve(along: variables)
  }

  /// Goes into a half of the present region: until it is left, all points loaded lie within it.
  ///
  /// A point on the border, or nearer to it than rounding can tell, is in both. What is certain in a
  /// region is found once and kept.
  ///
  /// - Returns: false where there is no half to go into: at the last level, or when memory is used up.
  /// - Complexity: O(*open objections* + *open rows* × *terms*) at first, O(1) from then on.
  public mutating func enter(upper: Bool) -> Bool {
    regions.enter(upper: upper, signs)
  }

  /// Tells whether what is certain in a half of the present region has been found already.
  public func isKnown(upper: Bool) -> Bool {
    regions.isKnown(upper: upper)
  }

  /// Leaves the region entered last.
  public mutating func leave() {
    regions.leave()
  }

  /// How many rows the equilibria hang on in the present region.
  public var openRowCount: Int { regions.openRowCount }

  /// The outcomes that may be equilibria in the present region, ascending; where no row is open they
  /// are equilibria in all of it.
  public var candidates: ArraySlice<Int32> { regions.outcomes[regions.candidates] }
}
