import Documents
import GameTheory
import TestSupport
import Testing

@testable import Negotiation

@Suite("The smallest change that makes or breaks an equilibrium")
struct NearestChangeTests {
  private static func numbers(_ scenario: Scenario) throws -> [VariedNumber] {
    try scenario.parameters.map { parameter in
      VariedNumber(
        path: parameter.name,
        title: parameter.title,
        unit: "",
        range: try #require(parameter.quantity.range),
        shipped: try #require(parameter.quantity.polynomial.constantValue)
      )
    }
  }

  /// A random scenario with two numbers that multiply each other.
  private static func random(_ seed: UInt64) throws -> (ScenarioModel, [VariedNumber]) {
    var generator = RandomScenario(seed: seed)
    let scenario = try Library.scenario(generator.text(claims: 0))
    return (try ScenarioModel(scenario), try numbers(scenario))
  }

  private static func slow(_ model: ScenarioModel, at point: [Rational]) -> SlowScenario {
    SlowScenario(model.scenario, values: point)
  }

  /// A random point within the ranges.
  private static func point(
    _ random: inout SplitMix64,
    _ numbers: [VariedNumber],
    _ model: ScenarioModel
  ) -> [Rational] {
    var point = model.values
    for number in numbers {
      let width = number.range.upperBound - number.range.lowerBound
      let step = Rational(random.int(in: 0...200)) / 200
      point[model.variables[number.path] ?? 0] = number.range.lowerBound + width * step
    }
    return point
  }

  private static func distance(
    _ point: [Rational],
    _ numbers: [VariedNumber],
    _ model: ScenarioModel,
    _ measure: NearestPoint.Measure
  ) -> Rational {
    let shares = numbers.map { number in
      (point[model.variables[number.path] ?? 0] - number.shipped).magnitude
        / (number.range.upperBound - number.range.lowerBound)
    }
    return measure == .sumOfShares
      ? shares.reduce(0) { $0 + $1 } : shares.reduce(0) { max($0, $1) }
  }

  /// What is wrong with the answers to a question, given whether it is so at a point.
  private static func failure(
    _ change: NearestChange,
    _ random: inout SplitMix64,
    isSo: ([Rational]) -> Bool
  ) -> String? {
    let (numbers, model) = (change.numbers, change.model)
    for part in change.changes {
      let bound: Rational?
      switch part.answer {
      case .nowhere: bound = nil
      case .undecided(let least): bound = least
      case .found(let point, let distance, let least):
        bound = least
        if Self.distance(point, numbers, model, part.measure) != distance { return "the distance" }
        if !isSo(point), !isBeyond(point, numbers, model, isSo: isSo) {
          return "\(part.measure): not at \(point)"
        }
      }
      for _ in 0..<12 {
        let point = point(&random, numbers, model)
        guard isSo(point) else { continue }
        guard let bound else { return "\(part.measure): it is so at \(point)" }
        if Self.distance(point, numbers, model, part.measure) < bound {
          return "\(part.measure): \(point) is nearer than \(bound)"
        }
      }
    }
    return nil
  }

  /// Whether a small step from a point, in some direction, leads to where it is so.
  private static func isBeyond(
    _ point: [Rational],
    _ numbers: [VariedNumber],
    _ model: ScenarioModel,
    isSo: ([Rational]) -> Bool
  ) -> Bool {
    let step = Rational(1, 1_000_000)
    for x in [-1, 0, 1] {
      for y in [-1, 0, 1] {
        var other = point
        for (number, sign) in zip(numbers, [x, y]) {
          let variable = model.variables[number.path] ?? 0
          let width = number.range.upperBound - number.range.lowerBound
          let value = point[variable] + Rational(sign) * step * width
          other[variable] = max(number.range.lowerBound, min(number.range.upperBound, value))
        }
        if isSo(other) { return true }
      }
    }
    return false
  }

