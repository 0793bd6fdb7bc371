import TestSupport
import Testing

@testable import GameTheory

@Suite("The spatial model of politics")
struct SpatialPoliticsTests {
  /// Positions after 27 turns as the toolkit prints them, in percent, and the probabilities.
  private static let printed: [(policy: Double, competitive: Double, probability: Double)] = [
    (43.2, 43.3, 0.2299), (43.2, 43.3, 0.2299), (38.7, 28.8, 0.1104), (38.6, 28.8, 0.1104),
    (38.7, 28.8, 0.1104), (38.6, 29.5, 0.2202), (38.7, 29.0, 0.2063), (38.7, 29.0, 0.2063),
    (38.7, 28.9, 0.2063), (38.8, 30.7, 0.2330), (38.8, 30.8, 0.2330), (38.8, 30.8, 0.2330),
    (15.0, 60.0, 0.0002),
  ]

  @Test("thirteen actors settle after 27 turns where the toolkit has them")
  func enterprise() throws {
    let run = try SpatialPolitics(SpatialCases.enterprise).run()
    #expect(run.turns == 27)
    #expect(run.ending == .settled)
    let last = try #require(run.states.last)
    for (actor, row) in Self.printed.enumerated() {
      #expect(abs(last.positions[actor][0] * 100 - row.policy) <= 0.0501, "\(actor)")
      #expect(abs(last.positions[actor][1] * 100 - row.competitive) <= 0.0501, "\(actor)")
      #expect(abs(last.probabilities[actor] - row.probability) <= 0.0000501, "\(actor)")
    }
    let risks = [
      1, -0.498, -0.452, 0.362, -0.5, -0.5, -0.497, -0.499, -0.452, 0.643, -0.383, -0.196, -0.5,
    ]
    for (found, value) in zip(run.states[0].riskAttitudes, risks) {
      #expect(abs(found - value) <= 0.000501)
    }
  }

  private var example: SpatialPolitics.Settings {
    var settings = SpatialPolitics.Settings()
    settings.method = .markovIncentive
    settings.votingRule = .proportionalCubic
    settings.transition = .stochastic(seed: 1)
    return settings
  }

  @Test("the first turn of the toolkit's example with incentives, to what it prints")
  func firstTurn() throws {
    let run = try SpatialPolitics(SpatialCases.example, settings: example).run()
    let state = run.states[0]
    for (found, value) in zip(state.riskAttitudes, [1, -0.387, -0.5, -0.001, -0.298]) {
      #expect(abs(found - value) <= 0.000501)
    }
    for (found, value) in zip(state.probabilities, [0.3154, 0.1668, 0.1082, 0.2216, 0.1880]) {
      #expect(abs(found - value) <= 0.0000501)
    }
    let challenges: [(receiver: Int, gain: Double, odds: Double)] = [
      (4, 0.0115, 0.5257), (2, 0.2315, 0.7180), (0, 0.0975, 0.4396), (2, 0.4318, 0.7837),
      (2, 0.0632, 0.5467),
    ]
    for (actor, row) in challenges.enumerated() {
      let challenge = try #require(state.challenges[actor])
      #expect(challenge.receiver == row.receiver)
      #expect(abs(challenge.gain - row.gain) <= 0.0000501)
      #expect(abs(challenge.victoryProbability - row.odds) <= 0.0000501)
    }
    let bargains: [([Double], [Double])] = [
      ([64.11, 48.13, 32.54], [64.11, 48.13, 32.54]),
      ([23.48, 63.81, 70.13], [23.48, 63.81, 70.13]),
      ([55.53, 63.19, 42.21], [55.53, 63.19, 42.21]),
      ([33.48, 18.89, 19.04], [33.48, 18.89, 19.04]),
      ([70.06, 76.00, 34.98], [70.06, 76.01, 34.98]),
    ]
    for (bargain, row) in zip(state.bargains, bargains) {
      for (found, value) in zip(bargain.initiatorPosition + bargain.receiverPosition, row.0 + row.1)
      {
        #expect(abs(found * 100 - value) < 1e-9)
      }
    }
    let choices = [
      [0.0054, 0.2444, 0.7502], [0.4205, 0.5795], [0.0859, 0.1976, 0.2255, 0.4215, 0.0695],
      [0.3948, 0.6052], [0.0264, 0.9486, 0.0250],
    ]
    for (choice, row) in zip(state.choices, choices) {
      #expect(choice.probabilities.count == row.count)
      for (found, value) in zip(choice.probabilities, row) {
        #expect(abs(found - value) <= 0.0000501)
      }
    }
  }

  @Test("drawn choices hang on the seed and on nothing else")
  func draws() throws {
    let first = try SpatialPolitics(SpatialCases.example, settings: example).run()
    #expect(try SpatialPolitics(SpatialCases.example, settings: example).run() == first)
    var other = example
    var differing = 0
    var chosen = 0
    for seed in 2..<42 as Range<UInt64> {
      other.transition = .stochastic(seed: seed)
      let run = try SpatialPolitics(SpatialCases.example, settings: other).run()
      if run != first { differing += 1 }
      if run.states[0].choices[0].chosen == 2 { chosen += 1 }
    }
    #expect(differing == 40)
    // The third of its choices has a probability of 0.75.
    #expect((20...39).contains(chosen))
  }

  private func randomActors(_ random: inout SplitMix64) -> [SpatialActor] {
    let issues = random.int(in: 1...3)
    return (0..<random.int(in: 2...6)).map { _ in
      let saliences = (0..<issues).map { _ in 0.1 + random.unit() }
      let total = saliences.reduce(0, +) * (1 + random.unit())
      return SpatialActor(
        positions: (0..<issues).map { _ in random.unit() },
        saliences: saliences.map { $0 / total },
        capability: 1 + 100 * random.unit()
      )
    }
  }

