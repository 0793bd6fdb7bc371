import GameTheory

/// Finds two neighbouring order statistics of numbers that can be read several times, exactly and in
/// constant memory: mostly in one pass.
///
/// A window of numbers follows the rank that is looked for (``RankWindow``). Among numbers that come well
/// mixed, as those of random, Latin hypercube and Sobol' designs do, the rank moves by some √n places
/// only, so that it still lies in the window at the end, and one pass is enough: all numbers outside were
/// counted exactly. Where that fails, as it may where numbers come in some order, a sample says between
/// which two numbers the next pass looks; should the rank not lie there, that is seen too, and the pass
/// after it looks elsewhere. Each pass leaves out at least half as many different numbers as a window holds.
///
/// - Complexity: O(1) amortised for each number and pass, O(log *capacity*) in the window; memory for
///   4 *capacity* numbers. One pass where numbers come well mixed, or no more than *capacity* of them are
///   different. In any other order 2 passes for up to *capacity*^1.5 / 8 numbers, 3 for *capacity*² / 64,
///   but for a chance of 1 in 10,000 that it is one more.
/// - Source: Munro and Paterson, Selection and sorting with limited storage, Theoretical Computer Science
///   12 (1980) 315: limits that are narrowed pass by pass (section 2), and that √n numbers are enough for
///   one pass where the order is random (section 5).
struct RankSearch: Sendable {
  private let share: Double
  private let capacity: Int
  private let isSummed: Bool
  private var window: RankWindow
  private var sample: StreamSample
  /// Between which numbers this pass looks, and between which the rank is known to lie.
  private var bracket: ClosedRange<Double>
  private var proven = -Double.infinity...Double.infinity
  /// How many numbers lay below the bracket.
  private var beneath = 0
  /// Whether the numbers have been found.
  private(set) var isFound = false
  /// The number of the rank, rounded down, and the one after it.
  private(set) var values = (low: 0.0, high: 0.0)

  /// Looks for a rank.
  ///
  /// - Parameters:
  ///   - share: the rank as a share of the way from the lowest number to the highest, in 0...1.
  ///   - capacity: how many different numbers are kept at most, at least 64.
  ///   - isSummed: whether the numbers below are summed.
  init(share: Double, capacity: Int, isSummed: Bool = false) {
    self.share = share
    self.capacity = max(64, capacity)
    self.isSummed = isSummed
    bracket = proven
    window = RankWindow(share: share, in: bracket, capacity: self.capacity, isSummed: isSummed)
    sample = StreamSample(capacity: self.capacity / 4 * 2)
  }

  /// Where a share of the way from the lowest to the highest of so many numbers lies: between the number
  /// of this rank and the next, so far from the first of them.
  static func place(_ share: Double, _ count: Int) -> (rank: Int, rest: Double) {
    let place = share * Double(count - 1)
    return (Int(place), place - Double(Int(place)))
  }

  /// How far the rank lies between the two numbers, in 0..<1.
  var rest: Double { RankSearch.place(share, window.total).rest }

  /// Takes a number, which is not NaN; once for each in each pass.
  @inline(__always)
  mutating func add(_ value: Double) {
    if isFound { return }
    window.add(value)
    if value < bracket.lowerBound {
      beneath &+= 1
    } else if value <= bracket.upperBound {
      sample.add(value)
    }
  }

  /// Ends a pass; afterwards the numbers are found, or another pass is needed.
  mutating func endPass() {
    guard !isFound, window.total > 0 else { return }
    window.settle()
    let low = RankSearch.place(share, window.total).rank
    let high = min(low + 1, window.total - 1)
    if let first = window.value(rank: low), let second = window.value(rank: high) {
      isFound = true
      values = (first, second)
      sample = StreamSample(capacity: 0)
    } else {
      prove(low, high)
      bracket = likely(low, high).clamped(to: proven)
      window = RankWindow(share: share, in: bracket, capacity: capacity, isSummed: isSummed)
      sample = StreamSample(capacity: capacity / 4 * 2)
      beneath = 0
    }
  }

  /// How many numbers lie below a bound that is not below the lower number, and their sum.
  func part(below bound: Double) -> (count: Int, sum: Rational) { window.part(below: bound) }

  // MARK: Where the next pass looks

  /// What has been counted for certain: on which side of window and bracket the two ranks lie.
  private mutating func prove(_ low: Int, _ high: Int) {
    var (lower, upper) = (proven.lowerBound, proven.upperBound)
    let end = window.total - window.above
    if high < window.below {
      upper = min(upper, window.low.nextDown)
    } else if low < window.below, let ends = window.ends {
      upper = min(upper, ends.lowest)
    }
    if low >= end {
      lower = max(lower, window.high.nextUp)
    } else if high >= end, let ends = window.ends {
      lower = max(lower, ends.highest)
    }
    if high < beneath { upper = min(upper, bracket.lowerBound.nextDown) }
    if low >= beneath + sample.offered { lower = max(lower, bracket.upperBound.nextUp) }
    proven = lower...upper
  }

  /// Between which numbers the ranks lie by the sample, four standard errors to each side.
  private func likely(_ low: Int, _ high: Int) -> ClosedRange<Double> {
    let sorted = sample.values.sorted()
    guard !sorted.isEmpty else { return proven }
    let count = Double(sorted.count)
    let perNumber = count / Double(sample.offered)
    let margin = Int(2 * count.squareRoot()) + 2
    let first = Int(Double(low - beneath) * perNumber) - margin
    let last = Int(Double(high - beneath) * perNumber) + margin
    var (lower, upper) = (proven.lowerBound, proven.upperBound)
    if low >= beneath {
      lower = first < 0 ? bracket.lowerBound : sorted[min(first, sorted.count - 1)]
    }
    if high < beneath + sample.offered {
      upper = last >= sorted.count ? bracket.upperBound : sorted[max(0, last)]
    }
    return lower...max(lower, upper)
  }
}
