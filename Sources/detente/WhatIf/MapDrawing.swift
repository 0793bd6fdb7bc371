import GameTheory
import Negotiation
import Presentation

/// A map in the cells of a terminal, each with two halves that have colours of their own.
///
/// Without colours each cell has the texture of what lies in its middle.
struct MapDrawing {
  /// What lies at a place.
  private enum Place: Equatable {
    case region(Int, overlaps: [Int])
    case forbidden
    case undecided

    var region: Int? {
      if case .region(let region, _) = self { region } else { nil }
    }
  }

  private let key: MapKey
  private let style: MapStyle
  private let columns: Int
  private let rows: Int
  /// Columns to the left, the axis among them.
  private let margin: Int
  private let x: MapScale
  private let y: MapScale
  /// How many places each cell has above each other: two with colours.
  private let depth: Int
  /// From above, `depth` rows for each row of cells.
  private var places: [[Place]] = []
  /// The letters, by row and column of cells.
  private var letters: [[Character?]] = []

  private static let widest = 100

  init(_ key: MapKey, _ style: MapStyle, width: Int) {
    self.key = key
    self.style = style
    x = MapScale(range: key.diagram.x.range)
    y = MapScale(range: key.diagram.y.range)
    margin = (y.ticks().map { MapScale.text($0).count }.max() ?? 0) + 3
    columns = max(20, min(MapDrawing.widest, width - margin - 1))
    rows = max(8, min(30, columns * 3 / 10))
    depth = style.isColoured ? 2 : 1
    places = (0..<rows * depth).map { row in
      let up = y.middle(of: rows * depth - 1 - row, among: rows * depth)
      return (0..<columns).map {
        place(at: PlanePoint(x.middle(of: $0, among: columns), up))
      }
    }
    placeLetters()
  }

  private func place(at point: PlanePoint) -> Place {
    guard key.diagram.isAllowed(point) else { return .forbidden }
    guard let region = key.diagram.region(at: point) else { return .undecided }
    return .region(region, overlaps: key.overlaps(at: point, in: region))
  }

  // MARK: Letters

  /// The place in all of a cell; nil where its halves differ.
  private func place(_ row: Int, _ column: Int) -> Place? {
    let place = places[row * depth][column]
    return places[row * depth + depth - 1][column] == place ? place : nil
  }

  /// Puts each region's name as far from its borders as can be.
  private mutating func placeLetters() {
    letters = [[Character?]](
      repeating: [Character?](repeating: nil, count: columns),
      count: rows
    )
    let room = room
    for region in key.diagram.regions.indices {
      let name = Array(MapKey.letter(region))
      var best: (row: Int, column: Int, room: Int)?
      for row in 0..<rows {
        for column in 0..<columns - name.count + 1
        where room[row][column] > best?.room ?? 0 && isFree(row, column, name.count, region) {
          best = (row, column, room[row][column])
        }
      }
      guard let best else { continue }
      for (offset, letter) in name.enumerated() { letters[best.row][best.column + offset] = letter }
    }
  }

  private func isFree(_ row: Int, _ column: Int, _ count: Int, _ region: Int) -> Bool {
    (column..<column + count).allSatisfy {
      place(row, $0)?.region == region && !isShipped(row, $0)
    }
  }

