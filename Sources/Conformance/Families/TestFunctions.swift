/// Functions whose sensitivity is known, with a sine of our own.
enum TestFunctions {
  /// π, rounded, and what is left of it.
  static let pi = (high: 0x1.921fb54442d18p+1, low: 0x1.1a62633145c07p-53)

  /// The sine of an angle from -4 to 4, to about one unit in the last place of 1.
  ///
  /// By reflection at half a turn and the power series.
  static func sine(_ angle: Double) -> Double {
    if angle < 0 { return -sine(-angle) }
    let reduced = angle > pi.high / 2 ? (pi.high - angle) + pi.low : angle
    let square = reduced * reduced
    var sum = 0.0
    for k in stride(from: 27.0, through: 3, by: -2) { sum = (1 - sum) * square / (k * (k - 1)) }
    return reduced * (1 - sum)
  }

  /// sin x1 + a sin² x2 + b x3⁴ sin x1 on (-π, π)³, from a point of the unit cube.
  static func ishigami(_ point: [Double], a: Double, b: Double) -> Double {
    let x = point.map { -pi.high + $0 * (2 * pi.high) }
    let (first, second) = (sine(x[0]), sine(x[1]))
    return first + a * (second * second) + b * (x[2] * x[2] * x[2] * x[2]) * first
  }

  /// Π (|4 x - 2| + a) / (1 + a).
  static func g(_ point: [Double], _ a: [Double]) -> Double {
    zip(point, a).reduce(1) { $0 * (($1.0 * 4 - 2).magnitude + $1.1) / (1 + $1.1) }
  }

  /// Morris's function of 20 factors, with coefficients ±1 where he draws them.
  ///
  /// - Source: Morris, Technometrics 33 (1991) 161, section 4; Saltelli and others, Sensitivity analysis in
  ///   practice (2004), 4.
  static func morris(_ point: [Double]) -> Double {
    let w = point.enumerated().map { index, x in
      [2, 4, 6].contains(index) ? 2 * (1.1 * x / (x + 0.1) - 0.5) : 2 * (x - 0.5)
    }
    var sum = 0.0
    for i in 0..<20 {
      sum += (i < 10 ? 20 : sign(i + 1)) * w[i]
      for j in (i + 1)..<20 { sum += (j < 6 ? -15 : sign(i + j)) * w[i] * w[j] }
    }
    for i in 0..<5 {
      for j in (i + 1)..<5 {
        for k in (j + 1)..<5 { sum -= 10 * w[i] * w[j] * w[k] }
      }
    }
    return sum + 5 * quadruples(w)
  }

  private static func sign(_ power: Int) -> Double { power % 2 == 0 ? 1 : -1 }

  /// The products of four of the first four: there is one.
  private static func quadruples(_ w: [Double]) -> Double { w[0] * w[1] * w[2] * w[3] }
}
