import GameTheory
import Negotiation

/// Where the names of regions stand in a picture: within them where there is room, and otherwise beside
/// the map, with a line to the region.
struct MapLabels {
  /// One name.
  struct Label {
    let region: Int
    /// The lines of text below the letter; none where there is no room.
    let words: [String]
    /// The middle of the text.
    var x: Double
    var y: Double
    /// Where the line to the region ends; nil where the text stands in it.
    let anchor: (x: Double, y: Double)?
    /// Whether it stands above the map, and not to the right of it.
    let isAbove: Bool
  }

  /// A rectangle that other text takes up.
  struct Room {
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
  }

  static let letterHeight = 20.0
  static let lineHeight = 14.0
  static let size = 12.0
  /// Cells that the map is dealt into, `step` wide and high.
  private static let (columns, rows) = (144, 108)
  private static let step = MapFrame.width / Double(columns)

  private let key: MapKey
  private let frame: MapFrame
  /// Places that are taken by other text.
  private let taken: [Room]

  init(_ key: MapKey, _ frame: MapFrame, around taken: [Room]) {
    self.key = key
    self.frame = frame
    self.taken = taken
    var hatched = [Bool](repeating: false, count: MapLabels.columns * MapLabels.rows)
    for overlap in key.overlaps {
      let set = PlaneOutline.joining(key.diagram.equilibria[overlap.set].polygons)
      let region = overlap.region.map { key.diagram.regions[$0].outlines } ?? []
      for (cell, isIn) in MapLabels.cells(of: set + region, frame).enumerated() where isIn {
        hatched[cell] = true
      }
    }
    self.hatched = hatched
  }

  /// Which cells lie where another outcome is an equilibrium too.
  private let hatched: [Bool]

  var labels: [Label] {
    var labels: [Label] = []
    for (index, region) in key.diagram.regions.enumerated() where !region.polygons.isEmpty {
      let parts = region.outlines.enumerated().sorted {
        ($1.element.area, $0.offset) < ($0.element.area, $1.offset)
      }.map { $0.element }
      for (number, part) in parts.enumerated() {
        if let label = label(index, region, part, isLargest: number == 0) { labels.append(label) }
      }
    }
    return spread(labels)
  }

  /// The name of a part of a region; of the largest one in any case, with words if there is room.
  private func label(
    _ index: Int,
    _ region: PhaseDiagram.Region,
    _ part: PlaneOutline,
    isLargest: Bool
  ) -> Label? {
    let cells = MapLabels.cells(of: [part], frame)
    let words = key.diagram.regions.count > 1 && isLargest ? key.deeds(in: index) : []
    let plain = zip(cells, hatched).map { $0 && !$1 }
    for (kept, room) in [(words, plain), (words, cells), ([], plain), ([], cells)] {
      let width = kept.map { MapFrame.width(of: $0, size: MapLabels.size) }.max() ?? 0
      let height = MapLabels.letterHeight + Double(kept.count) * MapLabels.lineHeight
      guard let place = place(max(width, 18) + 8, height + 8, in: room) else { continue }
      return Label(
        region: index,
        words: kept,
        x: place.x,
        y: place.y,
        anchor: nil,
        isAbove: false
      )
    }
    guard isLargest else { return nil }
    let anchor = anchor(of: region, cells)
    let isAbove = anchor.y - frame.top < frame.right - anchor.x
    return Label(
      region: index,
      words: [],
      x: isAbove ? anchor.x : frame.right + 26,
      y: isAbove ? frame.top - 22 : anchor.y,
      anchor: anchor,
      isAbove: isAbove
    )
  }

  // MARK: Room

  /// Which cells, row after row from above, have their middle in an area.
  private static func cells(of outlines: [PlaneOutline], _ frame: MapFrame) -> [Bool] {
    let (columns, rows) = (MapLabels.columns, MapLabels.rows)
    var cells = [Bool](repeating: false, count: columns * rows)
    let rings = outlines.flatMap { $0.rings }.map { $0.map { frame.place($0) } }
    for row in 0..<rows {
      let y = frame.top + (Double(row) + 0.5) * MapLabels.step
      var crossings: [Double] = []
      for ring in rings {
        for (index, start) in ring.enumerated() {
          let end = ring[(index + 1) % ring.count]
          guard (start.y <= y) != (end.y <= y) else { continue }
          crossings.append(start.x + (end.x - start.x) * (y - start.y) / (end.y - start.y))
        }
      }
      crossings.sort()
      for column in 0..<columns {
        let x = MapFrame.left + (Double(column) + 0.5) * MapLabels.step
        cells[row * columns + column] = crossings.filter { $0 < x }.count % 2 == 1
      }
    }
    return cells
  }

