import Documents
import GameTheory
import Negotiation
import Presentation

/// Which outcomes would last and why, as it is printed.
struct StabilityText: ScenarioResult {
  let report: StabilityReport
  let words: StabilityWording
  let wording: Wording
  let console: Console

  init(_ report: StabilityReport, _ console: Console) {
    self.report = report
    self.console = console
    words = StabilityWording(report.stability)
    wording = Wording(report.stability.model.scenario)
  }

  var stability: Stability { report.stability }
  var scenario: Scenario { stability.model.scenario }

  var text: String {
    var text = titleLine
    text += paragraph(size, width: width)
    text += section("which outcomes would last", overview)
    for sentence in findings { text += paragraph(sentence, width: width, indent: 2) }
    for (place, verdict) in zip(report.places, report.verdicts) {
      text += section(name(of: place), self.text(on: verdict, at: place))
    }
    text += section("where the status quo can lead", ways)
    if let remedies = report.remedies { text += self.text(on: remedies) }
    return text
  }

  func say(_ text: String) -> String { paragraph(text, width: width, indent: 2) }

  private var size: String {
    let game = stability.model.game
    let free = game.held.indices.filter { game.held[$0] == nil }
    let outcomes = NumberText.count(stability.graph.stateCount)
    let movers = free.isEmpty ? 0 : stability.movers.count
    var text =
      "\(Wording.count(movers, "player moves", "players move")) among "
      + "\(outcomes) \(stability.graph.stateCount == 1 ? "outcome" : "outcomes")"
    let all = free.reduce(1) { $0 * game.decisions[$1].optionCount }
    if all > stability.graph.stateCount {
      text +=
        "; the scenario rules out \(NumberText.count(all - stability.graph.stateCount)) of "
        + NumberText.count(all)
    }
    text += "."
    let ranked = stability.movers.indices.filter { !stability.followsPayoffs($0) }
    if !ranked.isEmpty {
      text +=
        " \(Wording.sentence(words.names(ranked))) \(ranked.count == 1 ? "has" : "have")"
        + " a ranking of \(ranked.count == 1 ? "its" : "their") own in place of payoffs."
    }
    return text
  }

  /// How many outcomes last by each concept, and whether those looked at do.
  private var overview: String {
    let most = 4
    return stride(from: 0, to: max(1, report.places.count), by: most)
      .map { overview(of: report.places.dropFirst($0).prefix(most)) }.joined(separator: "\n")
  }

  private func overview(of places: ArraySlice<StabilityReport.Place>) -> String {
    var table = TextTable(
      [
        TextTable.Column("concept"),
        TextTable.Column("what keeps players", wraps: true),
        TextTable.Column("outcomes", .right),
      ] + places.map { TextTable.Column(shortName(of: $0)) }
    )
    for (index, test) in stability.concepts.enumerated() {
      let count = stability.equilibriumCounts[index]
      table.add(
        [test.title, test.meaning, count.map { NumberText.count($0) } ?? "?"]
          + places.map { mark(stability.isEquilibrium($0.state)[index]) }
      )
    }
    return table.rendered(width: width, palette: palette)
  }

  func mark(_ isStable: Bool?) -> String { isStable.map { $0 ? "yes" : "no" } ?? "?" }

  /// What is to be said of the outcomes that other methods single out.
  private var findings: [String] {
    var found: [String] = []
    if stability.state(of: stability.model.statusQuo) == nil {
      found.append("The status quo as it is started from cannot be: the scenario rules it out.")
    }
    let equilibria = stability.equilibria
    let gone = equilibria.filter { stability.state(of: $0) == nil }
    if equilibria.isEmpty { found.append("The payoffs have no equilibrium.") }
    if !gone.isEmpty {
      let which =
        equilibria.count == 1
        ? "The only equilibrium" : "\(gone.count) of \(equilibria.count) equilibria"
      found.append(
        "\(which) of the payoffs cannot be: the scenario rules \(gone.count == 1 ? "it" : "them") out."
      )
    }
    if let settled = stability.settled {
      let isThere = stability.state(of: settled) != nil
      if settled == stability.model.statusQuo {
        found.append("Play stays at the status quo.")
      } else if !isThere {
        found.append("Play would settle at an outcome that the scenario rules out.")
      }
    } else {
      found.append("By the payoffs play goes round in a cycle.")
    }
    if let stuck, stuck > 0 {
      found.append(
        "Of the outcomes that last by Nash, \(NumberText.count(stuck)) would not if every move could be made: there moves "
          + "that would pay are ruled out."
      )
    }
    let shown = min(equilibria.count, StabilityReport.listed)
    if equilibria.count > shown, !report.places.contains(where: { $0.isAsked }) {
      found.append(
        "Of \(equilibria.count) equilibria of the payoffs the first \(shown) are looked at; --at looks at others."
      )
    }
    return found
  }

  /// How many outcomes last by Nash only because moves or outcomes are ruled out; nil where that is not known.
  private var stuck: Int? {
    guard stability.movers.indices.allSatisfy({ stability.followsPayoffs($0) }),
      let index = stability.concepts.firstIndex(of: .basic(.nash)),
      let table = stability.tables[index]
    else { return nil }
    let equilibria = Set(stability.equilibria)
    return table.equilibria.count { !equilibria.contains(stability.outcome(of: $0)) }
  }

  func name(of place: StabilityReport.Place) -> String {
    switch place.kind {
    case .statusQuo: "the status quo"
    case .equilibrium:
      stability.equilibria.count == 1 ? "the equilibrium" : "the equilibrium where play settles"
    case .settled: "where play settles"
    case .numbered(let number): "equilibrium \(number) of the payoffs"
    case .asked:
      if let start = stability.state(of: stability.model.statusQuo) {
        start == place.state ? "the status quo" : words.changes(from: start, to: place.state)
      } else {
        wording.outcome(stability.outcome(of: place.state))
      }
    }
  }

  private func shortName(of place: StabilityReport.Place) -> String {
    switch place.kind {
    case .statusQuo: "status quo"
    case .equilibrium: "equilibrium"
    case .settled: "settled"
    case .numbered(let number): "equilibrium \(number)"
    case .asked:
      report.places.count == 1 ? "asked" : "asked \((index(of: place) ?? 0) + 1)"
    }
  }

  private func index(of place: StabilityReport.Place) -> Int? {
    report.places.firstIndex { $0.state == place.state }
  }
}
