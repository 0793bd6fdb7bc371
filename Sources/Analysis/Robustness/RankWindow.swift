import GameTheory

/// The numbers around a given rank among numbers that come one by one, with exact counts of all others.
///
/// Equal numbers are kept as one with their count. Where there are more different ones than it has room
/// for, those farthest from the rank so far are dropped; from then on numbers on their side of the window
/// are counted, and those below it summed. Nothing is ever estimated: whether the rank lies in the window
/// at the end is known for certain.
struct RankWindow: Sendable {
  /// The rank, as a share of the way from the lowest number to the highest.
  private let share: Double
  /// How many different numbers it keeps at most.
  private let capacity: Int
  private var values: [Double] = []
  private var counts: [Int] = []
  /// Numbers that are still to be put among the others, not in order.
  private var fresh: [Double] = []
  /// What lies outside these is not kept.
  private(set) var low: Double
  private(set) var high: Double
  /// How many numbers lie below and above the window.
  private(set) var below = 0
  private(set) var above = 0
  /// The sum of the numbers below the window; nil where it is not wanted.
  private var sumBelow: RunningSum?
  private var kept = 0

  /// Creates a window without numbers.
  ///
  /// - Parameters:
  ///   - share: which rank is looked for, as a share of the way from the lowest number to the highest.
  ///   - range: between which numbers it lies.
  ///   - capacity: how many different numbers are kept at most, at least 8.
  ///   - isSummed: whether the numbers below the rank are summed.
  init(share: Double, in range: ClosedRange<Double>, capacity: Int, isSummed: Bool) {
    self.share = share
    self.capacity = capacity
    (low, high) = (range.lowerBound, range.upperBound)
    sumBelow = isSummed ? RunningSum() : nil
  }

  /// How many numbers there are.
  var total: Int { below + kept + above }

  /// Takes a number, which is not NaN.
  ///
  /// - Complexity: O(1) outside the window, O(log *capacity*) inside, amortised.
  @inline(__always)
  mutating func add(_ value: Double) {
    if value < low {
      below &+= 1
      sumBelow?.add(value)
    } else if value > high {
      above &+= 1
    } else {
      // -0 becomes 0.
      fresh.append(value + 0)
      kept &+= 1
      if fresh.count >= capacity / 2 { settle() }
    }
  }

  /// Puts all numbers in order, and drops some where there are too many.
  mutating func settle() {
    merge()
    if values.count > capacity { trim() }
  }

  private mutating func merge() {
    guard !fresh.isEmpty else { return }
    fresh.sort()
    var merged: [Double] = []
    var mergedCounts: [Int] = []
    merged.reserveCapacity(values.count + fresh.count)
    mergedCounts.reserveCapacity(values.count + fresh.count)
    func add(_ value: Double, _ count: Int) {
      if merged.last == value {
        mergedCounts[mergedCounts.count - 1] += count
      } else {
        merged.append(value)
        mergedCounts.append(count)
      }
    }
    var next = 0
    for index in values.indices {
      while next < fresh.count, fresh[next] < values[index] {
        add(fresh[next], 1)
        next += 1
      }
      add(values[index], counts[index])
    }
    for value in fresh[next...] { add(value, 1) }
    (values, counts) = (merged, mergedCounts)
    fresh.removeAll(keepingCapacity: true)
  }

  /// Keeps half as many numbers as there is room for, as near to the rank as can be.
  private mutating func trim() {
    let half = capacity / 2
    var rest = Int(share * Double(total - 1)) - below
    var middle = 0
    while middle < values.count - 1, rest >= counts[middle] {
      rest -= counts[middle]
      middle += 1
    }
    var first = max(0, middle - half / 2)
    let end = min(values.count, first + half)
    first = max(0, end - half)
    for index in 0..<first {
      below += counts[index]
      kept -= counts[index]
      sumBelow?.add(values[index], times: counts[index])
    }
    for index in end..<values.count {
      above += counts[index]
      kept -= counts[index]
    }
    if first > 0 { low = values[first] }
    if end < values.count { high = values[end - 1] }
    values = Array(values[first..<end])
    counts = Array(counts[first..<end])
  }

  // MARK: Reading, after `settle()`

  /// The number of a rank among all, from 0 for the lowest; nil where it does not lie in the window.
  func value(rank: Int) -> Double? {
    var rest = rank - below
    guard rest >= 0, rest < kept else { return nil }
    for (value, count) in zip(values, counts) {
      if rest < count { return value }
      rest -= count
    }
    return nil
  }

  /// The lowest and highest number in it; nil where it is empty.
  var ends: (lowest: Double, highest: Double)? {
    values.first.flatMap { first in values.last.map { (first, $0) } }
  }

  /// How many numbers lie below a bound that is not below the window, and their sum, where it was wanted.
  func part(below bound: Double) -> (count: Int, sum: Rational) {
    var (count, sum) = (below, sumBelow ?? RunningSum())
    for (value, times) in zip(values, counts) where value < bound {
      count += times
      sum.add(value, times: times)
    }
    return (count, sum.value)
  }
}
