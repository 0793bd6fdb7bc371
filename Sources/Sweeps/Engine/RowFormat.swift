import Documents

/// Writes the rows of one game of a sweep as text.
struct RowFormat: Sendable {
  private let isCSV: Bool
  private let labels: SweepLabels
  /// In CSV the column's name, in JSON Lines what stands before its value.
  private let names: [[UInt8]]
  private let optionNames: [[[UInt8]]]
  /// For each axis the texts of values that have names; none where they are numbers.
  private let valueNames: [[(value: Double, text: [UInt8])]]

  private static let comma = UInt8(ascii: ",")

  init(_ form: Sweep.Form, _ labels: SweepLabels) {
    isCSV = form == .csv
    self.labels = labels
    let isCSV = isCSV
    let plain =
      ["sample"] + labels.axes + ["equilibria", "equilibrium_outcomes", "settled", "cycle"]
      + labels.decisions.map { $0.id } + labels.players.map { "payoff:" + $0 }
      + labels.claims.map { "claim:" + $0 } + ["reason"]
    names = plain.enumerated().map { index, name in
      let text = isCSV ? csvField(name) : (index == 0 ? "{" : ",") + "\"\(name)\":"
      return Array(text.utf8)
    }
    valueNames = labels.values.map { $0.map { ($0.value, $0.field(isCSV: isCSV)) } }
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
      if let name = valueNames[column - 1].first(where: { $0.value == value }) {
        text += name.text
      } else {
        text.append(shortest: value)
      }
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
  func appendPayoffs(_ payoffs: ArraySlice<Double>?, to text: inout [UInt8]) {
    let column = 5 + labels.axes.count + labels.decisions.count
    for player in labels.players.indices {
      open(column + player, &text)
      if let payoffs, payoffs[payoffs.startIndex + player].isFinite {
        let payoff = payoffs[payoffs.startIndex + player]
        text.append(shortest: payoff)
      } else {
        appendNothing(&text)
      }
    }
  }

  /// Why some payoffs cannot be shown; nil where all can.
  func failure(of payoffs: ArraySlice<Double>) -> String? {
    guard !payoffs.allSatisfy({ $0.isFinite }) else { return nil }
    let players = labels.players.indices.filter { !payoffs[payoffs.startIndex + $0].isFinite }.map {
      labels.players[$0]
    }
    return "beyond the largest number: payoff of " + players.joined(separator: " and ")
  }

  /// Says which claims hold.
  func appendClaims(_ claims: ArraySlice<UInt64>, point: Int, to text: inout [UInt8]) {
    let column = claimColumn
    for (index, points) in claims.enumerated() {
      open(column + index, &text)
      let holds = points >> UInt64(point) & 1 == 1
      if isCSV {
        text.append(UInt8(ascii: holds ? "1" : "0"))
      } else {
        text += (holds ? "true" : "false").utf8
      }
    }
  }

  /// Leaves everything empty that is not known of a sample that cannot be computed.
  func appendUnknown(to text: inout [UInt8]) {
    for column in 1 + labels.axes.count..<names.count - 1 {
      open(column, &text)
      appendNothing(&text)
    }
  }

  /// Ends a row: why the sample could not be computed, if it could not.
  func appendEnd(reason: String?, to text: inout [UInt8]) {
    open(names.count - 1, &text)
    if let reason {
      text += (isCSV ? csvField(reason) : JSONValue.string(reason).rendered()).utf8
    } else {
      appendNothing(&text)
    }
    if !isCSV { text.append(UInt8(ascii: "}")) }
    text.append(UInt8(ascii: "\n"))
  }

  private var claimColumn: Int {
    5 + labels.axes.count + labels.decisions.count + labels.players.count
  }

  private func open(_ column: Int, _ text: inout [UInt8]) {
    if isCSV { text.append(RowFormat.comma) } else { text += names[column] }
  }

  private func appendNothing(_ text: inout [UInt8]) {
    if !isCSV { text += "null".utf8 }
  }
}

extension Design.Label {
  /// How a row shows it: as a truth value in JSON where it is one.
  fileprivate func field(isCSV: Bool) -> [UInt8] {
    if isCSV { return Array(csvField(text).utf8) }
    return Array((text == "true" || text == "false" ? text : "\"\(text)\"").utf8)
  }
}
