import Analysis
import Sweeps

/// What differs between two results, row by row.
struct ResultDifference {
  /// How rows found each other.
  enum Join: String {
    case sample = "the number of their sample"
    case values = "their values"
    case none = "nothing"
  }

  /// How a player's payoffs differ.
  struct PayoffChange {
    var changed = 0
    var sum = 0.0
    /// The change of the largest size, and the sample where it is.
    var largest = 0.0
    var sample = 0
    /// How often there is a payoff in one of the two only.
    var oneOnly = 0
  }

  var join: Join
  let players: [String]
  let claims: [String]
  private let tolerance: Double
  private(set) var joined = 0
  var onlyFirst = 0
  var onlySecond = 0
  /// Where rows are not joined, how often each outcome occurs in the first and in the second result.
  private(set) var alone: (first: [Int: Int], second: [Int: Int]) = ([:], [:])
  /// Rows of which one was computed and the other was not.
  private(set) var computedOnce = 0
  /// Rows that could not be computed in either.
  private(set) var computedNever = 0
  private(set) var outcomes = PairedOutcomes()
  private(set) var equilibria = 0
  private(set) var payoffs: [PayoffChange]
  /// For each claim how often it holds in the first only, and in the second only.
  private(set) var claimChanges: [(firstOnly: Int, secondOnly: Int)]
  /// Rows that differ in anything.
  private(set) var differing = 0
  private(set) var values: AxisValues
  /// Rows marked where the outcome differs.
  private(set) var moved: HashSample
  /// Rows marked where equilibria or claims differ.
  private(set) var changed: HashSample

  init(_ first: ResultFile, _ common: CommonColumns, _ join: Join, tolerance: Double, keep: Int) {
    self.join = join
    self.tolerance = tolerance
    players = common.ids(.payoff)
    claims = common.ids(.claim)
    payoffs = players.map { _ in PayoffChange() }
    claimChanges = claims.map { _ in (0, 0) }
    let axes = first.columns(.axis).filter { common.ids(.axis).contains($0.id) }
    values = AxisValues(axes)
    moved = HashSample(capacity: keep, width: axes.count)
    changed = HashSample(capacity: keep, width: axes.count)
  }

  /// Whether anything differs.
  var hasDifferences: Bool { differing > 0 || onlyFirst > 0 || onlySecond > 0 }

  /// Compares two rows that belong together.
  mutating func add(_ first: ComparedRow, _ second: ComparedRow) {
    joined += 1
    guard let before = first.outcome, let after = second.outcome else {
      if first.outcome == nil, second.outcome == nil {
        computedNever += 1
      } else {
        computedOnce += 1
        differing += 1
      }
      return
    }
    outcomes.add(before, after)
    let hasOtherEquilibria = first.equilibria != second.equilibria
    if hasOtherEquilibria { equilibria += 1 }
    let hasOtherClaims = addClaims(first, second)
    let hasOtherPayoffs = addPayoffs(first, second)
    if before != after || hasOtherEquilibria || hasOtherClaims || hasOtherPayoffs {
      differing += 1
    }
    values.load(first.values)
    moved.add(first.sample, values.numbers, isOfInterest: before != after)
    changed.add(first.sample, values.numbers, isOfInterest: hasOtherEquilibria || hasOtherClaims)
  }

  /// Counts a row of one of two results whose rows do not belong together.
  mutating func addAlone(_ row: ComparedRow, isFirst: Bool) {
    if isFirst { onlyFirst += 1 } else { onlySecond += 1 }
    guard let outcome = row.outcome else { return }
    if isFirst {
      alone.first[outcome, default: 0] += 1
    } else {
      alone.second[outcome, default: 0] += 1
    }
  }

  /// How often each outcome occurs in the first and in the second result, in the rows compared.
  var counts: (first: [Int: Int], second: [Int: Int]) {
    join == .none ? alone : (outcomes.firstCounts, outcomes.secondCounts)
  }

  private mutating func addClaims(_ first: ComparedRow, _ second: ComparedRow) -> Bool {
    var isOther = false
    for index in claims.indices {
      guard let before = first.claims[index], let after = second.claims[index], before != after
      else { continue }
      isOther = true
      if before { claimChanges[index].firstOnly += 1 } else { claimChanges[index].secondOnly += 1 }
    }
    return isOther
  }

  private mutating func addPayoffs(_ first: ComparedRow, _ second: ComparedRow) -> Bool {
    var isOther = false
    for index in players.indices {
      guard let before = first.payoffs[index], let after = second.payoffs[index] else {
        if (first.payoffs[index] == nil) != (second.payoffs[index] == nil) {
          payoffs[index].oneOnly += 1
          isOther = true
        }
        continue
      }
      let change = after - before
      guard change.magnitude > tolerance else { continue }
      isOther = true
      payoffs[index].changed += 1
      payoffs[index].sum += change
      if change.magnitude > payoffs[index].largest.magnitude {
        payoffs[index].largest = change
        payoffs[index].sample = first.sample
      }
    }
    return isOther
  }
}
