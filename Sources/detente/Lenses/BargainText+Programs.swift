import Documents
import GameTheory
import Negotiation
import Presentation

// What the bargaining solutions recommend, as programs read it.
extension BargainText {
  var json: JSONValue {
    .object(
      head("bargain") + [
        ("disagreement", json(bargain.disagreement, payoffs: bargain.disagreementPayoffs)),
        ("weights", bargain.weights.map { byPlayer($0) } ?? .null),
        ("outcomeCount", .integer(bargain.outcomeCount)),
        ("rationalCount", .integer(bargain.rational.count)),
        ("frontier", .array(bargain.efficient.map { .object(package($0)) })),
        ("ideal", bargain.idealGains.map { byPlayer($0) } ?? .null),
        (
          "solutions",
          .array(
            bargain.recommendations.map { part in
              .object([
                ("solution", .string(part.solution.id)),
                ("value", ExactNumber.json(part.value)),
                ("gains", byPlayer(part.gains)),
                ("outcomes", .array(part.outcomes.map { .object(package($0)) })),
              ])
            }
          )
        ),
        ("lotteries", bargain.mixtures.map { .array($0.map { mixture($0) }) } ?? .null),
        ("equilibrium", bargain.equilibrium.map { .object(package($0)) } ?? .null),
        ("betterThanEquilibrium", numbers(bargain.better)),
      ]
    )
  }

  private func mixture(_ mixture: Bargain.Mixture) -> JSONValue {
    .object([
      ("solution", .string(mixture.solution.id)),
      ("gains", byPlayer(mixture.gains)),
      ("gap", mixture.gap.map { ExactNumber.json($0) } ?? .null),
      (
        "outcomes",
        .array(
          mixture.entries.map {
            .object(package($0.outcome) + [("probability", ExactNumber.json($0.probability))])
          }
        )
      ),
    ])
  }

  private func package(_ outcome: Int) -> [(String, JSONValue)] {
    members(outcome, payoffs: payoffs(outcome))
  }

  private func payoffs(_ outcome: Int) -> [Rational] {
    scenario.players.indices.map { bargain.payoff(of: $0, in: outcome) }
  }

  /// One row for each recommended outcome; where lotteries were asked for, with probabilities, and one for each
  /// outcome of each lottery.
  var csv: String {
    let chance = bargain.mixtures == nil ? [] : ["probability"]
    var table = TextTable(
      (["solution", "value"] + chance + ["outcome"] + scenario.decisions.map { $0.id }
        + scenario.players.map { "payoff:\($0.id)" } + scenario.players.map { "gain:\($0.id)" })
        .map { TextTable.Column($0) }
    )
    for part in bargain.recommendations {
      for outcome in part.outcomes {
        let certain = chance.map { _ in "1" }
        table.add([part.solution.id, number(part.value)] + certain + cells(outcome))
      }
    }
    for mixture in bargain.mixtures ?? [] {
      for (outcome, probability) in mixture.entries {
        table.add(["\(mixture.solution.id)-lottery", "", number(probability)] + cells(outcome))
      }
    }
    return table.csv()
  }

  private func number(_ value: Rational) -> String { JSONValue.text(of: value.toDouble()) }

  private func cells(_ outcome: Int) -> [String] {
    let payoffs = payoffs(outcome)
    return ["\(outcome)"] + scenario.decisions.indices.map { wording.option(of: $0, in: outcome) }
      + payoffs.map(number)
      + zip(payoffs, bargain.disagreementPayoffs).map { number($0 - $1) }
  }
}