  @Test("whatever the options, numbers stay in their bounds and probabilities add to 1")
  func options() throws {
    let wrong = try failures(seeds: 200) { random in
      var settings = SpatialPolitics.Settings()
      settings.victoryModel = random.element(of: Array(VictoryModel.allCases))
      settings.votingRule = random.element(of: Array(VotingRule.allCases))
      settings.method = random.element(of: Array(CoalitionExpectation.Method.allCases))
      settings.riskRange = random.element(of: Array(SpatialPolitics.RiskRange.allCases))
      settings.perception = random.element(of: Array(SpatialPolitics.Perception.allCases))
      settings.commitment = random.element(of: Array(SpatialPolitics.Commitment.allCases))
      settings.interpolation = random.element(of: Array(SpatialPolitics.Interpolation.allCases))
      settings.bargainView = random.element(of: Array(SpatialPolitics.BargainView.allCases))
      if random.oneIn(2) { settings.transition = .stochastic(seed: random.next()) }
      settings.turnLimit = 6
      let run = try SpatialPolitics(randomActors(&random), settings: settings).run()
      let bounds: ClosedRange<Double> =
        switch settings.riskRange {
        case .least: 0...1
        case .middle: -0.5...1
        case .most: -1...1
        }
      for state in run.states {
        let positions = state.positions.flatMap { $0 }
        guard positions.allSatisfy({ (0...1).contains($0) }) else { return "\(positions)" }
        let risks = state.riskAttitudes
        // The bounds are met, up to rounding; where nothing tells the actors apart, all are 0.
        guard let least = risks.min(), let most = risks.max(),
          least == 0 && most == 0
            || abs(least - bounds.lowerBound) < 1e-12 && abs(most - bounds.upperBound) < 1e-12
        else { return "\(risks)" }
        for choice in state.choices where abs(choice.probabilities.reduce(0, +) - 1) > 1e-9 {
          return "\(choice)"
        }
      }
      let isLast = run.turns == 6
      return isLast || run.ending == .settled ? nil : "it ends after \(run.turns) turns"
    }
    #expect(wrong == [])
  }

  @Test("actors in another order end up at the same places")
  func order() throws {
    let wrong = try failures(seeds: 100) { random in
      let actors = randomActors(&random)
      let order = random.permutation(of: actors.count)
      var settings = SpatialPolitics.Settings()
      settings.turnLimit = 3
      let first = try SpatialPolitics(actors, settings: settings).run()
      let second = try SpatialPolitics(order.map { actors[$0] }, settings: settings).run()
      guard first.turns == second.turns else { return "other turns" }
      let (a, b) = (first.states[first.turns], second.states[second.turns])
      for (place, actor) in order.enumerated() {
        for (x, y) in zip(a.positions[actor], b.positions[place]) where abs(x - y) > 1e-9 {
          return "actor \(actor) at \(x) and \(y)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("the run ends with the first turn that is quiet, after two")
  func stop() throws {
    let run = try SpatialPolitics(SpatialCases.enterprise).run()
    let moved = zip(run.states, run.states.dropFirst()).map { before, after in
      zip(before.positions, after.positions).reduce(0) {
        $0 + SpatialPolitics.distance($1.0, $1.1)
      }
    }
    let ratios = moved.map { $0 / (moved[0] + 1e-4) }
    #expect(ratios.dropFirst().firstIndex { $0 < 0.02 } == moved.count - 1)
    var settings = SpatialPolitics.Settings()
    settings.turnLimit = 5
    let short = try SpatialPolitics(SpatialCases.enterprise, settings: settings).run()
    #expect(short.ending == .limit)
    // The last state has had no turn.
    #expect(Array(short.states.dropLast()) == Array(run.states.prefix(5)))
    #expect(short.states[5].positions == run.states[5].positions)
  }

  @Test("ideal points follow positions as far as they are told to")
  func ideals() throws {
    var settings = SpatialPolitics.Settings()
    settings.turnLimit = 4
    let plain = try SpatialPolitics(SpatialCases.example, settings: settings).run()
    settings.accommodation = (0..<5).map { i in (0..<5).map { i == $0 ? 1 : 0 } }
    let identity = try SpatialPolitics(SpatialCases.example, settings: settings).run()
    #expect(identity == plain)
    settings.accommodation = [[Double]](repeating: [0, 0, 0, 0, 0], count: 5)
    let fixed = try SpatialPolitics(SpatialCases.example, settings: settings).run()
    #expect(fixed.states.allSatisfy { $0.ideals == fixed.states[0].positions })
    #expect(fixed != plain)
    settings.accommodation = [[1, 1, 0, 0, 0]]
    #expect(throws: SpatialMistake.setting) {
      try SpatialPolitics(SpatialCases.example, settings: settings)
    }
  }

  @Test("two at one place are at rest, and positions outside of 0...1 are refused")
  func edges() throws {
    let same = SpatialActor(positions: [0.5], saliences: [0.5], capability: 1)
    let run = try SpatialPolitics([same, same]).run()
    #expect(run.ending == .settled)
    #expect(run.turns == 2)
    #expect(run.states[0].riskAttitudes == [0, 0])
    #expect(run.states[0].probabilities == [1, 1])
    let outside = SpatialActor(positions: [1.5], saliences: [0.5], capability: 1)
    #expect(throws: SpatialMistake.position(actor: 1)) { try SpatialPolitics([same, outside]) }
    let careless = SpatialActor(positions: [0.5], saliences: [0], capability: 1)
    #expect(throws: SpatialMistake.salience(actor: 0)) { try SpatialPolitics([careless, same]) }
  }
}
