public import GameTheory

extension ParameterLine {
  /// A value at which, or just beyond which, something is so that is not so at a given value.
  public struct Turn: Sendable {
    /// The value.
    public let value: AlgebraicNumber
    /// What is so there.
    public let answer: Answer
    /// How far it is from the given value.
    public let distance: Double

    fileprivate init(_ value: AlgebraicNumber, _ answer: Answer, from given: Rational) {
      self.value = value
      self.answer = answer
      let middle = value.rational ?? (value.lowerBound + value.upperBound) / 2
      distance = (middle - given).magnitude.toDouble()
    }
  }

  /// What is so at a value of the range.
  public func answer(at value: Rational) -> Answer? {
    let here = AlgebraicNumber(value)
    let lower = breakpoints.prefix { $0.value < here }
    if lower.count < breakpoints.count, breakpoints[lower.count].value == here {
      return breakpoints[lower.count].answer
    }
    return stretches[lower.count]?.answer
  }

  /// The nearest values on both sides of a given one at which, or just beyond which, something is so.
  ///
  /// - Parameters:
  ///   - given: a value of the range at which it is not so.
  ///   - isSo: what is asked.
  /// - Returns: nil on a side on which it is not so anywhere.
  public func nearestTurns(
    around given: Rational,
    where isSo: (Answer) -> Bool
  ) -> (below: Turn?, above: Turn?) {
    let here = AlgebraicNumber(given)
    func turn(_ index: Int, beyond: Answer?) -> Turn? {
      let breakpoint = breakpoints[index]
      let answers = [beyond, breakpoint.value == here ? nil : breakpoint.answer].compactMap { $0 }
      return answers.first(where: isSo).map { Turn(breakpoint.value, $0, from: given) }
    }
    var below: Turn?
    var above: Turn?
    for index in breakpoints.indices {
      let value = breakpoints[index].value
      if !(here < value) { below = turn(index, beyond: stretches[index]?.answer) ?? below }
      if above == nil, !(value < here) {
        above = turn(index, beyond: stretches[index + 1]?.answer)
      }
    }
    return (below, above)
  }

  /// The nearest whole numbers on both sides of a given one at which something is so.
  public func nearestIntegers(
    around given: Rational,
    where isSo: (Answer) -> Bool
  ) -> (below: Turn?, above: Turn?) {
    // The first whole number of a stretch, or the last, stands beside one of its ends, or beside the given one.
    let ends = breakpoints.flatMap { [$0.value.lowerBound, $0.value.upperBound] } + [given]
    var candidates: Set<Rational> = []
    for end in ends {
      let floor = Rational(end.floor)
      for step in -1...1 { candidates.insert(floor + Rational(step)) }
    }
    return nearest(of: candidates.filter { range.contains($0) }, around: given, where: isSo)
  }

  /// The nearest of some values, on both sides of a given one, at which something is so.
  public func nearest(
    of values: [Rational],
    around given: Rational,
    where isSo: (Answer) -> Bool
  ) -> (below: Turn?, above: Turn?) {
    func turn(_ value: Rational) -> Turn? {
      guard let answer = answer(at: value), isSo(answer) else { return nil }
      return Turn(AlgebraicNumber(value), answer, from: given)
    }
    let ordered = values.sorted()
    return (
      ordered.last { $0 < given && turn($0) != nil }.flatMap(turn),
      ordered.first { $0 > given && turn($0) != nil }.flatMap(turn)
    )
  }
}
