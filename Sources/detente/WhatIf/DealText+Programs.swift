import Documents
import GameTheory
import Negotiation
import Presentation

// The price of an outcome, as programs read it.
extension DealText {
  var json: JSONValue {
    .object(
      head("deal") + [
        ("target", .string(wording.options(deal.target))),
        ("outcome", .integer(deal.outcome)), ("words", .string(wording.outcome(deal.outcome))),
        ("completions", .integer(deal.completionCount)),
        ("equilibriaAmongThem", .integer(deal.freeCount)),
        ("equallyCheap", .integer(deal.tieCount)),
        ("isEquilibrium", .bool(deal.isEquilibrium)),
        ("equilibrium", deal.equilibrium.map { .integer($0) } ?? .null),
        ("players", .array(deal.parts.map { json($0) })),
        ("totals", deal.totals.map { json($0) } ?? .null),
        (
          "alternatives",
          .array(
            deal.alternatives.map { other in
              .object([
                ("outcome", .integer(other.outcome)),
                ("words", .string(wording.outcome(other.outcome))),
                ("inducements", .array(other.inducements.map { ExactNumber.json($0) })),
              ])
            }
          )
        ),
        ("furtherAlternatives", .integer(deal.furtherAlternativeCount)),
        ("betterThanEquilibriumForAll", json(deal.gainsOverEquilibrium)),
        ("betterThanSecurityForAll", json(deal.gainsOverSecurity)),
      ]
    )
  }

  private func json(_ gains: [Rational]?) -> JSONValue {
    gains.map { .bool($0.allSatisfy { $0.signum > 0 }) } ?? .null
  }

  private func json(_ value: Rational?) -> JSONValue {
    value.map { ExactNumber.json($0) } ?? .null
  }

  private func json(_ part: Deal.Part) -> JSONValue {
    .object([
      ("player", .string(scenario.players[part.player].id)),
      ("payoff", json(part.payoff)),
      (
        "deviation",
        part.deviation.map { deviation in
          .object([
            ("outcome", .integer(deviation.outcome)),
            ("words", .string(wording.changes(from: deal.outcome, to: deviation.outcome))),
            ("gain", json(deviation.gain)),
          ])
        } ?? .null
      ),
      ("inducement", json(part.inducement)), ("slack", json(part.slack)),
      ("equilibriumPayoff", json(part.equilibriumPayoff)),
      ("securityLevel", json(part.securityLevel)),
      (
        "commitments",
        .array(
          part.commitments.map { set in
            .array(set.map { .string(scenario.decisions[$0].id) })
          }
        )
      ),
      (
        "stakes",
        .array(
          part.stakes.weights.map { change in
            let stake = scenario.stakes[change.stake]
            return .object([
              ("path", .string(stake.weight.path)),
              ("from", json(deal.model.value(stake.weight.polynomial))),
              ("to", json(change.weight)),
            ])
          }
        )
      ),
      ("stakeChange", json(part.stakes.size)),
    ])
  }

  private func json(_ totals: Deal.Totals) -> JSONValue {
    .object([
      ("unit", .string(scenario.exchange?.unit ?? "")),
      ("inducement", json(totals.inducement)), ("slack", json(totals.slack)),
      ("balancedTransfers", .bool(totals.areTransfersBalanced)),
      (
        "fairTransfers",
        totals.fairTransfers.map { .array($0.map { json($0) }) } ?? .null
      ),
      ("missing", json(totals.missing)),
    ])
  }

  var csv: String {
    var table = TextTable(
      [
        "player", "payoff", "deviation", "gain", "inducement", "slack", "equilibrium_payoff",
        "security_level", "commitments", "stake_change",
      ].map { TextTable.Column($0) }
    )
    func number(_ value: Rational?) -> String {
      value.map { JSONValue.text(of: $0.toDouble()) } ?? ""
    }
    for part in deal.parts {
      table.add([
        scenario.players[part.player].id, number(part.payoff),
        part.deviation.map { wording.changes(from: deal.outcome, to: $0.outcome) } ?? "",
        number(part.deviation?.gain), number(part.inducement), number(part.slack),
        number(part.equilibriumPayoff), number(part.securityLevel),
        part.commitments.map { set in
          set.map { scenario.decisions[$0].id }.joined(separator: " + ")
        }.joined(separator: " | "),
        number(part.stakes.size),
      ])
    }
    return table.csv()
  }
}
