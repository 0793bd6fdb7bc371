import Documents
import GameTheory
import Negotiation
import Presentation

/// What all lenses predict, side by side.
struct LensesText: ScenarioResult {
  private let lenses: Lenses
  private let disagreement: Bargain.Disagreement
  let console: Console
  private let wording: Wording
  private let seed: Int
  private let precision: Double

  /// Puts together what is printed; `seed` is that of talks, `precision` that of quantal response.
  init(
    _ lenses: Lenses,
    _ disagreement: Bargain.Disagreement,
    seed: Int,
    precision: Double,
    _ console: Console
  ) {
    self.seed = seed
    self.precision = precision
    self.lenses = lenses
    self.disagreement = disagreement
    self.console = console
    wording = Wording(lenses.model.scenario)
  }

  var scenario: Scenario { lenses.model.scenario }

  var text: String {
    var text = titleLine
    text += agreement
    text += paragraph("without an agreement: \(standing)", width: width)
    let disputed = lenses.disputed
    if !disputed.isEmpty {
      text += section("what each lens predicts, where they differ", table(disputed))
      text += section("why they differ", disputed.map { reasons($0) }.joined())
    }
    text += section("how each lens comes to that", notes)
    return text
  }

  /// What stands without an agreement, on which bargains and talks hang.
  private var standing: String {
    switch disagreement {
    case .securityLevels: "what each can make sure of, whatever the others do"
    case .outcome(let outcome): wording.outcome(outcome)
    }
  }

  // MARK: Agreement

  private var agreement: String {
    let speaking = lenses.predictions.filter { $0.speaks }.count
    let agreed = lenses.agreed
    let count = scenario.decisions.count
    guard !agreed.isEmpty else {
      return paragraph(
        "\(speaking) lenses; on none of the \(count) decisions do all agree.",
        width: width
      )
    }
    let options = agreed.compactMap { decision in
      lenses.camps(decision).first.map { (decision, $0.option) }
    }
    return paragraph(
      "\(speaking) lenses; on \(agreed.count) of \(count) decisions all that speak of them agree: "
        + wording.options(options) + ".",
      width: width
    )
  }

  private func cell(_ prediction: Prediction, _ decision: Int) -> String {
    guard let shares = prediction.shares[decision] else { return "" }
    guard let option = prediction.leading(decision) else {
      let options = prediction.likeliest(decision).map {
        scenario.decisions[decision].options[$0].id
      }
      return options.count == 2 ? options.joined(separator: "/") : "open"
    }
    let name = scenario.decisions[decision].options[option].id
    let share = shares[option]
    return share > 0.995 ? name : "\(name) \(Int((share * 100).rounded())) %"
  }

  private func table(_ decisions: [Int]) -> String {
    let speaking = lenses.predictions.filter { $0.speaks }
    // As many decisions side by side as there is room for.
    var text = ""
    var rest = decisions[...]
    while !rest.isEmpty {
      var shown: [Int] = []
      var used = (["lens"] + speaking.map { $0.name }).map { $0.count }.max() ?? 0
      while let decision = rest.first {
        let cells = speaking.map { cell($0, decision).count }
        let column = 2 + max(scenario.decisions[decision].id.count, cells.max() ?? 0)
        if !shown.isEmpty, used + column > width { break }
        used += column
        shown.append(decision)
        rest = rest.dropFirst()
      }
      var table = TextTable(
        [TextTable.Column("lens")] + shown.map { TextTable.Column(scenario.decisions[$0].id) }
      )
      for prediction in speaking {
        table.add([prediction.name] + shown.map { cell(prediction, $0) })
      }
      text += (text.isEmpty ? "" : "\n") + table.rendered(width: width, palette: palette)
    }
    return text
  }

  // MARK: Reasons

  private func reasons(_ decision: Int) -> String {
    let camps = lenses.camps(decision).map { camp in
      let names = camp.lenses.map { lenses.predictions[$0].name }
      let option = scenario.decisions[decision].options[camp.option].id
      return "\(option) by \(LensesText.short(names))"
    }
    var text = paragraph(
      "\(palette.bold(scenario.decisions[decision].id)): \(camps.joined(separator: "; ")).",
      width: width,
      indent: 2
    )
    for reason in lenses.reasons(decision) {
      text += paragraph(sentence(reason), width: width, indent: 4)
    }
    return text
  }

  private static func short(_ names: [String]) -> String {
    names.count <= 4
      ? Wording.list(names) : Wording.list(names.prefix(3) + ["\(names.count - 3) more"])
  }

