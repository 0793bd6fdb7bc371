extension Double: SimplexScalar {
  static var tolerance: Double { 1e-9 }

  static func product(_ left: Double, _ right: Double, _: inout Bool) -> Double {
    left * right
  }

  static func sum(
    _ sum: Double,
    adding left: Double,
    times right: Double,
    _: inout Bool
  ) -> Double {
    sum + left * right
  }

  static func compare(_ a: Double, over b: Double, with c: Double, over d: Double) -> Int {
    let left = a / b
    let right = c / d
    return left < right ? -1 : left > right ? 1 : 0
  }

  static func pivot(_ tableau: inout SimplexTableau<Double>, row: Int, column: [Double]) -> Bool {
    let width = tableau.width
    let pivot = column[row]
    for place in row * width..<(row + 1) * width { tableau.entries[place] /= pivot }
    let source = Array(tableau.entries[row * width..<(row + 1) * width])
    for target in 0..<width where target != row && column[target] != 0 {
      DenseInverse.subtract(
        source,
        times: column[target],
        from: &tableau.entries,
        at: target * width
      )
    }
    // The corner of prices and values is not kept.
    tableau.entries[width * width - 1] = 0
    return true
  }
}
