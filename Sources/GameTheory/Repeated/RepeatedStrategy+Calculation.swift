// Strategies that go by the payoffs, or by how many turns are left.
extension RepeatedStrategy {
  /// All strategies of this kind.
  static let calculators = [
    adaptive, alexei, backStabber, doubleCrosser, eugineNier, firstByDowning,
    firstBySteinAndRapoport, firstByTidemanAndChieruzzi, secondByGraaskampKatzen,
    secondByTidemanAndChieruzzi,
  ]

  // MARK: - The last turns

  /// Tit for tat that defects in the last turn.
  public static let alexei = ending("Alexei", 1) { (_, history) in history.answer }

  /// Tit for tat that defects in the last turn, and always after five defections.
  public static let eugineNier = ending("EugineNier", 1) { (_, history) in
    history.otherDefections >= 5 ? .defect : history.answer
  }

  /// Defects always after four defections, and in the last two turns.
  public static let backStabber = ending("BackStabber", 2) { (_, history) in
    history.otherDefections > 3 ? .defect : .cooperate
  }

  /// The back stabber, but tit for two tats in turns 8 to 180 when the other has cooperated in the first seven.
  public static let doubleCrosser = ending("DoubleCrosser", 2) { (_, history) in
    if (7..<180).contains(history.turnCount), !history.other.prefix(7).contains(.defect) {
      return history.other.suffix(2) == [.defect, .defect] ? .defect : .cooperate
    }
    return history.otherDefections > 3 ? .defect : .cooperate
  }

  /// Cooperates for four turns and is tit for tat; every fifteen turns sees whether the other plays at random.
  ///
  /// It does where a chi-square test of even chances does not reject them at 0.05, and then is defected against. In
  /// the last two turns it defects.
  ///
  /// - Source: Axelrod, Effective Choice in the Prisoner's Dilemma, Journal of Conflict Resolution 24 (1980).
  public static let firstBySteinAndRapoport = ending("FirstBySteinAndRapoport", 2) {
    (memory, history) in
    let turn = history.turnCount + 1
    if turn < 5 { return .cooperate }
    if turn % 15 == 0 {
      let lead = Double(history.otherDefections - history.otherCooperations)
      let isRandom = lead * lead <= 3.841_458_820_694_124 * Double(history.turnCount)
      memory.phase = isRandom ? 1 : 0
    }
    return memory.phase == 1 ? .defect : history.answer
  }

  private static func ending(
    _ name: String,
    _ turns: Int,
    _ rule: @escaping @Sendable (inout StrategyMemory, PlayHistory) -> Play
  ) -> RepeatedStrategy {
    RepeatedStrategy(name) { (memory, history) in
      let play = rule(&memory, history)
      guard let remaining = history.remainingTurns else { return play }
      return (1...turns).contains(remaining) ? .defect : play
    }
  }

  // MARK: - Payoffs

  /// Cooperates six times and defects five; then does what has paid more in all.
  ///
  /// - Source: Li, Hingston and Kendall, IEEE Transactions on Computational Intelligence and AI in Games 3 (2011).
  public static let adaptive = RepeatedStrategy("Adaptive") { history in
    if history.turnCount < 11 { return history.turnCount < 6 ? .cooperate : .defect }
    let payoffs = history.payoffs
    let cooperating =
      Rational(history.ownCooperations - history.losses) * payoffs.reward
      + Rational(history.losses) * payoffs.sucker
    let defecting =
      Rational(history.gains) * payoffs.temptation
      + Rational(history.mutualDefections) * payoffs.punishment
    return cooperating > defecting ? .cooperate : .defect
  }

  /// Tit for tat that defects for ever when at one of six turns it has less than some three a turn.
  ///
  /// - Source: Axelrod, More Effective Choice in the Prisoner's Dilemma (1980); Graaskamp and Katzen's strategy.
  public static let secondByGraaskampKatzen = RepeatedStrategy("SecondByGraaskampKatzen") {
    (memory, history) in
    if memory.phase == 1 { return .defect }
    let bars = [(10, 23), (20, 53), (30, 83), (40, 113), (50, 143), (100, 293)]
    if let bar = bars.first(where: { $0.0 == history.turnCount }) {
      memory.phase = history.ownTotal < Rational(bar.1) ? 1 : 0
    }
    return memory.phase == 1 ? .defect : history.answer
  }

