/// What a decision maker prefers among states, and how much better one must be to count as better.
public struct ConflictPreference: Sendable {
  /// The rank of each state: 0 is worst, and no rank is left out.
  let ranks: [Int32]
  /// For each state the highest rank that is no better than it.
  let ceilings: [Int32]

  /// Creates a preference from ranks, of which only the order counts, higher being better.
  public init(ranks: [Int]) {
    let dense = ConflictGraph.ranks(of: ranks).map { Int32($0) }
    self.ranks = dense
    ceilings = dense
  }

  /// Creates a preference from payoffs: a state is better than another if it pays more by more than a tolerance.
  ///
  /// With a tolerance being no better is not transitive (these are Luce's semiorders); the concepts ask for no more
  /// than a comparison with the state left.
  ///
  /// - Complexity: O(*n* log *n*).
  public init<Payoff: Comparable & AdditiveArithmetic>(payoffs: [Payoff], tolerance: Payoff = .zero)
  {
    let ranks = ConflictGraph.ranks(of: payoffs)
    self.ranks = ranks.map { Int32($0) }
    guard tolerance > .zero, let top = ranks.max() else {
      ceilings = self.ranks
      return
    }
    var values = [Payoff](repeating: .zero, count: top + 1)
    for (state, rank) in ranks.enumerated() { values[rank] = payoffs[state] }
    var highest = 0
    let ceilings = values.indices.map { rank in
      while highest < top, values[highest + 1] <= values[rank] + tolerance { highest += 1 }
      return Int32(max(highest, rank))
    }
    self.ceilings = ranks.map { ceilings[$0] }
  }
}
