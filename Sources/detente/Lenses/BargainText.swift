import Documents
import GameTheory
import Negotiation
import Presentation

/// What the bargaining solutions recommend, as it is printed.
struct BargainText: ScenarioResult {
  let bargain: Bargain
  let wording: Wording
  let console: Console

  init(_ bargain: Bargain, _ console: Console) {
    self.bargain = bargain
    self.console = console
    wording = Wording(bargain.model.scenario)
  }

  var scenario: Scenario { bargain.model.scenario }

  /// Packages are told by how they differ from this outcome.
  private var reference: Int {
    if case .outcome(let outcome) = bargain.disagreement { return outcome }
    return bargain.equilibrium ?? bargain.model.statusQuo
  }

  var text: String {
    var text = titleLine
    text += paragraph("without an agreement: \(disagreement)", width: width)
    text += paragraph(counts, width: width)
    text += section("what each solution recommends", packages)
    text += section(
      "what each player gains over no agreement",
      gains(bargain.recommendations.map { ($0.solution, $0.gains) }, bargain.idealGains)
    )
    if let concessions {
      text += section("what each gives up of the most it could gain", concessions)
    }
    if let mixtures = bargain.mixtures { text += "\n" + self.text(of: mixtures) }
    for note in notes { text += paragraph(note, width: width, indent: 2) }
    if let table { text += section("what is left on the table", table) }
    return text
  }

  private var disagreement: String {
    switch bargain.disagreement {
    case .securityLevels: "what each can make sure of, whatever the others do"
    case .outcome(let outcome): wording.outcome(outcome)
    }
  }

  private var counts: String {
    let all = NumberText.count(bargain.outcomeCount)
    let rational = bargain.rational.count
    let front = NumberText.count(bargain.efficient.count)
    return
      "\(NumberText.count(rational)) of \(all) outcomes leave nobody worse off than that; \(front) of all "
      + "are efficient: nobody can have more without somebody having less."
  }

  private var packages: String {
    var table = TextTable([
      TextTable.Column("solution"), TextTable.Column("package", wraps: true),
      TextTable.Column("equals", .right),
    ])
    for part in bargain.recommendations {
      let first = part.outcomes[0]
      table.add([
        part.solution.name, package(first),
        part.outcomes.count > 1 ? "\(part.outcomes.count - 1)" : "",
      ])
    }
    return table.rendered(width: width, palette: palette) + inWords
  }

  /// Each package that is recommended, in the scenario's sentences.
  private var inWords: String {
    var told: [Int] = []
    for part in bargain.recommendations where !told.contains(part.outcomes[0]) {
      told.append(part.outcomes[0])
    }
    return told.map { outcome in
      let names = bargain.recommendations.filter { $0.outcomes[0] == outcome }.map {
        $0.solution.name
      }
      let changed = scenario.decisions.indices.filter {
        wording.option(of: $0, in: outcome) != wording.option(of: $0, in: reference)
      }
      let words = changed.isEmpty ? unchanged : wording.deeds(in: outcome, changed)
      return paragraph("\(Wording.list(names)): \(words).", width: width, indent: 2)
    }.joined()
  }

  /// How far each player is from its best, solution by solution.
  private var concessions: String? {
    bargain.idealGains.map { ideal in
      gains(
        bargain.recommendations.map { part in
          (part.solution, zip(ideal, part.gains).map { $0 - $1 })
        },
        nil
      ) { Wording.number($0) }
    }
  }

  private func gains(
    _ rows: [(solution: Bargain.Solution, gains: [Rational])],
    _ ideal: [Rational]?,
    text: (Rational) -> String = { Wording.signed($0) }
  ) -> String {
    var table = TextTable(
      [TextTable.Column("solution")] + scenario.players.map { TextTable.Column($0.id, .right) }
    )
    for (solution, gains) in rows {
      table.add([solution.name] + gains.map(text))
    }
    if let ideal { table.add(["the most each could"] + ideal.map(text)) }
    return table.rendered(width: width, palette: palette)
  }

  private func text(of mixtures: [Bargain.Mixture]) -> String {
    let title = palette.bold("where lotteries can be agreed on") + "\n"
    var table = TextTable([
      TextTable.Column("solution"), TextTable.Column("chance", .right),
      TextTable.Column("package", wraps: true),
    ])
    for mixture in mixtures {
      for (index, entry) in mixture.entries.enumerated() {
        table.add([
          index == 0 ? mixture.solution.name : "",
          Wording.number(entry.probability * 100, places: 2) + " %", package(entry.outcome),
        ])
      }
    }
    var text = title + table.rendered(width: width, palette: palette)
    text += section(
      "what each player then gains on average",
      gains(mixtures.map { ($0.solution, $0.gains) }, nil)
    )
    if let gap = mixtures.first(where: { $0.solution == .nash })?.gap, gap.signum > 0 {
      text += paragraph(
        "The logarithm of the product of gains is within \(gap.toDouble()) of the largest; the others are exact.",
        width: width,
        indent: 2
      )
    }
    return text
  }

  private func package(_ outcome: Int) -> String {
    outcome == reference ? unchanged : wording.changes(from: reference, to: outcome)
  }

  /// What a package is called that is the one others are told by.
  private var unchanged: String {
    if case .outcome = bargain.disagreement { return "no change" }
    return bargain.equilibrium == nil ? "as in the status quo" : "as at the equilibrium"
  }

  private var notes: [String] {
    var notes: [String] = []
    let nash = bargain.recommendations.first { $0.solution == .nash }
    if let nash, nash.value.signum == 0 {
      notes.append(
        "No package gives every player a gain: the Nash solution goes to as many as can gain at once."
      )
    }
    notes.append(
      scenario.exchange.map {
        "The utilitarian sum is in \($0.unit), at the scenario's exchange rates; the egalitarian solution "
          + "compares utility points as they are."
      }
        ?? "The egalitarian and the utilitarian solution compare utility points of different players, which mean "
        + "nothing to each other without exchange rates; the others do not."
    )
    return notes
  }

  /// What the equilibrium leaves, where there is one.
  private var table: String? {
    guard let equilibrium = bargain.equilibrium else { return nil }
    guard !bargain.better.isEmpty else {
      return paragraph(
        "Nothing: no outcome is better than the equilibrium for somebody and worse for nobody.",
        width: width,
        indent: 2
      )
    }
    let count = Wording.count(bargain.better.count, "outcome is", "outcomes are")
    var text = paragraph(
      "\(count) better than the equilibrium for somebody and worse for nobody. A player could have at most, "
        + "nobody having less:",
      width: width,
      indent: 2
    )
    var table = TextTable(
      [TextTable.Column("")] + scenario.players.map { TextTable.Column($0.id, .right) }
    )
    let most = scenario.players.indices.map { player in
      bargain.better.map { bargain.payoff(of: player, in: $0) }.max() ?? 0
    }
    let here = scenario.players.indices.map { bargain.payoff(of: $0, in: equilibrium) }
    table.add(["at the equilibrium"] + here.map { Wording.number($0) })
    table.add(["at most"] + most.map { Wording.number($0) })
    text += table.rendered(width: width, palette: palette)
    return text
  }
}
