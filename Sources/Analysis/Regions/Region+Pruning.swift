extension Region {
  /// The region without limits that may well be accidents, or that help nothing.
  ///
  /// A limit is lifted where its quasi-p value is above `level`, or where the balance of coverage and
  /// density is no worse without it; of several the one whose loss leaves the best balance goes first, and
  /// of equals the earlier axis. That is repeated until every limit that is left does its part.
  ///
  /// - Parameters:
  ///   - points: what the limits are judged by.
  ///   - level: the quasi-p value up to which a limit stays, in 0...1.
  /// - Returns: a region that contains this one.
  /// - Complexity: O(*k* *d n*) for *k* limits lifted among *n* points on *d* axes.
  /// - Source: Bryant and Lempert (2010), section 3, who leave the choice to the analyst.
  public func pruned(by points: MarkedPoints, level: Double = 0.05) -> Region {
    var region = self
    while true {
      var tally = RegionTally(region)
      tally.add(points)
      let balance = tally.counts.balance
      var best: (axis: Int, balance: Double)?
      for (index, axis) in tally.axes.enumerated() {
        let lifted = tally.counts(lifting: index).balance
        guard tally.quasiP[index] > level || lifted >= balance else { continue }
        if let best, lifted <= best.balance { continue }
        best = (axis, lifted)
      }
      guard let best else { return region }
      region = region.lifting(best.axis)
    }
  }
}
