extension ConvexPolygon {
  /// What lies on either side of a line, and on it.
  struct Division {
    var negative: ConvexPolygon
    var zero: ConvexPolygon
    var positive: ConvexPolygon
  }

  /// The part where a line's value is at most 0: a polygon, or what of a side or corner lies on the line.
  ///
  /// - Complexity: O(*corners*); exact arithmetic at the two sides that are cut.
  func clipped(toNonPositive line: PlaneCurve) -> ConvexPolygon {
    let signs = vertices.map { line.sign(at: $0) }
    if signs.allSatisfy({ $0 <= 0 }) { return self }
    return ConvexPolygon(vertices: part(line, signs, keeping: -1))
  }

  /// Divides the polygon by a line; where its inside lies on one side of the line, it stays whole.
  func divided(by line: PlaneCurve) -> Division {
    let signs = vertices.map { line.sign(at: $0) }
    let nothing = ConvexPolygon(vertices: [])
    if !signs.contains(-1) || !signs.contains(1) {
      let side = signs.first { $0 != 0 } ?? 0
      return Division(
        negative: side < 0 ? self : nothing,
        zero: side == 0 ? self : nothing,
        positive: side > 0 ? self : nothing
      )
    }
    return Division(
      negative: ConvexPolygon(vertices: part(line, signs, keeping: -1)),
      zero: ConvexPolygon(vertices: part(line, signs, keeping: 0)),
      positive: ConvexPolygon(vertices: part(line, signs, keeping: 1))
    )
  }

  /// The corners of the part where the line has a sign or is 0.
  private func part(_ line: PlaneCurve, _ signs: [Int], keeping side: Int) -> [PlanePoint] {
    var kept: [PlanePoint] = []
    for index in vertices.indices {
      if signs[index] == 0 || signs[index] == side { kept.append(vertices[index]) }
      let next = (index + 1) % vertices.count
      guard signs[index] * signs[next] < 0, vertices.count > 2 || index == 0 else { continue }
      // From the same end whatever the order of corners, so that neighbours share the point's digits.
      kept.append(line.crossing(vertices[index], vertices[next]))
    }
    return kept
  }
}
