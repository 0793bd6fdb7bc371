public import GameTheory

/// What the spatial model of politics says where several continua are bargained over at once.
///
/// A player may then give way on the one that it cares for less to be met on the other.
public struct JointForecast: Sendable {
  /// The continua, two or more.
  public let continua: [Continuum]
  /// The players that count on all of them, ascending; actors in this order.
  public let players: [Int]
  /// The players that count on some of them only, ascending.
  public let leftOut: [Int]
  /// What saliences were divided by, so that nobody's add to more than 1; 1 where none do.
  public let salienceScale: Double
  /// The run, on one issue after the other.
  public let courses: [Forecast.Course]

  private let settings: Forecast.Settings

  /// Forecasts, at the likeliest values; nil where fewer than two continua, or than two players, are left.
  ///
  /// A player has one capability in this model: the mean of those on the continua. Saliences are those on the
  /// continua, all divided by the largest sum that a player has, if that is above 1.
  ///
  /// - Parameters:
  ///   - continua: the continua.
  ///   - settings: what models leave open.
  /// - Throws: what is wrong with the settings.
  public init?(_ continua: [Continuum], settings: Forecast.Settings) throws(SpatialMistake) {
    let stands = continua.map { continuum in
      continuum.positions.filter { $0.hasWeight }.map { $0.player }
    }
    let all = Set(stands.flatMap { $0 }).sorted()
    let players = all.filter { player in stands.allSatisfy { $0.contains(player) } }
    guard continua.count >= 2, players.count >= 2 else { return nil }
    self.continua = continua
    self.players = players
    self.settings = settings
    leftOut = all.filter { !players.contains($0) }
    let parts = continua.map { continuum in
      continuum.positions.filter { players.contains($0.player) }.map { position in
        SpatialActor(
          position: position.position.mode.toDouble(),
          salience: (position.salience.mode / 100).toDouble(),
          capability: position.capability.mode.toDouble()
        )
      }
    }
    let actors = JointForecast.actors(parts, continua)
    salienceScale = actors.scale
    courses = try JointForecast.courses(actors.actors, continua, settings)
  }

  /// One actor for each player, from those on each continuum.
  static func actors(
    _ parts: [[SpatialActor]],
    _ continua: [Continuum]
  ) -> (actors: [SpatialActor], scale: Double) {
    let players = parts[0].indices
    let sums = players.map { player in parts.reduce(0) { $0 + $1[player].saliences[0] } }
    let scale = sums.reduce(1) { max($0, $1) }
    let scales = continua.map { Forecast.Scale($0) }
    let actors = players.map { player in
      SpatialActor(
        positions: parts.indices.map { scales[$0].share(of: parts[$0][player].positions[0]) },
        saliences: parts.map { $0[player].saliences[0] / scale },
        capability: parts.reduce(0) { $0 + $1[player].capability } / Double(parts.count)
      )
    }
    return (actors, scale)
  }

  static func courses(
    _ actors: [SpatialActor],
    _ continua: [Continuum],
    _ settings: Forecast.Settings
  ) throws(SpatialMistake) -> [Forecast.Course] {
    let run = try SpatialPolitics(actors, settings: settings.spatialPolitics).run()
    return continua.indices.map { issue in
      Forecast.Course(
        run,
        issue: issue,
        weights: actors.map { $0.capability * $0.saliences[issue] },
        Forecast.Scale(continua[issue]),
        comesBack: settings.comesBack
      )
    }
  }

  /// Draws of the uncertain numbers, each with the median on every continuum.
  public struct Draws: Sendable {
    private let joint: JointForecast
    private let ensembles: [SpatialEnsemble]
    /// For each continuum where the joint forecast's players stand among those that count on it.
    private let places: [[Int]]

    /// Prepares draws.
    ///
    /// - Parameters:
    ///   - joint: the forecast whose numbers are drawn.
    ///   - numbers: which continua of the scenario they are, from 0: the draws are those of each one's own.
    ///   - seed: which sequence of draws.
    /// - Throws: what is wrong with the numbers; nothing where they were read from a scenario.
    public init(_ joint: JointForecast, numbers: [Int], seed: UInt64) throws(SpatialMistake) {
      self.joint = joint
      var ensembles: [SpatialEnsemble] = []
      for (continuum, number) in zip(joint.continua, numbers) {
        ensembles.append(try Forecast.ensemble(continuum, number: number, seed: seed))
      }
      self.ensembles = ensembles
      places = joint.continua.map { continuum in
        let counted = continuum.positions.filter { $0.hasWeight }.map { $0.player }
        return counted.indices.filter { joint.players.contains(counted[$0]) }
      }
    }

    /// The median on each continuum, in a draw, with how the run ends.
    ///
    /// - Parameter number: the number of the draw, from 0.
    /// - Returns: a median for each continuum; of a cycle, the mean of its medians.
    public func draw(
      _ number: Int
    ) -> (values: [Double], ending: ExpectedUtilityModel.Ending) {
      let parts = zip(ensembles, places).map { ensemble, places in
        let actors = ensemble.actors(draw: number)
        return places.map { actors[$0] }
      }
      let actors = JointForecast.actors(parts, joint.continua).actors
      guard let courses = try? JointForecast.courses(actors, joint.continua, joint.settings) else {
        preconditionFailure("a draw within sound bounds is sound")
      }
      return (courses.map { $0.value }, courses[0].ending)
    }
  }
}
