/// A rectangle with sides along the axes, its border included; it may be a segment or a point.
public struct PlaneBox: Sendable, Equatable {
  /// From left to right.
  public let x: ClosedRange<Rational>
  /// From below to above.
  public let y: ClosedRange<Rational>

  /// Creates a rectangle.
  public init(x: ClosedRange<Rational>, y: ClosedRange<Rational>) {
    self.x = x
    self.y = y
  }

  /// From left to right.
  public var width: Rational { x.upperBound - x.lowerBound }
  /// From below to above.
  public var height: Rational { y.upperBound - y.lowerBound }
  /// The area.
  public var area: Rational { width * height }

  /// The corners, from the lower left one to the left, each once.
  public var polygon: ConvexPolygon {
    let corners = [
      PlanePoint(x.lowerBound, y.lowerBound), PlanePoint(x.upperBound, y.lowerBound),
      PlanePoint(x.upperBound, y.upperBound), PlanePoint(x.lowerBound, y.upperBound),
    ]
    return ConvexPolygon(
      vertices: corners.indices.filter { !corners[..<$0].contains(corners[$0]) }
        .map { corners[$0] }
    )
  }

  /// The rectangle's interior, open sides and corners: every point of it lies within one of them.
  var faces: [ConvexPolygon] {
    let whole = polygon.vertices
    guard whole.count > 2 else {
      return whole.count == 2
        ? [polygon] + whole.map { ConvexPolygon(vertices: [$0]) } : [polygon]
    }
    let sides = whole.indices.map {
      ConvexPolygon(vertices: [whole[$0], whole[($0 + 1) % whole.count]])
    }
    return [polygon] + sides + whole.map { ConvexPolygon(vertices: [$0]) }
  }
}
