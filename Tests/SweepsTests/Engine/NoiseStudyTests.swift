import GameTheory
import TestSupport
import Testing

@testable import Sweeps

@Suite("Studies of noise")
struct NoiseStudyTests {
  private let level = Rational(1, 2)

  private func study(outcome: Int?, drawn: [Int] = [0, 1, 2], tolerance: Rational = 0) -> NoiseStudy
  {
    NoiseStudy(
      SmallGame.game,
      values: SmallGame.values,
      drawn: drawn,
      level: level,
      predicates: SmallGame.predicates,
      from: 0,
      outcome: outcome,
      tolerance: tolerance
    )
  }

  @Test("The result is the same with any number of threads")
  func threads() {
    let study = study(outcome: 7)
    let one = Counts(study.run(draws: 200, seed: 4, threads: 1))
    for threads in [2, 3, 7] {
      #expect(Counts(study.run(draws: 200, seed: 4, threads: threads)) == one, "\(threads) threads")
    }
    #expect(Counts(study.run(draws: 200, seed: 5, threads: 2)) != one)
  }

  @Test("Counts are those of games solved one by one at the drawn values", arguments: [0, 1])
  func counts(toleranceTenths: Int) {
    let tolerance = Rational(BigInteger(toleranceTenths), 10)
    let drawn = [2, 0]
    let exactAtRest = ExactGame(SmallGame.game, at: SmallGame.values)
    for outcome in [0, 7, exactAtRest.outcome(of: 5)] {
      let found = study(outcome: outcome, drawn: drawn, tolerance: tolerance)
        .run(draws: 150, seed: 9, threads: 2)
      var expected = Counts(predicates: 4, players: 3, drawn: 2)
      for draw in 0..<150 { add(draw, outcome, drawn, tolerance, to: &expected) }
      #expect(Counts(found) == expected, "outcome \(outcome)")
    }
  }

  private func add(
    _ draw: Int,
    _ outcome: Int,
    _ drawn: [Int],
    _ tolerance: Rational,
    to counts: inout Counts
  ) {
    // Factors from 1 - level to 1 + level in 20 000 steps.
    var point = SmallGame.values
    var shares: [Rational] = []
    for (column, variable) in drawn.enumerated() {
      let bits = CounterRandom.bits(seed: 9, row: UInt64(draw), column: UInt64(column))
      let share = Rational(BigInteger(Int(bits % 20_001)), 20_000)
      shares.append(share)
      point[variable] = point[variable] * (1 - level + share * 2 * level)
    }
    let exact = ExactGame(SmallGame.game, at: point)
    let profile = exact.profile(of: outcome)
    func isBest(_ player: Int) -> Bool {
      let regret = exact.strategic.regret(of: player, in: profile)
      return exact.truePayoff(regret, of: player) <= tolerance
    }
    let leaving = (0..<3).filter { !isBest($0) }
    for player in leaving { counts.left[player] += 1 }
    let survives = leaving.isEmpty
    if survives { counts.survived += 1 }
    var evaluator = BlockEvaluator(
      FoldedGame(SmallGame.game, settings: point.map { .fixed($0) }, tolerance: tolerance)
    )
    evaluator.load(count: 1) { _, _ in 0 }
    let settled = evaluator.settle(from: 0)[0]
    if settled.cycle.isEmpty, settled.outcome == outcome { counts.settled += 1 }
    let held = SmallGame.predicates.map { evaluator.holds($0) }
    for (index, holds) in held.enumerated() where holds { counts.held[index] += 1 }
    if !held.contains(false) { counts.allHeld += 1 }
    for (index, share) in shares.enumerated() {
      // Thirds of the 20 001 steps.
      let step = share * 20_000
      if step < 6667 {
        counts.thirds[index][0] += 1
        counts.thirds[index][1] += survives ? 1 : 0
      } else if step > 13_333 {
        counts.thirds[index][2] += 1
        counts.thirds[index][3] += survives ? 1 : 0
      }
    }
  }

  @Test("Without an outcome only the predicates are counted")
  func noOutcome() {
    let found = study(outcome: nil).run(draws: 40, seed: 1, threads: 2)
    #expect(found.survived == 0)
    #expect(found.settled == 0)
    #expect(found.left == [0, 0, 0])
    #expect(found.held.contains { $0 > 0 })
  }

  @Test("With nothing drawn every draw is the game itself")
  func nothingDrawn() {
    let found = study(outcome: 7, drawn: []).run(draws: 10, seed: 1, threads: 1)
    #expect([0, 10].contains(found.survived))
    #expect(found.held.allSatisfy { [0, 10].contains($0) })
    #expect(found.thirds.isEmpty)
  }

  /// The counts of a study, comparable.
  private struct Counts: Equatable {
    var survived = 0
    var settled = 0
    var held: [Int]
    var allHeld = 0
    var left: [Int]
    /// For each drawn variable: draws and survivals in the lowest third, then in the highest.
    var thirds: [[Int]]

    init(predicates: Int, players: Int, drawn: Int) {
      held = [Int](repeating: 0, count: predicates)
      left = [Int](repeating: 0, count: players)
      thirds = [[Int]](repeating: [0, 0, 0, 0], count: drawn)
    }

    init(_ result: NoiseStudy.Result) {
      survived = result.survived
      settled = result.settled
      held = result.held
      allHeld = result.allHeld
      left = result.left
      thirds = result.thirds.map {
        [$0.low.draws, $0.low.survived, $0.high.draws, $0.high.survived]
      }
    }
  }
}
