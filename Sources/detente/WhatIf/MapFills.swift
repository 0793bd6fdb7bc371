import Presentation

/// Colours and patterns of a picture.
struct MapFills {
  /// Okabe and Ito's colours, which people who see fewer colours tell apart too, made light.
  private static let colours = [
    "#cfe3f1", "#fbdf9d", "#b5e2d0", "#f0c4a8", "#e9cde0", "#f6f0a8", "#a9c9e8", "#d9d9d9",
  ]
  /// What is drawn on a colour that comes back.
  private static let marks = [
    ##"<circle cx="4" cy="4" r="1.4" fill="#555"/>"##,
    ##"<path d="M4 0v8" stroke="#555"/>"##, ##"<path d="M0 4h8" stroke="#555"/>"##,
    ##"<path d="M4 0v8M0 4h8" stroke="#777"/>"##,
    ##"<circle cx="4" cy="4" r="2.4" fill="none" stroke="#555"/>"##,
  ]
  private static let turns = [45, -45, 20, -20, 70, -70]

  static func colour(_ region: Int) -> String { colours[region % colours.count] }

  /// The pattern of a region; nil where its colour is its own.
  static func pattern(_ region: Int) -> String? {
    region < colours.count ? nil : "mark\(region / colours.count - 1)"
  }

  /// The hatching of an overlap.
  static func hatch(_ overlap: Int) -> String { "hatch\(overlap)" }

  /// All patterns that a picture needs.
  static func definitions(regions: Int, overlaps: Int, hasForbidden: Bool) -> String {
    var text = "<defs>\n"
    for kind in 0..<max(0, (regions + colours.count - 1) / colours.count - 1) {
      text += pattern("mark\(kind)", size: 8, turn: 0, marks[kind % marks.count])
    }
    for overlap in 0..<overlaps {
      let line = ##"<path d="M0 0v9" stroke="#333" stroke-width="1.6"/>"##
      text += pattern(hatch(overlap), size: 9, turn: turns[overlap % turns.count], line)
    }
    if hasForbidden {
      let cross = ##"<path d="M0 0h6M0 0v6" stroke="#bbb"/>"##
      text += pattern("forbidden", size: 6, turn: 45, cross)
    }
    return text + "</defs>\n"
  }

  private static func pattern(_ id: String, size: Int, turn: Int, _ inner: String) -> String {
    "<pattern id=\"\(id)\" width=\"\(size)\" height=\"\(size)\" patternUnits=\"userSpaceOnUse\""
      + (turn == 0 ? ">" : " patternTransform=\"rotate(\(turn))\">") + inner + "</pattern>\n"
  }
}
