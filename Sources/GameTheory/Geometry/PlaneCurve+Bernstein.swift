extension PlaneCurve {
  /// The sign that the polynomial has everywhere within a rectangle, its border left out; nil where that
  /// is not certain.
  ///
  /// Within a rectangle a polynomial is a mean of its Bernstein coefficients there, with weights above 0.
  /// Those of a polynomial of degree one in each variable are its values at the corners.
  ///
  /// - Complexity: O(*terms* × *coefficients*), in exact arithmetic where rounding leaves a sign open.
  /// - Source: Farouki, The Bernstein polynomial basis (2012), sections 3 and 5.
  func certainSign(inside box: PlaneBox) -> Int? {
    var hasPositive = false
    var hasNegative = false
    var isOpen = false
    for sum in nearBernsteinCoefficients(inside: box).joined() {
      if sum > coefficientBound {
        hasPositive = true
      } else if sum < -coefficientBound {
        hasNegative = true
      } else {
        isOpen = true
      }
    }
    if hasPositive, hasNegative { return nil }
    return isOpen ? exactCertainSign(inside: box) : hasPositive ? 1 : -1
  }

  /// The Bernstein coefficients over a part of the curve's box, by column and row, each within
  /// ``coefficientBound`` of its true value.
  func nearBernsteinCoefficients(inside box: PlaneBox) -> [[Double]] {
    let x = PlaneCurve.nearBlossoms(
      box.x.lowerBound.toDouble(),
      box.x.upperBound.toDouble(),
      coefficients.count - 1
    )
    let y = PlaneCurve.nearBlossoms(
      box.y.lowerBound.toDouble(),
      box.y.upperBound.toDouble(),
      coefficients[0].count - 1
    )
    return x.map { columns in
      y.map { rows in
        var sum = 0.0
        for i in near.indices {
          for j in near[i].indices { sum += near[i][j] * (columns[i] * rows[j]) }
        }
        return sum
      }
    }
  }

  private func exactCertainSign(inside box: PlaneBox) -> Int? {
    let x = PlaneCurve.blossoms(box.x.lowerBound, box.x.upperBound, coefficients.count - 1)
    let y = PlaneCurve.blossoms(box.y.lowerBound, box.y.upperBound, coefficients[0].count - 1)
    var found = 0
    for columns in x {
      for rows in y {
        var sum: Rational = 0
        for i in coefficients.indices {
          for j in coefficients[i].indices where coefficients[i][j].signum != 0 {
            sum = sum + coefficients[i][j] * columns[i] * rows[j]
          }
        }
        if sum.signum * found < 0 { return nil }
        if sum.signum != 0 { found = sum.signum }
      }
    }
    return found
  }

  /// For each Bernstein coefficient what each power of a variable adds to it: of the products of so many
  /// of the two ends as the power says, the mean over all choices among all the ends.
  private static func nearBlossoms(_ low: Double, _ high: Double, _ degree: Int) -> [[Double]] {
    if degree == 0 { return [[1]] }
    if degree == 1 { return [[1, low], [1, high]] }
    return (0...degree).map { uppers in
      (0...degree).map { power in
        var sum = 0.0
        for taken in max(0, power - degree + uppers)...min(power, uppers) {
          var product = Double(choices(uppers, taken) * choices(degree - uppers, power - taken))
          for _ in 0..<taken { product *= high }
          for _ in taken..<power { product *= low }
          sum += product
        }
        return sum / Double(choices(degree, power))
      }
    }
  }

  private static func blossoms(_ low: Rational, _ high: Rational, _ degree: Int) -> [[Rational]] {
    (0...degree).map { uppers in
      (0...degree).map { power in
        var sum: Rational = 0
        for taken in max(0, power - degree + uppers)...min(power, uppers) {
          let ways = choices(uppers, taken) * choices(degree - uppers, power - taken)
          sum = sum + Rational(ways) * high.power(taken) * low.power(power - taken)
        }
        return sum / Rational(choices(degree, power))
      }
    }
  }

  /// The binomial coefficient.
  private static func choices(_ all: Int, _ taken: Int) -> Int {
    var product = 1
    for step in 0..<taken { product = product * (all - step) / (step + 1) }
    return product
  }
}
