/// The search for the nearest point, in shares of the ranges.
struct NearestSearch {
  private let space: ShareSpace
  private let conditions: [PolynomialCondition]
  private let measure: NearestPoint.Measure
  private var boxes: [Open] = []
  /// The least distance of boxes that are left undecided, being too small to halve.
  private var leastLeft: Rational?
  private var best: (shares: [Rational], distance: Rational)?
  private var boxCount = 0
  private let mostBoxes: Int

  /// No narrower box is halved.
  private static let smallest = Rational(1, 1_073_741_824)

  /// One by this is a unit that distances are rounded to.
  private static let grain: Rational = 1_048_576

  /// A condition as it is bounded over a box.
  private struct Bound {
    let affine: AffineBounds
    let comparison: Comparison
  }

  /// A box that may hold a nearer point than the best.
  private struct Open {
    let box: [ClosedRange<Rational>]
    /// No point in it is nearer.
    let distance: Rational
    /// For each variable the part of the affine bounds' error in which it occurs.
    let errors: [Rational]
  }

  init(
    _ space: ShareSpace,
    _ conditions: [PolynomialCondition],
    _ measure: NearestPoint.Measure,
    _ mostBoxes: Int
  ) {
    self.space = space
    self.conditions = conditions
    self.measure = measure
    self.mostBoxes = mostBoxes
  }

  /// Searches, beginning with what some points show that are known beforehand.
  mutating func run(trying shares: [[Rational]] = []) {
    for shares in shares where accepts(shares) { keep(shares) }
    visit(space.box)
    while let nearest = boxes.indices.min(by: { boxes[$0].distance < boxes[$1].distance }),
      boxCount < mostBoxes, isWorthwhile(boxes[nearest].distance)
    {
      let open = boxes.remove(at: nearest)
      let halves = halves(of: open)
      for half in halves { visit(half) }
      if halves.isEmpty { leastLeft = leastLeft.map { min($0, open.distance) } ?? open.distance }
    }
    guard let found = best, !boxes.isEmpty || leastLeft != nil else { return }
    if let nearer = drawnBack(found.shares) { keep(nearer) }
    if let best { self.best = (plain(best.shares), best.distance) }
  }

  /// Keeps a point that satisfies all conditions, where it is the nearest so far.
  private mutating func keep(_ shares: [Rational]) {
    let distance = measure.distance(shares)
    if best.map({ distance < $0.distance }) ?? true { best = (shares, distance) }
  }

  /// A point that is as near and does not move what it moves by next to nothing, where that can be left out.
  private func plain(_ shares: [Rational]) -> [Rational] {
    var shares = shares
    for index in shares.indices where shares[index].signum != 0 {
      let share = shares[index]
      guard share.magnitude < NearestPoint.resolution else { continue }
      shares[index] = 0
      if !accepts(shares) { shares[index] = share }
    }
    return shares
  }

  /// The first point on the way from the origin to a point at which all conditions hold, where that is told
  /// by the roots of the polynomials along the way.
  private func drawnBack(_ shares: [Rational]) -> [Rational]? {
    let way = conditions.map { condition in
      condition.polynomial.substituting { Polynomial(variable: 0).scaled(by: shares[$0]) }
    }
    for stop in ParameterLine.roots(of: way, in: 0, within: 0...1) {
      let point = shares.map { $0 * stop.upperBound }
      if accepts(point) { return point }
    }
    return nil
  }

  var answer: NearestPoint.Answer {
    NearestPoint.Answer(
      best.map { (space.point($0.shares), $0.distance) },
      boxes.map { $0.distance } + [leastLeft].compactMap { $0 }
    )
  }

  private func isWorthwhile(_ bound: Rational) -> Bool {
    best.map { bound + NearestPoint.resolution < $0.distance } ?? true
  }

  /// Looks into a box: what it may hold at best, and a point that it surely holds.
  private mutating func visit(_ whole: [ClosedRange<Rational>]) {
    boxCount += 1
    guard let box = trimmed(whole) else { return }
    var bounds: [Bound] = []
    for condition in conditions {
      let affine = AffineBounds(condition.polynomial, over: box)
      let range =
        affine.isExact
        ? affine.range(over: box) : BernsteinBounds.range(of: condition.polynomial, over: box)
      switch condition.comparison.isCertain(over: range) {
      case true?: break
      case false?: return
      case nil: bounds.append(Bound(affine: affine, comparison: condition.comparison))
      }
    }
    guard let relaxed = nearest(in: box, bounds, measure, isCautious: false) else { return }
    let bound = measure.distance(relaxed)
    if let best, best.distance <= bound { return }
    if accepts(relaxed) {
      best = (sparing(relaxed, in: box, bounds, isCautious: false), bound)
      return
    }
    // Where nothing was relaxed, only borders of what must hold strictly are left.
    if bounds.allSatisfy({ $0.affine.isExact }) { return }
    if let sure = nearest(in: box, bounds, measure, isCautious: true), accepts(sure),
      best.map({ measure.distance(sure) < $0.distance }) ?? true
    {
      keep(sparing(sure, in: box, bounds, isCautious: true))
    }
    boxes.append(Open(box: box, distance: bound, errors: errors(bounds, box.count)))
  }

