extension Simplex {
  /// The value of each column, times the denominator.
  func columnValues(_ overflows: inout Bool) -> [Scalar] {
    var values = [Scalar](repeating: 0, count: columnCount)
    for column in 0..<columnCount where places[column] == .high {
      guard let width = form.widths[column] else { continue }
      values[column] = Scalar.product(width, tableau.denominator, &overflows)
    }
    for (row, quantity) in basis.enumerated() where quantity < columnCount {
      values[quantity] = tableau.value(row)
    }
    return values
  }

  /// The price of each row, times the denominator.
  var prices: [Scalar] { (0..<rowCount).map { tableau.price($0) } }

  /// How the columns change, times the denominator, as one quantity goes on for ever.
  func direction(of quantity: Int, isUpwards: Bool, _ overflows: inout Bool) -> [Scalar] {
    var direction = [Scalar](repeating: 0, count: columnCount)
    let unit = isUpwards ? tableau.denominator : -tableau.denominator
    if quantity < columnCount { direction[quantity] = unit }
    let column = column(ofQuantity: quantity, &overflows)
    for (row, member) in basis.enumerated() where member < columnCount {
      direction[member] = isUpwards ? -column[row] : column[row]
    }
    return direction
  }

  /// The basis in the programme's terms.
  var members: [BasicQuantity] {
    basis.map { quantity in
      quantity < columnCount ? .variable(quantity) : .slack((quantity - columnCount) % rowCount)
    }
  }
}
