import GameTheory
import Negotiation
import Testing

@Suite("Payoffs taken to pieces")
struct ExplanationTests {
  @Test("the terms add up to the payoff, and to every difference")
  func sums() throws {
    var failing: [UInt64] = []
    for seed in 0..<60 as Range<UInt64> {
      var generator = RandomScenario(seed: seed)
      let scenario = try Library.scenario(generator.text(claims: 0))
      let slow = SlowScenario(scenario)
      let model = try ScenarioModel(scenario)
      for player in scenario.players.indices {
        for outcome in slow.outcomes.indices {
          let payoff = slow.payoff(of: player, slow.outcomes[outcome])
          let other = (outcome * 7 + 3) % slow.outcomes.count
          let difference = payoff - slow.payoff(of: player, slow.outcomes[other])
          let whole = Explanation(model, player: player, outcome: outcome)
          let part = Explanation(model, player: player, outcome: outcome, versus: other)
          if whole.points != payoff || part.points != difference { failing.append(seed) }
        }
      }
    }
    #expect(failing == [])
  }

  @Test("each term carries the reasons of effect, stake and parameters, and the shares sum to 1")
  func reasons() throws {
    let scenario = try Library.child(
      """
      parameters: { strength: { because: ["assumption: strong"] } },
      stakes: { us: { cost: { because: ["us-wants", "assumption: it minds"] } } },
      """
    )
    let model = try ScenarioModel(scenario)
    let explanation = Explanation(model, player: 0, outcome: 0, versus: 4)
    #expect(explanation.points == Rational(3, 4))
    #expect(explanation.parts.map { $0.points } == [1, Rational(-1, 4)])
    #expect(
      explanation.parts[0].terms[0].reasons == [.evidence(0), .assumption("strong")]
    )
    let shares = explanation.shares(in: scenario)
    #expect(shares.map { $0.share } == [0, 0, 1])
    let base = try ScenarioModel(Library.child("title: \"x\","))
    let plain = Explanation(base, player: 0, outcome: 0)
    #expect(plain.shares(in: base.scenario).map { $0.share } == [1, 0, 0])
    #expect(plain.sizedShare == 0)
  }
}
