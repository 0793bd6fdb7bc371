/// A division that makes the greatest complaint least, then the next, and so on, with its proof.
public struct Nucleolus: Sendable, Hashable {
  /// A step: the level to which the complaints still open could be brought.
  public struct Level: Sendable, Hashable {
    /// The greatest excess of the coalitions that the levels before have not settled.
    public let excess: Rational
    /// Coalitions that have this excess at all divisions left, with prices that prove it.
    public let settled: [WeightedCoalition]
    /// Players that get at all divisions left just what they have alone; empty for the prenucleolus.
    public let leastPaid: [Int]
  }

  /// One payoff for each player.
  public let payoffs: [Rational]
  /// The levels, falling.
  public let levels: [Level]
}

// The nucleolus and the prenucleolus, by successive linear programmes.
extension CoalitionalGame {
  /// The nucleolus: of the divisions with which nobody gets less than alone, that with the least complaints.
  ///
  /// Excesses v(S) - x(S) are sorted, the greatest first, and the first in which two divisions differ decides. It
  /// lies in the core, where that is not empty. Each programme finds the least level ε that no unsettled excess
  /// need exceed. Coalitions whose condition has a price have excess ε in all best answers, and they alone are
  /// settled; with them all whose payoff they determine. A coalition that has excess ε in all best answers,
  /// though its price is 0, is found by the next programme, at the same level.
  ///
  /// - Throws: ``CoalitionError/noImputation`` where v(N) < Σ v({i}).
  /// - Complexity: at most *players* - 1 levels, each as ``core()``, and O(*players* × 2^*players*) for what is settled.
  /// - Source: Schmeidler, SIAM Journal on Applied Mathematics 17 (1969) 1163; Maschler, Peleg and Shapley,
  ///   Mathematics of Operations Research 4 (1979) 303; on which coalitions to settle: Benedek, Fliege and Nguyen,
  ///   Mathematical Programming 190 (2021) 135.
  public func nucleolus() throws(CoalitionError) -> Nucleolus {
    let alone = (0..<playerCount).reduce(BigInteger(0)) { $0 + whole[1 << $1] }
    guard alone <= whole[whole.count - 1] else { throw .noImputation }
    return leastComplaints(isIndividuallyRational: true)
  }

  /// The prenucleolus: as ``nucleolus()``, but some may get less than they have alone.
  ///
  /// - Complexity: as ``nucleolus()``.
  public func prenucleolus() -> Nucleolus {
    leastComplaints(isIndividuallyRational: false)
  }

  private func leastComplaints(isIndividuallyRational: Bool) -> Nucleolus {
    var program = ExcessProgram(
      self,
      goal: [Rational](repeating: 0, count: playerCount),
      hasLevel: true,
      isIndividuallyRational: isIndividuallyRational
    )
    var space = IndicatorSpace(playerCount: playerCount)
    _ = space.insert(grandCoalition)
    program.equalities = [(grandCoalition, value(of: grandCoalition))]
    var payoffs = [value(of: grandCoalition)]
    var levels: [Nucleolus.Level] = []
    while space.rank < playerCount {
      program.isLeftOut = space.spanned()
      guard let answer = program.solve() else {
        preconditionFailure("the divisions of the level before are still there")
      }
      payoffs = answer.payoffs
      for part in answer.priced where space.insert(part.coalition) {
        let sum = value(of: part.coalition) - answer.level
        program.equalities.append((part.coalition, sum))
      }
      for player in answer.leastPaid {
        let single = Coalition(members: [player])
        if space.insert(single) { program.equalities.append((single, value(of: single))) }
      }
      levels.append(
        Nucleolus.Level(
          excess: answer.level,
          settled: answer.priced,
          leastPaid: answer.leastPaid
        )
      )
    }
    return Nucleolus(payoffs: payoffs, levels: levels)
  }
}
