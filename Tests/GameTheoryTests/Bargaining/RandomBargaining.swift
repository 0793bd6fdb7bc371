import TestSupport

@testable import GameTheory

/// A small problem drawn at random, with its definitions spelled out.
struct RandomBargaining {
  let rows: [[Rational]]
  let disagreement: [Rational]
  let problem: BargainingProblem

  init(_ rows: [[Rational]], _ disagreement: [Rational]) throws {
    self.rows = rows
    self.disagreement = disagreement
    problem = try BargainingProblem(payoffs: rows.flatMap { $0 }, disagreement: disagreement)
  }

  /// Draws payoffs from few values, so that ties and players who cannot gain occur.
  init(_ random: inout SplitMix64, players: ClosedRange<Int> = 1...4) throws {
    let count = random.int(in: players)
    let top = random.int(in: 2...20)
    let denominators = (0..<count).map { _ in random.int(in: 1...3) }
    let rows = (0..<random.int(in: 1...14)).map { _ in
      denominators.map { Rational(random.int(in: 0...top)) / Rational($0) }
    }
    let disagreement = denominators.map { Rational(random.int(in: 0...top / 2)) / Rational($0) }
    try self.init(rows, disagreement)
  }

  func gains(_ outcome: Int) -> [Rational] { zip(rows[outcome], disagreement).map { $0 - $1 } }

  var rational: [Int] {
    rows.indices.filter { gains($0).allSatisfy { $0.signum >= 0 } }
  }

  func isBetter(_ row: [Rational], _ other: [Rational]) -> Bool {
    row != other && zip(row, other).allSatisfy { $0 >= $1 }
  }

  /// All outcomes of a list with the largest value.
  func best<Value: Comparable>(_ outcomes: [Int], _ value: (Int) -> Value) -> [Int] {
    guard let most = outcomes.map(value).max() else { return [] }
    return outcomes.filter { value($0) == most }
  }
}

/// Numbers in the order of their elements.
struct Lexicographic: Comparable {
  let numbers: [Rational]

  static func < (left: Lexicographic, right: Lexicographic) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}
