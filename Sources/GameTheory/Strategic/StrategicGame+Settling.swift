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
  /// at most its tolerance keeps it, ties go to the lowest strategy number. Play rests when all keep;
  /// it cycles when a profile comes back with the same player to move.
  ///
  /// - Complexity: O(*revisions* × *players* × *strategies*).
  /// - Source: best-reply dynamics, Fudenberg and Levine, The Theory of Learning in Games (1998), 2.1.
  public func settling(from start: Int, tolerances: [Payoff]) -> SettlingPath<Payoff> {
    var profile = start
    var player = 0
    var kept = 0
    var revisions: [Revision<Payoff>] = []
    /// How many revisions had been made when each state, a profile with the player to move, was met.
    var seen: [Int: Int] = [:]
    while kept < playerCount {
      if let first = seen.updateValue(revisions.count, forKey: profile * playerCount + player) {
        let cycle = revisions[first...].map { $0.from }
        return SettlingPath(revisions: revisions, rest: nil, cycle: cycle)
      }
      let gain = regret(of: player, in: profile)
      if gain > tolerances[player] {
        let best = bestReplies(of: player, to: profile)[0]
        let next = replacing(player, with: best, in: profile)
        revisions.append(Revision(player: player, from: profile, to: next, gain: gain))
        profile = next
        kept = 1
      } else {
        kept += 1
      }
      player = (player + 1) % playerCount
    }
    return SettlingPath(revisions: revisions, rest: profile, cycle: [])
  }

  /// Follows sequential best replies from a profile, with one tolerance for all players.
  public func settling(from start: Int, tolerance: Payoff = .zero) -> SettlingPath<Payoff> {
    settling(from: start, tolerances: [Payoff](repeating: tolerance, count: playerCount))
  }
}
