import GameTheory

/// First-order indices of many outputs from samples that were not drawn for it, one sample at a time.
///
/// Each axis is cut into bins; the index is the variance of the output's means in the bins by its whole
/// variance, less what chance alone puts between the bins. Total indices cannot be had this way. Memory does
/// not grow with the number of samples, and any division of them gives the same bits.
/// - Source: Plischke, Borgonovo and Smith, Global sensitivity measures from given data, European Journal
///   of Operational Research 226 (2013) 536; the correction is Kelley's epsilon squared (1935).
public struct BinnedAnalysis: Sendable {
  /// How many bins each axis has.
  public let bins: [Int]
  /// How samples are resampled.
  public let bootstrap: PoissonBootstrap
  /// How many samples were added.
  public private(set) var points = 0
  private var numbers: [Number]
  /// For each family its indicators, and how many samples each bin has in which the labels are known.
  private var families: [IndicatorSums<BinnedSums>]
  private var group: Int?
  /// Whether all that was added is in the sums of the replicates.
  private var isSettled = true
  /// For each axis its bins, all axes' bins in a row.
  private let ranges: [Range<Int>]

  private struct Number: Sendable {
    var sums: BinnedSums
    /// How many samples each bin has in which the number exists.
    var counts: ResampledSums
  }

  /// Creates an analysis without samples.
  ///
  /// - Parameters:
  ///   - bins: how many bins each axis has.
  ///   - numbers: how many numbers each sample has.
  ///   - families: how many families of labels each sample has.
  ///   - bootstrap: how samples are resampled.
  public init(bins: [Int], numbers: Int, families: Int, bootstrap: PoissonBootstrap) {
    self.bins = bins
    self.bootstrap = bootstrap
    var ranges: [Range<Int>] = []
    for count in bins {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<start + count)
    }
    self.ranges = ranges
    let total = bins.reduce(0, +)
    let counts = ResampledSums(count: total, replicates: bootstrap.replicates)
    let sums = BinnedSums(bins: total, replicates: bootstrap.replicates)
    self.numbers = [Number](repeating: Number(sums: sums, counts: counts), count: numbers)
    let family = IndicatorSums(known: counts, empty: sums)
    self.families = [IndicatorSums](repeating: family, count: families)
  }

  /// Adds a sample: its number, the bin in which it lies on each axis, and its values.
  ///
  /// - Complexity: O(*axes*) for each number and label; at the end of a group of the bootstrap O(*bins*) for
  ///   each replicate.
  public mutating func add(point: Int, bins: [Int], _ sample: SampleValues) {
    let group = bootstrap.group(of: point)
    if let open = self.group, open != group { closeGroup() }
    self.group = group
    isSettled = false
    points += 1
    let places = zip(ranges, bins).map { $0.lowerBound + $1 }
    for number in numbers.indices where sample.numbers[number].isFinite {
      numbers[number].sums.add(sample.numbers[number], places)
      BinnedAnalysis.count(places, in: &numbers[number].counts)
    }
    for family in families.indices {
      guard let labels = sample.labels[family] else { continue }
      BinnedAnalysis.count(places, in: &families[family].known)
      for label in labels { families[family].update(label) { $0.add(1, places) } }
    }
  }

  private static func count(_ places: [Int], in counts: inout ResampledSums) {
    counts.addPoint()
    for place in places { counts.add(1, to: place) }
  }

  /// Ends the group of samples at hand: results can be had without this, but sooner after it.
  public mutating func endGroup() {
    guard !isSettled else { return }
    isSettled = true
    closeGroup()
    for number in numbers.indices {
      numbers[number].sums.settle()
      numbers[number].counts.settle()
    }
    for family in families.indices { families[family].settle() }
  }

  private mutating func closeGroup() {
    guard let group else { return }
    self.group = nil
    let weights = bootstrap.weights(ofGroup: group)
    for number in numbers.indices {
      numbers[number].sums.endGroup(weights)
      numbers[number].counts.endGroup(weights)
    }
    for family in families.indices { families[family].endGroup(weights) }
  }

  /// Adds the samples of another part, which has the same bins, outputs and bootstrap.
  public mutating func merge(_ other: BinnedAnalysis) {
    var other = other
    endGroup()
    other.endGroup()
    points += other.points
    for number in numbers.indices {
      numbers[number].sums.merge(other.numbers[number].sums)
      numbers[number].counts.merge(other.numbers[number].counts)
    }
    for family in families.indices { families[family].merge(other.families[family]) }
  }

  // MARK: Results

  /// The indices of a number.
  public func indices(ofNumber number: Int) -> BinnedIndices {
    var whole = self
    whole.endGroup()
    let output = whole.numbers[number]
    return BinnedIndices([output.sums.sums], output.counts, bins: ranges, samples: points)
  }

  /// The labels of a family that occur, ascending.
  public func labels(ofFamily family: Int) -> [Int] { families[family].labels }

  /// The indices of a label's indicator.
  public func indices(ofFamily family: Int, label: Int) -> BinnedIndices {
    indices(ofFamily: family, labels: [label])
  }

  /// The indices of a family as a whole: variances summed over its indicators.
  public func indices(ofFamily family: Int) -> BinnedIndices {
    indices(ofFamily: family, labels: labels(ofFamily: family))
  }

  private func indices(ofFamily family: Int, labels: [Int]) -> BinnedIndices {
    var whole = self
    whole.endGroup()
    return BinnedIndices(
      labels.map { whole.families[family][$0].sums },
      whole.families[family].known,
      bins: ranges,
      samples: points
    )
  }
}
