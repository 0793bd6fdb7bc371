import Presentation

/// How regions look in a terminal: by colour where there are colours, and else by texture.
struct MapStyle {
  let palette: Palette

  /// Colours of the table of 256 near to Okabe and Ito's, all light enough for black letters.
  private static let colours = [74, 214, 78, 175, 228, 167, 250, 141, 44, 180, 112, 225]
  private static let textures = Array("·▒ox+=▓~:%v#^u")
  /// What stands on a colour that comes back.
  private static let marks = Array(" ·:+x=")
  private static let hatches = Array("╱╲╳")
  static let black = 16
  static let undecided = 244

  var isColoured: Bool {
    if case .coloured = palette { true } else { false }
  }

  /// The ground of a region.
  func colour(_ region: Int) -> Int { MapStyle.colours[region % MapStyle.colours.count] }

  /// What stands in each cell of a region.
  func texture(_ region: Int) -> Character {
    if isColoured { return MapStyle.marks[region / MapStyle.colours.count % MapStyle.marks.count] }
    return region < MapStyle.textures.count
      ? MapStyle.textures[region] : MapKey.letter(region).first ?? "?"
  }

  /// What stands where one more outcome is an equilibrium.
  func hatch(_ overlap: Int) -> Character { MapStyle.hatches[overlap % MapStyle.hatches.count] }

  /// A small piece of a region, for the legend.
  func swatch(_ region: Int) -> String {
    let text = String(repeating: texture(region), count: 2)
    return palette.cell(text, foreground: MapStyle.black, background: colour(region))
  }

  /// A small piece of an overlap.
  func swatch(overlap: Int) -> String { String(repeating: hatch(overlap), count: 2) }
}
