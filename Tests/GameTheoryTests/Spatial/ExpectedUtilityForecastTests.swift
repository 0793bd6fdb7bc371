import TestSupport
import Testing

@testable import GameTheory

@Suite("Forecasts of the expected utility model")
struct ExpectedUtilityForecastTests {
  private func model(
    _ rows: [(Double, Double, Double)],
    _ reading: ExpectedUtilityModel.Reading,
    _ change: (inout ExpectedUtilityModel.Settings) -> Void = { _ in }
  ) throws -> ExpectedUtilityModel {
    var settings = ExpectedUtilityModel.Settings(reading: reading)
    change(&settings)
    return try ExpectedUtilityModel(SpatialCases.actors(rows), settings: settings)
  }

  @Test("a median that flips for ever is a cycle of two")
  func flips() throws {
    let forecast = try model([(9, 1, 0.5), (10, 1, 0.5), (10, 0.3, 0.3)], .paper).forecast()
    #expect(forecast.ending == .cycle(length: 2))
    #expect(forecast.medians == [10, 9, 10])
    #expect(forecast.longRunMedian == 9.5)
  }

  @Test("a cycle of three that is entered later on")
  func laterCycle() throws {
    let rows = [(6, 0.9, 0.9), (10, 0.4, 0.8), (2, 0.9, 1)] as [(Double, Double, Double)]
    let running = try model(rows, .net) { $0.quietShare = nil }.forecast()
    #expect(running.ending == .cycle(length: 3))
    let count = running.rounds.count
    #expect(running.positions == running.rounds[count - 3].positions)
    #expect(count > 3 && running.rounds[0].positions != running.positions)
    // The median rests at first, so the run that waits for that ends before.
    #expect(try model(rows, .net).forecast().ending == .settled)
    let patient = try model(rows, .net) { $0.quietRounds = 50 }.forecast()
    #expect(patient.ending == .cycle(length: 3))
  }

  @Test("without spread in security or position exponents are 1 and nobody moves")
  func noSpread() throws {
    for rows in [
      [(0, 0.5, 1), (10, 0.5, 1)], [(3, 0.5, 1), (3, 1, 2), (3, 0.1, 1)],
      [(0, 0.7, 1), (0.1, 0.7, 1)],
    ] as [[(Double, Double, Double)]] {
      for reading in ExpectedUtilityModel.Reading.allCases {
        let model = try model(rows, reading)
        let forecast = model.forecast()
        #expect(forecast.ending == .noSpread)
        #expect(forecast.rounds.count == 1)
        #expect(forecast.rounds[0].riskExponents.allSatisfy { $0 == 1 })
        #expect(forecast.positions == model.initialPositions)
        #expect(forecast.rounds[0].offers == [])
      }
    }
  }

  @Test("endings: the limit, a rest of the median, a rest of everybody")
  func endings() throws {
    let actors = SpatialCases.emissionStandards
    var settings = ExpectedUtilityModel.Settings(reading: .code)
    settings.roundLimit = 3
    let short = try ExpectedUtilityModel(actors, settings: settings).forecast()
    #expect(short.ending == .limit)
    #expect(short.rounds.count == 3)
    settings.roundLimit = 100
    // The median first rests in the fourth round, while others move.
    let rested = try ExpectedUtilityModel(actors, settings: settings).forecast()
    #expect(rested.ending == .settled)
    #expect(rested.rounds.count == 4)
    #expect(rested.rounds[3].moves.count == 3)
    settings.quietRounds = 2
    let longer = try ExpectedUtilityModel(actors, settings: settings).forecast()
    #expect(longer.rounds.count == 5)
  }

  @Test("a forecast is the rounds one after the other")
  func rounds() throws {
    var settings = ExpectedUtilityModel.Settings(reading: .net)
    settings.quietShare = nil
    settings.roundLimit = 12
    let model = try ExpectedUtilityModel(SpatialCases.emissionStandards, settings: settings)
    let forecast = model.forecast()
    #expect(forecast.rounds == model.rounds(12))
    for (before, after) in zip(forecast.rounds, forecast.rounds.dropFirst()) {
      #expect(before.newPositions == after.positions)
    }
  }

