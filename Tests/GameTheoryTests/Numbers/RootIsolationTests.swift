import TestSupport
import Testing

@testable import GameTheory

@Suite("Real roots of polynomials")
struct RootIsolationTests {
  private let wide = Rational(-100)...Rational(100)

  @Test("Rational roots of any multiplicity are found, in order, with the ends of the interval")
  func rationalRoots() {
    let wrong = failures(seeds: 300) { random in
      let candidates = (0..<random.int(in: 1...4)).map { _ in
        Rational(BigInteger(random.int(in: -6...6)), BigInteger(random.element(of: [1, 2, 3, 7])))
      }
      var coefficients: [Rational] = [random.element(of: [1, -2, Rational(1, 3)])]
      for root in candidates {
        for _ in 0..<random.int(in: 1...3) { coefficients = product(coefficients, [-root, 1]) }
      }
      if random.oneIn(3) { coefficients = product(coefficients, [1, 1, 1]) }
      if random.oneIn(4) { coefficients.append(0) }
      let ends = [
        random.element(of: candidates), Rational(random.int(in: -7...7)),
        random.rational(bits: 3), random.element(of: candidates),
      ]
      let (a, b) = (random.element(of: ends), random.element(of: ends))
      let interval = min(a, b)...max(a, b)
      let width = random.element(of: [Rational(1, 1_000_000_000), Rational(1, 100), 5])
      let expected = Set(candidates).filter { interval.contains($0) }.sorted()
      guard let roots = RootIsolation.roots(of: coefficients, in: interval, width: width) else {
        return "\(coefficients) is not zero"
      }
      guard roots.count == expected.count else {
        return "\(coefficients) in \(interval): \(roots) for \(expected)"
      }
      for (root, value) in zip(roots, expected) where !isRoot(root, value, interval, width) {
        return "\(coefficients) in \(interval): \(root) for \(value)"
      }
      return isAscending(roots) ? nil : "\(roots) do not ascend"
    }
    #expect(wrong == [])
  }

