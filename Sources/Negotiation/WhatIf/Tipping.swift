public import GameTheory

/// What tips along one number of a scenario: every value at which play settles elsewhere or an outcome
/// becomes or ceases to be an equilibrium, with who switches there.
public struct Tipping: Sendable {
  /// What is so on one side of a value and not on the other.
  public enum Change: Sendable, Equatable {
    /// Play parts ways: from an outcome on the way, a player goes elsewhere above than below; nil where it
    /// stays.
    case way(player: Int, from: Int, below: Int?, above: Int?)
    /// An outcome is an equilibrium below or above only; on the other side a player gains by going to
    /// another outcome.
    case equilibrium(outcome: Int, isAbove: Bool, player: Int, deviation: Int)
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
    let variable = model.variables[path] ?? 0
    let line = ParameterLine(
      model.game,
      at: model.values,
      along: variable,
      in: range,
      from: model.statusQuo,
      tolerance: tolerance
    )
    self.line = line
    tips = line.breakpoints.enumerated().map { index, breakpoint in
      let sides = Tipping.sides(line, index).map { side in
        Side(model, variable, side.sample, side.answer, tolerance)
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
      guard let deviation = (isAbove ? below : above).deviation(from: outcome) else { continue }
      changes.append(
        .equilibrium(
          outcome: outcome,
          isAbove: isAbove,
          player: deviation.player,
          deviation: deviation.outcome
        )
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
      let players = below.playerCount
      return (step.player - last - 1 + players) % players
    }
    let player = turns(low) <= turns(high) ? low?.player : high?.player
    guard let player else { return nil }
    return .way(
      player: player,
      from: from,
      below: low?.player == player ? low?.to : nil,
      above: high?.player == player ? high?.to : nil
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

  let answer: ParameterLine.Answer
  let path: [Step]
  private let exact: ExactGame
  let playerCount: Int

  init(
    _ model: ScenarioModel,
    _ variable: Int,
    _ value: Rational,
    _ answer: ParameterLine.Answer,
    _ tolerance: Rational
  ) {
    var values = model.values
    values[variable] = value
    let exact = ExactGame(model.game, at: values)
    let play = exact.settling(from: exact.profile(of: model.statusQuo), tolerance: tolerance)
    path = play.revisions.map {
      Step(player: $0.player, from: exact.outcome(of: $0.from), to: exact.outcome(of: $0.to))
    }
    self.answer = answer
    self.exact = exact
    playerCount = model.game.playerCount
  }

  /// The deviation from an outcome that gains most.
  func deviation(from outcome: Int) -> (player: Int, outcome: Int)? {
    let profile = exact.profile(of: outcome)
    var best: (player: Int, outcome: Int, gain: Rational)?
    for player in 0..<playerCount {
      guard let deviation = exact.bestDeviation(of: player, from: profile) else { continue }
      let gain = exact.truePayoff(deviation.gain, of: player)
      guard gain > best?.gain ?? 0 else { continue }
      let other = exact.strategic.replacing(player, with: deviation.strategy, in: profile)
      best = (player, exact.outcome(of: other), gain)
    }
    return best.map { ($0.player, $0.outcome) }
  }
}
