// Going on in whole numbers from where floating point ended.
extension Simplex {
  /// Goes to a basis, and computes values and prices there; it may be called again, in wider numbers.
  ///
  /// What is not yet basic is brought in, each in place of some member that is not wanted.
  ///
  /// - Returns: false on overflow, or where this is no basis.
  mutating func move(to end: Simplex<Double>) -> Bool {
    // With prices of 0 pivoting leaves whole numbers whatever comes in.
    for place in 0..<rowCount { tableau.entries[rowCount * tableau.width + place] = 0 }
    var overflows = false
    for quantity in end.basis where places[quantity] != .basic {
      guard quantity < columnCount + rowCount else { return false }
      let column = column(ofQuantity: quantity, &overflows) + [0]
      let row = basis.indices.first { column[$0] != 0 && end.places[basis[$0]] != .basic }
      guard !overflows, let row, Scalar.pivot(&tableau, row: row, column: column) else {
        return false
      }
      places[basis[row]] = .low
      places[quantity] = .basic
      basis[row] = quantity
      effort.pivots += 1
    }
    for column in 0..<columnCount where end.places[column] == .high && places[column] == .low {
      guard let width = form.widths[column] else { return false }
      var next = tableau
      shift(&next, by: -width, along: self.column(ofQuantity: column, &overflows), &overflows)
      if overflows { return false }
      tableau = next
      places[column] = .high
    }
    isFirstPhase = end.isFirstPhase
    return setPrices()
  }

  /// Whether all of the basis lies within its ends.
  func isFeasible(_ overflows: inout Bool) -> Bool {
    for row in 0..<rowCount where !isFree(basis[row]) {
      let value = tableau.value(row)
      if value < 0 { return false }
      guard let width = width(of: basis[row]) else { continue }
      if value > Scalar.product(width, tableau.denominator, &overflows) { return false }
    }
    return true
  }
}
