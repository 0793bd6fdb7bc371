/// The point nearest to a given one at which polynomial conditions hold, within ranges of the variables.
///
/// How far a variable has moved is measured as a share of its range. Where the conditions are affine, the
/// answer is that of a linear programme and exact. Where variables multiply each other, boxes are
/// halved: over a box each polynomial lies between two affine ones, so that one linear programme says how
/// near a point can be at best and another gives a point that surely satisfies all conditions.
///
/// - Source: Land and Doig, Econometrica 28 (1960) 497, for branch and bound; the affine bounds are the Taylor
///   form of interval arithmetic (Moore, Interval Analysis, 1966), whose error shrinks with the square of the box.
public struct NearestPoint: Sendable {
  /// How a change of several variables at once is measured.
  public enum Measure: Sendable, CaseIterable {
    /// By the largest share.
    case largestShare
    /// By the sum of the shares.
    case sumOfShares
  }

  /// What was found.
  public enum Answer: Sendable {
    /// A point, with a value for each variable, and how far it is.
    ///
    /// No point is nearer than the bound. Where a condition is strict, the point may lie on the border
    /// of what satisfies it.
    case found(point: [Rational], distance: Rational, bound: Rational)
    /// No point within the ranges satisfies the conditions.
    case nowhere
    /// None was found, and none is nearer than the bound.
    case undecided(bound: Rational)

    /// The nearest of several answers, given the best of their points and all of their bounds.
    public init(_ best: (point: [Rational], distance: Rational)?, _ bounds: [Rational]) {
      let bound = bounds.min()
      if let best {
        self = .found(
          point: best.point,
          distance: best.distance,
          bound: min(bound ?? best.distance, best.distance)
        )
      } else {
        self = bound.map { .undecided(bound: $0) } ?? .nowhere
      }
    }

    /// The answer with another point, as far away.
    func mapped(_ point: ([Rational]) -> [Rational]) -> Answer {
      guard case .found(let found, let distance, let bound) = self else { return self }
      return .found(point: point(found), distance: distance, bound: bound)
    }

    /// The distance; nil where no point was found.
    public var distance: Rational? {
      if case .found(_, let distance, _) = self { distance } else { nil }
    }

    /// Whether it is known for certain, not only between bounds.
    public var isExact: Bool {
      switch self {
      case .found(_, let distance, let bound): distance == bound
      case .nowhere: true
      case .undecided: false
      }
    }
  }

  /// The distance and its bound are at most this far apart, where the search does not end before.
  public static let resolution = Rational(1, 1_000_000)

  /// In how many boxes a search looks at most, unless told otherwise.
  ///
  /// Fewer where many variables move, since each box then takes the longer.
  public func usualBoxes() -> Int {
    let size = space.moving.count + 1
    return max(100, min(2000, 200_000 / (size * size)))
  }

  private let space: ShareSpace
  private let conditions: [PolynomialCondition]

  /// States a problem.
  ///
  /// - Parameters:
  ///   - origin: one value for each variable.
  ///   - ranges: for each variable that may move where it may go; `origin` is within.
  ///   - conditions: what must hold at the point.
  public init(
    from origin: [Rational],
    within ranges: [Int: ClosedRange<Rational>],
    _ conditions: [PolynomialCondition]
  ) {
    let met = Set(conditions.flatMap { $0.polynomial.variables })
    let space = ShareSpace(origin, ranges.filter { met.contains($0.key) })
    self.space = space
    self.conditions = conditions.map {
      PolynomialCondition(space.shares($0.polynomial), $0.comparison)
    }
  }

  /// Searches.
  ///
  /// - Parameters:
  ///   - measure: how change is measured.
  ///   - mostBoxes: in how many boxes at most; ``usualBoxes()`` where it is nil.
  ///   - points: points that may satisfy the conditions, which shorten the search.
  /// - Returns: the nearest point.
  /// - Complexity: two linear programmes for each box, and one box where all conditions are affine; where one variable
  ///   moves, the isolation of the polynomials' roots.
  public func answer(
    by measure: Measure,
    mostBoxes: Int? = nil,
    trying points: [[Rational]] = []
  ) -> Answer {
    if space.moving.count == 1 {
      let line = LineSearch(conditions, within: space.box[0])
      return line.answer.mapped { space.point($0) }
    }
    var search = NearestSearch(space, conditions, measure, mostBoxes ?? usualBoxes())
    search.run(trying: points.filter { isWithin($0) }.map { space.shares(at: $0) })
    return search.answer
  }

  /// Whether a point differs from the origin only where variables may move, and as far as they may.
  private func isWithin(_ point: [Rational]) -> Bool {
    let moved = space.point(space.shares(at: point))
    return moved == point
      && zip(space.box, space.shares(at: point)).allSatisfy { $0.contains($1) }
  }

  /// A distance below which no point satisfies all conditions, had without a linear programme.
  ///
  /// - Complexity: O(*terms* of the conditions).
  public func quickBound(by measure: Measure) -> Rational {
    conditions.reduce(Rational(0)) { bound, condition in
      let affine = AffineBounds(condition.polynomial, over: space.box)
      let missing =
        switch condition.comparison {
        case .less, .lessOrEqual: affine.constant - affine.below
        case .greater, .greaterOrEqual: -affine.constant - affine.above
        case .equal: max(affine.constant - affine.below, -affine.constant - affine.above)
        }
      // What the whole distance brings at best: spent on all variables, or on the one that brings most.
      let slopes = affine.slopes.map { $0.magnitude }
      let gain =
        measure == .largestShare ? slopes.reduce(0) { $0 + $1 } : slopes.max() ?? 0
      return gain > 0 ? max(bound, missing / gain) : bound
    }
  }

  /// How far a point is from the origin.
  public func distance(of point: [Rational], by measure: Measure) -> Rational {
    measure.distance(space.shares(at: point))
  }
}

extension NearestPoint.Measure {
  /// How far a point is, given by the share of each variable.
  func distance(_ shares: [Rational]) -> Rational {
    let sizes = shares.map { $0.magnitude }
    return switch self {
    case .largestShare: sizes.max() ?? 0
    case .sumOfShares: sizes.reduce(0) { $0 + $1 }
    }
  }
}
