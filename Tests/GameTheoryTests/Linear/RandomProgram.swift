import GameTheory
import TestSupport

/// A linear programme drawn at random with small whole numbers, and its answer from the definition.
struct RandomProgram {
  /// A condition as plain integers: the sum of coefficient times variable is at most the bound.
  struct Plane {
    let coefficients: [Int]
    let bound: Int
  }

  /// The answer as it can be told without a solver.
  enum Answer: Equatable {
    case optimal(Rational)
    case infeasible
    case unbounded
  }

  private(set) var program: LinearProgram<Rational>
  private var planes: [Plane] = []
  private var costs: [Int] = []

  init(_ random: inout SplitMix64, variables: ClosedRange<Int>, rows: ClosedRange<Int>) {
    let isLeast = random.oneIn(2)
    program = LinearProgram(isLeast ? .minimise : .maximise)
    let count = random.int(in: variables)
    for variable in 0..<count {
      let cost = random.int(in: -4...4)
      costs.append(isLeast ? cost : -cost)
      let low = random.int(in: -3...3)
      let high = low + random.int(in: 0...5)
      let kind = random.int(in: 0...5)
      let bounds: LinearProgram<Rational>.Bounds =
        switch kind {
        case 0: .free
        case 1: .atMost(Rational(high))
        case 2: .between(Rational(low), Rational(high))
        case 3: .atLeast(Rational(low))
        default: .nonnegative
        }
      _ = program.addVariable(cost: Rational(cost), within: bounds)
      if let lower = bounds.lower?.numerator.asInt { add(variable, count, -1, -lower) }
      if let upper = bounds.upper?.numerator.asInt { add(variable, count, 1, upper) }
    }
    for _ in 0..<random.int(in: rows) {
      let coefficients = (0..<count).map { _ in
        random.oneIn(3) ? 0 : random.int(in: -4...4)
      }
      let bound = random.int(in: -6...6)
      let relation = random.element(
        of: [LinearProgram<Rational>.Relation.atMost, .atMost, .atLeast, .equal]
      )
      program.addRow(coefficients.map { Rational($0) }, relation, Rational(bound))
      if relation != .atLeast { planes.append(Plane(coefficients: coefficients, bound: bound)) }
      if relation != .atMost {
        planes.append(Plane(coefficients: coefficients.map { -$0 }, bound: -bound))
      }
    }
  }

  private mutating func add(_ variable: Int, _ count: Int, _ sign: Int, _ bound: Int) {
    var coefficients = [Int](repeating: 0, count: count)
    coefficients[variable] = sign
    planes.append(Plane(coefficients: coefficients, bound: bound))
  }

  /// The answer, by trying every corner within a large box, and within one twice as large.
  ///
  /// A programme without an optimum gets better from one box to the next; any corner lies within both.
  var answer: Answer {
    guard let near = best(within: 20_000), let far = best(within: 40_000) else {
      return .infeasible
    }
    guard near == far else { return .unbounded }
    return .optimal(program.goal == .minimise ? near : -near)
  }

  private func best(within size: Int) -> Rational? {
    let count = costs.count
    var all = planes
    for variable in 0..<count {
      for sign in [-1, 1] {
        var coefficients = [Int](repeating: 0, count: count)
        coefficients[variable] = sign
        all.append(Plane(coefficients: coefficients, bound: size))
      }
    }
    var best: Rational?
    RandomProgram.forEachChoice(of: count, from: all.count) { chosen in
      guard let corner = RandomProgram.corner(chosen.map { all[$0] }),
        all.allSatisfy({ plane in
          zip(plane.coefficients, corner.above).reduce(0) { $0 + $1.0 * $1.1 }
            <= plane.bound * corner.below
        })
      else { return }
      let sum = zip(costs, corner.above).reduce(0) { $0 + $1.0 * $1.1 }
      let value = Rational(BigInteger(sum), BigInteger(corner.below))
      best = best.map { min($0, value) } ?? value
    }
    return best
  }

  private static func forEachChoice(of size: Int, from count: Int, _ body: ([Int]) -> Void) {
    var chosen = Array(0..<size)
    guard size <= count else { return }
    while true {
      body(chosen)
      guard let place = chosen.indices.last(where: { chosen[$0] < count - size + $0 }) else {
        return
      }
      chosen[place] += 1
      for next in chosen.indices where next > place { chosen[next] = chosen[next - 1] + 1 }
    }
  }

  /// Where as many planes as there are variables meet, by Cramer's rule, over one number above 0.
  private static func corner(_ planes: [Plane]) -> (above: [Int], below: Int)? {
    let below = determinant(planes.map { $0.coefficients })
    guard below != 0 else { return nil }
    let sign = below < 0 ? -1 : 1
    let above = planes.indices.map { column in
      sign
        * determinant(
          planes.map { plane in
            var row = plane.coefficients
            row[column] = plane.bound
            return row
          }
        )
    }
    return (above, sign * below)
  }

  private static func determinant(_ rows: [[Int]]) -> Int {
    guard rows.count > 1 else { return rows[0][0] }
    var sum = 0
    for (column, entry) in rows[0].enumerated() where entry != 0 {
      let minor = rows.dropFirst().map { row in
        row.indices.filter { $0 != column }.map { row[$0] }
      }
      sum += (column % 2 == 0 ? entry : -entry) * determinant(minor)
    }
    return sum
  }
}
