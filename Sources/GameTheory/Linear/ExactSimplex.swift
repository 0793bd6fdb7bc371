/// Linear programmes solved exactly, by a simplex in whole numbers.
enum ExactSimplex {
  /// How to come to numbers of any size.
  enum Growth {
    /// Where `Int128` overflows or does not do from the start, to go on from where floating point ends.
    case atEnd
    /// Where `Int128` overflows, to go on from that step.
    case atStep
    /// From the start, at the first step.
    case atStart
  }

  /// Solves a programme whose variables all have values within their bounds.
  static func outcome(
    of program: LinearProgram<Rational>,
    growth: Growth = .atEnd
  ) -> LinearProgram<Rational>.Outcome {
    let (form, scaling) = program.standardForm(
      columnScale: { _, width in Rational(width?.denominator ?? 1) },
      rowFactor: { wholeFactor($0 + [$1]) }
    )
    let whole = form.map { $0.numerator }
    let small = growth == .atStart ? nil : whole.narrowed
    var start = Simplex(whole, .bigInteger)
    if let small {
      var simplex = Simplex(small, .int128)
      let status = simplex.run()
      guard case .overflow = status else {
        return answer(simplex.grown(whole, arithmetic: .int128), status, program, scaling)
      }
      start = simplex.grown(whole)
    }
    let end = growth == .atEnd ? end(of: program, whole, small, start.effort) : nil
    return run(end ?? start, program, scaling)
  }

  private static func run(
    _ simplex: Simplex<BigInteger>,
    _ program: LinearProgram<Rational>,
    _ scaling: StandardScaling<Rational>
  ) -> LinearProgram<Rational>.Outcome {
    var simplex = simplex
    let status = simplex.run()
    return answer(simplex, status, program, scaling)
  }

  /// The basis at which floating point ends, which mostly is the last one; nil where it is not feasible.
  private static func end(
    of program: LinearProgram<Rational>,
    _ form: StandardForm<BigInteger>,
    _ small: StandardForm<Int128>?,
    _ effort: SimplexEffort
  ) -> Simplex<BigInteger>? {
    // Whatever floating point makes of the largest numbers, the basis is only where to begin.
    let rounded = program.map { min(max($0.toDouble(), -1e100), 1e100) }
    guard let end = FloatingSimplex.end(of: rounded) else { return nil }
    var simplex = Simplex(form, .bigInteger)
    if let small {
      // As far as it goes in Int128.
      var narrow = Simplex(small, .int128)
      _ = narrow.move(to: end)
      simplex = narrow.grown(form)
    }
    simplex.effort = effort + end.effort + simplex.effort
    var overflows = false
    return simplex.move(to: end) && simplex.isFeasible(&overflows) ? simplex : nil
  }

  /// What makes the numbers whole, and without a common divisor.
  private static func wholeFactor(_ numbers: [Rational]) -> Rational {
    let below = Rational.commonDenominator(of: numbers)
    var above: BigInteger = 0
    for number in numbers where number.signum != 0 {
      let whole = (number * Rational(below)).numerator
      above = BigInteger.greatestCommonDivisor(above, whole)
      if above == 1 { break }
    }
    return above.signum == 0 ? Rational(below) : Rational(below, above)
  }

  private static func answer(
    _ simplex: Simplex<BigInteger>,
    _ status: SimplexStatus,
    _ program: LinearProgram<Rational>,
    _ scaling: StandardScaling<Rational>
  ) -> LinearProgram<Rational>.Outcome {
    var overflows = false
    let divided = { (numbers: [BigInteger]) in
      numbers.map { Rational($0, simplex.tableau.denominator) }
    }
    let columns = divided(simplex.columnValues(&overflows))
    switch status {
    case .infeasible:
      return .infeasible(
        LinearProgram<Rational>.FarkasVector(
          multipliers: scaling.multipliers(of: divided(simplex.prices)),
          effort: simplex.effort
        )
      )
    case .unbounded(let quantity, let isUpwards):
      let direction = simplex.direction(of: quantity, isUpwards: isUpwards, &overflows)
      return .unbounded(
        LinearProgram<Rational>.Ray(
          point: scaling.values(of: columns),
          direction: scaling.directions(of: divided(direction)),
          effort: simplex.effort
        )
      )
    case .optimal, .overflow, .paused:
      // Whole numbers of any size do not overflow, and without a limit there is no pause.
      return .optimal(
        program.solution(
          scaling.values(of: columns),
          scaling.duals(of: divided(simplex.prices)),
          basis: simplex.members,
          simplex.effort
        )
      )
    }
  }
}

extension StandardForm where Number == BigInteger {
  /// The same in `Int128`, where all numbers fit.
  fileprivate var narrowed: StandardForm<Int128>? {
    // A plain loop: the optimiser of Swift 6.3.1 ends in a fault over `map` of optional closures here.
    for number in coefficients + bounds + costs + widths.compactMap({ $0 }) {
      guard let small = number.asInt128, small != .min else { return nil }
    }
    return map { $0.asInt128 ?? 0 }
  }
}

extension Simplex where Scalar == Int128 {
  /// The same state in whole numbers of any size.
  fileprivate func grown(
    _ form: StandardForm<BigInteger>,
    arithmetic: SimplexEffort.Arithmetic = .bigInteger
  ) -> Simplex<BigInteger> {
    var grown = Simplex<BigInteger>(form, arithmetic)
    grown.tableau = tableau.grown
    grown.basis = basis
    grown.places = places
    grown.signs = signs.map { BigInteger($0) }
    grown.isFirstPhase = isFirstPhase
    grown.effort = effort
    grown.effort.arithmetic = arithmetic
    grown.degenerateRun = degenerateRun
    grown.patience = patience
    return grown
  }
}
