public import GameTheory

/// Who has what say under a voting rule.
public struct VotingPower: Sendable {
  /// How many minimal winning coalitions are listed at most.
  public static let mostCoalitions = 10_000

  /// The rule.
  public let plan: VotingPlan
  /// The Shapley-Shubik index, one share for each voter.
  public let shapley: [Rational]
  /// In how many winning coalitions each voter is without whom they lose.
  public let swings: [BigInteger]
  /// The absolute Banzhaf index: the chance to swing a vote in which all others toss coins.
  public let banzhaf: [Rational]
  /// The normalised Banzhaf index.
  public let banzhafShares: [Rational]
  /// The Deegan-Packel index; nil where there are too many voters to count.
  public let deeganPackel: [Rational]?
  /// The Owen index; nil where no structure was given, or there are more than 20 voters.
  public let owen: [Rational]?
  /// How many coalitions win.
  public let winningCount: BigInteger
  /// The winning coalitions that lose by the leaving of each member, each its voters; nil where there are too many.
  public let minimal: [[Int]]?
  /// The voters without whom nobody wins.
  public let blockers: [Int]
  /// The voters who make no difference.
  public let powerless: [Int]
  /// The voter that decides alone.
  public let dictator: Int?
  /// Whether of two separate coalitions at most one wins; nil where that is not known.
  public let isProper: Bool?

  /// Counts.
  ///
  /// - Parameters:
  ///   - plan: the rule.
  ///   - structure: groups of voters formed beforehand, which hold every voter once; empty for none.
  /// - Throws: ``CoalitionError/tableTooLarge(limit:)`` and ``CoalitionError/notAPartition``.
  public init(_ plan: VotingPlan, structure: [[Int]] = []) throws(CoalitionError) {
    let vote = plan.vote
    self.plan = plan
    shapley = try vote.shapleyShubikIndex()
    let swings = try vote.banzhafSwings()
    self.swings = swings
    let total = swings.reduce(0, +)
    banzhafShares = swings.map { Rational($0, total) }
    let others = BigInteger(2).power(plan.voters.count - 1)
    banzhaf = swings.map { Rational($0, others) }
    deeganPackel = try? vote.deeganPackelIndex()
    winningCount = try vote.winningCount()
    minimal = vote.minimalWinningCoalitions(limit: VotingPower.mostCoalitions)
    blockers = vote.blockers
    powerless = swings.indices.filter { swings[$0] == 0 }
    dictator = vote.dictator
    isProper = vote.isProper
    owen =
      structure.isEmpty || plan.voters.count > CoalitionalGame.mostPlayers
      ? nil : try vote.game().owenValue(structure.map { Coalition(members: $0) })
  }

  /// The chance that a motion passes where all toss coins: Coleman's power of the whole to act.
  public var chance: Rational {
    Rational(winningCount, BigInteger(2).power(plan.voters.count))
  }
}
