import GameTheory
import Negotiation
import Presentation

/// The rectangle of a picture in which a map lies.
struct MapFrame {
  let x: MapScale
  let y: MapScale

  static let left = 96.0
  static let width = 720.0
  static let height = 540.0
  /// How far down it begins.
  let top: Double
  var bottom: Double { top + MapFrame.height }
  var right: Double { MapFrame.left + MapFrame.width }

  /// Where a point lies in the picture, to the right and down.
  func place(_ point: PlanePoint) -> (x: Double, y: Double) {
    (
      MapFrame.left + x.share(of: point.x) * MapFrame.width,
      top + (1 - y.share(of: point.y)) * MapFrame.height
    )
  }

  /// The path around a ring of corners.
  func path(_ ring: [PlanePoint]) -> String {
    let points = ring.map { vertex in
      let place = place(vertex)
      return "\(MapFrame.number(place.x)) \(MapFrame.number(place.y))"
    }
    return "M" + points.joined(separator: "L") + "z"
  }

  /// The path around areas and their holes.
  func path(_ outlines: [PlaneOutline]) -> String {
    outlines.flatMap { $0.rings }.map { path($0) }.joined()
  }

  static func number(_ value: Double) -> String { NumberText.trimmed(value, places: 2) }

  /// About how wide a text is.
  static func width(of text: String, size: Double) -> Double { Double(text.count) * size * 0.6 }
}
