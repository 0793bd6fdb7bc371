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
    public var share: Rational? {
      nearest.map { $0.distance / number.width }
    }
  }

  /// The model, with the numbers as variables.
  public let model: ScenarioModel
  /// The numbers that may change.
  public let numbers: [VariedNumber]
  /// What was asked.
  public let question: Question
  /// Where an equilibrium stops: how many other equilibria could have been meant.
  public let otherCount: Int
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
  ///   - otherCount: how many other equilibria could have been meant.
  ///   - tolerance: a gain of at most this is no gain.
  ///   - mostBoxes: how many boxes each search looks into, where numbers multiply each other; as many as
  ///     ``NearestPoint`` usually does where it is nil.
  /// - Complexity: one ``NearestPoint`` for each deviation and measure, or for each outcome that may be an
  ///   equilibrium and is not surely farther than the best; and one ``ParameterLine`` for each number.
  public init(
    _ model: ScenarioModel,
    numbers: [VariedNumber],
    question: Question,
    otherCount: Int = 0,
    tolerance: Rational = 0,
    mostBoxes: Int? = nil
  ) {
    self.model = model
    self.numbers = numbers
    self.question = question
    self.otherCount = otherCount
    alone = NearestChange.alone(model, numbers, tolerance) { answer in
      switch question {
      case .stops(let outcome): !answer.equilibria.contains(outcome)
      case .starts(let options): answer.equilibria.contains { model.has(options, $0) }
      }
    }
    let points = alone.flatMap { NearestChange.points(model, $0) }
    let search = NearestChangeSearch(model, numbers, tolerance, mostBoxes, trying: points)
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
  }

  /// The points, or ones close by, at which a number by itself answers the question.
  private static func points(_ model: ScenarioModel, _ alone: Alone) -> [[Rational]] {
    guard let variable = model.variables[alone.number.path] else { return [] }
    return [alone.below, alone.above].compactMap { turn in
      guard var value = turn?.value else { return nil }
      for _ in 0..<NearestChange.refinements { value.refine() }
      var point = model.values
      let isBelow = value.upperBound < alone.number.shipped
      point[variable] = isBelow ? value.lowerBound : value.upperBound
      return point
    }
  }

  /// How often a root that is no fraction is told apart more closely from its neighbours.
  private static let refinements = 30

  private static func alone(
    _ model: ScenarioModel,
    _ numbers: [VariedNumber],
    _ tolerance: Rational,
    where isSo: (ParameterLine.Answer) -> Bool
  ) -> [Alone] {
    let lines = numbers.map { number in
      let line = ParameterLine(model, along: number.path, in: number.range, tolerance: tolerance)
      let limits = LineLimit.all(of: model, along: number.path)
      let turns = line.nearestTurns(around: number.shipped, within: limits, where: isSo)
      return Alone(number: number, below: turns.below, above: turns.above)
    }
    return lines.enumerated().sorted { first, second in
      guard let a = first.element.share, let b = second.element.share else {
        return first.element.share != nil
          || second.element.share == nil && first.offset < second.offset
      }
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
