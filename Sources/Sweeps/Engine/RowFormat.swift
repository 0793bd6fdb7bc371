import Documents

/// Writes the rows of one game of a sweep as text.
struct RowFormat: Sendable {
  private let isCSV: Bool
  private let labels: SweepLabels
  /// In CSV the column's name, in JSON Lines what stands before its value.
  private let names: [[UInt8]]
  private let optionNames: [[[UInt8]]]

  private static let comma = UInt8(ascii: ",")

  init(_ form: Sweep.Form, _ labels: SweepLabels) {
    isCSV = form == .csv
    self.labels = labels
    let isCSV = isCSV
    let plain =
      ["sample"] + labels.axes + ["equilibria", "equilibrium_outcomes", "settled", "cycle"]
      + labels.decisions.map { $0.id } + labels.players.map { "payoff:" + $0 }
      + labels.claims.map { "claim:" + $0 }
    names = plain.enumerated().map { index, name in
      let text = isCSV ? csvField(name) : (index == 0 ? "{" : ",") + "\"\(name)\":"
      return Array(text.utf8)
    }
    optionNames = labels.decisions.map { decision in
      decision.options.map { Array((isCSV ? csvField($0) : "\"\($0)\"").utf8) }
    }
  }

  /// The line above all rows; empty for JSON Lines.
  var header: [UInt8] {
    isCSV ? Array(names.joined(separator: [RowFormat.comma])) + [UInt8(ascii: "\n")] : []
  }

  // MARK: The parts of a row, in order

  /// Begins a row: the sample's number and its values.
  func appendStart(_ sample: Int, _ values: ArraySlice<Double>, to text: inout [UInt8]) {
    if !isCSV { text += names[0] }
    text.append(decimal: sample)
    var column = 1
    for value in values {
      open(column, &text)
      text.append(shortest: value)
      column += 1
    }
  }

  /// Says how many equilibria there are, and which.
  func appendEquilibria(_ outcomes: [Int], to text: inout [UInt8]) {
    let column = 1 + labels.axes.count
    open(column, &text)
    text.append(decimal: outcomes.count)
    open(column + 1, &text)
    if !isCSV { text.append(UInt8(ascii: "[")) }
    for (index, outcome) in outcomes.enumerated() {
      if index > 0 { text.append(isCSV ? UInt8(ascii: " ") : RowFormat.comma) }
      text.append(decimal: outcome)
    }
    if !isCSV { text.append(UInt8(ascii: "]")) }
  }

  /// The part that says where play settles, the same for all samples at which it settles there.
  func settlingPart(outcome: Int, cycleLength: Int, options: [Int]) -> [UInt8] {
    var text: [UInt8] = []
    var column = 3 + labels.axes.count
    open(column, &text)
    if cycleLength == 0 { text.append(decimal: outcome) } else { appendNothing(&text) }
    open(column + 1, &text)
    text.append(decimal: cycleLength)
    column += 2
    for decision in optionNames.indices {
      open(column + decision, &text)
      if cycleLength == 0 {
        text += optionNames[decision][options[decision]]
      } else {
        appendNothing(&text)
      }
    }
    return text
  }

  /// The players' payoffs where play settles; none in a cycle, nor where a payoff is beyond `Double`.
  func appendPayoffs(_ payoffs: [Double]?, to text: inout [UInt8]) {
    let column = 5 + labels.axes.count + labels.decisions.count
    for player in labels.players.indices {
      open(column + player, &text)
      if let payoff = payoffs?[player], payoff.isFinite {
        text.append(shortest: payoff)
      } else {
        appendNothing(&text)
      }
    }
  }

  /// Ends a row: which claims hold.
  func appendEnd(claims: [UInt64], point: Int, to text: inout [UInt8]) {
    let column = 5 + labels.axes.count + labels.decisions.count + labels.players.count
    for (index, points) in claims.enumerated() {
      open(column + index, &text)
      let holds = points >> UInt64(point) & 1 == 1
      if isCSV {
        text.append(UInt8(ascii: holds ? "1" : "0"))
      } else {
        text += (holds ? "true" : "false").utf8
      }
    }
    if !isCSV { text.append(UInt8(ascii: "}")) }
    text.append(UInt8(ascii: "\n"))
  }

  private func open(_ column: Int, _ text: inout [UInt8]) {
    if isCSV { text.append(RowFormat.comma) } else { text += names[column] }
  }

  private func appendNothing(_ text: inout [UInt8]) {
    if !isCSV { text += "null".utf8 }
  }
}
