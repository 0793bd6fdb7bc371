extension RobustnessStudy {
  /// The measures of a table of payoffs: for each policy its payoff in every scenario.
  public static func measures(
    _ payoffs: [[Double]],
    _ settings: Settings = Settings()
  ) -> [RobustnessMeasures?] {
    var study = RobustnessStudy(policies: payoffs.count, settings)
    repeat {
      for scenario in payoffs.first?.indices ?? 0..<0 { study.add(payoffs.map { $0[scenario] }) }
    } while study.endPass()
    return study.measures
  }

  /// For each policy and scenario how far its payoff is below the best that any policy has there.
  public static func regrets(_ payoffs: [[Double]]) -> [[Double]] {
    let best = (payoffs.first?.indices ?? 0..<0).map { scenario in
      payoffs.reduce(-Double.infinity) { max($0, $1[scenario]) }
    }
    return payoffs.map { row in zip(best, row).map { $0 - $1 } }
  }

  /// For each policy and scenario how far its payoff is below its own in the first scenario.
  public static func regretsFromBaseline(_ payoffs: [[Double]]) -> [[Double]] {
    payoffs.map { row in row.map { (row.first ?? 0) - $0 } }
  }
}
