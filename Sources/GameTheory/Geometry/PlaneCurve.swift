/// A polynomial in two variables whose sign is asked for over parts of a plane; of degree 1, a line.
///
/// Values are had in floating point where they are beyond a bound on their error, as in `SignTable`, and
/// otherwise exactly.
public struct PlaneCurve: Sendable, Hashable {
  /// By power of x, then by power of y.
  public let coefficients: [[Rational]]
  let near: [[Double]]
  /// A value in floating point that is farther from 0 has a certain sign, within the box.
  private let bound: Double
  /// The same for the coefficients over a part of the box.
  let coefficientBound: Double

  /// Creates a curve from coefficients by power of x, then by power of y, for use within a box.
  init(_ coefficients: [[Rational]], within box: PlaneBox) {
    self.coefficients = coefficients
    near = coefficients.map { $0.map { $0.toDouble() } }
    let reach = [box.x, box.y].map {
      max(abs($0.lowerBound.toDouble()), abs($0.upperBound.toDouble())) * (1 + 0x1p-52)
    }
    var magnitude = 0.0
    var count = 0.0
    for (i, row) in near.enumerated() {
      for (j, coefficient) in row.enumerated() where coefficient != 0 {
        var size = abs(coefficient)
        for _ in 0..<i { size *= reach[0] }
        for _ in 0..<j { size *= reach[1] }
        magnitude += size
        count += 1
      }
    }
    // Where tiny products may be lost and magnified again, nothing is had from floating point.
    if max(reach[0], reach[1]) > 1e30 { magnitude = .infinity }
    let degree = Double(coefficients.count + (coefficients.first?.count ?? 0) - 2)
    bound = magnitude * (2 * degree + count + 6) * 0x1p-53 * 1.000_001 + 1e-290
    coefficientBound = magnitude * (16 * (degree + 2) + count) * 0x1p-53 * 1.000_001 + 1e-290
  }

  /// The vertical line at a place.
  static func vertical(_ x: Rational, within box: PlaneBox) -> PlaneCurve {
    PlaneCurve([[-x], [1]], within: box)
  }

  /// The horizontal line at a height.
  static func horizontal(_ y: Rational, within box: PlaneBox) -> PlaneCurve {
    PlaneCurve([[-y, 1]], within: box)
  }

  /// Whether it is a line.
  public var isLine: Bool {
    coefficients.indices.allSatisfy { i in
      coefficients[i].indices.allSatisfy { i + $0 <= 1 || coefficients[i][$0].signum == 0 }
    }
  }

  /// The exact value at a point.
  public func value(at point: PlanePoint) -> Rational {
    var sum: Rational = 0
    for (i, row) in coefficients.enumerated() {
      for (j, coefficient) in row.enumerated() where coefficient.signum != 0 {
        sum = sum + coefficient * point.x.power(i) * point.y.power(j)
      }
    }
    return sum
  }

  /// The sign of the value at a point of the box.
  public func sign(at point: PlanePoint) -> Int {
    var sum = 0.0
    var powerX = 1.0
    for row in near {
      var product = powerX
      for coefficient in row {
        sum += coefficient * product
        product *= point.nearY
      }
      powerX *= point.nearX
    }
    if sum > bound { return 1 }
    if sum < -bound { return -1 }
    return value(at: point).signum
  }

  /// Where a line meets the segment between two points on either side of it.
  func crossing(_ first: PlanePoint, _ second: PlanePoint) -> PlanePoint {
    // From the same end whichever comes first, so that neighbours have the same point at little cost.
    let (start, end) = first < second ? (first, second) : (second, first)
    if coefficients.count == 1 || coefficients[1][0].signum == 0 {
      // A horizontal line.
      let y = -coefficients[0][0] / coefficients[0][1]
      if start.x == end.x { return PlanePoint(start.x, y) }
      return PlanePoint(
        start.x + (end.x - start.x) * ((y - start.y) / (end.y - start.y)),
        y
      )
    }
    if coefficients[0].count == 1 || coefficients[0][1].signum == 0 {
      let x = -coefficients[0][0] / coefficients[1][0]
      if start.y == end.y { return PlanePoint(x, start.y) }
      return PlanePoint(
        x,
        start.y + (end.y - start.y) * ((x - start.x) / (end.x - start.x))
      )
    }
    let (low, high) = (value(at: start), value(at: end))
    let share = low / (low - high)
    return PlanePoint(
      start.x == end.x ? start.x : start.x + (end.x - start.x) * share,
      start.y == end.y ? start.y : start.y + (end.y - start.y) * share
    )
  }
}
