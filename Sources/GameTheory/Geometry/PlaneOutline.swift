/// What several convex polygons cover together, as one area without inner borders.
///
/// An area may have holes. Areas that touch at single points are told apart.
public struct PlaneOutline: Sendable, Hashable {
  /// The corners around it, turning left, the area to their left; none along the way.
  public let outer: [PlanePoint]
  /// The corners around each hole, turning right, the area to their left.
  public let holes: [[PlanePoint]]

  /// The area, the holes left out.
  public var area: Rational {
    holes.reduce(PlaneOutline.area(of: outer)) { $0 + PlaneOutline.area(of: $1) }
  }

  /// All rings: the outer one, then the holes.
  public var rings: [[PlanePoint]] { [outer] + holes }

  /// Whether a point lies within, borders left out.
  ///
  /// - Complexity: O(*corners*), exact.
  public func holdsInside(_ point: PlanePoint) -> Bool {
    let places = rings.map { PlaneOutline.place(of: point, in: $0) }
    return places[0] == .inside && places.dropFirst().allSatisfy { $0 == .outside }
  }

  /// The area within a ring, below 0 where it turns right.
  static func area(of ring: [PlanePoint]) -> Rational {
    guard ring.count > 2 else { return 0 }
    var twice: Rational = 0
    for index in 2..<ring.count {
      twice = twice + ring[0].turn(ring[index - 1], ring[index])
    }
    return twice / 2
  }

  /// On which side of a ring a point lies.
  enum Place {
    case inside
    case border
    case outside
  }

  /// Counts how often a ray to the right crosses the ring.
  static func place(of point: PlanePoint, in ring: [PlanePoint]) -> Place {
    var isInside = false
    for index in ring.indices {
      let (a, b) = (ring[index], ring[(index + 1) % ring.count])
      let (low, high) = a.y < b.y ? (a, b) : (b, a)
      if point.y < low.y || point.y > high.y { continue }
      let side = low.turnSign(high, point)
      if side == 0, ConvexPolygon(vertices: [a, b]).contains(point) { return .border }
      // Of a side its lower end counts, and not its upper one.
      if point.y < high.y, side > 0 { isInside.toggle() }
    }
    return isInside ? .inside : .outside
  }
}

extension PlaneOutline {
  /// Joins convex polygons whose insides do not meet; segments and points among them count for nothing.
  ///
  /// What sides of neighbours share falls away, where only a part of a side is shared as well.
  ///
  /// - Complexity: O(*n* log *n*) in the number *n* of sides.
  public static func joining(_ polygons: [ConvexPolygon]) -> [PlaneOutline] {
    var joiner = OutlineJoiner()
    for polygon in polygons where polygon.dimension == 2 {
      for (start, end) in polygon.sides { joiner.add(start, end) }
    }
    let rings = joiner.rings()
    let outers = rings.filter { area(of: $0).signum > 0 }
    var holes = [[[PlanePoint]]](repeating: [], count: outers.count)
    for ring in rings where area(of: ring).signum < 0 {
      guard let owner = owner(of: ring, among: outers) else { continue }
      holes[owner].append(ring)
    }
    return outers.indices.map { PlaneOutline(outer: outers[$0], holes: holes[$0]) }
  }

  /// The smallest of the rings around a hole.
  private static func owner(of hole: [PlanePoint], among outers: [[PlanePoint]]) -> Int? {
    if outers.count == 1 { return 0 }
    // A hole may touch the ring around it in some points, but not along a side.
    let points = hole.indices.map { hole[$0].middle(hole[($0 + 1) % hole.count]) } + hole
    return outers.indices.filter { outer in
      let places = points.lazy.map { place(of: $0, in: outers[outer]) }
      return places.first { $0 != .border } == .inside
    }.min { area(of: outers[$0]) < area(of: outers[$1]) }
  }
}
