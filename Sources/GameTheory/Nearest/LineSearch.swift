/// The search for the nearest point where only one variable moves: by the roots of the polynomials, exactly.
struct LineSearch {
  private let conditions: [PolynomialCondition]
  /// The roots on both sides of 0, each side from 0 outward, 0 and the end of the range included.
  private let sides: [[AlgebraicNumber]]

  /// How often a root that is no fraction is told apart more closely from its neighbours.
  private static let refinements = 48

  /// Conditions on the variable 0, which may go anywhere in a range around 0.
  init(_ conditions: [PolynomialCondition], within range: ClosedRange<Rational>) {
    self.conditions = conditions
    let zero = AlgebraicNumber(0)
    let roots = ParameterLine.roots(of: conditions.map { $0.polynomial }, in: 0, within: range)
    sides = [[zero] + roots.filter { zero < $0 }, [zero] + roots.filter { $0 < zero }.reversed()]
  }

  /// The nearest share of the range.
  var answer: NearestPoint.Answer {
    if holds(at: AlgebraicNumber(0)) { return .found(point: [0], distance: 0, bound: 0) }
    var best: (point: [Rational], distance: Rational)?
    var bounds: [Rational] = []
    for stops in sides {
      guard let (point, least) = first(of: stops) else { continue }
      bounds.append(least)
      guard let point else { continue }
      if best.map({ point.magnitude < $0.distance }) ?? true { best = ([point], point.magnitude) }
    }
    return NearestPoint.Answer(best, bounds)
  }

  /// The nearest value on one side, nil where there are only roots that stand alone and are no fractions, and how
  /// far it is at least.
  private func first(of stops: [AlgebraicNumber]) -> (point: Rational?, least: Rational)? {
    // What a root alone, no fraction, shows: no point that can be told, but how far the nearest is.
    var least: Rational?
    for (near, far) in zip(stops, stops.dropFirst()) {
      let middle = ParameterLine.between(min(near, far), max(near, far))
      if holds(at: AlgebraicNumber(middle)) {
        let (point, distance) = border(near, toward: middle)
        return (point, least ?? distance)
      }
      guard holds(at: far) else { continue }
      if let value = far.rational { return (value, least ?? value.magnitude) }
      least = least ?? LineSearch.ends(of: far).inner
    }
    return least.map { (nil, $0) }
  }

  /// A root beyond which, up to another value, the conditions hold.
  private func border(
    _ root: AlgebraicNumber,
    toward other: Rational
  ) -> (point: Rational?, least: Rational) {
    let ends = LineSearch.ends(of: root)
    if let value = root.rational { return (value, value.magnitude) }
    return (holds(at: AlgebraicNumber(ends.outer)) ? ends.outer : other, ends.inner)
  }

  /// The magnitude that a number has at least, and a value just beyond it.
  private static func ends(of number: AlgebraicNumber) -> (inner: Rational, outer: Rational) {
    var number = number
    for _ in 0..<refinements { number.refine() }
    return number.upperBound.signum > 0
      ? (number.lowerBound.magnitude, number.upperBound)
      : (number.upperBound.magnitude, number.lowerBound)
  }

  private func holds(at value: AlgebraicNumber) -> Bool {
    conditions.allSatisfy { condition in
      guard let coefficients = condition.polynomial.coefficients(in: 0) else { return false }
      return condition.comparison.holds(forSign: value.sign(of: coefficients))
    }
  }
}