  @Test("who accepts what")
  func acceptance() throws {
    let wrong = try failures(seeds: 200) { random in
      let rows = (0..<5).map { _ in (random.unit() * 10, random.unit(), 0.1 + random.unit()) }
      for (acceptance, conflict) in [
        (ExpectedUtilityModel.Acceptance.leastMovement, ExpectedUtilityModel.Conflict.nobodyMoves),
        (.mostPower, .loserMoves), (.program, .loserMoves),
      ] {
        let model = try model(rows, .paper) {
          $0.acceptance = acceptance
          $0.conflict = conflict
        }
        let round = model.round(from: model.initialPositions)
        for (mover, index) in round.accepted.enumerated() {
          let own = round.offers.filter { $0.mover == mover && $0.kind != .stalemate }
          guard let index else {
            let isRight = own.allSatisfy { acceptance == .program && $0.kind == .capitulation }
            if isRight && round.newPositions[mover] == rows[mover].0 { continue }
            return "actor \(mover) accepts nothing of \(own)"
          }
          let accepted = round.offers[index]
          guard accepted.mover == mover else { return "an offer to another one" }
          let isStill = conflict == .nobodyMoves && accepted.kind == .confrontation
          let place = isStill ? rows[mover].0 : accepted.position
          guard round.newPositions[mover] == place else { return "actor \(mover) moves elsewhere" }
          let hasBetter = own.contains { offer in
            switch acceptance {
            case .mostPower: model.weights[offer.proposer] > model.weights[accepted.proposer]
            case .leastMovement, .program:
              offer.kind == .confrontation && accepted.kind != .confrontation
            }
          }
          if hasBetter { return "\(acceptance): actor \(mover) has a better offer" }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("an actor without capability has no vote, one alone stays where it is")
  func trifles() throws {
    func actor(_ x: Double, _ c: Double) -> SpatialActor {
      SpatialActor(position: x, salience: 0.5, capability: c)
    }
    let voters = [actor(0, 1), actor(4, 2), actor(10, 1.5)]
    for reading in ExpectedUtilityModel.Reading.allCases {
      let settings = ExpectedUtilityModel.Settings(reading: reading)
      let without = try ExpectedUtilityModel(voters, settings: settings)
      let with = try ExpectedUtilityModel(voters + [actor(7, 0)], settings: settings)
      // Its vote is missing from every probability; in the reading of the program its position is counted.
      let (few, all) = (
        without.round(from: without.initialPositions), with.round(from: with.initialPositions)
      )
      #expect(few.median == all.median && few.mean == all.mean)
      if reading != .code {
        for i in 0..<3 {
          for j in 0..<3 {
            #expect(few.neutralProbabilities[i, j] == all.neutralProbabilities[i, j])
          }
        }
      }
      let alone = try ExpectedUtilityModel([voters[1]], settings: settings).forecast()
      #expect(alone.positions == [4] && alone.ending == .noSpread)
    }
  }

  @Test("what makes no model is refused")
  func mistakes() {
    let good = SpatialActor(position: 1, salience: 0.5, capability: 1)
    func mistake(
      _ other: SpatialActor?,
      _ change: (inout ExpectedUtilityModel.Settings) -> Void = { _ in }
    ) -> SpatialMistake? {
      var settings = ExpectedUtilityModel.Settings(reading: .paper)
      change(&settings)
      var actors = [good]
      if let other { actors.append(other) }
      do throws(SpatialMistake) {
        _ = try ExpectedUtilityModel(actors, settings: settings)
        return nil
      } catch {
        return error
      }
    }
    #expect(mistake(good) == nil)
    #expect(mistake(nil) == nil)
    #expect(throws: SpatialMistake.tooFewActors) {
      try ExpectedUtilityModel([], settings: ExpectedUtilityModel.Settings(reading: .paper))
    }
    let two = SpatialActor(positions: [1, 2], saliences: [0.5, 0.5], capability: 1)
    #expect(mistake(two) == .issueCount(actor: 1))
    func actor(_ x: Double, _ s: Double, _ c: Double) -> SpatialActor {
      SpatialActor(position: x, salience: s, capability: c)
    }
    #expect(mistake(actor(.nan, 0.5, 1)) == .notFinite(actor: 1))
    #expect(mistake(actor(0, 1.5, 1)) == .salience(actor: 1))
    #expect(mistake(actor(0, -0.1, 1)) == .salience(actor: 1))
    #expect(mistake(actor(0, 0.5, 0)) == nil)
    #expect(mistake(actor(0, 0.5, -1)) == .capability(actor: 1))
    #expect(mistake(good) { $0.roundLimit = 0 } == .setting)
    #expect(mistake(good) { $0.quietRounds = 0 } == .setting)
    #expect(mistake(good) { $0.statusQuoProbability = 1.1 } == .setting)
    #expect(mistake(good) { $0.quietShare = .nan } == .setting)
  }
}
