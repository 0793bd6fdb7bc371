/// The variables that may move, each measured from the origin in shares of its range.
struct ShareSpace: Sendable {
  /// The values of all variables.
  let origin: [Rational]
  /// The variables that may move, ascending.
  let moving: [Int]
  /// How wide the range of each is.
  let widths: [Rational]
  /// Where the share of each may lie; 0 is within.
  let box: [ClosedRange<Rational>]

  private let positions: [Int: Int]

  init(_ origin: [Rational], _ ranges: [Int: ClosedRange<Rational>]) {
    self.origin = origin
    let moving = ranges.keys.filter { variable in
      ranges[variable].map { $0.lowerBound < $0.upperBound } ?? false
    }.sorted()
    self.moving = moving
    var widths: [Rational] = []
    var box: [ClosedRange<Rational>] = []
    var positions: [Int: Int] = [:]
    for (position, variable) in moving.enumerated() {
      guard let range = ranges[variable] else { continue }
      precondition(range.contains(origin[variable]), "the origin is within the ranges")
      let width = range.upperBound - range.lowerBound
      positions[variable] = position
      widths.append(width)
      box.append(
        (range.lowerBound - origin[variable]) / width...(range.upperBound - origin[variable])
          / width
      )
    }
    self.widths = widths
    self.box = box
    self.positions = positions
  }

  /// A polynomial in the variables as one in the shares, which are numbered by position.
  func shares(_ polynomial: Polynomial) -> Polynomial {
    polynomial.substituting { variable in
      let start = Polynomial(constant: origin[variable])
      guard let position = positions[variable] else { return start }
      return start + Polynomial(variable: position).scaled(by: widths[position])
    }
  }

  /// The shares at a point.
  func shares(at point: [Rational]) -> [Rational] {
    moving.indices.map { (point[moving[$0]] - origin[moving[$0]]) / widths[$0] }
  }

  /// The point with the given shares.
  func point(_ shares: [Rational]) -> [Rational] {
    var point = origin
    for (position, variable) in moving.enumerated() {
      point[variable] = origin[variable] + widths[position] * shares[position]
    }
    return point
  }
}
