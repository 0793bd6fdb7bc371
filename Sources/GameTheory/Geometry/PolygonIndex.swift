/// Finds quickly which of many polygons a point may lie in.
///
/// The rectangle is dealt into equal cells, each with the polygons whose bounds reach into it.
public struct PolygonIndex: Sendable {
  private let polygons: [ConvexPolygon]
  private let low: (x: Double, y: Double)
  private let step: (x: Double, y: Double)
  private var cells: [[Int32]]
  private static let count = 64

  /// Sorts polygons, segments and points within a rectangle.
  ///
  /// - Complexity: O(*polygons* + *cells that they reach into*).
  public init(_ polygons: [ConvexPolygon], within box: PlaneBox) {
    self.polygons = polygons
    let count = Double(PolygonIndex.count)
    low = (box.x.lowerBound.toDouble(), box.y.lowerBound.toDouble())
    step = (
      (box.x.upperBound.toDouble() - low.x) / count, (box.y.upperBound.toDouble() - low.y) / count
    )
    cells = [[Int32]](repeating: [], count: PolygonIndex.count * PolygonIndex.count)
    for (index, polygon) in polygons.enumerated() {
      guard let first = polygon.vertices.first else { continue }
      var columns = column(first.nearX)...column(first.nearX)
      var rows = row(first.nearY)...row(first.nearY)
      for vertex in polygon.vertices {
        let (x, y) = (column(vertex.nearX), row(vertex.nearY))
        columns = min(columns.lowerBound, x)...max(columns.upperBound, x)
        rows = min(rows.lowerBound, y)...max(rows.upperBound, y)
      }
      for row in rows {
        for column in columns { cells[row * PolygonIndex.count + column].append(Int32(index)) }
      }
    }
  }

  // Rounding never changes the order of two places, so a point within a polygon's bounds is in its cells.
  private func column(_ x: Double) -> Int { PolygonIndex.place((x - low.x) / step.x) }
  private func row(_ y: Double) -> Int { PolygonIndex.place((y - low.y) / step.y) }

  private static func place(_ value: Double) -> Int {
    value > 0 ? Int(min(value, Double(count - 1))) : 0
  }

  /// The numbers of the polygons near a point, ascending.
  private func near(_ point: PlanePoint) -> [Int32] {
    cells[row(point.nearY) * PolygonIndex.count + column(point.nearX)]
  }

  /// The first polygon that a point lies in, its border left out.
  public func first(holdingInside point: PlanePoint) -> Int? {
    near(point).first { polygons[Int($0)].holdsInside(point) }.map { Int($0) }
  }

  /// Whether a polygon holds all of another, borders included.
  public func hasOne(containing other: ConvexPolygon) -> Bool {
    guard let first = other.vertices.first else { return true }
    return near(first).contains { index in
      other.vertices.allSatisfy { polygons[Int(index)].contains($0) }
    }
  }

  /// Whether the polygons, borders included, cover a segment or point that does not enter one of them.
  ///
  /// - Complexity: O(*sides nearby*).
  public func covers(_ face: ConvexPolygon) -> Bool {
    hasOne(containing: face) || face.dimension == 1 && coversAlongSides(face)
  }

  private func coversAlongSides(_ segment: ConvexPolygon) -> Bool {
    guard let low = segment.vertices.min(), let high = segment.vertices.max() else { return true }
    var numbers: Set<Int32> = []
    let columns = column(low.nearX)...column(high.nearX)
    let ends = [row(low.nearY), row(high.nearY)]
    for row in min(ends[0], ends[1])...max(ends[0], ends[1]) {
      for column in columns { numbers.formUnion(cells[row * PolygonIndex.count + column]) }
    }
    var stretches: [(low: PlanePoint, high: PlanePoint)] = []
    for number in numbers {
      for (start, end) in polygons[Int(number)].sides
      where low.turnSign(high, start) == 0 && low.turnSign(high, end) == 0 {
        stretches.append((min(start, end), max(start, end)))
      }
    }
    // Points of a line are in the same order along it as from left to right.
    var reached = low
    for stretch in stretches.sorted(by: { $0.low < $1.low }) where stretch.low <= reached {
      reached = max(reached, stretch.high)
    }
    return reached >= high
  }
}
