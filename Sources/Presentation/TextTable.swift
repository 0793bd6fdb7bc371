import Documents

/// A table for the terminal, or as comma-separated values.
public struct TextTable: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// What stands above it.
    public let header: String
    /// To which side its cells are pushed.
    public let alignment: Alignment
    /// Whether long cells may be broken into lines at spaces.
    public let wraps: Bool

    /// Creates a column.
    public init(_ header: String, _ alignment: Alignment = .left, wraps: Bool = false) {
      self.header = header
      self.alignment = alignment
      self.wraps = wraps
    }
  }

  /// To which side cells are pushed.
  public enum Alignment: Sendable {
    /// Text.
    case left
    /// Numbers with equally many places.
    case right
  }

  /// The columns.
  public let columns: [Column]
  /// The rows, each with one cell per column.
  public private(set) var rows: [[String]] = []

  private static let gap = 2
  private static let narrowest = 12

  /// Creates an empty table.
  public init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row; missing cells are empty.
  public mutating func add(_ cells: [String]) {
    rows.append(cells + [String](repeating: "", count: max(0, columns.count - cells.count)))
  }

  /// The table as text, each line ending in a line break.
  ///
  /// `width` is the columns of the terminal; nil for no limit.
  public func rendered(width: Int? = nil, palette: Palette = .plain) -> String {
    let widths = columnWidths(within: width)
    var text = palette.bold(line(columns.map { $0.header }, widths)) + "\n"
    let total = widths.reduce(0, +) + TextTable.gap * (widths.count - 1)
    text += palette.dim(String(repeating: "─", count: total)) + "\n"
    for row in rows {
      let cells = zip(row, zip(columns, widths)).map { cell, form in
        form.0.wraps ? wrappedLines(cell, width: form.1) : [cell]
      }
      for index in 0..<(cells.map { $0.count }.max() ?? 0) {
        text += line(cells.map { index < $0.count ? $0[index] : "" }, widths) + "\n"
      }
    }
    return text
  }

  /// The table as comma-separated values with a header.
  public func csv() -> String {
    ([columns.map { $0.header }] + rows)
      .map { $0.map(csvField).joined(separator: ",") + "\n" }.joined()
  }

  private func columnWidths(within limit: Int?) -> [Int] {
    var widths = columns.indices.map { column in
      rows.reduce(displayWidth(of: columns[column].header)) {
        max($0, displayWidth(of: $1[column]))
      }
    }
    guard let limit else { return widths }
    // A word is not broken, so no column is narrower than its longest.
    let least = columns.indices.map { column in
      ([columns[column].header] + rows.map { $0[column] }).reduce(TextTable.narrowest) {
        least,
        cell in
        cell.split(separator: " ").reduce(least) { max($0, displayWidth(of: $1)) }
      }
    }
    var excess = widths.reduce(0, +) + TextTable.gap * (widths.count - 1) - limit
    while excess > 0 {
      let shrinkable = widths.indices.filter {
        columns[$0].wraps && widths[$0] > least[$0]
      }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in cells.enumerated() {
      let space = String(repeating: " ", count: max(0, widths[column] - displayWidth(of: cell)))
      text += columns[column].alignment == .left ? cell + space : space + cell
      if column < cells.count - 1 { text += String(repeating: " ", count: TextTable.gap) }
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}

/// A text broken into lines at spaces; a longer word stands alone.
public func wrappedLines(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ", omittingEmptySubsequences: true) {
    if !line.isEmpty, displayWidth(of: line) + 1 + displayWidth(of: word) > width {
      lines.append(line)
      line = String(word)
    } else {
      line += line.isEmpty ? String(word) : " " + word
    }
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  return lines
}

/// A text within a width, every line indented; lines that the text breaks itself stay broken.
public func paragraph(_ text: String, width: Int, indent: Int = 0) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .flatMap { wrappedLines(String($0), width: max(20, width - indent)) }
    .map { $0.isEmpty ? "\n" : String(repeating: " ", count: indent) + $0 + "\n" }.joined()
}
