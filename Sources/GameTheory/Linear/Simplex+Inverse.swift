extension Simplex where Scalar == Double {
  /// Computes inverse, values and prices anew from the basis; false where it is singular.
  mutating func refactorise() -> Bool {
    let count = rowCount
    var matrix = [Double](repeating: 0, count: count * count)
    for (place, member) in basis.enumerated() {
      for row in 0..<count { matrix[row * count + place] = coefficient(row: row, of: member) }
    }
    guard DenseInverse.invert(&matrix, count) else { return false }
    for row in 0..<count {
      for place in 0..<count {
        tableau.entries[row * tableau.width + place] = matrix[row * count + place]
      }
    }
    setValues()
    setPrices()
    return true
  }

  private func coefficient(row: Int, of quantity: Int) -> Double {
    if quantity < columnCount { return form.coefficients[quantity * rowCount + row] }
    if quantity < columnCount + rowCount { return quantity - columnCount == row ? 1 : 0 }
    return quantity - columnCount - rowCount == row ? signs[row] : 0
  }

  /// Computes the values of the basis from the bounds and what is at its width.
  private mutating func setValues() {
    var right = form.bounds
    for column in 0..<columnCount where places[column] == .high {
      guard let width = form.widths[column] else { continue }
      for row in 0..<rowCount {
        right[row] -= form.coefficients[column * rowCount + row] * width
      }
    }
    for row in 0..<rowCount {
      var value = 0.0
      for place in 0..<rowCount {
        value += tableau.entries[row * tableau.width + place] * right[place]
      }
      tableau.entries[row * tableau.width + rowCount] = value
    }
  }
}
