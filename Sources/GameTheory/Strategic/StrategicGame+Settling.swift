/// A revision: a player's change to a best reply.
public struct Revision<Payoff: Comparable & AdditiveArithmetic & Sendable>: Sendable {
  /// Who revises.
  public let player: Int
  /// The profile before.
  public let from: Int
  /// The profile after.
  public let to: Int
  /// What the player gains.
  public let gain: Payoff
}

/// Where sequential best replies lead.
public struct SettlingPath<Payoff: Comparable & AdditiveArithmetic & Sendable>: Sendable {
  /// The revisions in order.
  public let revisions: [Revision<Payoff>]
  /// The resting profile; nil for a cycle.
  public let rest: Int?
  /// The profiles of the cycle in order; empty at rest.
  public let cycle: [Int]
}

extension StrategicGame {
  /// Follows sequential best replies from a profile.
  ///
  /// Players in order revise in turn to a best reply; a player whose strategy falls short of the best by
  /// at most the tolerance keeps it, ties go to the lowest strategy number. Play rests when all keep;
  /// it cycles when a profile comes back with the same player to move.
  ///
  /// - Complexity: O(*revisions* × *players* × *strategies*).
  /// - Source: best-reply dynamics, Fudenberg and Levine, The Theory of Learning in Games (1998), 2.1.
  public func settling(from start: Int, tolerance: Payoff = .zero) -> SettlingPath<Payoff> {
    var profile = start
    var player = 0
    var kept = 0
    var revisions: [Revision<Payoff>] = []
    var seen: [Int: Int] = [start * playerCount: 0]
    while kept < playerCount {
      let best = bestPayoff(of: player, against: profile)
      let gain = best - payoff(of: player, in: profile)
      let mover = player
      player = (player + 1) % playerCount
      guard gain > tolerance else {
        kept += 1
        continue
      }
      let next = bestReplies(of: mover, to: profile)[0]
      let after = replacing(mover, with: next, in: profile)
      revisions.append(Revision(player: mover, from: profile, to: after, gain: gain))
      profile = after
      kept = 1
      if let first = seen[profile * playerCount + player] {
        let cycle = revisions[first...].map { $0.to }
        return SettlingPath(
          revisions: revisions,
          rest: nil,
          cycle: [cycle[cycle.count - 1]] + cycle.dropLast()
        )
      }
      seen[profile * playerCount + player] = revisions.count
    }
    return SettlingPath(revisions: revisions, rest: profile, cycle: [])
  }
}
