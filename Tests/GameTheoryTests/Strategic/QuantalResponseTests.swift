import Foundation
import TestSupport
import Testing

@testable import GameTheory

@Suite("Logit quantal response equilibria")
struct QuantalResponseTests {
  // MARK: - Known answers

  /// Selten (1975), figure 2, with the branch that Gambit prints for it: manual of gambit-logit, version 16.1.
  @Test("Selten's example has the equilibria that Gambit prints")
  func published() throws {
    let game = try StrategicGame<Double>(
      finite: [1, 1, 1, 1, 0, 2, 0, 3, 0, 2, 2, 0],
      strategyCounts: [3, 2]
    )
    let printed: [(Double, [Double])] = [
      (0, [0.333333, 0.333333, 0.333333, 0.5, 0.5]),
      (0.022853, [0.335873, 0.328284, 0.335843, 0.501962, 0.498038]),
      (0.047978, [0.338668, 0.322803, 0.33853, 0.504249, 0.495751]),
      (0.0756, [0.341747, 0.316863, 0.34139, 0.506915, 0.493085]),
      (0.105965, [0.345145, 0.310443, 0.344413, 0.510023, 0.489977]),
      (0.139346, [0.348902, 0.303519, 0.347578, 0.51364, 0.48636]),
    ]
    let branch = QuantalResponseBranch(of: game, at: printed.map { $0.0 })
    #expect(branch.end == .complete)
    for (response, (precision, probabilities)) in zip(branch.responses, printed) {
      #expect(response.precision == precision)
      for (a, b) in zip(response.strategies.joined(), probabilities) {
        #expect((a - b).magnitude < 2e-6)
      }
    }
    // Further out the first strategy is all but certain, and the other player nearly indifferent, as printed.
    let far = QuantalResponseBranch(of: game, at: [2000])
    let response = try #require(far.responses.first)
    #expect(response.residual < 1e-7)
    #expect(response.strategies[0][0] > 0.999)
    #expect((response.strategies[1][0] - 0.5).magnitude < 0.02)
  }

  @Test("Asymmetric matching pennies: halving an interval finds the same equilibrium")
  func matchingPennies() throws {
    // Goeree and Holt (2001): 80 or 320 or 44 for one outcome of the row player, 40 and 80 for the others.
    for corner in [80.0, 320, 44] {
      let game = try StrategicGame<Double>(
        finite: [corner, 40, 40, 80, 40, 80, 80, 40],
        strategyCounts: [2, 2]
      )
      let precisions = [0, 0.005, 0.02, 0.1, 0.5, 3]
      let branch = QuantalResponseBranch(of: game, at: precisions)
      #expect(branch.end == .complete)
      #expect(branch.responses.map { $0.precision } == precisions)
      for response in branch.responses {
        // The first player's reply rises with q, the second's falls with p: one fixed point.
        let λ = response.precision
        let reply = { (q: Double) in 1 / (1 + exp(-λ * ((corner - 40) * q - 40 * (1 - q)))) }
        let answer = { (p: Double) in 1 / (1 + exp(-λ * (40 * (1 - p) - 40 * p))) }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<200 {
          let middle = (low + high) / 2
          if reply(answer(middle)) > middle { low = middle } else { high = middle }
        }
        #expect((response.strategies[0][0] - low).magnitude < 1e-10)
        #expect((response.strategies[1][0] - answer(low)).magnitude < 1e-9)
        #expect(response.residual < 1e-12)
      }
      // The equilibrium of the game itself: each makes the other indifferent.
      let last = try #require(branch.responses.last)
      #expect((last.strategies[0][0] - 0.5).magnitude < 0.01)
      #expect((last.strategies[1][0] - 40 / corner).magnitude < 0.01)
    }
  }

  @Test("One player alone plays the logit choice; payoffs that never differ are played at random")
  func oneAlone() throws {
    let game = try StrategicGame<Double>(finite: [1, 3, 2], strategyCounts: [3])
    let response = try #require(QuantalResponseBranch(of: game, at: [2]).responses.first)
    let sum = exp(2.0) + exp(6) + exp(4)
    for (a, b) in zip(response.strategies[0], [exp(2) / sum, exp(6) / sum, exp(4) / sum]) {
      #expect((a - b).magnitude < 1e-14)
    }
    let flat = try StrategicGame<Double>(
      finite: [Double](repeating: 7, count: 12),
      strategyCounts: [3, 2]
    )
    let branch = QuantalResponseBranch(of: flat, at: [0, 1, 1e6])
    #expect(branch.end == .complete)
    for response in branch.responses {
      #expect(response.strategies.joined().allSatisfy { [0.5, 1.0 / 3].contains($0) })
      #expect(response.payoffs.allSatisfy { ($0 - 7).magnitude < 1e-12 })
    }
  }

