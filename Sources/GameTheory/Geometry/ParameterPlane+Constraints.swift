extension ParameterPlane {
  /// Where all constraints are met.
  public func allowed(resolution: Rational) -> PlanePartition<Bool> {
    PlanePartition(box, curves: curves, resolution: resolution) {
      cell throws(OpenCurve) in
      var open: Int?
      for (limit, constraint) in zip(limits, constraints) {
        let (sign, missing) = sign(of: limit, in: &cell)
        if let missing {
          open = open ?? missing
        } else if !constraint.comparison.holds(forSign: sign) {
          return false
        }
      }
      if let open { throw OpenCurve(curve: open) }
      return true
    }
  }

  /// Whether a point of the rectangle meets all constraints.
  public func isAllowed(_ point: PlanePoint) -> Bool {
    zip(limits, constraints).allSatisfy { limit, constraint in
      constraint.comparison.holds(
        forSign: limit.curves.reduce(limit.sign) { $0 * curves[$1].sign(at: point) }
      )
    }
  }

  /// The sign of a product in a cell, or a factor whose sign is missing.
  func sign(
    of row: (sign: Int, curves: [Int]),
    in cell: inout PlaneCell
  ) -> (sign: Int, missing: Int?) {
    var sign = row.sign
    var missing: Int?
    for curve in row.curves where sign != 0 {
      if let known = cell.knownSign(of: curve) { sign *= known } else { missing = curve }
    }
    return (sign, sign == 0 ? nil : missing)
  }

  /// The rectangle without what the constraints forbid, so far as lines that may be touched bound it; nil
  /// where other ones do.
  var convexArea: ConvexPolygon? {
    var polygon = box.polygon
    for (limit, constraint) in zip(limits, constraints) {
      guard limit.curves.count == 1, curves[limit.curves[0]].isLine else { return nil }
      let line = curves[limit.curves[0]]
      let sides: [Int]
      switch constraint.comparison {
      case .lessOrEqual: sides = [limit.sign]
      case .greaterOrEqual: sides = [-limit.sign]
      case .equal: sides = [1, -1]
      case .less, .greater: return nil
      }
      for side in sides where !polygon.isEmpty {
        polygon = polygon.clipped(toNonPositive: side > 0 ? line : line.negated(within: box))
      }
    }
    return polygon
  }
}
