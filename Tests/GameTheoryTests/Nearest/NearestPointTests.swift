import GameTheory
import TestSupport
import Testing

@Suite("The nearest point at which polynomial conditions hold")
struct NearestPointTests {
  private static let x = Polynomial(variable: 0)
  private static let y = Polynomial(variable: 1)

  private static func constant(_ value: Rational) -> Polynomial { Polynomial(constant: value) }

  private static func isFound(
    _ answer: NearestPoint.Answer,
    at point: [Rational],
    _ distance: Rational
  ) -> Bool {
    guard case .found(point, distance, distance) = answer else { return false }
    return true
  }

  @Test("By the largest share both move, by the sum the one that does more for its share")
  func twoVariables() {
    // From (1, 1) within 0...2 and 0...4: 2x + y must exceed 5.
    let problem = NearestPoint(
      from: [1, 1],
      within: [0: 0...2, 1: 0...4],
      [.init(Self.x.scaled(by: 2) + Self.y - Self.constant(5), .greater)]
    )
    // A share of 1/4 moves x by 1/2 and y by 1: together 2.
    #expect(
      Self.isFound(problem.answer(by: .largestShare), at: [Rational(3, 2), 2], Rational(1, 4))
    )
    // A full share is worth 4 of either; of equal ones any will do.
    #expect(problem.answer(by: .sumOfShares).distance == Rational(1, 2))
  }

  @Test("What is as good as reached but never exceeded is not found")
  func strictness() {
    let ranges = [0: Rational(0)...1, 1: Rational(0)...1]
    let never = NearestPoint(
      from: [0, 0],
      within: ranges,
      [.init(Self.x - Self.constant(1), .greater)]
    )
    let reached = NearestPoint(
      from: [0, 0],
      within: ranges,
      [.init(Self.x - Self.constant(1), .greaterOrEqual)]
    )
    for measure in NearestPoint.Measure.allCases {
      guard case .nowhere = never.answer(by: measure) else {
        Issue.record("x > 1 within 0...1")
        continue
      }
      #expect(Self.isFound(reached.answer(by: measure), at: [1, 0], 1))
    }
    // The product is beyond 0 only inside.
    let product = NearestPoint(from: [0, 0], within: ranges, [.init(Self.x * Self.y, .greater)])
    #expect((product.answer(by: .largestShare).distance ?? 1) <= NearestPoint.resolution)
  }

  @Test("A line that conditions only touch is left undecided, with a bound close to it")
  func touching() {
    let difference = Self.x - Self.y
    let problem = NearestPoint(
      from: [0, 1],
      within: [0: 0...1, 1: 0...1],
      [.init((difference * difference).scaled(by: -1), .greater)]
    )
    guard case .undecided(let bound) = problem.answer(by: .largestShare, mostBoxes: 200) else {
      Issue.record("nothing is beyond 0")
      return
    }
    #expect(bound <= Rational(1, 2) && bound > Rational(4, 10))
  }

  @Test("Equalities and several conditions bind together")
  func together() {
    let problem = NearestPoint(
      from: [0, 0],
      within: [0: 0...1, 1: 0...1],
      [
        .init(Self.x - Self.y, .equal),
        .init(Self.x + Self.y - Self.constant(Rational(3, 2)), .greaterOrEqual),
      ]
    )
    let half = Rational(3, 4)
    #expect(Self.isFound(problem.answer(by: .largestShare), at: [half, half], half))
    #expect(Self.isFound(problem.answer(by: .sumOfShares), at: [half, half], half * 2))
  }

  @Test("One affine condition: as counted by hand, exactly")
  func againstCounting() {
    let found = failures(seeds: 300) { random in
      let count = random.int(in: 1...5)
      let slopes = (0..<count).map { _ in Rational(random.int(in: -4...4)) }
      let reach = (0..<count).map { _ in
        (Rational(random.int(in: 0...6)) / 6, Rational(random.int(in: 0...6)) / 6)
      }
      let need = Rational(random.int(in: 1...9)) / 2
      var condition = Self.constant(-need)
      var ranges: [Int: ClosedRange<Rational>] = [:]
      // Ranges of width 1 about an origin of 0, so that shares are values.
      var capacities: [(slope: Rational, room: Rational)] = []
      for variable in 0..<count {
        condition = condition + Polynomial(variable: variable).scaled(by: slopes[variable])
        let low = reach[variable].0
        ranges[variable] = -low...(1 - low)
        capacities.append(
          (slopes[variable].magnitude, slopes[variable].signum < 0 ? low : 1 - low)
        )
      }
      let origin = [Rational](repeating: 0, count: count)
      let problem = NearestPoint(from: origin, within: ranges, [.init(condition, .greaterOrEqual)])
      let all = capacities.reduce(Rational(0)) { $0 + $1.slope * $1.room }
      for measure in NearestPoint.Measure.allCases {
        let answer = problem.answer(by: measure)
        let expected = all < need ? nil : Self.counted(capacities, need, measure)
        if answer.distance != expected || !answer.isExact {
          return "\(measure): \(answer), not \(String(describing: expected))"
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  /// The least distance that brings as much as needed.
  private static func counted(
    _ capacities: [(slope: Rational, room: Rational)],
    _ need: Rational,
    _ measure: NearestPoint.Measure
  ) -> Rational {
    var left = need
    var sum: Rational = 0
    switch measure {
    case .sumOfShares:
      for (slope, room) in capacities.sorted(by: { $0.slope > $1.slope }) where left > 0 {
        let used = slope * room <= left ? room : left / slope
        left = left - slope * used
        sum = sum + used
      }
      return sum
    case .largestShare:
      // Between two neighbouring rooms the same variables go on.
      for room in capacities.map({ $0.room }).sorted() {
        let going = capacities.filter { $0.room > sum }.reduce(Rational(0)) { $0 + $1.slope }
        if going.signum > 0, going * (room - sum) >= left { return sum + left / going }
        left = left - going * (room - sum)
        sum = room
      }
      return sum
    }
  }

  @Test("One variable: by its roots, also where a condition is only touched")
  func oneVariable() {
    let x = Polynomial(variable: 0)
    func answer(_ polynomial: Polynomial, _ comparison: Comparison) -> NearestPoint.Answer {
      NearestPoint(
        from: [Rational(1, 5)],
        within: [0: 0...1],
        [PolynomialCondition(polynomial, comparison)]
      ).answer(by: .sumOfShares)
    }
    let gap = x - Self.constant(Rational(7, 10))
    let square = gap * gap
    guard case .nowhere = answer(square.scaled(by: -1), .greater) else {
      Issue.record("a square is never below 0")
      return
    }
    let touched = answer(square, .lessOrEqual)
    #expect(touched.distance == Rational(1, 2) && touched.isExact)
    // Above 0 just beyond 0.9 only.
    let beyond = answer(square * (x - Self.constant(Rational(9, 10))), .greater)
    #expect(beyond.distance == Rational(7, 10) && beyond.isExact)
    // Its root is no fraction.
    let root = answer(x * x - Self.constant(Rational(1, 2)), .greaterOrEqual)
    guard case .found(let point, let distance, let bound) = root else {
      Issue.record("\(root)")
      return
    }
    #expect(point[0] * point[0] >= Rational(1, 2))
    #expect(abs(distance.toDouble() - (0.5.squareRoot() - 0.2)) < 1e-12)
    #expect(bound < distance && (distance - bound).toDouble() < 1e-12)
  }

  @Test("Polynomials: nothing nearer is met with, and the point found is one")
  func againstRandomSearch() {
    var decided = 0
    let found = failures(seeds: 30) { random in
      let count = random.int(in: 1...3)
      let conditions = (0..<random.int(in: 1...3)).map { _ in
        PolynomialCondition(
          Self.polynomial(&random, count),
          random.element(of: [.lessOrEqual, .greaterOrEqual, .greater])
        )
      }
      let ranges = Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, Rational(-1)...1) })
      let origin = (0..<count).map { _ in Rational(random.int(in: -8...8)) / 8 }
      let problem = NearestPoint(from: origin, within: ranges, conditions)
      for measure in NearestPoint.Measure.allCases {
        let answer = problem.answer(by: measure, mostBoxes: 100)
        if let failure = Self.failure(of: answer, problem, conditions, measure) { return failure }
        decided += answer.distance == nil ? 0 : 1
        for _ in 0..<400 {
          let point = (0..<count).map { _ in Rational(random.int(in: -64...64)) / 64 }
          let holds = conditions.allSatisfy {
            $0.comparison.holds(forSign: $0.polynomial.evaluated(at: point).signum)
          }
          guard holds else { continue }
          let distance = problem.distance(of: point, by: measure)
          switch answer {
          case .nowhere: return "\(measure): \(point) is one"
          case .found(_, _, let bound), .undecided(let bound):
            if distance < bound { return "\(measure): \(point) is nearer than \(bound)" }
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(decided > 25)
  }

  /// What is wrong with the point found.
  private static func failure(
    of answer: NearestPoint.Answer,
    _ problem: NearestPoint,
    _ conditions: [PolynomialCondition],
    _ measure: NearestPoint.Measure
  ) -> String? {
    guard case .found(let point, let distance, let bound) = answer else { return nil }
    for condition in conditions {
      let sign = condition.polynomial.evaluated(at: point).signum
      // On the border, where it is strict.
      if sign != 0, !condition.comparison.holds(forSign: sign) { return "\(measure): \(point)" }
    }
    if problem.distance(of: point, by: measure) != distance { return "\(measure): the distance" }
    if bound > distance { return "\(measure): the bound is above the distance" }
    return nil
  }

  private static func polynomial(_ random: inout SplitMix64, _ count: Int) -> Polynomial {
    var sum = constant(Rational(random.int(in: -6...6)) / 4)
    for _ in 0..<random.int(in: 1...4) {
      var term = constant(Rational(random.int(in: -6...6)) / 2)
      for _ in 0..<random.int(in: 1...3) {
        term = term * Polynomial(variable: random.int(in: 0...count - 1))
      }
      sum = sum + term
    }
    return sum
  }
}