  // MARK: - What is told of the branch

  @Test("Where another branch crosses, the curve goes straight on, and the crossing is told")
  func crossing() throws {
    // Meeting at one of two like places: from precision 2 on there are three equilibria.
    let game = try StrategicGame<Double>(
      finite: [1, 1, 0, 0, 0, 0, 1, 1],
      strategyCounts: [2, 2]
    )
    let branch = QuantalResponseBranch(of: game, at: [1, 3, 30])
    #expect(branch.end == .complete)
    for response in branch.responses {
      #expect(response.strategies.joined().allSatisfy { ($0 - 0.5).magnitude < 1e-12 })
    }
    let crossing = try #require(branch.crossings.first)
    #expect(branch.crossings.count == 1)
    #expect(crossing.0 <= 2 && 2 <= crossing.1 && crossing.1 - crossing.0 < 0.01)
  }

  @Test("A branch that turns back is told at the first of its points, and the turns are told")
  func turning() throws {
    // Drawn at random, and chosen for its turns.
    let found = (0..<400).lazy.compactMap { seed -> QuantalResponseBranch? in
      var random = SplitMix64(seed: UInt64(seed))
      guard let game = Self.game(&random, counts: [3, 3], range: 0...5) else { return nil }
      let branch = QuantalResponseBranch(of: game, at: [40])
      return branch.turns.count == 2 && branch.end == .complete ? branch : nil
    }.first
    let branch = try #require(found)
    #expect(branch.turns[0] > branch.turns[1])
    #expect(branch.responses[0].residual < 1e-10)
  }

  @Test("What cannot be done is a value")
  func refusals() throws {
    let game = try StrategicGame<Double>(finite: [1, 1, 0, 2, 3, 0, 1, 1], strategyCounts: [2, 2])
    for bad in [-1, .infinity, 1e308] {
      let branch = QuantalResponseBranch(of: game, at: [1, bad])
      #expect(branch.end == .notPossible(precision: bad) && branch.responses.isEmpty)
    }
    #expect(QuantalResponseBranch(of: game, at: []).end == .complete)
    let short = QuantalResponseBranch(
      of: game,
      at: [0, 1000, 0],
      effort: QuantalResponseBranch.Effort(stepLimit: 5)
    )
    #expect(short.responses.map { $0.precision } == [0])
    guard case .stepLimit(let precision) = short.end else {
      Issue.record("\(short.end)")
      return
    }
    #expect(precision > 0 && precision < 1000)
    let nan = QuantalResponseBranch(of: game, at: [.nan])
    #expect(nan.responses.isEmpty)
    if case .notPossible = nan.end {} else { Issue.record("\(nan.end)") }
  }

  // MARK: - Random games

  private static func game(
    _ random: inout SplitMix64,
    counts: [Int],
    range: ClosedRange<Int>
  ) -> StrategicGame<Double>? {
    let profiles = counts.reduce(1, *)
    let payoffs = (0..<profiles * counts.count).map { _ in Double(random.int(in: range)) }
    return try? StrategicGame(finite: payoffs, strategyCounts: counts)
  }

  /// The largest difference from the logit reply, written from the definition.
  private static func residual(_ response: QuantalResponse, _ game: StrategicGame<Double>) -> Double
  {
    var largest = 0.0
    for player in 0..<game.playerCount {
      var values = [Double](repeating: 0, count: game.strategyCounts[player])
      for profile in 0..<game.profiles.count {
        var probability = 1.0
        for other in 0..<game.playerCount where other != player {
          probability *= response.strategies[other][game.strategy(of: other, in: profile)]
        }
        let own = game.strategy(of: player, in: profile)
        values[own] += probability * game.payoff(of: player, in: profile)
      }
      let best = values.max() ?? 0
      let sum = values.reduce(0) { $0 + exp(response.precision * ($1 - best)) }
      for (strategy, value) in values.enumerated() {
        let reply = exp(response.precision * (value - best)) / sum
        largest = max(largest, (reply - response.strategies[player][strategy]).magnitude)
      }
    }
    return largest
  }

