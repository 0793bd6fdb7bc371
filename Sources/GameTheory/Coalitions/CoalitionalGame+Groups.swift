// Values with a coalition structure: players come in groups that are formed beforehand.
extension CoalitionalGame {
  /// The Owen value: the Shapley value where members of a group come one after the other.
  ///
  /// Groups come in random order, and the members of each in random order. What a group gets is its Shapley
  /// value in the game between groups. With one group, or groups of one, it is the Shapley value.
  ///
  /// - Parameter groups: coalitions that hold every player once.
  /// - Returns: one payoff for each player, v(N) in sum.
  /// - Throws: ``CoalitionError/notAPartition``.
  /// - Complexity: O(Σ over players of 2^(*groups* + *size of its group*)).
  /// - Source: Owen, Values of games with a priori unions, in Henn and Moeschlin (editors), Mathematical Economics
  ///   and Game Theory (1977) 76.
  public func owenValue(_ groups: [Coalition]) throws(CoalitionError) -> [Rational] {
    try groupValue(groups, CoalitionalGame.orderWeights)
  }

  /// The Banzhaf-Owen value: the Banzhaf value where all other groups join whole, or not at all.
  ///
  /// - Parameter groups: coalitions that hold every player once.
  /// - Returns: one value for each player; the sum means nothing.
  /// - Throws: ``CoalitionError/notAPartition``.
  /// - Complexity: O(Σ over players of 2^(*groups* + *size of its group*)).
  /// - Source: Owen, Modification of the Banzhaf-Coleman index for games with a priori unions, in Holler (editor),
  ///   Power, Voting and Voting Power (1982) 232.
  public func banzhafOwenValue(_ groups: [Coalition]) throws(CoalitionError) -> [Rational] {
    try groupValue(groups) { count in
      [Rational](repeating: 1 / Rational(1 << (count - 1)), count: count)
    }
  }

  private func groupValue(
    _ groups: [Coalition],
    _ weights: (Int) -> [Rational]
  ) throws(CoalitionError) -> [Rational] {
    let union = groups.reduce(Coalition()) { $0.union($1) }
    let count = groups.reduce(0) { $0 + $1.count }
    guard union == grandCoalition, count == playerCount, !groups.contains([]) else {
      throw .notAPartition
    }
    let outer = weights(groups.count)
    var values = [Rational](repeating: 0, count: playerCount)
    for (place, group) in groups.enumerated() {
      let inner = weights(group.count)
      let others = Coalition.all(of: groups.count).subtracting(Coalition(members: [place]))
      for chosen in others.subsets {
        let joined = chosen.members.reduce(Coalition()) { $0.union(groups[$1]) }
        for player in group.members {
          let added = sums(player, in: group, after: joined)
          for size in added.indices where added[size] != 0 {
            let weight = outer[chosen.count] * inner[size]
            values[player] = values[player] + weight * Rational(added[size], scale)
          }
        }
      }
    }
    return values
  }

  /// What a player adds, scaled, summed by how many of its group are there before it.
  private func sums(
    _ player: Int,
    in group: Coalition,
    after joined: Coalition
  ) -> [BigInteger] {
    var added = [BigInteger](repeating: 0, count: group.count)
    let own = Coalition(members: [player])
    for part in group.subtracting(own).subsets {
      let before = joined.union(part)
      let gain = whole[before.union(own).index] - whole[before.index]
      added[part.count] = added[part.count] + gain
    }
    return added
  }
}
