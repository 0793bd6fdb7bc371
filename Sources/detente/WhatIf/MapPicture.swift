import GameTheory
import Negotiation
import Presentation

/// A map as a picture: regions filled and labelled, other equilibria hatched, axes with their units.
struct MapPicture {
  let key: MapKey
  let frame: MapFrame
  private let title: [String]
  var diagram: PhaseDiagram { key.diagram }

  static let width = 864.0
  private static let line = 18.0

  init(_ diagram: PhaseDiagram) {
    key = MapKey(diagram)
    title = wrappedLines(diagram.model.scenario.title, width: 76)
    frame = MapFrame(
      x: MapScale(range: diagram.x.range),
      y: MapScale(range: diagram.y.range),
      top: 56 + Double(title.count) * 22
    )
  }

  /// The picture as SVG.
  var svg: String {
    let entries = legend
    let start = frame.bottom + 48 + 16 * Double(MapPicture.lines(diagram.x, MapFrame.width).count)
    let height = start + Double(entries.reduce(0) { $0 + $1.lines.count }) * MapPicture.line + 8
    let name = escaped(diagram.model.scenario.title)
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 \(number(MapPicture.width)) \
      \(number(height))" width="\(number(MapPicture.width))" height="\(number(height))" \
      font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" font-size="13" fill="#222">
      <title>\(name): \(escaped(diagram.x.title)) and \(escaped(diagram.y.title))</title>
      <desc>\(entries.map { escaped($0.lines.joined(separator: " ")) }.joined(separator: ". "))</desc>

      """
    text += MapFills.definitions(
      regions: diagram.regions.count,
      overlaps: key.overlaps.count,
      hasForbidden: diagram.forbidden != nil
    )
    text += "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    for (index, line) in title.enumerated() {
      text += "<text x=\"\(number(MapFrame.left))\" y=\"\(28 + index * 22)\" font-size=\"17\" "
      text += "font-weight=\"bold\">\(escaped(line))</text>\n"
    }
    text += areas + outlines + axes + mark + labels
    var y = start
    for entry in entries {
      text += swatch(entry.swatch, y)
      for line in entry.lines {
        text += "<text x=\"58\" y=\"\(number(y))\">\(escaped(line))</text>\n"
        y += MapPicture.line
      }
    }
    return text + "</svg>\n"
  }

  // MARK: Areas

  private var areas: String {
    var text = ""
    for (index, region) in diagram.regions.enumerated() where !region.polygons.isEmpty {
      let path = frame.path(region.outlines)
      // Of the fill's own colour, so that no seam shows between neighbours.
      let colour = MapFills.colour(index)
      text += "<path fill=\"\(colour)\" stroke=\"\(colour)\" stroke-width=\"0.5\" "
      text += "fill-rule=\"evenodd\" d=\"\(path)\"/>\n"
      if let pattern = MapFills.pattern(index) { text += filled(with: pattern, path) }
    }
    if let forbidden = diagram.forbidden, !forbidden.polygons.isEmpty {
      text += filled(with: "forbidden", frame.path(forbidden.outlines))
    }
    // Where play settles an outcome is an equilibrium, so of the two areas the rest is left.
    for (index, overlap) in key.overlaps.enumerated() {
      let set = PlaneOutline.joining(diagram.equilibria[overlap.set].polygons)
      let region = overlap.region.map { diagram.regions[$0].outlines } ?? []
      text += filled(with: MapFills.hatch(index), frame.path(set + region))
    }
    return text
  }

  private func filled(with pattern: String, _ path: String) -> String {
    "<path fill=\"url(#\(pattern))\" fill-rule=\"evenodd\" d=\"\(path)\"/>\n"
  }

  private var outlines: String {
    var text = ""
    for (index, region) in diagram.regions.enumerated() where region.polygons.isEmpty {
      // On lines only.
      let lines = region.borders.filter { $0.dimension == 1 }.map { frame.path($0.vertices) }
      text += "<path fill=\"none\" stroke=\"\(MapFills.colour(index))\" stroke-width=\"5\" "
      text += "d=\"\(lines.joined())\"/>\n"
    }
    if !diagram.undecided.isEmpty {
      let path = diagram.undecided.map { frame.path($0.vertices) }.joined()
      text += "<path fill=\"#333\" stroke=\"#333\" stroke-width=\"0.8\" d=\"\(path)\"/>\n"
    }
    var paths = diagram.regions.map { frame.path($0.outlines) }
    for set in diagram.equilibria {
      paths.append(frame.path(PlaneOutline.joining(set.polygons)))
      paths += set.polygons.filter { $0.dimension == 1 }.map { frame.path($0.vertices) }
    }
    for path in paths where !path.isEmpty {
      text += "<path fill=\"none\" stroke=\"#333\" stroke-width=\"0.8\" stroke-linejoin=\"round\" "
      text += "d=\"\(path)\"/>\n"
    }
    return text
  }

  private var labels: String {
    var text = ""
    for label in MapLabels(key, frame, around: shippedRooms).labels {
      if let anchor = label.anchor {
        let end = label.isAbove ? (label.x, label.y + 8) : (label.x - 9, label.y)
        text += "<path fill=\"none\" stroke=\"#222\" d=\"M\(number(anchor.x)) \(number(anchor.y))"
        text += "L\(number(end.0)) \(number(end.1))\"/>"
        text += "<circle cx=\"\(number(anchor.x))\" cy=\"\(number(anchor.y))\" r=\"2\"/>\n"
      }
      let height = MapLabels.letterHeight + Double(label.words.count) * MapLabels.lineHeight
      var y = label.y - height / 2 + 16
      text += halo(MapKey.letter(label.region), label.x, y, "font-size=\"18\" font-weight=\"bold\"")
      for word in label.words {
        y += MapLabels.lineHeight
        text += halo(word, label.x, y, "font-size=\"\(number(MapLabels.size))\"")
      }
    }
    return text
  }

  /// A text in the middle of a place, legible on hatching too.
  private func halo(_ words: String, _ x: Double, _ y: Double, _ style: String) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"middle\" stroke=\"#fff\" "
      + "stroke-width=\"3\" stroke-opacity=\"0.85\" paint-order=\"stroke\" \(style)>"
      + "\(escaped(words))</text>\n"
  }

  // MARK: The legend

  private enum Swatch {
    case region(Int)
    case overlap(Int)
    case forbidden
    case undecided
    case none
  }

  private func swatch(_ swatch: Swatch, _ y: Double) -> String {
    func box(_ fill: String) -> String {
      "<rect x=\"20\" y=\"\(number(y - 11))\" width=\"28\" height=\"13\" fill=\"\(fill)\" "
        + "stroke=\"#444\"/>\n"
    }
    switch swatch {
    case .region(let region):
      let pattern = MapFills.pattern(region).map { box("url(#\($0))") } ?? ""
      return box(MapFills.colour(region)) + pattern
    case .overlap(let overlap): return box("url(#\(MapFills.hatch(overlap)))")
    case .forbidden: return box("url(#forbidden)")
    case .undecided: return box("#333")
    case .none: return ""
    }
  }

  private var legend: [(swatch: Swatch, lines: [String])] {
    var entries: [(swatch: Swatch, text: String)] = []
    for (index, region) in diagram.regions.enumerated() {
      let share =
        region.polygons.isEmpty ? "border only" : MapKey.percent(region.share)
      let words = diagram.words(for: region.end)
      entries.append((.region(index), "\(MapKey.letter(index)) (\(share)): \(words)"))
    }
    for (index, overlap) in key.overlaps.enumerated() {
      let outcome = diagram.equilibria[overlap.set].outcome
      let words =
        overlap.region.map { "\(MapKey.letter($0)) is" }
        ?? "\(diagram.words(for: outcome)): this is"
      let share = MapKey.percent(overlap.share)
      entries.append(
        (
          .overlap(index),
          "\(words) an equilibrium here too (\(share)), but play does not settle there"
        )
      )
    }
    if let forbidden = diagram.forbidden, !forbidden.isEmpty {
      let share = MapKey.percent(forbidden.share)
      let texts = Wording.list(forbidden.constraints)
      entries.append((.forbidden, "left out (\(share)), since the scenario says \(texts)"))
    }
    if diagram.undecidedShare.signum > 0 {
      let share = NumberText.percent(diagram.undecidedShare.toDouble(), places: 3)
      entries.append((.undecided, "left undecided: \(share)"))
    }
    entries.append(
      (.none, "Lines: borders of regions, and of sets where an outcome is an equilibrium.")
    )
    return entries.map { ($0.swatch, wrappedLines($0.text, width: 112)) }
  }

  func number(_ value: Double) -> String { MapFrame.number(value) }

  func escaped(_ text: String) -> String {
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
