import GameTheory
import TestSupport
import Testing

@testable import Negotiation

@Suite("Forecasts on a continuum")
struct ForecastTests {
  @Test("players at one place stay there, under every model")
  func together() throws {
    let wrong = try failures(seeds: 40) { random in
      let place = Rational(random.int(in: 0...100))
      let rows = ForecastCases.rows(&random, players: random.int(in: 2...6))
      let forecast = try Forecast(
        ForecastCases.continuum(known: rows.map { (place, $0.1, $0.2) })
      )
      let all = forecast.courses.flatMap { $0.positions.flatMap { $0 } } + [forecast.mean]
      let isStill = all.allSatisfy { ($0 - place.toDouble()).magnitude < 1e-9 }
      return isStill ? nil : "somebody moves"
    }
    #expect(wrong == [])
  }

  @Test("nobody ever leaves the stretch between the outermost positions")
  func hull() throws {
    let wrong = try failures(seeds: 60) { random in
      let rows = ForecastCases.rows(&random, players: random.int(in: 2...7))
      var settings = Forecast.Settings()
      settings.restRounds = 5
      settings.roundLimit = 30
      let forecast = try Forecast(ForecastCases.continuum(known: rows), settings: settings)
      let places = rows.map { $0.0.toDouble() }
      let (low, high) = (places.min() ?? 0, places.max() ?? 0)
      for course in forecast.courses {
        // The spatial model rounds to four decimals of the range.
        let slack = course.model == .spatial ? 0.01 : 1e-9
        let all =
          course.positions.flatMap { $0 } + course.means + course.medians.map { $0.lowerBound }
        if all.contains(where: { $0 < low - slack || $0 > high + slack }) {
          return "\(course.model) leaves \(low)...\(high)"
        }
        guard course.range.contains(course.value) else { return "the value is not in its range" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("players in another order end where they did")
  func permutation() throws {
    let wrong = try failures(seeds: 60) { random in
      let count = random.int(in: 3...6)
      let rows = ForecastCases.rows(&random, players: count)
      let order = random.permutation(of: count)
      // A few rounds: rounding in other orders may grow where a forecast never rests.
      var settings = Forecast.Settings()
      settings.roundLimit = 6
      let first = try Forecast(ForecastCases.continuum(known: rows), settings: settings)
      let second = try Forecast(
        ForecastCases.continuum(known: order.map { rows[$0] }),
        settings: settings
      )
      for (a, b) in zip(first.courses, second.courses) {
        guard a.positions.count == b.positions.count else { return "\(a.model) plays longer" }
        for (place, player) in order.enumerated()
        where (b.finalPositions[place] - a.finalPositions[player]).magnitude > 1e-6 {
          return "\(a.model): \(a.finalPositions) against \(b.finalPositions)"
        }
      }
      return (first.mean - second.mean).magnitude < 1e-9 ? nil : "another mean"
    }
    #expect(wrong == [])
  }

  @Test("those who share a position prevail together; of positions as likely none does")
  func prevailing() throws {
    var shared = 0
    let wrong = try failures(seeds: 60) { random in
      let rows = ForecastCases.rows(&random, players: random.int(in: 2...6))
      let forecast = try Forecast(ForecastCases.continuum(known: rows))
      let course = try #require(forecast.courses.first { $0.model == .spatial })
      let odds = try #require(course.run?.states.last).probabilities
      let likeliest = odds.indices.filter { odds[$0] > (odds.max() ?? 0) - 1e-9 }
      let places = likeliest.map { course.finalPositions[$0] }
      let spread = (places.max() ?? 0) - (places.min() ?? 0)
      if likeliest.count > 1 { shared += 1 }
      guard let found = course.prevailing else { return spread > 0.05 ? nil : "none: \(odds)" }
      return found.actors == likeliest && spread < 0.2 ? nil : "\(found): \(odds)"
    }
    #expect(wrong == [])
    #expect(shared > 5)
    let mirrored = try Forecast(ForecastCases.continuum(known: [(0, 50, 1), (100, 50, 1)]))
    let course = try #require(mirrored.courses.first { $0.model == .spatial })
    #expect(course.prevailing == nil)
  }

  @Test("the unit of positions does not matter, nor that of capability")
  func units() throws {
    let wrong = try failures(seeds: 40) { random in
      let rows = ForecastCases.rows(&random, players: 5)
      // Powers of two, so that nothing is rounded otherwise.
      let other = rows.map { ($0.0 * 4, $0.1, $0.2 * 8) }
      let first = try Forecast(ForecastCases.continuum(known: rows))
      let second = try Forecast(ForecastCases.continuum(known: other, range: 0...400))
      for (a, b) in zip(first.courses, second.courses) {
        // The spatial model adds a strength of 1e-8 of its own to every coalition.
        guard a.ending == b.ending, (4 * a.value - b.value).magnitude < 1e-6 else {
          return "\(a.model): \(a.value) against \(b.value)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("emission standards, 1984: the printed table is that of the reading 'code'")
  func emissionStandards() throws {
    var settings = Forecast.Settings()
    settings.restRounds = 10
    settings.roundLimit = 10
    let forecast = try Forecast(ForecastCases.emissionStandards, settings: settings)
    #expect(forecast.median == 7...7)
    #expect((forecast.mean - 7.389_955_687).magnitude < 1e-8)
    let code = try #require(forecast.courses.first { $0.model == .code })
    let medians = [7, 8.416, 9.611, 9.962, 9.962, 9.962, 7.472, 8.825, 9.671, 9.671, 7]
    for (found, known) in zip(code.medians, medians) {
      #expect((found.lowerBound - known).magnitude < 6e-4)
    }
    #expect(code.roundCount == 10)
    let means = [7.390, 7.461, 7.553, 7.590, 7.358, 7.349, 7.415, 7.510, 7.572, 7.325, 7.242]
    for (found, known) in zip(code.means, means) { #expect((found - known).magnitude < 6e-4) }
    // The three readings part company.
    #expect(Set(forecast.courses.map { ($0.value * 10).rounded() }).count >= 3)
  }

  @Test("players without weight are left out, and say nothing")
  func leftOut() throws {
    let rows = [(10, 50, 30), (90, 70, 20), (40, 60, 25)].map {
      (Rational($0.0), Rational($0.1), Rational($0.2))
    }
    let alone = try Forecast(ForecastCases.continuum(known: rows))
    let beside = try Forecast(
      ForecastCases.continuum(known: rows + [(100, 0, 90), (0, 100, 0)])
    )
    #expect(beside.players == [0, 1, 2])
    #expect(beside.leftOut == [3, 4])
    #expect(beside.courses.map { $0.positions } == alone.courses.map { $0.positions })
    #expect(beside.mean == alone.mean && beside.median == alone.median)
  }

  @Test("a discounted forecast is the sum over very many rounds")
  func discount() throws {
    let cases: [[(Rational, Rational, Rational)]] = [
      [(9, 100, 50), (10, 100, 50), (10, 30, 30)],
      [(6, 90, 90), (10, 40, 80), (2, 90, 100)],
      [(10, 50, 30), (90, 70, 20), (40, 60, 25)],
      [(5, 50, 30), (5, 50, 30)],
    ]
    for rows in cases {
      let forecast = try Forecast(ForecastCases.continuum(known: rows))
      for course in forecast.courses where course.ending != .limit {
        let cycle = course.cycle
        for discount in [0, 0.3, 0.9] {
          var medians = course.medians.dropFirst().map { $0.lowerBound }
          let last = course.medians[course.roundCount].lowerBound
          while medians.count < 1000 {
            medians.append(cycle.isEmpty ? last : medians[medians.count - cycle.count])
          }
          var sum = 0.0
          var odds = 1.0
          for median in medians {
            sum += odds * (1 - discount) * median
            odds *= discount
          }
          #expect((course.discounted(discount) - sum).magnitude < 1e-9)
        }
      }
    }
    // A median that flips between 9 and 10 for ever, 9 after the first round.
    let flips = try Forecast(ForecastCases.continuum(known: cases[0]))
    #expect(flips.courses[0].ending == .cycle(length: 2))
    #expect(flips.courses[0].range == 9...10)
    #expect(flips.courses[0].value == 9.5)
    #expect((flips.courses[0].discounted(0.5) - 28.0 / 3).magnitude < 1e-12)
  }

  @Test("where a value lies among marks, in words")
  func places() {
    let marks = [(0, 10), (1, 50), (2, 90)].map {
      Continuum.Mark(option: $0.0, place: Rational($0.1))
    }
    let continuum = ForecastCases.continuum([], marks: marks)
    let names = ["low", "middle", "high"]
    let words = [
      (0.0, "below low"), (10, "at low"), (10.9, "at low"), (11.5, "between low and middle"),
      (49.5, "at middle"), (70, "between middle and high"), (89.5, "at high"), (95, "above high"),
    ]
    for (value, expected) in words {
      #expect(ForecastPlace(value, on: continuum).words { names[$0.option] } == expected)
    }
    #expect(ForecastPlace(30, on: continuum).nearest == marks[0])
    #expect(ForecastPlace(30.1, on: continuum).nearest == marks[1])
    #expect(ForecastPlace(3, on: ForecastCases.continuum([])).words { _ in "a" } == "")
  }
}