  @Test("Nothing smaller breaks an equilibrium, and just beyond the change it is broken")
  func stopping() throws {
    var broken = 0
    let found = try failures(seeds: 24) { random in
      let (model, numbers) = try Self.random(random.next())
      for outcome in CaseResult(model).equilibria.prefix(2) {
        let change = NearestChange(
          model,
          numbers: numbers,
          question: .stops(outcome),
          mostBoxes: 60
        )
        broken += change.changes.filter { $0.answer.distance != nil }.count
        let failure = Self.failure(change, &random) { point in
          let slow = Self.slow(model, at: point)
          return !slow.isEquilibrium(slow.outcomes[outcome])
        }
        if let failure { return "outcome \(outcome): \(failure)" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(broken > 10)
  }

  @Test("Nothing smaller makes an equilibrium with the options, and at the change there is one")
  func starting() throws {
    var made = 0
    let found = try failures(seeds: 24) { random in
      let (model, numbers) = try Self.random(random.next())
      let decision = random.int(in: 0...model.scenario.decisions.count - 1)
      let option = random.int(in: 0...model.scenario.decisions[decision].options.count - 1)
      let options = Options([Options.Choice(decision: decision, option: option)])
      guard !CaseResult(model).equilibria.contains(where: { model.has(options, $0) }) else {
        return nil
      }
      let change = NearestChange(model, numbers: numbers, question: .starts(options), mostBoxes: 60)
      made += change.changes.filter { $0.answer.distance != nil }.count
      return Self.failure(change, &random) { point in
        let slow = Self.slow(model, at: point)
        return slow.outcomes.contains { slow.has(options, $0) && slow.isEquilibrium($0) }
      }
    }
    #expect(found.isEmpty, "\(found)")
    #expect(made > 4)
  }

  @Test("The shipped equilibrium breaks where one number alone would break it, and nearer with all")
  func shipped() throws {
    let scenario = try PhaseDiagramTests.shipped()
    let model = try ScenarioModel(scenario)
    let outcome = try #require(CaseResult(model).settled)
    let change = NearestChange(
      model,
      numbers: try Self.numbers(scenario),
      question: .stops(outcome)
    )
    let edge = try #require(change.alone.first)
    #expect(edge.number.path == "neutralise_russia")
    #expect(edge.above?.value.rational == Rational(84, 13))
    let sum = try #require(change.changes.first { $0.measure == .sumOfShares })
    #expect(sum.answer.distance == (Rational(84, 13) - 4) / 8)
    #expect(change.moves(of: sum).map { $0.value } == [Rational(84, 13)])
    let largest = try #require(change.changes.first { $0.measure == .largestShare }?.answer)
    let distance = try #require(largest.distance)
    #expect(distance < Rational(121, 1000) && distance > Rational(120, 1000))
    #expect(change.deviations.allSatisfy { $0.gain <= 0 })
  }

  @Test("A number by itself tips nowhere nearer, and not where a constraint forbids it")
  func aloneWithinConstraints() throws {
    var (turns, forbidden) = (0, 0)
    let found = try failures(seeds: 12) { random in
      var generator = RandomScenario(seed: random.next())
      var scenario = try Library.scenario(generator.text(claims: 0))
      let numbers = try Self.numbers(scenario)
      scenario.constraints = [Self.constraint(&random, numbers, scenario)]
      let model = try ScenarioModel(scenario)
      guard let outcome = CaseResult(model).equilibria.first else { return nil }
      let change = NearestChange(
        model,
        numbers: numbers,
        question: .stops(outcome),
        mostBoxes: 1
      )
      for alone in change.alone {
        let number = alone.number
        for (turn, end) in [
          (alone.below, number.range.lowerBound), (alone.above, number.range.upperBound),
        ] {
          turns += turn == nil ? 0 : 1
          for step in 1...12 {
            var point = model.values
            let value = number.shipped + (end - number.shipped) * Rational(step) / 12
            point[model.variables[number.path] ?? 0] = value
            let sign = scenario.constraints[0].difference.evaluated(at: point).signum
            let isAllowed = scenario.constraints[0].comparison.holds(forSign: sign)
            forbidden += isAllowed ? 0 : 1
            let slow = Self.slow(model, at: point)
            guard isAllowed, !slow.isEquilibrium(slow.outcomes[outcome]) else { continue }
            // A root that is no fraction is told to some twenty places.
            let distance = (value - number.shipped).magnitude + Rational(1, 1_000_000_000_000)
            guard let turn, turn.distance <= distance else {
              return "\(number.path) tips at \(value), not only at \(turn.debugDescription)"
            }
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(turns > 5 && forbidden > 10, "\(turns) \(forbidden)")
  }

  /// A constraint that the scenario's own values meet with little to spare.
  private static func constraint(
    _ random: inout SplitMix64,
    _ numbers: [VariedNumber],
    _ scenario: Scenario
  ) -> ScenarioConstraint {
    var difference = Polynomial(constant: 0)
    for number in numbers {
      let variable = Polynomial(
        variable: scenario.parameters.firstIndex { $0.name == number.path } ?? 0
      )
      difference = difference + variable.scaled(by: Rational(random.int(in: -3...3)))
      if random.oneIn(3) { difference = difference + variable * variable }
    }
    let here = difference.evaluated(at: scenario.parameterValues)
    return ScenarioConstraint(
      text: "a random one",
      difference: difference - Polynomial(constant: here + Rational(1, 4)),
      comparison: random.oneIn(2) ? .less : .lessOrEqual,
      location: Location(source: SourceText(name: "", bytes: []), range: 0..<0)
    )
  }

  @Test("A range in which nothing happens is an answer")
  func nowhere() throws {
    let scenario = try PhaseDiagramTests.shipped()
    let model = try ScenarioModel(scenario)
    let outcome = try #require(CaseResult(model).settled)
    let number = VariedNumber(
      path: "shield_works",
      title: "",
      unit: "",
      range: Rational(6, 10)...Rational(7, 10),
      shipped: Rational(65, 100)
    )
    let change = NearestChange(model, numbers: [number], question: .stops(outcome))
    for part in change.changes {
      guard case .nowhere = part.answer else {
        Issue.record("\(part)")
        continue
      }
      #expect(part.outcome == nil)
    }
    #expect(change.alone.map { $0.nearest == nil } == [true])
  }
}
