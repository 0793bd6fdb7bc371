/// Sums over the points of a resampled design, gathered group by group.
protocol GroupedSums: Sendable {
  /// Ends the group at hand, which counts so often in each replicate.
  mutating func endGroup(_ weights: [Int])
  /// Brings all groups that have ended into the sums of the replicates.
  mutating func settle()
  /// Adds the sums of another part, in which, as here, no group is at hand.
  mutating func merge(_ other: Self)
}

extension ResampledSums: GroupedSums {}
extension SobolSums: GroupedSums {}
extension BinnedSums: GroupedSums {}

/// The sums of the indicators of a family of labels.
///
/// Labels are not known beforehand: one that has not been met has been 0 at all points so far, as its sums
/// are where they begin. So memory grows with the labels that occur, and not with the points.
struct IndicatorSums<Sums: GroupedSums>: Sendable {
  private var sums: [Int: Sums] = [:]
  /// Counts the points at which the labels are known.
  var known: ResampledSums
  /// The labels met in the group at hand; for all others ending it changes nothing.
  private var touched: Set<Int> = []
  /// The labels met since the last ``settle()``.
  private var unsettled: Set<Int> = []
  private let empty: Sums

  /// Creates sums without labels; `empty` is what each begins with.
  init(known: ResampledSums, empty: Sums) {
    self.known = known
    self.empty = empty
  }

  /// The labels that occur, ascending.
  var labels: [Int] { sums.keys.sorted() }

  /// The sums of a label; empty where it never occurs.
  subscript(label: Int) -> Sums { sums[label] ?? empty }

  /// Changes the sums of a label that is met.
  mutating func update(_ label: Int, _ change: (inout Sums) -> Void) {
    touched.insert(label)
    let start = empty
    change(&sums[label, default: start])
  }

  /// Ends the group at hand, which counts so often in each replicate.
  mutating func endGroup(_ weights: [Int]) {
    known.endGroup(weights)
    for label in touched { sums[label]?.endGroup(weights) }
    unsettled.formUnion(touched)
    touched.removeAll(keepingCapacity: true)
  }

  /// Brings all groups that have ended into the sums of the replicates.
  mutating func settle() {
    known.settle()
    for label in unsettled { sums[label]?.settle() }
    unsettled.removeAll()
  }

  /// Adds the sums of another part, in which, as here, no group is at hand.
  mutating func merge(_ other: IndicatorSums) {
    known.merge(other.known)
    for (label, part) in other.sums {
      if sums[label] == nil { sums[label] = part } else { sums[label]?.merge(part) }
    }
  }
}
