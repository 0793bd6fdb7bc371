/// The spatial model of politics of the KAPSARC toolkit: bargaining on several issues at once.
///
/// Positions lie in 0...1 on each issue. In every turn:
///
///     distance       d = sqrt(sum of s^2 (ideal - q)^2 / sum of s^2), by the actor's own saliences s
///     utility        u = (1 - d)(1 + R d), by its risk attitude R
///     risk attitude  R from how probable the actor's position is to prevail among all, where all are neutral
///     challenges     each actor sees whom it gains most by challenging, with third parties taking sides
///     bargains       both move towards each other on each issue, by saliences and by who would win
///     choice         each actor takes part in the bargain, or no bargain, that prevails among those naming it
///
/// Everybody moves at once. Sums run in the order of actors and issues. Where targets or bargains are
/// equally good, up to 1e-12, the first one counts; all else is the same for actors in another order.
///
/// - Source: Wise, Lester and Efird, Multidimensional bargaining using KTAB (2015); options and constants as
///   in the toolkit's program of 2017, of which two printed runs are reproduced.
public struct SpatialPolitics: Sendable {
  /// The actors.
  public let actors: [SpatialActor]
  /// The options of the model.
  public let settings: Settings
  /// Capabilities, actor by actor.
  let capabilities: [Double]
  /// Capability times the sum of saliences, actor by actor.
  let weights: [Double]

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - actors: two or more on the same issues, with positions in 0...1, and each with some salience.
  ///   - settings: the options.
  /// - Throws: what is wrong first of all.
  public init(_ actors: [SpatialActor], settings: Settings = Settings()) throws(SpatialMistake) {
    if let mistake = SpatialMistake.first(in: actors) { throw mistake }
    for (index, actor) in actors.enumerated() {
      guard actor.totalSalience > 0 else { throw .salience(actor: index) }
      guard actor.positions.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
        throw .position(actor: index)
      }
    }
    guard settings.isSound(actors: actors.count) else { throw .setting }
    self.actors = actors
    self.settings = settings
    capabilities = actors.map { $0.capability }
    weights = actors.map { $0.weight }
  }

  /// Why a run ends.
  public enum Ending: Sendable, Hashable {
    /// All actors together moved little, compared with the first turn.
    case settled
    /// The limit of turns was reached.
    case limit
  }

  /// A run: the states before the first turn and after each, and why there is no further one.
  public struct Run: Sendable, Hashable {
    /// The states; the last one has no bargains.
    public let states: [State]
    /// Why it ends.
    public let ending: Ending

    /// How many turns were played.
    public var turns: Int { states.count - 1 }
  }

  /// Runs the model until it rests, or to the limit of turns.
  ///
  /// - Complexity: O(t n^3) for n actors and t turns, and more where bargains crowd on one actor.
  public func run() -> Run {
    var ideals = actors.map { $0.positions }
    var states = [state(positions: ideals, ideals: ideals)]
    var first = 0.0
    for turn in 0..<settings.turnLimit {
      let last = states.count - 1
      negotiate(&states[last], turn: turn)
      let positions = states[last].chosenPositions
      ideals = newIdeals(ideals, positions)
      let movement = self.movement(from: states[last].positions, to: positions)
      states.append(state(positions: positions, ideals: ideals))
      if turn == 0 { first = movement + 1e-4 }
      if turn + 1 >= settings.leastTurns && movement / first < settings.quietShare {
        return Run(states: states, ending: .settled)
      }
    }
    return Run(states: states, ending: .limit)
  }

  /// The distances that all actors move, added.
  private func movement(from old: [[Double]], to new: [[Double]]) -> Double {
    actors.indices.reduce(0) { $0 + SpatialPolitics.distance(old[$1], new[$1]) }
  }

  /// Where actors would like to be, once positions have changed.
  private func newIdeals(_ ideals: [[Double]], _ positions: [[Double]]) -> [[Double]] {
    guard let accommodation = settings.accommodation else { return positions }
    return actors.indices.map { i in
      let kept = max(0, 1 - accommodation[i].reduce(0, +))
      return ideals[i].indices.map { issue in
        actors.indices.reduce(kept * ideals[i][issue]) {
          $0 + accommodation[i][$1] * positions[$1][issue]
        }
      }
    }
  }

  /// The distance between two points, all issues counting the same.
  static func distance(_ a: [Double], _ b: [Double]) -> Double {
    a.indices.reduce(0) { $0 + (a[$1] - b[$1]) * (a[$1] - b[$1]) }.squareRoot()
  }
}
