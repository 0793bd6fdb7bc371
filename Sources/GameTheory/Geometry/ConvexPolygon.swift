/// A convex polygon with exact corners, or a segment, a point, or nothing.
public struct ConvexPolygon: Sendable, Hashable {
  /// The corners, turning left at each; two ends of a segment; one point; or none.
  public let vertices: [PlanePoint]

  /// Creates a polygon from its corners, which turn left at each, none of them along the way.
  public init(vertices: [PlanePoint]) {
    self.vertices = vertices
  }

  /// 2 for a polygon with an area, 1 for a segment, 0 for a point, -1 for nothing.
  public var dimension: Int { min(vertices.count, 3) - 1 }

  /// Whether there is no point in it.
  public var isEmpty: Bool { vertices.isEmpty }

  /// The sides, each from its first end to its second; one for a segment.
  public var sides: [(PlanePoint, PlanePoint)] {
    guard vertices.count > 2 else {
      return vertices.count == 2 ? [(vertices[0], vertices[1])] : []
    }
    return vertices.indices.map { (vertices[$0], vertices[($0 + 1) % vertices.count]) }
  }

  /// The area, 0 for what has none.
  public var area: Rational {
    guard vertices.count > 2 else { return 0 }
    var twice: Rational = 0
    for index in 2..<vertices.count {
      twice = twice + vertices[0].turn(vertices[index - 1], vertices[index])
    }
    return twice / 2
  }

  /// The mean of the corners, which lies within; nil for nothing.
  public var center: PlanePoint? {
    guard !vertices.isEmpty else { return nil }
    let count = Rational(vertices.count)
    return PlanePoint(
      vertices.reduce(Rational.zero) { $0 + $1.x } / count,
      vertices.reduce(Rational.zero) { $0 + $1.y } / count
    )
  }

  /// The smallest rectangle around it; nil for nothing.
  public var bounds: PlaneBox? {
    guard let first = vertices.first else { return nil }
    var (left, right, bottom, top) = (first.x, first.x, first.y, first.y)
    for vertex in vertices.dropFirst() {
      left = min(left, vertex.x)
      right = max(right, vertex.x)
      bottom = min(bottom, vertex.y)
      top = max(top, vertex.y)
    }
    return PlaneBox(x: left...right, y: bottom...top)
  }

  /// Whether a point lies in it or on its border.
  public func contains(_ point: PlanePoint) -> Bool {
    if isBeyondBounds(point) { return false }
    return switch vertices.count {
    case 0: false
    case 1: vertices[0] == point
    case 2: isOnLine(point) && spans(point, strictly: false)
    default: sides.allSatisfy { $0.turnSign($1, point) >= 0 }
    }
  }

  /// Whether a point lies in it and not on its border: between the ends of a segment, or at the point.
  public func holdsInside(_ point: PlanePoint) -> Bool {
    if isBeyondBounds(point) { return false }
    return switch vertices.count {
    case 0: false
    case 1: vertices[0] == point
    case 2: isOnLine(point) && spans(point, strictly: true)
    default: sides.allSatisfy { $0.turnSign($1, point) > 0 }
    }
  }

  /// Whether a point surely lies outside: rounding never changes the order of two numbers.
  private func isBeyondBounds(_ point: PlanePoint) -> Bool {
    vertices.allSatisfy { $0.nearX < point.nearX } || vertices.allSatisfy { $0.nearX > point.nearX }
      || vertices.allSatisfy { $0.nearY < point.nearY }
      || vertices.allSatisfy { $0.nearY > point.nearY }
  }

  private func isOnLine(_ point: PlanePoint) -> Bool {
    vertices[0].turnSign(vertices[1], point) == 0
  }

  /// Whether a point of a segment's line lies between its ends.
  private func spans(_ point: PlanePoint, strictly: Bool) -> Bool {
    let (low, high) = (min(vertices[0], vertices[1]), max(vertices[0], vertices[1]))
    return strictly ? low < point && point < high : low <= point && point <= high
  }
}
