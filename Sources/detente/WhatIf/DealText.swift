import Documents
import GameTheory
import Negotiation
import Presentation

/// What an outcome would take, as it is printed.
struct DealText: ScenarioResult {
  let deal: Deal
  let console: Console
  let wording: Wording

  init(_ deal: Deal, _ console: Console) {
    self.deal = deal
    self.console = console
    wording = Wording(deal.model.scenario)
  }

  var scenario: Scenario { deal.model.scenario }

  var text: String {
    var text = titleLine
    text += paragraph("what it takes for \(wording.options(deal.target))", width: width)
    text += completion
    text += section("who would leave it", leavers)
    if !deal.isEquilibrium {
      text += section("what would pay for it", payment)
      text += section("the promises that would have to be binding", promises)
      text += section("the least change of stakes that would do instead", stakes)
    }
    text += section("who is better off", comparison)
    return text
  }

  private func name(_ player: Int) -> String { scenario.players[player].name }

  private func table(_ columns: [TextTable.Column], _ rows: [[String]]) -> String {
    var table = TextTable(columns)
    for row in rows { table.add(row) }
    return table.rendered(width: width, palette: palette)
  }

  // MARK: Parts

  private var completion: String {
    let words = wording.outcome(deal.outcome)
    if deal.completionCount == 1 { return paragraph("the outcome is \(words)", width: width) }
    var text = paragraph(
      "the cheapest of \(deal.completionCount) outcomes with that: \(words)",
      width: width
    )
    if deal.tieCount > 1 {
      let others = Wording.count(deal.tieCount - 1, "other costs", "others cost")
      text += sentence(
        deal.isEquilibrium
          ? "\(deal.tieCount) of them are equilibria as things are; no other of these is better for "
            + "somebody and worse for nobody."
          : "\(others) as little; none of them is better for somebody and worse for nobody."
      )
    }
    if !deal.isEquilibrium, deal.totals == nil {
      text += sentence(
        "without exchange rates the cheapest is the one whose largest inducement is smallest, each "
          + "measured against the span of that player's payoffs."
      )
    }
    return text
  }

  private var leavers: String {
    let rows = deal.parts.map { part in
      let deed = part.deviation.map { wording.changes(from: deal.outcome, to: $0.outcome) }
      return [
        scenario.players[part.player].id, deed ?? "nothing else it could do",
        part.deviation.map { Wording.signed($0.gain) } ?? "",
        part.inducement.signum == 0 ? "" : Wording.number(part.inducement),
        part.slack.map { $0.signum == 0 ? "" : Wording.number($0) } ?? "unlimited",
      ]
    }
    let text = table(
      [
        TextTable.Column("player"), TextTable.Column("its best deviation", wraps: true),
        TextTable.Column("gain", .right), TextTable.Column("inducement", .right),
        TextTable.Column("slack", .right),
      ],
      rows
    )
    return deal.isEquilibrium
      ? text + sentence("nobody gains by leaving: it is an equilibrium as things are.") : text
  }

  private var payment: String {
    let needy = deal.parts.filter { $0.inducement.signum > 0 }
    let list = Wording.list(needy.map { "\(name($0.player)) \(Wording.number($0.inducement))" })
    var text = sentence(
      "the least inducements, in each player's utility points, paid if it plays its part: \(list)."
    )
    if let totals = deal.totals, let unit = scenario.exchange?.unit {
      text += sentence(self.text(of: totals, in: unit))
    } else {
      text += sentence(
        "utilities of different players do not add up, so there is no total. \(condition)."
      )
    }
    if deal.tolerance.signum > 0 {
      let tolerance = Wording.number(deal.tolerance)
      text += sentence(
        "each is lower by \(tolerance) than the gain that it makes up for, since so small a gain counts as none."
      )
    }
    if !deal.alternatives.isEmpty {
      text += sentence("other completions that ask less of somebody:")
      text += alternatives
      if deal.furtherAlternativeCount > 0 {
        text += "\(deal.furtherAlternativeCount) more cost more\n"
      }
    }
    return text
  }

  /// When balanced transfers are feasible, in rates: `1.1 × north-korea is at most 0.5 × us + 2 × japan`.
  private var condition: String {
    func sum(_ terms: [(Rational, Int)]) -> String {
      terms.map { "\(Wording.number($0.0)) × \(scenario.players[$0.1].id)" }.joined(
        separator: " + "
      )
    }
    let needs = deal.parts.filter { $0.inducement.signum > 0 }.map { ($0.inducement, $0.player) }
    if deal.parts.contains(where: { $0.slack == nil }) {
      return "A player that has no other strategy could pay, whatever the exchange rates"
    }
    let gives = deal.parts.compactMap { part in
      part.slack.flatMap { $0.signum > 0 ? ($0, part.player) : nil }
    }
    return gives.isEmpty
      ? "Nobody has anything to spare, so all of it would have to come from outside"
      : "With exchange rates the others could pay if \(sum(needs)) is at most \(sum(gives)), "
        + "each player's id standing for its rate"
  }

