import Documents
import GameTheory
import Negotiation
import Presentation

/// What became of talks, as it is printed.
struct TalksText: TalksResult {
  let report: TalksReport
  let setting: TalksSetting
  let wording: Wording
  let console: Console
  private let isTraced: Bool

  /// So many turns are shown where not all are asked for.
  private static let shownTurns = 24

  init(_ report: TalksReport, _ setting: TalksSetting, _ console: Console, isTraced: Bool) {
    self.report = report
    self.setting = setting
    self.console = console
    self.isTraced = isTraced
    wording = Wording(report.talks.model.scenario)
  }

  var talks: Talks { report.talks }

  var text: String {
    TalksText.heading(setting, console) + afterwards
  }

  /// How the talks ended, who got what, and how it went.
  var afterwards: String {
    var text = section(ending, "")
    if let package = report.result.agreement {
      text += paragraph(self.package(package), width: width, indent: 2)
      text += paragraph(inWords(package), width: width, indent: 2)
    }
    text += section("who got what, over no agreement", shares)
    text += section(isTraced ? "every turn" : "who conceded when", turns)
    text += "\n" + comparison
    return text
  }

  /// What is talked about, until when, and what stands otherwise; `limit` is said in place of the rounds.
  static func heading(
    _ setting: TalksSetting,
    _ console: Console,
    limit: String? = nil
  ) -> String {
    let (talks, palette, width) = (setting.talks, console.palette, console.columns)
    let scenario = talks.model.scenario
    let wording = Wording(scenario)
    var text = scenario.titleLine(palette)
    let names = talks.decisions.map { scenario.decisions[$0].id }.joined(separator: ", ")
    let isWhole = talks.decisions.count == scenario.decisions.count
    text += paragraph(
      "on the table: \(names) (\(NumberText.count(talks.problem.packageCount)) "
        + (talks.problem.packageCount == 1 ? "package)" : "packages)")
        + (isWhole ? "" : "; the rest stays as it is without an agreement"),
      width: width
    )
    switch talks.disagreement {
    case .securityLevels:
      text += paragraph(
        "without an agreement: what each can make sure of, whatever the others do",
        width: width
      )
    case .outcome(let outcome):
      text += paragraph("without an agreement: \(wording.outcome(outcome))", width: width)
    }
    let stated = scenario.players.indices.compactMap { player in
      setting.terms.outsideOptions[player].map {
        "\(scenario.players[player].id) \(Wording.number($0))"
      }
    }
    if !stated.isEmpty {
      text += paragraph("outside options: \(stated.joined(separator: ", "))", width: width)
    }
    let limit = limit ?? "\(Wording.count(setting.terms.rounds, "round", "rounds")), in which"
    return text + "\(limit) \(setting.consent); seed \(setting.seed)\n"
  }

  private var ending: String {
    let round = report.result.round + 1
    switch report.result.end {
    case .agreement: return "agreement in round \(round) of \(talks.problem.rounds)"
    case .deadline: return "no agreement: the last round has passed"
    case .walkedAway(let player):
      return "no agreement: \(scenario.players[player].name) walked away in round \(round)"
    }
  }

  /// A package by how it differs from no agreement.
  func package(_ package: Int) -> String {
    let outcome = talks.outcome(of: package)
    return outcome == talks.base ? "no change" : wording.changes(from: talks.base, to: outcome)
  }

  /// What a package changes, in the scenario's sentences.
  private func inWords(_ package: Int) -> String {
    let outcome = talks.outcome(of: package)
    let changed = talks.decisions.filter {
      wording.option(of: $0, in: outcome) != wording.option(of: $0, in: talks.base)
    }
    guard !changed.isEmpty else { return "Everything stays as it is without an agreement." }
    return Wording.sentence(wording.deeds(in: outcome, changed)) + "."
  }

