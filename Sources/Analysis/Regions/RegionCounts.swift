/// How well a region catches what is of interest.
public struct RegionCounts: Sendable, Equatable {
  /// How many points lie in it.
  public var inside: Int
  /// How many of these are of interest.
  public var insideOfInterest: Int
  /// How many points there are.
  public var total: Int
  /// How many of them are of interest.
  public var totalOfInterest: Int

  /// Creates counts.
  public init(inside: Int, insideOfInterest: Int, total: Int, totalOfInterest: Int) {
    self.inside = inside
    self.insideOfInterest = insideOfInterest
    self.total = total
    self.totalOfInterest = totalOfInterest
  }

  /// The share of what is of interest that lies in the region, in 0...1; 0 where nothing is.
  public var coverage: Double { RegionCounts.share(insideOfInterest, totalOfInterest) }
  /// The share of the region's points that is of interest, in 0...1; 0 where it is empty.
  public var density: Double { RegionCounts.share(insideOfInterest, inside) }
  /// The share of all points that lie in the region, in 0...1.
  public var mass: Double { RegionCounts.share(inside, total) }
  /// The harmonic mean of coverage and density.
  ///
  /// 2 h / (H + n) for h of interest among n inside and H of interest in all.
  public var balance: Double { RegionCounts.share(2 * insideOfInterest, totalOfInterest + inside) }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
