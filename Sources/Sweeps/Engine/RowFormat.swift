import Documents

/// Writes the rows of a sweep as text.
struct RowFormat: Sendable {
  /// The form of the rows.
  enum Form {
    case csv
    case jsonLines
  }

  /// One sample with its results.
  struct Row {
    var sample: Int
    var values: [Double]
    var equilibria: [Int]
    /// Nil in a cycle.
    var settled: Int?
    var cycleLength: Int
    var options: [Int]
    var payoffs: [Double]
    var claims: [Bool]
  }

  let form: Form
  private let labels: SweepLabels
  private let names: [[UInt8]]
  private let optionNames: [[[UInt8]]]

  init(_ form: Form, _ labels: SweepLabels) {
    self.form = form
    self.labels = labels
    let plain =
      ["sample"] + labels.axes + ["equilibria", "equilibrium_outcomes", "settled", "cycle"]
      + labels.decisions.map { $0.id } + labels.players.map { "payoff:" + $0 }
      + labels.claims.map { "claim:" + $0 }
    names = plain.map { Array((form == .csv ? csvField($0) : "\"\($0)\":").utf8) }
    optionNames = labels.decisions.map { decision in
      decision.options.map { Array((form == .csv ? csvField($0) : "\"\($0)\"").utf8) }
    }
  }

  /// The line above all rows; empty for JSON Lines.
  var header: [UInt8] {
    guard form == .csv else { return [] }
    return Array(names.joined(separator: [UInt8(ascii: ",")])) + [UInt8(ascii: "\n")]
  }

  /// Appends a row with its line break.
  func append(_ row: Row, to text: inout [UInt8]) {
    var column = 0
    open(&column, &text)
    append(row.sample, &text)
    for value in row.values {
      open(&column, &text)
      append(value, &text)
    }
    open(&column, &text)
    append(row.equilibria.count, &text)
    open(&column, &text)
    appendList(row.equilibria, &text)
    open(&column, &text)
    if let settled = row.settled { append(settled, &text) } else { appendNothing(&text) }
    open(&column, &text)
    append(row.cycleLength, &text)
    for decision in optionNames.indices {
      open(&column, &text)
      if row.settled == nil {
        appendNothing(&text)
      } else {
        text += optionNames[decision][row.options[decision]]
      }
    }
    for player in labels.players.indices {
      open(&column, &text)
      if row.settled == nil { appendNothing(&text) } else { append(row.payoffs[player], &text) }
    }
    for holds in row.claims {
      open(&column, &text)
      if form == .csv {
        text.append(UInt8(ascii: holds ? "1" : "0"))
      } else {
        text += Array((holds ? "true" : "false").utf8)
      }
    }
    if form == .jsonLines { text.append(UInt8(ascii: "}")) }
    text.append(UInt8(ascii: "\n"))
  }

  private func open(_ column: inout Int, _ text: inout [UInt8]) {
    if column > 0 {
      text.append(UInt8(ascii: ","))
    } else if form == .jsonLines {
      text.append(UInt8(ascii: "{"))
    }
    if form == .jsonLines { text += names[column] }
    column += 1
  }

  private func appendNothing(_ text: inout [UInt8]) {
    if form == .jsonLines { text += Array("null".utf8) }
  }

  private func appendList(_ outcomes: [Int], _ text: inout [UInt8]) {
    if form == .jsonLines { text.append(UInt8(ascii: "[")) }
    for (index, outcome) in outcomes.enumerated() {
      if index > 0 { text.append(UInt8(ascii: form == .csv ? " " : ",")) }
      append(outcome, &text)
    }
    if form == .jsonLines { text.append(UInt8(ascii: "]")) }
  }

  private func append(_ value: Int, _ text: inout [UInt8]) {
    if value >= 0, value < 10 {
      text.append(UInt8(ascii: "0") + UInt8(value))
    } else {
      text += Array(String(value).utf8)
    }
  }

  /// The shortest text that reads back as the number; whole numbers without a point.
  private func append(_ value: Double, _ text: inout [UInt8]) {
    let start = text.count
    text += value.description.utf8
    if text.count > start + 2, text[text.count - 1] == UInt8(ascii: "0"),
      text[text.count - 2] == UInt8(ascii: ".")
    {
      text.removeLast(2)
    }
  }
}