  private func sentence(_ reason: Lenses.Reason) -> String {
    let decision = scenario.decisions[reason.decision]
    let player = scenario.players[decision.player].name
    let option = decision.options[reason.option].id
    let lens = lenses.predictions[reason.lens].name
    guard reason.gain.signum > 0 else {
      let best = "\(option): as things stand there (\(lens)), it is the best that \(player) can do"
      guard !reason.hinges.isEmpty else { return best + "." }
      let turns = reason.hinges.map { hinge in
        let choice = wording.options(Options([hinge.choice]))
        return "\(choice) would turn it to \(decision.options[hinge.option].id)"
      }
      return "\(best), but \(Wording.list(turns))."
    }
    let other = decision.options[reason.alternative].id
    var text =
      "\(option): as things stand there (\(lens)), \(player) alone would rather have \(other), which "
      + "gains it \(Wording.number(reason.gain))"
    if let balance = reason.balance, let why = wording.reason(balance) { text += ": \(why)" }
    text += "."
    let losers = scenario.players.indices.filter {
      $0 != decision.player && reason.losses[$0].signum > 0
    }.sorted { reason.losses[$0] > reason.losses[$1] }
    guard !losers.isEmpty else { return text + " Nobody would lose by that." }
    let names = losers.map {
      "\(scenario.players[$0].name) \(Wording.number(reason.losses[$0]))"
    }
    return text
      + " That would cost \(Wording.list(names)): \(option) holds only as part of an agreement, or for "
      + "fear of what would follow."
  }

  private var notes: String {
    var table = TextTable([TextTable.Column("lens"), TextTable.Column("note", wraps: true)])
    for family in Prediction.Family.allCases {
      let members = lenses.predictions.filter { $0.family == family }
      guard !members.isEmpty else { continue }
      table.add([palette.bold(LensesText.title(family)), LensesText.meaning(family)])
      for prediction in members { table.add(["  " + prediction.name, prediction.note]) }
    }
    return table.rendered(width: width, palette: palette)
  }

  private static func title(_ family: Prediction.Family) -> String {
    switch family {
    case .alone: "acting alone"
    case .lasting: "looking ahead"
    case .agreed: "agreeing"
    case .talked: "talking"
    case .forecast: "forecasting"
    }
  }

  private static func meaning(_ family: Prediction.Family) -> String {
    switch family {
    case .alone: "everybody does its best by itself; no promise binds"
    case .lasting: "moves are answered by moves, and those who move foresee it"
    case .agreed: "whatever all agree on binds; what would be fair?"
    case .talked: "agreements bind, but must be found before time runs out"
    case .forecast: "positions, salience and capability alone; payoffs are not looked at"
    }
  }
}

// MARK: - For programs

extension LensesText {
  var json: JSONValue {
    let payoffs = disagreement.payoffs(
      in: lenses.model,
      outsideOptions: scenario.negotiation?.outsideOptions
    )
    return .object(
      head("lenses") + [
        ("seed", .integer(seed)), ("precision", .number(precision)),
        ("disagreement", json(disagreement, payoffs: payoffs)),
        ("lenses", .array(lenses.predictions.map { json($0) })),
        ("agreed", .array(lenses.agreed.map { .string(scenario.decisions[$0].id) })),
        ("disputed", .array(lenses.disputed.map { dispute($0) })),
      ]
    )
  }

  private func json(_ prediction: Prediction) -> JSONValue {
    .object([
      ("lens", .string(prediction.id)), ("family", .string(prediction.family.rawValue)),
      ("note", .string(prediction.note)), ("outcomeCount", .integer(prediction.outcomeCount)),
      ("outcomes", numbers(prediction.outcomes)), ("decisions", decisions(prediction)),
    ])
  }

  private func dispute(_ decision: Int) -> JSONValue {
    let camps = lenses.camps(decision).map { camp -> JSONValue in
      .object([
        ("option", .string(scenario.decisions[decision].options[camp.option].id)),
        ("lenses", .array(camp.lenses.map { .string(lenses.predictions[$0].id) })),
      ])
    }
    return .object([
      ("decision", .string(scenario.decisions[decision].id)), ("camps", .array(camps)),
      ("reasons", .array(lenses.reasons(decision).map { .string(sentence($0)) })),
    ])
  }

  private func decisions(_ prediction: Prediction) -> JSONValue {
    .object(
      scenario.decisions.indices.map { decision in
        (
          scenario.decisions[decision].id,
          prediction.shares[decision].map { shares in
            .object(
              zip(scenario.decisions[decision].options, shares).map { ($0.id, .number($1)) }
            )
          } ?? .null
        )
      }
    )
  }

  /// One row for every lens and decision that it speaks of.
  var csv: String {
    var table = TextTable(
      ["lens", "family", "decision", "option", "share"].map { TextTable.Column($0) }
    )
    for prediction in lenses.predictions {
      for decision in scenario.decisions.indices {
        guard let shares = prediction.shares[decision] else { continue }
        for option in prediction.likeliest(decision) {
          table.add([
            prediction.id, prediction.family.rawValue, scenario.decisions[decision].id,
            scenario.decisions[decision].options[option].id, JSONValue.text(of: shares[option]),
          ])
        }
      }
    }
    return table.csv()
  }
}
