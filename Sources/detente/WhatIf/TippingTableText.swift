import Documents
import GameTheory
import Negotiation
import Presentation

/// How far each number must move, as it is printed.
struct TippingTableText: ScenarioResult {
  private let table: TippingTable
  private let model: ScenarioModel
  private let number: ExactNumber
  let console: Console

  init(_ table: TippingTable, _ model: ScenarioModel, isExact: Bool, _ console: Console) {
    self.table = table
    self.model = model
    number = ExactNumber(showsFractions: isExact)
    self.console = console
  }

  var scenario: Scenario { model.scenario }

  private func change(_ row: TippingTable.Row) -> String {
    guard let nearest = row.nearest else { return "never" }
    guard let share = row.relativeChange else {
      return "by " + Wording.number(nearest.distance)
    }
    return Wording.number(share * 100, places: 1) + " %"
  }

  /// What is another where play settles then.
  private func words(_ tip: ParameterLine.Turn) -> String {
    switch tip.answer.end {
    case .cycle(let outcomes): return "a cycle of \(outcomes.count) outcomes"
    case .rest(let outcome):
      let wording = Wording(scenario)
      return table.rest.map { wording.changes(from: $0, to: outcome) } ?? wording.outcome(outcome)
    }
  }

  var text: String {
    var text = titleLine
    text += "how far each number must move, by itself, for play to settle elsewhere\n\n"
    var lines = TextTable([
      TextTable.Column("number"), TextTable.Column("value", .right),
      TextTable.Column("change", .right), TextTable.Column("tips below", .right),
      TextTable.Column("tips above", .right), TextTable.Column("then", wraps: true),
    ])
    let tipping = table.rows.filter { $0.nearest != nil }
    for row in tipping {
      lines.add([
        row.path, number.text(row.shipped), change(row),
        row.below.map { number.text($0.value) } ?? "",
        row.above.map { number.text($0.value) } ?? "",
        row.nearest.map { words($0) } ?? "",
      ])
    }
    text += lines.rendered(width: width, palette: palette)
    let never = table.rows.count - tipping.count
    if never > 0 {
      let count = Wording.count(never, "number tips", "numbers tip")
      text += "\n\(count) nothing: where no range is stated, from -1e30 to 1e30.\n"
    }
    return text
  }

  var json: JSONValue {
    func json(_ tip: ParameterLine.Turn?) -> JSONValue {
      guard let tip else { return .null }
      return .object([
        ("at", ExactNumber.json(tip.value)), ("distance", .number(tip.distance.toDouble())),
        ("settled", TippingText.settled(tip.answer.end)),
        ("then", .string(words(tip))),
      ])
    }
    return .object(
      head("tip") + [
        (
          "numbers",
          .array(
            table.rows.map { row in
              .object([
                ("path", .string(row.path)), ("shipped", ExactNumber.json(row.shipped)),
                ("low", ExactNumber.json(row.range.lowerBound)),
                ("high", ExactNumber.json(row.range.upperBound)),
                ("isStated", .bool(row.isStated)),
                ("relativeChange", row.relativeChange.map { .number($0.toDouble()) } ?? .null),
                ("below", json(row.below)), ("above", json(row.above)),
              ])
            }
          )
        )
      ]
    )
  }

  var csv: String {
    var lines = TextTable(
      ["path", "value", "relative_change", "tips_below", "tips_above", "then"].map {
        TextTable.Column($0)
      }
    )
    for row in table.rows {
      lines.add([
        row.path, JSONValue.text(of: row.shipped.toDouble()),
        row.relativeChange.map { JSONValue.text(of: $0.toDouble()) } ?? "",
        row.below.map { ExactNumber.csv($0.value) } ?? "",
        row.above.map { ExactNumber.csv($0.value) } ?? "", row.nearest.map { words($0) } ?? "",
      ])
    }
    return lines.csv()
  }
}
