import Documents
import GameTheory
import Negotiation
import Presentation

/// What tips along one number, as it is printed.
struct TippingText: ScenarioResult {
  private let tipping: Tipping
  private let axis: VariedNumber
  private let number: ExactNumber
  let console: Console
  private let wording: Wording

  init(_ tipping: Tipping, _ axis: VariedNumber, isExact: Bool, _ console: Console) {
    self.tipping = tipping
    self.axis = axis
    number = ExactNumber(showsFractions: isExact)
    self.console = console
    wording = Wording(tipping.model.scenario)
  }

  var scenario: Scenario { tipping.model.scenario }
  private var line: ParameterLine { tipping.line }

  /// The decisions in which outcomes that play settles at differ.
  private var differing: [Int] {
    let answers = line.stretches.compactMap { $0?.answer } + line.breakpoints.map { $0.answer }
    let outcomes = Set(answers.flatMap { TippingText.outcomes($0.end) + $0.equilibria })
    return scenario.decisions.indices.filter { decision in
      Set(outcomes.map { wording.option(of: decision, in: $0) }).count > 1
    }
  }

  private static func outcomes(_ end: PlayEnd) -> [Int] {
    switch end {
    case .rest(let outcome): [outcome]
    case .cycle(let outcomes): outcomes
    }
  }

  private func words(_ end: PlayEnd) -> String {
    switch end {
    case .rest(let outcome): words(outcome)
    case .cycle(let outcomes): "play goes round in a cycle of \(outcomes.count) outcomes"
    }
  }

  /// An outcome: only what differs along the line.
  private func words(_ outcome: Int) -> String {
    let decisions = differing
    return decisions.isEmpty ? wording.outcome(outcome) : wording.deeds(in: outcome, decisions)
  }

  var text: String {
    let unit = axis.unit.isEmpty ? "" : ", in \(axis.unit)"
    var text = titleLine
    text += paragraph(
      "along \(axis.title) (\(axis.path))\(unit); shipped \(number.text(axis.shipped))",
      width: width
    )
    text += "\n"
    var table = TextTable([
      TextTable.Column("from"), TextTable.Column("to"), TextTable.Column("equilibria", .right),
      TextTable.Column("where play settles", wraps: true),
    ])
    for (index, stretch) in line.stretches.enumerated() {
      if let stretch {
        let (low, high) = ends(index)
        table.add([
          number.text(low), number.text(high), "\(stretch.answer.equilibria.count)",
          words(stretch.answer.end),
        ])
      }
    }
    text += table.rendered(width: width, palette: palette)
    for limit in limits {
      text += paragraph(
        "The scenario says \(limit.text), which leaves out \(Wording.list(parts(limit))).",
        width: width
      )
    }
    for tip in tipping.tips {
      text += "\n" + palette.bold("at \(number.text(tip.breakpoint.value))") + "\n"
      for sentence in sentences(tip) { text += paragraph(sentence, width: width, indent: 2) }
    }
    if tipping.tips.isEmpty { text += "\nNothing changes within this range.\n" }
    return text
      + (line.isAffine
        ? "\nAll values are exact.\n"
        : "\nPayoffs are polynomials here: all their roots are found, and rounded where they are no fractions.\n")
  }

  /// The constraints that do not hold everywhere.
  private var limits: [LineLimit] {
    LineLimit.all(of: tipping.model, along: axis.path).filter {
      !$0.broken(within: line.range).isEmpty
    }
  }

  /// Where a constraint does not hold.
  private func parts(_ limit: LineLimit) -> [String] {
    limit.broken(within: line.range).map {
      $0.from == $0.to
        ? "the value \(number.text($0.from))"
        : "all from \(number.text($0.from)) to \(number.text($0.to))"
    }
  }

  /// The ends of a stretch.
  private func ends(_ index: Int) -> (low: AlgebraicNumber, high: AlgebraicNumber) {
    let points = line.breakpoints
    return (
      index == 0 ? AlgebraicNumber(line.range.lowerBound) : points[index - 1].value,
      index == points.count ? AlgebraicNumber(line.range.upperBound) : points[index].value
    )
  }

