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
    let width = console.columns
    var text = scenario.titleLine(palette)
    if !scenario.summary.isEmpty { text += paragraph(scenario.summary, width: width) }
    for parent in scenario.parents { text += palette.dim("from \(parent)") + "\n" }
    let count = NumberText.count(model.game.numbering.count)
    text += "\n" + palette.bold("Players and decisions") + " (\(count) outcomes)\n"
    text += decisions(model).rendered(width: width, palette: palette)
    text += section("Parameters", scenario.parameters.map { $0.quantity }, model)
    text += list("Constraints", scenario.constraints.map { $0.text })
    text += section("Interests: the level to begin with", scenario.interests.map { $0.base }, model)
    text += section("Effects: what is added to a level", scenario.effects.map { $0.amount }, model)
    text += section("Stakes: what one more unit is worth", scenario.stakes.map { $0.weight }, model)
    text += list("Continua for forecasts", scenario.continua.map { continuum($0, scenario) })
    text += list("What cannot be, or be undone", ConflictWording(scenario).rules)
    text += list("Voting rules", scenario.voting.map { "\($0.id): \(VotingText.summary(of: $0))" })
    text += list("Sweeps", scenario.sweeps.map { "\($0.name): \($0.title)" })
    text += list("Claims", scenario.claims.map { "\($0.id): \($0.says)" })
    try console.print(text)
  }

  /// `shield: how far the shield goes, 0 to 100 %, where us, russia and china stand`.
  private func continuum(_ continuum: Continuum, _ scenario: Scenario) -> String {
    let ends = [continuum.range.lowerBound, continuum.range.upperBound].map { Wording.number($0) }
    let unit = continuum.unit.isEmpty ? "" : " \(continuum.unit)"
    let players = continuum.positions.map { scenario.players[$0.player].id }
    return "\(continuum.id): \(continuum.name), \(ends[0]) to \(ends[1])\(unit), where "
      + "\(Wording.list(players)) stand"
  }

  private func decisions(_ model: ScenarioModel) -> TextTable {
    let scenario = model.scenario
    var table = TextTable([
      TextTable.Column("player"), TextTable.Column("decision"),
      TextTable.Column("options, the status quo in capitals", wraps: true),
    ])
    let start = model.game.numbering.options(of: model.statusQuo)
    for (index, decision) in scenario.decisions.enumerated() {
      let options = decision.options.enumerated().map { option in
        option.offset == start[index] ? option.element.id.uppercased() : option.element.id
      }
      let held = model.game.held[index] == nil ? "" : " (held)"
      table.add([
        scenario.players[decision.player].id, decision.id,
        options.joined(separator: ", ") + held,
      ])
    }
    return table
  }

  /// A heading and a table of numbers; nothing where there are none.
  private func section(_ title: String, _ quantities: [Quantity], _ model: ScenarioModel) -> String
  {
    guard !quantities.isEmpty else { return "" }
    var table = TextTable([
      TextTable.Column("path"), TextTable.Column("value", .right), TextTable.Column("range"),
      TextTable.Column("what it is", wraps: true),
    ])
    for quantity in quantities {
      table.add([
        quantity.path, value(of: quantity, model), range(of: quantity, model.scenario),
        meaning(of: quantity, model.scenario, isWhole: true),
      ])
    }
    return "\n" + console.palette.bold(title) + "\n"
      + table.rendered(width: console.columns, palette: console.palette)
  }

  /// A heading and a line for each entry; nothing where there are none.
  private func list(_ title: String, _ entries: [String]) -> String {
    guard !entries.isEmpty else { return "" }
    let lines = entries.map { paragraph($0, width: console.columns, indent: 2) }
    return "\n" + console.palette.bold(title) + "\n" + lines.joined()
  }

  private func value(of quantity: Quantity, _ model: ScenarioModel) -> String {
    let value = model.value(quantity.polynomial)
    let options = parameter(quantity, model.scenario)?.kind.options ?? []
    return options.first { $0.value == value }?.name ?? Wording.number(value, places: 6)
  }

  /// The stated range; nothing where named options stand for it.
  private func range(of quantity: Quantity, _ scenario: Scenario) -> String {
    guard parameter(quantity, scenario)?.kind.options.isEmpty ?? true else { return "" }
    return quantity.range.map { "\($0.lowerBound) to \($0.upperBound)" } ?? ""
  }

  private func parameter(_ quantity: Quantity, _ scenario: Scenario) -> Parameter? {
    scenario.parameters.first { $0.name == quantity.path }
  }

  /// What a number is, in words, with its expression where it has one; as a whole also what values it can
  /// have and how likely they are.
  private func meaning(
    of quantity: Quantity,
    _ scenario: Scenario,
    isWhole: Bool = false
  ) -> String {
    var parts: [String] = []
    if let parameter = parameter(quantity, scenario) {
      parts = [parameter.title, parameter.unit]
      if isWhole { parts += [values(parameter), spread(parameter)] }
    } else if let interest = scenario.interests.first(where: { $0.base.path == quantity.path }) {
      parts = [interest.name]
    } else if let effect = scenario.effects.first(where: { $0.amount.path == quantity.path }) {
      parts = [conditions(of: effect, scenario)]
    }
    if Rational(decimal: quantity.text) == nil { parts.append("= \(quantity.text)") }
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// What values a parameter can have; nothing where it is any number.
  private func values(_ parameter: Parameter) -> String {
    switch parameter.kind {
    case .real: ""
    case .integer, .boolean: parameter.kind.description
    case .categorical(let options):
      "one of " + options.map { "\($0.name) (\($0.value))" }.joined(separator: ", ")
    }
  }

  private func spread(_ parameter: Parameter) -> String {
    parameter.distribution.map { "distributed as " + $0.text(parameter.kind) } ?? ""
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
    return .object(
      [
        ("format", 1), ("command", "describe"), ("file", .string(scenario.file)),
        ("title", .string(scenario.title)), ("summary", .string(scenario.summary)),
        ("date", .string(scenario.date)), ("outcomes", .integer(model.game.numbering.count)),
        ("parents", .array(scenario.parents.map { .string($0) })),
        ("players", .array(scenario.players.map { json($0) })),
        ("decisions", .array(scenario.decisions.indices.map { json(decision: $0, model) })),
        ("numbers", .array(scenario.quantities.map { json($0, model, citation) })),
        ("constraints", .array(scenario.constraints.map { .string($0.text) })),
        ("continua", .array(scenario.continua.map { .string($0.id) })),
        ("sweeps", .array(scenario.sweeps.map { .string($0.name) })),
        ("claims", .array(scenario.claims.map { .string($0.id) })),
      ]
        + (scenario.voting.isEmpty
          ? [] : [("voting", .array(scenario.voting.map { .string($0.id) }))])
    )
  }

  private func json(_ player: Player) -> JSONValue {
    .object([
      ("id", .string(player.id)), ("name", .string(player.name)),
      ("patience", .number(player.patience.toDouble())),
    ])
  }

  private func json(
    _ quantity: Quantity,
    _ model: ScenarioModel,
    _ citation: Citation
  ) -> JSONValue {
    let parameter = parameter(quantity, model.scenario)
    let options = parameter?.kind.options ?? []
    let ends = quantity.range.map { [$0.lowerBound.toDouble(), $0.upperBound.toDouble()] }
    return .object([
      ("path", .string(quantity.path)),
      ("value", .number(model.value(quantity.polynomial).toDouble())),
      ("text", .string(quantity.text)),
      ("range", ends.map { .array($0.map { .number($0) }) } ?? .null),
      ("kind", .string((parameter?.kind ?? .real).name.rawValue)),
      (
        "options",
        options.isEmpty
          ? .null : .object(options.map { ($0.name, .number($0.value.toDouble())) })
      ),
      (
        "distribution",
        parameter?.distribution.map { .string($0.text(parameter?.kind ?? .real)) } ?? .null
      ),
      ("meaning", .string(meaning(of: quantity, model.scenario))),
      ("basis", .string(quantity.basis.rawValue)),
      ("because", .array(quantity.because.map { citation.json($0) })),
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
