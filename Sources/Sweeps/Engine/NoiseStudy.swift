import Dispatch
public import GameTheory
import Synchronization

/// How sturdy an outcome and some predicates are when every number of a game is off by a little.
///
/// In each draw every named variable is multiplied by a factor of its own, drawn evenly from
/// 1 - *level* to 1 + *level* in steps of *level*/10000. All verdicts are exact.
public struct NoiseStudy: Sendable {
  /// What came of it, in counts.
  public struct Result: Sendable {
    /// In how many draws the outcome was an equilibrium.
    public var survived = 0
    /// In how many draws play settled there.
    public var settled = 0
    /// In how many draws each predicate held, and then each of the other questions.
    public var held: [Int]
    /// In how many draws all did.
    public var allHeld = 0
    /// In how many draws each player would have left the outcome.
    public var left: [Int]
    /// For each variable, in its lowest and highest third: draws, and draws in which the outcome survived.
    public var thirds: [(low: (draws: Int, survived: Int), high: (draws: Int, survived: Int))]
  }

  private let game: ParametricGame
  private let values: [Rational]
  private let drawn: [Int]
  private let level: Rational
  private let predicates: [Predicate]
  private let questionCount: Int
  private let answers: @Sendable ([Rational]) -> [Bool]
  private let start: Int
  private let outcome: Int?
  private let tolerance: Rational

  /// Prepares a study.
  ///
  /// - Parameters:
  ///   - game: the game.
  ///   - values: the value of each variable without noise.
  ///   - drawn: the variables that get noise.
  ///   - level: above 0 and below 1.
  ///   - predicates: what is decided in each draw.
  ///   - start: the outcome from which play settles.
  ///   - outcome: the outcome whose survival is asked for.
  ///   - tolerance: a gain of at most this is no gain.
  ///   - questions: how many other questions are asked in each draw.
  ///   - answers: answers them, given the value of each variable.
  public init(
    _ game: ParametricGame,
    values: [Rational],
    drawn: [Int],
    level: Rational,
    predicates: [Predicate],
    from start: Int,
    outcome: Int?,
    tolerance: Rational,
    questions: Int = 0,
    answers: @escaping @Sendable ([Rational]) -> [Bool] = { _ in [] }
  ) {
    questionCount = questions
    self.answers = answers
    self.game = game
    self.values = values
    self.drawn = drawn
    self.level = level
    self.predicates = predicates
    self.start = start
    self.outcome = outcome
    self.tolerance = tolerance
  }

  /// Draws and counts.
  ///
  /// The result does not depend on the number of threads.
  public func run(draws: Int, seed: UInt64, threads: Int) -> Result {
    let total = Locked(empty)
    let counter = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var mine = empty
      while true {
        let draw = counter.add(1, ordering: .relaxed).oldValue
        guard draw < draws else { break }
        add(draw: draw, seed: seed, to: &mine)
      }
      total.withLock { $0 = NoiseStudy.sum($0, mine) }
    }
    return total.withLock { $0 }
  }

  private var empty: Result {
    Result(
      held: [Int](repeating: 0, count: predicates.count + questionCount),
      left: [Int](repeating: 0, count: game.playerCount),
      thirds: [(low: (draws: Int, survived: Int), high: (draws: Int, survived: Int))](
        repeating: ((0, 0), (0, 0)),
        count: drawn.count
      )
    )
  }

  private func add(draw: Int, seed: UInt64, to result: inout Result) {
    var values = values
    var steps: [Int] = []
    for (index, variable) in drawn.enumerated() {
      let bits = CounterRandom.bits(seed: seed, row: UInt64(draw), column: UInt64(index))
      let step = Int(bits % 20_001) - 10_000
      steps.append(step)
      values[variable] = values[variable] * (1 + level * Rational(BigInteger(step), 10_000))
    }
    let folded = FoldedGame(game, settings: values.map { .fixed($0) }, tolerance: tolerance)
    var evaluator = BlockEvaluator(folded, predicates: predicates)
    evaluator.load(count: 1) { _, _ in 0 }
    var survives = false
    if let outcome {
      let staying = (0..<game.playerCount).map { evaluator.isBestReply(of: $0, in: outcome) }
      survives = staying.allSatisfy { $0 }
      for (player, stays) in staying.enumerated() where !stays { result.left[player] += 1 }
      if survives { result.survived += 1 }
      let rest = evaluator.settle(from: start).first
      if rest?.outcome == outcome, rest?.cycle.isEmpty == true { result.settled += 1 }
    }
    let verdicts =
      predicates.indices.map { evaluator.points(ofPredicate: $0) != 0 } + answers(values)
    for (index, holds) in verdicts.enumerated() where holds { result.held[index] += 1 }
    if verdicts.allSatisfy({ $0 }) { result.allHeld += 1 }
    for (index, step) in steps.enumerated() {
      if step < -3333 {
        result.thirds[index].low.draws += 1
        if survives { result.thirds[index].low.survived += 1 }
      } else if step > 3333 {
        result.thirds[index].high.draws += 1
        if survives { result.thirds[index].high.survived += 1 }
      }
    }
  }

  private static func sum(_ a: Result, _ b: Result) -> Result {
    var sum = a
    sum.survived += b.survived
    sum.settled += b.settled
    sum.allHeld += b.allHeld
    for index in sum.held.indices { sum.held[index] += b.held[index] }
    for index in sum.left.indices { sum.left[index] += b.left[index] }
    for index in sum.thirds.indices {
      sum.thirds[index].low.draws += b.thirds[index].low.draws
      sum.thirds[index].low.survived += b.thirds[index].low.survived
      sum.thirds[index].high.draws += b.thirds[index].high.draws
      sum.thirds[index].high.survived += b.thirds[index].high.survived
    }
    return sum
  }
}
