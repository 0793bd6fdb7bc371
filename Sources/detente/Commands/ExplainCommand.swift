import Documents
import GameTheory
import Negotiation
import Presentation

/// `detente explain`: payoffs taken to pieces, down to the evidence.
struct ExplainCommand {
  private let session: ScenarioSession
  private var console: Console { session.console }
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let model = try session.model(parsed.positionals[0], session.wishes(parsed.occurrences))
    let players = try players(model.scenario)
    let start = try reference(model)
    let parser = ScenarioWords(model.scenario)
    let outcome = try model.applying(
      parser.options(parsed.string("--outcome") ?? "", for: "--outcome", heldBy: model),
      to: start
    )
    let other = try parsed.string("--versus").map { text throws(Failure) in
      try model.applying(parser.options(text, for: "--versus", heldBy: model), to: start)
    }
    let explanations = players.map {
      Explanation(model, player: $0, outcome: outcome, versus: other)
    }
    switch session.format {
    case .table:
      let text = ExplanationText(
        model: model,
        palette: console.palette,
        width: console.columns
      )
      try console.print(text.text(of: explanations, outcome: outcome, versus: other))
    case .json: try console.print(json(model, explanations).rendered() + "\n")
    case .csv: try console.print(csv(model, explanations))
    }
    return .yes
  }

  /// The outcome of whatever options are not named: the equilibrium asked for, or where play settles.
  private func reference(_ model: ScenarioModel) throws(Failure) -> Int {
    let result = CaseResult(model, tolerance: session.tolerance)
    if let equilibrium = try EquilibriumChoice(result, parsed).equilibrium() { return equilibrium }
    console.note("play does not settle; options not named are as at the status quo")
    return model.statusQuo
  }

  private func players(_ scenario: Scenario) throws(Failure) -> [Int] {
    let ids = scenario.players.map { $0.id }
    let names = parsed.strings("--player")
    let players = try ScenarioWords.players(names, among: ids, for: "--player")
    return players.isEmpty ? Array(ids.indices) : players
  }

  private func json(_ model: ScenarioModel, _ explanations: [Explanation]) -> JSONValue {
    let scenario = model.scenario
    let citation = Citation(scenario)
    let wording = Wording(scenario)
    return .object([
      ("format", 1), ("command", "explain"), ("file", .string(scenario.file)),
      ("title", .string(scenario.title)),
      ("outcome", .string(wording.outcome(explanations[0].outcome))),
      ("versus", explanations[0].other.map { .string(wording.outcome($0)) } ?? .null),
      (
        "players",
        .array(
          explanations.map { explanation in
            .object([
              ("player", .string(scenario.players[explanation.player].id)),
              ("points", .number(explanation.points.toDouble())),
              (
                "shares",
                .object(
                  explanation.shares(in: scenario).map {
                    ($0.footing.rawValue, .number($0.share.toDouble()))
                  }
                )
              ),
              ("sizesFromSource", .number(explanation.sizedShare.toDouble())),
              (
                "interests",
                .array(
                  explanation.parts.map { part in
                    .object([
                      ("interest", .string(scenario.interests[part.interest].id)),
                      ("weight", .number(part.weight.toDouble())),
                      ("points", .number(part.points.toDouble())),
                      ("terms", .array(part.terms.map { json($0, scenario, citation) })),
                    ])
                  }
                )
              ),
            ])
          }
        )
      ),
    ])
  }

  private func json(
    _ term: Explanation.Term,
    _ scenario: Scenario,
    _ citation: Citation
  ) -> JSONValue {
    .object([
      ("effect", term.effect.map { .string(scenario.effects[$0].id) } ?? .null),
      ("change", .number(term.change.toDouble())),
      ("points", .number(term.points.toDouble())),
      ("because", .array(term.reasons.map { citation.json($0) })),
    ])
  }

  private func csv(_ model: ScenarioModel, _ explanations: [Explanation]) -> String {
    let scenario = model.scenario
    let citation = Citation(scenario)
    var table = TextTable(
      ["player", "interest", "weight", "effect", "change", "points", "because"].map {
        TextTable.Column($0)
      }
    )
    for explanation in explanations {
      for part in explanation.parts {
        for term in part.terms {
          table.add([
            scenario.players[explanation.player].id, scenario.interests[part.interest].id,
            JSONValue.text(of: part.weight.toDouble()),
            term.effect.map { scenario.effects[$0].id } ?? "base",
            JSONValue.text(of: term.change.toDouble()),
            JSONValue.text(of: term.points.toDouble()),
            term.reasons.map { citation.id(of: $0) }.joined(separator: "; "),
          ])
        }
      }
    }
    return table.csv()
  }
}

