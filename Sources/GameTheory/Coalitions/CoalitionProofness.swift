/// For each coalition and profile whether the members would keep to it, the others' strategies being fixed.
///
/// Found by ``StrategicCoalitions/coalitionProofness(tolerance:)``.
public struct CoalitionProofness: Sendable {
  /// How many players there are.
  public let playerCount: Int
  /// For each coalition, by its number, and each profile whether it is coalition-proof among the members.
  var isProof: [[Bool]]

  init(playerCount: Int, profileCount: Int) {
    self.playerCount = playerCount
    isProof = [[Bool]](
      repeating: [Bool](repeating: true, count: profileCount),
      count: 1 << playerCount
    )
  }

  /// Whether no smaller group of the members would leave a profile for something that it would keep to.
  ///
  /// A single player would keep to whatever it plays, since it has no smaller groups.
  ///
  /// - Complexity: O(*members*).
  public func isSelfEnforcing(_ profile: Int, for coalition: Coalition) -> Bool {
    // What the smaller groups play is coalition-proof if that of the largest of these is.
    coalition.members.allSatisfy {
      isProof[coalition.subtracting(Coalition(members: [$0])).index][profile]
    }
  }

  /// Whether a profile is coalition-proof among the members: self-enforcing, and no self-enforcing profile pays all
  /// of them more.
  public func isProof(_ profile: Int, for coalition: Coalition) -> Bool {
    isProof[coalition.index][profile]
  }

  /// The smallest coalition that would leave a profile for something that it would keep to; nil where the profile is
  /// a coalition-proof equilibrium.
  ///
  /// Of coalitions of the same size the first by number is told.
  ///
  /// - Complexity: O(2^*players* × *players*).
  public func upsetter(of profile: Int) -> Coalition? {
    var found: Coalition?
    for index in 1..<isProof.count where !isProof[index][profile] {
      let coalition = Coalition(index: index)
      guard isSelfEnforcing(profile, for: coalition) else { continue }
      if found.map({ coalition.count < $0.count }) ?? true { found = coalition }
    }
    return found
  }

  /// All coalition-proof equilibria, ascending.
  public var equilibria: [Int] {
    let last = isProof[isProof.count - 1]
    return last.indices.filter { last[$0] }
  }
}
