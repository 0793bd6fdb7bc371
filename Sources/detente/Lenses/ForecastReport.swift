import GameTheory
import Negotiation
import Sweeps

/// Forecasts on the continua asked for, with how they spread.
struct ForecastReport {
  /// What is asked for.
  struct Request {
    /// Which continua of the scenario, ascending.
    var continua: [Int]
    var settings: Forecast.Settings
    /// The changes to numbers that were asked for, as they were written.
    var changes: [String]
    var draws: Int
    var seed: UInt64
    var threads: Int
    var showsRounds: Bool
  }

  /// The forecasts on one continuum.
  struct Part {
    let forecast: Forecast
    /// Nil where nothing is drawn.
    let spread: Forecast.Spread?
    /// How much forecasts hang on each uncertain number; empty where there are too few draws to tell.
    let influences: [Forecast.Influence]
  }

  /// From how many draws on influences are told.
  static let leastDraws = 60

  /// The spatial model of politics over all continua at once.
  struct Joint {
    let forecast: JointForecast
    /// On each continuum; nil where nothing is drawn.
    let spreads: [SpatialEnsemble.Spread]?
  }

  let scenario: Scenario
  let request: Request
  let parts: [Part]
  /// Nil where there is one continuum only, or nobody that stands on all of them beside another.
  let joint: Joint?

  init(_ scenario: Scenario, _ request: Request) throws(SpatialMistake) {
    self.scenario = scenario
    self.request = request
    var parts: [Part] = []
    for number in request.continua {
      let forecast = try Forecast(scenario.continua[number], settings: request.settings)
      parts.append(try ForecastReport.part(forecast, number, request))
    }
    self.parts = parts
    joint = try ForecastReport.joint(scenario, request)
  }

  private static func part(
    _ forecast: Forecast,
    _ number: Int,
    _ request: Request
  ) throws(SpatialMistake) -> Part {
    guard request.draws > 0, forecast.continuum.isUncertain else {
      return Part(forecast: forecast, spread: nil, influences: [])
    }
    let source = try Forecast.Draws(forecast, number: number, seed: request.seed)
    let draws = Parallel.map(count: request.draws, threads: request.threads) {
      source.draw($0)
    }
    return Part(
      forecast: forecast,
      spread: Forecast.Spread(draws),
      influences: draws.count < leastDraws ? [] : forecast.influences(of: draws, from: source)
    )
  }

  private static func joint(
    _ scenario: Scenario,
    _ request: Request
  ) throws(SpatialMistake) -> Joint? {
    let continua = request.continua.map { scenario.continua[$0] }
    guard request.settings.models.contains(.spatial),
      let forecast = try JointForecast(continua, settings: request.settings)
    else { return nil }
    guard request.draws > 0, continua.contains(where: { $0.isUncertain }) else {
      return Joint(forecast: forecast, spreads: nil)
    }
    let draws = try JointForecast.Draws(forecast, numbers: request.continua, seed: request.seed)
    let found = Parallel.map(count: request.draws, threads: request.threads) {
      draws.draw($0)
    }
    let spreads = continua.indices.map { issue in
      SpatialEnsemble.Spread(
        values: found.map { $0.values[issue] },
        endings: found.map { $0.ending }
      )
    }
    return Joint(forecast: forecast, spreads: spreads)
  }
}
