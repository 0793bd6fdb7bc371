import GameTheory
import Negotiation
import Presentation

/// A map as people read it in a terminal.
struct MapText {
  private let diagram: PhaseDiagram
  private let key: MapKey
  private let style: MapStyle
  private let isExact: Bool
  private let width: Int
  private var palette: Palette { style.palette }

  init(_ diagram: PhaseDiagram, _ console: Console, isExact: Bool, width: Int) {
    self.diagram = diagram
    key = MapKey(diagram)
    style = MapStyle(palette: console.palette)
    self.isExact = isExact
    self.width = width
  }

  var text: String {
    var text = diagram.model.scenario.titleLine(palette) + "\n"
    text += paragraph("↑ " + name(diagram.y), width: width)
    text += MapDrawing(key, style, width: width).text
    text += paragraph("→ " + name(diagram.x), width: width)
    return text + "\n" + shipped + "\n" + legend + equilibria + notes
  }

  private func name(_ axis: VariedNumber) -> String {
    let unit = axis.unit.isEmpty ? "" : ", in \(axis.unit)"
    return axis.title == axis.path ? axis.path + unit : "\(axis.title) (\(axis.path))\(unit)"
  }

  private func number(_ value: Rational) -> String {
    ExactNumber(showsFractions: isExact).text(value)
  }

  /// The shipped values, and where in the map they lie.
  private var shipped: String {
    let values = [diagram.x, diagram.y].map { "\($0.path) \(number($0.shipped))" }
    let isInside = [diagram.x, diagram.y].allSatisfy { $0.range.contains($0.shipped) }
    let place = PlanePoint(diagram.x.shipped, diagram.y.shipped)
    let text = "as shipped: " + values.joined(separator: ", ")
    guard isInside else { return paragraph("◆ \(text), beyond the map", width: width) }
    let region =
      diagram.isAllowed(place)
      ? diagram.region(at: place).map { ", in \(MapKey.letter($0))" } ?? ""
      : ", where the scenario's constraints leave the map out"
    return paragraph("◆ \(text)\(region)", width: width)
  }

  // MARK: Where play settles

  /// An entry of the legend: a swatch, a name, and words that go on below themselves.
  private func entry(_ swatch: String, _ text: String) -> String {
    let lines = wrappedLines(text, width: max(20, width - 5))
    return lines.enumerated().map { index, line in
      (index == 0 ? "  \(swatch) " : "     ") + line + "\n"
    }.joined()
  }

  private var legend: String {
    var text = palette.bold("Where play settles") + "\n"
    for (index, region) in diagram.regions.enumerated() {
      let share =
        region.polygons.isEmpty
        ? "on a border only" : MapKey.percent(region.share)
      text += entry(
        style.swatch(index),
        "\(MapKey.letter(index))  \(share): \(diagram.words(for: region.end))"
      )
      text += corners(region.outlines)
    }
    if let forbidden = diagram.forbidden, !forbidden.isEmpty {
      let share = MapKey.percent(forbidden.share)
      text += entry(
        "  ",
        "\(share): left out, since the scenario says \(Wording.list(forbidden.constraints))"
      )
      text += corners(forbidden.outlines)
    }
    if diagram.undecidedShare.signum > 0 {
      let share = NumberText.percent(diagram.undecidedShare.toDouble(), places: 3)
      text += entry(
        "? ",
        "\(share) of the area is left undecided; a smaller --resolution decides more"
      )
    }
    return text
  }

  private func corners(_ outlines: [PlaneOutline]) -> String {
    guard diagram.isExact else { return "" }
    var text = ""
    for outline in outlines.prefix(6) {
      text += corners(outline.outer)
      for hole in outline.holes { text += corners(hole, before: "without ") }
    }
    if outlines.count > 6 { text += "     and \(outlines.count - 6) more\n" }
    return text
  }

  private func corners(_ ring: [PlanePoint], before: String = "") -> String {
    let points = ring.map { "(\(number($0.x)), \(number($0.y)))" }
    return palette.dim(
      paragraph(before + points.joined(separator: " "), width: width, indent: 5)
    )
  }

  // MARK: Equilibria

  private var equilibria: String {
    var text = "\n" + palette.bold("Where outcomes are equilibria") + "\n"
    if diagram.equilibria.isEmpty {
      return text
        + "  There is none in \(diagram.undecided.isEmpty ? "the map" : "what is decided").\n"
    }
    for (number, set) in diagram.equilibria.enumerated() {
      let overlap = key.overlaps.firstIndex { $0.set == number }
      let region = diagram.regions.firstIndex { $0.end == .rest(set.outcome) }
      let words = region.map { "as in \(MapKey.letter($0))" } ?? diagram.words(for: set.outcome)
      text += entry(
        overlap.map { style.swatch(overlap: $0) } ?? "  ",
        "outcome \(set.outcome), \(share(of: number, overlap, region)): \(words)"
      )
      if diagram.isExact {
        for polygon in set.polygons.prefix(6) { text += corners(polygon.vertices) }
      }
    }
    return text
  }

  private func share(of set: Int, _ overlap: Int?, _ region: Int?) -> String {
    let share = key.shares[set]
    if share.signum == 0, diagram.equilibria[set].undecided.isEmpty {
      return "on a line or point only"
    }
    let text = MapKey.percent(share)
    guard let overlap else { return text }
    let rest = MapKey.percent(key.overlaps[overlap].share)
    return region == nil
      ? "\(text), though play settles elsewhere"
      : "\(text), on \(rest) of the map though play settles elsewhere"
  }

  private var notes: String {
    let text =
      diagram.isExact
      ? "All corners are exact. On a border somebody is indifferent; --json tells where play settles there."
      : "Some borders are curves: they are found up to strips narrower than --resolution."
    return "\n" + paragraph(text, width: width)
  }
}