/// Explanations as text for people.
private struct ExplanationText {
  let model: ScenarioModel
  let palette: Palette
  let width: Int
  private var scenario: Scenario { model.scenario }

  func text(of explanations: [Explanation], outcome: Int, versus other: Int?) -> String {
    let wording = Wording(scenario)
    var text = scenario.titleLine(palette)
    if let other {
      let first = wording.changes(from: other, to: outcome)
      let second = wording.changes(from: outcome, to: other)
      text += paragraph(
        outcome == other
          ? "The two outcomes are the same: \(wording.outcome(outcome))"
          : "What \(first) brings over \(second)" + rest(outcome, other),
        width: width
      )
    } else {
      text += paragraph("At \(wording.outcome(outcome))", width: width)
    }
    for explanation in explanations { text += "\n" + self.text(of: explanation) }
    return text + "\n" + evidence(explanations)
  }

  private func rest(_ outcome: Int, _ other: Int) -> String {
    let shared = shared(outcome, other)
    return shared.isEmpty ? "" : ", all else being " + Wording(scenario).options(shared)
  }

  private func shared(_ outcome: Int, _ other: Int) -> [(decision: Int, option: Int)] {
    let numbering = model.game.numbering
    return scenario.decisions.indices.map { ($0, numbering.option(of: $0, in: outcome)) }.filter {
      numbering.option(of: $0.0, in: other) == $0.1
    }
  }

  private func text(of explanation: Explanation) -> String {
    let name = Wording.sentence(scenario.players[explanation.player].name)
    let sum =
      explanation.other == nil
      ? Wording.number(explanation.points) : Wording.signed(explanation.points)
    var text = palette.bold("\(name): \(sum) points") + "\n"
    guard !explanation.parts.isEmpty else {
      return text
        + (explanation.other == nil
          ? "  Nothing at stake for it.\n" : "  Nothing that counts for it differs.\n")
    }
    var table = TextTable([
      TextTable.Column("points", .right), TextTable.Column("comes from", wraps: true),
      TextTable.Column("because", wraps: true),
    ])
    for part in explanation.parts {
      let interest = scenario.interests[part.interest]
      table.add([
        Wording.signed(part.points),
        "\(interest.name) (\(Wording.number(part.weight)) a unit)", "",
      ])
      for term in part.terms {
        let what = term.effect.map { scenario.effects[$0].id } ?? "to begin with"
        let amount = term.effect.map { scenario.effects[$0].amount.text } ?? ""
        let isExpression = Rational(decimal: amount) == nil && !amount.isEmpty
        let written = isExpression ? "\(amount) = " : ""
        table.add([
          Wording.signed(term.points),
          "· \(what): \(written)\(Wording.signed(term.change))",
          Citation(scenario).text(of: term.reasons),
        ])
      }
    }
    text += table.rendered(width: width, palette: palette)
    let shares = explanation.shares(in: scenario).filter { $0.share > 0 }.map {
      "\(NumberText.percent($0.share.toDouble(), places: 0)) \(words(for: $0.footing))"
    }
    text += paragraph(
      "Of the sum of all terms, signs aside, \(Wording.list(shares)). "
        + (explanation.sizedShare == 0
          ? "All sizes are calibrated; the sources give directions."
          : "Sizes come from the source for "
            + NumberText.percent(explanation.sizedShare.toDouble(), places: 0) + "."),
      width: width
    )
    return text
  }

  private func words(for footing: Explanation.Footing) -> String {
    switch footing {
    case .article: "rests on the article alone"
    case .record: "needs the public record"
    case .assumption: "needs an assumption"
    }
  }

  private func evidence(_ explanations: [Explanation]) -> String {
    var reasons: [Reason] = []
    for reason in explanations.flatMap({ $0.reasons }) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    guard !reasons.isEmpty else { return "" }
    let citation = Citation(scenario)
    var table = TextTable([
      TextTable.Column("where"), TextTable.Column("evidence"),
      TextTable.Column("said by, or when", wraps: true),
      TextTable.Column("says", wraps: true),
    ])
    let sorted = reasons.enumerated().sorted {
      (citation.rank(of: $0.element), $0.offset) < (citation.rank(of: $1.element), $1.offset)
    }
    for (_, reason) in sorted {
      var id = citation.id(of: reason)
      if case .assumption = reason { id = "" }
      table.add([
        citation.place(of: reason), id, citation.origin(of: reason), citation.statement(of: reason),
      ])
    }
    return table.rendered(width: width, palette: palette)
  }
}
