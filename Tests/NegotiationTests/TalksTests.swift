import Documents
import GameTheory
import Negotiation
import TestSupport
import Testing

@Suite("Talks over a scenario's decisions")
struct TalksTests {
  /// A random scenario as a model; nil where it cannot be read.
  private static func model(_ seed: UInt64) -> ScenarioModel? {
    var random = RandomScenario(seed: seed)
    let text = random.text(claims: 0)
    let scenario = Library(texts: ["base.json5": text, "seeds.json5": Library.seeds])
      .read("base.json5").scenario
    return scenario.flatMap { try? ScenarioModel($0) }
  }

  @Test("Packages are outcomes: numbers go there and back, payoffs are those of the game")
  func packages() {
    #expect(
      failures(seeds: 40) { random in
        let seed = UInt64.random(in: 0..<1_000_000, using: &random)
        guard let model = TalksTests.model(seed) else { return "cannot be read" }
        var terms = NegotiationTerms(players: model.game.playerCount)
        let all = model.scenario.decisions.indices
        let table = all.filter { ($0 &+ Int(seed)) % 3 != 0 }
        if !table.isEmpty { terms.decisions = Array(table) }
        let base = Int(seed * 7) % model.game.numbering.count
        guard let talks = try? Talks(model, terms, disagreement: .outcome(base)) else {
          return "no talks"
        }
        let count = talks.decisions.reduce(1) { $0 * model.scenario.decisions[$1].options.count }
        guard talks.problem.packageCount == count else { return "\(count) packages expected" }
        for package in 0..<count {
          let outcome = talks.outcome(of: package)
          guard talks.package(of: outcome) == package else { return "package \(package)" }
          for decision in all where !talks.decisions.contains(decision) {
            guard
              model.game.numbering.option(of: decision, in: outcome)
                == model.game.numbering.option(of: decision, in: base)
            else { return "decision \(decision) moves" }
          }
          for player in 0..<model.game.playerCount {
            let payoff = model.value(model.game.payoff(of: player, in: outcome))
            guard talks.payoff(of: player, package) == payoff,
              talks.problem.utility(of: player, package) == payoff.toDouble()
            else { return "payoff of \(player) in \(package)" }
          }
        }
        let without = (0..<model.game.playerCount).map {
          model.value(model.game.payoff(of: $0, in: base))
        }
        return talks.reservations == without ? nil : "reservation values"
      } == []
    )
  }

  @Test("Security levels are those of the whole game, and outside options replace what stands")
  func reservations() {
    #expect(
      failures(seeds: 30) { random in
        let seed = UInt64.random(in: 0..<1_000_000, using: &random)
        guard let model = TalksTests.model(seed) else { return "cannot be read" }
        var terms = NegotiationTerms(players: model.game.playerCount)
        terms.decisions = [0]
        guard let talks = try? Talks(model, terms, disagreement: .securityLevels) else {
          return "no talks"
        }
        for player in 0..<model.game.playerCount {
          let level = securityLevel(of: player, model)
          guard talks.reservations[player] == level else { return "security of \(player)" }
        }
        terms.outsideOptions[1] = 17
        guard let talks = try? Talks(model, terms, disagreement: .securityLevels) else {
          return "no talks with an outside option"
        }
        return talks.reservations[1] == 17 ? nil : "the outside option"
      } == []
    )
  }

  /// By trying every strategy against everything the others can do.
  private func securityLevel(of player: Int, _ model: ScenarioModel) -> Rational {
    let numbering = model.game.numbering
    let own = model.scenario.decisions.indices.filter {
      model.scenario.decisions[$0].player == player
    }
    let others = model.scenario.decisions.indices.filter { !own.contains($0) }
    var best: Rational?
    numbering.forEach(varying: own, of: 0) { strategy in
      var worst: Rational?
      numbering.forEach(varying: others, of: strategy) { outcome in
        let payoff = model.value(model.game.payoff(of: player, in: outcome))
        worst = worst.map { min($0, payoff) } ?? payoff
      }
      if let worst { best = best.map { max($0, worst) } ?? worst }
    }
    return best ?? 0
  }

  @Test("The report's gains, solutions and distances are those counted anew")
  func report() {
    #expect(
      failures(seeds: 40) { random in
        let seed = UInt64.random(in: 0..<1_000_000, using: &random)
        guard let model = TalksTests.model(seed) else { return "cannot be read" }
        let terms = NegotiationTerms(players: model.game.playerCount)
        let base = Int(seed * 5) % model.game.numbering.count
        guard let talks = try? Talks(model, terms, disagreement: .outcome(base)),
          let word = try? NegotiatorWord(seed % 2 == 0 ? "linear" : "random"),
          let result = try? OfferSession.run(
            talks.problem,
            talks.reservations.map { _ in word.negotiator },
            seed: seed
          )
        else { return "no talks" }
        let report = TalksReport(talks, talks.reservations.map { _ in word }, result)
        for player in talks.reservations.indices {
          let got =
            result.agreement.map { talks.payoff(of: player, $0) - talks.reservations[player] } ?? 0
          guard report.gain(of: player) == got, got >= 0 else { return "gain of \(player)" }
        }
        // What stands without an agreement is a package here, so every solution recommends something.
        guard report.comparisons.count == Bargain.Solution.allCases.count else {
          return "\(report.comparisons.count) solutions"
        }
        for comparison in report.comparisons {
          let isThere = comparison.package == result.agreement
          guard (comparison.distance == 0) == isThere || !isThere else { return "distance" }
          let gains = talks.reservations.indices.map { talks.gain(of: $0, comparison.package) }
          guard gains.allSatisfy({ $0 >= 0 }) else { return "\(comparison.solution) hurts" }
          if comparison.solution == .nash {
            let most = (0..<talks.problem.packageCount).map { package in
              talks.reservations.indices.map { talks.gain(of: $0, package) }
            }.filter { $0.allSatisfy { $0 >= 0 } }.map { $0.reduce(Rational(1), *) }.max()
            guard gains.reduce(Rational(1), *) == most else { return "the Nash product" }
          }
        }
        return nil
      } == []
    )
  }

  @Test("What cannot be talked about is told")
  func mistakes() throws {
    let scenario = try #require(Library().read("base.json5").scenario)
    var changes = ScenarioModel.Changes()
    changes.held = Options([Options.Choice(decision: 0, option: 1)])
    let model = try ScenarioModel(scenario, changes: changes)
    var terms = NegotiationTerms(players: 2)
    // What is held is left out, unless it is named.
    #expect(try Talks(model, terms, disagreement: .outcome(model.statusQuo)).decisions == [1])
    terms.decisions = [0, 1]
    #expect(throws: Talks.Mistake.held(0)) {
      try Talks(model, terms, disagreement: .outcome(model.statusQuo))
    }
  }
}
