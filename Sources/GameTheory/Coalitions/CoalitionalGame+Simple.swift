// Voting games: values 0 and 1.
extension CoalitionalGame {
  /// The winning coalitions that lose by the leaving of each member, ascending as numbers.
  ///
  /// - Throws: ``CoalitionError/notSimple``.
  /// - Complexity: O(*players* × 2^*players*).
  public func minimalWinningCoalitions() throws(CoalitionError) -> [Coalition] {
    guard isSimple else { throw .notSimple }
    return whole.indices.filter { index in
      whole[index] == 1
        && (0..<playerCount).allSatisfy { player in
          index >> player & 1 == 0 || whole[index ^ 1 << player] == 0
        }
    }.map { Coalition(index: $0) }
  }

  /// The Deegan-Packel index: minimal winning coalitions are equally likely, and divide evenly.
  ///
  /// - Returns: one share for each player, 1 in sum.
  /// - Throws: ``CoalitionError/notSimple``.
  /// - Source: Deegan and Packel, International Journal of Game Theory 7 (1978) 113.
  public func deeganPackelIndex() throws(CoalitionError) -> [Rational] {
    let minimal = try minimalWinningCoalitions()
    var shares = [Rational](repeating: 0, count: playerCount)
    for coalition in minimal {
      let share = 1 / Rational(coalition.count * minimal.count)
      for player in coalition.members { shares[player] = shares[player] + share }
    }
    return shares
  }

  /// The public good index: how often each player is in a minimal winning coalition, as a share.
  ///
  /// - Returns: one share for each player, 1 in sum.
  /// - Throws: ``CoalitionError/notSimple``.
  /// - Source: Holler, Political Studies 30 (1982) 262.
  public func publicGoodIndex() throws(CoalitionError) -> [Rational] {
    let minimal = try minimalWinningCoalitions()
    let total = minimal.reduce(0) { $0 + $1.count }
    return (0..<playerCount).map { player in
      Rational(minimal.count { $0.includes(player) }) / Rational(total)
    }
  }
}
