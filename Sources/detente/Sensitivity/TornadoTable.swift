import Analysis
import Documents
import Negotiation
import Presentation

/// What each number does alone, at its ends, as tables.
struct TornadoTable {
  let report: SensitivityReport
  let analysis: OneAtATimeAnalysis
  private var words: SensitivityWords { report.words }
  private var outputs: SensitivityOutputs { report.result.outputs }

  func text(palette: Palette, width: Int) -> String {
    var text = ""
    for (index, family) in outputs.families.enumerated() {
      text += text.isEmpty ? "" : "\n"
      text += palette.bold(title(family)) + "\n" + self.family(index, family, palette, width)
    }
    for player in outputs.players.indices {
      text += text.isEmpty ? "" : "\n"
      text += palette.bold(words.title(.payoff(player))) + "\n" + payoff(player, palette, width)
    }
    if !outputs.players.isEmpty, outputs.families.contains(.outcome) {
      text += "\n* play settles elsewhere then; none: it goes round in a cycle\n"
    }
    return text
  }

  private func title(_ family: SensitivityOutputs.Family) -> String {
    switch family {
    case .outcome: words.title(.outcome)
    case .decision(let decision): words.title(.decision(decision))
    case .equilibria: "The equilibria"
    case .claims: "The claims that hold"
    }
  }

  // MARK: Families

  private func family(
    _ index: Int,
    _ family: SensitivityOutputs.Family,
    _ palette: Palette,
    _ width: Int
  ) -> String {
    var table = TextTable([
      TextTable.Column("at", .right), TextTable.Column("what it is then", wraps: true),
      TextTable.Column("number", wraps: true),
    ])
    var movers: [Int] = []
    for axis in analysis.departures.indices {
      for departure in analysis.departures[axis]
      where analysis.changes(family: index, at: departure) == true {
        if movers.last != axis { movers.append(axis) }
        table.add([
          value(departure, axis),
          labels(departure.sample.labels[index] ?? [], family), words.entry(axis),
        ])
      }
    }
    guard let baseline = analysis.baseline?.labels[index] else {
      return "The baseline could not be computed.\n"
    }
    let start = "At the scenario's own values: \(labels(baseline, family))."
    guard !movers.isEmpty else {
      return paragraph(
        "\(start) Nothing changes it: no number alone, at any value tried.",
        width: width
      )
    }
    let names = Wording.list(movers.map { "'\(words.name($0))'" })
    let sentence =
      "\(start) Alone, only \(names) \(movers.count == 1 ? "changes" : "change") it."
    return paragraph(sentence, width: width) + table.rendered(width: width, palette: palette)
  }

  private func labels(_ labels: [Int], _ family: SensitivityOutputs.Family) -> String {
    let texts = labels.map { label in
      switch family {
      case .outcome: words.outcome(label)
      case .decision(let decision): words.option(decision, label)
      case .equilibria: words.title(.equilibrium(label))
      case .claims: outputs.claims[label]
      }
    }
    return texts.isEmpty ? "none" : texts.joined(separator: " | ")
  }

  // MARK: Payoffs

  /// The numbers, those that move a payoff furthest first.
  private func ranking(_ player: Int) -> [Int] {
    let spans = analysis.departures.indices.map { axis in
      analysis.range(ofNumber: player, axis: axis).map { $0.upperBound - $0.lowerBound } ?? -1
    }
    return spans.indices.sorted { (spans[$1], $0) < (spans[$0], $1) }
  }

  private func payoff(_ player: Int, _ palette: Palette, _ width: Int) -> String {
    guard let start = analysis.baseline?.numbers[player], start.isFinite else {
      return "There is none at the scenario's own values.\n"
    }
    var table = TextTable([
      TextTable.Column("at", .right), TextTable.Column("change", .right),
      TextTable.Column("at", .right), TextTable.Column("change", .right),
      TextTable.Column("number", wraps: true),
    ])
    var idle: [Int] = []
    for axis in ranking(player) {
      let departures = analysis.departures[axis]
      if departures.allSatisfy({ analysis.change(ofNumber: player, at: $0) == 0 }) {
        idle.append(axis)
        continue
      }
      guard let low = departures.first, let high = departures.last else { continue }
      table.add([
        value(low, axis), change(player, low), value(high, axis), change(player, high),
        words.entry(axis),
      ])
    }
    let line = "At the scenario's own values: \(NumberText.fixed(start, places: 3)).\n"
    var text = line + table.rendered(width: width, palette: palette)
    if !idle.isEmpty {
      let names = Wording.list(idle.sorted().map { report.order.paths[$0] })
      text += paragraph("No change, alone: \(names).", width: width)
    }
    return text
  }