  private func sentences(_ tip: Tipping.Tip) -> [String] {
    var sentences = tip.changes.map { sentence($0, at: tip) }
    let here = tip.breakpoint.answer
    guard tip.below != nil, tip.above != nil else { return sentences }
    if here != tip.below, here != tip.above {
      let count = Wording.count(here.equilibria.count, "equilibrium", "equilibria")
      sentences.append(
        "At the value itself there are \(count); where play settles, \(words(here.end))."
      )
    } else {
      let side = here == tip.below ? "below" : "above"
      sentences.append("At the value itself it is as \(side).")
    }
    return sentences
  }

  private func sentence(_ change: Tipping.Change, at tip: Tipping.Tip) -> String {
    // At an end of the range the value itself stands for the side that there is not.
    let low = tip.below == nil ? "at it" : "below"
    let high = tip.above == nil ? "at it" : "above"
    switch change {
    case .way(let player, let from, let below, let above, let balance):
      let name = Wording.sentence(scenario.players[player].name)
      func deed(_ outcome: Int?) -> String {
        guard let outcome else { return "stays as it is" }
        return "goes to " + wording.changes(from: from, to: outcome)
      }
      let reason = wording.reason(balance).map { ": there \($0)" } ?? ""
      let (first, second) = (
        tip.below == nil ? low : "below it", tip.above == nil ? high : "above it"
      )
      return "\(name) switches: \(first) \(deed(below)), \(second) \(deed(above))\(reason)."
    case .equilibrium(let outcome, let isAbove, let deviations):
      let (side, other) = isAbove ? (high, low) : (low, high)
      let reasons = deviations.map {
        wording.gain(of: $0.player, from: outcome, to: $0.outcome, because: $0.because)
      }
      return "An equilibrium \(side) only: \(words(outcome)). \(Wording.sentence(other)), "
        + reasons.joined(separator: "; ") + "."
    }
  }

  // MARK: For programs

  /// Where play rests; null in a cycle.
  static func settled(_ end: PlayEnd) -> JSONValue {
    if case .rest(let outcome) = end { .integer(outcome) } else { .null }
  }

  private static func cycle(_ end: PlayEnd) -> JSONValue {
    if case .cycle(let outcomes) = end { .array(outcomes.map { .integer($0) }) } else { .null }
  }

  private func json(_ answer: ParameterLine.Answer) -> JSONValue {
    .object([
      ("settled", TippingText.settled(answer.end)), ("cycle", TippingText.cycle(answer.end)),
      ("equilibria", .array(answer.equilibria.map { .integer($0) })),
      ("words", .string(words(answer.end))),
    ])
  }

  private func json(_ limit: LineLimit) -> JSONValue {
    .object([
      ("constraint", .string(limit.text)),
      (
        "values",
        .array(
          limit.broken(within: line.range).map {
            .object([("from", ExactNumber.json($0.from)), ("to", ExactNumber.json($0.to))])
          }
        )
      ),
    ])
  }

  var json: JSONValue {
    .object(
      head("tip") + [
        ("path", .string(axis.path)),
        ("name", .string(axis.title)), ("unit", .string(axis.unit)),
        ("shipped", ExactNumber.json(axis.shipped)),
        ("low", ExactNumber.json(line.range.lowerBound)),
        ("high", ExactNumber.json(line.range.upperBound)), ("isAffine", .bool(line.isAffine)),
        ("matters", .bool(line.matters)),
        ("leftOut", .array(limits.map { json($0) })),
        ("stretches", .array(line.stretches.map { $0.map { json($0.answer) } ?? .null })),
        (
          "breakpoints",
          .array(
            tipping.tips.map { tip in
              .object([
                ("at", ExactNumber.json(tip.breakpoint.value)),
                ("answer", json(tip.breakpoint.answer)),
                ("changes", .array(tip.changes.map { .string(sentence($0, at: tip)) })),
              ])
            }
          )
        ),
      ]
    )
  }

  var csv: String {
    var table = TextTable(
      ["from", "to", "exact_from", "exact_to", "settled", "equilibria", "words"].map {
        TextTable.Column($0)
      }
    )
    for (index, stretch) in line.stretches.enumerated() {
      guard let stretch else { continue }
      let (low, high) = ends(index)
      let outcomes = TippingText.outcomes(stretch.answer.end)
      table.add([
        ExactNumber.csv(low), ExactNumber.csv(high), ExactNumber.fraction(low),
        ExactNumber.fraction(high), outcomes.count == 1 ? "\(outcomes[0])" : "cycle",
        stretch.answer.equilibria.map { String($0) }.joined(separator: " "),
        words(stretch.answer.end),
      ])
    }
    return table.csv()
  }
}
