import Documents
import GameTheory
import Negotiation
import Presentation

/// What came of a tournament, as it is printed.
struct TournamentText: TalksResult {
  private let report: TournamentReport
  let setting: TalksSetting
  let console: Console

  /// So many equilibria are shown.
  private static let shownEquilibria = 8

  init(_ report: TournamentReport, _ setting: TalksSetting, _ console: Console) {
    self.report = report
    self.setting = setting
    self.console = console
  }

  private var strategies: [NegotiatorWord] { report.tournament.strategies }

  var text: String {
    var text = TalksText.heading(setting, console)
    let rate = Wording.number(Rational(exactly: report.agreementRate * 100), places: 1)
    text += paragraph(
      "\(NumberText.count(report.games)) \(report.games == 1 ? "game" : "games"); \(rate) % ended with an agreement.",
      width: width
    )
    text += section("mean gain over no agreement, by player", gains)
    text += paragraph(best, width: width, indent: 2)
    text += section("how often the player came to an agreement, in %", rates)
    text += section("choosing how to negotiate, as a game of its own", choices)
    return text
  }

  private func table(_ cell: (TournamentReport.Score) -> String?) -> String {
    var table = TextTable(
      [TextTable.Column("plays")] + scenario.players.map { TextTable.Column($0.id, .right) }
    )
    for (word, scores) in zip(strategies, report.scores) {
      table.add([word.text] + scores.map { cell($0) ?? "" })
    }
    return table.rendered(width: width, palette: palette)
  }

  private var gains: String {
    table { $0.gain.map { TalksText.signed($0) } }
  }

  private var rates: String {
    table {
      $0.agreementRate.map { Wording.number(Rational(exactly: $0 * 100), places: 1) }
    }
  }

  private var best: String {
    let parts = scenario.players.indices.map { player in
      let names = report.best(for: player).map { strategies[$0].text }
      return "\(scenario.players[player].name) with \(Wording.list(names))"
    }
    return "Did best on average: " + parts.joined(separator: "; ") + "."
  }

  private var choices: String {
    guard let equilibria = report.equilibria else {
      return paragraph(
        "Not all assignments were played, so the game cannot be solved; leave out --games.",
        width: width,
        indent: 2
      )
    }
    guard !equilibria.isEmpty else {
      return paragraph(
        "It has no pure equilibrium: whatever all choose, somebody does better with another way.",
        width: width,
        indent: 2
      )
    }
    let strict = equilibria.filter { $0.isStrict }.count
    var text = paragraph(
      Wording.count(equilibria.count, "pure equilibrium", "pure equilibria")
        + (strict > 0 ? ", \(strict) of them strict" : ", none of them strict")
        + ": nobody gains by another way to negotiate. Gains are over no agreement.",
      width: width,
      indent: 2
    )
    if let product = product(equilibria) { return text + product }
    var table = TextTable(scenario.players.map { TextTable.Column($0.id, wraps: true) })
    // Strict ones first, then those from which everybody gains.
    let rank = { (found: TournamentReport.Equilibrium) in
      (found.isStrict ? 0 : 2) + (found.gains.allSatisfy { $0 > 0 } ? 0 : 1)
    }
    let shown = (0..<4).flatMap { value in equilibria.filter { rank($0) == value } }
    for equilibrium in shown.prefix(TournamentText.shownEquilibria) {
      table.add(
        zip(equilibrium.strategies, equilibrium.gains).map {
          "\(strategies[$0].text) (\(TalksText.signed($1)))"
        }
      )
    }
    text += table.rendered(width: width, palette: palette)
    if equilibria.count > TournamentText.shownEquilibria {
      text +=
        "  the first \(TournamentText.shownEquilibria) of \(NumberText.count(equilibria.count)); --json has all\n"
    }
    return text
  }
}

extension TournamentText {
  /// Where every player may choose one of several ways whatever the others choose among theirs, these ways.
  private func product(_ equilibria: [TournamentReport.Equilibrium]) -> String? {
    guard equilibria.count > 1 else { return nil }
    let choices = scenario.players.indices.map { player in
      Set(equilibria.map { $0.strategies[player] }).sorted()
    }
    guard choices.reduce(1, { $0 * $1.count }) == equilibria.count else { return nil }
    var table = TextTable([
      TextTable.Column("player"), TextTable.Column("may choose", wraps: true),
      TextTable.Column("gain", .right),
    ])
    for player in scenario.players.indices {
      let gains = equilibria.map { $0.gains[player] }
      let (least, most) = (gains.min() ?? 0, gains.max() ?? 0)
      table.add([
        scenario.players[player].id,
        choices[player].map { strategies[$0].text }.joined(separator: ", "),
        least == most
          ? TalksText.signed(least)
          : "\(TalksText.signed(least)) to \(TalksText.signed(most))",
      ])
    }
    return table.rendered(width: width, palette: palette)
  }
}

// MARK: - For programs

extension TournamentText {
  var json: JSONValue {
    .object(
      head(mode: "tournament", rounds: roundLimit) + [
        ("gameCount", .integer(report.games)), ("agreementRate", .number(report.agreementRate)),
        ("strategies", .array(strategies.map { .string($0.text) })),
        (
          "scores",
          .array(
            zip(strategies, report.scores).map { word, scores in
              .object([
                ("strategy", .string(word.text)),
                ("players", .array(scores.indices.map { member($0, scores[$0]) })),
              ])
            }
          )
        ),
        ("equilibria", report.equilibria.map { .array($0.map { member($0) }) } ?? .null),
      ]
    )
  }

  private func member(_ player: Int, _ score: TournamentReport.Score) -> JSONValue {
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    return .object([
      ("player", id(player)), ("payoff", number(score.payoff)), ("gain", number(score.gain)),
      ("agreementRate", number(score.agreementRate)),
    ])
  }

  private func member(_ equilibrium: TournamentReport.Equilibrium) -> JSONValue {
    .object([
      ("strategies", byPlayer(equilibrium.strategies.map { .string(strategies[$0].text) })),
      ("payoffs", byPlayer(equilibrium.payoffs)), ("gains", byPlayer(equilibrium.gains)),
      ("isStrict", .bool(equilibrium.isStrict)),
    ])
  }

  /// One row for every way to negotiate and player.
  var csv: String {
    var table = TextTable(
      ["strategy", "player", "payoff", "gain", "agreement_rate"].map { TextTable.Column($0) }
    )
    for (word, scores) in zip(strategies, report.scores) {
      for (player, score) in zip(scenario.players, scores) {
        table.add(
          [word.text, player.id]
            + [score.payoff, score.gain, score.agreementRate].map {
              $0.map { JSONValue.text(of: $0) } ?? ""
            }
        )
      }
    }
    return table.csv()
  }
}
