import TestSupport
import Testing

@testable import GameTheory

@Suite("Polygons joined to outlines")
struct PlaneOutlineTests {
  private static func square(_ x: Int, _ y: Int, _ width: Int = 1, _ height: Int = 1)
    -> ConvexPolygon
  {
    PlaneBox(x: Rational(x)...Rational(x + width), y: Rational(y)...Rational(y + height)).polygon
  }

  private static func shape(_ outlines: [PlaneOutline]) -> [[Int]] {
    outlines.map { $0.rings.map { $0.count } }
  }

  @Test("Shapes with known outlines: corners of the outer ring, then of each hole")
  func known() {
    func joined(_ polygons: [ConvexPolygon]) -> [[Int]] {
      PlaneOutlineTests.shape(PlaneOutline.joining(polygons))
    }
    let square = PlaneOutlineTests.square
    #expect(joined([]) == [])
    #expect(joined([square(0, 0, 1, 1), square(1, 0, 1, 1)]) == [[4]])
    // One side against two.
    #expect(joined([square(0, 0, 1, 2), square(1, 0, 1, 1), square(1, 1, 1, 1)]) == [[4]])
    #expect(joined([square(0, 0, 1, 3), square(1, 1, 1, 1)]) == [[8]])
    // At a corner only.
    #expect(joined([square(0, 0, 1, 1), square(1, 1, 1, 1)]) == [[4], [4]])
    let ring = (0..<9).filter { $0 != 4 }.map { square($0 % 3, $0 / 3, 1, 1) }
    #expect(joined(ring) == [[4, 4]])
    // A ring around a smaller one, and something in the inner one's hole.
    let rings = [
      square(0, 0, 9, 1), square(0, 8, 9, 1), square(0, 1, 1, 7), square(8, 1, 1, 7),
      square(2, 2, 5, 1), square(2, 6, 5, 1), square(2, 3, 1, 3), square(6, 3, 1, 3),
      square(4, 4, 1, 1),
    ]
    #expect(joined(rings).sorted { $0.count > $1.count } == [[4, 4], [4, 4], [4]])
    // Segments and points count for nothing.
    let ends = [PlanePoint(0, 0), PlanePoint(1, 0)]
    #expect(joined([ConvexPolygon(vertices: ends), square(0, 0, 1, 1)]) == [[4]])
  }

  @Test("Outlines of the squares of a random board cover just these, with no corner to spare")
  func boards() {
    let wrong = failures(seeds: 150) { random in
      let side = random.int(in: 1...7)
      let chosen = (0..<side * side).filter { _ in random.oneIn(2) }
      let outlines = PlaneOutline.joining(
        chosen.map { PlaneOutlineTests.square($0 % side, $0 / side) }
      )
      for place in 0..<side * side {
        let middle = PlanePoint(
          Rational(BigInteger(2 * (place % side) + 1), 2),
          Rational(BigInteger(2 * (place / side) + 1), 2)
        )
        let found = outlines.filter { $0.holdsInside(middle) }.count
        guard found == (chosen.contains(place) ? 1 : 0) else { return "\(found) at \(place)" }
      }
      guard outlines.reduce(Rational.zero, { $0 + $1.area }) == Rational(chosen.count) else {
        return "the area is another one"
      }
      return PlaneOutlineTests.spareCorner(outlines)
    }
    #expect(wrong == [])
  }

  @Test("Outlines of the regions of a random game cover just these")
  func regions() {
    let wrong = failures(seeds: 120) { source in
      let random = RandomParametricGame(&source)
      let plane = ParameterPlane(
        random.game,
        at: [0, 0, Rational(BigInteger(source.element(of: [-1, 0, 1])), 2)],
        x: 0,
        y: 1,
        box: PlaneBox(x: -1...2, y: -2...1)
      )
      let partition = plane.settling(
        from: source.element(of: random.shape.legal),
        resolution: Rational(1, 16)
      )
      for answer in Set(partition.pieces.compactMap { $0.answer }) {
        let polygons = partition.polygons(where: answer).filter { $0.dimension == 2 }
        let outlines = PlaneOutline.joining(polygons)
        let area = polygons.reduce(Rational.zero) { $0 + $1.area }
        guard outlines.reduce(Rational.zero, { $0 + $1.area }) == area else {
          return "the area of \(answer)"
        }
        guard outlines.allSatisfy({ $0.area.signum > 0 }) else { return "an empty outline" }
        if let spare = PlaneOutlineTests.spareCorner(outlines) { return spare }
        for piece in partition.pieces where piece.polygon.dimension == 2 {
          guard let point = piece.polygon.center else { continue }
          let found = outlines.filter { $0.holdsInside(point) }.count
          guard found == (piece.answer == answer ? 1 : 0) else { return "\(found) at \(point)" }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  /// A corner along the way, or one that a ring comes back to.
  private static func spareCorner(_ outlines: [PlaneOutline]) -> String? {
    for ring in outlines.flatMap({ $0.rings }) {
      guard Set(ring).count == ring.count else { return "a ring touches itself" }
      for (index, point) in ring.enumerated() {
        let last = ring[(index + ring.count - 1) % ring.count]
        if last.turn(point, ring[(index + 1) % ring.count]).signum == 0 {
          return "a corner along the way"
        }
      }
    }
    return nil
  }
}
