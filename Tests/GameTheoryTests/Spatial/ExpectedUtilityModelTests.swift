import TestSupport
import Testing

@testable import GameTheory

@Suite("The expected utility model")
struct ExpectedUtilityModelTests {
  private typealias Reading = ExpectedUtilityModel.Reading

  private func model(
    _ actors: [SpatialActor],
    _ reading: ExpectedUtilityModel.Reading,
    _ change: (inout ExpectedUtilityModel.Settings) -> Void = { _ in }
  ) throws -> ExpectedUtilityModel {
    var settings = ExpectedUtilityModel.Settings(reading: reading)
    change(&settings)
    return try ExpectedUtilityModel(actors, settings: settings)
  }

  private func randomActors(_ random: inout SplitMix64) -> [SpatialActor] {
    (0..<random.int(in: 2...6)).map { _ in
      SpatialActor(
        position: random.unit() * 20 - 5,
        salience: 0.05 + 0.95 * random.unit(),
        capability: 0.1 + random.unit()
      )
    }
  }

  @Test("the emission standards: ten rounds as the program prints them")
  func emissionStandards() throws {
    let rounds = try model(SpatialCases.emissionStandards, .code).rounds(11)
    let medians = [7, 8.416, 9.611, 9.962, 9.962, 9.962, 7.472, 8.825, 9.671, 9.671, 7]
    let means = [7.390, 7.461, 7.553, 7.590, 7.358, 7.349, 7.415, 7.510, 7.572, 7.325, 7.242]
    for (round, row) in zip(rounds, zip(medians, means)) {
      #expect(round.median.lowerBound == round.median.upperBound)
      #expect(abs(round.median.lowerBound - row.0) <= 0.0005)
      #expect(abs(round.mean - row.1) <= 0.0005)
    }
  }

  @Test("the emission standards: risk exponents of the first round in each reading")
  func exponents() throws {
    let printed: [(Reading, [Double])] = [
      (.code, [1.406, 0.754, 0.509, 1.406, 1.047, 1.047, 1.965, 0.5, 2, 1.112]),
      (.net, [1.127, 0.781, 0.5, 1.127, 1.078, 1.078, 2, 0.525, 1.472, 1.140]),
      (.paper, [1.117, 1.004, 0.5, 1.117, 1.018, 1.018, 2, 0.648, 1.454, 1.557]),
    ]
    for (reading, values) in printed {
      let round = try model(SpatialCases.emissionStandards, reading).rounds(1)[0]
      for (found, value) in zip(round.riskExponents, values) {
        #expect(abs(found - value) <= 0.0005, "\(reading)")
      }
    }
  }

  /// One data set, one set of equations, many forecasts.
  @Test("the emission standards: the forecasts of the readings part ways")
  func manyForecasts() throws {
    let actors = SpatialCases.emissionStandards
    let collapsed = try model(actors, .paper).rounds(4)[3]
    #expect(collapsed.positions.allSatisfy { abs($0 - 7) < 1e-9 })
    #expect(collapsed.hasNoSpread)
    let quiet = try model(actors, .paper) { $0.conflict = .nobodyMoves }.rounds(7)[6]
    #expect(abs(quiet.median.lowerBound - 7.71) < 0.005)
    let net = try model(actors, .net).rounds(8)
    #expect(net[6].median == 7...7)
    #expect(net[7].median == 10...10)
    let still = try model(actors, .net) { $0.conflict = .nobodyMoves }.rounds(7)[6]
    #expect(still.median == 7...7)
    #expect(abs(still.mean - 7.25) < 0.005)
  }