  /// For each cell about how far the next border is, in columns; a row is as high as two columns.
  private var room: [[Int]] {
    var room = (0..<rows).map { row in
      (0..<columns).map { place(row, $0) == nil ? 0 : 1 << 20 }
    }
    func near(_ row: Int, _ column: Int, _ other: (row: Int, column: Int), _ step: Int) -> Int {
      guard rows > other.row, other.row >= 0, columns > other.column, other.column >= 0 else {
        return step
      }
      let isSame = place(row, column)?.region == place(other.row, other.column)?.region
      return isSame ? room[other.row][other.column] + step : 1
    }
    for row in 0..<rows {
      for column in 0..<columns where room[row][column] > 0 {
        room[row][column] = min(
          near(row, column, (row - 1, column), 2),
          near(row, column, (row, column - 1), 1)
        )
      }
    }
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() where room[row][column] > 0 {
        room[row][column] = min(
          room[row][column],
          near(row, column, (row + 1, column), 2),
          near(row, column, (row, column + 1), 1)
        )
      }
    }
    return room
  }

  // MARK: Text

  /// The drawing with its axes.
  var text: String {
    var text = ""
    let marks = Dictionary(
      y.ticks().compactMap { tick in
        y.part(of: tick, among: rows).map { (rows - 1 - $0, MapScale.text(tick)) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    for row in 0..<rows {
      let mark = marks[row] ?? ""
      text += String(repeating: " ", count: margin - 2 - mark.count) + mark + " "
      text += shippedRow == row ? "◆" : mark.isEmpty ? "│" : "┤"
      text += line(row) + "\n"
    }
    return text + scale
  }

  private var shippedColumn: Int? { x.part(of: key.diagram.x.shipped, among: columns) }
  private var shippedRow: Int? {
    y.part(of: key.diagram.y.shipped, among: rows).map { rows - 1 - $0 }
  }

  private func isShipped(_ row: Int, _ column: Int) -> Bool {
    shippedRow == row && shippedColumn == column
  }

  /// A character with its colours.
  private struct Cell {
    var character: Character
    var foreground: Int?
    var background: Int?
  }

  private func cell(_ row: Int, _ column: Int) -> Cell {
    let (upper, lower) = (places[row * depth][column], places[row * depth + depth - 1][column])
    if isShipped(row, column) { return filled("◆", lower) }
    if let letter = letters[row][column] { return filled(letter, lower) }
    let grounds = (colour(upper), colour(lower))
    if upper == lower || grounds.0 == grounds.1 {
      return filled(texture(upper, (row + column) % 2 == 0), upper)
    }
    // A half block: its own colour on one side, the ground's on the other.
    return grounds.0 == nil
      ? Cell(character: "▄", foreground: grounds.1, background: nil)
      : Cell(character: "▀", foreground: grounds.0, background: grounds.1)
  }

  private func filled(_ character: Character, _ place: Place) -> Cell {
    let ground = colour(place)
    return Cell(
      character: character,
      foreground: ground == nil || character == " " ? nil : MapStyle.black,
      background: ground
    )
  }

  /// A row of cells, with one escape sequence for neighbours that look alike.
  private func line(_ row: Int) -> String {
    var text = ""
    var run = ""
    var last: Cell?
    func finish() {
      guard let last else { return }
      text += style.palette.cell(run, foreground: last.foreground, background: last.background)
      run = ""
    }
    for column in 0..<columns {
      let next = cell(row, column)
      if let last, last.foreground != next.foreground || last.background != next.background {
        finish()
      }
      run.append(next.character)
      last = next
    }
    finish()
    return text
  }

  private func texture(_ place: Place, _ isEven: Bool) -> Character {
    switch place {
    case .forbidden: " "
    case .undecided: "?"
    case .region(let region, let overlaps):
      if let overlap = overlaps.first, isEven || style.isColoured {
        style.hatch(overlaps.count > 1 && !isEven ? overlaps[1] : overlap)
      } else {
        style.texture(region)
      }
    }
  }

  private func colour(_ place: Place) -> Int? {
    switch place {
    case .region(let region, _): style.colour(region)
    case .undecided: style.isColoured ? MapStyle.undecided : nil
    case .forbidden: nil
    }
  }

  /// The axis below, with its ticks and what stands at them.
  private var scale: String {
    var line = [Character](repeating: "─", count: columns)
    var marks = [Character](repeating: " ", count: margin + columns + 1)
    var end = 0
    for tick in x.ticks() {
      guard let column = x.part(of: tick, among: columns) else { continue }
      line[column] = "┬"
      let text = Array(MapScale.text(tick))
      let start = max(0, min(margin + column - text.count / 2, marks.count - text.count))
      guard start >= end, start + text.count <= marks.count else { continue }
      for (offset, character) in text.enumerated() { marks[start + offset] = character }
      end = start + text.count + 1
    }
    if let shippedColumn { line[shippedColumn] = "◆" }
    while marks.last == " " { marks.removeLast() }
    return String(repeating: " ", count: margin - 1) + "└" + String(line) + "\n"
      + String(marks) + "\n"
  }
}
