public import GameTheory

/// What comes of a scenario whose decisions are taken in the order of its section `sequence`.
///
/// Looking ahead is only well defined where every move sees all earlier ones. A player knows what it did itself, and
/// what it saw when it moved before; a decision that is held, or has one option, is no secret. Where a move does
/// not see all else, nothing is said of the sequence as it stands, and what looking ahead would lead to if it did
/// is offered as a what-if.
public struct SequentialOutcome: Sendable {
  /// Why looking ahead says nothing of the sequence as it stands.
  public enum Obstacle: Sendable, Hashable {
    /// The scenario has no sequence.
    case noSequence
    /// A decision is taken without sight of an earlier one.
    case unseen(decision: Int, earlier: Int)
  }

  /// The model.
  public let model: ScenarioModel
  /// The outcome that says how decisions outside the sequence are settled.
  public let start: Int
  /// The decisions outside the sequence that are not held: they stay as they are in ``start``; ascending.
  public let standing: [Int]
  /// Why nothing is said of the sequence as it stands, in the order of moves; empty where something is.
  public let obstacles: [Obstacle]
  /// What comes of the sequence as it stands; nil where there are obstacles.
  public let play: SequentialPlay?
  /// What would come of it if every move saw all earlier ones; nil where they do, or there is no sequence.
  public let whatIf: SequentialPlay?

  /// Looks ahead.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - start: the outcome that says how decisions outside the sequence are settled: the status quo when nil.
  public init(_ model: ScenarioModel, from start: Int? = nil) {
    self.model = model
    self.start = model.applying(model.changes.held, to: start ?? model.statusQuo)
    let moves = model.scenario.sequence?.moves ?? []
    let listed = Set(moves.map { $0.decision })
    standing = model.game.decisions.indices.filter {
      !moves.isEmpty && !listed.contains($0) && model.game.held[$0] == nil
    }
    guard !moves.isEmpty else {
      (obstacles, play, whatIf) = ([.noSequence], nil, nil)
      return
    }
    obstacles = SequentialOutcome.unseen(moves, in: model.game)
    let play = SequentialOutcome.play(moves, model, from: self.start)
    (self.play, whatIf) = obstacles.isEmpty ? (play, nil) : (nil, play)
  }

  /// Which moves do not see which earlier ones.
  private static func unseen(_ moves: [MoveOrder.Move], in game: ParametricGame) -> [Obstacle] {
    var obstacles: [Obstacle] = []
    // What each player knows of earlier moves, from its last move on.
    var known = [Set<Int>](repeating: [], count: game.playerCount)
    for (place, move) in moves.enumerated() {
      let player = game.decisions[move.decision].player
      known[player].formUnion(move.sees)
      for earlier in moves[..<place].map({ $0.decision })
      where !known[player].contains(earlier) && game.allowedOptions(of: earlier).count > 1 {
        obstacles.append(.unseen(decision: move.decision, earlier: earlier))
      }
      known[player].insert(move.decision)
    }
    return obstacles
  }

  private static func play(
    _ moves: [MoveOrder.Move],
    _ model: ScenarioModel,
    from start: Int
  ) -> SequentialPlay {
    // Decisions outside the order are held, so that no more outcomes are evaluated than can come about.
    let game = model.game
    let listed = Set(moves.map { $0.decision })
    let held = game.decisions.indices.map {
      game.held[$0] ?? (listed.contains($0) ? nil : game.numbering.option(of: $0, in: start))
    }
    let exact = ExactGame(
      ParametricGame(
        playerCount: game.playerCount,
        decisions: game.decisions,
        bases: game.bases,
        effects: game.effects,
        stakes: game.stakes,
        held: held
      ),
      at: model.values
    )
    return SequentialPlay(
      game.numbering,
      order: moves.map {
        SequentialPlay.Mover(decision: $0.decision, player: game.decisions[$0.decision].player)
      },
      from: start,
      held: game.held,
      payoff: { player, outcome in
        exact.strategic.payoff(of: player, in: exact.profile(of: outcome))
      }
    )
  }
}