  @Test("Roots that are square roots are isolated among rational ones")
  func irrationalRoots() {
    let wrong = failures(seeds: 15) { random in
      // Products of x - r and x² - n, whose roots are known.
      var coefficients: [Rational] = [random.element(of: [1, -1, 7])]
      var squares: [Rational] = []
      for _ in 0..<random.int(in: 1...3) {
        let n = Rational(random.element(of: [2, 3, 5, 6, 7, 10]))
        squares.append(n)
        coefficients = product(coefficients, [-n, 0, 1])
      }
      var rationals: [Rational] = []
      for _ in 0..<random.int(in: 0...2) {
        let r = Rational(BigInteger(random.int(in: -8...8)), 2)
        rationals.append(r)
        coefficients = product(coefficients, [-r, 1])
      }
      let high = Rational(BigInteger(random.int(in: 0...8)), 2)
      let interval = Rational(-10)...high
      // Signed squares order as the numbers do.
      var signed = rationals.map { $0 * $0.magnitude }
      for n in squares { signed += [n, -n] }
      let expected = Set(signed).filter { $0 <= high * high.magnitude }.sorted()
      let roots = RootIsolation.roots(of: coefficients, in: interval) ?? []
      guard roots.count == expected.count, isAscending(roots) else {
        return "\(coefficients) up to \(high): \(roots) for signed squares \(expected)"
      }
      for (root, square) in zip(roots, expected) {
        let low = root.lowerBound * root.lowerBound.magnitude
        let top = root.upperBound * root.upperBound.magnitude
        let isExact = root.lowerBound == root.upperBound
        guard isExact ? low == square : low < square && square < top else {
          return "\(root) for signed square \(square)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Every change of sign on a dense grid has a root, and every root a change or a zero")
  func signChangesOnGrid() {
    let wrong = failures(seeds: 60) { random in
      let coefficients = (0...random.int(in: 1...6)).map { _ in
        Rational(random.int(in: -4...4))
      }
      let interval = Rational(-3)...Rational(3)
      guard let roots = RootIsolation.roots(of: coefficients, in: interval) else {
        return coefficients.allSatisfy { $0 == 0 } ? nil : "\(coefficients) is not zero"
      }
      let grid = (0...240).map { Rational(BigInteger($0 - 120), 40) }
      let signs = grid.map { value(coefficients, at: $0).signum }
      for (index, point) in grid.enumerated() where signs[index] == 0 {
        guard roots.contains(.exactly(point)) else { return "\(coefficients): no root \(point)" }
      }
      for index in 1..<grid.count where signs[index - 1] * signs[index] < 0 {
        let inside = roots.filter {
          grid[index - 1] <= $0.lowerBound && $0.upperBound <= grid[index]
        }
        guard inside.count % 2 == 1 || inside.contains(where: isMultiple(coefficients)) else {
          return "\(coefficients): \(inside) between \(grid[index - 1]) and \(grid[index])"
        }
      }
      for root in roots {
        switch root {
        case .exactly(let point):
          guard value(coefficients, at: point) == 0 else { return "\(coefficients) at \(point)" }
        case .between(let low, let high):
          let signs = value(coefficients, at: low).signum * value(coefficients, at: high).signum
          guard signs < 0 || isMultiple(coefficients)(root) else {
            return "\(coefficients): no change of sign in \(root)"
          }
        }
      }
      return isAscending(roots) ? nil : "\(roots) do not ascend"
    }
    #expect(wrong == [])
  }

  @Test("The polynomial 0 vanishes everywhere, and constants nowhere")
  func constants() {
    #expect(RootIsolation.roots(of: [], in: wide) == nil)
    #expect(RootIsolation.roots(of: [0, 0], in: wide) == nil)
    #expect(RootIsolation.roots(of: [3], in: wide) == [])
    #expect(RootIsolation.roots(of: [3, 0, 0], in: wide) == [])
  }

  @Test("Polynomials without real roots, and roots outside the interval, give none")
  func noRoots() {
    #expect(RootIsolation.roots(of: [1, 0, 1], in: wide) == [])
    #expect(RootIsolation.roots(of: [1, 1, 1], in: wide) == [])
    #expect(RootIsolation.roots(of: [-2, 0, 1], in: 2...100) == [])
    #expect(RootIsolation.roots(of: [-2, 1], in: 3...100) == [])
  }

  @Test("An interval of one number has that root or none")
  func singlePoint() {
    #expect(RootIsolation.roots(of: [-4, 0, 1], in: 2...2) == [.exactly(2)])
    #expect(RootIsolation.roots(of: [-4, 0, 1], in: 3...3) == [])
    #expect(RootIsolation.roots(of: [-2, 1], in: 2...2) == [.exactly(2)])
  }

  @Test("Roots at both ends are found once")
  func rootsAtTheEnds() {
    #expect(RootIsolation.roots(of: [-1, 0, 1], in: -1...1) == [.exactly(-1), .exactly(1)])
    // (x + 1)² (x - 1)³
    let coefficients = [[1, 1], [1, 1], [-1, 1], [-1, 1], [-1, 1]].reduce([Rational(1)]) {
      product($0, $1.map { Rational($0) })
    }
    #expect(RootIsolation.roots(of: coefficients, in: -1...1) == [.exactly(-1), .exactly(1)])
    #expect(RootIsolation.roots(of: coefficients, in: -1...0) == [.exactly(-1)])
  }

  @Test("Roots closer than the width are still told apart")
  func closeRoots() {
    let gap = Rational(1, 1_000_000_000_000)
    let coefficients = product(product([-1, 1], [-1 - gap, 1]), [-1 - gap - gap, 1])
    let roots = RootIsolation.roots(of: coefficients, in: 0...2, width: 1) ?? []
    #expect(roots.count == 3)
    #expect(isAscending(roots))
  }

  @Test("The square root of two is enclosed as narrowly as asked")
  func squareRootOfTwo() throws {
    let width = Rational(1, BigInteger(10).power(30))
    let roots = try #require(RootIsolation.roots(of: [-2, 0, 1], in: -2...2, width: width))
    try #require(roots.count == 2)
    for root in roots {
      #expect(root.upperBound - root.lowerBound <= width)
      let squares = [root.lowerBound, root.upperBound].map { $0 * $0 }.sorted()
      #expect(squares[0] < 2 && 2 < squares[1])
    }
  }

  // MARK: - Helpers

  private func product(_ a: [Rational], _ b: [Rational]) -> [Rational] {
    var product = [Rational](repeating: 0, count: a.count + b.count - 1)
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() { product[i + j] = product[i + j] + x * y }
    }
    return product
  }

  private func value(_ coefficients: [Rational], at point: Rational) -> Rational {
    var power: Rational = 1
    var sum: Rational = 0
    for coefficient in coefficients {
      sum = sum + coefficient * power
      power = power * point
    }
    return sum
  }

  /// Tells whether the derivative may vanish at a root, judged by its size within the root's interval.
  private func isMultiple(_ coefficients: [Rational]) -> (RealRoot) -> Bool {
    let derivative = coefficients.enumerated().dropFirst().map { $1 * Rational($0) }
    return { root in
      self.value(derivative, at: root.lowerBound).magnitude < Rational(1, 100_000)
    }
  }

  private func isRoot(
    _ root: RealRoot,
    _ value: Rational,
    _ interval: ClosedRange<Rational>,
    _ width: Rational
  ) -> Bool {
    switch root {
    case .exactly(let found): found == value
    case .between(let low, let high):
      low < value && value < high && high - low <= width && low >= interval.lowerBound
        && high <= interval.upperBound
    }
  }

  private func isAscending(_ roots: [RealRoot]) -> Bool {
    zip(roots, roots.dropFirst()).allSatisfy { first, second in
      first.upperBound < second.lowerBound
        || first.upperBound == second.lowerBound && first != second
    }
  }
}
