/// Whose consent makes a package an agreement.
public enum AgreementRule: Sendable, Equatable {
  /// Everybody's.
  case unanimity
  /// That of at least so many parties, the proposer among them.
  case count(Int)
  /// That of parties whose weights reach a quota, the proposer's among them.
  case weighted(weights: [Int], quota: Int)

  /// The weight of each party and the quota; nil where the rule cannot be met or has a weight below
  /// 0.
  func resolved(parties: Int) -> (weights: [Int], quota: Int)? {
    let (weights, quota): ([Int], Int) =
      switch self {
      case .unanimity: ([Int](repeating: 1, count: parties), parties)
      case .count(let count): ([Int](repeating: 1, count: parties), count)
      case .weighted(let weights, let quota): (weights, quota)
      }
    guard weights.count == parties, quota > 0, weights.allSatisfy({ $0 >= 0 }) else { return nil }
    var total = 0
    for weight in weights {
      let (sum, overflows) = total.addingReportingOverflow(weight)
      if overflows { return nil }
      total = sum
    }
    return total >= quota ? (weights, quota) : nil
  }
}
