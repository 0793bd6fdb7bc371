import GameTheory

/// The game with its numbers free.
struct NearestChangeSearch {
  private let model: ScenarioModel
  private let folded: FoldedGame
  private let ranges: [Int: ClosedRange<Rational>]
  private let tolerance: Rational
  private let mostBoxes: Int?
  /// Points that may answer the question.
  private let points: [[Rational]]
  /// What must hold between the parameters.
  private let constraints: [PolynomialCondition]

  init(
    _ model: ScenarioModel,
    _ numbers: [VariedNumber],
    _ tolerance: Rational,
    _ mostBoxes: Int?,
    trying points: [[Rational]]
  ) {
    self.model = model
    self.tolerance = tolerance
    self.mostBoxes = mostBoxes
    self.points = points
    var ranges: [Int: ClosedRange<Rational>] = [:]
    var settings = model.values.map { FoldedGame.Setting.fixed($0) }
    for number in numbers {
      guard let variable = model.variables[number.path] else {
        preconditionFailure("'\(number.path)' has a variable")
      }
      ranges[variable] = number.range
      let (low, high) = (number.range.lowerBound.toDouble(), number.range.upperBound.toDouble())
      settings[variable] = .varying(low...high)
    }
    self.ranges = ranges
    folded = FoldedGame(model.game, settings: settings, tolerance: tolerance)
    constraints = model.scenario.constraints.map {
      PolynomialCondition($0.difference, $0.comparison)
    }
  }

  private func problem(_ conditions: [PolynomialCondition]) -> NearestPoint {
    NearestPoint(from: model.values, within: ranges, conditions + constraints)
  }

  private func excess(_ gain: Polynomial) -> Polynomial {
    gain - Polynomial(constant: tolerance)
  }

  // MARK: Stopping

  /// All deviations from an equilibrium, each with the smallest change at which it begins to pay.
  func deviations(from outcome: Int) -> [NearestChange.Deviation] {
    let all = folded.deviations(from: outcome).map { deviation in
      let problem = problem([PolynomialCondition(excess(deviation.gain), .greater)])
      return NearestChange.Deviation(
        player: deviation.player,
        outcome: deviation.outcome,
        gain: deviation.gain.evaluated(at: model.values),
        answers: Dictionary(
          uniqueKeysWithValues: NearestPoint.Measure.allCases.map {
            ($0, problem.answer(by: $0, mostBoxes: mostBoxes, trying: points))
          }
        )
      )
    }
    return all.enumerated().sorted { first, second in
      let a = first.element.answers[.largestShare]?.distance
      let b = second.element.answers[.largestShare]?.distance
      guard let a, let b else { return b == nil && (a != nil || first.offset < second.offset) }
      return a == b ? first.offset < second.offset : a < b
    }.map { $0.element }
  }

  func nearest(
    of deviations: [NearestChange.Deviation],
    from outcome: Int,
    by measure: NearestPoint.Measure
  ) -> NearestChange.Change {
    var best: (deviation: NearestChange.Deviation, point: [Rational], distance: Rational)?
    var bounds: [Rational] = []
    for deviation in deviations {
      switch deviation.answers[measure] {
      case .found(let point, let distance, let bound):
        bounds.append(bound)
        if best.map({ distance < $0.distance }) ?? true { best = (deviation, point, distance) }
      case .undecided(let bound): bounds.append(bound)
      case .nowhere?, nil: break
      }
    }
    return NearestChange.Change(
      measure: measure,
      outcome: best.map { _ in outcome },
      deviation: best?.deviation,
      answer: NearestPoint.Answer(best.map { ($0.point, $0.distance) }, bounds)
    )
  }

  // MARK: Starting

  /// The nearest point at which some outcome with the options is an equilibrium.
  func nearest(having options: Options, by measure: NearestPoint.Measure) -> NearestChange.Change {
    let candidates = folded.possibleEquilibria.filter { model.has(options, $0) }.map { outcome in
      let gains = Set(folded.deviations(from: outcome).map { excess($0.gain) })
      let problem = problem(gains.map { PolynomialCondition($0, .lessOrEqual) })
      return (outcome: outcome, problem: problem, bound: problem.quickBound(by: measure))
    }
    var best: (outcome: Int, point: [Rational], distance: Rational, sum: Rational)?
    var bounds: [Rational] = []
    for candidate in candidates.sorted(by: { ($0.bound, $0.outcome) < ($1.bound, $1.outcome) }) {
      if let best, best.distance < candidate.bound || best.sum.signum == 0 { break }
      let problem = candidate.problem
      switch problem.answer(by: measure, mostBoxes: mostBoxes, trying: points) {
      case .found(let point, let distance, let bound):
        bounds.append(bound)
        // Of equals the one that moves less in all.
        let sum = problem.distance(of: point, by: .sumOfShares)
        if best.map({ (distance, sum) < ($0.distance, $0.sum) }) ?? true {
          best = (candidate.outcome, point, distance, sum)
        }
      case .undecided(let bound): bounds.append(bound)
      case .nowhere: break
      }
    }
    return NearestChange.Change(
      measure: measure,
      outcome: best?.outcome,
      deviation: best.flatMap { last(at: $0.point, from: $0.outcome) },
      answer: NearestPoint.Answer(best.map { ($0.point, $0.distance) }, bounds)
    )
  }

  /// The deviation that pays now, and at a point only just does not: the one that gains most there.
  private func last(at point: [Rational], from outcome: Int) -> NearestChange.Deviation? {
    paying(at: outcome).max { first, second in
      value(first, from: outcome, at: point) < value(second, from: outcome, at: point)
    }
  }

  private func value(
    _ deviation: NearestChange.Deviation,
    from outcome: Int,
    at point: [Rational]
  ) -> Rational {
    model.game.payoffChange(of: deviation.player, from: outcome, to: deviation.outcome)
      .evaluated(at: point)
  }

  /// The deviations from an outcome that pay at the scenario's own values, the largest gain first.
  func paying(at outcome: Int) -> [NearestChange.Deviation] {
    folded.deviations(from: outcome).map {
      NearestChange.Deviation(
        player: $0.player,
        outcome: $0.outcome,
        gain: $0.gain.evaluated(at: model.values),
        answers: [:]
      )
    }.filter { $0.gain > tolerance }.sorted {
      ($1.gain, $0.player, $0.outcome) < ($0.gain, $1.player, $1.outcome)
    }
  }
}
