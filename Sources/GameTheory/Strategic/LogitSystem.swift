/// The equations of logit quantal response equilibrium, in logarithms of probabilities.
///
/// Unknown are the logarithm y of each strategy's probability, and the level μ: the precision times the largest
/// range of a player's payoffs. The equations are y(s) = μ v(s) - log Σ exp(μ v(t)), for each player, where v(s)
/// is what strategy s is worth, counted from the player's lowest payoff in units of that range. So nothing
/// depends on the units of payoffs.
struct LogitSystem {
  /// The equations at a point.
  struct Point {
    /// What each side of an equation exceeds the other by.
    var excess: [Double]
    /// Derivatives by the unknowns: one row for each equation, the level last.
    var derivatives: [Double]
  }

  /// How many strategies each player has.
  let counts: [Int]
  /// Where each player's strategies begin.
  let offsets: [Int]
  /// How many strategies there are in all.
  let size: Int
  /// The largest range of a player's payoffs; 1 where nobody's payoffs differ.
  let range: Double

  /// Each player's payoffs.
  private let tables: [PlayerTable]

  init(_ game: StrategicGame<Double>) {
    counts = game.strategyCounts
    var offsets: [Int] = []
    var size = 0
    for count in game.strategyCounts {
      offsets.append(size)
      size += count
    }
    self.offsets = offsets
    self.size = size
    let players = Array(0..<game.playerCount)
    let payoffs = players.map { player in
      (0..<game.profiles.count).map { game.payoff(of: player, in: $0) }
    }
    let lows = payoffs.map { $0.min() ?? 0 }
    let widest = zip(payoffs, lows).map { ($0.max() ?? $1) - $1 }.max() ?? 0
    let range = widest > 0 ? widest : 1
    self.range = range
    tables = players.map { player in
      PlayerTable(
        players: players,
        counts: game.strategyCounts,
        values: payoffs[player].map { ($0 - lows[player]) / range }
      )
    }
  }

  /// The strategies of a player among all.
  func strategies(of player: Int) -> Range<Int> {
    offsets[player]..<offsets[player] + counts[player]
  }

  /// The equations where probabilities have given logarithms.
  func point(_ logarithms: [Double], level: Double) -> Point {
    let probabilities = logarithms.map { ElementaryFunctions.exp($0) }
    var point = Point(
      excess: [Double](repeating: 0, count: size),
      derivatives: [Double](repeating: 0, count: size * (size + 1))
    )
    for player in counts.indices {
      var pairs: [PlayerTable] = []
      collectPairs(player, tables[player], counts.indices.filter { $0 != player }, probabilities) {
        pairs.append($0)
      }
      let values = self.values(player, pairs.first, probabilities)
      let replies = fill(player, values, logarithms, level, &point)
      for pair in pairs { fill(player, pair, replies, probabilities, level, &point) }
    }
    return point
  }

  /// The player's payoffs by its own strategy and that of one other, for each of the others.
  ///
  /// Halves of the others are summed over before the rest is looked at.
  private func collectPairs(
    _ player: Int,
    _ table: PlayerTable,
    _ others: [Int],
    _ probabilities: [Double],
    _ body: (PlayerTable) -> Void
  ) {
    guard others.count > 1 else {
      if !others.isEmpty { body(table) }
      return
    }
    let half = others.count / 2
    for (kept, gone) in [
      (others[..<half], others[half...]), (others[half...], others[..<half]),
    ] {
      var rest = table
      for other in gone.reversed() {
        rest.average(over: other, by: probabilities[strategies(of: other)])
      }
      collectPairs(player, rest, Array(kept), probabilities, body)
    }
  }

  /// What each of a player's strategies is worth.
  private func values(_ player: Int, _ pair: PlayerTable?, _ probabilities: [Double]) -> [Double] {
    guard var table = pair else { return tables[player].values }
    for other in table.players where other != player {
      table.average(over: other, by: probabilities[strategies(of: other)])
    }
    return table.values
  }

  /// Puts in a player's equations and their derivatives by the level; returns the logit replies.
  private func fill(
    _ player: Int,
    _ values: [Double],
    _ logarithms: [Double],
    _ level: Double,
    _ point: inout Point
  ) -> [Double] {
    let best = values.max() ?? 0
    let weights = values.map { ElementaryFunctions.exp(level * ($0 - best)) }
    let sum = weights.reduce(0, +)
    let logSum = ElementaryFunctions.log(sum)
    let replies = weights.map { $0 / sum }
    let mean = zip(replies, values).reduce(0) { $0 + $1.0 * ($1.1 - best) }
    for strategy in 0..<counts[player] {
      let row = offsets[player] + strategy
      let ahead = values[strategy] - best
      point.excess[row] = logarithms[row] - (level * ahead - logSum)
      point.derivatives[row * (size + 1) + size] = mean - ahead
      point.derivatives[row * (size + 1) + row] = 1
    }
    return replies
  }

  /// Puts in the derivatives of a player's equations by another's logarithms.
  private func fill(
    _ player: Int,
    _ pair: PlayerTable,
    _ replies: [Double],
    _ probabilities: [Double],
    _ level: Double,
    _ point: inout Point
  ) {
    let isFirst = pair.players[0] == player
    let other = isFirst ? pair.players[1] : pair.players[0]
    let (own, theirs) = (counts[player], counts[other])
    let (step, stride) = isFirst ? (theirs, 1) : (1, own)
    for theirStrategy in 0..<theirs {
      let column = offsets[other] + theirStrategy
      var mean = 0.0
      for strategy in 0..<own {
        mean += replies[strategy] * pair.values[strategy * step + theirStrategy * stride]
      }
      let factor = level * probabilities[column]
      for strategy in 0..<own {
        let row = offsets[player] + strategy
        let value = pair.values[strategy * step + theirStrategy * stride]
        point.derivatives[row * (size + 1) + column] = -factor * (value - mean)
      }
    }
  }
}
