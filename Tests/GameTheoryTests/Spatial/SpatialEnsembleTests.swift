import TestSupport
import Testing

@testable import GameTheory

@Suite("Spatial forecasts over uncertain numbers")
struct SpatialEnsembleTests {
  private typealias Estimate = SpatialEnsemble.Estimate

  private let actors = SpatialCases.emissionStandards.map { actor in
    SpatialEnsemble.Actor(
      position: Estimate(
        low: actor.positions[0] - 1,
        mode: actor.positions[0],
        high: actor.positions[0] + 2
      ),
      salience: Estimate(
        low: actor.saliences[0] * 0.8,
        mode: actor.saliences[0],
        high: min(1, actor.saliences[0] * 1.1)
      ),
      capability: Estimate(actor.capability)
    )
  }

  @Test("a draw hangs on the seed and its number only")
  func draws() throws {
    let short = try SpatialEnsemble(actors, seed: 7, draws: 5)
    let long = try SpatialEnsemble(actors, seed: 7, draws: 50)
    let other = try SpatialEnsemble(actors, seed: 8, draws: 5)
    for draw in (0..<5).reversed() {
      #expect(short.actors(draw: draw) == long.actors(draw: draw))
      #expect(short.actors(draw: draw) != other.actors(draw: draw))
    }
    let settings = ExpectedUtilityModel.Settings(reading: .paper)
    let (a, b) = (try short.spread(settings), try long.spread(settings))
    #expect(a.values == Array(b.values.prefix(5)))
    #expect(b.settled + b.cycles + b.withoutSpread + b.limited == 50)
  }

  @Test("draws lie within the bounds and have the mean of their distribution")
  func bounds() throws {
    let ensemble = try SpatialEnsemble(actors, seed: 3, draws: 2000)
    var sums = [Double](repeating: 0, count: actors.count)
    for draw in 0..<2000 {
      for (index, actor) in ensemble.actors(draw: draw).enumerated() {
        let position = actors[index].position
        #expect(position.low < actor.positions[0] && actor.positions[0] < position.high)
        #expect(actor.capability == actors[index].capability.mode)
        sums[index] += actor.positions[0]
      }
    }
    for (sum, actor) in zip(sums, actors) {
      let mean = (actor.position.low + actor.position.mode + actor.position.high) / 3
      // Six standard errors; the deviation of the distribution is 0.62.
      #expect(abs(sum / 2000 - mean) < 0.085)
    }
  }

  @Test("what is known for certain is forecast without spread")
  func certain() throws {
    let certain = SpatialCases.emissionStandards.map {
      SpatialEnsemble.Actor(
        position: Estimate($0.positions[0]),
        salience: Estimate($0.saliences[0]),
        capability: Estimate($0.capability)
      )
    }
    let ensemble = try SpatialEnsemble(certain, seed: 1, draws: 4)
    for reading in ExpectedUtilityModel.Reading.allCases {
      let settings = ExpectedUtilityModel.Settings(reading: reading)
      let single = try ExpectedUtilityModel(SpatialCases.emissionStandards, settings: settings)
      let spread = try ensemble.spread(settings)
      #expect(spread.values == [Double](repeating: single.forecast().longRunMedian, count: 4))
      #expect(spread.quantile(0.3) == spread.values[0])
    }
    #expect(ensemble.initialMedians().values == [7, 7, 7, 7])
    #expect(abs(ensemble.initialMeans().quantile(1) - 7.389955687) < 1e-9)
  }

  @Test("quantiles by linear interpolation")
  func quantiles() {
    let spread = SpatialEnsemble.Spread(
      values: [4, 1, 2, 8],
      endings: [.cycle(length: 2), .limit]
    )
    #expect(spread.quantile(0) == 1)
    #expect(spread.quantile(1) == 8)
    #expect(spread.quantile(0.5) == 3)
    #expect(abs(spread.quantile(0.9) - 6.8) < 1e-12)
    #expect(spread.cycles == 1)
    #expect(spread.limited == 1)
    #expect(spread.settled == 0)
  }

  @Test("what makes no ensemble is refused")
  func mistakes() {
    func mistake(_ actor: SpatialEnsemble.Actor, draws: Int = 1) -> SpatialMistake? {
      do throws(SpatialMistake) {
        _ = try SpatialEnsemble([actor, actor], seed: 0, draws: draws)
        return nil
      } catch {
        return error
      }
    }
    let one = Estimate(1)
    func actor(
      _ position: SpatialEnsemble.Estimate = Estimate(1),
      _ salience: SpatialEnsemble.Estimate = Estimate(1),
      _ capability: SpatialEnsemble.Estimate = Estimate(1)
    ) -> SpatialEnsemble.Actor {
      SpatialEnsemble.Actor(position: position, salience: salience, capability: capability)
    }
    #expect(mistake(actor()) == nil)
    #expect(mistake(actor(), draws: 0) == .setting)
    #expect(mistake(actor(Estimate(low: 2, mode: 1, high: 3))) == .notFinite(actor: 0))
    #expect(mistake(actor(Estimate(low: .nan, mode: 1, high: 3))) == .notFinite(actor: 0))
    #expect(mistake(actor(one, Estimate(low: 0.5, mode: 1, high: 1.2))) == .salience(actor: 0))
    #expect(mistake(actor(one, Estimate(0))) == .salience(actor: 0))
    #expect(mistake(actor(one, one, Estimate(low: 0, mode: 1, high: 2))) == .capability(actor: 0))
  }
}
