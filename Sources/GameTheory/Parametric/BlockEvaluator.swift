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
  var partCount = 8
  /// Grows with every block; what is stamped with another number is stale.
  var block: UInt32 = 0

  /// The values of variable *v* at 64 points, from 8*v*.
  var values: [SIMD8<Double>]
  /// The values of monomials, likewise.
  var monomials: [SIMD8<Double>] = []
  var monomialsKnown = 0
  var exactPoints: [[Rational]]
  var hasExactPoints = false
  /// The one point of the block, where the variable that varies has no rational value.
  var algebraicPoint: (variable: Int, value: AlgebraicNumber)?
  /// The line that the points of the block are on, where they are on one.
  var line = PointLine()

  var rowStamps: [UInt32] = []
  var positive: [UInt64] = []
  var negative: [UInt64] = []
  var entryStamps: [UInt32]
  var entryBits: [UInt64]
  var exactEntryStamps: [UInt32]
  var exactEntryBits: [UInt64]
  var equilibriumStamp: UInt32 = 0
  var equilibriumSets: [PointSet] = []
  var settlings: [Int: [Settling]] = [:]
  var payoffs: PayoffTable
  var regions: RegionTree
  let evaluation: RowEvaluation
  #if canImport(RowKernel)
  /// For each row what is known of it in the block, where candidates hang on it.
  var rowStates: [rowkernel_state] = []
  #endif
  /// How many products of a coefficient and a value the kernel has summed up for equilibria.
  public internal(set) var productCount: UInt64 = 0
  /// For each candidate of the region the points left.
  var candidatePoints: [UInt64] = []

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

  /// Takes storage of its own for the tables that copies share.
  ///
  /// Every use of a table counts a reference to it, and threads that count in one place wait for each
  /// other: so a thread that works long with a copy takes it for itself first.
  public mutating func unshare() {
    signs.unshare()
  }

  /// The value of a variable at a point of the block.
  public func value(of variable: Int, at point: Int) -> Double {
    values[variable * 8 + point / 8][point % 8]
  }

  /// The polynomials whose signs decide everything asked so far; more can come with new questions.
  public var rowPolynomials: [Polynomial] { signs.rows }
}
