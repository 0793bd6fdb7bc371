import Documents
import GameTheory
import Negotiation
import Presentation

/// Mediation with one text that a mediator changes step by step.
struct MediationReport {
  let result: SingleText.Result
  let start: Int
  /// The player that mediates; nil for somebody from outside.
  let mediator: Int?
  /// How many changes are put to the vote at most, and of how many decisions each.
  let proposals: Int
  let breadth: Int

  /// Whether the text ended as it began.
  var isNothing: Bool { result.text == start }

  init(_ setting: TalksSetting, _ session: ScenarioSession) throws(Failure) {
    let (talks, parsed) = (setting.talks, session.parsed)
    mediator = try parsed.string("--mediator").map { word throws(Failure) in
      try ScenarioWords(talks.model.scenario).player(word, for: "--mediator")
    }
    start = talks.package(of: talks.base)
    proposals = parsed.integer("--proposals") ?? 10_000
    breadth = parsed.integer("--breadth") ?? 2
    do throws(OfferError) {
      result = try SingleText(
        talks.problem,
        start: start,
        proposals: proposals,
        breadth: breadth
      ).run(seed: setting.seed)
    } catch {
      throw Failure(.internalFault, "the mediation cannot be held: \(error)")
    }
  }
}

/// What became of a mediation, as it is printed.
struct MediationText: TalksResult {
  private let report: MediationReport
  let setting: TalksSetting
  let console: Console
  private let wording: Wording

  init(_ report: MediationReport, _ setting: TalksSetting, _ console: Console) {
    self.report = report
    self.setting = setting
    self.console = console
    wording = Wording(setting.talks.model.scenario)
  }

  private var talks: Talks { setting.talks }

  /// The adopted changes, each with the text before it.
  private var adopted: [(number: Int, before: Int, step: SingleText.Step)] {
    var text = report.start
    var found: [(Int, Int, SingleText.Step)] = []
    for (number, step) in report.result.steps.enumerated() where step.isAdopted {
      found.append((number + 1, text, step))
      text = step.package
    }
    return found
  }

  var text: String {
    let limit = "at most \(NumberText.count(report.proposals)) votes; in the end"
    var text = TalksText.heading(setting, console, limit: limit)
    let name = report.mediator.map { scenario.players[$0].name } ?? "A mediator"
    text += paragraph(
      Wording.sentence(name)
        + " holds one text, which begins as what stands without an agreement, and puts one "
        + "change after the other to the vote; a player votes for what is no worse for it.",
      width: width
    )
    let end = report.result.text
    let change =
      end == report.start ? "" : paragraph(changes(report.start, end), width: width, indent: 2)
    text += section(verdict, change)
    text += section("the changes adopted", steps)
    text += section("what the text is worth over no agreement", gains)
    return text
  }

  private var verdict: String {
    let votes = Wording.count(report.result.steps.count, "vote", "votes")
    let stop: String
    switch report.result.end {
    case .noChangeAccepted: stop = "after \(votes) no further change is accepted"
    case .cycle: return "no agreement: after \(votes) the text is again what it was before"
    case .deadline: stop = "stopped after \(votes)"
    }
    guard report.result.isAgreement else { return "no agreement: \(stop), and too few sign" }
    return report.isNothing ? "nothing is agreed on: \(stop)" : "an agreement: \(stop)"
  }

  private var end: String {
    switch report.result.end {
    case .noChangeAccepted: "no-change-accepted"
    case .cycle: "cycle"
    case .deadline: "deadline"
    }
  }

  private func changes(_ from: Int, _ to: Int) -> String {
    wording.changes(from: talks.outcome(of: from), to: talks.outcome(of: to))
  }

  private var steps: String {
    var table = TextTable([
      TextTable.Column("vote", .right), TextTable.Column("change", wraps: true),
      TextTable.Column("better for", wraps: true),
    ])
    for (number, before, step) in adopted {
      let winners = scenario.players.indices.filter {
        talks.payoff(of: $0, step.package) > talks.payoff(of: $0, before)
      }
      table.add([
        "\(number)", changes(before, step.package),
        winners.map { scenario.players[$0].id }.joined(separator: ", "),
      ])
    }
    return table.rendered(width: width, palette: palette)
  }

  private var gains: String {
    var table = TextTable(scenario.players.map { TextTable.Column($0.id, .right) })
    table.add(
      scenario.players.indices.map { Wording.signed(talks.gain(of: $0, report.result.text)) }
    )
    return table.rendered(width: width, palette: palette)
  }

  var json: JSONValue {
    let result = report.result
    let isAgreed = result.isAgreement && !report.isNothing
    return .object(
      head(mode: "mediated") + [
        ("mediator", report.mediator.map { id($0) } ?? .null),
        ("proposalLimit", .integer(report.proposals)), ("breadth", .integer(report.breadth)),
        ("end", .string(end)), ("voteCount", .integer(result.steps.count)),
        ("agreement", isAgreed ? .object(members(package: result.text)) : .null),
        ("text", .object(members(package: result.text))),
        ("adopted", .array(adopted.map { number, _, step in adoption(number, step) })),
      ]
    )
  }

  private func adoption(_ number: Int, _ step: SingleText.Step) -> JSONValue {
    let supporters = scenario.players.indices.filter { step.supporters >> UInt64($0) & 1 != 0 }
    return .object(
      [("vote", .integer(number))] + members(package: step.package)
        + [("supporters", ids(supporters))]
    )
  }

  /// One row for every adopted text.
  var csv: String {
    var table = TextTable(
      (["vote", "outcome"] + talks.decisions.map { scenario.decisions[$0].id }
        + scenario.players.map { "gain:\($0.id)" }).map { TextTable.Column($0) }
    )
    for (number, package) in [(0, report.start)] + adopted.map({ ($0.number, $0.step.package) }) {
      let outcome = talks.outcome(of: package)
      table.add(
        ["\(number)", "\(outcome)"] + talks.decisions.map { wording.option(of: $0, in: outcome) }
          + scenario.players.indices.map {
            JSONValue.text(of: talks.gain(of: $0, package).toDouble())
          }
      )
    }
    return table.csv()
  }
}
