public import GameTheory

extension Forecast {
  /// What is forecast in one draw of the uncertain numbers.
  public struct Draw: Sendable, Hashable {
    /// The weighted median before any bargaining.
    public let median: Double
    /// The weighted mean before any bargaining.
    public let mean: Double
    /// The median that each model ends with, in the order of the settings.
    public let values: [Double]
    /// How each model ends.
    public let endings: [ExpectedUtilityModel.Ending]
  }

  /// Draws of the uncertain numbers, each with its forecasts.
  ///
  /// A draw hangs on the seed, the continuum's number and its own number only: draws may be made in any order
  /// and on several threads.
  public struct Draws: Sendable {
    private let forecast: Forecast
    private let ensemble: SpatialEnsemble

    /// Prepares draws.
    ///
    /// - Parameters:
    ///   - forecast: the forecast whose numbers are drawn.
    ///   - number: which continuum of the scenario it is about, from 0.
    ///   - seed: which sequence of draws.
    /// - Throws: what is wrong with the numbers; nothing where they were read from a scenario.
    public init(_ forecast: Forecast, number: Int, seed: UInt64) throws(SpatialMistake) {
      self.forecast = forecast
      ensemble = try Forecast.ensemble(forecast.continuum, number: number, seed: seed)
    }

    /// The actors of a draw.
    func actors(_ number: Int) -> [SpatialActor] { ensemble.actors(draw: number) }

    /// The forecasts of a draw.
    ///
    /// - Parameter number: its number, from 0.
    /// - Returns: what every model says of the numbers drawn.
    public func draw(_ number: Int) -> Draw {
      let actors = self.actors(number)
      let positions = actors.map { $0.positions[0] }
      let weights = actors.map { $0.weight }
      var values: [Double] = []
      var endings: [ExpectedUtilityModel.Ending] = []
      for model in forecast.settings.models {
        // Draws lie within what was checked, and settings were when the forecast was made.
        guard
          let course = try? Forecast.course(model, actors, forecast.continuum, forecast.settings)
        else { preconditionFailure("a draw within sound bounds is sound") }
        values.append(course.value)
        endings.append(course.ending)
      }
      return Draw(
        median: WeightedPosition.median(positions, weights: weights).lowerBound,
        mean: WeightedPosition.mean(positions, weights: weights),
        values: values,
        endings: endings
      )
    }
  }

  /// The players that count, with what is known of them.
  ///
  /// Continua have sequences of their own, so that numbers on two of them do not go together.
  static func ensemble(
    _ continuum: Continuum,
    number: Int,
    seed: UInt64
  ) throws(SpatialMistake) -> SpatialEnsemble {
    func estimate(_ known: Continuum.Estimate, per unit: Rational = 1) -> SpatialEnsemble.Estimate {
      SpatialEnsemble.Estimate(
        low: (known.low / unit).toDouble(),
        mode: (known.mode / unit).toDouble(),
        high: (known.high / unit).toDouble()
      )
    }
    let actors = continuum.positions.filter { $0.hasWeight }.map { position in
      SpatialEnsemble.Actor(
        position: estimate(position.position),
        salience: estimate(position.salience, per: 100),
        capability: estimate(position.capability)
      )
    }
    return try SpatialEnsemble(
      actors,
      seed: seed &+ UInt64(number) &* 0xA076_1D64_78BD_642F,
      draws: 1
    )
  }

  /// How the forecasts of all draws spread.
  public struct Spread: Sendable {
    /// The weighted median before any bargaining.
    public let median: SpatialEnsemble.Spread
    /// The weighted mean before any bargaining.
    public let mean: SpatialEnsemble.Spread
    /// The median that each model ends with, in the order of the settings.
    public let models: [SpatialEnsemble.Spread]

    /// Sorts draws.
    ///
    /// - Parameter draws: one or more draws of the same models, in their order.
    public init(_ draws: [Draw]) {
      median = SpatialEnsemble.Spread(values: draws.map { $0.median })
      mean = SpatialEnsemble.Spread(values: draws.map { $0.mean })
      models = draws[0].values.indices.map { model in
        SpatialEnsemble.Spread(
          values: draws.map { $0.values[model] },
          endings: draws.map { $0.endings[model] }
        )
      }
    }
  }
}
