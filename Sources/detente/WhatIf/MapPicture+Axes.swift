import GameTheory
import Negotiation
import Presentation

extension MapPicture {
  /// The frame, the ticks with what stands at them, and what the axes are.
  var axes: String {
    let (left, top) = (MapFrame.left, frame.top)
    var text =
      "<rect x=\"\(number(left))\" y=\"\(number(top))\" width=\"\(number(MapFrame.width))\" "
    text += "height=\"\(number(MapFrame.height))\" fill=\"none\" stroke=\"#222\"/>\n"
    for tick in frame.x.ticks(least: 5) {
      let x = left + frame.x.share(of: tick) * MapFrame.width
      text += "<path stroke=\"#222\" d=\"M\(number(x)) \(number(frame.bottom))v5\"/>"
      text += "<text x=\"\(number(x))\" y=\"\(number(frame.bottom + 19))\" text-anchor=\"middle\">"
      text += "\(MapScale.text(tick))</text>\n"
    }
    for tick in frame.y.ticks(least: 5) {
      let y = top + (1 - frame.y.share(of: tick)) * MapFrame.height
      text += "<path stroke=\"#222\" d=\"M\(number(left)) \(number(y))h-5\"/>"
      text += "<text x=\"\(number(left - 8))\" y=\"\(number(y + 4.5))\" text-anchor=\"end\">"
      text += "\(MapScale.text(tick))</text>\n"
    }
    for (index, line) in MapPicture.lines(diagram.x, MapFrame.width).enumerated() {
      let y = frame.bottom + 40 + Double(index) * 16
      text +=
        "<text x=\"\(number(left + MapFrame.width / 2))\" y=\"\(number(y))\" text-anchor=\"middle\">"
      text += "\(escaped(line))</text>\n"
    }
    let upright = MapPicture.lines(diagram.y, MapFrame.height)
    for (index, line) in upright.enumerated() {
      let x = 16 + Double(index) * 16 + (upright.count == 1 ? 8 : 0)
      text +=
        "<text transform=\"translate(\(number(x)) \(number(top + MapFrame.height / 2))) rotate(-90)\" "
      text += "text-anchor=\"middle\">\(escaped(line))</text>\n"
    }
    return text
  }

  /// What an axis is, in lines no longer than a side of the frame.
  static func lines(_ axis: VariedNumber, _ length: Double) -> [String] {
    wrappedLines(
      axis.unit.isEmpty ? axis.title : "\(axis.title) (\(axis.unit))",
      width: Int(length / 6.8)
    )
  }

  private var shippedPlace: (x: Double, y: Double)? {
    guard diagram.x.range.contains(diagram.x.shipped), diagram.y.range.contains(diagram.y.shipped)
    else { return nil }
    return frame.place(PlanePoint(diagram.x.shipped, diagram.y.shipped))
  }

  private static let shippedText = "as shipped"

  /// What the mark, its text and its lines take up.
  var shippedRooms: [MapLabels.Room] {
    guard let place = shippedPlace else { return [] }
    let width = MapFrame.width(of: MapPicture.shippedText, size: 13) + 12
    let xs = isTurned(place.x) ? place.x - width...place.x + 6 : place.x - 6...place.x + width
    return [
      MapLabels.Room(x: xs, y: place.y - 22...place.y + 22),
      MapLabels.Room(x: MapFrame.left...place.x, y: place.y - 1...place.y + 1),
      MapLabels.Room(x: place.x - 1...place.x + 1, y: place.y...frame.bottom),
    ]
  }

  /// Whether the text stands to the left of the mark, since there is no room to the right.
  private func isTurned(_ x: Double) -> Bool { x > frame.right - 90 }

  /// The shipped values, with thin lines to the axes.
  var mark: String {
    guard let place = shippedPlace else { return "" }
    let (x, y) = (number(place.x), number(place.y))
    var text = "<path fill=\"none\" stroke=\"#222\" stroke-width=\"0.8\" stroke-dasharray=\"2 4\" "
    text += "d=\"M\(number(MapFrame.left)) \(y)H\(x)V\(number(frame.bottom))\"/>"
    text += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"5\" fill=\"#000\" stroke=\"#fff\"/>\n"
    let isTurned = isTurned(place.x)
    let textY = place.y - frame.top < 20 ? place.y + 17 : place.y - 8
    text += "<text x=\"\(number(place.x + (isTurned ? -9 : 9)))\" y=\"\(number(textY))\" "
    text += "text-anchor=\"\(isTurned ? "end" : "start")\" stroke=\"#fff\" stroke-width=\"3\" "
    return text + "paint-order=\"stroke\">\(MapPicture.shippedText)</text>\n"
  }
}
