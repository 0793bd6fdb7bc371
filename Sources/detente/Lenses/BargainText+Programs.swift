import Documents
import GameTheory
import Negotiation
import Presentation

// What the bargaining solutions recommend, as programs read it.
extension BargainText {
  var json: JSONValue {
    .object([
      ("format", 1), ("command", "bargain"), ("file", .string(scenario.file)),
      ("title", .string(scenario.title)), ("disagreement", disagreementMember),
      ("outcomes", .integer(bargain.outcomeCount)),
      ("rational", .integer(bargain.rational.count)),
      ("frontier", .array(bargain.efficient.map { package($0) })),
      ("ideal", bargain.idealGains.map { byPlayer($0) } ?? .null),
      (
        "solutions",
        .array(
          bargain.recommendations.map { part in
            .object([
              ("solution", .string(part.solution.id)),
              ("value", ExactNumber.json(part.value)),
              ("gains", byPlayer(part.gains)),
              (
                "outcomes",
                .array(
                  part.outcomes.map {
                    .object([
                      ("outcome", .integer($0)), ("words", .string(wording.outcome($0))),
                      ("payoffs", payoffs($0)),
                    ])
                  }
                )
              ),
            ])
          }
        )
      ),
      ("lotteries", bargain.mixtures.map { .array($0.map { mixture($0) }) } ?? .null),
      ("equilibrium", bargain.equilibrium.map { package($0) } ?? .null),
      ("betterThanEquilibrium", .array(bargain.better.map { .integer($0) })),
    ])
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
            .object([
              ("outcome", .integer($0.outcome)), ("words", .string(wording.outcome($0.outcome))),
              ("probability", ExactNumber.json($0.probability)),
            ])
          }
        )
      ),
    ])
  }

  private var disagreementMember: JSONValue {
    var members: [(String, JSONValue)] = []
    switch bargain.disagreement {
    case .securityLevels: members.append(("kind", "security"))
    case .outcome(let outcome):
      members += [
        ("kind", "outcome"), ("outcome", .integer(outcome)),
        ("words", .string(wording.outcome(outcome))),
      ]
    }
    members.append(("payoffs", byPlayer(bargain.disagreementPayoffs)))
    return .object(members)
  }

  private func package(_ outcome: Int) -> JSONValue {
    .object([("outcome", .integer(outcome)), ("payoffs", payoffs(outcome))])
  }

  private func payoffs(_ outcome: Int) -> JSONValue {
    byPlayer(scenario.players.indices.map { bargain.payoff(of: $0, in: outcome) })
  }

  private func byPlayer(_ values: [Rational]) -> JSONValue {
    .object(zip(scenario.players, values).map { ($0.id, ExactNumber.json($1)) })
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
    let payoffs = scenario.players.indices.map { bargain.payoff(of: $0, in: outcome) }
    return ["\(outcome)"] + scenario.decisions.indices.map { wording.option(of: $0, in: outcome) }
      + payoffs.map(number)
      + zip(payoffs, bargain.disagreementPayoffs).map { number($0 - $1) }
  }
}
