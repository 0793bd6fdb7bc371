import Documents
public import GameTheory
import Sweeps

/// A game of five players with three actions each, its payoffs masked sums of weights that are affine in
/// eight parameters: an instance for which the exact answers at unscrambled Sobol' points are known.
///
/// Coefficients are multiples of 1/8 and the points dyadic, so every sum of `Double`s is exact.
public struct KernelInstance: Sendable {
  /// What it is called.
  public let name: String
  /// The game.
  public let game: ParametricGame
  /// The answers at the first 100,000 points; nil where the file does not have them.
  public let expected: KernelAnswers?

  /// How many parameters there are.
  public static let parameters = 8

  /// Reads an instance.
  init(_ name: String, _ root: Node) throws(CaseFault) {
    let owners = try root.needIntegers("owner")
    let constants = try root.needNumbers("a")
    let weights = try root.needRows("B")
    guard let masks = try root.need("mask").list({ $0.string }) else {
      throw CaseFault("'mask' is no list of texts")
    }
    guard owners.count == masks.count, constants.count == masks.count,
      weights.count == masks.count, owners.allSatisfy({ (0..<5).contains($0) }),
      weights.allSatisfy({ $0.count == KernelInstance.parameters }),
      masks.allSatisfy({ $0.utf8.count == 243 })
    else {
      throw CaseFault("'owner', 'a', 'B' and 'mask' do not describe one list of terms")
    }
    self.name = name
    expected = try root.value("expected")?.value("100000").map { (node) throws(CaseFault) in
      try KernelAnswers(node)
    }
    game = KernelInstance.game(owners, constants, weights, masks)
  }

  private static func game(
    _ owners: [Int],
    _ constants: [Double],
    _ weights: [[Double]],
    _ masks: [String]
  ) -> ParametricGame {
    let decisions = (0..<5).map { ParametricGame.Decision(player: $0, optionCount: 3) }
    let numbering = OutcomeNumbering(optionCounts: [3, 3, 3, 3, 3])
    var effects: [ParametricGame.Effect] = []
    var stakes: [ParametricGame.Stake] = []
    for (term, mask) in masks.enumerated() {
      for (profile, digit) in mask.utf8.enumerated() where digit == UInt8(ascii: "1") {
        let conditions = (0..<5).map { decision in
          let option = numbering.option(of: decision, in: profile)
          return ParametricGame.Condition(decision: decision, applies: (0..<3).map { $0 == option })
        }
        effects.append(
          ParametricGame.Effect(
            interest: term,
            conditions: conditions,
            amount: Polynomial(constant: 1)
          )
        )
      }
      var weight = Polynomial(constant: Rational(exactly: constants[term]))
      for (variable, coefficient) in weights[term].enumerated() {
        weight = weight + Polynomial(variable: variable).scaled(by: Rational(exactly: coefficient))
      }
      stakes.append(ParametricGame.Stake(player: owners[term], interest: term, weight: weight))
    }
    return ParametricGame(
      playerCount: 5,
      decisions: decisions,
      bases: masks.map { _ in Polynomial(constant: 0) },
      effects: effects,
      stakes: stakes
    )
  }

  /// Visits the equilibria at the first unscrambled Sobol' points: all points of a neighbourhood at once.
  ///
  /// `body` is given either outcomes that are the equilibria at every sample listed, or a set of samples, as
  /// bits in the order of the list, for each outcome.
  func visit(
    samples: Int,
    _ body: (_ samples: ArraySlice<Int32>, _ equilibria: KernelEquilibria) -> Void
  ) {
    let settings = [FoldedGame.Setting](
      repeating: .varying(0...1),
      count: KernelInstance.parameters
    )
    let folded = FoldedGame(game, settings: settings)
    var values: [Double] = []
    for sample in 0..<samples {
      for axis in 0..<KernelInstance.parameters {
        values.append(Double(SobolDirections.bits(sample: sample, axis: axis)) * 0x1p-32)
      }
    }
    var tree = SampleTree(
      folded,
      variables: Array(0..<KernelInstance.parameters),
      samples: samples
    )
    var evaluator = BlockEvaluator(folded)
    tree.prepare(&evaluator)
    tree.load(0..<samples, of: values)
    tree.visit(part: 0, at: 0, &evaluator) { evaluator, samples in
      if evaluator.openRowCount == 0 {
        body(samples, .everywhere(evaluator.candidates))
      } else {
        body(samples, .somewhere(evaluator.equilibria()))
      }
    }
  }
}

/// The equilibria at some samples.
enum KernelEquilibria {
  /// The same outcomes at every sample.
  case everywhere(ArraySlice<Int32>)
  /// For each outcome the samples, as bits.
  case somewhere([BlockEvaluator.PointSet])
}

extension KernelAnswers {
  /// Reads answers.
  init(_ node: Node) throws(CaseFault) {
    self.init()
    equilibria = try node.needInteger("n_equilibria")
    histogram = try node.needIntegers("histogram_equilibria_per_sample")
    checksum = UInt64(bitPattern: Int64(try node.needInteger("checksum")))
  }
}
