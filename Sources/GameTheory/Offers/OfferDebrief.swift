/// What talks look like afterwards, with all utilities laid open.
public struct OfferDebrief: Sendable, Equatable {
  /// A party's stand at one of its turns.
  public struct Stand: Sendable, Equatable {
    /// The round, from 0.
    public let round: Int
    /// What it offered or accepted.
    public let package: Int
    /// What that is worth to itself.
    public let utility: Double
    /// How much less that is than its stand before; below 0 where it hardened, 0 for the first.
    public let concession: Double
  }

  /// What became of one party.
  public struct Party: Sendable, Equatable {
    /// What it stood by, turn after turn; passing is left out.
    public let stands: [Stand]
    /// From its best package to its last stand, how much it gave up in all, in its utility.
    public let conceded: Double
    /// What it got, by ``OfferResult/payoff(of:in:)``, more than its reservation value.
    public let gain: Double
    /// The most that it could have got on top while nobody lost, time aside; 0 on the frontier.
    public let leftOnTable: Double
  }

  /// One entry per party.
  public let parties: [Party]
  /// The packages on the frontier that dominate the outcome, ascending.
  ///
  /// Without an agreement, those that are worth more than their reservation value to somebody, and
  /// at least as much to everybody.
  public let improvements: [Int]
  /// How far the outcome is from the nearest package of the frontier; 0 on it.
  ///
  /// Each party's range counts as 1, from its reservation value, or its worst package if that is
  /// worth more, to its best. Ranges are not comparable between parties: the number tells near from
  /// far, not who should give.
  public let distance: Double
  /// Whether an agreement was reached on a package of the frontier.
  public let isEfficient: Bool

  /// Looks at talks that have ended and were recorded.
  ///
  /// - Parameters:
  ///   - result: what became of them.
  ///   - problem: what was negotiated.
  ///   - frontier: the problem's, where it is at hand.
  /// - Complexity: O(p (m + t)) for p parties, m packages and t turns, besides the frontier.
  public init(
    _ result: OfferResult,
    of problem: OfferProblem,
    frontier: OfferFrontier? = nil
  ) {
    let frontier = frontier ?? OfferFrontier(problem)
    let outcome = (0..<problem.partyCount).map { party in
      result.agreement.map { problem.utility(of: party, $0) } ?? problem.reservations[party]
    }
    let better = frontier.packages.filter { package in
      let gains = outcome.indices.map { problem.utility(of: $0, package) - outcome[$0] }
      return gains.allSatisfy { $0 >= 0 } && gains.contains { $0 > 0 }
    }
    improvements = better
    isEfficient = result.agreement.map { frontier.packages.contains($0) } ?? false
    distance = OfferDebrief.distance(from: outcome, to: frontier, in: problem)
    parties = (0..<problem.partyCount).map { party in
      let stands = OfferDebrief.stands(of: party, result, problem)
      let left = better.map { problem.utility(of: party, $0) - outcome[party] }.max() ?? 0
      return Party(
        stands: stands,
        conceded: stands.last.map { problem.best(of: party) - $0.utility } ?? 0,
        gain: result.payoff(of: party, in: problem) - problem.reservations[party],
        leftOnTable: left
      )
    }
  }

  private static func stands(
    of party: Int,
    _ result: OfferResult,
    _ problem: OfferProblem
  ) -> [Stand] {
    var found: [Stand] = []
    for event in result.trace where event.speaker == party {
      guard let package = event.package, event.action == .accept || event.action == .offer(package)
      else { continue }
      let utility = problem.utility(of: party, package)
      let concession = found.last.map { $0.utility - utility } ?? 0
      found.append(
        Stand(round: event.round, package: package, utility: utility, concession: concession)
      )
    }
    return found
  }

  private static func distance(
    from outcome: [Double],
    to frontier: OfferFrontier,
    in problem: OfferProblem
  ) -> Double {
    var least = Double.infinity
    for package in frontier.packages {
      var sum = 0.0
      for party in outcome.indices {
        let best = problem.best(of: party)
        let range = best - max(problem.worst(of: party), min(best, problem.reservations[party]))
        guard range > 0 else { continue }
        let share = (problem.utility(of: party, package) - outcome[party]) / range
        sum += share * share
      }
      least = min(least, sum)
    }
    return least.squareRoot()
  }
}
