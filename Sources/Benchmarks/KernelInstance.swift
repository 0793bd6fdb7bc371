import Documents
import GameTheory
import Glibc
import Sweeps

/// A game of five players with three actions each, its payoffs masked sums of weights that are affine in
/// eight parameters: an instance for which the exact answers at unscrambled Sobol' points are known.
///
/// Coefficients are multiples of 1/8 and the points dyadic, so every sum of `Double`s is exact.
struct KernelInstance {
  /// What is known of the answers.
  struct Answers: Equatable {
    /// How many equilibria there are, over all samples.
    var equilibria = 0
    /// For each count of equilibria how many samples have so many.
    var histogram: [Int] = []
    /// Σ (sample + 1)(profile + 1) over all equilibria, modulo 2^64.
    var checksum: UInt64 = 0
  }

  let name: String
  let game: ParametricGame
  /// The answers at the first 100,000 points.
  let expected: Answers

  static let parameters = 8

  /// Reads an instance; nil where the text is none.
  init?(_ name: String, _ bytes: [UInt8]) {
    let source = SourceText(name: name, bytes: bytes)
    guard let root = JSON5Reader.read(source).node,
      let owners = root.value("owner")?.elements?.compactMap({ $0.integer }),
      let constants = root.value("a")?.elements?.compactMap({ $0.number }),
      let weights = root.value("B")?.elements?.map({ $0.elements?.compactMap { $0.number } ?? [] }),
      let masks = root.value("mask")?.elements?.compactMap({ $0.string }),
      let expected = root.value("expected")?.value("100000"),
      let count = expected.value("n_equilibria")?.integer,
      let histogram = expected.value("histogram_equilibria_per_sample")?.elements,
      let checksum = expected.value("checksum")?.integer
    else { return nil }
    self.name = name
    self.expected = Answers(
      equilibria: count,
      histogram: histogram.compactMap { $0.integer },
      checksum: UInt64(checksum)
    )
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
    game = ParametricGame(
      playerCount: 5,
      decisions: decisions,
      bases: masks.map { _ in Polynomial(constant: 0) },
      effects: effects,
      stakes: stakes
    )
  }
}
