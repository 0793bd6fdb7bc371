extension BlockEvaluator {
  /// The payoff of a player in an outcome at a point, summed from the unfolded game in file order.
  public mutating func payoff(of player: Int, in outcome: Int, at point: Int) -> Double {
    var found = 0.0
    let players = player..<player + 1
    payoffs.forEach(of: players, in: outcome, at: 1 << UInt64(point), values: values) {
      found = $2
    }
    return found
  }

  /// Calls the body with each of some points, each player and the payoff it has there in an outcome.
  public mutating func forEachPayoff(
    in outcome: Int,
    at points: UInt64,
    _ body: (_ point: Int, _ player: Int, _ payoff: Double) -> Void
  ) {
    let players = 0..<game.game.playerCount
    payoffs.forEach(of: players, in: outcome, at: points, values: values, body)
  }
}
