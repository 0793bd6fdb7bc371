import Documents
import GameTheory
import Negotiation
import Presentation

/// `detente describe`: what is in a scenario, and by which names it is reached.
struct DescribeCommand {
  private let session: ScenarioSession
  private var console: Console { session.console }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let model = try session.model(
      session.parsed.positionals[0],
      session.wishes(session.parsed.occurrences)
    )
    switch session.format {
    case .table: try print(model)
    case .json: try console.print(json(model).rendered() + "\n")
    case .csv: try console.print(csv(model))
    }
    return .yes
  }

  // MARK: Table

  private func print(_ model: ScenarioModel) throws(Failure) {
    let scenario = model.scenario
    let palette = console.palette
    let width = console.width ?? 100
    var text = "\(palette.bold(scenario.title))  \(palette.dim(scenario.file))\n"
    if !scenario.summary.isEmpty { text += paragraph(scenario.summary, width: width) }
    for parent in scenario.parents { text += palette.dim("from \(parent)") + "\n" }
    let count = NumberText.count(model.game.numbering.count)
    text += "\n" + palette.bold("Players and decisions") + " (\(count) outcomes)\n"
    var decisions = TextTable([
      TextTable.Column("player"), TextTable.Column("decision"),
      TextTable.Column("options, the status quo in capitals", wraps: true),
    ])
    let start = model.game.numbering.options(of: model.statusQuo)
    for (index, decision) in scenario.decisions.enumerated() {
      let options = decision.options.enumerated().map { option in
        option.offset == start[index] ? option.element.id.uppercased() : option.element.id
      }
      let held = model.game.held[index] == nil ? "" : " (held)"
      decisions.add([
        scenario.players[decision.player].id, decision.id,
        options.joined(separator: ", ") + held,
      ])
    }
    text += decisions.rendered(width: width, palette: palette)
    for (title, quantities) in groups(scenario) where !quantities.isEmpty {
      text += "\n" + palette.bold(title) + "\n"
      var table = TextTable([
        TextTable.Column("path"), TextTable.Column("value", .right), TextTable.Column("range"),
        TextTable.Column("what it is", wraps: true),
      ])
      for quantity in quantities {
        table.add([
          quantity.path, value(of: quantity, model), range(of: quantity),
          meaning(of: quantity, scenario),
        ])
      }
      text += table.rendered(width: width, palette: palette)
    }
    if !scenario.sweeps.isEmpty {
      text += "\n" + palette.bold("Sweeps") + "\n"
      for sweep in scenario.sweeps { text += "  \(sweep.name): \(sweep.title)\n" }
    }
    if !scenario.claims.isEmpty {
      text += "\n" + palette.bold("Claims") + "\n"
      for claim in scenario.claims {
        text += paragraph("\(claim.id): \(claim.says)", width: width, indent: 2)
      }
    }
    try console.print(text)
  }

  private func groups(_ scenario: Scenario) -> [(String, [Quantity])] {
    [
      ("Parameters", scenario.parameters.map { $0.quantity }),
      ("Interests: the level to begin with", scenario.interests.map { $0.base }),
      ("Effects: what is added to a level", scenario.effects.map { $0.amount }),
      ("Stakes: what one more unit is worth", scenario.stakes.map { $0.weight }),
    ]
  }

  private func value(of quantity: Quantity, _ model: ScenarioModel) -> String {
    Wording.number(model.value(quantity.polynomial), places: 6)
  }

  private func range(of quantity: Quantity) -> String {
    quantity.range.map { "\($0.lowerBound) to \($0.upperBound)" } ?? ""
  }

  /// What a number is, in words; with its expression where it has one.
  private func meaning(of quantity: Quantity, _ scenario: Scenario) -> String {
    var parts: [String] = []
    if let parameter = scenario.parameters.first(where: { $0.name == quantity.path }) {
      parts = [parameter.title, parameter.unit]
    } else if let interest = scenario.interests.first(where: { $0.base.path == quantity.path }) {
      parts = [interest.name]
    } else if let effect = scenario.effects.first(where: { $0.amount.path == quantity.path }) {
      parts = [conditions(of: effect, scenario)]
    }
    if Rational(decimal: quantity.text) == nil { parts.append("= \(quantity.text)") }
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func conditions(of effect: Effect, _ scenario: Scenario) -> String {
    let when = effect.conditions.map { condition in
      let decision = scenario.decisions[condition.decision]
      return decision.id + "="
        + condition.options.map { decision.options[$0].id }.joined(separator: "|")
    }
    return scenario.interests[effect.interest].id
      + (when.isEmpty ? ", always" : " when " + when.joined(separator: ", "))
  }

  // MARK: JSON and CSV

  private func json(_ model: ScenarioModel) -> JSONValue {
    let scenario = model.scenario
    let citation = Citation(scenario)
    return .object([
      ("format", 1), ("command", "describe"), ("file", .string(scenario.file)),
      ("title", .string(scenario.title)), ("summary", .string(scenario.summary)),
      ("date", .string(scenario.date)), ("outcomes", .integer(model.game.numbering.count)),
      ("parents", .array(scenario.parents.map { .string($0) })),
      (
        "players",
        .array(
          scenario.players.map {
            .object([
              ("id", .string($0.id)), ("name", .string($0.name)),
              ("patience", .number($0.patience.toDouble())),
            ])
          }
        )
      ),
      ("decisions", .array(scenario.decisions.indices.map { json(decision: $0, model) })),
      (
        "numbers",
        .array(
          scenario.quantities.map { quantity in
            .object([
              ("path", .string(quantity.path)),
              ("value", .number(model.value(quantity.polynomial).toDouble())),
              ("text", .string(quantity.text)),
              (
                "range",
                quantity.range.map {
                  .array([.number($0.lowerBound.toDouble()), .number($0.upperBound.toDouble())])
                } ?? .null
              ),
              ("meaning", .string(meaning(of: quantity, scenario))),
              ("basis", .string(quantity.basis.rawValue)),
              ("because", .array(quantity.because.map { citation.json($0) })),
            ])
          }
        )
      ),
      ("sweeps", .array(scenario.sweeps.map { .string($0.name) })),
      ("claims", .array(scenario.claims.map { .string($0.id) })),
    ])
  }

  private func json(decision index: Int, _ model: ScenarioModel) -> JSONValue {
    let decision = model.scenario.decisions[index]
    let start = model.game.numbering.option(of: index, in: model.statusQuo)
    return .object([
      ("id", .string(decision.id)), ("name", .string(decision.name)),
      ("player", .string(model.scenario.players[decision.player].id)),
      ("options", .array(decision.options.map { .string($0.id) })),
      ("statusQuo", .string(decision.options[start].id)),
      ("held", .bool(model.game.held[index] != nil)),
    ])
  }

  private func csv(_ model: ScenarioModel) -> String {
    let citation = Citation(model.scenario)
    var table = TextTable(
      ["path", "value", "text", "low", "high", "meaning", "basis", "because"].map {
        TextTable.Column($0)
      }
    )
    for quantity in model.scenario.quantities {
      table.add([
        quantity.path, JSONValue.text(of: model.value(quantity.polynomial).toDouble()),
        quantity.text, quantity.range.map { JSONValue.text(of: $0.lowerBound.toDouble()) } ?? "",
        quantity.range.map { JSONValue.text(of: $0.upperBound.toDouble()) } ?? "",
        meaning(of: quantity, model.scenario), quantity.basis.rawValue,
        quantity.because.map { citation.id(of: $0) }.joined(separator: "; "),
      ])
    }
    return table.csv()
  }
}
