public import GameTheory

/// What tips along one number of a scenario: every value at which play settles elsewhere or an outcome
/// becomes or ceases to be an equilibrium, with who switches there.
public struct Tipping: Sendable {
  /// What is so on one side of a value and not on the other.
  public enum Change: Sendable, Equatable {
    /// Play parts ways: from an outcome on the way, a player goes elsewhere above than below; nil where it
    /// stays. The reason is why it prefers the one to the other above.
    case way(player: Int, from: Int, below: Int?, above: Int?, because: Balance)
    /// An outcome is an equilibrium below or above only; on the other side these deviations pay.
    case equilibrium(outcome: Int, isAbove: Bool, deviations: [Deviation])
  }

  /// What a player would do rather than keep to an outcome, where that pays.
  public struct Deviation: Sendable, Equatable {
    /// The player.
    public let player: Int
    /// The outcome that it leads to.
    public let outcome: Int
    /// Why it pays.
    public let because: Balance
  }

  /// Why a player prefers one outcome to another.
  public struct Balance: Sendable, Equatable {
    /// The interests by which it gains, in file order.
    public let gaining: [Int]
    /// Those by which it loses, which the gains outweigh.
    public let losing: [Int]

    /// Weighs what a player gains and loses in an outcome over another.
    public init(_ model: ScenarioModel, player: Int, outcome: Int, versus other: Int) {
      let explanation = Explanation(model, player: player, outcome: outcome, versus: other)
      gaining = explanation.parts.filter { $0.points > 0 }.map { $0.interest }
      losing = explanation.parts.filter { $0.points < 0 }.map { $0.interest }
    }
  }

  /// A value at which something changes.
  public struct Tip: Sendable {
    /// The value, with what is so at it.
    public let breakpoint: ParameterLine.Breakpoint
    /// What is so just below; nil at the lower end of the range.
    public let below: ParameterLine.Answer?
    /// What is so just above; nil at the upper end.
    public let above: ParameterLine.Answer?
    /// What changes from below to above, or from the value itself where that is an end of the range.
    ///
    /// Empty where only the value itself differs.
    public let changes: [Change]
  }

  /// The model, with the number as a variable.
  public let model: ScenarioModel
  /// The path of the number.
  public let path: String
  /// The game along it.
  public let line: ParameterLine
  /// What tips, by value.
  public let tips: [Tip]

  /// Searches a range of a number that has a variable in the model.
  ///
  /// - Complexity: as ``ParameterLine``, and two exact games for each value at which something changes.
  public init(
    _ model: ScenarioModel,
    along path: String,
    in range: ClosedRange<Rational>,
    tolerance: Rational = 0
  ) {
    self.model = model
    self.path = path
    let line = ParameterLine(model, along: path, in: range, tolerance: tolerance)
    self.line = line
    tips = line.breakpoints.enumerated().map { index, breakpoint in
      let sides = Tipping.sides(line, index).map { side in
        Side(model.with(side.sample, at: path), side.answer, tolerance)
      }
      return Tip(
        breakpoint: breakpoint,
        below: line.stretches[index]?.answer,
        above: line.stretches[index + 1]?.answer,
        changes: sides.count == 2 ? Tipping.changes(sides[0], sides[1]) : []
      )
    }
  }

  /// A value with what is so there, below and above a breakpoint.
  private static func sides(
    _ line: ParameterLine,
    _ index: Int
  ) -> [(sample: Rational, answer: ParameterLine.Answer)] {
    let breakpoint = line.breakpoints[index]
    return [line.stretches[index], line.stretches[index + 1]].compactMap { stretch in
      if let stretch { return (stretch.sample, stretch.answer) }
      return breakpoint.value.rational.map { ($0, breakpoint.answer) }
    }
  }

  private static func changes(_ below: Side, _ above: Side) -> [Change] {
    var changes: [Change] = []
    if let parting = parting(below, above) { changes.append(parting) }
    let (low, high) = (Set(below.answer.equilibria), Set(above.answer.equilibria))
    for outcome in low.symmetricDifference(high).sorted() {
      let isAbove = high.contains(outcome)
      let deviations = (isAbove ? below : above).deviations(from: outcome)
      changes.append(
        .equilibrium(outcome: outcome, isAbove: isAbove, deviations: deviations)
      )
    }
    return changes
  }

  /// Where play first goes another way; nil where it goes the same way all along.
  private static func parting(_ below: Side, _ above: Side) -> Change? {
    let count = zip(below.path, above.path).prefix { $0 == $1 }.count
    guard count < max(below.path.count, above.path.count) else { return nil }
    let low = count < below.path.count ? below.path[count] : nil
    let high = count < above.path.count ? above.path[count] : nil
    guard let from = low?.from ?? high?.from else { return nil }
    // Of two who move, the one whose turn comes first has changed its mind.
    let last = count > 0 ? below.path[count - 1].player : -1
    func turns(_ step: Side.Step?) -> Int {
      guard let step else { return .max }
      let players = below.model.game.playerCount
      return (step.player - last - 1 + players) % players
    }
    let player = turns(low) <= turns(high) ? low?.player : high?.player
    guard let player else { return nil }
    let lower = low?.player == player ? low?.to : nil
    let upper = high?.player == player ? high?.to : nil
    return .way(
      player: player,
      from: from,
      below: lower,
      above: upper,
      because: Balance(above.model, player: player, outcome: upper ?? from, versus: lower ?? from)
    )
  }
}

/// The game at a value on one side.
private struct Side {
  struct Step: Equatable {
    let player: Int
    let from: Int
    let to: Int
  }

  let model: ScenarioModel
  let answer: ParameterLine.Answer
  let path: [Step]
  private let exact: ExactGame
  private let tolerance: Rational

  init(_ model: ScenarioModel, _ answer: ParameterLine.Answer, _ tolerance: Rational) {
    let exact = ExactGame(model.game, at: model.values)
    let play = exact.settling(from: exact.profile(of: model.statusQuo), tolerance: tolerance)
    path = play.revisions.map {
      Step(player: $0.player, from: exact.outcome(of: $0.from), to: exact.outcome(of: $0.to))
    }
    self.model = model
    self.answer = answer
    self.exact = exact
    self.tolerance = tolerance
  }

  /// For each player whom it pays to leave an outcome, the deviation that gains most.
  func deviations(from outcome: Int) -> [Tipping.Deviation] {
    let profile = exact.profile(of: outcome)
    return (0..<model.game.playerCount).compactMap { player in
      guard let deviation = exact.bestDeviation(of: player, from: profile),
        exact.truePayoff(deviation.gain, of: player) > tolerance
      else { return nil }
      let other = exact.outcome(
        of: exact.strategic.replacing(player, with: deviation.strategy, in: profile)
      )
      return Tipping.Deviation(
        player: player,
        outcome: other,
        because: Tipping.Balance(model, player: player, outcome: other, versus: outcome)
      )
    }
  }
}
