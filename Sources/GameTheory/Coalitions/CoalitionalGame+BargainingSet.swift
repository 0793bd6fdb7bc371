/// A player's threat to another: a coalition without the other that can pay all its members more.
public struct Objection: Sendable, Hashable {
  /// Who objects.
  public let player: Int
  /// Against whom.
  public let target: Int
  /// With whom, the objecting player included.
  public let coalition: Coalition
  /// What the members would get, ascending; each more than now, and the coalition's value in sum.
  public let payoffs: [Rational]

  /// Creates an objection.
  public init(player: Int, target: Int, coalition: Coalition, payoffs: [Rational]) {
    self.player = player
    self.target = target
    self.coalition = coalition
    self.payoffs = payoffs
  }
}

/// Whether payoffs are in a game's bargaining set.
public enum BargainingVerdict: Sendable, Hashable {
  /// Every objection has a counter-objection.
  case isMember
  /// They do not add up to v(N), or somebody gets less than alone.
  case notImputation
  /// An objection has no counter-objection.
  case objection(Objection)
}

// The bargaining set, by linear programmes.
extension CoalitionalGame {
  /// Tells whether payoffs are in the bargaining set of Aumann and Maschler (M1 of individuals), for all players together.
  ///
  /// An objection of i against j is a coalition S with i and without j, and payoffs y with y(S) = v(S) that
  /// give each member more than x. A counter-objection is a coalition T with j and without i whose value
  /// pays y to its members in S and x to the others. Payoffs are in the set where every objection has one. The core and
  /// the nucleolus lie in it.
  ///
  /// The objection found first is told: by player, target and the coalition's number, with the payoffs that leave
  /// every counter-objection short by as much as can be.
  ///
  /// - Parameter payoffs: one for each player.
  /// - Returns: the verdict, with the first objection that nobody can counter.
  /// - Complexity: up to *players*² × 2^(*players* - 2) linear programmes with 2^(*players* - 2) variables at
  ///   worst: for up to some 8 players.
  /// - Source: Aumann and Maschler, Advances in Game Theory (1964) 443; Davis and Maschler, Essays in Mathematical
  ///   Economics in Honor of Oskar Morgenstern (1967) 39.
  public func bargainingVerdict(of payoffs: [Rational]) -> BargainingVerdict {
    guard isDivision(payoffs),
      (0..<playerCount).allSatisfy({ payoffs[$0] >= value(of: Coalition(members: [$0])) })
    else { return .notImputation }
    let excesses = whole.indices.map { excess(of: Coalition(index: $0), at: payoffs) }
    for player in 0..<playerCount {
      for target in 0..<playerCount where target != player {
        let own = Coalition(members: [player])
        let others = grandCoalition.subtracting(Coalition(members: [player, target]))
        for companions in others.subsets {
          let coalition = companions.union(own)
          guard excesses[coalition.index] > 0,
            let gains = unanswered(player, target, coalition, excesses)
          else { continue }
          return .objection(
            Objection(
              player: player,
              target: target,
              coalition: coalition,
              payoffs: zip(coalition.members, gains).map { payoffs[$0] + $1 }
            )
          )
        }
      }
    }
    return .isMember
  }

  /// What the members of an objecting coalition would gain each, so that no counter-objection is possible.
  ///
  /// Gains u > 0 with u(S) = e(S) are sought for which u(A) > e(T) for all T with the target and without the player,
  /// where A is what T has in common with S. The programme is the dual of making the least margin greatest.
  private func unanswered(
    _ player: Int,
    _ target: Int,
    _ coalition: Coalition,
    _ excesses: [Rational]
  ) -> [Rational]? {
    let members = coalition.members
    let outside = grandCoalition.subtracting(coalition)
      .subtracting(Coalition(members: [target])).subsets
    let target = Coalition(members: [target])
    var program = LinearProgram<Rational>(.minimise)
    var rows = [[(variable: Int, coefficient: Rational)]](repeating: [], count: members.count + 1)
    func add(_ common: Coalition, _ least: Rational) {
      let variable = program.addVariable(cost: -least)
      rows[members.count].append((variable, 1))
      for (row, member) in members.enumerated() where common.includes(member) {
        rows[row].append((variable, -1))
      }
    }
    for common in coalition.subtracting(Coalition(members: [player])).subsets {
      let answers = outside.map { excesses[$0.union(target).union(common).index] }
      guard let loudest = answers.max() else { continue }
      if !common.isEmpty {
        add(common, loudest)
      } else if loudest >= 0 {
        // The target answers with others who need not be paid more.
        return nil
      }
    }
    for member in members { add(Coalition(members: [member]), 0) }
    let sum = program.addVariable(cost: excesses[coalition.index], within: .free)
    for row in members.indices { program.addRow(rows[row] + [(sum, 1)], .equal, 0) }
    program.addRow(rows[members.count], .equal, 1)
    guard case .optimal(let solution) = program.solve(), solution.objective > 0 else { return nil }
    return Array(solution.duals.prefix(members.count))
  }
}
