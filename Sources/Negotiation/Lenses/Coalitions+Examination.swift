public import GameTheory

extension Coalitions {
  /// A joint deviation that pays every member.
  public struct Deviation: Sendable {
    /// The coalition.
    public let coalition: Coalition
    /// The outcome that it leads to.
    public let outcome: Int
    /// The members who change something; the others gain without moving.
    public let movers: Coalition
    /// What each player of the scenario gains by it; below 0 for those who lose.
    public let changes: [Rational]

    /// The players, not in the coalition, who lose by it.
    public var losers: [Int] {
      changes.indices.filter { changes[$0] < 0 }
    }
  }

  /// What a coalition can do about an outcome.
  public struct Prospect: Sendable {
    /// The best deviation of the coalition: that whose least gain is greatest in shares of the players' ranges.
    public let best: Deviation
    /// How many joint deviations pay every member.
    public let count: Int
    /// The best that no smaller group of the members would leave for something that it would keep to; nil where
    /// there is none, or where that is not known.
    public let lasting: Deviation?
    /// Where there is none, what some of the members would do next after the best.
    public let next: Deviation?

    /// The coalition.
    public var coalition: Coalition { best.coalition }
  }

  /// A joint strategy with which a coalition is better off than in an outcome, whatever the others do.
  public struct Guarantee: Sendable {
    /// The coalition.
    public let coalition: Coalition
    /// An outcome in which the members play it, the others doing as in the outcome examined.
    public let outcome: Int
    /// What each member gains at least, ascending by player.
    public let gains: [Rational]
  }

  /// What coalitions can do about one outcome.
  public struct Examination: Sendable {
    /// The outcome.
    public let outcome: Int
    /// The payoff of each player in it.
    public let payoffs: [Rational]
    /// Players who would leave it alone, each with its best deviation; empty at an equilibrium.
    public let temptations: [Deviation]
    /// What coalitions of two and more can do, those with the fewest members first, then by their numbers.
    public let prospects: [Prospect]
    /// The smallest coalition that would leave for something that it would keep to, with what that is; nil at a
    /// coalition-proof equilibrium, and where that is not known.
    public let upset: Deviation?
    /// The coalitions that alpha-block it, the smallest first; nil where that is not known.
    public let blocking: [Guarantee]?
    /// The coalitions that beta-block it and do not alpha-block it, the smallest first; nil where that is not known.
    public let blockingInReply: [Coalition]?

    /// Whether all coalitions were considered.
    public let isWhole: Bool

    /// Whether no player gains by leaving alone.
    public var isEquilibrium: Bool { temptations.isEmpty }
    /// Whether no coalition gains by leaving; nil where none does that was considered, and not all were.
    public var isStrong: Bool? {
      guard isEquilibrium, prospects.isEmpty else { return false }
      return isWhole ? true : nil
    }

    /// What takes two or more, and no smaller coalition of two or more among them could do something: those of
    /// which all members have to move.
    public var smallest: [Prospect] {
      Coalitions.smallest(prospects.filter { $0.best.movers == $0.coalition }) { $0.coalition }
    }

    /// The prospects without those in which some members only look on, while the others do the same alone.
    public var active: [Prospect] {
      var outcomes: [Coalition: Int] = [:]
      for deviation in prospects.map({ $0.best }) + temptations {
        outcomes[deviation.coalition] = deviation.outcome
      }
      return prospects.filter { prospect in
        prospect.best.movers == prospect.coalition
          || outcomes[prospect.best.movers] != prospect.best.outcome
      }
    }

    /// The coalitions that alpha-block it and have no smaller ones among them that do; nil where that is not known.
    public var smallestBlocking: [Guarantee]? {
      blocking.map { Coalitions.smallest($0) { $0.coalition } }
    }
  }

  /// Of a list that has small coalitions first what has no smaller coalition of the list among its members.
  private static func smallest<Part>(_ parts: [Part], _ coalition: (Part) -> Coalition) -> [Part] {
    var smallest: [Part] = []
    for part in parts
    where !smallest.contains(where: { coalition($0).isSubset(of: coalition(part)) }) {
      smallest.append(part)
    }
    return smallest
  }

