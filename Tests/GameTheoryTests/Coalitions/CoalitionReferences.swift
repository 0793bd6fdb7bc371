import GameTheory
import TestSupport

/// Slow answers, written from the definitions, and random cases.
enum CoalitionReferences {
  /// All orders of the numbers below a count.
  static func orders(_ count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return orders(count - 1).flatMap { order in
      (0..<count).map { place in
        var longer = order
        longer.insert(count - 1, at: place)
        return longer
      }
    }
  }

  /// What each player adds on average over some orders.
  static func averageAdded(_ game: CoalitionalGame, _ orders: [[Int]]) -> [Rational] {
    var sums = [Rational](repeating: 0, count: game.playerCount)
    for order in orders {
      var before = Coalition()
      for player in order {
        let after = before.union(Coalition(members: [player]))
        sums[player] = sums[player] + (game.value(of: after) - game.value(of: before))
        before = after
      }
    }
    return sums.map { $0 / Rational(orders.count) }
  }

  /// Excesses of all coalitions but the empty and the grand one, the greatest first.
  static func sortedExcesses(_ game: CoalitionalGame, _ payoffs: [Rational]) -> [Rational] {
    game.grandCoalition.subsets.dropFirst().dropLast().map { game.excess(of: $0, at: payoffs) }
      .sorted(by: >)
  }

  /// A division of v(N), of whole or half numbers but for the last player.
  static func division(_ game: CoalitionalGame, _ random: inout SplitMix64) -> [Rational] {
    let total = game.value(of: game.grandCoalition)
    var payoffs = (1..<game.playerCount).map { _ in
      Rational(random.int(in: -4...12)) / 2
    }
    payoffs.append(total - payoffs.reduce(0, +))
    return payoffs
  }

  /// What each has alone, and a random share of the rest in eighths; there is a rest.
  static func imputation(_ game: CoalitionalGame, _ random: inout SplitMix64) -> [Rational] {
    var payoffs = (0..<game.playerCount).map { game.value(of: Coalition(members: [$0])) }
    let rest = game.value(of: game.grandCoalition) - payoffs.reduce(0, +)
    for _ in 0..<8 {
      let player = random.int(in: 0...game.playerCount - 1)
      payoffs[player] = payoffs[player] + rest / 8
    }
    return payoffs
  }

  /// What the Talmud gives: halves of the claims at most, or at least.
  static func talmud(_ estate: Rational, _ claims: [Rational]) -> [Rational] {
    let halves = claims.map { $0 / 2 }
    let half = halves.reduce(0, +)
    if estate <= half { return equalAwards(estate, halves) }
    let losses = equalAwards(half * 2 - estate, halves)
    return zip(claims, losses).map { $0 - $1 }
  }

  /// The same for everybody, but nobody more than a limit of its own.
  private static func equalAwards(_ sum: Rational, _ limits: [Rational]) -> [Rational] {
    var left = sum
    var awards = limits
    let order = limits.indices.sorted { limits[$0] < limits[$1] }
    for (place, player) in order.enumerated() {
      awards[player] = min(limits[player], left / Rational(order.count - place))
      left = left - awards[player]
    }
    return awards
  }
}

extension CoalitionalGame {
  /// A game with small values, for the most part whole.
  static func random(
    players: Int,
    _ random: inout SplitMix64,
    above least: Int = -3
  ) throws -> CoalitionalGame {
    let denominator = random.oneIn(3) ? 3 : 1
    let isSimple = random.oneIn(5)
    return try CoalitionalGame(playerCount: players) { coalition in
      if isSimple { return Rational(random.int(in: 0...1)) }
      let value = random.int(in: least...4 * coalition.count)
      return Rational(value) / Rational(denominator)
    }
  }

  /// A convex game: a sum of games in which all of a coalition must be there, with weights of 0 or more.
  static func randomConvex(players: Int, _ random: inout SplitMix64) throws -> CoalitionalGame {
    let parts = (0..<6).map { _ in
      (Coalition(rawValue: UInt64(random.int(in: 1...(1 << players) - 1))), random.int(in: 0...5))
    }
    return try CoalitionalGame(playerCount: players) { coalition in
      Rational(parts.reduce(0) { $0 + ($1.0.isSubset(of: coalition) ? $1.1 : 0) })
    }
  }
}
