import TestSupport
import Testing

@testable import GameTheory

@Suite("Probabilities of options by coalitions")
struct CoalitionExpectationTests {
  private static let utilities: [[Double]] = [
    [1, 0.7, 0.2], [0.3, 1, 0.6], [0.1, 0.5, 1], [0.9, 0.8, 0.4], [0.2, 0.9, 0.7],
  ]

  @Test("three options and five actors")
  func known() throws {
    let election = try CoalitionExpectation(
      weights: [100, 60, 40, 80, 20],
      utilities: Self.utilities
    )
    #expect(abs(election.coalitions[0, 1] - 38.00000001) < 1e-9)
    #expect(abs(election.victories[0, 2] - 0.652173913) < 1e-9)
    let printed: [(CoalitionExpectation.Method, [Double])] = [
      (.conditional, [0.270576207, 0.66515738, 0.064266414]),
      (.markovUniform, [0.28511307, 0.588294707, 0.126592223]),
      (.markovIncentive, [0.336317697, 0.591338752, 0.072343551]),
    ]
    for (method, values) in printed {
      for (found, value) in zip(election.probabilities(method), values) {
        #expect(abs(found - value) < 1e-6, "\(method)")
      }
    }
  }

  private func random(_ random: inout SplitMix64) throws -> CoalitionExpectation {
    let options = random.int(in: 1...6)
    let utilities = (0..<random.int(in: 1...6)).map { _ in
      (0..<options).map { _ in random.unit() }
    }
    return try CoalitionExpectation(
      weights: utilities.map { _ in 0.5 + 100 * random.unit() },
      utilities: utilities,
      votingRule: random.element(of: Array(VotingRule.allCases)),
      victoryModel: random.element(of: Array(VictoryModel.allCases))
    )
  }

