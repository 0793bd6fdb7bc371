extension BigInteger: SimplexScalar {
  static var tolerance: BigInteger { 0 }

  static func product(_ left: BigInteger, _ right: BigInteger, _: inout Bool) -> BigInteger {
    left * right
  }

  static func sum(
    _ sum: BigInteger,
    adding left: BigInteger,
    times right: BigInteger,
    _: inout Bool
  ) -> BigInteger {
    sum + left * right
  }

  static func compare(
    _ a: BigInteger,
    over b: BigInteger,
    with c: BigInteger,
    over d: BigInteger
  ) -> Int {
    (a * d - c * b).signum
  }

  /// Pivots with division by the denominator, which leaves no remainder.
  static func pivot(
    _ tableau: inout SimplexTableau<BigInteger>,
    row: Int,
    column: [BigInteger]
  ) -> Bool {
    let width = tableau.width
    let isNegative = column[row].signum < 0
    let pivot = column[row].magnitude
    let source = Array(tableau.entries[row * width..<(row + 1) * width])
    for target in 0..<width where target != row {
      let factor = isNegative ? -column[target] : column[target]
      // The corner of prices and values is not kept.
      for place in 0..<(target == width - 1 ? width - 1 : width) {
        let entry = tableau.entries[target * width + place]
        var product = entry.signum == 0 ? 0 : entry * pivot
        if factor.signum != 0, source[place].signum != 0 {
          product = product - source[place] * factor
        }
        guard product.signum != 0 else {
          tableau.entries[target * width + place] = 0
          continue
        }
        tableau.entries[target * width + place] =
          product.quotientAndRemainder(dividingBy: tableau.denominator).quotient
      }
    }
    if isNegative {
      for place in 0..<width { tableau.entries[row * width + place] = -source[place] }
    }
    tableau.denominator = pivot
    return true
  }
}
