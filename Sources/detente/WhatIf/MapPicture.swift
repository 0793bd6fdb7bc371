import GameTheory
import Negotiation
import Presentation

/// A map as a picture: regions filled and labelled, equilibria outlined.
struct MapPicture {
  private let diagram: PhaseDiagram

  private static let side = 560.0
  private static let left = 90.0
  private static let top = 50.0
  private static let line = 18.0
  /// Okabe and Ito's colours, which people who see fewer colours tell apart too, made light.
  private static let fills = [
    "#cfe3f1", "#fbe3b8", "#bfe5d8", "#f3cdb5", "#ead3e2", "#f6f0b0", "#d5ecfa", "#dddddd",
  ]

  init(_ diagram: PhaseDiagram) {
    self.diagram = diagram
  }

  /// The picture as SVG.
  var svg: String {
    let title = escaped(diagram.model.scenario.title)
    let entries = legend
    let height =
      MapPicture.top + MapPicture.side + 90 + Double(entries.count) * MapPicture.line
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 860 \(trimmed(height))" \
      font-family="sans-serif" font-size="13" fill="#222">
      <title>\(title): \(escaped(diagram.x.title)) and \(escaped(diagram.y.title))</title>
      <desc>\(entries.map { escaped($0.text) }.joined(separator: ". "))</desc>
      <rect width="860" height="\(trimmed(height))" fill="#ffffff"/>
      <text x="\(trimmed(MapPicture.left))" y="28" font-size="17" font-weight="bold">\(title)</text>

      """
    text += regions + outlines + axes + mark + labels
    for (index, entry) in entries.enumerated() {
      let y = MapPicture.top + MapPicture.side + 70 + Double(index) * MapPicture.line
      if entry.fill != "none" {
        text += "<rect x=\"20\" y=\"\(trimmed(y - 11))\" width=\"14\" height=\"12\" "
        text += "fill=\"\(entry.fill)\" stroke=\"#444\"/>\n"
      }
      text += "<text x=\"42\" y=\"\(trimmed(y))\">\(escaped(entry.text))</text>\n"
    }
    return text + "</svg>\n"
  }

  private var legend: [(fill: String, text: String)] {
    var entries: [(fill: String, text: String)] = diagram.regions.enumerated().flatMap {
      index,
      region in
      let share =
        region.polygons.isEmpty
        ? "border only" : NumberText.percent(region.share.toDouble())
      let lines = wrappedLines(
        "\(MapText.letter(index)) (\(share)): \(diagram.words(for: region.end))",
        width: 115
      )
      return lines.enumerated().map { ($0.offset == 0 ? fill(index) : "none", $0.element) }
    }
    if diagram.undecidedShare.signum > 0 {
      let share = NumberText.percent(diagram.undecidedShare.toDouble(), places: 3)
      entries.append(("#222222", "left undecided: \(share)"))
    }
    entries.append(("none", "Lines: the borders of the sets where an outcome is an equilibrium."))
    return entries
  }

  private func fill(_ index: Int) -> String { MapPicture.fills[index % MapPicture.fills.count] }

  private var regions: String {
    var text = ""
    for (index, region) in diagram.regions.enumerated() where !region.polygons.isEmpty {
      // Of the fill's own colour, so that no seam shows between neighbours.
      text += "<path fill=\"\(fill(index))\" stroke=\"\(fill(index))\" stroke-width=\"0.5\" "
      text += "d=\"\(region.polygons.map { path($0) }.joined())\"/>\n"
    }
    guard !diagram.undecided.isEmpty else { return text }
    let pieces = diagram.undecided.map { path($0) }.joined()
    return text + "<path fill=\"#222222\" d=\"\(pieces)\"/>\n"
  }

  private var outlines: String {
    guard diagram.isExact else { return "" }
    return diagram.equilibria.flatMap { $0.polygons }.map {
      "<path fill=\"none\" stroke=\"#333\" stroke-width=\"1.5\" d=\"\(path($0))\"/>\n"
    }.joined()
  }

  private var labels: String {
    var text = ""
    for (index, region) in diagram.regions.enumerated() {
      guard let largest = region.polygons.max(by: { $0.area < $1.area }),
        let center = largest.center
      else { continue }
      let place = place(center)
      text += "<text x=\"\(trimmed(place.x))\" y=\"\(trimmed(place.y + 7))\" font-size=\"20\" "
      text += "font-weight=\"bold\" text-anchor=\"middle\">\(MapText.letter(index))</text>\n"
    }
    return text
  }

  private var mark: String {
    guard diagram.x.range.contains(diagram.x.shipped), diagram.y.range.contains(diagram.y.shipped)
    else { return "" }
    let place = place(PlanePoint(diagram.x.shipped, diagram.y.shipped))
    return "<circle cx=\"\(trimmed(place.x))\" cy=\"\(trimmed(place.y))\" r=\"5\" fill=\"#000\" "
      + "stroke=\"#fff\"/>\n<text x=\"\(trimmed(place.x + 9))\" y=\"\(trimmed(place.y - 7))\">"
      + "as shipped</text>\n"
  }

  // MARK: Axes

  private var axes: String {
    let bottom = MapPicture.top + MapPicture.side
    var text = "<rect x=\"\(trimmed(MapPicture.left))\" y=\"\(trimmed(MapPicture.top))\" "
    text += "width=\"\(trimmed(MapPicture.side))\" height=\"\(trimmed(MapPicture.side))\" "
    text += "fill=\"none\" stroke=\"#222\"/>\n"
    for tick in MapPicture.ticks(diagram.x.range) {
      let x = place(PlanePoint(tick, diagram.y.range.lowerBound)).x
      text += "<path stroke=\"#222\" d=\"M\(trimmed(x)) \(trimmed(bottom))v5\"/>"
      text += "<text x=\"\(trimmed(x))\" y=\"\(trimmed(bottom + 20))\" text-anchor=\"middle\">"
      text += "\(tick)</text>\n"
    }
    for tick in MapPicture.ticks(diagram.y.range) {
      let y = place(PlanePoint(diagram.x.range.lowerBound, tick)).y
      text += "<path stroke=\"#222\" d=\"M\(trimmed(MapPicture.left)) \(trimmed(y))h-5\"/>"
      text += "<text x=\"\(trimmed(MapPicture.left - 9))\" y=\"\(trimmed(y + 4))\" "
      text += "text-anchor=\"end\">\(tick)</text>\n"
    }
    let middle = MapPicture.left + MapPicture.side / 2
    text += "<text x=\"\(trimmed(middle))\" y=\"\(trimmed(bottom + 42))\" text-anchor=\"middle\">"
    text += "\(name(diagram.x))</text>\n"
    text += "<text transform=\"translate(24 \(trimmed(MapPicture.top + MapPicture.side / 2))) "
    return text + "rotate(-90)\" text-anchor=\"middle\">\(name(diagram.y))</text>\n"
  }

  private func name(_ axis: PhaseDiagram.Axis) -> String {
    escaped(axis.unit.isEmpty ? axis.title : "\(axis.title) (\(axis.unit))")
  }

  /// Round numbers in a range: multiples of 1, 2 or 5 times a power of ten, four to ten of them.
  static func ticks(_ range: ClosedRange<Rational>) -> [Rational] {
    let width = range.upperBound - range.lowerBound
    var power: Rational = 1
    while power * 10 <= width { power = power * 10 }
    while power > width { power = power / 10 }
    let steps: [Rational] = [power * 2, power, power / 2, power / 5, power / 10]
    let step = steps.first { (width / $0).floor >= 4 } ?? power / 10
    var ticks: [Rational] = []
    var tick = Rational((range.lowerBound / step).floor) * step
    while tick <= range.upperBound {
      if tick >= range.lowerBound { ticks.append(tick) }
      tick = tick + step
    }
    return ticks
  }

  // MARK: Places

  private func place(_ point: PlanePoint) -> (x: Double, y: Double) {
    func share(_ value: Rational, _ range: ClosedRange<Rational>) -> Double {
      ((value - range.lowerBound) / (range.upperBound - range.lowerBound)).toDouble()
    }
    return (
      MapPicture.left + share(point.x, diagram.x.range) * MapPicture.side,
      MapPicture.top + (1 - share(point.y, diagram.y.range)) * MapPicture.side
    )
  }

  private func path(_ polygon: ConvexPolygon) -> String {
    let points = polygon.vertices.map { vertex in
      let place = place(vertex)
      return "\(trimmed(place.x)) \(trimmed(place.y))"
    }
    return "M" + points.joined(separator: "L") + "z"
  }

  private func trimmed(_ value: Double) -> String { NumberText.trimmed(value, places: 2) }

  private func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}