  @Test("every distribution adds to 1 and is what its definition says")
  func definitions() throws {
    let wrong = try failures(seeds: 1000) { random in
      let election = try self.random(&random)
      let count = election.victories.count
      for method in CoalitionExpectation.Method.allCases {
        let p = election.probabilities(method)
        guard abs(p.reduce(0, +) - 1) < 1e-12, p.allSatisfy({ $0 >= 0 }) else { return "\(p)" }
        let q = self.next(p, election, method)
        for a in 0..<count where abs(p[a] - q[a]) > 1e-11 { return "\(method): \(p) and \(q)" }
      }
      for a in 0..<count {
        for b in 0..<count {
          let sum = election.victories[a, b] + election.victories[b, a]
          if abs(sum - 1) > 1e-12 { return "victories add to \(sum)" }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  /// What a definition makes of a distribution.
  private func next(
    _ p: [Double],
    _ election: CoalitionExpectation,
    _ method: CoalitionExpectation.Method
  ) -> [Double] {
    let all = p.indices
    let (victory, strength) = (election.victories, election.coalitions)
    switch method {
    case .conditional:
      let products = all.map { a in all.reduce(1.0) { $0 * victory[a, $1] } }
      return products.map { $0 / products.reduce(0, +) }
    case .markovUniform:
      return all.map { a in
        all.reduce(0) { $0 + victory[a, $1] * (p[a] + p[$1]) } / Double(p.count)
      }
    case .markovIncentive:
      func incentive(_ a: Int, _ b: Int) -> Double {
        strength[a, b] * victory[a, b] + (a == b ? 1e-10 : 0)
      }
      func challenge(_ a: Int, _ b: Int) -> Double {
        incentive(a, b) / all.reduce(0) { $0 + incentive($1, b) }
      }
      return all.map { a in
        all.reduce(0) { sum, b in
          sum + victory[a, b] * (p[a] * challenge(b, a) + p[b] * challenge(a, b))
        }
      }
    }
  }

  @Test("options and actors in another order give the same in that order")
  func order() throws {
    let wrong = try failures(seeds: 300) { random in
      let utilities = (0..<4).map { _ in (0..<5).map { _ in random.unit() } }
      let weights = (0..<4).map { _ in 1 + random.unit() }
      let options = random.permutation(of: 5)
      let actors = random.permutation(of: 4)
      let first = try CoalitionExpectation(weights: weights, utilities: utilities)
      let second = try CoalitionExpectation(
        weights: actors.map { weights[$0] },
        utilities: actors.map { actor in options.map { utilities[actor][$0] } }
      )
      for method in CoalitionExpectation.Method.allCases {
        let (a, b) = (first.probabilities(method), second.probabilities(method))
        for (place, option) in options.enumerated() where abs(a[option] - b[place]) > 1e-12 {
          return "\(method)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("votes and victories by their definitions")
  func rules() {
    let votes: [(VotingRule, Double, Double)] = [
      (.proportional, 1, -1), (.binary, 2, -2), (.proportionalBinary, 1.2, -1.2),
      (.cubic, 0.25, -0.25), (.proportionalCubic, 0.625, -0.625), (.asymmetric, 2.0 / 3, -1),
    ]
    for (rule, gain, loss) in votes {
      #expect(abs(rule.vote(weight: 2, difference: 0.5) - gain) < 1e-15, "\(rule)")
      #expect(abs(rule.vote(weight: 2, difference: -0.5) - loss) < 1e-15, "\(rule)")
      #expect(rule.vote(weight: 2, difference: 0) == 0)
    }
    #expect(abs(VotingRule.binary.vote(weight: 2, difference: 5e-9) - 1) < 1e-12)
    let victories: [(VictoryModel, Double)] = [
      (.linear, 0.75), (.square, 0.9), (.quartic, 81.0 / 82), (.octic, 6561.0 / 6562),
      (.binary, 1 / 1.000001),
    ]
    for (model, value) in victories {
      #expect(abs(model.probability(strength: 3, against: 1) - value) < 1e-15, "\(model)")
      #expect(abs(model.probability(strength: 1, against: 3) - (1 - value)) < 1e-15, "\(model)")
      #expect(model.probability(strength: 2, against: 2) == 0.5)
    }
    // Halfway in the share between as strong and a tenth stronger.
    let middle = (0.5 + 1.1 / 2.1) / 2
    let found = VictoryModel.binary.probability(strength: middle, against: 1 - middle)
    #expect(abs(found - 0.75) < 1e-12)
  }

  @Test("one option is certain; numbers that do not fit are refused")
  func edges() throws {
    let single = try CoalitionExpectation(weights: [1], utilities: [[0.3]])
    for method in CoalitionExpectation.Method.allCases {
      #expect(single.probabilities(method) == [1])
    }
    for (weights, utilities, mistake) in [
      ([1], [[]], .utilities), ([], [], .utilities), ([1, 1], [[1, 2]], .utilities),
      ([1, 1], [[1, 2], [1]], .utilities), ([1], [[.nan, 1]], .utilities),
      ([1, -1], [[1, 2], [2, 1]], .capability(actor: 1)),
    ] as [([Double], [[Double]], SpatialMistake)] {
      #expect(throws: mistake) {
        try CoalitionExpectation(weights: weights, utilities: utilities)
      }
    }
  }

  @Test("an actor without weight has no vote")
  func noWeight() throws {
    let utilities = [[0.2, 0.9, 0.1], [0.8, 0.3, 0.4]]
    let without = try CoalitionExpectation(weights: [2, 3], utilities: utilities)
    let with = try CoalitionExpectation(weights: [2, 3, 0], utilities: utilities + [[1, 0, 0.5]])
    #expect(without == with)
  }

  @Test("hundreds of options that lose to one another keep their share")
  func manyOptions() throws {
    let utilities = [(0..<400).map { Double($0 % 7) / 7 }]
    let election = try CoalitionExpectation(weights: [1e4], utilities: utilities)
    let p = election.probabilities()
    #expect(abs(p.reduce(0, +) - 1) < 1e-9)
    #expect(p.allSatisfy { $0.isFinite })
  }
}
