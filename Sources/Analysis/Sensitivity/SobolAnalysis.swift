/// Variance-based sensitivity of many outputs at once, one base point at a time.
///
/// A base point is a pair of independent points A and B of the design with, for each axis, A with that
/// axis of B: `axes + 2` samples. For second-order indices B with each axis of A follows: `2 axes + 2`.
/// Memory does not grow with the number of points, and any division of the points over several analyses,
/// merged in any order, gives the same bits.
public struct SobolAnalysis: Sendable {
  /// What is summed.
  private let form: SobolForm
  /// How points are resampled.
  public let bootstrap: PoissonBootstrap
  /// How many base points were added.
  public private(set) var points = 0
  private var numbers: [SobolSums]
  private var families: [IndicatorSums<SobolSums>]
  private var group: Int?
  /// Whether all that was added is in the sums of the replicates.
  private var isSettled = true

  /// Creates an analysis without points.
  ///
  /// - Parameters:
  ///   - axes: how many axes the design has.
  ///   - numbers: how many numbers each sample has.
  ///   - families: how many families of labels each sample has.
  ///   - bootstrap: how points are resampled.
  ///   - hasSecondOrder: whether base points have the samples that second-order indices need.
  public init(
    axes: Int,
    numbers: Int,
    families: Int,
    bootstrap: PoissonBootstrap,
    hasSecondOrder: Bool = false
  ) {
    form = SobolForm(axes: axes, hasSecondOrder: hasSecondOrder)
    self.bootstrap = bootstrap
    let replicates = bootstrap.replicates
    let sums = SobolSums(form, replicates: replicates)
    self.numbers = [SobolSums](repeating: sums, count: numbers)
    let family = IndicatorSums(known: ResampledSums(count: 0, replicates: replicates), empty: sums)
    self.families = [IndicatorSums](repeating: family, count: families)
  }

  /// How many axes the design has.
  public var axes: Int { form.axes }

  /// Adds a base point: its number and its samples, A, B, A with each axis of B in turn, and, for
  /// second-order indices, B with each axis of A in turn.
  ///
  /// Where a number or family is unknown at one of the samples the point is left out for it, whole.
  /// - Complexity: O(*axes*), with second order O(*axes*^2), for each number and each label that occurs; at the end of a group of the
  ///   bootstrap as much for each replicate.
  public mutating func add(point: Int, _ samples: [SampleValues]) {
    let group = bootstrap.group(of: point)
    if let open = self.group, open != group { closeGroup() }
    self.group = group
    isSettled = false
    points += 1
    for number in numbers.indices {
      let values = samples.map { $0.numbers[number] }
      if values.allSatisfy({ $0.isFinite }) { numbers[number].add(values) }
    }
    for family in families.indices { add(samples.map { $0.labels[family] }, to: family) }
  }

  private mutating func add(_ labels: [[Int]?], to family: Int) {
    guard labels.allSatisfy({ $0 != nil }) else { return }
    families[family].known.addPoint()
    var values: [Int: [Double]] = [:]
    for (sample, list) in labels.enumerated() {
      for label in list ?? [] {
        values[label, default: [Double](repeating: 0, count: labels.count)][sample] = 1
      }
    }
    for (label, indicator) in values {
      families[family].update(label) { $0.add(indicator) }
    }
  }

  /// Ends the group of points at hand: results can be had without this, but sooner after it.
  public mutating func endGroup() {
    guard !isSettled else { return }
    isSettled = true
    closeGroup()
    for number in numbers.indices { numbers[number].settle() }
    for family in families.indices { families[family].settle() }
  }

  private mutating func closeGroup() {
    guard let group else { return }
    self.group = nil
    let weights = bootstrap.weights(ofGroup: group)
    for number in numbers.indices { numbers[number].endGroup(weights) }
    for family in families.indices { families[family].endGroup(weights) }
  }

  /// Adds the points of another part, which has the same axes, outputs and bootstrap.
  public mutating func merge(_ other: SobolAnalysis) {
    var other = other
    endGroup()
    other.endGroup()
    points += other.points
    for number in numbers.indices { numbers[number].merge(other.numbers[number]) }
    for family in families.indices { families[family].merge(other.families[family]) }
  }

  // MARK: Results

  /// The indices of a number.
  public func indices(ofNumber number: Int) -> SobolIndices {
    var whole = self
    whole.endGroup()
    let sums = whole.numbers[number]
    let counter = sums.sums
    return SobolIndices(
      sums.parts(points: counter.points),
      replicates: counter.replicatePoints.enumerated().map {
        sums.parts(replicate: $0, points: $1)
      },
      form,
      pointsLeftOut: points - counter.points,
      hasMean: true
    )
  }

  /// The labels of a family that occur, ascending.
  public func labels(ofFamily family: Int) -> [Int] { families[family].labels }

  /// The indices of a label's indicator; its mean is the share of the samples that bear it.
  public func indices(ofFamily family: Int, label: Int) -> SobolIndices {
    indices(ofFamily: family, labels: [label], hasMean: true)
  }

  /// The indices of a family as a whole: numerators and variances summed over its indicators.
  ///
  /// Where each sample bears exactly one label, an axis's total index is the chance that drawing the axis
  /// anew changes the label, divided by the chance that two independent samples differ.
  /// - Source: Gamboa, Janon, Klein and Lagnoux, Sensitivity analysis for multidimensional and functional
  ///   outputs, Electronic Journal of Statistics 8 (2014) 575.
  public func indices(ofFamily family: Int) -> SobolIndices {
    indices(ofFamily: family, labels: labels(ofFamily: family), hasMean: false)
  }

  private func indices(ofFamily family: Int, labels: [Int], hasMean: Bool) -> SobolIndices {
    var whole = self
    whole.endGroup()
    let counter = whole.families[family].known
    let all = labels.map { whole.families[family][$0] }
    func parts(_ part: (SobolSums) -> SobolParts, points: Int) -> SobolParts {
      var total = SobolParts(ExactSums(count: form.sums), points: points, form)
      for (index, sums) in all.enumerated() {
        if index == 0 { total = part(sums) } else { total.add(part(sums)) }
      }
      return total
    }
    return SobolIndices(
      parts({ $0.parts(points: counter.points) }, points: counter.points),
      replicates: counter.replicatePoints.enumerated().map { replicate, points in
        parts({ $0.parts(replicate: replicate, points: points) }, points: points)
      },
      form,
      pointsLeftOut: points - counter.points,
      hasMean: hasMean
    )
  }
}
