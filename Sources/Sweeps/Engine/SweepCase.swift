public import GameTheory

/// One game of a sweep: what is solved at every sample.
public struct SweepCase: Sendable {
  /// The game, folded so that the design's variables vary over its ranges.
  public let game: FoldedGame
  /// The outcome from which play settles.
  public let start: Int
  /// What is decided at each sample, beside the equilibria.
  public let predicates: [Predicate]
  /// What the columns of its rows are called.
  public let labels: SweepLabels
  /// For each axis of the design the variable of the game that takes its values.
  public let variables: [Int]

  /// Folds a game for a design.
  ///
  /// - Parameters:
  ///   - game: the game.
  ///   - values: the value of each variable that does not vary.
  ///   - design: the design, whose axes give the ranges.
  ///   - variables: for each axis of the design the variable that takes its values.
  ///   - start: the outcome from which play settles.
  ///   - predicates: what is decided at each sample, beside the equilibria.
  ///   - labels: what the columns of the rows are called.
  ///   - tolerance: a gain of at most this is no gain.
  public init(
    _ game: ParametricGame,
    values: [Rational],
    design: Design,
    variables: [Int],
    from start: Int,
    predicates: [Predicate],
    labels: SweepLabels,
    tolerance: Rational = 0
  ) {
    var settings = values.map { FoldedGame.Setting.fixed($0) }
    for (range, variable) in zip(design.ranges, variables) {
      settings[variable] = .varying(range)
    }
    self.game = FoldedGame(game, settings: settings, tolerance: tolerance)
    self.start = start
    self.predicates = predicates
    self.labels = labels
    self.variables = variables
  }
}