  private func text(of totals: Deal.Totals, in unit: String) -> String {
    var text = "in all \(Wording.number(totals.inducement)) \(unit)."
    if let slack = totals.slack {
      text +=
        totals.areTransfersBalanced
        ? " Those who are willing could pay it and stay willing: they have \(Wording.number(slack)) to spare."
        : " Those who are willing cannot pay it and stay willing: they have \(Wording.number(slack)) to spare."
    } else {
      text += " A player that has no other strategy could pay it."
    }
    let base = deal.equilibrium == nil ? "its security level" : "the equilibrium"
    if let transfers = totals.fairTransfers {
      let list = transfers.enumerated().filter { $0.element.signum != 0 }.map { player, amount in
        name(player)
          + (amount.signum > 0 ? " receives " : " pays ") + Wording.number(amount.magnitude)
      }
      text +=
        " Transfers that leave nobody worse off than \(base), and share what is left equally: "
        + Wording.list(list) + "."
    } else {
      text +=
        " To leave nobody worse off than \(base) as well, \(Wording.number(totals.missing)) \(unit) "
        + "would have to come from outside."
    }
    return text
  }

  private var alternatives: String {
    table(
      [TextTable.Column("instead", wraps: true)]
        + scenario.players.map { TextTable.Column($0.id, .right) },
      deal.alternatives.map { other in
        [wording.changes(from: deal.outcome, to: other.outcome)]
          + other.inducements.map { $0.signum == 0 ? "" : Wording.number($0) }
      }
    )
  }

  private var promises: String {
    let bound = deal.parts.filter { $0.commitments != [[]] }
    var text = ""
    for part in bound {
      let sets = part.commitments.map { set in
        wording.options(set.map { ($0, option(of: $0)) })
      }
      let count = part.commitments[0].count
      let what =
        count == 1
        ? "once bound to \(alternatives(sets)), \(name(part.player)) is willing"
        : "\(name(part.player)) is willing once bound to \(alternatives(sets)); "
          + (count == 2 ? "one of them is not enough" : "fewer are not enough")
      text += sentence(what + ".")
    }
    guard bound.count == 1, let only = bound.first, only.commitments[0].count == 1 else {
      return text
    }
    return text
      + sentence(
        deal.parts.count > 1
          ? "that one promise, once binding, leaves everybody else willing."
          : "that one promise is enough."
      )
  }

  private func option(of decision: Int) -> Int {
    deal.model.game.numbering.option(of: decision, in: deal.outcome)
  }

  private func alternatives(_ words: [String]) -> String {
    words.count == 1 ? words[0] : words.joined(separator: ", or to ")
  }

  private var stakes: String {
    let rows = deal.parts.flatMap { part in
      part.stakes.weights.map { change in
        let stake = scenario.stakes[change.stake]
        let before = deal.model.value(stake.weight.polynomial)
        return [
          stake.weight.path, Wording.number(before), Wording.number(change.weight),
          Wording.signed(change.weight - before) + beyond(stake.weight, change.weight),
        ]
      }
    }
    return table(
      [
        TextTable.Column("stake"), TextTable.Column("from", .right), TextTable.Column("to", .right),
        TextTable.Column("change", .right),
      ],
      rows
    )
  }

  /// What to add where a stake would leave its stated range.
  private func beyond(_ stake: Quantity, _ value: Rational) -> String {
    guard let range = stake.range, !range.contains(value) else { return "" }
    return ", beyond its range \(Wording.number(range.lowerBound)) to "
      + Wording.number(range.upperBound)
  }

  // MARK: Comparison

  private var comparison: String {
    let rows = deal.parts.map { part in
      [
        scenario.players[part.player].id, Wording.number(part.payoff),
        part.equilibriumPayoff.map { Wording.number($0) } ?? "",
        part.equilibriumPayoff.map { Wording.signed(part.payoff - $0) } ?? "",
        Wording.number(part.securityLevel), Wording.signed(part.payoff - part.securityLevel),
      ]
    }
    let text = table(
      [
        TextTable.Column("player"), TextTable.Column("with the deal", .right),
        TextTable.Column("equilibrium", .right), TextTable.Column("gain", .right),
        TextTable.Column("security level", .right), TextTable.Column("above it", .right),
      ],
      rows
    )
    return text + verdict("the equilibrium", deal.gainsOverEquilibrium)
      + verdict("its security level", deal.gainsOverSecurity)
  }

  private func verdict(_ what: String, _ gains: [Rational]?) -> String {
    guard let gains else { return sentence("there is no equilibrium to compare it with.") }
    let losers = gains.indices.filter { gains[$0].signum < 0 }.map { name($0) }
    let even = gains.indices.filter { gains[$0].signum == 0 }.map { name($0) }
    if losers.isEmpty, even.isEmpty {
      return sentence("without any payment every player is better off than at \(what).")
    }
    if even.count == gains.count {
      return sentence("everybody is as well off as at \(what).")
    }
    let parts =
      (losers.isEmpty ? [] : ["worse off than at \(what): \(Wording.list(losers))"])
      + (even.isEmpty ? [] : ["as well off as at \(what): \(Wording.list(even))"])
    return sentence("without any payment " + parts.joined(separator: "; ") + ".")
  }
}
