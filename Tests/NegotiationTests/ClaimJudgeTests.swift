import GameTheory
import Negotiation
import TestSupport
import Testing

@Suite("Claims are judged as they are defined")
struct ClaimJudgeTests {
  @Test("every form of test, on random scenarios, agrees with its definition")
  func randomClaims() throws {
    var failing: [String] = []
    var verdicts = [false: 0, true: 0]
    for seed in 0..<150 as Range<UInt64> {
      var generator = RandomScenario(seed: seed)
      let text = generator.text(claims: 12)
      let scenario = try Library.scenario(text)
      let slow = SlowScenario(scenario)
      let judge = ClaimJudge(try ScenarioModel(scenario))
      for verdict in judge.judge(scenario.claims) {
        let expected = slow.holds(verdict.claim.tests[0])
        verdicts[expected, default: 0] += 1
        if verdict.holds != expected { failing.append("seed \(seed), \(verdict.findings[0].test)") }
      }
    }
    #expect(failing == [])
    // Both answers are frequent, so that agreement says something.
    #expect(verdicts.values.allSatisfy { $0 > 300 })
  }

  @Test("equilibria, payoffs and where play settles agree with their definitions")
  func results() throws {
    var failing: [UInt64] = []
    var cycles = 0
    for seed in 200..<350 as Range<UInt64> {
      var generator = RandomScenario(seed: seed)
      let scenario = try Library.scenario(generator.text(claims: 0))
      let slow = SlowScenario(scenario)
      let model = try ScenarioModel(scenario)
      let solution = Solution(model)
      let result = CaseResult(model)
      let equilibria = slow.equilibria.map { slow.number($0) }
      let rest = slow.rest(from: scenario.statusQuo)
      if rest == nil { cycles += 1 }
      let agrees =
        solution.equilibria.map { $0.outcome } == equilibria && result.equilibria == equilibria
        && solution.rest == rest.map { slow.number($0) } && result.settled == solution.rest
        && solution.equilibria.allSatisfy { equilibrium in
          let outcome = model.game.numbering.options(of: equilibrium.outcome)
          return equilibrium.payoffs
            == scenario.players.indices.map { slow.payoff(of: $0, outcome) }
            && equilibrium.deviations.allSatisfy { $0.gain <= 0 }
            && equilibrium.isStrict
              == scenario.players.indices.allSatisfy {
                slow.bestReplies(of: $0, to: outcome).count == 1
              }
        }
      if !agrees { failing.append(seed) }
    }
    #expect(failing == [])
    #expect(cycles > 0)
  }

  /// A base scenario with a claim.
  private func verdict(_ test: String, _ members: String = "") throws -> ClaimJudge.Finding {
    let scenario = try Library.child(
      "\(members) claims: [{ id: \"a\", says: \"A\", kind: \"model\", tests: [\(test)] }],"
    )
    return ClaimJudge(try ScenarioModel(scenario)).judge(scenario.claims)[0].findings[0]
  }

  // In the base scenario deploying is worth 2 strength - 0.25 to the United States, forgoing 0.
  @Test("holds somewhere in a range: from roots, at a single point, and nowhere")
  func somewhere() throws {
    let above = try verdict(
      "{ somewhere: \"strength\", holds: { player: \"us\", bestReply: { nmd: \"forgo\" } } }"
    )
    #expect(above.holds)
    #expect(above.figures == "between 0 and 0.125, as at 0.062")
    let tie = try verdict(
      "{ somewhere: \"strength\", holds: { player: \"us\", indifferent: { nmd: \"deploy\" }, to: { nmd: \"forgo\" } } }"
    )
    #expect(tie.holds)
    #expect(tie.figures == "at exactly 0.125")
    let never = try verdict(
      "{ somewhere: \"strength\", range: [0.2, 1], holds: { player: \"us\", bestReply: { nmd: \"forgo\" } } }"
    )
    #expect(!never.holds)
    #expect(never.figures == "nowhere in 0.2...1")
    let fixed = try verdict(
      "{ somewhere: \"strength\", range: [0.1, 0.1], holds: { player: \"us\", bestReply: { nmd: \"forgo\" } } }"
    )
    #expect(fixed.holds)
    #expect(fixed.test.hasPrefix("at strength = 0.1:"))
  }

