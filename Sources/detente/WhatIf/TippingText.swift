import Documents
import GameTheory
import Negotiation
import Presentation

/// What tips along one number, as it is printed.
struct TippingText: TippingResult {
  private let tipping: Tipping
  private let axis: PhaseDiagram.Axis
  private let number: TippingNumber
  private let console: Console
  private let wording: Wording

  init(_ tipping: Tipping, _ axis: PhaseDiagram.Axis, isExact: Bool, _ console: Console) {
    self.tipping = tipping
    self.axis = axis
    number = TippingNumber(isExact: isExact)
    self.console = console
    wording = Wording(tipping.model.scenario)
  }

  private var scenario: Scenario { tipping.model.scenario }
  private var line: ParameterLine { tipping.line }

  /// The decisions in which outcomes that play settles at differ.
  private var differing: [Int] {
    let answers = line.stretches.compactMap { $0?.answer } + line.breakpoints.map { $0.answer }
    let outcomes = Set(answers.flatMap { [$0.settled] + $0.equilibria })
    return scenario.decisions.indices.filter { decision in
      Set(outcomes.map { wording.option(of: decision, in: $0) }).count > 1
    }
  }

  private func words(_ answer: ParameterLine.Answer) -> String {
    guard answer.cycle.isEmpty else {
      return "play goes round in a cycle of \(answer.cycle.count) outcomes"
    }
    let decisions = differing
    return decisions.isEmpty
      ? wording.outcome(answer.settled) : wording.deeds(in: answer.settled, decisions)
  }

  var text: String {
    let unit = axis.unit.isEmpty ? "" : ", in \(axis.unit)"
    var text = "\(console.palette.bold(scenario.title))  \(console.palette.dim(scenario.file))\n"
    text += "along \(axis.title) (\(axis.path))\(unit); shipped \(number.text(axis.shipped))\n\n"
    var table = TextTable([
      TextTable.Column("from"), TextTable.Column("to"), TextTable.Column("equilibria", .right),
      TextTable.Column("where play settles", wraps: true),
    ])
    for (index, stretch) in line.stretches.enumerated() {
      if let stretch {
        table.add([
          lowerEnd(index), upperEnd(index), "\(stretch.answer.equilibria.count)",
          words(stretch.answer),
        ])
      }
    }
    text += table.rendered(width: console.width ?? 100, palette: console.palette)
    for tip in tipping.tips {
      text += "\n" + console.palette.bold("at \(number.text(tip.breakpoint.value))") + "\n"
      for sentence in sentences(tip) { text += "  \(sentence)\n" }
    }
    if tipping.tips.isEmpty { text += "\nNothing changes within this range.\n" }
    return text
      + (line.isAffine
        ? "\nAll values are exact.\n"
        : "\nPayoffs are polynomials here: all their roots are found, and rounded where they are no fractions.\n")
  }

  private func lowerEnd(_ index: Int) -> String {
    index == 0
      ? number.text(line.range.lowerBound) : number.text(line.breakpoints[index - 1].value)
  }

  private func upperEnd(_ index: Int) -> String {
    index == line.breakpoints.count
      ? number.text(line.range.upperBound) : number.text(line.breakpoints[index].value)
  }

  private func sentences(_ tip: Tipping.Tip) -> [String] {
    var sentences = tip.changes.map { sentence($0) }
    let here = tip.breakpoint.answer
    if here != tip.below, here != tip.above {
      let count = Wording.count(here.equilibria.count, "equilibrium", "equilibria")
      sentences.append("At the value itself there are \(count); play settles where \(words(here)).")
    } else {
      let side = here == tip.below ? "below" : "above"
      sentences.append("At the value itself it is as \(side).")
    }
    return sentences
  }

  private func sentence(_ change: Tipping.Change) -> String {
    switch change {
    case .way(let player, let from, let below, let above):
      let name = Wording.sentence(scenario.players[player].name)
      func deed(_ outcome: Int?) -> String {
        guard let outcome else { return "stays as it is" }
        return "goes to " + wording.changes(from: from, to: outcome)
      }
      return "\(name) switches: below it \(deed(below)), above it \(deed(above))."
    case .equilibrium(let outcome, let isAbove, let player, let deviation):
      let (side, other) = isAbove ? ("above", "below") : ("below", "above")
      return "Outcome \(outcome) is an equilibrium \(side) only: \(other), "
        + "\(scenario.players[player].name) gains by \(wording.changes(from: outcome, to: deviation))."
    }
  }

  // MARK: For programs

  private func json(_ answer: ParameterLine.Answer) -> JSONValue {
    .object([
      ("settled", answer.cycle.isEmpty ? .number(Double(answer.settled)) : .null),
      ("cycle", .array(answer.cycle.map { .number(Double($0)) })),
      ("equilibria", .array(answer.equilibria.map { .number(Double($0)) })),
      ("words", .string(words(answer))),
    ])
  }

  var json: JSONValue {
    .object([
      ("format", 1), ("command", "tip"), ("file", .string(scenario.file)),
      ("title", .string(scenario.title)), ("path", .string(axis.path)),
      ("name", .string(axis.title)), ("unit", .string(axis.unit)),
      ("shipped", TippingNumber.json(axis.shipped)),
      ("low", TippingNumber.json(line.range.lowerBound)),
      ("high", TippingNumber.json(line.range.upperBound)), ("isAffine", .bool(line.isAffine)),
      ("stretches", .array(line.stretches.map { $0.map { json($0.answer) } ?? .null })),
      (
        "breakpoints",
        .array(
          tipping.tips.map { tip in
            .object([
              ("at", TippingNumber.json(tip.breakpoint.value)),
              ("answer", json(tip.breakpoint.answer)),
              ("changes", .array(tip.changes.map { .string(sentence($0)) })),
            ])
          }
        )
      ),
    ])
  }

  var csv: String {
    var table = TextTable(
      ["from", "to", "equilibria", "settled", "words"].map { TextTable.Column($0) }
    )
    for (index, stretch) in line.stretches.enumerated() {
      guard let stretch else { continue }
      table.add([
        lowerEnd(index), upperEnd(index),
        stretch.answer.equilibria.map { String($0) }.joined(separator: " "),
        stretch.answer.cycle.isEmpty ? "\(stretch.answer.settled)" : "cycle",
        words(stretch.answer),
      ])
    }
    return table.csv()
  }
}