  @Test("every reading against a slow round written from the equations")
  func bruteForce() throws {
    let wrong = try failures(seeds: 300) { random in
      let actors = randomActors(&random)
      let quiet = random.oneIn(2) ? 1 : random.unit()
      for reading in Reading.allCases {
        let model = try model(actors, reading) {
          $0.statusQuoProbability = quiet
          $0.acceptance = .leastMovement
        }
        let round = model.round(from: model.initialPositions)
        if round.hasNoSpread { continue }
        let slow = SlowExpectedUtility(
          x: model.initialPositions,
          s: actors.map { $0.saliences[0] },
          c: actors.map { $0.capability },
          reading: reading,
          q: quiet,
          range: model.initialRange,
          median: round.median.lowerBound
        )
        let pairs = [
          (round.security, slow.security), (round.riskExponents, slow.exponents),
          (round.newPositions, slow.next),
        ]
        for (place, pair) in pairs.enumerated() {
          let isNear = zip(pair.0, pair.1).allSatisfy { abs($0 - $1) < 1e-9 * max(1, abs($1)) }
          guard isNear else { return "\(reading), \(place): \(pair.0) for \(pair.1)" }
        }
        for i in actors.indices {
          for j in actors.indices where i != j {
            let found = round.probabilities[i, j]
            let value = slow.probability(i, j, slow.exponents)
            guard abs(found - value) < 1e-12 else { return "\(reading): P(\(i), \(j)) = \(found)" }
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("on paper one of two wins; in no reading do two probabilities add to more than 1")
  func probabilities() throws {
    let wrong = try failures(seeds: 300) { random in
      let actors = randomActors(&random)
      for reading in Reading.allCases {
        let model = try model(actors, reading)
        let table = model.round(from: model.initialPositions).probabilities
        for i in actors.indices {
          for j in actors.indices where i != j {
            let sum = table[i, j] + table[j, i]
            guard table[i, j] >= 0, sum <= 1 + 1e-12 else { return "\(reading): \(sum)" }
            if reading == .paper && abs(sum - 1) > 1e-12 { return "on paper: \(sum)" }
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  /// All equations hang on shares of distances and weights.
  @Test(
    "shifted, stretched and mirrored scales, and other units of capability, change nothing else"
  )
  func invariance() throws {
    let wrong = try failures(seeds: 200) { random in
      let actors = randomActors(&random)
      let reading = random.element(of: Array(Reading.allCases))
      let isMirrored = reading != .code && random.oneIn(2)
      let shift = random.unit() * 50 - 25
      let stretch = (0.5 + random.unit() * 3) * (isMirrored ? -1 : 1)
      let unit = 0.1 + 10 * random.unit()
      let moved = actors.map {
        SpatialActor(
          position: shift + stretch * $0.positions[0],
          salience: $0.saliences[0],
          capability: unit * $0.capability
        )
      }
      let first = try model(actors, reading).rounds(1)[0]
      let second = try model(moved, reading).rounds(1)[0]
      for (a, b) in zip(first.newPositions, second.newPositions)
      where abs(shift + stretch * a - b) > 1e-8 * abs(stretch) {
        return "\(reading): \(a) becomes \(b)"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("the order of actors does not matter where no two offers are equally good")
  func order() throws {
    let wrong = try failures(seeds: 200) { random in
      let actors = randomActors(&random)
      let order = random.permutation(of: actors.count)
      let reading = random.element(of: Array(Reading.allCases))
      let first = try model(actors, reading).rounds(1)[0]
      let second = try model(order.map { actors[$0] }, reading).rounds(1)[0]
      for (place, actor) in order.enumerated()
      where abs(first.newPositions[actor] - second.newPositions[place]) > 1e-9 {
        return "\(reading): actor \(actor)"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("between equally good offers the actor that comes first is heard")
  func ties() throws {
    // The one in the middle loses to both sides, which are as far off and as strong.
    let rows = [(5, 0.2, 0.1), (0, 1, 1), (10, 1, 1)] as [(Double, Double, Double)]
    for order in [[0, 1, 2], [0, 2, 1]] {
      let round = try model(SpatialCases.actors(order.map { rows[$0] }), .paper).rounds(1)[0]
      let accepted = try #require(round.accepted[0])
      #expect(round.offers[accepted].proposer == 1)
    }
  }
}
