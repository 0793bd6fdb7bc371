extension LinearProgram {
  /// What came of solving: one of three answers, each with what proves it.
  public enum Outcome: Sendable {
    /// There is a best point.
    case optimal(Solution)
    /// No point satisfies all conditions.
    case infeasible(FarkasVector)
    /// The objective can be made as good as one likes.
    case unbounded(Ray)
  }

  /// A best point, with the prices of the rows, which prove that none is better.
  public struct Solution: Sendable {
    /// The value of each variable.
    public let values: [Number]
    /// The value of the objective.
    public let objective: Number
    /// By how much the objective changes for one more unit of each row's bound: the dual values.
    ///
    /// When minimising, at least 0 for rows `atLeast` and at most 0 for `atMost`; opposite when maximising.
    public let duals: [Number]
    /// What is left of each variable's cost once the rows have been paid for: cost - Σ dual × coefficient.
    public let reducedCosts: [Number]
    /// What is basic, in the order of the rows; all else is at one of its bounds, or free and 0.
    public let basis: [BasicQuantity]
    /// What it took.
    public let effort: SimplexEffort
  }

  /// A proof that no point satisfies all conditions, named for Farkas (1902).
  ///
  /// The rows are added up with these multipliers: at least 0 for rows `atMost`, at most 0 for `atLeast`, any
  /// for `equal`. The sum, Σ multiplier × row ≤ Σ multiplier × bound, holds nowhere within the bounds of the
  /// variables. Where already some variable's bounds are empty, all multipliers are 0.
  public struct FarkasVector: Sendable {
    /// One for each row.
    public let multipliers: [Number]
    /// What it took.
    public let effort: SimplexEffort
  }

  /// A proof that the objective is unbounded: from the point, going in the direction, all conditions hold for
  /// ever, and each step improves the objective.
  public struct Ray: Sendable {
    /// A value for each variable.
    public let point: [Number]
    /// A change for each variable.
    public let direction: [Number]
    /// What it took.
    public let effort: SimplexEffort
  }

  /// Answers the programme, with a proof.
  ///
  /// The method is the revised simplex with bounds on variables and a dense basis inverse, in two phases.
  /// Columns enter by the largest reduced cost; after as many degenerate steps on end as there are rows,
  /// by the least number (Bland) until a step gets somewhere, so that it cannot cycle.
  ///
  /// Over `Rational` rows are scaled to whole numbers. The inverse is kept as its adjugate with one common
  /// denominator, and pivoting divides without remainder, so numbers stay determinants of the rows. They
  /// are `Int128` until one might not fit. Then the programme is solved in floating point, and numbers of any size
  /// go on from the basis that it ends with, if that is feasible, or else from where `Int128` was left. So
  /// which of several optima is the answer may depend on where that happens, but never on the machine.
  ///
  /// Over `Double` rows and columns are scaled by powers of two. A candidate for entering has a reduced cost
  /// beyond 1e-9, pivots are beyond 1e-9, bounds are kept within 1e-9, and the inverse is computed anew after
  /// every 64 steps and before an answer. An answer is given if ``verifies(_:tolerance:)``; otherwise, or where
  /// the steps do not end, the programme is solved exactly, with every `Double` taken as it is, and rounded. So
  /// there is always an answer, and it is never a near miss beyond the tolerance. A rounded answer is the right
  /// one, but its certificate need not verify: not where rows miss each other by less than the tolerance.
  ///
  /// - Complexity: each step O(*rows* × (*rows* + *variables*)) multiplications, memory likewise; the number
  ///   of steps is mostly a small multiple of the rows, exponential at worst (Klee and Minty).
  /// - Source: Dantzig, Linear Programming and Extensions (1963), chapters 9 and 18; Bland, Mathematics of
  ///   Operations Research 2 (1977) 103; Edmonds, Journal of Research NBS 71B (1967) 241, and Bareiss,
  ///   Mathematics of Computation 22 (1968) 565, for whole numbers.
  public func solve() -> Outcome {
    Number.outcome(of: self)
  }
}
