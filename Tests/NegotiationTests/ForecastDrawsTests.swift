import GameTheory
import TestSupport
import Testing

@testable import Negotiation

@Suite("Forecasts over uncertain numbers, and over several continua")
struct ForecastDrawsTests {
  private func estimate(_ low: Int, _ mode: Int, _ high: Int) -> Continuum.Estimate {
    Continuum.Estimate(low: Rational(low), mode: Rational(mode), high: Rational(high))
  }

  private var continuum: Continuum {
    ForecastCases.continuum([
      (estimate(50, 60, 90), estimate(70, 80, 90), estimate(100, 100, 100)),
      (estimate(0, 10, 30), estimate(50, 90, 95), estimate(30, 45, 60)),
      (estimate(20, 50, 65), estimate(20, 40, 60), estimate(40, 40, 40)),
    ])
  }

  @Test("a draw hangs on seed, continuum and number only")
  func draws() throws {
    let forecast = try Forecast(continuum)
    let draws = try Forecast.Draws(forecast, number: 0, seed: 4)
    let again = try Forecast.Draws(forecast, number: 0, seed: 4)
    let forwards = (0..<12).map { draws.draw($0) }
    #expect((0..<12).reversed().map { again.draw($0) }.reversed() == forwards)
    #expect(try Forecast.Draws(forecast, number: 0, seed: 5).draw(0) != forwards[0])
    #expect(try Forecast.Draws(forecast, number: 1, seed: 4).draw(0) != forwards[0])
    let spread = Forecast.Spread(forwards)
    #expect(spread.models.count == 4)
    #expect(Array(spread.mean.values) == forwards.map { $0.mean })
    for values in spread.models {
      #expect(values.settled + values.cycles + values.withoutSpread + values.limited == 12)
    }
  }

  @Test("a draw is the forecast of the numbers that are drawn")
  func drawn() throws {
    let forecast = try Forecast(continuum)
    let source = try Forecast.Draws(forecast, number: 0, seed: 9)
    for number in 0..<10 {
      let actors = source.actors(number)
      for (actor, position) in zip(actors, continuum.positions) {
        let place = actor.positions[0]
        #expect(
          place > position.position.low.toDouble() && place < position.position.high.toDouble()
        )
        #expect(actor.saliences[0] > position.salience.low.toDouble() / 100)
        #expect(actor.saliences[0] < position.salience.high.toDouble() / 100)
      }
      let draw = source.draw(number)
      let model = try ExpectedUtilityModel(
        actors,
        settings: ExpectedUtilityModel.Settings(reading: .net)
      )
      #expect(draw.values[1] == model.forecast().longRunMedian)
      #expect(draw.endings[1] == model.forecast().ending)
    }
  }

  @Test("certain numbers are forecast without spread, and influence nothing")
  func certain() throws {
    var known = continuum
    for place in known.positions.indices {
      for aspect in Continuum.Aspect.allCases {
        known.positions[place][aspect] = Continuum.Estimate(known.positions[place][aspect].mode)
      }
    }
    #expect(continuum.isUncertain && !known.isUncertain)
    let forecast = try Forecast(known)
    let draws = try Forecast.Draws(forecast, number: 0, seed: 1)
    for number in 0..<5 {
      #expect(draws.draw(number).values == forecast.courses.map { $0.value })
    }
    let few = (0..<6).map { draws.draw($0) }
    #expect(forecast.influences(of: few, from: draws).isEmpty)
  }

  @Test("influences are differences of means, counted anew from the draws")
  func influences() throws {
    let forecast = try Forecast(continuum)
    let source = try Forecast.Draws(forecast, number: 0, seed: 2)
    let draws = (0..<90).map { source.draw($0) }
    let found = forecast.influences(of: draws, from: source)
    // Nine numbers, of which two have no range.
    #expect(found.count == 7)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.size >= $1.size })
    let capability = try #require(
      found.first { $0.player == 1 && $0.aspect == .capability }
    )
    let sorted = (0..<90).sorted {
      source.actors($0)[1].capability < source.actors($1)[1].capability
    }
    func mean(_ numbers: ArraySlice<Int>) -> Double {
      numbers.reduce(0) { $0 + draws[$1].mean } / Double(numbers.count)
    }
    let difference = mean(sorted.suffix(30)) - mean(sorted.prefix(30))
    #expect((capability.mean - difference).magnitude < 1e-9)
    // Who stands low and gets stronger pulls the mean down.
    #expect(capability.mean < 0)
  }

  @Test("three issues at once: the printed run of the toolkit")
  func threeIssues() throws {
    let joint = try #require(
      try JointForecast(ForecastCases.threeIssues, settings: Forecast.Settings())
    )
    #expect(joint.players == Array(0..<7) && joint.leftOut == [])
    #expect(joint.salienceScale == 1)
    let final = [
      [78.56, 78.56, 82.45, 67.12, 78.6, 79.88, 78.6],
      [31.76, 31.76, 90.89, 50.12, 31.65, 34.37, 31.65],
      [74.05, 74.05, 0.07, 63.73, 74.11, 75.16, 74.11],
    ]
    for (course, known) in zip(joint.courses, final) {
      #expect(course.roundCount == 10)
      #expect(course.ending == .settled)
      for (found, place) in zip(course.finalPositions, known) {
        #expect((found - place).magnitude < 0.0051)
      }
    }
  }

  @Test("players that stand on one continuum only are left out; saliences are scaled")
  func joint() throws {
    var other = continuum
    other.positions[2].salience = Continuum.Estimate(0)
    let settings = Forecast.Settings()
    #expect(try JointForecast([continuum], settings: settings) == nil)
    let joint = try #require(try JointForecast([continuum, other], settings: settings))
    #expect(joint.players == [0, 1] && joint.leftOut == [2])
    // The second cares most: 90 and 90.
    #expect((joint.salienceScale - 1.8).magnitude < 1e-12)
    let draws = try JointForecast.Draws(joint, numbers: [0, 1], seed: 3)
    #expect(draws.draw(5).values.count == 2)
    #expect(draws.draw(5).values == draws.draw(5).values)
    var third = other
    third.positions[1].capability = Continuum.Estimate(0)
    #expect(try JointForecast([continuum, other, third], settings: settings) == nil)
  }
}
