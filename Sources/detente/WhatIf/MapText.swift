import GameTheory
import Negotiation
import Presentation

/// A map as people read it in a terminal.
struct MapText {
  private let diagram: PhaseDiagram
  private let palette: Palette
  private let isExact: Bool
  private let width: Int

  /// Rows of the drawing.
  private static let height = 20
  /// Columns to the left of the drawing.
  private static let margin = 10

  init(_ diagram: PhaseDiagram, _ console: Console, isExact: Bool, width: Int) {
    self.diagram = diagram
    palette = console.palette
    self.isExact = isExact
    self.width = width
  }

  var text: String {
    let scenario = diagram.model.scenario
    var text = "\(palette.bold(scenario.title))  \(palette.dim(scenario.file))\n"
    text += "up: \(name(diagram.y))\nright: \(name(diagram.x))\n\n"
    return text + drawing + "\n" + legend + equilibria + notes
  }

  private func name(_ axis: PhaseDiagram.Axis) -> String {
    let unit = axis.unit.isEmpty ? "" : ", in \(axis.unit)"
    return "\(axis.title) (\(axis.path))\(unit); shipped \(number(axis.shipped))"
  }

  private func number(_ value: Rational) -> String {
    ExactNumber(showsFractions: isExact).text(value)
  }

  // MARK: The drawing

  /// A letter for each region, in the middle of each cell of the drawing.
  private var drawing: String {
    let columns = max(20, min(72, width - MapText.margin - 2))
    var text = ""
    for row in 0..<MapText.height {
      let y = at(diagram.y.range, MapText.height - 1 - row, MapText.height)
      let label =
        row == 0
        ? Wording.number(diagram.y.range.upperBound)
        : row == MapText.height - 1 ? Wording.number(diagram.y.range.lowerBound) : ""
      text += String(repeating: " ", count: max(0, MapText.margin - 1 - label.count)) + label + " │"
      for column in 0..<columns {
        if isShipped(row, column, columns) {
          text += palette.bold("◆")
          continue
        }
        let index = diagram.region(at: PlanePoint(at(diagram.x.range, column, columns), y))
        text += index.map { coloured(MapText.letter($0), $0) } ?? "?"
      }
      text += "\n"
    }
    let low = Wording.number(diagram.x.range.lowerBound)
    let high = Wording.number(diagram.x.range.upperBound)
    let indent = String(repeating: " ", count: MapText.margin)
    text += indent + "└" + String(repeating: "─", count: columns) + "\n"
    let gap = String(repeating: " ", count: max(1, columns - low.count - high.count))
    return text + indent + " " + low + gap + high + "\n"
  }

  /// The middle of one of so many equal parts of a range.
  private func at(_ range: ClosedRange<Rational>, _ index: Int, _ count: Int) -> Rational {
    range.lowerBound + (range.upperBound - range.lowerBound) * Rational(2 * index + 1)
      / Rational(2 * count)
  }

  private func isShipped(_ row: Int, _ column: Int, _ columns: Int) -> Bool {
    func cell(_ axis: PhaseDiagram.Axis, _ count: Int) -> Int? {
      guard axis.range.contains(axis.shipped) else { return nil }
      let share =
        (axis.shipped - axis.range.lowerBound) / (axis.range.upperBound - axis.range.lowerBound)
      return min(count - 1, (share * Rational(count)).floor.asInt ?? 0)
    }
    return cell(diagram.x, columns) == column
      && cell(diagram.y, MapText.height) == MapText.height - 1 - row
  }

  static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    return index < letters.count ? String(letters[index]) : "*"
  }

  private func coloured(_ text: String, _ index: Int) -> String {
    switch index % 4 {
    case 0: text
    case 1: palette.yellow(text)
    case 2: palette.green(text)
    default: palette.red(text)
    }
  }

  // MARK: The legend

  private var legend: String {
    var text = palette.bold("Where play settles") + "\n"
    for (index, region) in diagram.regions.enumerated() {
      let share =
        region.polygons.isEmpty
        ? "on a border only" : NumberText.percent(region.share.toDouble())
      text += paragraph(
        "\(MapText.letter(index))  \(share): \(diagram.words(for: region.end))",
        width: width,
        indent: 2
      )
      for polygon in region.polygons.prefix(6) where diagram.isExact { text += corners(polygon) }
      let rest = region.polygons.count - 6
      if diagram.isExact, rest > 0 { text += "     and \(rest) more polygons\n" }
    }
    if diagram.undecidedShare.signum > 0 {
      let share = NumberText.percent(diagram.undecidedShare.toDouble(), places: 3)
      text += "  ?  \(share) of the area is left undecided; a smaller --resolution decides more\n"
    }
    return text + "  ◆  the shipped values\n"
  }

  private func corners(_ polygon: ConvexPolygon) -> String {
    let points = polygon.vertices.map { "(\(number($0.x)), \(number($0.y)))" }
    return palette.dim(paragraph(points.joined(separator: " "), width: width, indent: 5))
  }

  private var equilibria: String {
    var text = "\n" + palette.bold("Where outcomes are equilibria") + "\n"
    if diagram.equilibria.isEmpty { return text + "  There is none in the map.\n" }
    for set in diagram.equilibria {
      let area = set.polygons.reduce(Rational.zero) { $0 + $1.area }
      let whole =
        (diagram.x.range.upperBound - diagram.x.range.lowerBound)
        * (diagram.y.range.upperBound - diagram.y.range.lowerBound)
      let share =
        area.signum == 0 && set.undecided.isEmpty
        ? "on a line or point only" : NumberText.percent((area / whole).toDouble())
      text += paragraph(
        "outcome \(set.outcome), \(share): \(diagram.words(for: set.outcome))",
        width: width,
        indent: 2
      )
      guard diagram.isExact else { continue }
      for polygon in set.polygons.prefix(6) { text += corners(polygon) }
    }
    return text
  }

  private var notes: String {
    diagram.isExact
      ? "\nAll corners are exact. On a border somebody is indifferent; --json tells where play settles there.\n"
      : "\nThe two numbers multiply each other: borders are found up to --resolution.\n"
  }
}