  /// Answers for one outcome after the other.
  struct Examiner {
    let exact: ExactGame
    let game: StrategicCoalitions
    let proofness: CoalitionProofness?
    let effectivity: CoalitionEffectivity?
    let considered: [Coalition]
    let tolerance: Rational

    func examination(of outcome: Int) -> Examination {
      let profile = exact.profile(of: outcome)
      let singles = (0..<game.game.playerCount).map { Coalition(members: [$0]) }
      let ordered = considered.sorted { $0.precedes($1) }
      let blocking = effectivity.map { effectivity in
        (singles + ordered).compactMap { self.guarantee($0, outcome, profile, effectivity) }
      }
      return Examination(
        outcome: outcome,
        payoffs: singles.indices.map { exact.payoff(of: $0, in: profile) },
        temptations: singles.compactMap { best(of: $0, from: profile) },
        prospects: ordered.compactMap { prospect(of: $0, from: profile) },
        upset: upset(at: profile),
        blocking: blocking,
        blockingInReply: effectivity.map { effectivity in
          (singles + ordered).filter { coalition in
            !(blocking?.contains { $0.coalition == coalition } ?? false)
              && effectivity.isBetaBlocked(profile, by: coalition, tolerance: tolerance)
          }
        },
        isWhole: considered.count == game.grandCoalition.subsets.count - singles.count - 1
      )
    }

    private func best(of coalition: Coalition, from profile: Int) -> Deviation? {
      game.deviations(of: coalition, from: profile, tolerance: tolerance).first.map {
        deviation($0, from: profile)
      }
    }

    private func prospect(of coalition: Coalition, from profile: Int) -> Prospect? {
      let found = game.deviations(of: coalition, from: profile, tolerance: tolerance)
      guard let best = found.first else { return nil }
      let lasting = proofness.flatMap { proofness in
        found.first { proofness.isSelfEnforcing($0.profile, for: coalition) }
      }
      return Prospect(
        best: deviation(best, from: profile),
        count: found.count,
        lasting: lasting.map { deviation($0, from: profile) },
        next: lasting == nil ? next(after: best) : nil
      )
    }

    /// What a smaller group of the members would do after a deviation: the smallest, and of those alike the first.
    private func next(after deviation: CoalitionDeviation) -> Deviation? {
      guard let proofness else { return nil }
      let parts = deviation.coalition.subsets.dropFirst().dropLast().sorted { $0.precedes($1) }
      for part in parts {
        let next = game.lastingDeviation(
          of: part,
          from: deviation.profile,
          proofness,
          tolerance: tolerance
        )
        if let next { return self.deviation(next, from: deviation.profile) }
      }
      return nil
    }

    private func upset(at profile: Int) -> Deviation? {
      guard let proofness, let coalition = proofness.upsetter(of: profile) else { return nil }
      return game.lastingDeviation(
        of: coalition,
        from: profile,
        proofness,
        tolerance: tolerance
      ).map { deviation($0, from: profile) }
    }

    private func deviation(_ found: CoalitionDeviation, from profile: Int) -> Deviation {
      Deviation(
        coalition: found.coalition,
        outcome: exact.outcome(of: found.profile),
        movers: found.movers,
        changes: (0..<game.game.playerCount).map {
          exact.payoff(of: $0, in: found.profile) - exact.payoff(of: $0, in: profile)
        }
      )
    }

    private func guarantee(
      _ coalition: Coalition,
      _ outcome: Int,
      _ profile: Int,
      _ effectivity: CoalitionEffectivity
    ) -> Guarantee? {
      effectivity.alphaBlock(of: coalition, at: profile, tolerance: tolerance).map { found in
        let joint = coalition.members.reduce(profile) { joint, player in
          game.game.replacing(
            player,
            with: game.game.strategy(of: player, in: found.profile),
            in: joint
          )
        }
        return Guarantee(
          coalition: coalition,
          outcome: exact.outcome(of: joint),
          gains: zip(coalition.members, found.payoffs).map { player, payoff in
            payoff - exact.payoff(of: player, in: profile)
          }
        )
      }
    }
  }
}