  private var shares: String {
    var table = TextTable([
      TextTable.Column("player"), TextTable.Column("plays", wraps: true),
      TextTable.Column("asked first", .right), TextTable.Column("got", .right),
      TextTable.Column("worth by then", .right), TextTable.Column("left on the table", .right),
    ])
    for player in scenario.players.indices {
      let party = report.debrief.parties[player]
      table.add([
        scenario.players[player].id, report.negotiators[player]?.text ?? "you",
        party.stands.first.map { Wording.signed(talks.gain(of: player, $0.package)) } ?? "",
        Wording.signed(report.gain(of: player)), TalksText.signed(party.gain),
        TalksText.signed(party.leftOnTable),
      ])
    }
    var text = table.rendered(width: width, palette: palette)
    text += paragraph(leftOver, width: width, indent: 2)
    return text
  }

  private var leftOver: String {
    let count = report.debrief.improvements.count
    if report.debrief.isEfficient {
      return "The agreement is efficient: nobody could have more without somebody having less."
    }
    if count == 0 { return "No package is better for somebody and worse for nobody." }
    return
      "\(Wording.count(count, "efficient package is", "efficient packages are")) better for somebody and worse for "
      + "nobody; the last column tells what each could have had on top at most."
  }

  static func signed(_ value: Double) -> String { Wording.signed(Rational(exactly: value)) }
}

// MARK: - Turns and comparisons

extension TalksText {
  private struct Turn {
    let event: OfferEvent
    /// What the player's stand gains it; nil where it takes none.
    let gain: Rational?
    let change: Rational?
  }

  /// The turns that are shown: all, or those in which somebody moved.
  private var shownTurns: [Turn] {
    var last = [Rational?](repeating: nil, count: scenario.players.count)
    var found: [Turn] = []
    for event in report.result.trace {
      let player = event.speaker
      guard let package = event.package, event.action == .accept || event.action == .offer(package)
      else {
        if isTraced || event.action == .walkAway {
          found.append(Turn(event: event, gain: nil, change: nil))
        }
        continue
      }
      let gain = talks.gain(of: player, package)
      let change = last[player].map { gain - $0 }
      if isTraced || change != 0 { found.append(Turn(event: event, gain: gain, change: change)) }
      last[player] = gain
    }
    return found
  }

  private var turns: String {
    var table = TextTable([
      TextTable.Column("round", .right), TextTable.Column("player"), TextTable.Column("does"),
      TextTable.Column("package", wraps: true), TextTable.Column("own gain", .right),
      TextTable.Column("change", .right),
    ])
    let all = shownTurns
    let shown = isTraced ? all : all.suffix(TalksText.shownTurns)
    for turn in shown {
      let event = turn.event
      table.add([
        "\(event.round + 1)", scenario.players[event.speaker].id, TalksText.deed(event.action),
        event.package.map { event.action == .offer($0) ? package($0) : "" } ?? "",
        turn.gain.map { Wording.signed($0) } ?? "",
        turn.change.map { Wording.signed($0) } ?? "",
      ])
    }
    var text = table.rendered(width: width, palette: palette)
    if shown.count < all.count {
      text += "  the last \(shown.count) of \(all.count) moves; --trace shows every turn\n"
    }
    return text
  }

  static func deed(_ action: OfferAction) -> String {
    switch action {
    case .offer: "offers"
    case .accept: "accepts"
    case .pass: "passes"
    case .walkAway: "walks away"
    }
  }

  private var comparison: String {
    guard !report.comparisons.isEmpty else {
      return "No package leaves everybody at least as well off as without an agreement.\n"
    }
    var table = TextTable([
      TextTable.Column("solution"), TextTable.Column("distance", .right),
      TextTable.Column("what it has otherwise", wraps: true),
    ])
    let here = report.result.agreement.map { talks.outcome(of: $0) } ?? talks.base
    for part in report.comparisons {
      let outcome = talks.outcome(of: part.package)
      table.add([
        part.solution.name,
        Wording.number(Rational(exactly: part.distance), places: 2),
        outcome == here ? "nothing" : wording.changes(from: here, to: outcome),
      ])
    }
    return palette.bold("how far that is from what theory recommends") + "\n"
      + table.rendered(width: width, palette: palette)
      + paragraph(
        "Distances count each player's range, from no agreement to its best package, as 1.",
        width: width,
        indent: 2
      )
  }
}
