import Documents

/// Writes the rows of one game of a sweep as text.
///
/// An object, since a value of so many parts would be copied, part by part, for each row.
final class RowFormat: Sendable {
  private let isCSV: Bool
  private let labels: SweepLabels
  /// In CSV the column's name, in JSON Lines what stands before its value.
  private let names: [[UInt8]]
  private let optionNames: [[[UInt8]]]
  /// For each axis the texts of values that have names; none where they are numbers.
  private let valueNames: [[(value: Double, text: [UInt8])]]

  private let hasValueNames: Bool
  private let playerCount: Int
  /// No row is longer, its equilibria, its settling part and its reason aside.
  private let fixedBytes: Int

  private static let comma = UInt8(ascii: ",")
  /// The room that appending a number asks for.
  private static let numberRoom = 48
  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)
  private static let null = Array("null".utf8)

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
    hasValueNames = valueNames.contains { !$0.isEmpty }
    playerCount = labels.players.count
    let longest = valueNames.map { $0.map { $0.text.count }.max() ?? 0 }
    fixedBytes =
      names.reduce(0) { $0 + $1.count + 1 }
      + RowFormat.numberRoom * (4 + labels.axes.count + labels.players.count)
      + longest.reduce(0, +) + 8 * names.count
    optionNames = labels.decisions.map { decision in
      decision.options.map { Array((isCSV ? csvField($0) : "\"\($0)\"").utf8) }
    }
  }

  /// The line above all rows; empty for JSON Lines.
  var header: [UInt8] {
    isCSV ? Array(names.joined(separator: [RowFormat.comma])) + [UInt8(ascii: "\n")] : []
  }

  // MARK: Rows

  /// The row of a sample.
  ///
  /// - Parameters:
  ///   - sample: its number.
  ///   - values: the value of each axis.
  ///   - equilibria: the equilibria, ascending.
  ///   - settling: the part that says where play settles.
  ///   - payoffs: the players' payoffs there; nil in a cycle. One beyond `Double` is left out.
  ///   - claims: for each claim the samples at which it holds, of 64.
  ///   - point: which of the 64 this is.
  ///   - text: takes the row.
  /// - Returns: why not everything could be told; nil where it could.
  func append(
    _ sample: Int,
    _ values: Span<Double>,
    equilibria: [Int],
    settling: [UInt8],
    payoffs: Span<Double>?,
    claims: Span<UInt64>,
    point: Int,
    to text: inout [UInt8]
  ) -> String? {
    let reason: String? = if let payoffs { failure(of: payoffs) } else { nil }
    let field = reason.map { reasonField($0) } ?? []
    let room = fixedBytes + equilibria.count * RowFormat.numberRoom + settling.count + field.count
    text.append(addingCapacity: room) { output in
      appendStart(sample, values, to: &output)
      appendEquilibria(equilibria, to: &output)
      output.append(bytes: settling)
      appendPayoffs(payoffs, to: &output)
      appendClaims(claims, point: point, to: &output)
      appendEnd(field, to: &output)
    }
    return reason
  }

  /// The row of a sample that cannot be computed: all that is not known of it is left out.
  func append(
    _ sample: Int,
    _ values: Span<Double>,
    reason: String,
    to text: inout [UInt8]
  ) {
    let field = reasonField(reason)
    text.append(addingCapacity: fixedBytes + RowFormat.numberRoom + field.count) { output in
      appendStart(sample, values, to: &output)
      for column in 1 + labels.axes.count..<names.count - 1 {
        open(column, &output)
        appendNothing(&output)
      }
      appendEnd(field, to: &output)
    }
  }

  /// The part of a row that says where play settles, the same for all samples at which it settles there.
  func settlingPart(outcome: Int, cycleLength: Int, options: [Int]) -> [UInt8] {
    let columns = 3 + labels.axes.count..<5 + labels.axes.count + optionNames.count
    var room = columns.reduce(2 * RowFormat.numberRoom) { $0 + names[$1].count + 8 }
    for (decision, names) in optionNames.enumerated() where cycleLength == 0 {
      room += names[options[decision]].count
    }
    return [UInt8](capacity: room) { output in
      open(columns.lowerBound, &output)
      if cycleLength == 0 { output.append(decimal: outcome) } else { appendNothing(&output) }
      open(columns.lowerBound + 1, &output)
      output.append(decimal: cycleLength)
      for decision in optionNames.indices {
        open(columns.lowerBound + 2 + decision, &output)
        if cycleLength == 0 {
          output.append(bytes: optionNames[decision][options[decision]])
        } else {
          appendNothing(&output)
        }
      }
    }
  }

  // MARK: The parts of a row, in order

  private func appendStart(
    _ sample: Int,
    _ values: Span<Double>,
    to output: inout OutputSpan<UInt8>
  ) {
    if !isCSV { output.append(bytes: names[0]) }
    output.append(decimal: sample)
    for axis in values.indices {
      open(1 + axis, &output)
      let value = values[axis]
      if hasValueNames, let name = valueNames[axis].first(where: { $0.value == value }) {
        output.append(bytes: name.text)
      } else {
        output.append(shortest: value)
      }
    }
  }

  private func appendEquilibria(_ outcomes: [Int], to output: inout OutputSpan<UInt8>) {
    let column = 1 + labels.axes.count
    open(column, &output)
    output.append(decimal: outcomes.count)
    open(column + 1, &output)
    if !isCSV { output.append(UInt8(ascii: "[")) }
    for index in outcomes.indices {
      if index > 0 { output.append(isCSV ? UInt8(ascii: " ") : RowFormat.comma) }
      output.append(decimal: outcomes[index])
    }
    if !isCSV { output.append(UInt8(ascii: "]")) }
  }

  private func appendPayoffs(_ payoffs: Span<Double>?, to output: inout OutputSpan<UInt8>) {
    let column = 5 + labels.axes.count + labels.decisions.count
    for player in 0..<playerCount {
      open(column + player, &output)
      if let payoffs, payoffs[player].isFinite {
        output.append(shortest: payoffs[player])
      } else {
        appendNothing(&output)
      }
    }
  }

  private func appendClaims(
    _ claims: Span<UInt64>,
    point: Int,
    to output: inout OutputSpan<UInt8>
  ) {
    let column = 5 + labels.axes.count + labels.decisions.count + playerCount
    for claim in claims.indices {
      open(column + claim, &output)
      let holds = claims[claim] >> UInt64(point) & 1 == 1
      if isCSV {
        output.append(holds ? UInt8(ascii: "1") : UInt8(ascii: "0"))
      } else {
        output.append(bytes: holds ? RowFormat.yes : RowFormat.no)
      }
    }
  }

  private func appendEnd(_ field: [UInt8], to output: inout OutputSpan<UInt8>) {
    open(names.count - 1, &output)
    if field.isEmpty { appendNothing(&output) } else { output.append(bytes: field) }
    if !isCSV { output.append(UInt8(ascii: "}")) }
    output.append(UInt8(ascii: "\n"))
  }

  private func reasonField(_ reason: String) -> [UInt8] {
    Array((isCSV ? csvField(reason) : JSONValue.string(reason).rendered()).utf8)
  }

  /// Why some payoffs cannot be told; nil where all can.
  private func failure(of payoffs: Span<Double>) -> String? {
    let players = payoffs.indices.filter { !payoffs[$0].isFinite }
    guard !players.isEmpty else { return nil }
    return "beyond the largest number: payoff of "
      + players.map { labels.players[$0] }.joined(separator: " and ")
  }

  private func open(_ column: Int, _ output: inout OutputSpan<UInt8>) {
    if isCSV { output.append(RowFormat.comma) } else { output.append(bytes: names[column]) }
  }

  private func appendNothing(_ output: inout OutputSpan<UInt8>) {
    if !isCSV { output.append(bytes: RowFormat.null) }
  }
}

extension OutputSpan<UInt8> {
  /// Appends bytes, for which there must be room.
  fileprivate mutating func append(bytes: [UInt8]) {
    precondition(freeCapacity >= bytes.count)
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      unsafe bytes.withUnsafeBytes { source in
        guard let start = buffer.baseAddress, let first = source.baseAddress else { return }
        unsafe UnsafeMutableRawPointer(start + count).copyMemory(
          from: first,
          byteCount: source.count
        )
      }
      count += bytes.count
    }
  }
}

extension Design.Label {
  /// How a row shows it: as a truth value in JSON where it is one.
  fileprivate func field(isCSV: Bool) -> [UInt8] {
    if isCSV { return Array(csvField(text).utf8) }
    return Array((text == "true" || text == "false" ? text : "\"\(text)\"").utf8)
  }
}
