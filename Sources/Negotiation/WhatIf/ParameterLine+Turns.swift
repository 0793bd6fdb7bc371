public import GameTheory

extension ParameterLine {
  /// A value at which, or just beyond which, something is so that is not so at a given value.
  public struct Turn: Sendable {
    /// The value.
    public let value: AlgebraicNumber
    /// What is so there.
    public let answer: Answer
    /// How far it is from the given value, to more places than a `Double` has where it is no fraction.
    public let distance: Rational

    private static let refinements = 70

    fileprivate init(_ value: AlgebraicNumber, _ answer: Answer, from given: Rational) {
      self.value = value
      self.answer = answer
      var close = value
      for _ in 0..<Turn.refinements { close.refine() }
      distance = ((close.lowerBound + close.upperBound) / 2 - given).magnitude
    }
  }

  /// What is so at a value of the range.
  public func answer(at value: AlgebraicNumber) -> Answer? {
    let lower = breakpoints.prefix { $0.value < value }
    if lower.count < breakpoints.count, breakpoints[lower.count].value == value {
      return breakpoints[lower.count].answer
    }
    return stretches[lower.count]?.answer
  }

  /// What is so at a value of the range.
  public func answer(at value: Rational) -> Answer? { answer(at: AlgebraicNumber(value)) }

  /// The nearest values on both sides of a given one at which, or just beyond which, something is so.
  ///
  /// - Parameters:
  ///   - given: a value of the range at which it is not so.
  ///   - limits: what must hold of a value to count, as polynomials in it.
  ///   - isSo: what is asked.
  /// - Returns: nil on a side on which it is not so anywhere.
  public func nearestTurns(
    around given: Rational,
    within limits: [LineLimit] = [],
    where isSo: (Answer) -> Bool
  ) -> (below: Turn?, above: Turn?) {
    let here = AlgebraicNumber(given)
    func turn(_ value: AlgebraicNumber, near stop: AlgebraicNumber) -> Turn? {
      guard limits.allSatisfy({ $0.holds(at: value) }), let answer = answer(at: value),
        isSo(answer)
      else { return nil }
      return Turn(stop, answer, from: given)
    }
    func first(_ stops: [AlgebraicNumber]) -> Turn? {
      for (near, far) in zip(stops, stops.dropFirst()) {
        let middle = ParameterLine.between(min(near, far), max(near, far))
        if let found = turn(AlgebraicNumber(middle), near: near) ?? turn(far, near: far) {
          return found
        }
      }
      return nil
    }
    let stops = stops(limits)
    return (
      first([here] + stops.filter { $0 < here }.reversed()),
      first([here] + stops.filter { here < $0 })
    )
  }

  /// All values at which something may change, with the ends of the range, ascending.
  private func stops(_ limits: [LineLimit]) -> [AlgebraicNumber] {
    var stops = [range.lowerBound, range.upperBound].map { AlgebraicNumber($0) }
    stops += breakpoints.map { $0.value }
    for limit in limits {
      let roots = RootIsolation.roots(of: limit.coefficients, in: range) ?? []
      stops += roots.map { AlgebraicNumber($0, of: limit.coefficients) }
    }
    var distinct: [AlgebraicNumber] = []
    for stop in stops.sorted() where distinct.last.map({ $0 < stop }) ?? true {
      distinct.append(stop)
    }
    return distinct
  }

  /// The nearest whole numbers on both sides of a given one at which something is so.
  public func nearestIntegers(
    around given: Rational,
    within limits: [LineLimit] = [],
    where isSo: (Answer) -> Bool
  ) -> (below: Turn?, above: Turn?) {
    // The first whole number of a stretch, or the last, stands beside one of its ends, or beside the given one.
    let ends = stops(limits).flatMap { [$0.lowerBound, $0.upperBound] } + [given]
    var candidates: Set<Rational> = []
    for end in ends {
      let floor = Rational(end.floor)
      for step in -1...1 { candidates.insert(floor + Rational(step)) }
    }
    let values = candidates.filter { range.contains($0) }
    return nearest(of: Array(values), around: given, within: limits, where: isSo)
  }

  /// The nearest of some values, on both sides of a given one, at which something is so.
  public func nearest(
    of values: [Rational],
    around given: Rational,
    within limits: [LineLimit] = [],
    where isSo: (Answer) -> Bool
  ) -> (below: Turn?, above: Turn?) {
    func turn(_ value: Rational) -> Turn? {
      let value = AlgebraicNumber(value)
      guard limits.allSatisfy({ $0.holds(at: value) }), let answer = answer(at: value),
        isSo(answer)
      else { return nil }
      return Turn(value, answer, from: given)
    }
    let ordered = values.sorted()
    return (
      ordered.last { $0 < given && turn($0) != nil }.flatMap(turn),
      ordered.first { $0 > given && turn($0) != nil }.flatMap(turn)
    )
  }
}
