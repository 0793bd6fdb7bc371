/// A part of a plane, without its border, with the signs that curves have in all of it.
struct PlaneCell {
  private(set) var polygon: ConvexPolygon
  /// By curve: its sign, ``unknown``, ``open`` or ``thin``.
  private var signs: [Int8]
  private let curves: [PlaneCurve]
  private static let unknown: Int8 = 2
  /// What has no one sign in the cell.
  private static let open: Int8 = 3
  /// What has no certain sign, and will not be looked at any closer: the cell is a thin strip around it.
  private static let thin: Int8 = 4

  init(_ polygon: ConvexPolygon, _ curves: [PlaneCurve]) {
    self.polygon = polygon
    self.curves = curves
    signs = [Int8](repeating: PlaneCell.unknown, count: curves.count)
  }

  /// A part of the cell: what had one sign keeps it, and a curve may be given one.
  func narrowed(to part: ConvexPolygon, _ curve: Int, _ sign: Int?) -> PlaneCell {
    var cell = self
    cell.polygon = part
    for index in signs.indices where signs[index] == PlaneCell.open {
      cell.signs[index] = PlaneCell.unknown
    }
    if let sign { cell.signs[curve] = Int8(sign) }
    return cell
  }

  /// Leaves a curve open in all parts of the cell.
  mutating func leaveOpen(_ curve: Int) {
    signs[curve] = PlaneCell.thin
  }

  /// Whether a curve was left open.
  func isLeftOpen(_ curve: Int) -> Bool { signs[curve] == PlaneCell.thin }

  /// The sign of a curve, where it is the same in all of the cell.
  mutating func knownSign(of curve: Int) -> Int? {
    if signs[curve] == PlaneCell.unknown {
      signs[curve] = findSign(of: curves[curve]).map { Int8($0) } ?? PlaneCell.open
    }
    return signs[curve] >= PlaneCell.open ? nil : Int(signs[curve])
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