  /// The middle of a rectangle within an area, with as much room around it as can be.
  private func place(_ width: Double, _ height: Double, in cells: [Bool]) -> (x: Double, y: Double)?
  {
    let sums = sums(cells)
    var (across, down) = (
      Int((width / MapLabels.step).rounded(.up)), Int((height / MapLabels.step).rounded(.up))
    )
    var best: (x: Double, y: Double)?
    while across <= MapLabels.columns, down <= MapLabels.rows {
      guard let found = place(across, down, sums, width, height) else { break }
      best = found
      across += 2
      down += 2
    }
    return best
  }

  /// The middle of a rectangle of so many cells, all of them within an area.
  private func place(
    _ across: Int,
    _ down: Int,
    _ sums: [Int],
    _ width: Double,
    _ height: Double
  ) -> (x: Double, y: Double)? {
    let line = MapLabels.columns + 1
    for row in 0...MapLabels.rows - down {
      for column in 0...MapLabels.columns - across {
        let (above, below) = (row * line + column, (row + down) * line + column)
        let full = sums[below + across] - sums[above + across] - sums[below] + sums[above]
        guard full == across * down else { continue }
        let x = MapFrame.left + (Double(column) + Double(across) / 2) * MapLabels.step
        let y = frame.top + (Double(row) + Double(down) / 2) * MapLabels.step
        if !isTaken(x, y, width, height) { return (x, y) }
      }
    }
    return nil
  }

  private func isTaken(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Bool {
    taken.contains {
      $0.x.overlaps(x - width / 2...x + width / 2) && $0.y.overlaps(y - height / 2...y + height / 2)
    }
  }

  /// How many cells are in the area above and to the left of each corner.
  private func sums(_ cells: [Bool]) -> [Int] {
    let columns = MapLabels.columns
    var sums = [Int](repeating: 0, count: (columns + 1) * (MapLabels.rows + 1))
    for row in 0..<MapLabels.rows {
      var line = 0
      for column in 0..<columns {
        if cells[row * columns + column] { line += 1 }
        sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line
      }
    }
    return sums
  }

  // MARK: Beside the map

  /// A place in a region that is near to the upper or right side of the map.
  private func anchor(of region: PhaseDiagram.Region, _ cells: [Bool]) -> (x: Double, y: Double) {
    let (columns, rows) = (MapLabels.columns, MapLabels.rows)
    let open = cells.indices.filter { cells[$0] }
    // Not at the very border, where that can be had.
    let inner = open.filter { cell in
      let (row, column) = (cell / columns, cell % columns)
      return row > 0 && row < rows - 1 && column > 0 && column < columns - 1
        && [-1, 1, -columns, columns].allSatisfy { cells[cell + $0] }
    }
    func distance(_ cell: Int) -> Int { min(cell / columns, columns - 1 - cell % columns) }
    if let nearest = (inner.isEmpty ? open : inner).min(by: { distance($0) < distance($1) }) {
      return (
        MapFrame.left + (Double(nearest % columns) + 0.5) * MapLabels.step,
        frame.top + (Double(nearest / columns) + 0.5) * MapLabels.step
      )
    }
    // Narrower than a cell.
    let largest = region.polygons.max { $0.area < $1.area }
    return largest?.center.map { frame.place($0) } ?? (MapFrame.left, frame.top)
  }

  /// Moves names beside the map apart.
  private func spread(_ labels: [Label]) -> [Label] {
    var labels = labels
    let above = labels.indices.filter { labels[$0].anchor != nil && labels[$0].isAbove }
      .sorted { labels[$0].x < labels[$1].x }
    for (last, next) in zip(above, above.dropFirst()) {
      labels[next].x = max(labels[next].x, labels[last].x + 24)
    }
    let beside = labels.indices.filter { labels[$0].anchor != nil && !labels[$0].isAbove }
      .sorted { labels[$0].y < labels[$1].y }
    for (last, next) in zip(beside, beside.dropFirst()) {
      labels[next].y = max(labels[next].y, labels[last].y + 20)
    }
    return labels
  }
}
