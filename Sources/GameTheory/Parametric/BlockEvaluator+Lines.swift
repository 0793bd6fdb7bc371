// Points along one variable, such as the lines of a grid.

extension FoldedGame {
  /// Tells whether every row that equilibria hang on is affine in a variable.
  public func isAffine(in variable: Int) -> Bool {
    signs.rows.allSatisfy { row in
      row.terms.allSatisfy { term in
        term.monomial.factors.allSatisfy { $0.variable != variable || $0.exponent == 1 }
      }
    }
  }
}

extension BlockEvaluator {
  /// Goes to a line of points, none of which is loaded yet.
  ///
  /// All points of the line are within the present region, which is not left before the last of them
  /// has been asked about.
  ///
  /// - Parameters:
  ///   - variable: the variable that ascends along the line; rows are affine in it.
  ///   - values: its values, one or more, strictly ascending.
  ///   - variables: all other varying variables.
  ///   - value: the value of one of those, by its place in the list.
  /// - Complexity: O(*monomials*) at first; for each row asked for O(*terms* + log *values*).
  public mutating func loadLine(
    along variable: Int,
    values: ArraySlice<Double>,
    variables: [Int],
    value: (_ place: Int) -> Double
  ) {
    line.begin()
    line.variable = variable
    if line.values[...] != values { line.values = Array(values) }
    for (place, variable) in variables.enumerated() {
      let lanes = SIMD8(repeating: value(place))
      for part in 0..<8 { self.values[variable * 8 + part] = lanes }
    }
    let lanes = self.values
    line.findMonomials(signs.steps) { lanes[$0 * 8][0] }
  }

  /// Loads up to 64 points of the line.
  public mutating func loadPoints(ofLine points: Range<Int>) {
    beginBlock(count: points.count)
    line.isActive = true
    line.loaded = points
    for part in 0..<partCount {
      var lanes = SIMD8<Double>.zero
      for lane in 0..<8 {
        lanes[lane] = line.values[points.lowerBound + min(part * 8 + lane, points.count - 1)]
      }
      values[line.variable * 8 + part] = lanes
    }
  }

  /// The points loaded at which a row is positive and negative; nil where it is not affine.
  mutating func linePoints(ofRow row: Int) -> (positive: UInt64, negative: UInt64)? {
    guard let cut = cut(ofRow: row) else { return nil }
    let low = bits(before: cut.lowEnd)
    let high = ~bits(before: cut.highStart) & active
    return cut.lowSign > 0 ? (low, high) : (high, low)
  }

  /// A bit for each point loaded that comes before a point of the line.
  private func bits(before point: Int) -> UInt64 {
    let count = point - line.loaded.lowerBound
    if count <= 0 { return 0 }
    return count >= 64 ? active : active & ((1 << UInt64(count)) - 1)
  }

  private mutating func cut(ofRow row: Int) -> PointLine.Cut? {
    if let known = line.knownCut(ofRow: row) { return known }
    if !line.knowsMonomials(of: signs) {
      let lanes = self.values
      line.findMonomials(signs.steps) { lanes[$0 * 8][0] }
    }
    guard line.isAffine(row, signs) else { return nil }
    // Taken out, so that no part of them is copied while exact signs are asked for.
    var line = PointLine()
    var table = SignTable(box: [])
    swap(&line, &self.line)
    swap(&table, &signs)
    let values = line.values
    var point = line.exactPoint
    let variable = line.variable
    let cut = line.findCut(ofRow: row, table) { index, table in
      if point.isEmpty { point = exactPoint(besides: variable) }
      point[variable] = Rational(decimalOf: values[index])
      return table.rows[row].evaluated(at: point).signum
    }
    line.exactPoint = point
    swap(&line, &self.line)
    swap(&table, &signs)
    return cut
  }

  /// The values of all variables but one as decimals.
  private func exactPoint(besides variable: Int) -> [Rational] {
    game.settings.indices.map { other in
      switch game.settings[other] {
      case .fixed(let value): value
      case .varying: other == variable ? 0 : Rational(decimalOf: values[other * 8][0])
      }
    }
  }

  /// The outcomes that are equilibria somewhere on the line: where no row is met that objects, which on
  /// a line is one stretch.
  private mutating func findStretches() -> [PointLine.Stretch] {
    var stretches: [PointLine.Stretch] = []
    for candidate in regions.candidates {
      var start = 0
      var end = line.values.count
      let first = Int(regions.objectionStarts[candidate])
      for index in first..<Int(regions.objectionStarts[candidate + 1]) where start < end {
        let objection = regions.objections[index]
        guard let cut = cut(ofRow: Int(objection >> 1)) else { continue }
        if (cut.lowSign > 0) == (objection & 1 == 0) {
          start = max(start, cut.lowEnd)
        } else {
          end = min(end, cut.highStart)
        }
      }
      if start < end {
        stretches.append(
          PointLine.Stretch(outcome: Int(regions.outcomes[candidate]), points: start..<end)
        )
      }
    }
    return stretches
  }

  /// Fills the list of equilibria at the points of the line that are loaded.
  mutating func findLineEquilibria() {
    let stretches = line.stretches ?? findStretches()
    line.stretches = stretches
    for stretch in stretches where stretch.points.overlaps(line.loaded) {
      let points =
        bits(before: stretch.points.upperBound) & ~bits(before: stretch.points.lowerBound)
      equilibriumSets.append(PointSet(outcome: stretch.outcome, points: points))
    }
  }
}
