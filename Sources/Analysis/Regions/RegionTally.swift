/// Counts how well a region catches what is of interest among rows that come one by one.
///
/// For every limit it also counts the rows that the region would hold without it.
public struct RegionTally: Sendable {
  /// The region.
  public let region: Region
  /// What lies in it so far.
  public private(set) var counts = RegionCounts(
    inside: 0,
    insideOfInterest: 0,
    total: 0,
    totalOfInterest: 0
  )
  /// The axes that it limits, ascending.
  public let axes: [Int]
  /// For each of these, the rows outside by that limit alone, and how many of these are of interest.
  private var beside: [(count: Int, ofInterest: Int)]

  /// Begins to count for a region.
  public init(_ region: Region) {
    self.region = region
    axes = region.restrictedAxes
    beside = axes.map { _ in (0, 0) }
  }

  /// Counts a row, given by its value on every axis.
  public mutating func add(_ values: [Double], isOfInterest: Bool) {
    counts.total += 1
    if isOfInterest { counts.totalOfInterest += 1 }
    var broken: Int?
    for (index, axis) in axes.enumerated() where !region.limits[axis].admits(values[axis]) {
      if broken != nil { return }
      broken = index
    }
    if let broken {
      beside[broken].count += 1
      if isOfInterest { beside[broken].ofInterest += 1 }
    } else {
      counts.inside += 1
      if isOfInterest { counts.insideOfInterest += 1 }
    }
  }

  /// Counts all points of a sample.
  public mutating func add(_ points: MarkedPoints) {
    for point in 0..<points.count {
      add(points.values(of: point), isOfInterest: points.isOfInterest[point])
    }
  }

  /// What would lie in the region without the limit of this number among ``axes``.
  public func counts(lifting limit: Int) -> RegionCounts {
    var lifted = counts
    lifted.inside += beside[limit].count
    lifted.insideOfInterest += beside[limit].ofInterest
    return lifted
  }

  /// For each limited axis how likely a density at least as high would be by chance if the limit did
  /// nothing: the quasi-p value.
  ///
  /// P(X ≥ h) where X is binomial with n draws at the density of the region without the limit, for h of
  /// interest among n inside. Above 0.05 the limit may well be an accident of the sample.
  /// - Source: Bryant and Lempert, Technological Forecasting and Social Change 77 (2010) 34, section 3.
  public var quasiP: [Double] {
    beside.indices.map { limit in
      let lifted = counts(lifting: limit)
      guard lifted.inside > 0 else { return 1 }
      return BinomialDistribution(trials: counts.inside, probability: lifted.density)
        .upperTail(from: counts.insideOfInterest)
    }
  }
}
