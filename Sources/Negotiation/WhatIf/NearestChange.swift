public import GameTheory

/// The smallest change of a scenario's numbers at which an outcome stops or starts being an equilibrium.
///
/// Several numbers change at once, each within its range; how much each changes is measured as a share of
/// that range. An outcome stops where one deviation begins to pay, so that each deviation is a problem of
/// its own; it starts where no deviation pays any longer, which is one problem.
public struct NearestChange: Sendable {
  /// What is asked for.
  public enum Question: Sendable, Equatable {
    /// Where an equilibrium stops being one.
    case stops(Int)
    /// Where some outcome with these options starts being an equilibrium.
    case starts(Options)
  }

  /// The smallest change by one measure.
  public struct Change: Sendable {
    /// How change is measured.
    public let measure: NearestPoint.Measure
    /// The outcome that stops or starts being an equilibrium; nil where none does.
    public let outcome: Int?
    /// The deviation that begins to pay, or the last that ceases to; nil where there is none.
    public let deviation: Deviation?
    /// The values of all variables, with the distance.
    public let answer: NearestPoint.Answer
  }

  /// A deviation, with the smallest change at which it begins to pay.
  public struct Deviation: Sendable {
    /// The player.
    public let player: Int
    /// The outcome that it leads to.
    public let outcome: Int
    /// What the player gains at the scenario's own values.
    public let gain: Rational
    /// By each measure; empty where the question is when an outcome starts being an equilibrium.
    public let answers: [NearestPoint.Measure: NearestPoint.Answer]
  }

  /// One number by itself.
  public struct Alone: Sendable {
    /// The number.
    public let number: VariedNumber
    /// The nearest value below at which, or just below which, the question is answered; nil for none.
    public let below: ParameterLine.Turn?
    /// The nearest value above.
    public let above: ParameterLine.Turn?

    /// The nearer of the two.
    public var nearest: ParameterLine.Turn? {
      guard let below, let above else { return below ?? above }
      return below.distance <= above.distance ? below : above
    }

    /// The distance to it, as a share of the range.
    public var share: Double? {
      nearest.map { $0.distance / number.width.toDouble() }
    }
  }

  /// The model, with the numbers as variables.
  public let model: ScenarioModel
  /// The numbers that may change.
  public let numbers: [VariedNumber]
  /// What was asked.
  public let question: Question
  /// The smallest change by each measure.
  public let changes: [Change]
  /// The deviations, those first that begin to pay after the smallest change by the largest share.
  ///
  /// Where the question is when an outcome starts being an equilibrium, those from the nearest one that pay
  /// now, the largest gain first.
  public let deviations: [Deviation]
  /// How far each number by itself is from it, the smallest share first.
  public let alone: [Alone]

  /// Asks a question of a model in which every number has a variable.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - numbers: the numbers that may change; the scenario's own values are within their ranges.
  ///   - question: what is asked; an outcome that stops is an equilibrium.
  ///   - tolerance: a gain of at most this is no gain.
  ///   - mostBoxes: how many boxes each search looks into, where numbers multiply each other.
  /// - Complexity: one ``NearestPoint`` for each deviation and measure, or for each outcome that may be an
  ///   equilibrium and is not surely farther than the best; and one ``ParameterLine`` for each number.
  public init(
    _ model: ScenarioModel,
    numbers: [VariedNumber],
    question: Question,
    tolerance: Rational = 0,
    mostBoxes: Int = NearestPoint.mostBoxes
  ) {
    self.model = model
    self.numbers = numbers
    self.question = question
    let search = Search(model, numbers, tolerance, mostBoxes)
    switch question {
    case .stops(let outcome):
      let deviations = search.deviations(from: outcome)
      self.deviations = deviations
      changes = NearestPoint.Measure.allCases.map {
        search.nearest(of: deviations, from: outcome, by: $0)
      }
    case .starts(let options):
      changes = NearestPoint.Measure.allCases.map { search.nearest(having: options, by: $0) }
      deviations = changes.first?.outcome.map { search.paying(at: $0) } ?? []
    }
    alone = NearestChange.alone(model, numbers, tolerance) { answer in
      switch question {
      case .stops(let outcome): !answer.equilibria.contains(outcome)
      case .starts(let options): answer.equilibria.contains { model.has(options, $0) }
      }
    }
  }

  private static func alone(
    _ model: ScenarioModel,
    _ numbers: [VariedNumber],
    _ tolerance: Rational,
    where isSo: (ParameterLine.Answer) -> Bool
  ) -> [Alone] {
    let lines = numbers.map { number in
      let line = ParameterLine(model, along: number.path, in: number.range, tolerance: tolerance)
      let turns = line.nearestTurns(around: number.shipped, where: isSo)
      return Alone(number: number, below: turns.below, above: turns.above)
    }
    return lines.enumerated().sorted { first, second in
      let (a, b) = (first.element.share ?? .infinity, second.element.share ?? .infinity)
      return a == b ? first.offset < second.offset : a < b
    }.map { $0.element }
  }

  /// The numbers that a change moves, with their new values, the largest share first.
  public func moves(of change: Change) -> [(
    number: VariedNumber, value: Rational, share: Rational
  )] {
    guard case .found(let point, _, _) = change.answer else { return [] }
    let moved = numbers.compactMap { number in
      let value = point[model.variables[number.path] ?? 0]
      let share = (value - number.shipped) / number.width
      return share.signum == 0 ? nil : (number: number, value: value, share: share)
    }
    return moved.enumerated().sorted { first, second in
      let (a, b) = (first.element.share.magnitude, second.element.share.magnitude)
      return a == b ? first.offset < second.offset : a > b
    }.map { $0.element }
  }
}

/// The game with its numbers free.
private struct Search {
  private let model: ScenarioModel
  private let folded: FoldedGame
  private let ranges: [Int: ClosedRange<Rational>]
  private let tolerance: Rational
  private let mostBoxes: Int
  /// What must hold between the parameters.
  private let constraints: [PolynomialCondition]

  init(
    _ model: ScenarioModel,
    _ numbers: [VariedNumber],
    _ tolerance: Rational,
    _ mostBoxes: Int
  ) {
    self.model = model
    self.tolerance = tolerance
    self.mostBoxes = mostBoxes
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
            ($0, problem.answer(by: $0, mostBoxes: mostBoxes))
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
    var best: (outcome: Int, point: [Rational], distance: Rational)?
    var bounds: [Rational] = []
    for candidate in candidates.sorted(by: { ($0.bound, $0.outcome) < ($1.bound, $1.outcome) }) {
      if let best, best.distance <= candidate.bound { break }
      switch candidate.problem.answer(by: measure, mostBoxes: mostBoxes) {
      case .found(let point, let distance, let bound):
        bounds.append(bound)
        if best.map({ distance < $0.distance }) ?? true {
          best = (candidate.outcome, point, distance)
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