  /// Estimates how the other answers its cooperation and its defection, and does what pays more if that goes on.
  ///
  /// It defects twice first; numbers are rounded as in the library, since ties decide.
  ///
  /// - Source: Axelrod (1980); Downing's strategy.
  public static let firstByDowning = RepeatedStrategy("FirstByDowning") { (memory, history) in
    // Phase and count: cooperations that answered cooperation, and defection.
    if history.turnCount > 0, history.answer == .cooperate {
      if history.turnCount == 1 || history.own[history.turnCount - 2] == .cooperate {
        memory.phase += 1
      } else {
        memory.count += 1
      }
    }
    guard history.turnCount > 1, let last = history.own.last else { return .defect }
    let kind = Double(memory.phase) / Double(history.ownCooperations + 1)
    let meek = Double(memory.count) / Double(max(history.ownDefections, 2))
    let payoffs = history.payoffs
    let cooperating =
      kind * payoffs.reward.toDouble() + (1 - kind) * payoffs.sucker.toDouble()
    let defecting =
      meek * payoffs.temptation.toDouble() + (1 - meek) * payoffs.punishment.toDouble()
    if cooperating == defecting { return last.opposite }
    return cooperating > defecting ? .cooperate : .defect
  }

  // MARK: - Tideman and Chieruzzi

  /// Its nth punishment is n defections; an opponent far behind that is not random has a fresh start now and then.
  ///
  /// A fresh start is two cooperations. It defects in the last two turns.
  ///
  /// - Source: Axelrod (1980); Tideman and Chieruzzi's strategy.
  public static let firstByTidemanAndChieruzzi = ending("FirstByTidemanAndChieruzzi", 2) {
    (memory, history) in
    // Phase: the turn of the last fresh start; mark: the other's defections then.
    let turn = history.turnCount + 1
    if turn == 1 || (memory.phase > 0 && memory.phase == turn - 1) { return .cooperate }
    let isFar = history.lead >= 10 && history.remainingTurns ?? 11 >= 11
    if memory.phase == 0 || turn - memory.phase >= 20, isFar, history.answer == .cooperate,
      history.isNotRandom(history.otherDefections - memory.mark)
    {
      memory = StrategyMemory()
      (memory.phase, memory.mark) = (turn, history.otherDefections)
      return .cooperate
    }
    if memory.turns == 0 {
      guard history.answer == .defect else { return .cooperate }
      memory.count += 1
      memory.turns = memory.count
    }
    memory.turns -= 1
    return .defect
  }

  /// Cooperates while its lead is above a bar that each defection after a cooperation lifts by five points more.
  ///
  /// An opponent that is not random has a fresh start, two cooperations, now and then.
  ///
  /// - Source: Axelrod, More Effective Choice in the Prisoner's Dilemma (1980).
  public static let secondByTidemanAndChieruzzi = RepeatedStrategy("SecondByTidemanAndChieruzzi") {
    (memory, history) in
    // Phase: the turn of the last fresh start, -1 while one is due; mark: turns won more than lost up to then;
    // count and turns: the bar, and by what it is lifted next.
    let turn = history.turnCount + 1
    if turn == 1 { return .cooperate }
    if memory.phase < 0 {
      memory = StrategyMemory()
      (memory.phase, memory.mark) = (turn, history.gains - history.losses)
      return .cooperate
    }
    let isNew =
      history.answer == .defect && (turn == 2 || history.other[turn - 3] == .cooperate)
    if isNew {
      memory.count += memory.turns
      memory.turns += 5
    }
    let lead = history.lead - Rational(memory.mark) * history.stake
    if lead >= Rational(memory.count) { return .cooperate }
    if !isNew, turn - memory.phase >= 10, history.isNotRandom(history.otherDefections) {
      memory.phase = -1
      return .cooperate
    }
    return .defect
  }
}

extension PlayHistory {
  /// What a turn won is worth more than a turn lost.
  fileprivate var stake: Rational { payoffs.temptation - payoffs.sucker }

  /// How much more than the other it has.
  fileprivate var lead: Rational { Rational(gains - losses) * stake }

  /// What it has in all.
  fileprivate var ownTotal: Rational {
    Rational(ownCooperations - losses) * payoffs.reward + Rational(losses) * payoffs.sucker
      + Rational(gains) * payoffs.temptation + Rational(mutualDefections) * payoffs.punishment
  }

  /// Whether so many defections are three standard deviations or more off the mean of even chances.
  fileprivate func isNotRandom(_ defections: Int) -> Bool {
    let away = 2 * defections - turnCount
    return away * away >= 9 * turnCount
  }
}