  /// The part of a box that no share farther away than the best point reaches; nil where there is none.
  private func trimmed(_ box: [ClosedRange<Rational>]) -> [ClosedRange<Rational>]? {
    guard let best else { return box }
    // Rounded up, since long fractions would make all that follows long.
    let reach = -Rational((-best.distance * NearestSearch.grain).floor) / NearestSearch.grain
    var trimmed: [ClosedRange<Rational>] = []
    for range in box {
      let (low, high) = (max(range.lowerBound, -reach), min(range.upperBound, reach))
      guard low <= high else { return nil }
      trimmed.append(low...high)
    }
    return trimmed
  }

  private func errors(_ bounds: [Bound], _ count: Int) -> [Rational] {
    (0..<count).map { variable in
      bounds.reduce(Rational(0)) { $0 + $1.affine.errors[variable] }
    }
  }

  /// Halves a box across the variable in which the affine bounds err most; too small a box is not halved.
  private func halves(of open: Open) -> [[ClosedRange<Rational>]] {
    let errors = open.errors
    guard let widest = errors.indices.max(by: { errors[$0] < errors[$1] }) else { return [] }
    let range = open.box[widest]
    guard range.upperBound - range.lowerBound > NearestSearch.smallest else { return [] }
    let middle = (range.lowerBound + range.upperBound) / 2
    return [range.lowerBound...middle, middle...range.upperBound].map { half in
      var box = open.box
      box[widest] = half
      return box
    }
  }

  // MARK: Points

  /// Whether a point satisfies all conditions, or is on the border of what does.
  private func accepts(_ shares: [Rational]) -> Bool {
    conditions.allSatisfy { condition in
      let value = condition.polynomial.evaluated(at: shares)
      return condition.comparison.holds(forSign: value.signum)
        || value.signum == 0 && condition.comparison != .equal && canMove(condition, from: shares)
    }
  }

  /// Whether from a point at which a polynomial is 0 some way leads to where it satisfies a strict condition.
  ///
  /// To first order: where all is affine, exactly so.
  private func canMove(_ condition: PolynomialCondition, from shares: [Rational]) -> Bool {
    var programme = LinearProgram<Rational>(.maximise)
    let sign: Rational = condition.comparison == .greater ? 1 : -1
    let slopes = AffineBounds(condition.polynomial, about: shares).slopes
    for (variable, range) in space.box.enumerated() {
      _ = programme.addVariable(
        cost: sign * slopes[variable],
        within: .between(range.lowerBound, range.upperBound)
      )
    }
    for other in conditions {
      let tangent = AffineBounds(other.polynomial, about: shares)
      add(Bound(affine: tangent, comparison: other.comparison), 0, to: &programme)
    }
    guard case .optimal(let solution) = programme.solve() else { return false }
    let here = zip(slopes, shares).reduce(Rational(0)) { $0 + sign * $1.0 * $1.1 }
    return solution.objective > here
  }

  /// The nearest point of a box at which affine conditions hold: ones that hold wherever the true ones do, or,
  /// cautiously, ones that hold only where the true ones do.
  private func nearest(
    in box: [ClosedRange<Rational>],
    _ bounds: [Bound],
    _ measure: NearestPoint.Measure,
    isCautious: Bool
  ) -> [Rational]? {
    var programme = LinearProgram<Rational>(.minimise)
    for range in box {
      _ = programme.addVariable(within: .between(range.lowerBound, range.upperBound))
    }
    addDistance(measure, over: box, to: &programme)
    for bound in bounds { add(bound, isCautious ? -1 : 1, to: &programme) }
    guard case .optimal(let solution) = programme.solve() else { return nil }
    return Array(solution.values.prefix(box.count))
  }

  /// A point as near by the largest share that moves nothing without need: the sum of shares is least.
  private func sparing(
    _ shares: [Rational],
    in box: [ClosedRange<Rational>],
    _ bounds: [Bound],
    isCautious: Bool
  ) -> [Rational] {
    guard measure == .largestShare else { return shares }
    let reach = measure.distance(shares)
    let ball = box.map { max($0.lowerBound, -reach)...min($0.upperBound, reach) }
    guard let spared = nearest(in: ball, bounds, .sumOfShares, isCautious: isCautious),
      accepts(spared)
    else { return shares }
    return spared
  }

  /// Adds a condition on the affine function, widened by `slack` times its error.
  private func add(
    _ bound: Bound,
    _ slack: Rational,
    to programme: inout LinearProgram<Rational>
  ) {
    let affine = bound.affine
    let terms = affine.slopes.enumerated().map { (variable: $0.offset, coefficient: $0.element) }
    // At least for one that is to be small, `below` is what it may be above 0.
    let most = slack * (slack.signum > 0 ? affine.below : affine.above) - affine.constant
    let least = -slack * (slack.signum > 0 ? affine.above : affine.below) - affine.constant
    switch bound.comparison {
    case .less, .lessOrEqual: programme.addRow(terms, .atMost, most)
    case .greater, .greaterOrEqual: programme.addRow(terms, .atLeast, least)
    case .equal:
      programme.addRow(terms, .atMost, most)
      programme.addRow(terms, .atLeast, least)
    }
  }

  /// Makes the distance from the origin the objective.
  private func addDistance(
    _ measure: NearestPoint.Measure,
    over box: [ClosedRange<Rational>],
    to programme: inout LinearProgram<Rational>
  ) {
    let largest = measure == .largestShare ? programme.addVariable(cost: 1) : nil
    for (variable, range) in box.enumerated() {
      let size = largest ?? programme.addVariable(cost: 1)
      if range.upperBound > 0 { programme.addRow([(variable, 1), (size, -1)], .atMost, 0) }
      if range.lowerBound < 0 { programme.addRow([(variable, -1), (size, -1)], .atMost, 0) }
    }
  }
}