  @Test("In random games every answer meets the definition, and regrets shrink with precision")
  func randomGames() {
    let wrong = failures(seeds: 60) { random in
      let counts = (0..<random.int(in: 1...3)).map { _ in random.int(in: 1...3) }
      let range = random.oneIn(2) ? 0...4 : -50_000...50_000
      guard let game = Self.game(&random, counts: counts, range: range) else { return "no game" }
      let unit = 4 / Double(range.upperBound - range.lowerBound)
      let precisions = [0, 0.1, 1, 10, 100].map { $0 * unit }
      let branch = QuantalResponseBranch(of: game, at: precisions)
      guard branch.end == .complete else { return "\(counts): \(branch.end)" }
      guard branch.responses.map({ $0.precision }) == precisions else { return "precisions" }
      for response in branch.responses {
        guard game.areMixedStrategies(response.strategies) else { return "no probabilities" }
        let residual = Self.residual(response, game)
        guard residual < 1e-10 else { return "\(counts): residual \(residual)" }
        guard (residual - response.residual).magnitude < 1e-11 else { return "certificate" }
        for (player, regret) in response.regrets.enumerated() where response.precision > 0 {
          let bound = log(Double(counts[player])) / response.precision
          guard regret <= bound * (1 + 1e-9) + 1e-9 else { return "regret \(regret) > \(bound)" }
        }
      }
      guard let first = branch.responses.first, first.residual < 1e-15 else { return "start" }
      return zip(first.strategies, counts).allSatisfy { strategy, count in
        strategy.allSatisfy { ($0 - 1 / Double(count)).magnitude < 1e-15 }
      } ? nil : "not at random at precision 0"
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("At low precision replies contract: repeated replies find the same equilibrium")
  func contraction() {
    let wrong = failures(seeds: 40) { random in
      let counts = (0..<random.int(in: 2...3)).map { _ in random.int(in: 2...3) }
      guard let game = Self.game(&random, counts: counts, range: 0...10) else { return "no game" }
      let branch = QuantalResponseBranch(of: game, at: [0.05])
      guard let response = branch.responses.first else { return "\(branch.end)" }
      var strategies = counts.map { [Double](repeating: 1 / Double($0), count: $0) }
      for _ in 0..<300 { strategies = game.logitReplies(to: strategies, precision: 0.05) }
      let differences = zip(strategies.joined(), response.strategies.joined()).map {
        ($0 - $1).magnitude
      }
      return differences.allSatisfy { $0 < 1e-12 } ? nil : "\(differences)"
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("In symmetric games play stays symmetric; units of payoffs and zero points do not matter")
  func invariance() {
    let wrong = failures(seeds: 30) { random in
      let count = random.int(in: 2...3)
      let own = (0..<count * count).map { _ in Double(random.int(in: 0...9)) }
      var (payoffs, others): ([Double], [Double]) = ([], [])
      for a in 0..<count {
        for b in 0..<count {
          payoffs += [own[a * count + b], own[b * count + a]]
          others += [own[a * count + b] * 8 - 40, own[b * count + a] * 8 + 96]
        }
      }
      let counts = [count, count]
      guard let game = try? StrategicGame<Double>(finite: payoffs, strategyCounts: counts),
        let other = try? StrategicGame<Double>(finite: others, strategyCounts: counts)
      else { return "no game" }
      let branch = QuantalResponseBranch(of: game, at: [0.3, 2, 20])
      guard branch.end == .complete else { return "\(branch.end)" }
      for response in branch.responses {
        for (a, b) in zip(response.strategies[0], response.strategies[1]) {
          guard (a - b).magnitude < 1e-9 else { return "\(response.strategies)" }
        }
      }
      let scaled = QuantalResponseBranch(of: other, at: [0.3 / 8, 2 / 8, 20 / 8])
      for (a, b) in zip(branch.responses, scaled.responses) {
        for (p, q) in zip(a.strategies.joined(), b.strategies.joined()) {
          guard (p - q).magnitude < 1e-9 else { return "units matter: \(p), \(q)" }
        }
      }
      return scaled.end == .complete ? nil : "\(scaled.end)"
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("Steps ten times as fine lead to the same equilibria")
  func fineness() {
    let wrong = failures(seeds: 15) { random in
      let counts = [random.int(in: 2...4), random.int(in: 2...3), random.int(in: 1...3)]
      guard let game = Self.game(&random, counts: counts, range: 0...1000) else { return "no game" }
      let precisions = [0.002, 0.01, 0.05, 0.3]
      let fine = QuantalResponseBranch.Effort(correction: 0.002)
      let (a, b) = (
        QuantalResponseBranch(of: game, at: precisions),
        QuantalResponseBranch(of: game, at: precisions, effort: fine)
      )
      guard a.end == .complete, b.end == .complete else { return "\(a.end), \(b.end)" }
      for (a, b) in zip(a.responses, b.responses) {
        for (p, q) in zip(a.strategies.joined(), b.strategies.joined()) {
          guard (p - q).magnitude < 1e-9 else { return "\(a.precision): \(p), \(q)" }
        }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }
}
