/// What a party could do at its turn, judged from its own utilities and from what others showed.
public struct OfferHint: Sendable, Hashable {
  /// What the judgement rests on.
  public enum Basis: Sendable, Hashable {
    /// The best package for the party among those that enough others are expected to accept.
    case expectedToPass
    /// Of no package is that expected; this one balances the own gain with the others' liking.
    case closest
    /// What is on the table is worth at least as much as the best that could be expected.
    case standing
    /// No package is worth the reservation value.
    case noRationalPackage
  }

  /// What it could do.
  public let action: OfferAction
  /// Why.
  public let basis: Basis
  /// Who is expected to accept that package, the party itself among them, one bit each.
  public let expectedSupporters: UInt64
}

extension OfferSession {
  /// A hint for a party, whether or not it is its turn.
  ///
  /// Nil where the talks are over, the party has left or nothing is modelled.
  ///
  /// Another party is expected to accept what seems to be worth at least as much to it
  /// (``OpponentModel``) as the worst that it stood by so far; of one that has not spoken nothing
  /// is expected. Others' utilities and reservation values are not looked at, so a hint gives away
  /// no secret. The model is kept where a seat is played from outside, or chooses by it.
  ///
  /// - Complexity: O(p m i + p r i) for p parties, m packages, r rounds and i issues.
  public func hint(for party: Int) -> OfferHint? {
    guard end == nil, keepsModel, present >> UInt64(party) & 1 != 0 else { return nil }
    guard problem.hasRationalPackage(party) else {
      return OfferHint(action: .walkAway, basis: .noRationalPackage, expectedSupporters: 0)
    }
    let thresholds = (0..<problem.partyCount).map { $0 == party ? nil : leastStood($0) }
    let (package, basis) = suggestion(for: party, thresholds)
    let expected = expectedSupporters(of: package, for: party, thresholds)
    guard let standing, problem.isRational(standing, for: party),
      problem.utility(of: party, standing) >= problem.utility(of: party, package),
      standing != package || supporters >> UInt64(party) & 1 == 0
    else { return OfferHint(action: .offer(package), basis: basis, expectedSupporters: expected) }
    return OfferHint(
      action: .accept,
      basis: .standing,
      expectedSupporters: expectedSupporters(of: standing, for: party, thresholds)
    )
  }

  /// The best package that is expected to pass, or else the one of the largest product of gain and
  /// liking.
  private func suggestion(
    for party: Int,
    _ thresholds: [Double?]
  ) -> (package: Int, basis: OfferHint.Basis) {
    let base = party * problem.packageCount
    var rank = problem.packageCount - 1
    var closest = problem.rankedPackages[base + rank]
    var most = -Double.infinity
    while rank >= problem.firstRational[party] {
      let package = problem.rankedPackages[base + rank]
      if problem.suffices(expectedSupporters(of: package, for: party, thresholds)) {
        return (package, .expectedToPass)
      }
      let product = gainShare(of: package, for: party) * liking(of: package, besides: party)
      if product > most {
        most = product
        closest = package
      }
      rank -= 1
    }
    return (closest, .closest)
  }

  private func gainShare(of package: Int, for party: Int) -> Double {
    let outside = problem.reservations[party]
    let range = problem.best(of: party) - outside
    return range > 0 ? (problem.utility(of: party, package) - outside) / range : 1
  }

  private func liking(of package: Int, besides party: Int) -> Double {
    var sum = 0.0
    for other in 0..<problem.partyCount
    where other != party && present >> UInt64(other) & 1 != 0 {
      sum += model.value(of: package, for: other)
    }
    return sum
  }

  private func expectedSupporters(
    of package: Int,
    for party: Int,
    _ thresholds: [Double?]
  ) -> UInt64 {
    var found = UInt64(1) << UInt64(party)
    for (other, threshold) in thresholds.enumerated() {
      guard let threshold, model.value(of: package, for: other) >= threshold else { continue }
      found |= UInt64(1) << UInt64(other)
    }
    return found
  }

  /// The least that a stand of a party seems to be worth to it; nil for one that left or has none.
  private func leastStood(_ party: Int) -> Double? {
    guard present >> UInt64(party) & 1 != 0, keepsHistory else { return nil }
    var least: Double?
    var last: Int?
    for back in 0..<history.counts[party] {
      guard let package = history.stand(of: party, back: back), package != last else { continue }
      last = package
      let value = model.value(of: package, for: party)
      least = least.map { min($0, value) } ?? value
    }
    return least
  }
}
