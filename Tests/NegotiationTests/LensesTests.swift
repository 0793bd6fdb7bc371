import Documents
import GameTheory
import Negotiation
import TestSupport
import Testing

@Suite("What all lenses predict, side by side")
struct LensesTests {
  private static func model(_ random: inout SplitMix64) -> ScenarioModel? {
    var drawn = RandomScenario(seed: random.next())
    let text = drawn.text(claims: 0)
    let scenario = Library(texts: ["base.json5": text, "seeds.json5": Library.seeds])
      .read("base.json5").scenario
    return scenario.flatMap { try? ScenarioModel($0) }
  }

  @Test("shares are those of the outcomes named, by their weights")
  func shares() {
    #expect(
      failures(seeds: 60) { random in
        guard let model = LensesTests.model(&random) else { return "cannot be read" }
        let count = model.game.numbering.count
        let outcomes = (0..<Int.random(in: 0...6, using: &random)).map { _ in
          (
            outcome: Int.random(in: 0..<count, using: &random),
            weight: Double(Int.random(in: 1...4, using: &random))
          )
        }
        let prediction = Prediction("x", "x", .alone, model, outcomes: outcomes, note: "")
        guard prediction.speaks == !outcomes.isEmpty else { return "speaks" }
        let total = outcomes.reduce(0) { $0 + $1.weight }
        for decision in model.scenario.decisions.indices {
          guard let shares = prediction.shares[decision] else {
            if outcomes.isEmpty { continue }
            return "silent on \(decision)"
          }
          for option in shares.indices {
            let weight = outcomes.filter {
              model.game.numbering.option(of: decision, in: $0.outcome) == option
            }.reduce(0) { $0 + $1.weight }
            guard abs(shares[option] - weight / total) < 1e-12 else { return "share" }
          }
          let most = shares.max() ?? 0
          let likeliest = shares.indices.filter { abs(shares[$0] - most) < 1e-12 }
          guard prediction.likeliest(decision) == likeliest,
            prediction.leading(decision) == (likeliest.count == 1 ? likeliest[0] : nil)
          else { return "leading" }
        }
        return nil
      } == []
    )
  }

  @Test("camps hold every lens that speaks once, and reasons are what trying each option says")
  func reasons() {
    #expect(
      failures(seeds: 80) { random in
        guard let model = LensesTests.model(&random) else { return "cannot be read" }
        let numbering = model.game.numbering
        let predictions = (0..<4).map { lens in
          Prediction(
            "l\(lens)",
            "lens \(lens)",
            .alone,
            model,
            outcomes: [(Int.random(in: 0..<numbering.count, using: &random), 1)],
            note: ""
          )
        }
        let lenses = Lenses(model, predictions)
        guard Set(lenses.agreed + lenses.disputed).count == model.scenario.decisions.count else {
          return "agreed and disputed"
        }
        let payoff = { (player: Int, outcome: Int) in
          model.value(model.game.payoff(of: player, in: outcome))
        }
        for decision in model.scenario.decisions.indices {
          let camps = lenses.camps(decision)
          guard camps.flatMap({ $0.lenses }).sorted() == Array(0..<4) else { return "camps" }
          let player = model.scenario.decisions[decision].player
          for reason in lenses.reasons(decision) {
            let options = model.scenario.decisions[decision].options.indices.map {
              payoff(player, numbering.replacing(decision, with: $0, in: reason.outcome))
            }
            guard reason.gain == (options.max() ?? 0) - payoff(player, reason.outcome),
              reason.gain == options[reason.alternative] - options[reason.option]
            else { return "gain" }
            let changed = numbering.replacing(
              decision,
              with: reason.alternative,
              in: reason.outcome
            )
            let losses = model.scenario.players.indices.map {
              payoff($0, reason.outcome) - payoff($0, changed)
            }
            guard reason.losses == losses else { return "losses" }
            for hinge in reason.hinges {
              guard model.scenario.decisions[hinge.choice.decision].player != player else {
                return "a hinge of its own"
              }
              let turned = numbering.replacing(
                hinge.choice.decision,
                with: hinge.choice.option,
                in: reason.outcome
              )
              let there = payoff(
                player,
                numbering.replacing(decision, with: hinge.option, in: turned)
              )
              let stays = payoff(
                player,
                numbering.replacing(decision, with: reason.option, in: turned)
              )
              guard there > stays else { return "a hinge that turns nothing" }
            }
          }
        }
        return nil
      } == []
    )
  }

  @Test("equilibria, settling, bargains and talks come out as their own lenses have them")
  func sources() {
    #expect(
      failures(seeds: 40) { random in
        guard let model = LensesTests.model(&random) else { return "cannot be read" }
        let result = CaseResult(model)
        guard Prediction.equilibria(result).outcomes == result.equilibria else {
          return "equilibria"
        }
        let settling = Prediction.settling(result).outcomes
        guard settling == (result.settled.map { [$0] } ?? result.cycle.sorted()) else {
          return "settling"
        }
        let base = Int.random(in: 0..<model.game.numbering.count, using: &random)
        guard let bargain = try? Bargain(model, disagreement: .outcome(base)) else {
          return "bargain"
        }
        for (prediction, found) in zip(Prediction.bargains(bargain), bargain.recommendations) {
          guard prediction.id == found.solution.id, prediction.outcomes == found.outcomes else {
            return "\(prediction.id)"
          }
        }
        var terms = NegotiationTerms(players: model.game.playerCount)
        terms.decisions = [0]
        guard let talks = try? Talks(model, terms, disagreement: .outcome(base)),
          let word = try? NegotiatorWord("linear"),
          let run = try? OfferSession.run(
            talks.problem,
            talks.reservations.map { _ in word.negotiator }
          )
        else { return "talks" }
        let prediction = Prediction.talks(talks, run)
        guard prediction.shares.dropFirst().allSatisfy({ $0 == nil }) else {
          return "off the table"
        }
        let outcome = run.agreement.map { talks.outcome(of: $0) } ?? base
        return prediction.leading(0) == model.game.numbering.option(of: 0, in: outcome)
          ? nil : "what is agreed on"
      } == []
    )
  }
}
