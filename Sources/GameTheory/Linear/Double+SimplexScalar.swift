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
    for place in 0..<width { tableau.entries[row * width + place] /= pivot }
    for target in 0..<width where target != row && column[target] != 0 {
      let factor = column[target]
      for place in 0..<width {
        tableau.entries[target * width + place] -= factor * tableau.entries[row * width + place]
      }
    }
    // The corner of prices and values is not kept.
    tableau.entries[width * width - 1] = 0
    return true
  }
}
