import GameTheory
import Negotiation
import TestSupport
import Testing

@Suite("Numbers written as expressions")
struct ExpressionTests {
  private func amount(_ text: String, strength: String = "0.5") throws -> Rational {
    let scenario = try Library.child(
      "parameters: { strength: { value: \(strength) } }, effects: [{ id: \"gain\", add: \"\(text)\" }],"
    )
    return try ScenarioModel(scenario).value(scenario.effects[0].amount.polynomial)
  }

  static let cases: [(String, Rational)] = [
    ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("-strength", Rational(-1, 2)), ("2 - -1", 3),
    ("- (strength - 1)", Rational(1, 2)), ("1 / 4", Rational(1, 4)),
    ("strength / 3", Rational(1, 6)),
    ("1 - 1 - 1", -1), ("8 / 2 / 2", 2), ("2 * strength * strength", Rational(1, 2)),
    ("1e-3", Rational(1, 1000)), ("0.1 + 0.2", Rational(3, 10)), ("+3", 3), (" 5 ", 5),
    ("(strength + 1) * (strength - 1)", Rational(-3, 4)), ("strength / (2 * 2)", Rational(1, 8)),
  ]

  @Test("are read as arithmetic has it, exactly", arguments: cases)
  func value(_ text: String, _ expected: Rational) throws {
    #expect(try amount(text) == expected)
  }

  /// A random expression with its value.
  private func random(
    _ depth: Int,
    _ random: inout SplitMix64
  ) -> (text: String, value: Rational) {
    if depth == 0 || Int.random(in: 0..<4, using: &random) == 0 {
      if Bool.random(using: &random) { return ("strength", Rational(1, 2)) }
      let tenths = Int.random(in: 0...50, using: &random)
      return ("\(tenths / 10).\(tenths % 10)", Rational(BigInteger(tenths), 10))
    }
    let (left, a) = self.random(depth - 1, &random)
    let (right, b) = self.random(depth - 1, &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return ("(\(left)) + (\(right))", a + b)
    case 1: return ("(\(left)) - (\(right))", a - b)
    case 2: return ("(\(left)) * (\(right))", a * b)
    case 3: return ("-(\(left))", -a)
    default: return ("(\(left)) / 4", a / 4)
    }
  }

  @Test("random ones have the value that was built up beside them")
  func randomCases() throws {
    var generator = SplitMix64(seed: 11)
    var failing: [String] = []
    for _ in 0..<300 {
      let (text, value) = random(4, &generator)
      if try amount(text) != value { failing.append(text) }
    }
    #expect(failing == [])
  }

  @Test("derived parameters stand for what they are made of, in any order")
  func derived() throws {
    let scenario = try Library.child(
      """
      parameters: {
        twice: { value: "2 * half_more", because: ["us-wants"] },
        half_more: { value: "strength + 0.5", because: ["us-wants"] },
      },
      effects: [{ id: "gain", add: "twice" }],
      """
    )
    let model = try ScenarioModel(scenario)
    #expect(model.value(scenario.effects[0].amount.polynomial) == 2)
    // A change of the parameter reaches everything that is made of it.
    #expect(scenario.effects[0].amount.polynomial.evaluated(at: [0, 0, 0]) == 1)
    #expect(throws: ScenarioModel.UnknownPath.self) {
      try ScenarioModel(scenario, varying: ["twice"])
    }
  }
}
