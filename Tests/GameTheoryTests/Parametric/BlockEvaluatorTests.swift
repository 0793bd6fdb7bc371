import TestSupport
import Testing

@testable import GameTheory

@Suite("Games decided at many points at a time")
struct BlockEvaluatorTests {
  @Test(
    "Equilibria at every point are those of the definition",
    arguments: [[1, 2, 5], [63, 64]]
  )
  func equilibria(pointCounts: [Int]) {
    let wrong = failures(seeds: pointCounts[0] == 1 ? 400 : 25) { source in
      let sample = EvaluationCase(&source, pointCounts: pointCounts)
      var evaluator = sample.evaluator()
      let sets = evaluator.equilibria()
      guard sets.map({ $0.outcome }) == Set(sets.map { $0.outcome }).sorted() else {
        return "outcomes do not ascend"
      }
      guard sets.allSatisfy({ $0.points != 0 && $0.points & ~sample.all == 0 }) else {
        return "points that are not there"
      }
      for point in sample.points.indices {
        let found = sets.filter { $0.points >> UInt64(point) & 1 == 1 }.map { $0.outcome }
        let expected = sample.slowGame(point).equilibria(sample.tolerance)
        guard found == expected else { return "\(found) for \(expected): \(sample.text(point))" }
      }
      return evaluator.equilibria() == sets ? nil : "a second answer differs"
    }
    #expect(wrong == [])
  }