  /// A value as people read it: by its name where it has one.
  private func value(_ departure: OneAtATimeAnalysis.Departure, _ axis: Int) -> String {
    words.valueName(axis, departure.value) ?? NumberText.trimmed(departure.value, places: 6)
  }

  /// A change with its sign, and a mark where play settles elsewhere.
  private func change(_ player: Int, _ departure: OneAtATimeAnalysis.Departure) -> String {
    guard let change = analysis.change(ofNumber: player, at: departure) else { return "none" }
    let text = NumberText.fixed(change, places: 3)
    let family = outputs.families.firstIndex(of: .outcome)
    let isMoved = family.map { analysis.changes(family: $0, at: departure) == true } ?? false
    return (change > 0 ? "+" + text : text) + (isMoved ? " *" : "")
  }

  // MARK: For programs

  var json: [(String, JSONValue)] {
    [
      ("baseline", analysis.baseline.map { values($0, family: nil) } ?? .null),
      (
        "numbers",
        .array(
          analysis.departures.enumerated().map { axis, departures in
            .object([
              ("path", .string(report.order.paths[axis])),
              ("departures", .array(departures.map { json($0, axis) })),
            ])
          }
        )
      ),
    ]
  }

  private func json(_ departure: OneAtATimeAnalysis.Departure, _ axis: Int) -> JSONValue {
    .object([
      ("value", .number(departure.value)),
      ("name", words.valueName(axis, departure.value).map { .string($0) } ?? .null),
      ("results", values(departure.sample, family: nil)),
      (
        "changes",
        .object(
          outputs.families.enumerated().map { index, family in
            let changes = analysis.changes(family: index, at: departure)
            return (id(family), changes.map { .bool($0) } ?? .null)
          }
            + outputs.players.enumerated().map { index, player in
              let change = analysis.change(ofNumber: index, at: departure)
              return ("payoff:" + player, change.map { .number($0) } ?? .null)
            }
        )
      ),
    ])
  }

  private func values(_ sample: SampleValues, family: Int?) -> JSONValue {
    .object(
      outputs.families.enumerated().map { index, family in
        let labels = sample.labels[index]
        return (id(family), labels.map { .array($0.map { label(family, $0) }) } ?? .null)
      }
        + outputs.players.enumerated().map { ("payoff:" + $1, .number(sample.numbers[$0])) }
    )
  }

  private func id(_ family: SensitivityOutputs.Family) -> String {
    switch family {
    case .outcome: "outcome"
    case .decision(let decision): "decision:" + outputs.decisions[decision]
    case .equilibria: "equilibria"
    case .claims: "claims"
    }
  }

  private func label(_ family: SensitivityOutputs.Family, _ label: Int) -> JSONValue {
    switch family {
    case .outcome, .equilibria: label == SensitivityOutputs.cycle ? "cycle" : .integer(label)
    case .decision(let decision): .string(words.option(decision, label))
    case .claims: .string(outputs.claims[label])
    }
  }

  /// One row for each output, number and value.
  var csv: String {
    var table = TextTable(
      ["output", "number", "value", "result", "change"].map { TextTable.Column($0) }
    )
    for (axis, departures) in analysis.departures.enumerated() {
      for departure in departures {
        let value = words.valueName(axis, departure.value) ?? JSONValue.text(of: departure.value)
        let place = [report.order.paths[axis], value]
        for (index, family) in outputs.families.enumerated() {
          let labels = departure.sample.labels[index] ?? []
          let changes = analysis.changes(family: index, at: departure)
          table.add(
            [id(family)] + place + [
              labels.map { self.label(family, $0).rendered().filter { $0 != "\"" } }
                .joined(separator: " "),
              changes.map { $0 ? "1" : "0" } ?? "",
            ]
          )
        }
        for (index, player) in outputs.players.enumerated() {
          let value = departure.sample.numbers[index]
          let change = analysis.change(ofNumber: index, at: departure)
          table.add(
            ["payoff:" + player] + place + [
              value.isFinite ? JSONValue.text(of: value) : "",
              change.map { JSONValue.text(of: $0) } ?? "",
            ]
          )
        }
      }
    }
    return table.csv()
  }
}