  @Test("a narrow interval between two samples of any grid is not missed")
  func narrow() throws {
    // 1e-12 wide around 1/3: no sampling finds it.
    let expression = "(3 * strength - 1) * (3 * strength - 1) - 1e-24"
    let finding = try verdict(
      "{ somewhere: \"strength\", holds: { player: \"us\", prefers: { nmd: \"forgo\" }, to: { nmd: \"deploy\" } } }",
      "effects: [{ id: \"gain\", add: \"\(expression)\" }, { id: \"shield-costs\", add: 0 }],"
    )
    #expect(finding.holds)
    let without = try verdict(
      "{ somewhere: \"strength\", holds: { player: \"us\", prefers: { nmd: \"forgo\" }, to: { nmd: \"deploy\" } } }",
      "effects: [{ id: \"gain\", add: \"(3 * strength - 1) * (3 * strength - 1) + 1e-24\" }, { id: \"shield-costs\", add: 0 }],"
    )
    #expect(!without.holds)
  }

  @Test("a point that is no decimal is found")
  func oddPoints() throws {
    let third = try verdict(
      "{ somewhere: \"strength\", holds: { player: \"us\", indifferent: { nmd: \"deploy\" }, to: { nmd: \"forgo\" } } }",
      "effects: [{ id: \"gain\", add: \"(3 * strength - 1) * (strength - 5)\" }, { id: \"shield-costs\", add: 0 }],"
    )
    #expect(third.holds)
    #expect(third.figures == "at exactly 1/3")
    func indifferent(_ gain: String, _ range: String) throws -> ClaimJudge.Finding {
      try verdict(
        "{ somewhere: \"strength\", range: \(range), holds: { player: \"us\", indifferent: { nmd: \"deploy\" }, to: { nmd: \"forgo\" } } }",
        "effects: [{ id: \"gain\", add: \"\(gain)\" }, { id: \"shield-costs\", add: 0 }],"
      )
    }
    let root = try indifferent("2 * strength * strength - 1", "[0, 1]")
    #expect(root.holds)
    #expect(root.figures == "at ≈0.707106781")
    #expect(try !indifferent("2 * strength * strength + 1", "[0, 1]").holds)
    #expect(try !indifferent("2 * strength * strength - 1", "[0.70710678, 0.70710678]").holds)
    // Two irrational breakpoints that agree to a dozen digits, with a stretch between them.
    let near = try verdict(
      "{ somewhere: \"strength\", holds: { player: \"us\", bestReply: { nmd: \"deploy\" } } }",
      """
      effects: [
        { id: "gain", add: "2 * strength * strength - 1" },
        { id: "late", on: "edge", when: { nmd: "defer" }, because: ["us-wants"], \
          add: "1000 * (2 * strength * strength - 1.000000000001)" },
        { id: "shield-costs", add: 0 },
      ],
      """
    )
    #expect(near.holds)
    #expect(near.figures.hasPrefix("between ≈0.707106781 and ≈0.707106781, as at"))
  }

  @Test("holding a decision keeps its player from revising it")
  func held() throws {
    let scenario = try Library.child("title: \"Held\",")
    var changes = ScenarioModel.Changes()
    changes.held = Options([Options.Choice(decision: 0, option: 2)])
    changes.start = Options([Options.Choice(decision: 1, option: 1)])
    let result = CaseResult(try ScenarioModel(scenario, changes: changes))
    #expect(result.settled == 4)
    #expect(result.equilibria == [4])
    #expect(CaseResult(try ScenarioModel(scenario)).settled == 0)
  }

  @Test("a tolerance counts small gains as none, exactly")
  func tolerance() throws {
    let scenario = try Library.child("title: \"Tolerance\",")
    let model = try ScenarioModel(scenario)
    // Deploying over deferring is worth 1: the status quo is left unless that counts as nothing.
    #expect(CaseResult(model, tolerance: 1).settled == 2)
    #expect(CaseResult(model, tolerance: Rational(999_999, 1_000_000)).settled == 0)
  }
}