  @Test("Best replies of single players are those of the definition")
  func bestReply() {
    let wrong = failures(seeds: 200) { source in
      let sample = EvaluationCase(&source, pointCounts: [1])
      var evaluator = sample.evaluator()
      let slow = sample.slowGame(0)
      for player in 0..<sample.random.shape.playerCount {
        for outcome in sample.random.shape.legal {
          let expected = slow.stays(player, outcome, sample.tolerance)
          guard evaluator.isBestReply(of: player, in: outcome) == expected else {
            return "\(player) in \(outcome): \(sample.text(0))"
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test(
    "Every kind of predicate is decided as by its definition",
    arguments: [[1, 2, 5], [63, 64]]
  )
  func predicates(pointCounts: [Int]) {
    let wrong = failures(seeds: pointCounts[0] == 1 ? 300 : 12) { source in
      let sample = EvaluationCase(&source, pointCounts: pointCounts)
      let predicates = (0..<12).map { _ in sample.random.predicate(&source) }
      var evaluator = sample.evaluator(predicates)
      let found = predicates.indices.map { evaluator.points(ofPredicate: $0) }
      guard found.allSatisfy({ $0 & ~sample.all == 0 }) else { return "points that are not there" }
      for point in sample.points.indices {
        let slow = sample.slowGame(point)
        let exact = sample.exactPoint(point)
        for (index, predicate) in predicates.enumerated() {
          let expected = slow.holds(predicate, sample.tolerance) {
            $0.evaluated(at: exact).signum
          }
          guard (found[index] >> UInt64(point) & 1 == 1) == expected else {
            return "\(predicate) is \(expected): \(sample.text(point))"
          }
          if let constant = evaluator.constantValue(ofPredicate: index), constant != expected {
            return "\(predicate) is not \(constant) everywhere: \(sample.text(point))"
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("A predicate brought in after loading is decided at the only point")
  func lateTests() {
    let wrong = failures(seeds: 200) { source in
      let sample = EvaluationCase(&source, pointCounts: [1])
      var evaluator = sample.evaluator()
      let slow = sample.slowGame(0)
      for _ in 0..<6 {
        let predicate = sample.random.predicate(&source)
        let expected = slow.holds(predicate, sample.tolerance) {
          $0.evaluated(at: sample.exactPoint(0)).signum
        }
        guard evaluator.holds(predicate) == expected else {
          return "\(predicate) is \(expected): \(sample.text(0))"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Blocks loaded one after the other do not disturb each other")
  func manyBlocks() {
    let wrong = failures(seeds: 60) { source in
      let sample = EvaluationCase(&source, pointCounts: [20])
      let predicates = (0..<5).map { _ in sample.random.predicate(&source) }
      let start = sample.random.shape.legal[0]
      var whole = sample.evaluator(predicates)
      let equilibria = whole.equilibria()
      let held = predicates.indices.map { whole.points(ofPredicate: $0) }
      let settled = whole.settle(from: start)
      var single = BlockEvaluator(sample.folded, predicates: predicates)
      for point in sample.points.indices {
        single.load(count: 1) { variable, _ in Double(sample.points[point][variable]) / 1000 }
        let bit: UInt64 = 1 << UInt64(point)
        guard
          single.equilibria().map({ $0.outcome })
            == equilibria.filter({ $0.points & bit != 0 }).map({ $0.outcome }),
          predicates.indices.allSatisfy({
            (single.points(ofPredicate: $0) == 1) == (held[$0] & bit != 0)
          })
        else { return sample.text(point) }
        let here = settled.first { $0.points & bit != 0 }
        let alone = single.settle(from: start)
        guard alone.count == 1, alone[0].outcome == here?.outcome, alone[0].cycle == here?.cycle
        else {
          return "settling: \(sample.text(point))"
        }
        let player = source.int(in: 0...sample.random.shape.playerCount - 1)
        let first = single.payoff(of: player, in: start, at: 0)
        let second = whole.payoff(of: player, in: start, at: point)
        guard first == second else { return "payoff \(first), \(second): \(sample.text(point))" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  // MARK: - Settling

  @Test("Play settles, or cycles, as by the definition", arguments: [[1, 2, 5], [63, 64]])
  func settling(pointCounts: [Int]) {
    let wrong = failures(seeds: pointCounts[0] == 1 ? 500 : 25) { source in
      let sample = EvaluationCase(&source, pointCounts: pointCounts)
      var evaluator = sample.evaluator()
      let start = source.element(of: sample.random.shape.legal)
      let settled = evaluator.settle(from: start)
      let union = settled.reduce(UInt64(0)) { $0 ^ $1.points }
      guard union == sample.all,
        settled.reduce(0, { $0 + $1.points.nonzeroBitCount }) == sample.points.count
      else { return "points are lost or doubled: \(settled)" }
      for point in sample.points.indices {
        let expected = sample.slowGame(point).settle(from: start, sample.tolerance)
        guard let found = settled.first(where: { $0.points >> UInt64(point) & 1 == 1 }) else {
          return "no answer at \(point)"
        }
        let isRight =
          if let rest = expected.rest {
            found.cycle.isEmpty && found.outcome == rest
          } else {
            found.cycle == expected.cycle && found.cycle.first == found.outcome
          }
        guard isRight else {
          return "\(found) for \(expected) from \(start): \(sample.text(point))"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Settling agrees with the strategic form at the point, in cycles too")
  func settlingAgreesWithStrategicForm() {
    let wrong = failures(seeds: 300) { source in
      let sample = EvaluationCase(&source, pointCounts: [1])
      guard sample.toleranceTenths == 0 else { return nil }
      var evaluator = sample.evaluator()
      let exact = ExactGame(sample.random.game, at: sample.exactPoint(0))
      let start = source.element(of: sample.random.shape.legal)
      let path = exact.strategic.settling(from: exact.profile(of: start))
      let found = evaluator.settle(from: start)[0]
      let cycle = path.cycle.map { exact.outcome(of: $0) }
      guard found.cycle == cycle,
        path.rest == nil || found.outcome == path.rest.map({ exact.outcome(of: $0) })
      else { return "\(found) for \(path): \(sample.text(0))" }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Matching pennies cycle at every point, from the outcome where the cycle is entered")
  func matchingPennies() {
    // The first player wants its option to equal the other's; a third decision is the stakes' size.
    let x = Polynomial(variable: 0)
    func both(_ option: Int) -> [ParametricGame.Condition] {
      (0..<2).map { .init(decision: $0, applies: [option == 0, option == 1]) }
    }
    let game = ParametricGame(
      playerCount: 2,
      decisions: [.init(player: 0, optionCount: 2), .init(player: 1, optionCount: 2)],
      bases: [Polynomial(constant: 0)],
      effects: [
        .init(interest: 0, conditions: both(0), amount: x),
        .init(interest: 0, conditions: both(1), amount: x),
      ],
      stakes: [
        .init(player: 0, interest: 0, weight: Polynomial(constant: 1)),
        .init(player: 1, interest: 0, weight: Polynomial(constant: -1)),
      ]
    )
    var evaluator = BlockEvaluator(FoldedGame(game, settings: [.varying(-1...1)]))
    evaluator.load(count: 3) { _, point in [0.5, 0, -0.5][point] }
    let settled = evaluator.settle(from: 1).sorted { $0.points < $1.points }
    #expect(settled.map { $0.points } == [1, 2, 4])
    #expect(settled[0].cycle == [1, 3, 2, 0])
    #expect(settled[0].outcome == 1)
    #expect(settled[1].cycle == [])
    #expect(settled[1].outcome == 1)
    #expect(areRotations(settled[2].cycle, [1, 0, 2, 3]))
    #expect(evaluator.equilibria().map { $0.points } == [2, 2, 2, 2])
    #expect(evaluator.holds(.atRest(from: 1) { _ in .constant(true) }) == false)
  }

  // MARK: - Payoffs

  @Test("Payoffs are the exact ones within rounding")
  func payoffs() {
    let wrong = failures(seeds: 150) { source in
      let sample = EvaluationCase(&source, pointCounts: [1, 2, 64])
      var evaluator = sample.evaluator()
      let point = source.int(in: 0...sample.points.count - 1)
      let slow = sample.slowGame(point)
      for outcome in sample.random.shape.outcomes.indices {
        for player in 0..<sample.random.shape.playerCount {
          let exact = Double(slow.payoff(player, outcome)) / Double(RandomParametricGame.scale)
          let found = evaluator.payoff(of: player, in: outcome, at: point)
          // Sums of magnitudes stay below 3 stakes times (8 effects and a base) times 30 * 30.
          guard abs(found - exact) <= 3 * 9 * 900 * 40 * 0x1p-53 else {
            return "\(found) for \(exact): \(sample.text(point))"
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("The same point has the same answers, whether variables are fixed or vary, in any box")
  func anyBox() {
    let wrong = failures(seeds: 70) { source in
      let sample = EvaluationCase(&source, pointCounts: [1])
      let predicates = (0..<6).map { _ in sample.random.predicate(&source) }
      let start = source.element(of: sample.random.shape.legal)
      let values = sample.points[0].map { Double($0) / 1000 }
      var answers: [Answers] = []
      for variant in 0..<6 {
        let settings = (0..<3).map { variable -> FoldedGame.Setting in
          let value = values[variable]
          return switch variant {
          case 0: .fixed(sample.exactPoint(0)[variable])
          case 1: .varying(value...value)
          case 2: .varying(value - 0.001...value + 0.001)
          case 3: .varying(value - 1000...value + 7)
          case 4: .varying(min(0, value)...1e9)
          default: variable == 1 ? .varying(-3...3) : .fixed(sample.exactPoint(0)[variable])
          }
        }
        let folded = FoldedGame(
          sample.random.game,
          settings: settings,
          tolerance: sample.folded.tolerance
        )
        var evaluator = BlockEvaluator(folded, predicates: predicates)
        evaluator.load(count: 1) { variable, _ in values[variable] }
        answers.append(
          Answers(
            equilibria: evaluator.equilibria().map { $0.outcome },
            held: predicates.indices.map { evaluator.points(ofPredicate: $0) },
            settled: evaluator.settle(from: start),
            payoffs: sample.random.shape.outcomes.indices.flatMap { outcome in
              (0..<sample.random.shape.playerCount).map {
                evaluator.payoff(of: $0, in: outcome, at: 0)
              }
            }
          )
        )
      }
      for (variant, answer) in answers.enumerated() where answer != answers[0] {
        return "box \(variant): \(answer) for \(answers[0]): \(sample.text(0))"
      }
      return nil
    }
    #expect(wrong == [])
  }

  private struct Answers: Equatable {
    let equilibria: [Int]
    let held: [UInt64]
    let settled: [BlockEvaluator.Settling]
    let payoffs: [Double]
  }

  // MARK: - Exact ties

  @Test("A sum of decimals that is a tie is one, though floating point says otherwise")
  func decimalTies() {
    let x = Polynomial(variable: 0)
    let y = Polynomial(variable: 1)
    let limit = Polynomial(constant: Rational(3, 10))
    let predicates = [Predicate.sign(x + y - limit, .equal), .sign(x + y - limit, .greater)]
    let folded = FoldedGame(
      RandomParametricGame.empty,
      settings: [.varying(0...1), .varying(0...1)]
    )
    var evaluator = BlockEvaluator(folded, predicates: predicates)
    let points: [(Double, Double)] = [
      (0.1, 0.2), (0.1 + 0.2, 0), (0.3, 0), ((0.1 as Double).nextUp, 0.2), (0.1, (0.2).nextDown),
      (0.15, 0.15), (0.7, -0.4), (1 - 0.7, 0),
    ]
    evaluator.load(count: points.count) { variable, point in
      variable == 0 ? points[point].0 : points[point].1
    }
    // 1 - 0.7 prints as 0.30000000000000004, 0.1 + 0.2 too.
    #expect(evaluator.points(ofPredicate: 0) == 0b0110_0101)
    #expect(evaluator.points(ofPredicate: 1) == 0b1000_1010)
  }

  @Test("Points on a tie of long decimals, and the neighbours of their doubles, are told apart")
  func neighboursOfTies() {
    let wrong = failures(seeds: 300) { source in
      let place = Double(source.int(in: -1 << 53...1 << 53)) * 0x1p-53
      let other = Double(source.int(in: 1...1 << 53)) * 0x1p-51
      let x = Polynomial(variable: 0)
      let y = Polynomial(variable: 1)
      let tie = Polynomial(constant: Rational(decimalOf: place))
      let extra = Polynomial(constant: Rational(decimalOf: Double(source.int(in: 1...999)) / 1000))
      // Zero at the place, multiplied out with a factor that is positive.
      let product = (x - tie) * (y + extra) * (source.oneIn(2) ? y : extra)
      let box = [FoldedGame.Setting.varying(-1.5...1.5), .varying(0...4)]
      var evaluator = BlockEvaluator(
        FoldedGame(RandomParametricGame.empty, settings: box),
        predicates: [.sign(product, .less), .sign(product, .equal), .sign(product, .greater)]
      )
      let values = [place.nextDown, place, place.nextUp]
      evaluator.load(count: 3) { variable, point in variable == 0 ? values[point] : other }
      let found = (0..<3).map { evaluator.points(ofPredicate: $0) }
      return found == [1, 2, 4] ? nil : "\(place), \(other): \(found)"
    }
    #expect(wrong == [])
  }

  @Test("Games at decimals that floating point confuses are decided in rational arithmetic")
  func confusableDecimals() {
    let wrong = failures(seeds: 90) { source in
      let random = RandomParametricGame(&source)
      let values: [Double] = [
        0.1, 0.2, 0.1 + 0.2, 0.3, 0.7, 1 - 0.7, 1.1 - 1, 0.1 * 3, -0.1, 1e-17, 0,
      ]
      let points = (0..<2).map { _ in (0..<3).map { _ in source.element(of: values) } }
      let tolerance = source.element(of: [Rational(0), Rational(3, 10), Rational(1, 10)])
      let predicates = (0..<4).map { _ in random.predicate(&source, depth: 1) }
      let folded = FoldedGame(
        random.game,
        settings: (0..<3).map { _ in .varying(-0.1...0.8) },
        tolerance: tolerance
      )
      var evaluator = BlockEvaluator(folded, predicates: predicates)
      evaluator.load(count: points.count) { variable, point in points[point][variable] }
      let start = source.element(of: random.shape.legal)
      for (index, point) in points.enumerated() {
        let exact = point.map { Rational(decimalOf: $0) }
        let slow = SlowGame(
          shape: random.shape,
          payoffs: random.shape.outcomes.indices.map { outcome in
            (0..<random.shape.playerCount).map {
              random.game.payoff(of: $0, in: outcome).evaluated(at: exact)
            }
          }
        )
        let bit: UInt64 = 1 << UInt64(index)
        let equilibria = evaluator.equilibria().filter { $0.points & bit != 0 }
        guard equilibria.map({ $0.outcome }) == slow.equilibria(tolerance) else {
          return "equilibria at \(point)"
        }
        for (number, predicate) in predicates.enumerated() {
          let expected = slow.holds(predicate, tolerance) { $0.evaluated(at: exact).signum }
          guard (evaluator.points(ofPredicate: number) & bit != 0) == expected else {
            return "\(predicate) at \(point)"
          }
        }
        let settled = evaluator.settle(from: start).first { $0.points & bit != 0 }
        let expected = slow.settle(from: start, tolerance)
        guard let settled, areRotations(settled.cycle, expected.cycle),
          expected.rest == nil || settled.outcome == expected.rest
        else { return "settling at \(point)" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("A sign is right where products of tiny values underflow")
  func underflow() {
    let x = (0..<3).map { Polynomial(variable: $0) }
    let huge = Polynomial(constant: Rational(BigInteger(10).power(300)))
    // At the point 1e300 * 1e-200 * 1e-200 - 1e-200 * 1e99, or 1e-100 - 1e-101.
    let polynomial = huge * x[0] * x[1] - x[0] * x[2]
    let folded = FoldedGame(
      RandomParametricGame.empty,
      settings: [.varying(0...1e-200), .varying(0...1e-200), .varying(0...1e99)]
    )
    var evaluator = BlockEvaluator(folded, predicates: [.sign(polynomial, .greater)])
    evaluator.load(count: 1) { variable, _ in [1e-200, 1e-200, 1e99][variable] }
    #expect(evaluator.points(ofPredicate: 0) == 1)
  }

  @Test("Signs at values and coefficients too large for floating point are decided exactly")
  func overflow() {
    let x = Polynomial(variable: 0)
    let y = Polynomial(variable: 1)
    let huge = Polynomial(constant: Rational(BigInteger(10).power(390)))
    let tests: [Predicate] = [
      .sign(x * x * y - huge * x, .less), .sign(x * x * x - y * y * y, .equal),
      .sign(huge * y - huge, .greater), .sign(x * y - x - x, .less),
    ]
    let folded = FoldedGame(
      RandomParametricGame.empty,
      settings: [.varying(0...1e300), .varying(0...1e300)]
    )
    var evaluator = BlockEvaluator(folded, predicates: tests)
    evaluator.load(count: 2) { variable, point in point == 0 ? 1e300 : variable == 0 ? 1 : 2 }
    #expect(tests.indices.map { evaluator.points(ofPredicate: $0) } == [2, 1, 3, 0])
  }
}

extension RandomParametricGame {
  /// A game about nothing, for predicates on signs alone.
  static let empty = ParametricGame(
    playerCount: 1,
    decisions: [ParametricGame.Decision(player: 0, optionCount: 2)],
    bases: [],
    effects: [],
    stakes: []
  )
}
