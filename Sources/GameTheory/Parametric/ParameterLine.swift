/// A game along one parameter: every value at which its equilibria change, or where play settles, exactly.
///
/// All that is answered hangs on the signs of polynomials in the one parameter. Between two neighbouring
/// roots of them nothing changes, so the game is solved at one value between each two, and at each root,
/// rational or not. No change that lies between two values is missed, since none is sampled.
///
/// - Complexity: O(*rows*) isolations of roots and O(*roots*) solutions, 64 at a time where values are rational.
public struct ParameterLine: Sendable {
  /// What is so at a value.
  public struct Answer: Sendable, Equatable {
    /// The pure equilibria, ascending.
    public let equilibria: [Int]
    /// Where play settles.
    public let end: PlayEnd
  }

  /// A value at which the answer is another than on one of its sides, or on both.
  public struct Breakpoint: Sendable {
    /// The value.
    public let value: AlgebraicNumber
    /// What is so at the value itself.
    public let answer: Answer
  }

  /// Values in between which the answer is the same.
  public struct Stretch: Sendable {
    /// One of them.
    public let sample: Rational
    /// What is so at all of them.
    public let answer: Answer
  }

  /// The range that was searched.
  public let range: ClosedRange<Rational>
  /// Ascending; the ends of the range are among them only where the answer there is another.
  public let breakpoints: [Breakpoint]
  /// One before each breakpoint and one after the last.
  ///
  /// Where a breakpoint is an end of the range, the stretch beyond it is empty: nil.
  public let stretches: [Stretch?]
  /// Whether all polynomials that decide something are affine, so that every breakpoint is rational.
  public let isAffine: Bool
  /// Whether somebody's choice can depend on the parameter at all.
  public let matters: Bool

  /// Searches a range of one parameter.
  ///
  /// - Parameters:
  ///   - game: the game.
  ///   - values: the values of all its variables.
  ///   - variable: the one that varies.
  ///   - range: where it is searched, both ends included; the lower end below the upper.
  ///   - start: the outcome from which play settles.
  ///   - tolerance: a gain of at most this is no gain.
  public init(
    _ game: ParametricGame,
    at values: [Rational],
    along variable: Int,
    in range: ClosedRange<Rational>,
    from start: Int,
    tolerance: Rational = 0
  ) {
    precondition(range.lowerBound < range.upperBound)
    var settings = values.map { FoldedGame.Setting.fixed($0) }
    settings[variable] = .varying(range.lowerBound.toDouble()...range.upperBound.toDouble())
    let folded = FoldedGame(game, settings: settings, tolerance: tolerance)
    var search = Search(BlockEvaluator(folded), values, variable, range, start)
    search.run()
    self.range = range
    matters = folded.bearingVariables.contains(variable)
    isAffine = search.evaluator.rowPolynomials.allSatisfy { $0.degree <= 1 }
    (breakpoints, stretches) = search.merged()
  }

  /// The distinct roots of polynomials in one variable within a range, with its ends, ascending.
  ///
  /// Polynomials in which another variable occurs are left out.
  public static func roots(
    of polynomials: [Polynomial],
    in variable: Int,
    within range: ClosedRange<Rational>
  ) -> [AlgebraicNumber] {
    var found = [AlgebraicNumber(range.lowerBound), AlgebraicNumber(range.upperBound)]
    for polynomial in polynomials {
      guard let coefficients = polynomial.coefficients(in: variable),
        let roots = RootIsolation.roots(of: coefficients, in: range)
      else { continue }
      found += roots.map { AlgebraicNumber($0, of: coefficients) }
    }
    var distinct: [AlgebraicNumber] = []
    for number in found.sorted() where distinct.last.map({ $0 < number }) ?? true {
      distinct.append(number)
    }
    return distinct
  }

  /// A short number strictly between two.
  public static func between(_ low: AlgebraicNumber, _ high: AlgebraicNumber) -> Rational {
    var (low, high) = (low, high)
    while low.upperBound >= high.lowerBound {
      low.refine()
      high.refine()
    }
    let middle = (low.upperBound + high.lowerBound) / 2
    let short = Rational(decimalOf: middle.toDouble())
    return low.upperBound < short && short < high.lowerBound ? short : middle
  }
}

/// Roots, and the answers at them and between them.
private struct Search {
  var evaluator: BlockEvaluator
  private let values: [Rational]
  private let variable: Int
  private let range: ClosedRange<Rational>
  private let start: Int
  /// With the ends of the range.
  private var roots: [AlgebraicNumber] = []
  private var atRoots: [ParameterLine.Answer] = []
  private var samples: [Rational] = []
  private var between: [ParameterLine.Answer] = []

  init(
    _ evaluator: BlockEvaluator,
    _ values: [Rational],
    _ variable: Int,
    _ range: ClosedRange<Rational>,
    _ start: Int
  ) {
    self.evaluator = evaluator
    self.values = values
    self.variable = variable
    self.range = range
    self.start = start
  }

  /// Searches until no answer has brought up another polynomial.
  mutating func run() {
    var known = -1
    while evaluator.rowPolynomials.count != known {
      known = evaluator.rowPolynomials.count
      roots = ParameterLine.roots(of: evaluator.rowPolynomials, in: variable, within: range)
      samples = zip(roots, roots.dropFirst()).map { ParameterLine.between($0, $1) }
      between = answers(at: samples)
      let rationals = answers(at: roots.compactMap { $0.rational })
      var next = rationals.makeIterator()
      atRoots = roots.compactMap { root in
        if root.rational != nil { return next.next() }
        evaluator.load(root, of: variable)
        return answers(count: 1)[0]
      }
    }
  }

  private mutating func answers(at values: [Rational]) -> [ParameterLine.Answer] {
    var answers: [ParameterLine.Answer] = []
    for start in stride(from: 0, to: values.count, by: BlockEvaluator.capacity) {
      let block = values[start..<min(start + BlockEvaluator.capacity, values.count)]
      evaluator.load(exactly: block, of: variable, at: self.values)
      answers += self.answers(count: block.count)
    }
    return answers
  }

  /// The answers at the points loaded.
  private mutating func answers(count: Int) -> [ParameterLine.Answer] {
    var equilibria = [[Int]](repeating: [], count: count)
    for set in evaluator.equilibria() {
      for point in 0..<count where set.points >> UInt64(point) & 1 == 1 {
        equilibria[point].append(set.outcome)
      }
    }
    let settlings = evaluator.settle(from: start)
    return (0..<count).compactMap { point in
      settlings.first { $0.points >> UInt64(point) & 1 == 1 }.map {
        ParameterLine.Answer(equilibria: equilibria[point], end: PlayEnd($0))
      }
    }
  }

  /// The breakpoints and stretches, without roots at which nothing changes.
  func merged() -> ([ParameterLine.Breakpoint], [ParameterLine.Stretch?]) {
    var breakpoints: [ParameterLine.Breakpoint] = []
    var stretches: [ParameterLine.Stretch?] = []
    for index in roots.indices {
      let before = index == 0 ? nil : between[index - 1]
      let after = index == between.count ? nil : between[index]
      let here = atRoots[index]
      let isChange = before.map { $0 != here } ?? false || after.map { $0 != here } ?? false
      if isChange {
        if index == 0 { stretches.append(nil) }
        breakpoints.append(ParameterLine.Breakpoint(value: roots[index], answer: here))
      }
      guard let after, isChange || index == 0 else {
        if after == nil, isChange { stretches.append(nil) }
        continue
      }
      stretches.append(ParameterLine.Stretch(sample: samples[index], answer: after))
    }
    return (breakpoints, stretches)
  }
}
