/// A part of a plane, without its border, with the signs that curves have in all of it.
struct PlaneCell {
  private(set) var polygon: ConvexPolygon
  /// By curve: its sign, or ``unknown``.
  var signs: [Int8]
  private let curves: [PlaneCurve]
  private static let unknown: Int8 = 2
  /// What has no one sign in the cell.
  private static let open: Int8 = 3

  init(_ polygon: ConvexPolygon, _ curves: [PlaneCurve]) {
    self.polygon = polygon
    self.curves = curves
    signs = [Int8](repeating: PlaneCell.unknown, count: curves.count)
  }

  /// Goes on with a part of the cell: what had one sign keeps it.
  mutating func narrow(to part: ConvexPolygon) {
    polygon = part
    for index in signs.indices where signs[index] == PlaneCell.open {
      signs[index] = PlaneCell.unknown
    }
  }

  /// The sign of a curve, where it is the same in all of the cell.
  mutating func knownSign(of curve: Int) -> Int? {
    if signs[curve] == PlaneCell.unknown {
      signs[curve] = findSign(of: curves[curve]).map { Int8($0) } ?? PlaneCell.open
    }
    return signs[curve] == PlaneCell.open ? nil : Int(signs[curve])
  }

  /// Within a convex polygon a line's value is a mean of those at the corners, with weights above 0.
  private func findSign(of curve: PlaneCurve) -> Int? {
    var found = 0
    for vertex in polygon.vertices {
      let sign = curve.sign(at: vertex)
      if sign * found < 0 { return nil }
      if sign != 0 { found = sign }
    }
    if polygon.vertices.count == 1 || curve.isLine { return found }
    guard let bounds = polygon.bounds else { return nil }
    return curve.certainSign(inside: bounds)
  }
}
