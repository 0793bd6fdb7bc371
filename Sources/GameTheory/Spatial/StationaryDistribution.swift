/// The distribution that a Markov chain keeps to in the long run.
enum StationaryDistribution {
  /// The distribution for which as much flows into each state as out of it.
  ///
  /// States are eliminated one after the other, without any subtraction, so that small probabilities are
  /// as precise as large ones.
  ///
  /// - Parameter rates: how fast the row's state takes the place of the column's, above 0 off the
  ///   diagonal, which is not read.
  /// - Returns: the probabilities, which add to 1 up to rounding.
  /// - Complexity: O(n^3) for n states.
  /// - Source: Grassmann, Taksar and Heyman, Regenerative analysis and steady state distributions for
  ///   Markov chains, Operations Research 33 (1985).
  static func solve(rates: SquareTable) -> [Double] {
    var flow = rates
    let count = rates.count
    for state in stride(from: count - 1, to: 0, by: -1) {
      var out = 0.0
      for target in 0..<state { out += flow[target, state] }
      for source in 0..<state {
        let share = flow[state, source] / out
        flow[state, source] = share
        for target in 0..<state where target != source {
          flow[target, source] += share * flow[target, state]
        }
      }
    }
    var weights = [Double](repeating: 1, count: count)
    var total = 1.0
    for state in 1..<max(1, count) {
      var sum = 0.0
      for source in 0..<state { sum += weights[source] * flow[state, source] }
      weights[state] = sum
      total += sum
    }
    return weights.map { $0 / total }
  }
}
