import GameTheory
import Negotiation
import Sweeps

/// How many forecasts are made in a second, by each model, and how draws go to threads.
struct ForecastBenchmark {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  func run() {
    guard let continuum = scenario.continua.first else {
      return Benchmarks.complain("the scenario has no continuum to forecast on")
    }
    let players = continuum.positions.count { $0.hasWeight }
    print("forecast: draws of '\(continuum.id)', \(players) players, each with one forecast")
    for model in Forecast.Model.allCases {
      var settings = Forecast.Settings()
      settings.models = [model]
      measure(model.rawValue, continuum, settings, draws: 2000, threads: 1)
    }
    print("forecast: draws with a forecast by each model")
    var first: [Forecast.Draw] = []
    for threads in [1, 2] {
      let name = "\(threads) \(threads == 1 ? "thread" : "threads")"
      let draws = measure(name, continuum, Forecast.Settings(), draws: 2000, threads: threads)
      if threads == 1 { first = draws }
      if draws != first { Benchmarks.complain("other threads give other draws") }
    }
  }

  /// Draws, prints how many draws a second come of it, and gives them.
  @discardableResult
  private func measure(
    _ name: String,
    _ continuum: Continuum,
    _ settings: Forecast.Settings,
    draws count: Int,
    threads: Int
  ) -> [Forecast.Draw] {
    guard let forecast = try? Forecast(continuum, settings: settings),
      let source = try? Forecast.Draws(forecast, number: 0, seed: 1)
    else {
      Benchmarks.complain("the models refuse the continuum")
      return []
    }
    var draws: [Forecast.Draw] = []
    let time = Timing(runs: 5) {
      draws = Parallel.map(count: count, threads: threads) { source.draw($0) }
    }
    let rounds = forecast.courses.reduce(0) { $0 + $1.roundCount }
    report(
      name,
      Double(count) / time.median * 1e-3,
      "thousand draws/s, median of 5; \(rounds) rounds at the likeliest values"
    )
    return draws
  }
}
