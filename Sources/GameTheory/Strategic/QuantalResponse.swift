/// A logit quantal response equilibrium, with its certificate.
public struct QuantalResponse: Sendable, Equatable {
  /// The precision λ of the players' replies, per unit of payoff: 0 for play at random.
  public let precision: Double
  /// For each player the probability of each of its strategies.
  public let strategies: [[Double]]
  /// The certificate: the largest difference between a probability and the one of the logit reply.
  public let residual: Double
  /// What each player has on average.
  public let payoffs: [Double]
  /// What each player would gain by its best pure strategy; log(*strategies*)/λ at most, up to rounding.
  public let regrets: [Double]

  /// Judges mixed strategies as an equilibrium of a game.
  ///
  /// - Parameters:
  ///   - strategies: a mixed strategy for each player.
  ///   - precision: λ, per unit of payoff, at least 0.
  ///   - game: the game.
  public init(_ strategies: [[Double]], precision: Double, in game: StrategicGame<Double>) {
    self.precision = precision
    self.strategies = strategies
    residual = game.logitResidual(of: strategies, precision: precision)
    var (payoffs, regrets): ([Double], [Double]) = ([], [])
    for player in 0..<game.playerCount {
      let values = game.expectedPayoffs(of: player, against: strategies)
      let mean = zip(strategies[player], values).reduce(0) { $0 + $1.0 * $1.1 }
      payoffs.append(mean)
      regrets.append(max(0, (values.max() ?? mean) - mean))
    }
    self.payoffs = payoffs
    self.regrets = regrets
  }
}
