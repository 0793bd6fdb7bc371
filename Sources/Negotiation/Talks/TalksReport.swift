public import GameTheory

/// What became of talks, set beside what theory recommends.
public struct TalksReport: Sendable {
  /// How far talks ended from what a bargaining solution recommends.
  public struct Comparison: Sendable {
    /// The solution.
    public let solution: Bargain.Solution
    /// The nearest of the packages that it recommends.
    public let package: Int
    /// How far that is, each player's range counting as 1; 0 where talks ended there.
    public let distance: Double
  }

  /// The talks.
  public let talks: Talks
  /// Who played each seat; nil for a person.
  public let negotiators: [NegotiatorWord?]
  /// How they went.
  public let result: OfferResult
  /// What they look like with all payoffs laid open.
  public let debrief: OfferDebrief
  /// For each bargaining solution, how far away it is; empty where it recommends nothing.
  public let comparisons: [Comparison]

  /// Looks at talks that have ended and were recorded.
  ///
  /// - Complexity: O(*players* × *packages* × *frontier*).
  public init(_ talks: Talks, _ negotiators: [NegotiatorWord?], _ result: OfferResult) {
    self.talks = talks
    self.negotiators = negotiators
    self.result = result
    let frontier = OfferFrontier(talks.problem)
    debrief = OfferDebrief(result, of: talks.problem, frontier: frontier)
    let ended = (0..<talks.problem.partyCount).map { player in
      result.agreement.map { talks.problem.utility(of: player, $0) }
        ?? talks.problem.reservations[player]
    }
    comparisons = (talks.bargain?.recommendations ?? []).compactMap { recommendation in
      recommendation.outcomes.map { talks.package(of: $0) }.map { package in
        Comparison(
          solution: recommendation.solution,
          package: package,
          distance: talks.problem.distance(from: ended, to: package)
        )
      }.min { ($0.distance, $0.package) < ($1.distance, $1.package) }
    }
  }

  /// What a player gains over its reservation value, time aside; 0 without an agreement.
  public func gain(of player: Int) -> Rational {
    result.agreement.map { talks.gain(of: player, $0) } ?? 0
  }
}

extension OfferProblem {
  /// How far what parties have is from a package, each party's range counting as 1.
  ///
  /// A range goes from the reservation value, or the worst package if that is worth more, to the best.
  fileprivate func distance(from utilities: [Double], to package: Int) -> Double {
    var sum = 0.0
    for party in 0..<partyCount {
      let best = best(of: party)
      let range = best - max(worst(of: party), min(best, reservations[party]))
      guard range > 0 else { continue }
      let share = (utility(of: party, package) - utilities[party]) / range
      sum += share * share
    }
    return sum.squareRoot()
  }
}
